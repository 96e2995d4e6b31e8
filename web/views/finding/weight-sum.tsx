import { Fragment, type ReactNode, useId, useState } from 'react';
import type { FindingPage } from '../../../src/serve/index.ts';
import { RuleText } from '../../components/rule-text.tsx';
import { signed } from '../../core/signed.ts';

type Sum = FindingPage['sum'];
type SumLine = Sum['lines'][number];

interface Shown {
  readonly line: SumLine;
  /** Beside another sum: only in the one, only in the other, or in both. */
  readonly is: 'both' | 'gone' | 'come';
}

const keyOf = ({ rule, what, value }: SumLine): string => `${rule} ${value} ${what}`;

/** The lines of a sum, and where it is held beside another those that would go struck out, those that would come marked. */
const beside = (sum: Sum, after: Sum | null): readonly Shown[] => {
  if (after === null) return sum.lines.map((line) => ({ line, is: 'both' }));
  const left = after.lines.map((line) => ({ key: keyOf(line), line }));
  const shown: Shown[] = [];
  for (const line of sum.lines) {
    const at = left.findIndex(({ key }) => key === keyOf(line));
    const found = left[at];
    if (found === undefined) shown.push({ line, is: 'gone' });
    else {
      left.splice(at, 1);
      shown.push({ line: found.line, is: 'both' });
    }
  }
  for (const { line } of left) shown.push({ line, is: 'come' });
  return [...shown.filter(({ line }) => !line.isGraded), ...shown.filter(({ line }) => line.isGraded)];
};

/** Lines that are shown before somebody asks for all of a long sum. */
const AT_FIRST = 30;

/**
 * The sum behind a finding as one would write it with a pencil: each line with its points and what it comes to after it, the
 * subtotal from which credibility is read, what analysts graded, the total.
 *
 * @param after The sum as it would be without some sources: what would go is struck out.
 */
export const WeightSum = ({
  sum,
  after = null,
  toClaim,
}: {
  readonly sum: Sum;
  readonly after?: Sum | null;
  readonly toClaim: (claim: string) => void;
}): ReactNode => {
  const [isWhole, setWhole] = useState(false);
  const now = after ?? sum;
  const all = beside(sum, after);
  const lines = isWhole ? all : all.slice(0, AT_FIRST);
  const graded = lines.findIndex(({ line }) => line.isGraded);
  let running = 0;
  const rows = lines.map((shown, index) => {
    if (shown.is !== 'gone') running += shown.line.value;
    return { ...shown, running, isFirstGraded: index === graded };
  });
  const hidden = all.length - lines.length + now.more;
  return (
    <>
      <table className="sum">
        <caption className="hidden">Each line with its points and what the sum comes to after it</caption>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">What counts</th>
            <th scope="col" className="number">
              Points
            </th>
            <th scope="col" className="number">
              So far
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={`${row.is} ${row.line.number}`}>
              {row.isFirstGraded ? (
                <Total words="Before analysts’ grades" value={now.subtotal} what="subtotal" />
              ) : null}
              <Row {...row} toClaim={toClaim} />
            </Fragment>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={4} className="dim">
                No line: nobody who counts says so.
              </td>
            </tr>
          ) : null}
          {hidden > 0 ? (
            <tr>
              <td colSpan={4}>
                <button type="button" className="quiet" onClick={() => setWhole(true)}>
                  {hidden} more lines, which come to {signed(now.total - running)}
                </button>
              </td>
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          {graded === -1 && hidden === 0 ? null : graded === -1 ? (
            <Total words="Before analysts’ grades" value={now.subtotal} what="subtotal" />
          ) : null}
          <Total
            words={after === null ? 'Weight' : 'Weight without them'}
            value={now.total}
            what="total"
            was={after === null ? null : sum.total}
          />
        </tfoot>
      </table>
      <p className="small dim">
        {now.voices === 0
          ? 'No independent voice counts.'
          : `${now.voices} independent ${now.voices === 1 ? 'voice counts' : 'voices count'}.`}{' '}
        Points are added, never multiplied. Outlets that pass a story on add nothing.
      </p>
    </>
  );
};

const Total = ({
  words,
  value,
  what,
  was = null,
}: {
  readonly words: string;
  readonly value: number;
  readonly what: 'subtotal' | 'total';
  readonly was?: number | null;
}): ReactNode => (
  <tr className={what} data-sum={what}>
    <th scope="row" colSpan={3}>
      {words}
    </th>
    <td className="number" data-value={value}>
      {was === null || was === value ? null : (
        <>
          <s className="dim">
            {was}
            <span className="hidden"> before, now </span>
          </s>{' '}
        </>
      )}
      {value}
    </td>
  </tr>
);

const Row = ({
  line,
  is,
  running,
  toClaim,
}: Shown & { readonly running: number; readonly toClaim: (claim: string) => void }): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [first] = line.claims;
  return (
    <tr className={is} data-points={is === 'gone' ? undefined : line.value}>
      <td>
        <button
          type="button"
          className="rule"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          title={`What rule ${line.rule} says`}
          onClick={() => setOpen(!isOpen)}
        >
          {line.rule}
        </button>
      </td>
      <td>
        {is === 'gone' ? (
          <span className="hidden">would go: </span>
        ) : is === 'come' ? (
          <span className="tag">new</span>
        ) : null}{' '}
        {first === undefined ? (
          line.what
        ) : (
          <button type="button" className="plain" title="To the claim that counts" onClick={() => toClaim(first)}>
            {line.what}
          </button>
        )}
        <span className="why">{line.why}</span>
        {isOpen ? <RuleText number={line.rule} id={id} /> : null}
      </td>
      <td className="number points">{is === 'gone' ? <s>{signed(line.value)}</s> : signed(line.value)}</td>
      <td className="number dim">{is === 'gone' ? '' : running}</td>
    </tr>
  );
};

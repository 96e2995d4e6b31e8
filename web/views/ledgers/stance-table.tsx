import { type ReactNode, useId, useState } from 'react';
import type { StancesAnswer } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { STANDING_WORDS, type Standing } from '../../components/standing-mark.tsx';
import { DateMark } from './date-mark.tsx';
import { Name } from './names.tsx';
import { Quotes } from './quotes.tsx';
import { StateMark } from './state-mark.tsx';

type Line = StancesAnswer['lines'][number];
type View = Line['cells'][number][number];

const WORDS: Readonly<Record<View['stance'], string>> = {
  accepts: 'accepts',
  rejects: 'rejects',
  'on-condition': 'on condition',
  silent: 'silent',
};

const keyOf = ({ plan, clause, about }: Line): string => `${plan?.id ?? ''} ${clause?.id ?? ''} ${about}`;

/** Lines down, parties across; a press on a cell shows what it stands on under its line. */
export const StanceTable = ({
  data,
  open,
}: {
  readonly data: StancesAnswer;
  readonly open: (id: string) => void;
}): ReactNode => {
  const [shown, setShown] = useState<string | null>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="matrix-wrap" aria-label="Views" tabIndex={0}>
      <table className="matrix">
        <caption className="hidden">Who takes which view of which plan and point</caption>
        <thead>
          <tr>
            <th scope="col">On</th>
            {data.parties.map(({ id, text }) => (
              <th key={id} scope="col" dir="auto">
                <Name one={{ id, text, list: 'entities' }} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.lines.map((line) => (
            <MatrixRow
              key={keyOf(line)}
              line={line}
              parties={data.parties}
              shown={shown}
              setShown={setShown}
              open={open}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const MatrixRow = ({
  line,
  parties,
  shown,
  setShown,
  open,
}: {
  readonly line: Line;
  readonly parties: StancesAnswer['parties'];
  readonly shown: string | null;
  readonly setShown: (key: string | null) => void;
  readonly open: (id: string) => void;
}): ReactNode => {
  const { plan, clause, about, cells } = line;
  const id = useId();
  const cellKey = (index: number): string => `${keyOf(line)} ${parties[index]?.id}`;
  const at = parties.findIndex((_, index) => cellKey(index) === shown);
  const views = at === -1 ? [] : (cells[at] ?? []);
  return (
    <>
      <tr className={clause === null ? 'plan' : 'clause'}>
        <th scope="row" dir="auto">
          {clause === null ? (
            plan === null ? (
              <span className="about">{about === '' ? 'not told on what' : about}</span>
            ) : (
              <>
                <Name one={plan} />
                <span className="small dim"> as a whole</span>
              </>
            )
          ) : (
            <>
              {clause.form === 'quoted' ? `“${clause.text}”` : clause.text}
              <span className="small dim">
                {[clause.topic === 'other' ? null : clause.topic, clause.version].filter(Boolean).join(' · ')}
              </span>
            </>
          )}
        </th>
        {cells.map((cell, index) => (
          <td key={parties[index]?.id}>
            {cell.length === 0 ? (
              <span className="hidden">nothing told</span>
            ) : (
              <button
                type="button"
                className="views"
                aria-expanded={index === at}
                aria-controls={id}
                onClick={() => setShown(index === at ? null : cellKey(index))}
              >
                {cell.map((view) => (
                  <ViewWords key={`${view.stance} ${view.date}`} view={view} />
                ))}
              </button>
            )}
          </td>
        ))}
      </tr>
      {views.length === 0 ? null : (
        <tr className="under" id={id}>
          <td colSpan={parties.length + 1}>
            <div className="course fade">
              {views.map((view) => (
                <div key={`${view.stance} ${view.date}`}>
                  <p className="said">
                    <b>{parties[at]?.text}</b> <ViewWords view={view} />
                  </p>
                  <p className="small">
                    <OriginChips ids={view.origins} />{' '}
                    {view.isDenied ? <span className="tag against">denied by some</span> : null}{' '}
                    <button type="button" className="quiet" onClick={() => open(view.ids[0] ?? '')}>
                      who says so
                    </button>
                  </p>
                  <Quotes evidence={view.evidence} isOpen />
                </div>
              ))}
            </div>
          </td>
        </tr>
      )}
    </>
  );
};

const ViewWords = ({ view }: { readonly view: View }): ReactNode => (
  <span className="view-words">
    <StateMark word={view.stance} />
    <span>
      {WORDS[view.stance]}
      <span className="small dim">
        {view.date === null ? null : (
          <>
            <DateMark date={view.date} /> {view.when}
          </>
        )}
        {[
          ...view.standing.map((one) => STANDING_WORDS[one as Standing] ?? one),
          ...(view.isDenied ? ['denied by some'] : []),
        ]
          .map((words) => ` · ${words}`)
          .join('')
          .replace(/^ · /, view.date === null ? '' : ' · ')}
      </span>
    </span>
  </span>
);

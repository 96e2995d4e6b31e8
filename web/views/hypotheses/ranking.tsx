import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { RuleText } from '../../components/rule-text.tsx';
import { useCase } from '../../core/case.ts';
import { undoEntry } from '../../core/decisions.ts';
import { counted } from '../../core/signed.ts';
import type { Supposed } from './held.ts';

/** Hypotheses by how little speaks against them, each with its score written out so that it can be redone. */
export const Ranking = ({
  hypotheses,
  marked,
}: {
  readonly hypotheses: readonly Supposed[];
  readonly marked: string | null;
}): ReactNode => (
  <ol className="ranking">
    {[...hypotheses]
      .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1))
      .map((hypothesis) => (
        <Ranked key={hypothesis.id} hypothesis={hypothesis} isMarked={hypothesis.id === marked} />
      ))}
  </ol>
);

const Ranked = ({ hypothesis, isMarked }: { readonly hypothesis: Supposed; readonly isMarked: boolean }): ReactNode => {
  const { label, text, by, at, decision, inconsistency, corroborated, rank, without } = hypothesis;
  const client = useQueryClient();
  const { isReadOnly } = useCase();
  const [isGone, setGone] = useState(false);
  const takeBack = (): void => {
    setGone(true);
    undoEntry(client, decision).catch(() => setGone(false));
  };
  return (
    <li className={isMarked ? 'marked' : ''} data-hypothesis={label}>
      <span className="rank" title={`Place ${rank}`}>
        <span className="hidden">Place </span>
        {rank}
      </span>
      <div>
        <p className="said">
          <b>{label}</b> {text}
        </p>
        <p className="small dim">
          {inconsistency === 0
            ? 'Nothing that weighs was held to speak against it.'
            : `Inconsistency ${inconsistency}, ${corroborated === inconsistency ? 'all' : corroborated} of it on two or more independent voices.`}
          {without === null ? null : (
            <>
              {' '}
              Without “{without.text}” it would be {without.inconsistency}, in place {without.rank}.
            </>
          )}
        </p>
        <Score hypothesis={hypothesis} />
        <p className="small dim">
          Supposed by {by}, {at.slice(0, 10)}
          {isReadOnly ? null : isGone ? (
            '; taken back, the case is being put together'
          ) : (
            <>
              {' · '}
              <button type="button" className="quiet no-print" onClick={takeBack}>
                Take it back<span className="hidden">: {label}</span>
              </button>
            </>
          )}
        </p>
      </div>
      <span className="number score" data-inconsistency={inconsistency}>
        {inconsistency}
      </span>
    </li>
  );
};

/** The score as a sum. */
const Score = ({ hypothesis: { label, sum, inconsistency } }: { readonly hypothesis: Supposed }): ReactNode => {
  const [isRule, setRule] = useState(false);
  const id = useId();
  if (sum.length === 0) return null;
  return (
    <details className="score-sum">
      <summary>
        {sum.map(({ times, weight }) => (times === 2 ? `2 × ${weight}` : `${weight}`)).join(' + ')} = {inconsistency}
      </summary>
      <table className="sum">
        <caption className="hidden">What speaks against {label}, and for how much</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Held as</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col" className="number">
              Counts
            </th>
          </tr>
        </thead>
        <tbody>
          {sum.map((cell) => (
            <tr key={`${cell.row} ${cell.side}`} data-score={cell.score}>
              <td>
                {cell.side === 'against' ? 'That it is denied: ' : ''}
                {cell.text}
              </td>
              <td>
                {cell.value} ({cell.times}×)
              </td>
              <td className="number">
                {cell.weight}
                <span className="why">{counted(cell.voices, 'voice')}</span>
              </td>
              <td className="number points">{cell.score}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row" colSpan={3}>
              Inconsistency
            </th>
            <td className="number">{inconsistency}</td>
          </tr>
        </tfoot>
      </table>
      <p className="small dim">
        Once for I, twice for II; what is consistent adds nothing, since what fits every hypothesis proves none.{' '}
        <button type="button" className="rule" aria-expanded={isRule} onClick={() => setRule(!isRule)}>
          W36
        </button>
      </p>
      {isRule ? <RuleText number="W36" id={id} /> : null}
    </details>
  );
};

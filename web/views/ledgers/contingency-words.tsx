import type { ReactNode } from 'react';
import type { ContingencyAnswer } from '../../../src/serve/index.ts';
import { stateOfBox } from './say-supposed.tsx';
import { StateMark } from './state-mark.tsx';
import type { Supposition, Suppositions } from './use-suppositions.ts';

type Box = ContingencyAnswer['boxes'][number];

const CHOICES: readonly (readonly [Supposition, string])[] = [
  ['holds', 'holds'],
  ['fails', 'fails'],
  ['open', 'as told'],
];

/** The same as the picture, in words: each deal, what it hangs on, and what that hangs on in turn. */
export const ContingencyWords = ({
  data,
  suppositions,
  open,
}: {
  readonly data: ContingencyAnswer;
  readonly suppositions: Suppositions;
  readonly open: (id: string, list: string) => void;
}): ReactNode => {
  const byId = new Map(data.boxes.map((box) => [box.id, box]));
  const below = (id: string): readonly { readonly box: Box; readonly form: string }[] =>
    data.edges.flatMap(({ from, to, form }) => {
      const box = from === id ? byId.get(to) : undefined;
      return box === undefined ? [] : [{ box, form }];
    });
  const gainers = (id: string): readonly Box[] =>
    data.edges.flatMap(({ from, to }) => {
      const box = to === id ? byId.get(from) : undefined;
      return box?.kind === 'gain' ? [box] : [];
    });
  const Said = ({
    box,
    form,
    seen,
  }: {
    readonly box: Box;
    readonly form: string | null;
    readonly seen: readonly string[];
  }): ReactNode => {
    const state = stateOfBox(box, suppositions.of(box.id), suppositions.answer);
    const under = seen.includes(box.id) ? [] : below(box.id).filter((one) => one.box.kind !== 'gain');
    return (
      <li className={`${box.kind} ${state.tone}`}>
        <div className="line">
          <StateMark word={state.word} />
          <button type="button" className="text" onClick={() => open(box.id, box.list)}>
            {box.text}
          </button>
          <span className="small dim">
            {[
              form === 'implied' ? 'implied' : form === 'denotes' ? 'what its words are for' : null,
              state.said,
              box.aside,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        {box.kind === 'condition' ? (
          <fieldset className="choices">
            <legend className="hidden">Suppose of: {box.text}</legend>
            {CHOICES.map(([to, word]) => (
              <label key={to}>
                <input
                  type="radio"
                  name={`suppose-${box.id}-${seen.join('-')}`}
                  checked={suppositions.of(box.id) === to}
                  onChange={() => suppositions.set(box.id, to)}
                />
                {word}
              </label>
            ))}
          </fieldset>
        ) : null}
        {under.length === 0 ? null : (
          <ul>
            {under.map((one) => (
              <Said key={one.box.id} box={one.box} form={one.form} seen={[...seen, box.id]} />
            ))}
          </ul>
        )}
        {box.kind === 'deal' && gainers(box.id).length > 0 ? (
          <p className="small">
            Who would gain:{' '}
            {gainers(box.id).map((one, index) => (
              <span key={one.id}>
                {index === 0 ? '' : ', '}
                <button type="button" className="text" onClick={() => open(one.id, one.list)}>
                  {one.text}
                </button>
              </span>
            ))}
          </p>
        ) : null}
      </li>
    );
  };
  return (
    <ul className="in-words">
      {data.deals.flatMap((id) => {
        const box = byId.get(id);
        return box === undefined ? [] : [<Said key={id} box={box} form={null} seen={[]} />];
      })}
    </ul>
  );
};

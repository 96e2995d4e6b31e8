import type { KeyboardEvent, ReactNode } from 'react';
import type { ContingencyAnswer } from '../../../src/serve/index.ts';
import { stateOfBox } from './say-supposed.tsx';
import { hasStateMark, StateMark } from './state-mark.tsx';
import type { Suppositions } from './use-suppositions.ts';

const PADDING = 9;

/** What hangs on what, left to right; a press on a condition supposes that it holds, then that it fails. */
export const ContingencyPicture = ({
  data,
  suppositions,
  open,
}: {
  readonly data: ContingencyAnswer;
  readonly suppositions: Suppositions;
  readonly open: (id: string, list: string) => void;
}): ReactNode => {
  const { picture, boxes, edges } = data;
  if (picture === null) return null;
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const forms = new Map(edges.map(({ from, to, form }) => [`${from} ${to}`, form]));
  const stateOf = (id: string) => {
    const box = byId.get(id);
    return box === undefined ? null : stateOfBox(box, suppositions.of(id), suppositions.answer);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture is no set of fields
    <svg
      className="contingency"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      width={picture.width}
      height={picture.height}
      role="group"
      aria-label="What hangs on what; it is told in words below"
    >
      <g fill="none">
        {picture.paths.map(({ from, to, d }) => (
          <path
            key={`${from} ${to}`}
            d={d}
            className={`edge ${forms.get(`${from} ${to}`) ?? ''} ${stateOf(to)?.tone ?? ''}`}
          />
        ))}
      </g>
      {picture.boxes.map((placed) => {
        const box = byId.get(placed.id);
        if (box === undefined) return null;
        const state = stateOfBox(box, suppositions.of(box.id), suppositions.answer);
        const isCondition = box.kind === 'condition';
        const show = (): void => open(box.id, box.list);
        const press = isCondition ? () => suppositions.cycle(box.id) : show;
        const onKeyDown = (event: KeyboardEvent): void => {
          if (event.key !== ' ' && event.key !== 'Enter') return;
          event.preventDefault();
          if (event.key === ' ') press();
          else show();
        };
        const hasMark = hasStateMark(state.word);
        const top = (line: number): number => placed.y + PADDING + picture.line * (line + 0.76);
        const left = placed.x + PADDING + 3;
        return (
          // biome-ignore lint/a11y/useSemanticElements: there is no button element inside a picture
          <g
            key={box.id}
            role="button"
            tabIndex={0}
            className={`box ${box.kind} ${box.form ?? ''} ${state.tone}`}
            aria-label={`${box.text}: ${state.said}${isCondition ? '. Space supposes that it holds or fails, Enter shows its quotes' : '. Enter shows its quotes'}`}
            onClick={press}
            onKeyDown={onKeyDown}
          >
            <rect
              x={placed.x + 1}
              y={placed.y}
              width={picture.boxWidth - 2}
              height={placed.height}
              rx={isCondition ? 15 : 6}
            />
            {hasMark ? <StateMark word={state.word} at={{ x: left, y: top(0) - 10 }} /> : null}
            <text x={left + (hasMark ? 17 : 0)} y={top(0)} className="state-words">
              {state.said}
            </text>
            {placed.lines.map((line, index) => (
              <text key={line} x={left} y={top(index + 1)} className="words">
                {line}
              </text>
            ))}
            {placed.aside.map((line, index) => (
              <text key={line} x={left} y={top(index + 1 + placed.lines.length)} className="small-words">
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { NewDecision } from '../../src/serve/index.ts';
import { useCase } from '../core/case.ts';
import { lastOf, sayDecided, takeDecision, undoLast, useOwnDecisions } from '../core/decisions.ts';
import { useKeys } from '../core/keys.ts';
import { CorrectField } from './correct-field.tsx';
import { actsFor, type DecideAct, GRADES } from './decide-acts.ts';
import { DecideField } from './decide-field.tsx';
import { DecidedBefore } from './decided-before.tsx';
import { EntityPicker } from './entity-picker.tsx';
import './decide-bar.css';

/** Somebody is in the middle of deciding: what is still to be said. */
type Step =
  | { readonly at: 'more'; readonly act: DecideAct }
  | { readonly at: 'why'; readonly act: DecideAct; readonly value: string | null; readonly other: Other | null };

interface Other {
  readonly id: string;
  readonly text: string;
}

export interface DecideBarProps {
  /** The list of the case that the item is in; `passages` for a place in a document, `sources` for a source by its name. */
  readonly list: string;
  /** Its id; of a passage `DOCUMENT@START-END`; of a source its name. */
  readonly id: string;
  /** What is decided on, in words. */
  readonly text: string;
  /** Whether its keys work; of several bars on a page, that of the current item. */
  readonly isActive?: boolean;
  /** For an entity: the one that it may be, offered first. */
  readonly other?: Other;
  /** Called when something was decided; it is being kept by then. */
  readonly decided?: (request: NewDecision) => void;
}

const NEVER_EDITS =
  'Kept in the journal beside the case, and can be taken back. It never edits the text or what was read.';

/**
 * Decides in place: one key for each act, a reason that may be given, the last one taken back with `z`, and what was decided of the
 * same before.
 */
export const DecideBar = (props: DecideBarProps): ReactNode => {
  const { list, id } = props;
  const { isReadOnly } = useCase();
  if (actsFor(list).length === 0) return null;
  return (
    <div className="decide no-print">
      {isReadOnly ? (
        <p className="small dim">This file is read-only: nothing can be decided here.</p>
      ) : (
        <Acts key={`${list} ${id}`} {...props} />
      )}
      <DecidedBefore about={id} />
    </div>
  );
};

const Acts = ({ list, id, text, isActive = false, other, decided }: DecideBarProps): ReactNode => {
  const client = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const acts = actsFor(list);
  const begin = (act: DecideAct): void =>
    setStep(
      act.asks === 'nothing'
        ? { at: 'why', act, value: null, other: null }
        : act.asks === 'entity' && other !== undefined
          ? { at: 'why', act, value: null, other }
          : { at: 'more', act },
    );
  const save = (act: DecideAct, value: string | null, second: Other | null, why: string): void => {
    const about = second === null ? [id] : [id, second.id];
    const request: NewDecision = { kind: act.kind, about, value, why: why.trim() === '' ? null : why.trim() };
    setStep(null);
    takeDecision(client, id, second === null ? text : `${text}; ${second.text}`, request);
    decided?.(request);
  };
  const leave = (): void => setStep(null);
  const buttons = useRef<HTMLFieldSetElement>(null);
  const began = useRef<string | null>(null);
  useEffect(() => {
    // Whoever typed goes on from where it began, not from the top of the page.
    if (step === null && began.current !== null && document.activeElement === document.body)
      buttons.current?.querySelector<HTMLElement>(`[data-kind="${began.current}"]`)?.focus({ preventScroll: true });
    began.current = step?.act.kind ?? null;
  }, [step]);
  useKeys([
    ...(isActive && step === null ? acts.map((act) => ({ keys: act.key, does: act.does, act: () => begin(act) })) : []),
    ...(isActive
      ? [{ keys: 'z', does: 'take the last decision back', act: () => void undoLast(client).catch(() => undefined) }]
      : []),
  ]);
  return (
    <>
      <fieldset ref={buttons} className="acts" aria-label={`Decide on: ${text}`}>
        {acts.map((act) => (
          <button
            key={act.kind}
            type="button"
            className="button"
            data-kind={act.kind}
            title={`${act.does[0]?.toUpperCase()}${act.does.slice(1)}. ${NEVER_EDITS}`}
            aria-pressed={step?.act.kind === act.kind}
            onClick={() => begin(act)}
          >
            {isActive ? <kbd>{act.key}</kbd> : null}
            {act.word}
          </button>
        ))}
      </fieldset>
      {step === null ? (
        <LastOne about={id} isActive={isActive} />
      ) : step.at === 'why' ? (
        <DecideField
          label={`${sayDecided({ kind: step.act.kind, value: step.value })}${step.other === null ? '' : `: ${text}, ${step.other.text}`}. Why?`}
          hint="Enter keeps it with this reason, Escape without one"
          end={(why) => save(step.act, step.value, step.other, why ?? '')}
        />
      ) : step.act.asks === 'entity' ? (
        <EntityPicker
          label={
            list === 'passages'
              ? `“${text}” is ${step.act.word.toLowerCase()}`
              : `${text}: ${step.act.word.toLowerCase()}`
          }
          not={id}
          pick={(entity) => setStep({ at: 'why', act: step.act, value: null, other: entity })}
          leave={leave}
        />
      ) : step.act.asks === 'correction' ? (
        <CorrectField
          list={list}
          id={id}
          correct={(value) => setStep({ at: 'why', act: step.act, value, other: null })}
          leave={leave}
        />
      ) : step.act.asks === 'words' ? (
        <DecideField
          label="Note"
          hint="Enter keeps it, Escape leaves"
          end={(words) => {
            if (words === null || words.trim() === '') leave();
            else save(step.act, words.trim(), null, '');
          }}
        />
      ) : (
        <Grades
          of={step.act.asks === 'reliability' ? 'reliability' : 'credibility'}
          give={(grade) => setStep({ at: 'why', act: step.act, value: grade, other: null })}
          leave={leave}
        />
      )}
    </>
  );
};

/** The grades of an axis, a key each. */
const Grades = ({
  of,
  give,
  leave,
}: {
  readonly of: 'reliability' | 'credibility';
  readonly give: (grade: string) => void;
  readonly leave: () => void;
}): ReactNode => {
  useKeys([
    ...GRADES[of].flatMap(({ grade, says }) =>
      [...new Set([grade.toLowerCase(), grade])].map((keys) => ({ keys, does: says, act: () => give(grade) })),
    ),
    { keys: 'Escape', does: 'leave', act: leave },
  ]);
  return (
    <fieldset className="grades" aria-label={of === 'reliability' ? 'How reliable' : 'How credible'}>
      {GRADES[of].map(({ grade, says }) => (
        <button key={grade} type="button" className="button" onClick={() => give(grade)}>
          <kbd>{grade}</kbd> {says}
        </button>
      ))}
      <button type="button" className="quiet" onClick={leave}>
        Leave
      </button>
    </fieldset>
  );
};

/** For how long the last decision stands in the bars of other items. */
const REMEMBERED_MS = 120_000;

/** The last decision of this page, and how to take it back. */
const LastOne = ({ about, isActive }: { readonly about: string; readonly isActive: boolean }): ReactNode => {
  const client = useQueryClient();
  const last = lastOf(useOwnDecisions());
  const isHere = last?.about === about;
  const isShown = last !== null && (isHere || (isActive && Date.now() - last.at < REMEMBERED_MS));
  return (
    <p className="last" role="status">
      {isShown ? (
        <>
          {sayDecided(last.request)}
          {isHere ? '' : `: ${last.text}`}.{' '}
          <button type="button" className="quiet" onClick={() => void undoLast(client).catch(() => undefined)}>
            Undo {isActive ? <kbd>z</kbd> : null}
          </button>
        </>
      ) : null}
    </p>
  );
};

import type { Span } from '../../model/index.ts';
import type { RecognisedPredicate } from '../network/index.ts';
import { hasVerb, isListed, TELLING } from './choose.ts';
import { classOfCue } from './class-of-cue.ts';
import type { AttributionInput, Draft } from './draft.ts';
import { firstEndingAfter, outermost, overlapping } from './places.ts';

const BY = /^(?:by|from)\s+/i;
const EXPLETIVE = /^(?:it|there|that|which|what)$/i;
/** Within what somebody says these are the speaker and who is spoken to. */
const SPEAKING = /^(?:I|we|you)$/i;
/** Least sureness of a role that fills in for a missing source. */
const LEAST_DOER = 0.55;
/** Least sureness of a telling known by its roles alone. */
const LEAST_TOLD = 0.4;

/** Who does what the verb of a cue says, by the network's roles: "was told by Veld" is Veld. */
const doerOf = (known: AttributionInput, predicate: RecognisedPredicate): { span: Span; confidence: number } | null => {
  const role = predicate.roles.find(({ label }) => label === 'ARG0');
  if (role === undefined) return null;
  const by = BY.exec(known.text.slice(role.start, role.end))?.[0].length ?? 0;
  const span: Span = [role.start + by, role.end];
  return EXPLETIVE.test(known.text.slice(...span)) ? null : { span, confidence: role.confidence };
};

/** Gives attributions without a source the doer of the verb in their cue. */
export const withDoers = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
  const { predicates } = known.recognised;
  return drafts.map((draft) => {
    const { cue, source, content } = draft;
    if (cue === null || source !== null) return draft;
    for (let i = firstEndingAfter(predicates, cue[0]); i < predicates.length; i++) {
      const predicate = predicates[i];
      if (predicate === undefined || predicate.start >= cue[1]) break;
      const doer = doerOf(known, predicate);
      if (doer === null || doer.confidence < LEAST_DOER) continue;
      const taken = [cue, ...content].some(([start, end]) => start < doer.span[1] && doer.span[0] < end);
      if (!taken) return { ...draft, source: doer.span };
    }
    return draft;
  });
};

/**
 * Tellings inside what somebody says, by the network's roles: the verb is a listed word of telling, has a doer, and what is
 * told has a verb. Training data labels only the outermost of attributions in each other, but roles in all.
 */
export const findTold = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
  const cues = outermost(drafts.flatMap(({ cue }) => (cue === null ? [] : [{ start: cue[0], end: cue[1] }])));
  const said = outermost(drafts.flatMap(({ content }) => content.map(([start, end]) => ({ start, end }))));
  return known.recognised.predicates.flatMap((predicate): Draft[] => {
    const { start, end } = predicate;
    if (overlapping(cues, [start, end]).length > 0 || overlapping(said, [start, end]).length === 0) return [];
    const doer = doerOf(known, predicate);
    if (doer === null || SPEAKING.test(known.text.slice(...doer.span)) || overlapping(said, doer.span).length === 0)
      return [];
    const told = predicate.roles.filter(
      ({ label, ...role }) => (label === 'ARG1' || label === 'C-ARG1') && hasVerb(known, [role.start, role.end]),
    );
    const spans = told.map((role): Span => [role.start, role.end]);
    const cue: Span = [start, end];
    if (
      spans.length === 0 ||
      !hasVerb(known, cue) ||
      !isListed(known, cue) ||
      !TELLING.has(classOfCue(known, cue, spans).kind)
    )
      return [];
    const confidence = predicate.confidence * doer.confidence * Math.min(...told.map((role) => role.confidence));
    if (confidence < LEAST_TOLD) return [];
    return [{ source: doer.span, cue, content: spans, confidence }];
  });
};

import type { Span } from '../../model/index.ts';
import type { Sentence, Token } from '../known.ts';
import type { RecognisedPredicate } from '../network/recognised.ts';
import type { AttributionInput, CueClass, Draft } from './draft.ts';
import { firstEndingAfter, outermost, overlapping, trimmed } from './places.ts';

/** Adverbs by which a report passes on what it has not seen for itself. */
const HEDGE = /^(?:reportedly|allegedly|purportedly|supposedly|apparently|ostensibly|rumou?redly|seemingly)$/;
const HEARSAY: CueClass = { kind: 'hearsay', polarity: 'positive', certainty: 'possible', tense: 'non-future' };
const NONE = /^(?:no|little|any|scant|insufficient|without)$/;
const EVIDENCE = /^(?:evidence|indications?|signs?|proof|records?|hints?|suggestions?)$/;
const OPENS = /^(?:that|of|to|for|whether|suggesting|showing|linking|indicating)$/;
const NO_EVIDENCE: CueClass = { kind: 'no-evidence', polarity: 'negative', certainty: 'probable', tense: 'non-future' };
const EDGE = /[\s,;:.!?–—-]/;
/** Words between a hedge and the verb it belongs to. */
const NEAR = 40;
/** Both rules go by the words alone; a guess, since PolNeAR labels only some of them. */
const CONFIDENCE = 0.8;

/**
 * What is said by nobody: "there is no evidence that …", and hedges ("reportedly"), where the network found no attribution.
 *
 * The content of a hedge is what the network says takes part in the verb behind it.
 */
export const findUnsourced = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
  const cues = outermost(drafts.flatMap(({ cue }) => (cue === null ? [] : [{ start: cue[0], end: cue[1] }])));
  const said = outermost(drafts.flatMap(({ content }) => content.map(([start, end]) => ({ start, end }))));
  const found: Draft[] = [];
  known.tokens.forEach((token, i) => {
    if (overlapping(cues, [token.start, token.end]).length > 0) return;
    const sentence = known.sentences[token.sentence];
    if (sentence === undefined) return;
    const isHedge = HEDGE.test(token.lower);
    const cue: Span | null = isHedge ? [token.start, token.end] : absenceAt(known.tokens, i);
    if (cue === null) return;
    const end = Math.min(sentence.end, overlapping(said, cue)[0]?.end ?? sentence.end);
    const content = isHedge ? hedged(known, cue, sentence) : [[cue[1], Math.max(cue[1], end)] as const];
    const pieces = content.map((span) => trimmed(known.text, span, EDGE)).filter((span) => span !== null);
    if (pieces.length === 0) return;
    found.push({ source: null, cue, content: pieces, confidence: CONFIDENCE, class: isHedge ? HEARSAY : NO_EVIDENCE });
  });
  return found;
};

/** "no evidence | that": the words from the negation to the noun. */
const absenceAt = (tokens: readonly Token[], i: number): Span | null => {
  const noun = tokens[i];
  if (noun === undefined || !EVIDENCE.test(noun.lower) || !OPENS.test(tokens[i + 1]?.lower ?? '')) return null;
  for (let back = 1; back <= 3; back++) {
    const word = tokens[i - back];
    if (word !== undefined && word.sentence === noun.sentence && NONE.test(word.lower)) return [word.start, noun.end];
  }
  return null;
};

/** The verb behind a hedge with what takes part in it, on both sides of the hedge. */
const hedged = (known: AttributionInput, [start, end]: Span, sentence: Sentence): readonly Span[] => {
  const verb = predicateBehind(known.recognised.predicates, end);
  if (verb === undefined || verb.start > Math.min(sentence.end, end + NEAR)) return [];
  const roles = verb.roles.filter((role) => role.start >= sentence.start && role.end <= sentence.end);
  const from = Math.min(verb.start, ...roles.map((role) => role.start));
  const to = Math.max(verb.end, ...roles.map((role) => role.end));
  return from < start
    ? [
        [from, start],
        [end, to],
      ]
    : [[end, to]];
};

const predicateBehind = (predicates: readonly RecognisedPredicate[], offset: number): RecognisedPredicate | undefined =>
  predicates[firstEndingAfter(predicates, offset)];

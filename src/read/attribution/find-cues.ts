import type { Clause, Known, Token } from '../known.ts';
import type { Cue, CueClass, CueLookup } from './cue.ts';

type Parts = Pick<Known, 'text' | 'tokens' | 'sentences' | 'clauses' | 'phrases'>;

const ACCORDING = /\b(?:according to|in the words of)\s+/gi;
const NO_EVIDENCE =
  /\b(?:(?:no|little|any|not any) (?:evidence|indication|sign|proof|suggestion|record|hint)\b(?:[^.;:!?]{0,60}?\b(?=that\b|of\b|to suggest\b|to show\b|to indicate\b))?)/gi;
const HEDGE = /^(?:reportedly|allegedly|purportedly|supposedly|apparently|ostensibly|rumoredly|seemingly)$/;

/** Particles and bare objects that make a word of saying of a verb that is none by itself. */
const longest = (known: Parts, clause: Clause, lookup: CueLookup): { found: CueClass; last: number } | null => {
  for (let size = 3; size >= 1; size--) {
    const words = known.tokens.slice(clause.last, clause.last + size).map((token) => token.lower);
    if (words.length < size) continue;
    const found = lookup([clause.lemma, ...words].join(' '));
    if (found !== null) return { found, last: clause.last + size };
  }
  const found = lookup(clause.lemma);
  return found === null ? null : { found, last: clause.last };
};

/**
 * Verbs of saying with a clause of their own.
 *
 * Negation turns what is said round only where the verb is one of knowing or of giving word: "did not confirm" leaves the
 * content open, "never met" is no saying at all.
 */
export const findVerbCues = (known: Parts, lookup: CueLookup): readonly (Cue & { readonly clause: Clause })[] => {
  const cues: (Cue & { readonly clause: Clause })[] = [];
  for (const clause of known.clauses) {
    // "people briefed on the talks": what only describes somebody is no saying.
    if (clause.passive && !clause.finite) continue;
    const match = longest(known, clause, lookup);
    if (match === null) continue;
    const start = known.tokens[clause.first]?.start;
    const end = known.tokens[match.last - 1]?.end;
    if (start === undefined || end === undefined) continue;
    cues.push({ ...effect(match.found, clause, known), start, end, clause });
  }
  return cues;
};

const effect = (found: CueClass, clause: Clause, known: Parts): CueClass => {
  const silent = isSilence(known, clause);
  if (silent) return { kind: 'silence', polarity: 'positive', certainty: 'underspecified', tense: 'non-future' };
  if (clause.negated) {
    // "did not deny" is no denial, "did not say whether" and "could not confirm" leave it open.
    return {
      ...found,
      polarity: 'positive',
      certainty: 'underspecified',
      kind: found.kind === 'say' ? 'silence' : found.kind,
    };
  }
  if (clause.modal !== null && clause.modal !== 'will') return { ...found, certainty: weaker(found.certainty) };
  return found;
};

const weaker = (certainty: CueClass['certainty']): CueClass['certainty'] =>
  certainty === 'certain' ? 'probable' : certainty === 'probable' ? 'possible' : certainty;

/** "declined to comment", "has yet to comment", "did not respond": nothing is said. */
const isSilence = (known: Parts, clause: Clause): boolean => {
  const start = known.tokens[Math.max(0, clause.first - 3)]?.start ?? 0;
  const end = known.tokens[Math.min(known.tokens.length - 1, clause.last + 2)]?.end ?? start;
  const words = known.text.slice(start, end);
  return (
    /\b(?:declin|refus)\w+ to (?:comment|say|discuss|answer|elaborate|confirm)\b/i.test(words) ||
    /\byet to (?:comment|respond|reply|say|confirm|issue)\b/i.test(words) ||
    (/\b(?:not|n['’]t|never)\b/i.test(words) &&
      /\b(?:comment|respond|reply|return)\w*\b/i.test(words) &&
      clause.negated)
  );
};

/** Words outside any clause: "according to", "no evidence that", "reportedly". Each with where its own words end. */
export const findWordCues = (
  known: Parts,
): readonly {
  readonly start: number;
  readonly end: number;
  readonly form: 'according' | 'no-evidence' | 'hedge';
}[] => {
  const found: { start: number; end: number; form: 'according' | 'no-evidence' | 'hedge' }[] = [];
  for (const sentence of known.sentences) {
    const text = known.text.slice(sentence.start, sentence.end);
    for (const match of text.matchAll(ACCORDING)) {
      const start = sentence.start + match.index;
      found.push({ start, end: start + match[0].trimEnd().length, form: 'according' });
    }
    for (const match of text.matchAll(NO_EVIDENCE)) {
      const start = sentence.start + match.index;
      found.push({ start, end: start + match[0].trimEnd().length, form: 'no-evidence' });
    }
  }
  for (const token of known.tokens) {
    if (HEDGE.test(token.lower)) found.push({ start: token.start, end: token.end, form: 'hedge' });
  }
  return found.sort((a, b) => a.start - b.start);
};

/** Index of the first token at or after an offset. */
export const tokenAt = (tokens: readonly Token[], offset: number): number => {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

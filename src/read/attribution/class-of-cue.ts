import type { Span } from '../../model/index.ts';
import { type ReportingWord, reportingWord } from '../../text/index.ts';
import type { Token } from '../known.ts';
import { type CueClass, SAID } from './draft.ts';
import { firstEndingAfter } from './places.ts';

type Parts = { readonly tokens: readonly Token[] };

/** Longest listed phrase, in words ("went on record as saying"). */
const LONGEST = 5;
const NEGATION = /^(?:not|n['’]t|never|no|nor|neither|without|hardly|scarcely)$/;
/** Verbs that take back the verb they govern: "refused to say", "stopped short of confirming". */
const BACKING_OUT = /^(?:declin|refus|fail|stop|avoid|reluctan)/;
const MODAL = /^(?:would|could|may|might|should|['’]d)$/;
/** What is not said, after a verb of backing out or a negation. */
const ANSWERING =
  /^(?:comment|respond|repl(?:y|ied)|answer|elaborate|discuss|say|disclose|specify|identify|provide|return|address|talk|speak)/;
const ABSENT = /^(?:evidence|indications?|signs?|proof|records?|hints?|suggestions?)$/;
const SILENCE: CueClass = { ...SAID, kind: 'silence' };
const NO_EVIDENCE: CueClass = { kind: 'no-evidence', polarity: 'negative', certainty: 'probable', tense: 'non-future' };
const PLANNED: CueClass = { kind: 'plan', polarity: 'positive', certainty: 'probable', tense: 'future' };

/**
 * What the words of an attribution do to its content: class, polarity, certainty, tense.
 *
 * From general lists of reporting words (`data/reporting.json`); of several in one cue the longest phrase counts, else the last
 * verb ("has repeatedly said"), else a noun ("the claim"). The network also finds words that no list has: these are `say`, or
 * `plan` where the content is an infinitive. Negated words leave the content open ("did not confirm", "did not deny"), except
 * that to not believe it is to deny it, and words of not answering are `silence`: nothing is said.
 */
export const classOfCue = (known: Parts, cue: Span, content: readonly Span[]): CueClass => {
  const words = tokensIn(known, cue);
  const start = content.find(([from]) => from >= cue[1])?.[0];
  const opening = start === undefined ? [] : tokensFrom(known, start, 3);
  const lowers = words.map(({ lower }) => lower);
  const negated = lowers.some((word) => NEGATION.test(word));
  if (negated && lowers.some((word) => ABSENT.test(word))) return NO_EVIDENCE;
  const backingOut = words.some(({ lemma, lower }) => BACKING_OUT.test(lemma) || BACKING_OUT.test(lower));
  const pending = lowers.includes('yet') && lowers.some((word) => /^(?:has|have|had|is|was)$/.test(word));
  const answered = [...lowers, ...opening.map(({ lower }) => lower)].some((word) => ANSWERING.test(word));
  if ((negated || backingOut || pending) && answered) return SILENCE;
  const word = longestPhrase(words, opening) ?? lastVerb(words) ?? lastNoun(words);
  const hedge = lastOf(words, 'adverb');
  if (word === null) {
    if (hedge !== null) return { ...effectOf(hedge), kind: 'hearsay' };
    return opening[0]?.lower === 'to' && !negated ? PLANNED : SAID;
  }
  const effect = effectOf(word);
  if (negated || backingOut || pending) {
    if (effect.kind === 'say') return SILENCE;
    const denies = negated && (effect.kind === 'believe' || effect.kind === 'expect');
    return { ...effect, polarity: denies ? 'negative' : 'positive', certainty: denies ? 'probable' : 'underspecified' };
  }
  const hedged = lowers.some((lower) => MODAL.test(lower)) || hedge?.certainty === 'possible';
  return hedged ? { ...effect, certainty: weaker(effect.certainty) } : effect;
};

/** The class of a listed word or phrase. */
const effectOf = (word: ReportingWord): CueClass => ({
  kind: word.classes[0] ?? 'say',
  polarity: word.polarity ?? 'positive',
  certainty: word.certainty ?? 'underspecified',
  tense: word.tense ?? 'non-future',
});

const weaker = (certainty: CueClass['certainty']): CueClass['certainty'] =>
  certainty === 'certain' ? 'probable' : certainty === 'probable' ? 'possible' : certainty;

/** The longest listed phrase that begins in the cue; it may end in the content ("made clear | that"). */
const longestPhrase = (words: readonly Token[], opening: readonly Token[]): ReportingWord | null => {
  const all = [...words, ...opening.slice(0, 1)];
  for (let size = Math.min(LONGEST, all.length); size >= 2; size--) {
    for (let first = 0; first + size <= all.length && first < words.length; first++) {
      const piece = all.slice(first, first + size);
      const rest = piece.slice(1).map(({ lower }) => lower);
      for (const head of new Set([piece[0]?.lower ?? '', piece[0]?.lemma ?? ''])) {
        const found = reportingWord([head, ...rest].join(' '));
        if (found !== null && found.kind !== 'adverb') return found;
      }
    }
  }
  return null;
};

const lastVerb = (words: readonly Token[]): ReportingWord | null => {
  const verbs = words.filter(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return lastOf(verbs, 'verb') ?? lastOf(words, 'verb');
};

const lastNoun = (words: readonly Token[]): ReportingWord | null =>
  lastOf(
    words.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN'),
    'noun',
  );

const lastOf = (words: readonly Token[], kind: ReportingWord['kind']): ReportingWord | null => {
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i];
    if (word === undefined) continue;
    const found = reportingWord(word.lower, kind) ?? reportingWord(word.lemma, kind);
    if (found !== null) return found;
  }
  return null;
};

const tokensIn = (known: Parts, [start, end]: Span): readonly Token[] => {
  const first = firstEndingAfter(known.tokens, start);
  let last = first;
  while ((known.tokens[last]?.start ?? end) < end) last++;
  return known.tokens.slice(first, last);
};

const tokensFrom = (known: Parts, start: number, count: number): readonly Token[] => {
  const first = firstEndingAfter(known.tokens, start);
  return known.tokens.slice(first, first + count);
};

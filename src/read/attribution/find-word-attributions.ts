import type { Span } from '../../model/index.ts';
import type { Clause, Sentence } from '../known.ts';
import type { AttributionInput, Draft } from './cue.ts';
import { mentionAt, phraseExtent } from './extent.ts';
import { clauseStart } from './find-contents.ts';
import { findWordCues, tokenAt } from './find-cues.ts';
import { sourceKind } from './source-kind.ts';

const CITING = /(?:,\s*|\s)(?<cue>citing|quoting)\s+/g;

/** "The Meridian, citing two officials, said …": the officials are who the Meridian has it from. */
export const findCitedSources = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
  const bySentence = new Map<number, Draft>();
  for (const draft of drafts) {
    const place = draft.cue[0]?.[0];
    const sentence = place === undefined ? undefined : known.tokens[tokenAt(known.tokens, place)]?.sentence;
    if (sentence !== undefined && draft.kind !== 'silence' && !bySentence.has(sentence))
      bySentence.set(sentence, draft);
  }
  return known.sentences.flatMap((sentence, number): Draft[] => {
    const under = bySentence.get(number);
    const match =
      under === undefined ? undefined : [...known.text.slice(sentence.start, sentence.end).matchAll(CITING)][0];
    if (under === undefined || match === undefined) return [];
    const cueStart = sentence.start + match.index + match[0].indexOf(match.groups?.cue ?? '');
    const start = sentence.start + match.index + match[0].length;
    const phrase = known.phrases[phraseAt(known, start)];
    if (phrase === undefined || (known.tokens[phrase.first]?.start ?? 0) > start + 12) return [];
    const span = phraseExtent(known, phrase);
    const kind = sourceKind(known, mentionAt(known.mentions, known.tokens[phrase.head]?.start ?? start), span);
    if (kind === 'pronoun') return [];
    const cue: Span = [cueStart, cueStart + (match.groups?.cue ?? '').length];
    return [{ ...under, source: [span], cue: [cue], sourceKind: kind, under }];
  });
};

/** Index of the first phrase, possessors aside, that begins at or after an offset. */
const phraseAt = (known: AttributionInput, offset: number): number => {
  let low = 0;
  let high = known.phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known.tokens[known.phrases[middle]?.first ?? 0]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  while (known.phrases[low]?.attachment === 'possessive') low++;
  return low;
};

/** "According to X, …" and "…, according to X"; "no evidence that …"; "reportedly". */
export const findWordAttributions = (known: AttributionInput): readonly Draft[] => {
  const drafts: Draft[] = [];
  for (const { start, end, form } of findWordCues(known)) {
    const sentence = sentenceAt(known, start);
    if (sentence === null) continue;
    if (form === 'according') {
      const draft = according(known, start, end, sentence);
      if (draft !== null) drafts.push(draft);
      continue;
    }
    const base = {
      source: [],
      cue: [[start, end] as Span],
      speech: 'indirect' as const,
      sourceKind: 'none' as const,
      tense: 'non-future' as const,
    };
    if (form === 'no-evidence') {
      const content = tidy(known.text, end, sentence.end);
      if (content !== null)
        drafts.push({ ...base, content: [content], kind: 'no-evidence', polarity: 'negative', certainty: 'probable' });
      continue;
    }
    const pieces = around(known, start, end, sentence);
    if (pieces.length > 0)
      drafts.push({ ...base, content: pieces, kind: 'hearsay', polarity: 'positive', certainty: 'possible' });
  }
  return drafts;
};

const according = (known: AttributionInput, start: number, end: number, sentence: Sentence): Draft | null => {
  const phrase = known.phrases[phraseAt(known, end)];
  if (phrase === undefined || (known.tokens[phrase.first]?.start ?? 0) > end + 12) return null;
  const last = known.phrases[phrase.group.at(-1) ?? phrase.index] ?? phrase;
  const opens = known.text.slice(sentence.start, start).replace(/[\s"“‘'(]+/g, '').length === 0;
  // "According to the Meridian, the envoy met …": what follows the comma is what is said.
  const span: Span = [phraseExtent(known, phrase, !opens)[0], phraseExtent(known, last, !opens)[1]];
  const head = known.tokens[phrase.head]?.start ?? span[0];
  // At the head of a sentence what is said comes after the comma; elsewhere it stands before (and may go on after).
  const before = opens ? null : tidy(known.text, sentence.start, start);
  const after = tidy(known.text, span[1], sentence.end);
  const comma = known.text.slice(span[1], span[1] + 2).startsWith(',');
  const content = opens ? [after] : [before, comma && after !== null && after[1] - after[0] > 20 ? after : null];
  const spans = content.filter((piece): piece is Span => piece !== null);
  if (spans.length === 0) return null;
  const quoted = known.quotes.some(
    (quote) => !quote.scare && spans.some(([a, b]) => quote.start >= a && quote.end <= b),
  );
  return {
    source: [span],
    cue: [[start, end]],
    content: spans,
    speech: quoted ? 'mixed' : 'indirect',
    kind: 'say',
    polarity: 'positive',
    certainty: 'underspecified',
    tense: 'non-future',
    sourceKind: sourceKind(known, mentionAt(known.mentions, head), span),
  };
};

/** The clause that a hedge stands in, without the hedge itself. */
const around = (known: AttributionInput, start: number, end: number, sentence: Sentence): readonly Span[] => {
  const here = clausesFrom(known, sentence);
  const clause =
    here.find((c) => c.start <= start && end <= c.end && c.finite) ??
    here.find((c) => (known.tokens[c.first]?.start ?? 0) >= end);
  const from =
    clause === undefined ? sentence.start : Math.max(sentence.start, Math.min(clauseStart(known, clause), start));
  return [tidy(known.text, from, start), tidy(known.text, end, sentence.end)].filter(
    (piece): piece is Span => piece !== null,
  );
};

/** The clauses of a sentence; clauses are in text order. */
const clausesFrom = (known: AttributionInput, sentence: Sentence): readonly Clause[] => {
  let low = 0;
  let high = known.clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known.clauses[middle]?.first ?? 0) < sentence.first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((known.clauses[end]?.first ?? sentence.last) < sentence.last) end++;
  return known.clauses.slice(low, end);
};

const tidy = (text: string, start: number, end: number): Span | null => {
  let first = start;
  let last = end;
  while (first < last && /[\s,;:–—-]/.test(text[first] ?? '')) first++;
  while (last > first && /[\s,;:.!?–—-]/.test(text[last - 1] ?? '')) last--;
  return last - first < 3 ? null : [first, last];
};

const sentenceAt = (known: AttributionInput, offset: number): Sentence | null => {
  const token = known.tokens[tokenAt(known.tokens, offset)];
  return token === undefined ? null : (known.sentences[token.sentence] ?? null);
};

import type { Attribution, Mention, Span } from '../../model/index.ts';
import type { Clause, Sentence } from '../known.ts';
import type { AttributionInput, CueClass, CueLookup, Draft } from './cue.ts';
import { mentionAt, phraseExtent } from './extent.ts';
import { clauseStart, findContent, resumes } from './find-contents.ts';
import { findVerbCues, findWordCues, tokenAt } from './find-cues.ts';
import { findHeadlineAttributions, findMarkedAttributions, findTurnAttributions } from './find-labelled.ts';

/** Kinds of cue whose source says, writes or thinks; a plan or a wish is read only when quoted or in a that-clause. */
const WEAK = new Set([
  'plan',
  'want',
  'know',
  'pretend',
  'agree',
  'disagree',
  'order',
  'hope',
  'doubt',
  'fear',
  'reveal',
]);

/** Verbs with more ordinary senses ("held talks", "saw the draft"): they say something only in front of "that". */
const NEEDS_THAT = new Set([
  ...[
    'hold',
    'see',
    'find',
    'read',
    'hear',
    'mean',
    'show',
    'present',
    'appear',
    'seem',
    'figure',
    'feel',
    'record',
    'regard',
  ],
  ...[
    'view',
    'gather',
    'document',
    'establish',
    'determine',
    'address',
    'cite',
    'detail',
    'describe',
    'cover',
    'run',
    'carry',
  ],
  ...[
    'judge',
    'consider',
    'trust',
    'sense',
    'air',
    'broadcast',
    'throw',
    'charge',
    'post',
    'table',
    'float',
    'submit',
    'move',
  ],
]);

const opensWithThat = (known: AttributionInput, content: readonly Span[]): boolean =>
  content.some(([start, end]) =>
    /^(?:that|whether|how|why|what)\b|^["“„«]/i.test(known.text.slice(start, Math.min(end, start + 10))),
  );

/**
 * Who says what: quotes with their cues, that-clauses, "according to", cues amid and after what is said, hedges without a
 * source ("reportedly"), and words that there is no evidence.
 *
 * In text order of their first span. Contents may nest; `within` names the innermost attribution that contains one.
 * A negative polarity means that the source denies the content.
 *
 * @param lookup Words of saying with their effect on certainty and polarity; see `data/README.md`.
 */
export const findAttributions = (known: AttributionInput, lookup: CueLookup): readonly Attribution[] => {
  const cues = findVerbCues(known, lookup);
  const cueClauses = new Set(cues.map((cue) => cue.clause.index));
  const isCue = (clause: Clause): boolean => cueClauses.has(clause.index);
  const drafts: Draft[] = [];
  for (const cue of cues) {
    const content = findContent(known, cue, isCue);
    const source = sourceOf(known, cue.clause);
    if (content === null) {
      if (cue.kind === 'silence' && source !== null) drafts.push(silence(known, cue, source));
      continue;
    }
    if (NEEDS_THAT.has(cue.clause.lemma) && !opensWithThat(known, content.spans)) continue;
    if (content.speech === 'indirect' && !isReportable(known, cue.clause, cue.kind, content.spans, source)) continue;
    drafts.push({
      source: source === null ? [] : [source.span],
      cue: [[cue.start, cue.end]],
      content: content.spans,
      speech: content.speech,
      ...classOf(cue),
      sourceKind: source?.kind ?? 'none',
    });
  }
  drafts.push(...citedSources(known, drafts));
  drafts.push(...wordAttributions(known), ...findTurnAttributions(known), ...findHeadlineAttributions(known));
  drafts.push(
    ...findMarkedAttributions(known, new Set(drafts.flatMap(({ content }) => content.map(([start]) => start)))),
  );
  return nest(carryOn(known, withoutRepeats(drafts)));
};

const classOf = ({ kind, polarity, certainty, tense }: CueClass): CueClass => ({ kind, polarity, certainty, tense });

interface Source {
  readonly span: Span;
  readonly kind: Attribution['sourceKind'];
}

const sourceOf = (known: AttributionInput, clause: Clause): Source | null => {
  const doers = clause.passive
    ? clause.obliques.filter(({ preposition }) => preposition === 'by').map(({ phrase }) => phrase)
    : clause.subjects;
  // "The Meridian, citing two officials, said": who cites is who says.
  const before = known.clauses[clause.index - 1];
  const citing = [before, known.clauses[clause.index - 2]].find(
    (other) =>
      other?.sentence === clause.sentence && (other.lemma === 'cite' || other.lemma === 'quote') && !clause.passive,
  );
  const doing =
    doers.length > 0 && !(citing !== undefined && before?.subjects.join() === doers.join())
      ? doers
      : (citing?.subjects ?? doers);
  const phrases = doing.flatMap((index) => known.phrases[index] ?? []);
  const first = phrases[0];
  const last = phrases.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = phraseExtent(known, first)[0];
  const end = phraseExtent(known, last)[1];
  if (end <= start || /^(?:it|there|this|that|which|what)$/i.test(known.text.slice(start, end))) return null;
  const head = known.tokens[first.head]?.start ?? start;
  return { span: [start, end], kind: sourceKind(known, mentionAt(known.mentions, head), [start, end]) };
};

const sourceKind = (known: AttributionInput, mention: Mention | null, span: Span): Attribution['sourceKind'] => {
  if (mention?.form === 'pronoun') return 'pronoun';
  if (mention?.form === 'name') return 'named';
  const words = known.text.slice(span[0], span[1]);
  if (/^(?:I|we|he|she|they|you|who)$/i.test(words)) return 'pronoun';
  if (
    /\b(?:documents?|reports?|drafts?|papers?|records?|contracts?|letters?|files?|memos?|transcripts?|data|polls?|surveys?)$/i.test(
      words,
    )
  ) {
    return 'document';
  }
  // "the envoy" whose chain has a name is that person; two officials are nobody by name.
  if (mention !== null) {
    const named = known.mentions.some((other) => other.chain === mention.chain && other.form === 'name');
    if (named) return 'named';
  }
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}|$)/u.test(words) && mention === null ? 'named' : 'unnamed';
};

/** Weak words of saying ("know", "plan", "agree") count only with a source that can speak and a clause as content. */
const isReportable = (
  known: AttributionInput,
  clause: Clause,
  kind: string,
  content: readonly Span[],
  source: Source | null,
): boolean => {
  if (source === null && !clause.passive) return false;
  if (source === null && clause.passive && kind !== 'claim' && kind !== 'say' && kind !== 'believe') return false;
  if (!WEAK.has(kind)) return true;
  const start = content[0]?.[0] ?? 0;
  return /^(?:that|whether)$/.test(known.tokens[tokenAt(known.tokens, start)]?.lower ?? '') || kind === 'reveal';
};

const silence = (
  known: AttributionInput,
  cue: CueClass & { start: number; end: number; clause: Clause | null },
  source: Source,
): Draft => {
  const sentence = known.sentences[cue.clause?.sentence ?? 0];
  const about =
    /\b(?:comment(?:ed)?|respond(?:ed)?|reply|say|discuss|confirm)(?: publicly| further| immediately)?(?: (?:on|about|to|whether) )?[^.;]*/i.exec(
      known.text.slice(cue.start, sentence?.end ?? cue.end),
    );
  const start = cue.start + (about?.index ?? 0);
  const end = about === null ? cue.end : start + about[0].trimEnd().length;
  return {
    source: [source.span],
    cue: [[cue.start, cue.end]],
    content: [[start, end]],
    speech: 'indirect',
    ...classOf(cue),
    sourceKind: source.kind,
  };
};

const CITING = /(?:,\s*|\s)(?<cue>citing|quoting)\s+/g;

/** "The Meridian, citing two officials, said …": the officials are who the Meridian has it from. */
const citedSources = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
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
const wordAttributions = (known: AttributionInput): readonly Draft[] => {
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
  const span: Span = [phraseExtent(known, phrase)[0], phraseExtent(known, last)[1]];
  const head = known.tokens[phrase.head]?.start ?? span[0];
  const opens = known.text.slice(sentence.start, start).replace(/[\s"“‘'(]+/g, '').length === 0;
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
  const clause =
    known.clauses.find((c) => c.start <= start && end <= c.end && c.finite) ??
    known.clauses.find((c) => (known.tokens[c.first]?.start ?? 0) >= end);
  const from =
    clause === undefined ? sentence.start : Math.max(sentence.start, Math.min(clauseStart(known, clause), start));
  return [tidy(known.text, from, start), tidy(known.text, end, sentence.end)].filter(
    (piece): piece is Span => piece !== null,
  );
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

/** Two rules that found the same content of the same source are one attribution: the first. */
const withoutRepeats = (drafts: readonly Draft[]): readonly Draft[] => {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = `${draft.content[0]?.join()}|${draft.source[0]?.[0] ?? ''}|${draft.kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** A quote with no words of saying of its own, right after one that has: the same speaker goes on. */
const carryOn = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
  const direct = drafts
    .filter((draft) => draft.speech === 'direct')
    .sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0));
  const taken = new Set(drafts.flatMap((draft) => draft.content.map(([start]) => start)));
  const extra = new Map<Draft, Span[]>();
  let at = 0;
  let speaker: Draft | null = null;
  for (const quote of known.quotes) {
    while (at < direct.length && (direct[at]?.content[0]?.[0] ?? 0) <= quote.start) speaker = direct[at++] ?? speaker;
    if (quote.scare || taken.has(quote.start) || speaker === null) continue;
    const pieces = [...speaker.content, ...(extra.get(speaker) ?? [])];
    const lastEnd = Math.max(...pieces.map(([, end]) => end), speaker.cue[0]?.[1] ?? 0, speaker.source[0]?.[1] ?? 0);
    const inside = drafts.some((draft) =>
      draft.content.some(([start, end]) => start <= quote.start && quote.end <= end),
    );
    if (inside || lastEnd > quote.start || !resumes(known.text, lastEnd, quote)) continue;
    extra.set(speaker, [...(extra.get(speaker) ?? []), [quote.start, quote.end]]);
  }
  return drafts.map((draft) => {
    const more = extra.get(draft);
    return more === undefined ? draft : { ...draft, content: [...draft.content, ...more] };
  });
};

/** Numbers the attributions and finds for each the smallest content that holds its cue (or, without cue, its content). */
const nest = (drafts: readonly Draft[]): readonly Attribution[] => {
  const start = (draft: Draft): number =>
    Math.min(...[...draft.source, ...draft.cue, ...draft.content].map(([first]) => first));
  const sorted = [...drafts].sort((a, b) => start(a) - start(b) || size(b) - size(a));
  const ids = sorted.map((_, i) => `a${i + 1}`);
  const spans = sorted
    .flatMap((draft, i) => draft.content.map(([from, to]) => ({ from, to, i })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  return sorted.map((draft, i) => {
    const [from, to] = draft.cue[0] ?? draft.content[0] ?? [0, 0];
    let best: { size: number; i: number } | null = null;
    // Contents are short (99.7 % under 128 words), so only spans that begin shortly before can hold this one.
    for (let k = lowerBound(spans, from) - 1; k >= 0; k--) {
      const span = spans[k];
      if (span === undefined || from - span.from > 6000) break;
      if (span.i === i || span.to < to || sameContent(sorted[span.i], draft)) continue;
      const width = span.to - span.from;
      if (best === null || width < best.size) best = { size: width, i: span.i };
    }
    const { under, ...rest } = draft;
    const outer =
      under === undefined
        ? best?.i
        : sorted.findIndex((other) => other.content === under.content && other.cue === under.cue);
    return { id: ids[i] ?? '', within: outer === undefined || outer < 0 ? null : (ids[outer] ?? null), ...rest };
  });
};

const size = (draft: Draft): number => draft.content.reduce((sum, [from, to]) => sum + to - from, 0);

/** A hedge inside what someone says repeats that content; it is not its container. */
const sameContent = (a: Draft | undefined, b: Draft): boolean =>
  a !== undefined && a.content[0]?.[0] === b.content[0]?.[0] && a.content[0]?.[1] === b.content[0]?.[1];

const lowerBound = (spans: readonly { readonly from: number }[], offset: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

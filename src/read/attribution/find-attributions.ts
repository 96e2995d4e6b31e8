import type { Attribution, Span } from '../../model/index.ts';
import type { Clause } from '../known.ts';
import type { AttributionInput, CueClass, CueLookup, Draft } from './cue.ts';
import { mentionAt, phraseExtent } from './extent.ts';
import { findContent, resumes } from './find-contents.ts';
import { findVerbCues, tokenAt } from './find-cues.ts';
import { findHeadlineAttributions, findMarkedAttributions, findTurnAttributions } from './find-labelled.ts';
import { findCitedSources, findWordAttributions } from './find-word-attributions.ts';
import { sourceKind } from './source-kind.ts';

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
  drafts.push(...findCitedSources(known, drafts));
  drafts.push(...findWordAttributions(known), ...findTurnAttributions(known), ...findHeadlineAttributions(known));
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

import type { Mention, Span } from '../../model/index.ts';
import type { Quote, Sentence, Token } from '../known.ts';
import type { AttributionInput, Draft } from './draft.ts';
import { apart, firstEndingAfter, outermost, overlapping, overlaps, trimmed } from './places.ts';

/** Between two pieces of one content: marks that belong to neither. */
const ONLY_MARKS = /^[\s,;–—-]*$/;
/** Who can say something. */
const SPEAKERS = new Set(['person', 'organization', 'publicBody', 'group']);
const THAT = /^(?:that|whether|how|why)\b/i;
/** A closing mark farther off than this belongs to more than the piece. */
const FARTHEST = 400;
const EDGE = /[\s,;:]/;
const EDGE_OF_CUE = /[\s,;]/;
const CUE_END = /[\s,;.–—-]/;

/** The document with what mending looks up, made once. */
interface Sight {
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly names: readonly Mention[];
  readonly doers: readonly Mention[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

/**
 * Gives a function that mends the spans of one attribution of the network, which sees words and no quotes or sentences.
 *
 * Each repair was kept because it raised agreement with PolNeAR's development part (`docs/measurements.md`). Null when no
 * content is left.
 */
export const mendSpans = (known: AttributionInput): ((draft: Draft) => Draft | null) => {
  const sight: Sight = {
    text: known.text,
    quotes: outermost(known.quotes),
    names: outermost(known.mentions.filter(({ form }) => form === 'name')),
    doers: outermost(known.mentions),
    sentences: known.sentences,
    tokens: known.tokens,
  };
  return (draft) => {
    const cue = mendCue(sight, draft);
    const source =
      mendSource(sight, draft.source, cue) ?? doerBehind(sight, cue) ?? speakerBefore(sight, cue, draft.content);
    const told = [cue, source].filter((span) => span !== null);
    const content = mendContent(sight, draft.content.length > 0 ? draft.content : aroundAside(sight, told), cue, told);
    return content.length === 0 ? null : { ...draft, cue, source, content };
  };
};

/** Without marks at its end, and without what belongs to the name of the source ("Tova | Ister:"). */
const mendCue = ({ text, names }: Sight, { cue, source }: Draft): Span | null => {
  if (cue === null) return null;
  const name = source === null ? undefined : overlapping(names, source).at(-1);
  const isCut = name !== undefined && name.end > cue[0] && name.end < cue[1] && source !== null && source[1] <= cue[0];
  return trimmed(text, isCut ? [name.end, cue[1]] : cue, EDGE_OF_CUE, CUE_END) ?? cue;
};

/** A source is never a piece of a name, nor cut off within an aside ("Roake, reached | by telephone"). */
const mendSource = (sight: Sight, source: Span | null, cue: Span | null): Span | null => {
  if (source === null) return null;
  const { text } = sight;
  let [start, end] = source;
  for (const name of overlapping(sight.names, source)) {
    if (cue !== null && overlaps([name.start, name.end], cue)) continue;
    start = Math.min(start, name.start);
    end = Math.max(end, name.end);
  }
  const comma = text.slice(start, end).lastIndexOf(',');
  const goesOn = /^\s\p{Ll}/u.test(text.slice(end, end + 2));
  const atCue = cue !== null && (end >= cue[0] || /^\s?$/.test(text.slice(end, cue[0])));
  if (comma > 0 && start + comma < end - 1 && goesOn && !atCue) end = start + comma;
  return [start, end];
};

/** "was told by Veld that …": who does what a passive says. */
const doerBehind = (sight: Sight, cue: Span | null): Span | null => {
  if (cue === null) return null;
  const by = /^\s+by\s+/.exec(sight.text.slice(cue[1], cue[1] + 12));
  if (by === null) return null;
  const start = cue[1] + by[0].length;
  for (const mentions of [sight.names, sight.doers]) {
    const doer = mentions[firstEndingAfter(mentions, start)];
    if (doer !== undefined && doer.start >= start && doer.start <= start + 4) return [start, doer.end];
  }
  return null;
};

/** "Veld | said that …": who stands right before a verb of saying, where the network sees nobody. */
const speakerBefore = ({ text, doers, tokens }: Sight, cue: Span | null, content: readonly Span[]): Span | null => {
  if (cue === null) return null;
  const verb = tokens[firstEndingAfter(tokens, cue[0])];
  const before = doers[firstEndingAfter(doers, cue[0]) - 1];
  const isActive = verb !== undefined && verb.end === cue[1] && /^V/.test(verb.pos) && !/ing$/.test(verb.lower);
  if (before === undefined || !isActive || !SPEAKERS.has(before.type) || before.form === 'pronoun') return null;
  const span: Span = [before.start, before.end];
  return /^\s$/.test(text.slice(before.end, cue[0])) && !content.some((piece) => overlaps(piece, span)) ? span : null;
};

const mendContent = (
  sight: Sight,
  content: readonly Span[],
  cue: Span | null,
  taken: readonly Span[],
): readonly Span[] => {
  const pieces = joined(sight, withoutHearer(sight, content, cue), taken)
    .map((piece) => toQuoteEdge(sight, piece, taken))
    .map((piece) => toNameEdge(sight, piece, taken));
  return apart(pieces, taken)
    .map((piece) => tidy(sight, piece))
    .filter((piece) => piece !== null);
};

/** "The bank | was told by the ministry | that …": the subject of a passive with a that-clause hears what is said. */
const withoutHearer = ({ text }: Sight, content: readonly Span[], cue: Span | null): readonly Span[] => {
  const isClause =
    cue !== null && content.some(([start]) => start >= cue[1] && THAT.test(text.slice(start, start + 8)));
  return isClause ? content.filter(([, end]) => end > cue[0] || !/^\s$/.test(text.slice(end, cue[0]))) : content;
};

/** "In May, two of the people said, Veld went to Lorne": where the network gives no content, both sides of words between commas. */
const aroundAside = ({ text, sentences }: Sight, told: readonly Span[]): readonly Span[] => {
  const start = Math.min(...told.map(([from]) => from));
  const end = Math.max(...told.map(([, to]) => to));
  const sentence = sentences[firstEndingAfter(sentences, start)];
  if (sentence === undefined || sentence.end < end || !/,\s*$/.test(text.slice(sentence.start, start))) return [];
  const after = text.slice(end, sentence.end);
  if (!/^\s*[,.]/.test(after)) return [];
  return [
    [sentence.start, start],
    [end, sentence.end],
  ];
};

/** Pieces with nothing but a comma or dash between them are one. */
const joined = (sight: Sight, pieces: readonly Span[], taken: readonly Span[]): Span[] => {
  const out: Span[] = [];
  for (const piece of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    const between = last === undefined ? '' : sight.text.slice(last[1], piece[0]);
    if (
      last !== undefined &&
      ONLY_MARKS.test(between) &&
      !between.includes('\n') &&
      !taken.some(([start]) => start >= last[1] && start < piece[0])
    )
      out[out.length - 1] = [last[0], Math.max(last[1], piece[1])];
    else out.push(piece);
  }
  return out;
};

/** A piece that ends in a pair of quotation marks which began within it goes on to its end; one that begins in a pair likewise. */
const toQuoteEdge = (sight: Sight, [start, end]: Span, taken: readonly Span[]): Span => {
  let from = start;
  let to = end;
  for (const quote of overlapping(sight.quotes, [start, end])) {
    if (taken.some((span) => overlaps(span, [quote.start, quote.end]))) continue;
    const isClosed = quote.inner[1] < quote.end;
    if (quote.start >= start && quote.end > to && isClosed && quote.end - to < FARTHEST) to = quote.end;
    if (quote.end <= end && quote.start < from) from = quote.start;
  }
  return [from, to];
};

/** A piece does not end within a name. */
const toNameEdge = (sight: Sight, [start, end]: Span, taken: readonly Span[]): Span => {
  let from = start;
  let to = end;
  for (const name of overlapping(sight.names, [start, end])) {
    if (taken.some((span) => overlaps(span, [name.start, name.end]))) continue;
    if (name.start < start) from = Math.min(from, name.start);
    if (name.end > end) to = Math.max(to, name.end);
  }
  return [from, to];
};

/** Without marks at its ends that belong to the sentence around it: its last stop is no part of what is said, one in quotes is. */
const tidy = (sight: Sight, span: Span): Span | null => {
  const piece = trimmed(sight.text, span, EDGE, /\s/);
  if (piece === null) return null;
  let [start, end] = piece;
  const { text } = sight;
  if (/[,;:]/.test(text[end - 1] ?? '')) end--;
  if (text[end - 1] === '.' && isLastStop(sight, end) && quoteOver(sight, end - 1) === undefined) end--;
  const words = text.slice(start, end);
  if (words.endsWith(')') && !words.includes('(')) end--;
  if (words.startsWith('(') && !words.includes(')')) start++;
  return end - start < 1 ? null : [start, end];
};

const isLastStop = (sight: Sight, end: number): boolean => {
  const sentence = sight.sentences[firstEndingAfter(sight.sentences, end - 1)];
  return sentence !== undefined && sentence.end === end;
};

const quoteOver = (sight: Sight, offset: number): Quote | undefined => {
  const quote = sight.quotes[firstEndingAfter(sight.quotes, offset)];
  return quote !== undefined && quote.start <= offset ? quote : undefined;
};

import { byText, type Evidence, type Mention, type Span } from '../model/index.ts';
import { lowerBound } from '../text/index.ts';
import type { ReadDocument } from './read-document.ts';
import { splitGenerations } from './split-generations.ts';

/** A document of the pile with look-ups by id. */
export interface Leaf extends ReadDocument {
  readonly mentions: ReadonlyMap<string, Mention>;
  /** Mentions by chain, in text order. */
  readonly chains: ReadonlyMap<number, readonly Mention[]>;
}

const endOfWord = (text: string, end: number): number => {
  // "BriefMayor": two lines of a page without a break between them
  if (/\p{Ll}{2}$/u.test(text.slice(Math.max(0, end - 2), end)) && /^\p{Lu}\p{Ll}/u.test(text.slice(end, end + 2)))
    return end;
  let at = end;
  while (/[\p{L}\p{M}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{M}]/u.test(text[at] ?? '')) at++;
  return at;
};

/** A name never ends within a word: a reader that stops at a letter it does not know must not make another name of it. */
const wholeWords = (text: string, mention: Mention): Mention => {
  if (mention.form !== 'name') return mention;
  const end = endOfWord(text, mention.end);
  const head = endOfWord(text, mention.head[1]);
  return end === mention.end && head === mention.head[1] ? mention : { ...mention, end, head: [mention.head[0], head] };
};

/** A document whose names end where words end, with elder and "Jr." apart (rule S9). */
export const withSplitChains = ({ document, reading }: ReadDocument): ReadDocument => {
  const whole = reading.mentions.map((mention) => wholeWords(document.text, mention));
  const mentions = splitGenerations(whole, (mention) => document.text.slice(...mention.head));
  return { document, reading: { ...reading, mentions } };
};

/** A document with its look-ups. */
export const toLeaf = ({ document, reading }: ReadDocument): Leaf => {
  const chains = new Map<number, Mention[]>();
  for (const mention of reading.mentions) {
    const chain = chains.get(mention.chain) ?? [];
    chain.push(mention);
    chains.set(mention.chain, chain);
  }
  return { document, reading, mentions: new Map(reading.mentions.map((mention) => [mention.id, mention])), chains };
};

/** Of two readings of one document: the later reader's, then the one whose path comes first. */
const preferred = (a: ReadDocument, b: ReadDocument): ReadDocument =>
  (byText(b.reading.reader, a.reading.reader) || byText(a.document.path, b.document.path)) <= 0 ? a : b;

/**
 * Puts the pile in order: by document id, each document once with all its paths (rule P1), whatever the order of arrival. A
 * document that came once stays the object that it is.
 */
export const sortPile = (inputs: readonly ReadDocument[]): readonly ReadDocument[] => {
  const kept = new Map<string, ReadDocument>();
  const paths = new Map<string, Set<string>>();
  for (const input of inputs) {
    const { id } = input.document;
    const known = kept.get(id);
    kept.set(id, known === undefined ? input : preferred(known, input));
    const seen = paths.get(id) ?? new Set<string>();
    for (const path of [input.document.path, ...input.document.paths]) seen.add(path);
    paths.set(id, seen);
  }
  return [...kept.values()]
    .sort((a, b) => byText(a.document.id, b.document.id))
    .map((input) => {
      const { document, reading } = input;
      const all = [...(paths.get(document.id) ?? [])].sort(byText);
      const isSame = all[0] === document.path && all.join('\n') === document.paths.join('\n');
      return isSame ? input : { document: { ...document, path: all[0] ?? document.path, paths: all }, reading };
    });
};

/** The words of a span, to the letter. */
export const wordsAt = (leaf: ReadDocument, [start, end]: Span): string => leaf.document.text.slice(start, end);

/** A span as evidence; null for an empty one. */
export const evidenceAt = (leaf: ReadDocument, [start, end]: Span): Evidence | null => {
  const quote = leaf.document.text.slice(start, end);
  return quote === '' ? null : { document: leaf.document.id, start, end, quote };
};

/** Orders evidence by document and place. */
export const byPlace = (a: Evidence, b: Evidence): number =>
  byText(a.document, b.document) || a.start - b.start || a.end - b.end;

/** Evidence in order, each place once. */
export const inPlaceOrder = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const places = new Map(evidence.map((one) => [`${one.document} ${one.start} ${one.end}`, one]));
  return [...places.values()].sort(byPlace);
};

/** What stands behind a preposition hangs on what stands before it. */
const HANGS = /\b(?:of|in|at|from|to|with|for|by|on|near|inside|about|behind)\s+(?:the\s+|an?\s+|its\s+|their\s+)?$/i;
/** "the head of the space agency Norel" is not Norel: words that describe the body may stand between. */
const HANGS_DESCRIBED = /\b(?:of|at|from|for)\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\p{L}-]+\s+){1,4}["“‘']?$/iu;
const BODIES: ReadonlySet<string> = new Set(['organization', 'publicBody', 'place', 'facility']);
const POSSESSES = /^['’]s?\s+\S/;

/**
 * The mention that a span denotes: the same span; else the longest mention whose head or whole lies in the span and ends
 * it or begins it, and does not hang on other words of it; else the shortest mention around the span. Null when the span
 * stands for no single mention.
 */
export const mentionAt = (leaf: Leaf, [start, end]: Span): Mention | null => {
  const { mentions } = leaf.reading;
  // Mentions are in text order: step back over those that may still reach into the span.
  const low = lowerBound(mentions.length, (i) => (mentions[i]?.start ?? 0) < start);
  let inside: Mention | null = null;
  let around: Mention | null = null;
  for (let at = low; at < mentions.length; at++) {
    const mention = mentions[at];
    if (mention === undefined || mention.start >= end) break;
    if (mention.start === start && mention.end === end) return mention;
    if (mention.end > end) {
      if (mention.start === start && (around === null || mention.end < around.end)) around = mention;
      continue;
    }
    const isAtEdge = mention.start === start || mention.end === end || mention.head[1] === end;
    // "Officials in Lorne" are not Lorne, and Hale's lawyer is not Hale.
    const isAside =
      HANGS.test(leaf.document.text.slice(start, mention.start)) ||
      (BODIES.has(mention.type) && HANGS_DESCRIBED.test(leaf.document.text.slice(start, mention.start))) ||
      POSSESSES.test(leaf.document.text.slice(mention.end, end));
    if (isAtEdge && !isAside && (inside === null || mention.end - mention.start > inside.end - inside.start))
      inside = mention;
  }
  for (let at = low - 1; at >= Math.max(0, low - 12); at--) {
    const mention = mentions[at];
    if (
      mention !== undefined &&
      mention.end >= end &&
      (around === null || mention.end - mention.start < around.end - around.start)
    )
      around = mention;
  }
  if (inside !== null) return inside;
  if (around !== null && around.head[0] <= start && around.head[1] >= end) return around;
  return null;
};

import type { Mention, Span } from '../../model/index.ts';
import type { Clause, Known, NounPhrase, Sentence, Token } from '../known.ts';

/** What the engine asks of a document again and again, looked up once. */
export interface Scene {
  readonly known: Known;
  readonly tokens: readonly Token[];
  /** Innermost phrase that a token stands in. */
  readonly phraseOf: (token: number) => NounPhrase | null;
  readonly phrase: (index: number) => NounPhrase | null;
  /** Phrases that hang on this one. */
  readonly attached: (phrase: NounPhrase, how: NounPhrase['attachment']) => readonly NounPhrase[];
  readonly members: (phrase: NounPhrase) => readonly NounPhrase[];
  readonly mentionOf: (phrase: NounPhrase) => Mention | null;
  readonly mentionAt: (start: number, end: number) => Mention | null;
  readonly mentionsWithin: (start: number, end: number) => readonly Mention[];
  /** The clause whose verb group holds the token. */
  readonly clauseOf: (token: number) => Clause | null;
  readonly clausesOf: (sentence: number) => readonly Clause[];
  readonly clause: (index: number | null) => Clause | null;
  readonly sentence: (index: number) => Sentence;
  readonly span: (first: number, last: number) => Span;
  /** First token that begins at or after an offset. */
  readonly tokenFrom: (offset: number) => number;
}

/** Looks up what the engine needs of a document. */
export const makeScene = (known: Known): Scene => {
  const { tokens, phrases, clauses, mentions, sentences } = known;
  const phraseOf = new Int32Array(tokens.length).fill(-1);
  const attached = new Map<number, NounPhrase[]>();
  for (const phrase of phrases) {
    for (let i = phrase.first; i < phrase.last; i++) {
      const held = phrases[phraseOf[i] ?? -1];
      if (held === undefined || held.last - held.first > phrase.last - phrase.first) phraseOf[i] = phrase.index;
    }
    if (phrase.attachedTo !== null) {
      const list = attached.get(phrase.attachedTo) ?? [];
      list.push(phrase);
      attached.set(phrase.attachedTo, list);
    }
  }
  const clauseOf = new Int32Array(tokens.length).fill(-1);
  const bySentence = new Map<number, Clause[]>();
  for (const clause of clauses) {
    for (let i = clause.first; i < clause.last; i++) clauseOf[i] = clause.index;
    const list = bySentence.get(clause.sentence) ?? [];
    list.push(clause);
    bySentence.set(clause.sentence, list);
  }
  const ordered = [...mentions].sort((a, b) => a.start - b.start);
  const from = (offset: number): number => lowerBound(ordered.length, (i) => (ordered[i]?.start ?? 0) < offset);
  const mentionsWithin = (start: number, end: number): readonly Mention[] => {
    const found: Mention[] = [];
    for (let i = from(start); i < ordered.length; i++) {
      const mention = ordered[i];
      if (mention === undefined || mention.start >= end) break;
      if (mention.end <= end) found.push(mention);
    }
    return found;
  };
  const span = (first: number, last: number): Span => [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0];
  const around = (phrase: NounPhrase): readonly Mention[] => {
    const head = tokens[phrase.head];
    if (head === undefined) return [];
    const found: Mention[] = [];
    // A mention may begin before its phrase ("Prime Minister" cut off): look a little further back.
    for (let i = from(Math.max(0, head.start - 160)); i < ordered.length; i++) {
      const mention = ordered[i];
      if (mention === undefined || mention.start > head.start) break;
      if (mention.head[0] <= head.start && mention.head[1] >= head.end) found.push(mention);
    }
    return found;
  };
  return {
    known,
    tokens,
    phraseOf: (token) => phrases[phraseOf[token] ?? -1] ?? null,
    phrase: (index) => phrases[index] ?? null,
    attached: (phrase, how) => (attached.get(phrase.index) ?? []).filter((other) => other.attachment === how),
    members: (phrase) => phrase.group.flatMap((index) => phrases[index] ?? []),
    mentionOf: (phrase) => best(around(phrase)),
    mentionAt: (start, end) => mentionsWithin(start, end).find((m) => m.start === start && m.end === end) ?? null,
    mentionsWithin,
    clauseOf: (token) => clauses[clauseOf[token] ?? -1] ?? null,
    clausesOf: (sentence) => bySentence.get(sentence) ?? [],
    clause: (index) => (index === null ? null : (clauses[index] ?? null)),
    sentence: (index) => sentences[index] ?? { start: 0, end: 0, block: 0, first: 0, last: 0 },
    span,
    tokenFrom: (offset) => lowerBound(tokens.length, (i) => (tokens[i]?.start ?? 0) < offset),
  };
};

/** A name says more than the description around it; of two alike the longer. */
const best = (mentions: readonly Mention[]): Mention | null =>
  mentions.reduce<Mention | null>((held, mention) => {
    if (held === null) return mention;
    const named = Number(mention.form === 'name') - Number(held.form === 'name');
    return named > 0 || (named === 0 && mention.end - mention.start > held.end - held.start) ? mention : held;
  }, null);

const lowerBound = (size: number, isBefore: (index: number) => boolean): number => {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

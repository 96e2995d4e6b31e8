import type { Attribution, Mention, Span, Time } from '../../model/index.ts';
import { countryNamed, countryOf, isSameSide, lowerBound } from '../../text/index.ts';
import type { Known, Sentence, Token } from '../known.ts';
import { type Chunk, findChunks } from './chunks.ts';
import { makePredicates, type Predicate } from './predicates.ts';

/** What the engine asks of a document again and again, looked up once. */
export interface Scene {
  readonly known: Known;
  readonly tokens: readonly Token[];
  readonly sentence: (index: number) => Sentence;
  readonly sentenceOf: (token: number) => Sentence;
  /** Noun groups of a sentence, in text order. */
  readonly chunksOf: (sentence: number) => readonly Chunk[];
  /** The noun group that a token stands in. */
  readonly chunkOf: (token: number) => Chunk | null;
  /** What the network takes to say what happens at a token, in the order of the text. */
  readonly predicateAt: (token: number) => Predicate | null;
  /** Predicates of the same sentence no further away than an argument reaches, in text order. */
  readonly predicatesNear: (token: number) => readonly Predicate[];
  /** Whether what stands before a verb and belongs to it begins at a token: "Hale" of "Hale flew". */
  readonly opensSubject: (token: number) => boolean;
  /** Mentions of which the text between two offsets holds the whole. */
  readonly mentionsWithin: (start: number, end: number) => readonly Mention[];
  /** The mention that a noun stands for: a name rather than the description around it, of two alike the longer. */
  readonly mentionOf: (chunk: Chunk) => Mention | null;
  readonly mentionAt: (start: number, end: number) => Mention | null;
  /** Whether the document has a name for a chain. */
  readonly isNamed: (chain: number) => boolean;
  /** The name whose last word is a token. */
  readonly nameEndingAt: (token: number) => Mention | null;
  /** A name of the document in just these words, for a place where no mention was made of them. */
  readonly sameName: (words: string) => Mention | null;
  /** The name of a state or place that an adjective is formed from, where the document has it: "Ostra" for "Ostran". */
  readonly nameBehindAdjective: (token: number) => Mention | null;
  /** The innermost attribution in whose content a stretch stands, or null. */
  readonly attributionAt: (span: Span) => Attribution | null;
  /** The attribution whose cue stands at an offset, or null. */
  readonly cueAt: (offset: number) => Attribution | null;
  readonly timesIn: (sentence: Sentence) => readonly Time[];
  readonly span: (first: number, last: number) => Span;
  /** First token that begins at or after an offset. */
  readonly tokenFrom: (offset: number) => number;
}

/** In words: the network looks 64 pieces to each side of a predicate for what belongs to it. */
const REACH = 80;

const NOWHERE: Sentence = { start: 0, end: 0, block: 0, first: 0, last: 0 };

/** Looks up what the engine needs of a document. */
export const makeScene = (known: Known): Scene => {
  const { tokens, mentions, sentences, times } = known;
  const ordered = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
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
  const around = (head: Token): readonly Mention[] => {
    const found: Mention[] = [];
    // A mention may begin before its noun group: look a little further back.
    for (let i = from(Math.max(0, head.start - 160)); i < ordered.length; i++) {
      const mention = ordered[i];
      if (mention === undefined || mention.start > head.start) break;
      if (mention.head[0] <= head.start && mention.head[1] >= head.end) found.push(mention);
    }
    return found;
  };
  const tokenFrom = (offset: number): number => lowerBound(tokens.length, (i) => (tokens[i]?.start ?? 0) < offset);
  const sentence = (index: number): Sentence => sentences[index] ?? NOWHERE;
  const names = new Map<number, Mention>();
  for (const mention of mentions) {
    const held = names.get(mention.start);
    if (mention.form === 'name' && (held === undefined || held.end < mention.end)) names.set(mention.start, mention);
  }
  const timeAt = new Map(times.map((time) => [time.start, time]));
  const predicates = makePredicates(known, tokenFrom);
  const byToken = new Map(predicates.map((predicate) => [predicate.token, predicate]));
  const chunks = new Map<number, readonly Chunk[]>();
  const chunksOf = (index: number): readonly Chunk[] => {
    const held = chunks.get(index);
    if (held !== undefined) return held;
    const made = findChunks(
      tokens,
      sentence(index),
      (start) => names.get(start) ?? null,
      (start) => timeAt.get(start) ?? null,
      (token) => byToken.get(token)?.group != null,
    );
    chunks.set(index, made);
    return made;
  };
  const chunkOf = (token: number): Chunk | null => {
    const list = chunksOf(tokens[token]?.sentence ?? -1);
    const at = lowerBound(list.length, (i) => (list[i]?.last ?? 0) <= token);
    const chunk = list[at];
    return chunk !== undefined && chunk.first <= token ? chunk : null;
  };
  const subjects = new Set(
    predicates.flatMap(({ group, arguments: args }) =>
      group === null
        ? []
        : args.flatMap(({ label, first, last }) => (/^ARG[01]$/.test(label) && last <= group.verb ? [first] : [])),
    ),
  );
  const predicatesNear = (token: number): readonly Predicate[] => {
    const near: Predicate[] = [];
    for (let i = lowerBound(predicates.length, (k) => (predicates[k]?.token ?? 0) < token - REACH); ; i++) {
      const predicate = predicates[i];
      if (predicate === undefined || predicate.token > token + REACH) return near;
      if (predicate.sentence === tokens[token]?.sentence) near.push(predicate);
    }
  };
  const cues = known.attributions
    .flatMap((attribution) => attribution.cue.map(([start, end]) => ({ start, end, attribution })))
    .sort((a, b) => a.end - b.end);
  const named = new Set(mentions.flatMap(({ form, chain }) => (form === 'name' ? [chain] : [])));
  const byEnd = new Map<number, Mention>();
  for (const mention of ordered)
    if (mention.form === 'name' && !byEnd.has(mention.end)) byEnd.set(mention.end, mention);
  const byWords = once(() => {
    const found = new Map<string, Mention>();
    for (const mention of ordered) {
      const words = known.text.slice(...mention.head);
      if (mention.form === 'name' && !found.has(words)) found.set(words, mention);
    }
    return found;
  });
  const states = once(() => ordered.filter(({ form, type }) => form === 'name' && STATES.has(type)));
  const formed = new Map<string, Mention | null>();
  const nameOf = ({ head: [start, end] }: Mention): string => known.text.slice(start, end);
  // "Egyptian" is of Egypt, where the document names it, rather than of Cairo.
  const landOf = (word: string): Mention | null => {
    const land = countryOf(word);
    return land === null ? null : (states().find((state) => countryNamed(nameOf(state)) === land) ?? null);
  };
  const likeName = (word: string): Mention | null =>
    states().find((state) => {
      const name = nameOf(state);
      return name !== word && !/\s/.test(name.trim()) && isSameSide(name, word) === true;
    }) ?? null;
  const nameBehindAdjective = (at: number): Mention | null => {
    const word = tokens[at]?.text ?? '';
    const held = formed.get(word);
    if (held !== undefined) return held;
    const found = ADJECTIVE.test(word) ? (landOf(word) ?? likeName(word)) : null;
    formed.set(word, found);
    return found;
  };
  const timesBySentence = new Map<number, readonly Time[]>();
  return {
    known,
    tokens,
    sentence,
    sentenceOf: (token) => sentence(tokens[token]?.sentence ?? -1),
    chunksOf,
    chunkOf,
    predicateAt: (token) => byToken.get(token) ?? null,
    predicatesNear,
    opensSubject: (token) => subjects.has(token),
    mentionsWithin,
    mentionOf: (chunk) => best(tokens[chunk.head] === undefined ? [] : around(tokens[chunk.head] as Token)),
    mentionAt: (start, end) => mentionsWithin(start, end).find((m) => m.start === start && m.end === end) ?? null,
    isNamed: (chain) => named.has(chain),
    nameEndingAt: (token) => byEnd.get(tokens[token]?.end ?? -1) ?? null,
    sameName: (words) => byWords().get(words) ?? null,
    nameBehindAdjective,
    cueAt: (offset) => {
      const at = lowerBound(cues.length, (i) => (cues[i]?.end ?? 0) <= offset);
      const cue = cues[at];
      return cue !== undefined && cue.start <= offset ? cue.attribution : null;
    },
    attributionAt: innermost(known.attributions),
    timesIn: ({ start, end }) => {
      const held = timesBySentence.get(start);
      if (held !== undefined) return held;
      const made: Time[] = [];
      for (let i = lowerBound(times.length, (k) => (times[k]?.start ?? 0) < start); i < times.length; i++) {
        const time = times[i];
        if (time === undefined || time.start >= end) break;
        if (time.end <= end) made.push(time);
      }
      timesBySentence.set(start, made);
      return made;
    },
    span: (first, last) => [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0],
    tokenFrom,
  };
};

const STATES: ReadonlySet<string> = new Set(['place', 'publicBody']);

/** How adjectives of countries end. */
const ADJECTIVE = /^\p{Lu}\p{Ll}*(?:an|ese|ish|i|ic|ch|ek|se|iot|ot|x)$/u;

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Looks attributions up by place: of those around a stretch the one with the smallest content. */
const innermost = (attributions: readonly Attribution[]): ((span: Span) => Attribution | null) => {
  const pieces = attributions
    .flatMap((attribution) => {
      const size = attribution.content.reduce((sum, [start, end]) => sum + end - start, 0);
      return attribution.content.map(([start, end]) => ({ start, end, size, attribution }));
    })
    .sort((a, b) => a.start - b.start);
  // Content that reaches furthest among all pieces up to here: where to stop looking back.
  const reach: number[] = [];
  for (const [i, { end }] of pieces.entries()) reach.push(Math.max(reach[i - 1] ?? 0, end));
  return ([start, end]) => {
    let found: (typeof pieces)[number] | null = null;
    for (let i = lowerBound(pieces.length, (k) => (pieces[k]?.start ?? 0) <= start) - 1; i >= 0; i--) {
      if ((reach[i] ?? 0) < end) break;
      const piece = pieces[i];
      if (piece === undefined || piece.end < end) continue;
      // "Hale told her, the official said, that ...": of two with the same content the one within the other.
      const isWithin = piece.size === found?.size && piece.attribution.within === found.attribution.id;
      if (isWithin || piece.size < (found?.size ?? Number.POSITIVE_INFINITY)) found = piece;
    }
    return found?.attribution ?? null;
  };
};

const best = (mentions: readonly Mention[]): Mention | null =>
  mentions.reduce<Mention | null>((held, mention) => {
    if (held === null) return mention;
    const named = Number(mention.form === 'name') - Number(held.form === 'name');
    return named > 0 || (named === 0 && mention.end - mention.start > held.end - held.start) ? mention : held;
  }, null);

import type { Span } from '../../model/index.ts';
import { companyVectorOf, rarityOf, stemOf } from '../../text/index.ts';

/** Weights of stems; the squares of the weights add up to 1, but for an empty bag. */
export type Bag = ReadonlyMap<string, number>;

/** A document as events are compared by it. */
export interface EventText {
  readonly bag: Bag;
  /** Of capitalised words that it never writes small. */
  readonly names: Bag;
  /** Of its first two sentences. */
  readonly lead: Bag;
  readonly sentences: readonly SentenceWords[];
}

interface SentenceWords {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
}

/** A word that tells of an event, with what stands around it. */
export interface EventMention {
  /** Number of its document. */
  readonly document: number;
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly word: string;
  readonly stem: string;
  /** Number of its sentence in the document. */
  readonly sentence: number;
  /** The rest of the sentence; five words each side; four before; four behind. */
  readonly rest: Bag;
  readonly near: Bag;
  readonly before: Bag;
  readonly behind: Bag;
  /** Where words of the kind of `rest` and `near` are found in other texts: sums of distributional vectors by rarity. */
  readonly restCompany: Company;
  readonly nearCompany: Company;
  /** Of its sentence: capitalised words that the document never writes small, in lower case; numbers in digits. */
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

interface Company {
  readonly sum: readonly number[];
  readonly size: number;
}

const WORD = /[A-Za-zÀ-ɏ]+|[0-9]+(?:[.,][0-9]+)*/g;
/** Words each side that count as near; before or behind. */
const NEAR = 5;
const BESIDE = 4;
/** Sentences that a document begins with: its headline and what it leads with. */
const LEAD = 2;

const bagOf = (stems: readonly string[]): Bag => {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weights = [...counts].map(([stem, count]) => [stem, (1 + Math.log(count)) * rarityOf(stem) ** 2] as const);
  const size = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weights.map(([stem, weight]) => [stem, weight / size]));
};

const companyOf = (bag: Bag): Company => {
  const sum: number[] = [];
  for (const [stem, weight] of bag) {
    companyVectorOf(stem)?.forEach((part, at) => {
      sum[at] = (sum[at] ?? 0) + weight * part;
    });
  }
  return { sum, size: Math.sqrt(sum.reduce((squares, part) => squares + part * part, 0)) };
};

/** Cosine, 0 to 1. */
export const likenessOf = (a: Bag, b: Bag): number => {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of few) sum += weight * (many.get(stem) ?? 0);
  return sum;
};

/** Cosine, -1 to 1; 0 where nothing is known of one. */
export const companyLikenessOf = (a: Company, b: Company): number =>
  a.size === 0 || b.size === 0
    ? 0
    : a.sum.reduce((sum, part, at) => sum + part * (b.sum[at] ?? 0), 0) / (a.size * b.size);

/** Cuts a document up for comparing events. Pure in the text and its sentences. */
export const eventTextOf = (text: string, sentences: readonly Span[]): EventText => {
  const cut = sentences.map(([start, end]) => ({
    start,
    end,
    found: [...text.slice(start, end).matchAll(WORD)].map((match) => ({ start: start + match.index, word: match[0] })),
  }));
  const small = new Set(
    cut.flatMap(({ found }) => found.flatMap(({ word }) => (/^[a-zà-ÿ]/.test(word) ? [word] : []))),
  );
  const stemsOf = (some: typeof cut): readonly string[] =>
    some.flatMap(({ found }) => found.map(({ word }) => stemOf(word)));
  const isName = (word: string): boolean => {
    const lower = word.toLowerCase();
    return word.length > 1 && word[0] !== lower[0] && !small.has(lower);
  };
  const names = cut.flatMap(({ found }) => found.flatMap(({ word }) => (isName(word) ? [word.toLowerCase()] : [])));
  return {
    bag: bagOf(stemsOf(cut)),
    names: bagOf(names),
    lead: bagOf(stemsOf(cut.slice(0, LEAD))),
    sentences: cut.map(({ start, end, found }) => ({
      start,
      end,
      words: found.map((one) => ({ start: one.start, end: one.start + one.word.length, stem: stemOf(one.word) })),
      names: new Set(found.flatMap(({ word }) => (isName(word) ? [word.toLowerCase()] : []))),
      numbers: new Set(found.flatMap(({ word }) => (/^[0-9]/.test(word) ? [word] : []))),
    })),
  };
};

/**
 * The mention of an event at a place of a document.
 *
 * @param document Number of the document, as given to `groupEvents`.
 * @param place The word that carries the event: a trigger's head.
 * @returns Null where no sentence holds the place.
 */
export const eventMentionOf = (
  document: number,
  text: string,
  cut: EventText,
  [start, end]: Span,
): EventMention | null => {
  const sentence = cut.sentences.findIndex((one) => one.start <= start && start < one.end);
  const found = cut.sentences[sentence];
  if (found === undefined) return null;
  const { words, names, numbers } = found;
  const at = Math.max(
    0,
    words.findIndex((word) => word.end > start),
  );
  const stems = words.map(({ stem }) => stem);
  const word = text.slice(start, end);
  const rest = bagOf(stems.toSpliced(at, 1));
  const near = bagOf([...stems.slice(Math.max(0, at - NEAR), at), ...stems.slice(at + 1, at + 1 + NEAR)]);
  return {
    document,
    start,
    end,
    word,
    stem: stems[at] ?? stemOf(word),
    sentence,
    rest,
    near,
    before: bagOf(stems.slice(Math.max(0, at - BESIDE), at)),
    behind: bagOf(stems.slice(at + 1, at + 1 + BESIDE)),
    restCompany: companyOf(rest),
    nearCompany: companyOf(near),
    names,
    numbers,
  };
};

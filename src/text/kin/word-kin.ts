import { lazy, readLines } from '../world/data-file.ts';

/** What is known of the words of one stem. */
interface WordEntry {
  /** Place in the order of frequency, from 1. */
  readonly rank: number;
  /** Distributional vector; its length is not 1. */
  readonly vector: Int8Array;
  readonly size: number;
  /** Numbers of what the words of the stem can mean, noun and verb, and what derives from that; ascending. */
  readonly senses: readonly number[];
  /** Numbers of what is one step more general; ascending. */
  readonly wider: readonly number[];
}

/** How two stems are akin, by what the words can mean and by the company that they keep. */
export interface Kinship {
  readonly isSameSense: boolean;
  /** What one means is a kind of what the other means. */
  readonly isKindOf: boolean;
  /** Both are kinds of one thing. */
  readonly areSiblings: boolean;
  /** Cosine of their distributional vectors, -1 to 1; 0 where one of them is not known. */
  readonly company: number;
  /** Whether both are known. */
  readonly areKnown: boolean;
}

const numbers = (list: string): readonly number[] =>
  list === '' ? [] : list.split(' ').map((number) => Number.parseInt(number, 36));

const entries = lazy((): ReadonlyMap<string, WordEntry> => {
  const map = new Map<string, WordEntry>();
  for (const line of readLines('event-words.tsv')) {
    const [stem = '', rank = '', packed = '', senses = '', wider = ''] = line.split('\t');
    const vector = Int8Array.from(Buffer.from(packed, 'base64'));
    let squares = 0;
    for (const part of vector) squares += part * part;
    map.set(stem, {
      rank: Number(rank),
      vector,
      size: Math.sqrt(squares),
      senses: numbers(senses).toSorted((a, b) => a - b),
      wider: numbers(wider).toSorted((a, b) => a - b),
    });
  }
  return map;
});

const meet = (a: readonly number[], b: readonly number[]): boolean => {
  let [at, other] = [0, 0];
  while (at < a.length && other < b.length) {
    const [left, right] = [a[at] as number, b[other] as number];
    if (left === right) return true;
    if (left < right) at++;
    else other++;
  }
  return false;
};

const UNKNOWN: Kinship = { isSameSense: false, isKindOf: false, areSiblings: false, company: 0, areKnown: false };

/**
 * How two stems (of `stemOf`) are akin. Symmetric.
 *
 * @see data/README.md: senses are WordNet's, vectors GloVe's.
 */
export const kinshipOf = (a: string, b: string): Kinship => {
  const [left, right] = [entries().get(a), entries().get(b)];
  if (left === undefined || right === undefined) return UNKNOWN;
  let product = 0;
  for (let at = 0; at < left.vector.length; at++) {
    product += (left.vector[at] as number) * (right.vector[at] as number);
  }
  return {
    isSameSense: meet(left.senses, right.senses),
    isKindOf: meet(left.senses, right.wider) || meet(right.senses, left.wider),
    areSiblings: meet(left.wider, right.wider),
    company: product / (left.size * right.size),
    areKnown: true,
  };
};

/** Rank from which a word counts as fully rare: the length of the list. */
const RAREST = 40_000;

/** How rare the words of a stem are in English, 0 ("the") to 1 (not in the list of 40,000: most names). */
export const rarityOf = (stem: string): number => {
  const entry = entries().get(stem);
  return entry === undefined ? 1 : Math.log(entry.rank) / Math.log(RAREST);
};

/** The distributional vector of a stem, or null where it is not known. */
export const companyVectorOf = (stem: string): Int8Array | null => entries().get(stem)?.vector ?? null;

import type { Random } from '../generate/random.ts';

/** What people type into a search, by kind. */
export type QueryKind = 'name' | 'word' | 'two words' | 'phrase' | 'as typed' | 'not there';

export interface Query {
  readonly kind: QueryKind;
  readonly words: string;
}

/** Of two hundred: mostly names and words, which is what a case is searched for. */
const SHARES: Readonly<Record<QueryKind, number>> = {
  name: 60,
  word: 40,
  'two words': 40,
  phrase: 20,
  'as typed': 20,
  'not there': 20,
};

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}[\p{L}'-]{2,}/gu) ?? [];

/**
 * Invents searches on a case: 200, the same for the same seed, in an order that mixes the kinds.
 *
 * @param names Names of the case's entities.
 * @param texts Texts of some of its documents.
 */
export const inventQueries = (names: readonly string[], texts: readonly string[], random: Random): readonly Query[] => {
  const words = (): readonly string[] => wordsOf(random.pick(texts));
  const word = (): string => random.pick(words());
  const make: Readonly<Record<QueryKind, () => string>> = {
    name: () => random.pick(names),
    word,
    'two words': () => {
      const all = words();
      return `${random.pick(all)} ${random.pick(all)}`;
    },
    phrase: () => {
      const text = random.pick(texts);
      const sentences = text.match(/\p{L}+ \p{L}+ \p{L}+/gu) ?? [word()];
      return `"${random.pick(sentences)}"`;
    },
    'as typed': () => word().slice(0, random.between(3, 5)),
    'not there': () => `qz${word().slice(0, 4)}xv`,
  };
  const queries = Object.entries(SHARES).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => ({ kind: kind as QueryKind, words: make[kind as QueryKind]() })),
  );
  return random.shuffle(queries);
};

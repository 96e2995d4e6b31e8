import { foldName, nameTokens } from '../text/index.ts';
import type { LocalEntity } from './local-entities.ts';

const isOneWord = (local: LocalEntity): boolean =>
  !local.isOutlet && local.names.every((name) => !/[\s-]/.test(name.text));

/** What a document's names say of words: gathered once for each document. */
export interface NameWords {
  /** Its names in small letters, each with how often it is written. */
  readonly names: readonly (readonly [name: string, count: number])[];
  /** Adjectives of its places. */
  readonly adjectives: readonly string[];
  /** Words of its persons' full names. */
  readonly borne: readonly string[];
}

/** "Ostran" beside "Ostra": what is of a place is said by a word of its own, which is no surname unless somebody bears it. */
const adjectivesOf = (local: LocalEntity): readonly string[] => {
  const [word] = local.tokens;
  if (local.class !== 'place' || local.tokens.length !== 1 || word === undefined || word.length < 5) return [];
  return [
    ...(word.endsWith('a') ? [`${word}n`] : []),
    ...(word.endsWith('ia') ? [`${word.slice(0, -2)}ian`] : []),
    ...(/[aeiou]$/.test(word) ? [] : [`${word}ian`]),
  ];
};

/** Gathers what the names of one document say of words. */
export const nameWordsOf = (locals: readonly LocalEntity[]): NameWords => ({
  names: locals.flatMap((local) => local.names.map(({ text, count }) => [text.toLowerCase(), count] as const)),
  adjectives: [...new Set(locals.flatMap(adjectivesOf))],
  borne: [
    ...new Set(locals.flatMap((local) => (local.class === 'person' && local.tokens.length > 1 ? local.tokens : []))),
  ],
});

/** The words that a text writes with a small letter, each as often as it does. */
export const smallWords = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{Ll}\p{M}]+(?![\p{L}\p{M}.])/gu) ?? [];

/** What rule S10 asks of the pile. */
export interface AskWords {
  /** Whether the pile writes a name with a small letter at least as often as it is read as a name. */
  readonly isCommon: (name: string) => boolean;
  /** Whether a word is the adjective of a place of the pile and nobody's name. */
  readonly isAdjective: (word: string) => boolean;
}

/** Counts how the documents of a pile write words, and keeps count as documents come and go. */
export class WordCounts {
  readonly #texts = new Map<string, string>();
  readonly #small = new Map<string, number>();

  /** Takes account of the documents as they are now, by id. */
  count(texts: ReadonlyMap<string, string>): void {
    for (const [id, text] of this.#texts) {
      if (texts.get(id) === text) continue;
      this.#put(text, -1);
      this.#texts.delete(id);
    }
    for (const [id, text] of texts) {
      if (this.#texts.has(id)) continue;
      this.#put(text, 1);
      this.#texts.set(id, text);
    }
  }

  #put(text: string, by: 1 | -1): void {
    for (const word of smallWords(text)) this.#small.set(word, (this.#small.get(word) ?? 0) + by);
  }

  /** The answers for a pile with these names. */
  ask(all: readonly NameWords[]): AskWords {
    const asName = new Map<string, number>();
    const adjectives = new Set<string>();
    for (const { names, adjectives: own } of all) {
      for (const [name, count] of names) asName.set(name, (asName.get(name) ?? 0) + count);
      for (const word of own) adjectives.add(word);
    }
    for (const { borne } of all) for (const word of borne) adjectives.delete(word);
    const common = new Map<string, boolean>();
    return {
      isCommon: (name) => {
        const known = common.get(name);
        if (known !== undefined) return known;
        const word = name.toLowerCase();
        const found = (this.#small.get(word) ?? 0) >= (asName.get(word) ?? 1) || foldName(name).length < 2;
        common.set(name, found);
        return found;
      },
      isAdjective: (word) => adjectives.has(word),
    };
  }
}

/**
 * Leaves out chains whose every name is one word that the pile writes with a small letter at least as often as it is read
 * as a name (rule S10): "Front" alone is more likely a misread heading or first word of a sentence than a name. Likewise
 * persons and bodies called by the adjective of a place of the pile.
 */
export const dropCommonWords = (locals: readonly LocalEntity[], asked: AskWords): readonly LocalEntity[] => {
  const isAdjective = (local: LocalEntity): boolean =>
    (local.class === 'person' || local.class === 'organization') &&
    local.names.every(({ text }) => asked.isAdjective(nameTokens(text).join(' ')));
  return locals
    .filter((local) => !isOneWord(local) || !local.names.every((name) => asked.isCommon(name.text)))
    .filter((local) => local.isOutlet || !isAdjective(local));
};

import { latinSpellingsOf, spellingsOf } from '../world/name-lists.ts';
import { isCommonWord } from '../world/words.ts';
import { givenNameFamilies } from './given-names.ts';
import { consonantSkeleton, romanKey } from './roman-key.ts';
import { hasUnsureVowels, type Script } from './romanize.ts';

/** One word of a name, ready for comparing: what is asked of it for each comparison is worked out once. */
export interface NameWord {
  /** Lower-case Latin letters and digits. */
  readonly text: string;
  /** As written, in lower case; the same as `text` for plain Latin words. */
  readonly native: string;
  readonly script: Script;
  /** A single letter that stands for a name. */
  readonly isInitial: boolean;
  /** The number it stands for, however written; null for words. */
  readonly number: number | null;
  /** The word with the particles in front of it ("lepen"); the same as `text` when there are none. */
  readonly joined: string;
  /** May be left out without a word: a title that is also a name, the first part of "Abdul Aziz". */
  readonly isWeak: boolean;
  /** First letters of several words ("ABC"): another letter is another body. */
  readonly isAcronym: boolean;
  /** The sort or field of organization it stands for, or "country XX"; null for others. */
  readonly concept: string | null;
  /** Names of `name-spellings.tsv` that it is a spelling of, where its script needs them. */
  readonly spellings: readonly number[];
  /** One spelling for all Romanizations, in lower case, and its consonants. */
  readonly key: string;
  readonly skeleton: string;
  /** A bit for each letter of `text` and of `key`: words that share few letters need no closer look. */
  readonly textLetters: number;
  readonly keyLetters: number;
  readonly hasDigit: boolean;
  readonly isCommon: boolean;
  /** The families of given names it belongs to; null when none. */
  readonly families: ReadonlySet<number> | null;
}

const NONE: readonly number[] = [];

const needsSpellings = (script: Script): boolean => script === 'han' || script === 'hangul' || hasUnsureVowels(script);

const lettersOf = (text: string): number => {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
};

interface More {
  readonly joined?: string;
  readonly number?: number | null;
  readonly concept?: string | null;
  readonly isWeak?: boolean;
  readonly isAcronym?: boolean;
}

/** Makes a word from its Latin letters and its written form. */
export const nameWord = (text: string, native: string, script: Script, more: More = {}): NameWord => {
  const key = romanKey(text).toLowerCase();
  const hasDigit = /\d/.test(text);
  return {
    text,
    native,
    script,
    isInitial: text.length === 1 && script !== 'han' && script !== 'hangul' && !hasDigit,
    number: more.number ?? null,
    joined: more.joined ?? text,
    isWeak: more.isWeak ?? false,
    isAcronym: more.isAcronym ?? false,
    concept: more.concept ?? null,
    spellings: needsSpellings(script) ? spellingsOf(native) : NONE,
    key,
    skeleton: consonantSkeleton(text),
    textLetters: lettersOf(text),
    keyLetters: lettersOf(key),
    hasDigit,
    isCommon: isCommonWord(text),
    families: givenNameFamilies(text),
  };
};

/** Whether a word in a script of its own is known to be a spelling of a Latin one; null when nothing is known of either. */
export const isKnownSpelling = (native: NameWord, latin: NameWord): boolean | null => {
  if (native.spellings.length === 0) return null;
  const names = latinSpellingsOf(latin.text);
  if (names.some((name) => native.spellings.includes(name))) return true;
  return names.length === 0 ? null : false;
};

import { latinSpellingsOf } from '../world/name-lists.ts';
import type { NameType } from './compare-names.ts';
import { isWeakSort } from './judge-bodies.ts';
import type { NameWord } from './name-word.ts';
import { bodyOf, vesselOf } from './read-body.ts';
import { personOf } from './read-person.ts';
import { consonantSkeleton } from './roman-key.ts';
import { hasUnsureVowels } from './romanize.ts';
import { consonantClasses, eastKeys } from './sound-classes.ts';
import { soundCodes } from './sound-keys.ts';

/** A word of a name as it is looked up among the words of very many names. */
export interface NameKeyWord {
  /** What makes it this word and no other: its Latin letters, and how it is written where that is another script. */
  readonly id: string;
  /** Its spelling by `romanKey`, for telling how near two words are. */
  readonly spelling: string;
  /** Left out without a word: "abdul", a title that is also a name, a sort of body ("holding"). */
  readonly isWeak: boolean;
  /** A single letter that stands for a name. */
  readonly isInitial: boolean;
  /** Words that share one of these are one word, in another form, spelling or script. */
  readonly sure: () => readonly string[];
  /** Words that share one of these may be one but for slips; their spellings decide. */
  readonly loose: () => readonly string[];
}

/** The keys of a name. */
export interface NameKeys {
  /** In the order written; empty when the name has no letters. */
  readonly words: readonly NameKeyWord[];
  /** Words that another name must have to have all of it; words that only say what sort of body it is may be left out. */
  readonly least: number;
  /** Keys of the whole: its letters run together, and the first letters of the words of a body. */
  readonly whole: readonly string[];
}

/** Words of so many letters carry slips that their sounds do not show: each letter is left out once. */
const SHORT_WORD = 7;
/** Codes and skeletons shorter than this say too little. */
const LEAST_CODE = 3;
/** Codes from here on have one sound left out, so that those that differ by one meet. */
const LEAST_FOR_LEFT_OUT = 4;
/** Whole names up to this many letters are looked up run together. */
const LONGEST_SOLID = 40;

const leftOut = (text: string): readonly string[] => [...text].map((_, at) => text.slice(0, at) + text.slice(at + 1));

const looseKeys = (word: NameWord): readonly string[] => {
  const keys = new Set<string>();
  const { key } = word;
  if (key.length >= LEAST_CODE && key.length <= SHORT_WORD)
    for (const rest of [key, ...leftOut(key)]) keys.add(`d:${rest}`);
  for (const code of [...soundCodes(word.text), word.skeleton]) {
    if (code.length >= LEAST_CODE) keys.add(`h:${code}`);
    if (code.length >= LEAST_FOR_LEFT_OUT) for (const rest of leftOut(code)) keys.add(`h:${rest}`);
  }
  return [...keys];
};

const sureKeys = (word: NameWord): readonly string[] => {
  const keys = new Set([`t:${word.text}`]);
  if (word.number !== null) keys.add(`n:${word.number}`);
  if (word.concept !== null) keys.add(`o:${word.concept}`);
  if (word.number !== null || word.hasDigit) return [...keys];
  if (word.key.length > 1) keys.add(`k:${word.key}`);
  for (const family of word.families ?? []) keys.add(`f:${family}`);
  for (const spelling of word.spellings) keys.add(`s:${spelling}`);
  if (word.script === 'latin') for (const spelling of latinSpellingsOf(word.text)) keys.add(`s:${spelling}`);
  for (const east of eastKeys(word.text)) keys.add(`e:${east}`);
  return [...keys];
};

const allSureKeys = (word: NameWord): readonly string[] => {
  if (word.isInitial) return [`i:${word.text}`];
  const classes = consonantClasses(word.text);
  const prefix = word.script === 'latin' ? 'x' : hasUnsureVowels(word.script) ? 'y' : null;
  return [...sureKeys(word), ...(prefix === null || classes.length < 2 ? [] : [`${prefix}:${classes}`])];
};

const allLooseKeys = (word: NameWord): readonly string[] =>
  word.isInitial || word.number !== null || word.hasDigit || word.isAcronym ? [] : looseKeys(word);

const wordKeys = (word: NameWord, isBody: boolean): NameKeyWord => ({
  id: word.script === 'latin' ? word.text : `${word.text}\u0001${word.native}`,
  spelling: word.key,
  isWeak: word.isWeak || (isBody && isWeakSort(word)),
  isInitial: word.isInitial,
  // Asked for once a word, though words are met once a name: most are of names that are known already.
  sure: () => allSureKeys(word),
  loose: () => allLooseKeys(word),
});

/** The sure keys under which the words lie that a word may meet though they do not share its own: initials, other scripts. */
export const keysToAsk = (word: NameKeyWord): readonly string[] => {
  const more: string[] = [];
  if (!word.isInitial)
    for (const letter of new Set([word.id.charAt(0), word.spelling.charAt(0)]))
      if (letter !== '') more.push(`i:${letter}`);
  const sure = word.sure();
  for (const key of sure) {
    if (key.startsWith('x:')) more.push(`y:${key.slice(2)}`);
    if (key.startsWith('y:')) more.push(`x:${key.slice(2)}`);
  }
  // Two Latin words of like consonants are no spellings of one another by that alone.
  return [...sure.filter((key) => !key.startsWith('x:')), ...more];
};

const acronymOf = (words: readonly NameWord[]): string => words.map((word) => word.text.charAt(0)).join('');

/** Keys of one reading of a name, as a person's or as a body's. */
const keysOf = (words: readonly NameWord[], solid: string, isBody: boolean): NameKeys => {
  const whole = new Set<string>();
  const joined = /^[a-z]+$/.test(solid) ? consonantSkeleton(solid) : solid;
  if (solid !== '' && solid.length <= LONGEST_SOLID) whole.add(`w:${joined}`);
  if (isBody && words.length > 1) whole.add(`a:${acronymOf(words)}`);
  const only = words[0];
  if (isBody && words.length === 1 && only !== undefined && only.text.length <= 8) whole.add(`a:${only.text}`);
  const made = words.map((word) => wordKeys(word, isBody));
  const strong = made.filter(({ isWeak }) => !isWeak).length;
  return { words: made, least: strong > 0 ? strong : made.length, whole: [...whole] };
};

/** How far two spellings may be apart for words to meet by a loose key, by the letters of the shorter. */
export const spellingsMayMeet = (letters: number, edits: number): boolean =>
  edits <= (letters < LEAST_CODE ? 0 : letters < 5 ? 1 : letters < 8 ? 2 : 3);

/**
 * The keys under which a name is looked up among very many: two names that {@link compareNames} may call one share a key for every
 * word of the one that has fewer, or one of the whole.
 *
 * Blocking for lists of millions of names, where nothing can be compared with everything. Which words meet is asked of words, of
 * which there are few, not of names.
 *
 * @param type What it is a name of. A `legalEntity` is read as a person's name and as a body's.
 * @returns Never throws; a name without letters has no words.
 * @see W. Garbe's symmetric deletion for the left-out letters; docs/screen.md.
 */
export const nameKeys = (name: string, type: NameType): NameKeys => {
  if (type === 'person') {
    const read = personOf(name);
    return keysOf(read.words, read.solid, false);
  }
  const body = type === 'vessel' ? vesselOf(name) : bodyOf(name);
  const keys = keysOf(body.words, body.solid, true);
  if (type !== 'legalEntity') return keys;
  const person = personOf(name);
  const other = keysOf(person.words, person.solid, false);
  const known = new Set(keys.words.map(({ id }) => id));
  return {
    words: [...keys.words, ...other.words.filter(({ id }) => !known.has(id))],
    least: Math.min(keys.least, other.least),
    whole: [...new Set([...keys.whole, ...other.whole])],
  };
};

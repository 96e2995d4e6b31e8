import { distance } from 'fastest-levenshtein';
import { jaroWinkler } from './jaro-winkler.ts';
import { soundCodes } from './sound-keys.ts';

/** What a word needs to be compared by spelling and sound; every `NameWord` has it. */
interface Spoken {
  readonly text: string;
  readonly key: string;
  readonly skeleton: string;
}

/** Below this Jaro-Winkler similarity words with like sounds are still different words ("Marin", "Moreno"). Tuned on name-pairs (dev). */
const SOUND_FLOOR = 0.8;
const SHORTEST_HEARD = 4;
/** Codes from this length on may differ in any sound; shorter ones not in the first, which is rarely misheard. */
const LONG_CODE = 4;

/** Whether both are Latin spellings of one word, as far as Romanizations waver. */
export const isSpellingOf = (a: Spoken, b: Spoken): boolean => {
  if (a.key === b.key) return true;
  if (a.skeleton !== b.skeleton || a.skeleton.length < 3) return false;
  const edits = distance(a.key, b.key);
  // Three consonants are shared by too many names to let their vowels waver twice.
  return a.skeleton.length >= 4 ? edits <= 2 : Math.min(a.text.length, b.text.length) >= 5 && edits <= 1;
};

const isOneSoundOff = (left: string, right: string): boolean => {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < 2 || long.length < 3 || long.length - short.length > 1 || distance(short, long) > 1) return false;
  return short.length >= LONG_CODE || short[0] === long[0];
};

const isNearSound = (a: string, b: string): boolean =>
  soundCodes(a).some((left) => soundCodes(b).some((right) => left === right || isOneSoundOff(left, right)));

/** In the letters as written or as any Romanization would have them; Jaro-Winkler is not quite symmetric. */
const looksAlike = (a: Spoken, b: Spoken): number =>
  Math.max(
    jaroWinkler(a.text, b.text),
    jaroWinkler(b.text, a.text),
    jaroWinkler(a.key, b.key),
    jaroWinkler(b.key, a.key),
  );

/** Whether two words have one sound code, in letters that are near. */
export const soundsSame = (a: Spoken, b: Spoken): boolean =>
  Math.min(a.text.length, b.text.length) >= SHORTEST_HEARD &&
  soundCodes(a.text).some((code) => code.length > 1 && soundCodes(b.text).includes(code)) &&
  looksAlike(a, b) >= SOUND_FLOOR;

/** Whether two words are alike to the ear: sound codes that are equal or one sound off, in letters that are near. */
export const soundsAlike = (a: Spoken, b: Spoken): boolean =>
  Math.min(a.text.length, b.text.length) >= SHORTEST_HEARD &&
  isNearSound(a.text, b.text) &&
  looksAlike(a, b) >= SOUND_FLOOR;

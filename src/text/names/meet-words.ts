import { distance } from 'fastest-levenshtein';
import { editCost } from './edit-cost.ts';
import { withLetters } from './look-alike.ts';
import { isKnownSpelling, type NameWord } from './name-word.ts';
import { hasUnsureVowels } from './romanize.ts';
import { consonantClasses, eastKeys } from './sound-classes.ts';
import { isSpellingOf, soundsAlike, soundsSame } from './sounds-alike.ts';

/** How two words can be one: as written, by spelling, as forms or translations of one, by an initial, or but for slips. */
export type MeetingKind = 'equal' | 'spelling' | 'form' | 'initial' | 'slip';

export interface Meeting {
  readonly kind: MeetingKind;
  /** How far from equal, in slips of the pen. */
  readonly cost: number;
}

/** What each kind costs by itself, in slips. Set on name-pairs (dev). */
const EQUAL: Meeting = { kind: 'equal', cost: 0 };
const SPELLING: Meeting = { kind: 'spelling', cost: 0.2 };
const FORM: Meeting = { kind: 'form', cost: 0.6 };
const INITIAL: Meeting = { kind: 'initial', cost: 0.5 };
/** Spellings by consonants alone; where both words are known names and not known as one; of one consonant. */
const BY_CONSONANTS: Meeting = { kind: 'spelling', cost: 0.3 };
const BY_CONSONANTS_UNKNOWN: Meeting = { kind: 'spelling', cost: 0.8 };
const BY_ONE_CONSONANT: Meeting = { kind: 'spelling', cost: 1 };
/** Alike to the ear, in more letters than a slip of the pen takes: the same sounds; one sound off, which leaves the names unsure. */
const SAME_SOUND: Meeting = { kind: 'slip', cost: 1.6 };
const NEAR_SOUND: Meeting = { kind: 'slip', cost: 2.6 };
/** What another gender of a name costs: with nothing else amiss it leaves the names unsure. */
const OTHER_GENDER: Meeting = { kind: 'slip', cost: 2.6 };

/** Words this short are equal or different; from the next length on one slip, from the last on two. */
const NO_SLIP = 2;
const TWO_SLIPS = 6;
/** From this length on three letters may differ, if they sound alike. */
const LONG = 9;
/** Two common words of English are more often two words than one with a slip. */
const COMMON_WORD_SLIPS = 1.5;
const LEAST_SLIP = 0.5;

/** The slips that a word of that many letters may carry. */
export const slipsAllowed = (letters: number): number => (letters <= NO_SLIP ? 0 : letters < TWO_SLIPS ? 1 : 2);

const bitsSet = (bits: number): number => {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

/** One slip changes two letters of the set at most. */
const mayBeSlip = (a: number, b: number, most: number): boolean =>
  bitsSet(a ^ b) <= 2 * Math.ceil(most / LEAST_SLIP / 2);

const slip = (a: NameWord, b: NameWord, most: number): Meeting | null => {
  if (most === 0 || Math.abs(a.text.length - b.text.length) > 3) return null;
  let cost = Number.POSITIVE_INFINITY;
  if (mayBeSlip(a.textLetters, b.textLetters, most)) cost = editCost(a.text, b.text, most);
  if (cost > LEAST_SLIP && mayBeSlip(a.keyLetters, b.keyLetters, most))
    cost = Math.min(cost, editCost(a.key, b.key, most));
  if (cost > most) return null;
  // Letters that sound alike cost less, but too many of them make another name ("Hassan", "Hussein").
  const differing = cost > 1 ? distance(a.text, b.text) : 0;
  return differing > (Math.min(a.text.length, b.text.length) < LONG ? 2 : 3)
    ? null
    : { kind: 'slip', cost: Math.max(cost, LEAST_SLIP) };
};

/** Characters of Chinese and Korean: another character is another name, however alike they sound. */
const meetCharacters = (a: NameWord, b: NameWord): Meeting | null => (a.native === b.native ? EQUAL : null);

const isOfCharacters = (word: NameWord): boolean => word.script === 'han' || word.script === 'hangul';

const meetInitial = (initial: NameWord, other: NameWord): Meeting | null =>
  other.text.startsWith(initial.text) || other.key.startsWith(initial.key) ? INITIAL : null;

/** Adjectives made of names in Slavic languages: "Muromsky zavod", the plant of Murom. */
const ADJECTIVE = /(?:sk|tsk)(?:iy|ij|yy|yj|y|i|aya|aja|a|oe|oye|oje|oy|ogo|ii)$/;

const meetAcrossScripts = (a: NameWord, b: NameWord): Meeting | null => {
  const [native, latin] = b.script === 'latin' ? [a, b] : [b, a];
  const known = isKnownSpelling(native, latin);
  if (known === true) return SPELLING;
  if (hasUnsureVowels(native.script)) {
    const [left, right] = [consonantClasses(native.text), consonantClasses(latin.text)];
    if (left === right && left.length > 0)
      return left.length === 1 ? BY_ONE_CONSONANT : known === false ? BY_CONSONANTS_UNKNOWN : BY_CONSONANTS;
    const most = Math.floor(Math.min(left.length, right.length) / 3);
    const cost = most > 0 ? editCost(left, right, most) : Number.POSITIVE_INFINITY;
    if (cost <= most) return { kind: 'slip', cost: cost + LEAST_SLIP };
  }
  if (ADJECTIVE.test(a.text) && a.text.replace(ADJECTIVE, '') === b.text) return FORM;
  if (ADJECTIVE.test(b.text) && b.text.replace(ADJECTIVE, '') === a.text) return FORM;
  return null;
};

/** Endings that Latvian and Lithuanian give to foreign names ("Lavrovs"). */
const isBalticForm = (a: NameWord, b: NameWord): boolean => {
  const [short, long] = a.text.length < b.text.length ? [a, b] : [b, a];
  const more = long.text.length - short.text.length;
  if (short.text.length < 4 || more < 1 || more > 2 || !long.text.endsWith('s')) return false;
  return long.key.startsWith(short.key) && /^[aeiu]?s$/.test(long.key.slice(short.key.length));
};

const vowelsEnd = (text: string): string => text.replace(/[aeiou]+$/, '');

/** Names of women and men that differ by the last vowel alone are two names. */
const isOtherGender = (a: string, b: string): boolean =>
  a.endsWith('a') !== b.endsWith('a') && Math.abs(a.length - b.length) < 2 && vowelsEnd(a) === vowelsEnd(b);

/** Whether two words are forms of one given name. */
export const sharesFamily = (a: NameWord, b: NameWord): boolean => {
  if (a.families === null || b.families === null) return false;
  for (const family of a.families) if (b.families.has(family)) return true;
  return false;
};

/** Letters from which on a word with digits among them can be told from another word. */
const LEAST_TELLING = 5;

/** "G4zprom" for a word with look-alike digits; two words with digits are equal or different. */
const meetDigits = (a: NameWord, b: NameWord): Meeting | null => {
  const [coded, plain] = a.hasDigit ? [a, b] : [b, a];
  if (plain.hasDigit || plain.text.length < LEAST_TELLING) return null;
  return withLetters(coded.text) === plain.text ? FORM : null;
};

/** How two words of names can be one; null when they cannot. Symmetric. */
export const meetWords = (a: NameWord, b: NameWord): Meeting | null => {
  if (a.script === b.script && isOfCharacters(a)) return meetCharacters(a, b);
  if (a.text === b.text) return EQUAL;
  if (a.number !== null || b.number !== null) return a.number === b.number ? EQUAL : null;
  if (a.isInitial) return b.isInitial ? null : meetInitial(a, b);
  if (b.isInitial) return meetInitial(b, a);
  if (a.hasDigit || b.hasDigit) return meetDigits(a, b);
  if (a.concept !== null && a.concept === b.concept && !(a.isCommon && b.isCommon)) return FORM;
  if (sharesFamily(a, b)) return FORM;
  if (a.script !== b.script) {
    const across = meetAcrossScripts(a, b);
    if (across !== null) return across;
  }
  if (a.isAcronym || b.isAcronym || Math.min(a.text.length, b.text.length) <= NO_SLIP) return meetSyllables(a, b);
  const isShort = Math.min(a.text.length, b.text.length) < 4;
  if (!isShort && isOtherGender(a.text, b.text)) return OTHER_GENDER;
  if (isSpellingOf(a, b)) return SPELLING;
  const most = slipsAllowed(Math.min(a.text.length, b.text.length));
  if (isBalticForm(a, b)) return FORM;
  const near = meetSyllables(a, b) ?? slip(a, b, a.isCommon && b.isCommon ? Math.min(most, COMMON_WORD_SLIPS) : most);
  if (near !== null || (a.isCommon && b.isCommon)) return near;
  return soundsAlike(a, b) ? (soundsSame(a, b) ? SAME_SOUND : NEAR_SOUND) : null;
};

/** Chinese and Korean names in different Romanizations. */
const meetSyllables = (a: NameWord, b: NameWord): Meeting | null => {
  if (Math.abs(a.text.length - b.text.length) > 2) return null;
  const east = eastKeys(a.text);
  return east.length > 0 && eastKeys(b.text).some((spelling) => east.includes(spelling)) ? FORM : null;
};

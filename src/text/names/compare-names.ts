import { judgeBodies } from './judge-bodies.ts';
import { type Judgement, judgePersons, type NameReason } from './judge-persons.ts';
import { bodyOf, vesselOf } from './read-body.ts';
import { personOf } from './read-person.ts';

/** The types of {@link NameType}. */
export const NAME_TYPES = [
  'person',
  'company',
  'organization',
  'publicBody',
  'legalEntity',
  'vessel',
  'place',
  'asset',
] as const;

/** What two names are names of. `legalEntity` is a person or a body: the names themselves say which. */
export type NameType = (typeof NAME_TYPES)[number];

/** Whether a word is one of {@link NAME_TYPES}, letter for letter. */
export const isNameType = (word: string): word is NameType => (NAME_TYPES as readonly string[]).includes(word);

/** What is held of two names on the names alone. */
export type NameVerdict = 'match' | 'no match' | 'unsure';

export interface NameMatch {
  /** 0 to 1; 1 for the same name. No probability. */
  readonly score: number;
  readonly verdict: NameVerdict;
  readonly reasons: readonly NameReason[];
}

/** Scores from here on are a match, scores from the second on unsure. */
export const NAME_THRESHOLDS = { match: 0.7, unsure: 0.5 } as const;

const judge = (a: string, b: string, type: NameType): Judgement => {
  if (type === 'person') return judgePersons(personOf(a), personOf(b));
  if (type === 'vessel') return judgeBodies(vesselOf(a), vesselOf(b), true);
  if (type === 'legalEntity') {
    const [left, right] = [bodyOf(a), bodyOf(b)];
    const isBody = [left, right].some(
      (body) => body.formWords !== '' || body.words.some((word) => word.concept !== null),
    );
    return isBody ? judgeBodies(left, right, false) : judgePersons(personOf(a), personOf(b));
  }
  return judgeBodies(bodyOf(a), bodyOf(b), false);
};

/**
 * Compares two names: could they be one name, written by two hands?
 *
 * Symmetric. Judges names alone: two bearers of one name are a match here, and are to be told apart by other evidence. Names in
 * Latin, Cyrillic, Greek, Arabic, Hebrew, Chinese, Japanese, Korean and other scripts meet in Latin letters. What is compared:
 * words (equal, spelt otherwise, forms and short forms, initials, slips of the pen or the ear), what one name leaves out, order,
 * generations and filiation in persons; legal forms, numbers, sorts and first letters in bodies, vessels and places.
 *
 * Two names with different numbers, different generations, or words on both sides that meet nothing are never a match.
 *
 * @param type What they are names of; both the same. Names of a person and of a body can be compared as `legalEntity`.
 * @returns Score, verdict by {@link NAME_THRESHOLDS}, and reasons in the order they were found, each with what met what. Never
 *   throws: an empty name is no match with anything.
 * @see docs/text.md, "Names compared".
 */
export const compareNames = (a: string, b: string, type: NameType): NameMatch => {
  const { score, reasons } = judge(a, b, type);
  const rounded = Math.round(score * 1000) / 1000;
  const verdict =
    rounded >= NAME_THRESHOLDS.match ? 'match' : rounded >= NAME_THRESHOLDS.unsure ? 'unsure' : 'no match';
  return { score: rounded, verdict, reasons };
};

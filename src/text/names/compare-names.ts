import { isGivenName } from '../world/persons.ts';
import { judgeBodies } from './judge-bodies.ts';
import { type Judgement, judgePersons, type NameReason, reason } from './judge-persons.ts';
import { bodyOf, type ReadBody, vesselOf } from './read-body.ts';
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

/** What is held of two names on the names alone. */
export type NameVerdict = 'match' | 'no match' | 'unsure';

/** What {@link compareNames} found. */
export interface NameMatch {
  /** 0 to 1; 1 for the same name. No probability. */
  readonly score: number;
  readonly verdict: NameVerdict;
  readonly reasons: readonly NameReason[];
}

/** Scores from here on are a match, scores from the second on unsure. */
export const NAME_THRESHOLDS = { match: 0.7, unsure: 0.5 } as const;

/** What a body named after a person is held to be at most, beside that person. */
const NAMESAKE = 0.6;

const isPersonal = ({ words, formWords }: ReadBody): boolean =>
  formWords === '' &&
  words.length >= 2 &&
  words.length <= 4 &&
  words.every((word) => word.concept === null && word.number === null) &&
  words.some(({ text }) => isGivenName(`${text.charAt(0).toUpperCase()}${text.slice(1)}`));

/** Names of persons or of bodies; a body named after a person is not that person. */
const judgeEntities = (a: string, b: string): Judgement => {
  const [left, right] = [bodyOf(a), bodyOf(b)];
  const isBody = [left, right].some(
    (body) => body.formWords !== '' || body.words.some((word) => word.concept !== null),
  );
  if (!isBody) return judgePersons(personOf(a), personOf(b));
  const judged = judgeBodies(left, right, false);
  if (isPersonal(left) === isPersonal(right) || judged.score <= NAMESAKE) return judged;
  const why = reason('legal form', 'weakens', a, b, 'a person, and a body that may be named after one');
  return { score: NAMESAKE, reasons: [...judged.reasons, why] };
};

const judge = (a: string, b: string, type: NameType): Judgement => {
  if (type === 'person') return judgePersons(personOf(a), personOf(b));
  if (type === 'vessel') return judgeBodies(vesselOf(a), vesselOf(b), true);
  if (type === 'legalEntity') return judgeEntities(a, b);
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

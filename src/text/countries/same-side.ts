import { nameTokens } from '../names/index.ts';
import { countryOf } from './country-of.ts';

/** Letters that a country and its people must share, and by how many the longer word may go on ("Ostra", "Ostrian"). */
const SHARED_LETTERS = 4;
const ENDING_LETTERS = 4;

const isSameStem = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared++;
  return (
    shared >= Math.min(SHARED_LETTERS, short.length) &&
    short.length >= 3 &&
    short.length - shared <= 2 &&
    long.length - shared <= ENDING_LETTERS
  );
};

/**
 * Whether two stated sides ("Norway", "the Norwegian", "Oslo's") are one.
 *
 * Countries by their code; names no list knows by the stem of their last word ("Ostra", "Ostran").
 *
 * @returns null when it cannot be told: words that no list of countries knows may name a body, a person or another country.
 */
export const isSameSide = (a: string, b: string): boolean | null => {
  const [left, right] = [nameTokens(a), nameTokens(b)];
  const [leftLast, rightLast] = [left.at(-1), right.at(-1)];
  if (leftLast === undefined || rightLast === undefined) return null;
  if (left.join(' ') === right.join(' ')) return true;
  const [leftCode, rightCode] = [countryOf(a), countryOf(b)];
  if (leftCode !== null && rightCode !== null) return leftCode === rightCode;
  return isSameStem(leftLast, rightLast) ? true : null;
};

import type { NameComparison } from './compare-persons.ts';
import { compareTokens } from './compare-tokens.ts';
import { nameTokens } from './fold.ts';
import { FUNCTION_WORDS, LEGAL_FORMS, ORGANIZATION_SORTS, OUTLET_SORTS } from './name-words.ts';
import { remember } from './remember.ts';

/** Spelt-out legal forms of several words, folded. */
const LONG_LEGAL_FORMS =
  /\b(?:(?:public |open |closed )?joint stock company|public limited company|limited liability (?:company|partnership)|open joint stock|sp z o o|s a r l|s a s|s p a|s a|n v|b v|a g|a s|l l c|l p)\b/g;

/**
 * The words that name an organization: folded, without article and legal form. Never empty unless the name is: a name made
 * of such words alone keeps them.
 */
export const organizationTokens: (name: string) => readonly string[] = remember((name) => {
  const all = nameTokens(name);
  const plain = all.join(' ').replace(LONG_LEGAL_FORMS, ' ').split(' ').filter(Boolean);
  const core = plain.filter((token, index) => !LEGAL_FORMS.has(token) && !(index === 0 && token === 'the'));
  return core.length > 0 ? core : all;
});

/** The words that name an outlet: as {@link organizationTokens}, without "news agency", "newspaper", ".com" and the like. */
export const outletTokens = (name: string): readonly string[] => {
  const tokens = organizationTokens(name.replace(/\s+in\s+\p{Lu}\p{L}+$/u, ''));
  // "Daily Mail" is a name made of a sort and one word; only words after the name, or "the newspaper X", say the sort.
  let last = tokens.length;
  while (last > 1 && OUTLET_SORTS.has(tokens[last - 1] ?? '')) last--;
  const kept = tokens.slice(0, last);
  const first = kept[0] ?? '';
  const isSortInFront =
    kept.length > 1 &&
    ['newspaper', 'agency', 'magazine', 'website', 'broadcaster', 'portal', 'outlet'].includes(first);
  return isSortInFront ? kept.slice(1) : kept;
};

const withoutSorts = (tokens: readonly string[]): string =>
  tokens.filter((token) => !ORGANIZATION_SORTS.has(token) && !FUNCTION_WORDS.has(token)).join(' ');

/** Whether `short` is the first letters of the words of `long`, small words counted or not ("BfV", "MFA", "NVS"). */
export const isAcronymOf = (short: string, long: string): boolean => {
  const letters = short.replace(/[.\s]/g, '').replace(/['’]s$/, '');
  if (!/^\p{Lu}[\p{L}\d&]*$/u.test(letters) || letters.length < 2 || letters.length > 8) return false;
  if ((letters.match(/\p{Lu}/gu)?.length ?? 0) < 2) return false;
  const tokens = nameTokens(long);
  if (tokens.length < 2) return false;
  const folded = nameTokens(letters).join('');
  const initials = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('');
  const bare = tokens.filter((token) => !FUNCTION_WORDS.has(token));
  const formless = bare.filter((token) => !LEGAL_FORMS.has(token));
  const withoutArticle = tokens[0] === 'the' ? tokens.slice(1) : tokens;
  return [withoutArticle, bare, formless].some((words) => words.length >= 2 && initials(words) === folded);
};

const isRun = (short: readonly string[], long: readonly string[]): boolean =>
  ` ${long.join(' ')} `.includes(` ${short.join(' ')} `);

/**
 * Compares two names of organizations, public bodies, places or things.
 *
 * Symmetric in its relation. Legal forms and articles do not count; a differing number, or a differing word among equal
 * ones, speaks against one bearer.
 */
export const compareOrganizationNames = (a: string, b: string): NameComparison => {
  const [left, right] = [organizationTokens(a), organizationTokens(b)];
  const names = `“${a}”, “${b}”`;
  if (left.length === 0 || right.length === 0) return { relation: 'different', reason: `${names}: nothing to compare` };
  if (left.join(' ') === right.join(' ')) return { relation: 'same', reason: `${names}: the same words` };
  if (left.join('') === right.join('')) return { relation: 'variant', reason: `${names}: written apart or together` };
  const bare = withoutSorts(left);
  if (bare !== '' && bare === withoutSorts(right))
    return { relation: 'variant', reason: `${names}: differ by the sort of organization` };
  const inAnyOrder = (tokens: readonly string[]): string =>
    tokens
      .filter((token) => !FUNCTION_WORDS.has(token))
      .sort()
      .join(' ');
  if (bare !== '' && inAnyOrder(left) === inAnyOrder(right))
    return { relation: 'variant', reason: `${names}: the same words in another order` };
  if (isAcronymOf(a, b) || isAcronymOf(b, a)) return { relation: 'partial', reason: `${names}: first letters` };
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < long.length) {
    return isRun(short, long)
      ? { relation: 'partial', reason: `${names}: one is part of the other` }
      : { relation: 'different', reason: `${names}: different words` };
  }
  if (short.length !== long.length) return { relation: 'different', reason: `${names}: different words` };
  const likeness = left.map((token, index) => compareTokens(token, right[index] ?? ''));
  if (likeness.includes('different')) return { relation: 'different', reason: `${names}: different words` };
  // One letter makes another company more often than another person: a single word alike is never enough by itself.
  return likeness.every((one) => one !== 'sounds') && left.length > 1
    ? { relation: 'variant', reason: `${names}: spellings of one name` }
    : { relation: 'sounds', reason: `${names}: sound alike or differ by a slip` };
};

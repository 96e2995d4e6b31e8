import { nameTokens } from './fold.ts';
import { FUNCTION_WORDS, LEGAL_FORMS, OUTLET_SORTS } from './name-words.ts';
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

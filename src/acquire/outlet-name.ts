import { isGivenName, isSurname, OUTLET_WORDS, outletByDomain, outletByName } from '../text/index.ts';

/**
 * Whether words look like the name of an outlet: every word capitalised, at most six, and one at an end that names a
 * kind of outlet ("The Kelmar Times", "Radio Ostra", "Daily Dispatch").
 */
const isOutletLike = (name: string): boolean => {
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || words.length > 6 || !/^[\p{L}\p{N} .'’&-]+$/u.test(name)) return false;
  if (!words.every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || /^(?:of|the|and|for|de|la|le|el)$/.test(word)))
    return false;
  const [first = '', ...rest] = words.map((word) => word.toLowerCase().replace(/[.'’]s?$/u, ''));
  // "Emily Post" is a person.
  const [given = '', family = ''] = words;
  if (words.length === 2 && isGivenName(given) && isSurname(family)) return false;
  const named = first === 'the' ? rest : [first, ...rest];
  return OUTLET_WORDS.has(named.at(-1) ?? '') || (named.length > 1 && OUTLET_WORDS.has(named[0] ?? ''));
};

/** "Ordel24", "Marrow.info": names that sites have. */
const SITE = /^\p{Lu}[\p{L}-]{2,}24$|^\p{Lu}[\p{L}\p{N}-]+\.(?:info|com|net|org|news|media|online|tv)$/u;

/** Whether words name an outlet: one that is known by a name of no other meaning, or a wording that only outlets have. */
export const isOutletName = (name: string): boolean => {
  if (name.length > 60) return false;
  if (SITE.test(name)) return true;
  const known = outletByName(name);
  return (known !== null && !known.ambiguous) || isOutletLike(name);
};

/** The name of the outlet at an address; null when it is not known, or known by its address only. */
export const outletAt = (address: string): string | null =>
  URL.canParse(address) ? outletByDomain(new URL(address).hostname)?.name || null : null;

import { bestFound, type Found } from '../model/index.ts';
import { OUTLET_WORDS, outletByDomain, outletByName, siteOf } from '../text/index.ts';
import { isOutletName, outletAt } from './outlet-name.ts';

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const words = (name: string): readonly string[] =>
  (name.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter((word) => !OUTLET_WORDS.has(word));

/** Whether two names are of one house: "BBC" and "BBC News", "The Kelmar Times" and "Kelmar Media". Rather yes than no. */
const isSameHouse = (a: string, b: string): boolean => {
  const [x, y] = [letters(a.replace(/^the\s/i, '')), letters(b.replace(/^the\s/i, ''))];
  if (x.startsWith(y) || y.startsWith(x)) return true;
  const [known, other] = [outletByName(a)?.outlet, outletByName(b)?.outlet];
  if (known !== undefined && known === other) return true;
  const own = new Set(words(a));
  return words(b).some((word) => own.has(word));
};

/** Whether a name may be of the house that a site is of: its letters stand in the site's name, or the other way round. */
const isOfSite = (name: string, site: string): boolean => {
  const label = letters(site.split('.')[0] ?? '');
  const bare = letters(name.replace(/^the\s/i, ''));
  if (label.length > 2 && (bare.includes(label) || label.includes(bare))) return true;
  const outlet = outletByDomain(site);
  return outlet !== null && [outlet.name, ...outlet.aliases].some((one) => one !== '' && isSameHouse(one, name));
};

/** Whether two sites may be of one house: one name under two endings, or known as one outlet. */
const isSameSite = (a: string, b: string): boolean =>
  a === b ||
  letters(a.split('.')[0] ?? '') === letters(b.split('.')[0] ?? '') ||
  (outletAt(`https://${a}`) !== null && outletAt(`https://${a}`) === outletAt(`https://${b}`));

/** How pages give their canonical address: a link in their head. */
const isCanonical = ({ field, by }: Found): boolean => field === 'url' && by === 'meta';

/**
 * Whether an address is that of another house's text. Print, mobile and AMP addresses are of the same house, and so is whatever cannot
 * be told from it.
 *
 * @param own Other addresses of the document.
 * @param house The outlet of the document, as it is told by other means than addresses.
 */
const isElsewhere = (address: string, own: readonly string[], house: string | null): boolean => {
  const site = siteOf(address);
  if (site === null) return false;
  const sites = own.flatMap((one) => siteOf(one) ?? []);
  if (sites.some((one) => isSameSite(one, site))) return false;
  if (house !== null && isOfSite(house, site)) return false;
  return sites.length > 0 || (house !== null && isOutletName(house) && outletAt(address) !== null);
};

/** Addresses of another's text: where a page's canonical address is elsewhere, and originals that are no address of its own. */
const settleAddresses = (found: readonly Found[]): readonly Found[] => {
  const house = bestFound(found, 'outlet')?.value ?? null;
  const own = found.flatMap((fact) => (fact.field === 'url' && !isCanonical(fact) ? [fact.value] : []));
  const canonical = found.filter(isCanonical).map(({ value }) => value);
  return found.flatMap((fact): readonly Found[] => {
    if (isCanonical(fact)) return [isElsewhere(fact.value, own, house) ? { ...fact, field: 'original' } : fact];
    if (fact.field === 'original')
      return isElsewhere(fact.value, own.length > 0 ? own : canonical, house) ? [fact] : [];
    return [fact];
  });
};

const COPYRIGHT = /(?:©|\(c\)|\bcopyright)[^\n©]{0,40}$/i;

/** Whether a fact stands in a copyright line. */
const isOwner = ({ span }: Found, text: string): boolean =>
  span !== null && COPYRIGHT.test(text.slice(Math.max(0, span[0] - 60), span[0]));

/**
 * Settles which of the houses that a document names is its outlet, and which is one whose copy its text is: an outlet that stands as
 * author, with the author's name, or as owner in the copyright line, where the document's own outlet is another. Adds the outlets
 * that its addresses tell. No fact is lost; each keeps how it was found.
 *
 * @param text The stored text, into which the spans of facts point.
 */
export const withHouses = (found: readonly Found[], text: string): readonly Found[] => {
  const settled = settleAddresses(found);
  const addresses = settled.flatMap((fact): Found[] => {
    const outlet = fact.field === 'url' ? outletAt(fact.value) : null;
    return outlet ? [{ field: 'outlet', value: outlet, by: 'address', span: null }] : [];
  });
  const told = [...settled, ...addresses];
  // Whose author it is: the outlet only of what says nothing else of that.
  const apart = told.filter(({ field, by }) => field !== 'outlet' || by !== 'byline');
  const outlet = (bestFound(apart, 'outlet') ?? bestFound(told, 'outlet'))?.value ?? null;
  const isOther = (name: string): boolean => outlet !== null && isOutletName(name) && !isSameHouse(name, outlet);
  const facts = settled.flatMap((fact): readonly Found[] => {
    if (fact.field === 'byline' && isOutletName(fact.value))
      return fact.value === outlet ? [] : [{ ...fact, field: 'syndicated' }];
    if (fact.field === 'outlet' && (fact.by === 'byline' || isOwner(fact, text)) && isOther(fact.value))
      return [{ ...fact, field: 'syndicated' }];
    if (fact.field === 'syndicated' && outlet !== null && fact.span === null && isSameHouse(fact.value, outlet))
      return [];
    return [fact];
  });
  return [...facts, ...addresses];
};

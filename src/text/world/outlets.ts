import { addTo, lazy, plainKey, readLines } from './data-file.ts';

/** A news outlet or agency; `name` is empty where only its domain is known, `country` where it is not known. */
export interface Outlet {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domain: string;
  readonly country: string;
  readonly kind: 'agency' | 'newspaper' | 'magazine' | 'broadcaster' | 'site';
}

/** A hit by name: `ambiguous` when the name is also an ordinary word or is borne by several outlets. */
export interface OutletMatch {
  readonly outlet: Outlet;
  readonly ambiguous: boolean;
}

const index = lazy(() => {
  const byName = new Map<string, Outlet[]>();
  const byDomain = new Map<string, Outlet>();
  const unsure = new Set<string>();
  for (const line of readLines('outlets.tsv')) {
    const [name = '', aliases = '', domain = '', country = '', kind = '', ambiguous = ''] = line.split('\t');
    const list = aliases === '' ? [] : aliases.split(';');
    const outlet: Outlet = { name, aliases: list, domain, country, kind: kind as Outlet['kind'] };
    if (domain !== '') byDomain.set(domain, outlet);
    for (const item of [name, ...list]) if (item !== '') addTo(byName, nameKey(item), outlet);
    for (const item of ambiguous.split(';')) if (item !== '') unsure.add(nameKey(item));
  }
  return { byName, byDomain, unsure };
});

/** Acronyms keep their case ("AP", not "ap" or "Ap"); of other names only a leading "the" is left out. */
const nameKey = (name: string): string => {
  const bare = name.trim().replace(/^[Tt]he (?=\S)/, '');
  return /^[\p{Lu}\p{N}/&.-]+$/u.test(bare) ? bare : plainKey(bare);
};

/** All outlets of that name or abbreviation. Text without a capital must be written as the outlet writes itself ("dpa"). */
const outletsByName = (text: string): readonly Outlet[] => {
  const found = index().byName.get(nameKey(text)) ?? [];
  if (/\p{Lu}/u.test(text)) return found;
  const bare = text.trim().replace(/^the /, '');
  return found.filter((outlet) => outlet.name === bare || outlet.aliases.includes(bare));
};

/** The outlet of that name, agencies before others; null when none. */
export const outletByName = (text: string): OutletMatch | null => {
  const found = outletsByName(text);
  const outlet = found.find((item) => item.kind === 'agency') ?? found[0];
  return outlet === undefined ? null : { outlet, ambiguous: found.length > 1 || index().unsure.has(nameKey(text)) };
};

/** The outlet of a host name ("www.example.org"): the host itself, then its parent domains. Null when none. */
export const outletByDomain = (host: string): Outlet | null => {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  for (let i = 0; i < labels.length - 1; i++) {
    const outlet = index().byDomain.get(labels.slice(i).join('.'));
    if (outlet !== undefined) return outlet;
  }
  return null;
};

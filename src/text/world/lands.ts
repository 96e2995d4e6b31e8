import { addTo, bareKey, lazy, readDataFile } from './data-file.ts';
import { SortedLines } from './sorted-lines.ts';

/** A country or territory: `code` is ISO 3166-1 alpha-2 (XK for Kosovo). */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly official: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
  readonly sovereign: boolean;
}

/** A named place; `country` is empty for waters and lands of several countries, `population` 0 where not known. */
export interface Place {
  readonly name: string;
  readonly kind: 'capital' | 'city' | 'region' | 'water' | 'land' | 'area' | 'continent';
  readonly country: string;
  readonly population: number;
}

/** A seat by which a government or body is named; `country` is ISO alpha-2, EU, UN, or null where it is of several. */
export interface Metonym {
  readonly name: string;
  readonly for: string;
  readonly country: string | null;
  readonly kind: string;
}

const countryIndex = lazy(() => {
  const byName = new Map<string, Country[]>();
  const byDemonym = new Map<string, Country[]>();
  for (const country of JSON.parse(readDataFile('countries.json')) as readonly Country[]) {
    for (const name of [country.name, country.official, ...country.names]) addTo(byName, bareKey(name), country);
    for (const demonym of country.demonyms) addTo(byDemonym, bareKey(demonym), country);
  }
  return { byName, byDemonym };
});

const metonymIndex = lazy(() => {
  const list = JSON.parse(readDataFile('metonyms.json')) as readonly Metonym[];
  return new Map(list.map((item) => [bareKey(item.name), item]));
});

const placeLines = lazy(() => new SortedLines(readDataFile('places.tsv')));

/** Abbreviations that are words in lower case ("us") count in capitals only. */
const isShouted = (text: string): boolean =>
  text.length > 4 || text === text.toUpperCase() || /^\p{Lu}\p{Ll}/u.test(text);

/** The country of that name or abbreviation ("the U.S.", "Britain"); null for none or more than one. */
export const countryByName = (text: string): Country | null => {
  const key = bareKey(text);
  if (/^the us$|^us$/.test(key) && !/US/.test(text)) return null;
  if (!isShouted(text.trim())) return null;
  const found = countryIndex().byName.get(key) ?? [];
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** The countries whose adjective or people is so called; several for "Congolese", none for unknown words. */
export const countriesByDemonym = (text: string): readonly Country[] =>
  countryIndex().byDemonym.get(bareKey(text)) ?? [];

const rank: Readonly<Record<Place['kind'], number>> = {
  continent: 0,
  capital: 1,
  water: 2,
  area: 3,
  city: 4,
  region: 5,
  land: 6,
};

/** All places of that name: most widely known kind first, then by population. Empty when none. */
export const placesByName = (text: string): readonly Place[] =>
  placeLines()
    .find(bareKey(text))
    .map((line): Place => {
      const [, name = '', kind = '', country = '', population = ''] = line.split('\t');
      return { name, kind: kind as Place['kind'], country, population: Number(population) };
    })
    .sort((a, b) => rank[a.kind] - rank[b.kind] || b.population - a.population || (a.country < b.country ? -1 : 1));

/** The government or body that a seat, street or capital may stand for; null when none. */
export const metonym = (text: string): Metonym | null => metonymIndex().get(bareKey(text)) ?? null;

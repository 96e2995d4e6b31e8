import { readFileSync } from 'node:fs';
import { foldName } from '../names/fold.ts';

interface Country {
  readonly code: string;
  readonly name: string;
  readonly official: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
  readonly sovereign: boolean;
}

const load = (): readonly Country[] =>
  JSON.parse(readFileSync(new URL('../../../data/countries.json', import.meta.url), 'utf8')) as readonly Country[];

/** In lower case without article; "U. S." as "U.S.". */
const plain = (words: string): string =>
  foldName(words.replace(/(?<=\b\p{Lu}\.)\s+(?=\p{Lu}\.)/gu, '')).replace(/^the /, '');

/** Words to codes; words that stand for two countries at the same step stand for none. */
const index = (
  countries: readonly Country[],
  wordsOf: (country: Country) => readonly string[],
): Map<string, string> => {
  const codes = new Map<string, string>();
  const unclear = new Set<string>();
  for (const country of countries) {
    for (const word of new Set(wordsOf(country).map(plain))) {
      if (codes.has(word)) unclear.add(word);
      codes.set(word, country.code);
    }
  }
  for (const word of unclear) codes.delete(word);
  return codes;
};

let byName: Map<string, string> | undefined;

/** The country whose name the words are ("the U.S.", "America"): no demonyms, no capitals. Null when none or several. */
export const countryNamed = (words: string): string | null => {
  byName ??= index(load(), (country) => [country.name, country.official, ...country.names]);
  return byName.get(plain(words)) ?? null;
};

let steps: readonly Map<string, string>[] | undefined;

/** Sovereign states first, so that a word shared with a dependency means the state; capitals last and only of states. */
const lookUps = (): readonly Map<string, string>[] => {
  if (steps !== undefined) return steps;
  const countries = load();
  const states = countries.filter((country) => country.sovereign);
  const named = (country: Country): readonly string[] => [
    country.name,
    country.official,
    ...country.names,
    ...country.demonyms,
  ];
  steps = [index(states, named), index(countries, named), index(states, (country) => country.capitals)];
  return steps;
};

/**
 * The country that words stand for: a name, a demonym ("Norwegian"), or a capital as the seat of its government.
 *
 * @returns Its ISO 3166-1 code (or the code of `data/countries.json`); null when the words stand for none or for several.
 */
export const countryOf = (words: string): string | null => {
  const key = plain(words);
  for (const step of lookUps()) {
    const code = step.get(key);
    if (code !== undefined) return code;
  }
  return null;
};

let byCode: ReadonlyMap<string, string> | undefined;

/** The common name of a country by its code; null for a code that is none. */
export const countryName = (code: string): string | null => {
  byCode ??= new Map(load().map((country) => [country.code, country.name]));
  return byCode.get(code) ?? null;
};

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Random } from './random.ts';

const lines = (file: string): readonly string[] =>
  readFileSync(fileURLToPath(new URL(`../../data/${file}`, import.meta.url)), 'utf8').split('\n');

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Names that are plain letters and no common English words (those carry a `!`). */
const given = lines('given-names.txt').flatMap((line) => {
  const [name = '', gender = ''] = line.split('\t');
  return /^[a-z]{4,9}$/.test(name) && /^[mf]$/.test(gender)
    ? [{ name: capital(name), gender: gender as 'm' | 'f' }]
    : [];
});
const surnames = lines('surnames.txt').flatMap((line) => (/^[a-z]{5,10}$/.test(line) ? [capital(line)] : []));
const places = lines('places.tsv').map((line) => line.split('\t'));
const cities = places.flatMap(([, name = '', kind, , population]) =>
  kind === 'city' && Number(population) > 300_000 && /^[A-Z][a-z]{3,11}$/.test(name) ? [name] : [],
);
const real = new Set([
  ...places.map(([key = '']) => key),
  ...lines('countries.json').flatMap((line) =>
    [...line.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word.toLowerCase()),
  ),
]);

const ONSETS = 'B Br D Dr F G Gr H K Kr L M N P Pr R S St T Tr V Z Sh Th'.split(' ');
const VOWELS = 'a e i o u a e o'.split(' ');
const MIDDLES = 'b d k l ld lm ln m n nd nt r rb rd rk rl rm rn rv s sk st th v x z'.split(' ');
const CITY_ENDS = 'by ford grad mouth stead haven ane esh ara ovik holm wick erre una amar'.split(' ');
const COUNTRY_ENDS = [
  { name: 'ia', demonym: 'ian' },
  { name: 'ova', demonym: 'ovan' },
  { name: 'una', demonym: 'unan' },
  { name: 'aria', demonym: 'arian' },
  { name: 'enia', demonym: 'enian' },
];

const stem = (random: Random): string => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(MIDDLES);

/** Gives names, none of them twice, none of a place or country of the world. */
export class Names {
  readonly #used = new Set<string>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  #fresh(make: () => string): string {
    for (let tries = 0; ; tries++) {
      // After many tries the short names are used up: a longer one is always left.
      const name = make() + (tries > 50 ? this.#random.pick(VOWELS) + this.#random.pick(MIDDLES) : '');
      if (this.#used.has(name) || real.has(name.toLowerCase())) continue;
      this.#used.add(name);
      return name;
    }
  }

  country(): { readonly name: string; readonly demonym: string } {
    const end = this.#random.pick(COUNTRY_ENDS);
    const root = this.#fresh(() => stem(this.#random));
    return { name: root + end.name, demonym: root + end.demonym };
  }

  city(): string {
    return this.#fresh(() => stem(this.#random) + this.#random.pick(CITY_ENDS));
  }

  /** Where people meet: mostly invented, at times a city of the world. */
  venue(): string {
    return this.#random.chance(0.3) ? this.#random.pick(cities) : this.city();
  }

  person(): { readonly given: string; readonly surname: string; readonly gender: 'm' | 'f' } {
    const { name, gender } = this.#random.pick(given);
    const draw = (): string => this.#random.pick(surnames);
    // As in life, some people share a surname with others.
    return { given: name, gender, surname: this.#random.chance(0.1) ? draw() : this.#fresh(draw) };
  }

  brand(): string {
    return this.#fresh(() => stem(this.#random) + this.#random.pick(['el', 'ex', 'or', 'an', 'is', 'on']));
  }
}

/** Letters that transliterations disagree about: what one desk writes, another writes otherwise. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/y(?=[a-z])/, 'i'],
  [/kh/, 'h'],
  [/ph/, 'f'],
  [/ts/, 'tz'],
  [/(.)\1/, '$1'],
  [/k(?=[aou])/, 'c'],
  [/ei/, 'ey'],
];

/** The surname as an outlet with that habit spells it; as it is where the habit does not touch it. */
export const spell = (surname: string, habit: number): string => {
  const [found, put] = HABITS[habit % HABITS.length] ?? [];
  return found === undefined || put === undefined ? surname : surname.replace(found, put);
};

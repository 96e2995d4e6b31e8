import { Names } from './names.ts';
import type { Random } from './random.ts';

export interface Country {
  readonly name: string;
  readonly demonym: string;
  readonly capital: string;
  /** Those who hold the posts of which there is one, most talked about first. */
  readonly officials: readonly Person[];
}

export interface Person {
  readonly given: string;
  readonly surname: string;
  readonly gender: 'm' | 'f';
  /** What comes before the name, "Foreign Minister"; null for a private person. */
  readonly title: string | null;
  /** What follows it: "the Ardenian foreign minister", "a shipping broker". */
  readonly post: string;
}

export interface Outlet {
  /** As it names itself, without article: "Brandby Courier". */
  readonly name: string;
  /** What it is called at second mention: "Courier". */
  readonly short: string;
  readonly kind: 'newspaper' | 'site' | 'agency';
  readonly city: string;
  readonly reporters: readonly string[];
  /** How it spells foreign names; null as everyone does. */
  readonly habit: number | null;
}

export interface Company {
  readonly name: string;
  readonly trade: string;
  readonly chair: Person;
}

/** Everyone and everything that stories are told about. People and companies recur, a few of them often. */
export interface World {
  readonly countries: readonly Country[];
  readonly papers: readonly Outlet[];
  readonly agencies: readonly Outlet[];
  readonly brokers: readonly Person[];
  readonly companies: readonly Company[];
  readonly names: Names;
}

const POSTS = [
  'foreign minister',
  'national security adviser',
  'special envoy',
  'energy minister',
  'intelligence chief',
];
const TRADES = [
  'a shipping broker',
  'a lawyer',
  'a property investor',
  'a retired diplomat',
  'a grain trader',
  'a banker',
];
const COMPANY_KINDS = [
  { word: 'Energy', trade: 'an oil and gas company' },
  { word: 'Shipping', trade: 'a shipping line' },
  { word: 'Capital', trade: 'an investment firm' },
  { word: 'Holding', trade: 'a holding company' },
  { word: 'Resources', trade: 'a mining company' },
];
const PAPERS = ['Ledger', 'Courier', 'Observer', 'Herald', 'Tribune', 'Gazette', 'Chronicle', 'Examiner', 'Dispatch'];

const titled = (words: string): string => words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const makeCountry = (names: Names): Country => {
  const { name, demonym } = names.country();
  const officials = POSTS.map((post) => ({
    ...names.person(),
    title: titled(post),
    post: `the ${demonym} ${post}`,
  }));
  return { name, demonym, capital: names.city(), officials };
};

const makeOutlet = (names: Names, random: Random, kind: Outlet['kind']): Outlet => {
  const habit = random.chance(0.3) ? random.between(0, 6) : null;
  const city = names.city();
  const reporters = many(3, () => {
    const { given, surname } = names.person();
    return `${given} ${surname}`;
  });
  if (kind === 'newspaper') {
    const short = random.pick(PAPERS);
    return { name: `${city} ${short}`, short, kind, city, reporters, habit };
  }
  const name = kind === 'agency' ? `${names.brand()} News Agency` : `${names.brand()}.info`;
  return { name, short: name, kind, city, reporters, habit };
};

const many = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

/** A world large enough for this many stories: it grows with them, but more slowly than people are named in them. */
export const makeWorld = (stories: number, random: Random): World => {
  const names = new Names(random.fork('names'));
  const countries = many(6 + Math.ceil(stories / 20), () => makeCountry(names));
  const brokers = many(4 + stories, () => ({ ...names.person(), title: null, post: random.pick(TRADES) }));
  const companies = many(3 + Math.ceil(stories / 2), () => {
    const { word, trade } = random.pick(COMPANY_KINDS);
    const name = `${names.brand()} ${word}`;
    return { name, trade, chair: { ...names.person(), title: null, post: `the chairman of ${name}` } };
  });
  const papers = many(8 + Math.ceil(stories / 8), () =>
    makeOutlet(names, random, random.chance(0.7) ? 'newspaper' : 'site'),
  );
  return { countries, papers, agencies: many(4, () => makeOutlet(names, random, 'agency')), brokers, companies, names };
};

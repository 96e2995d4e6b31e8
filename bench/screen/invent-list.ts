import { readFileSync } from 'node:fs';
import type { Random } from '../generate/random.ts';

/** Somebody on an invented list, as an entity of OpenSanctions' export. */
export interface Invented {
  readonly id: string;
  readonly schema: 'Person' | 'Company' | 'Organization' | 'Vessel';
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly birthDate: string | null;
  readonly country: string;
}

const linesOf = (file: string): readonly string[] =>
  readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0]?.replace(/!$/, '') ?? '');

const capital = (word: string): string => word.replace(/(?:^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

const shuffled = (random: Random, list: readonly string[]): readonly string[] => {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.between(0, at);
    [mixed[at], mixed[other]] = [mixed[other] ?? '', mixed[at] ?? ''];
  }
  return mixed;
};

/** The frequent ones are a few per cent, the rare ones once or never: the k-th is drawn about 1/(k+offset) as often (Zipf-Mandelbrot). */
const pickFrequent = (random: Random, list: readonly string[], offset: number): string => {
  const at = offset * ((list.length + offset) / offset) ** random.next() - offset;
  return list[Math.min(list.length - 1, Math.floor(at))] ?? '';
};

const FORMS = ['LLC', 'Ltd', 'JSC', 'GmbH', 'SA', 'Inc', 'OOO', 'AO', 'S.p.A.', 'BV', 'AG', 'PLC', 'FZE', 'Co. Ltd'];
const FIELDS = [
  'Trading', 'Shipping', 'Holding', 'Energy', 'Logistics', 'Investment', 'Construction', 'Steel', 'Bank', 'Insurance', 'Textile',
  'Mining', 'Chemical', 'Electronics', 'Telecom', 'Airlines', 'Foods', 'Media', 'Metals', 'Petroleum', 'Machinery', 'Group',
]; // biome-ignore format: a list
const COUNTRIES = [
  'al',
  'az',
  'br',
  'by',
  'cn',
  'cy',
  'de',
  'eg',
  'fr',
  'ge',
  'in',
  'iq',
  'ir',
  'it',
  'kz',
  'lb',
  'ng',
  'pk',
  'rs',
  'tr',
  'ua',
  'us',
];

/** Invents people, companies, bodies and ships, without end, the same for the same seed: names are as frequent as names are. */
export class ListInventor {
  readonly #random: Random;
  readonly #given: readonly string[];
  readonly #surnames: readonly string[];
  #made = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#given = shuffled(random, linesOf('given-names.txt').map(capital));
    this.#surnames = shuffled(random, linesOf('surnames.txt').map(capital));
  }

  given(): string {
    return pickFrequent(this.#random, this.#given, 15);
  }

  surname(): string {
    return pickFrequent(this.#random, this.#surnames, 20);
  }

  person(): string {
    const [given, surname] = [this.given(), this.surname()];
    const middle = this.#random.next();
    // A patronymic, a second given name or an initial, as in lists of many countries.
    if (middle < 0.2) return `${given} ${this.given().replace(/[aeiouy]+$/, '')}ovich ${surname}`;
    if (middle < 0.45) return `${given} ${this.given()} ${surname}`;
    return middle < 0.5 ? `${given} ${this.given().charAt(0)}. ${surname}` : `${given} ${surname}`;
  }

  company(): string {
    const random = this.#random;
    const stem = random.chance(0.5)
      ? this.surname()
      : `${this.surname()} ${random.chance(0.5) ? '& ' : ''}${this.given()}`;
    return `${stem} ${random.pick(FIELDS)}${random.chance(0.3) ? ` ${random.pick(FIELDS)}` : ''} ${random.pick(FORMS)}`;
  }

  next(): Invented {
    const random = this.#random;
    const id = `NK-${(this.#made++).toString(36).padStart(6, '0')}`;
    const sort = random.next();
    const country = random.pick(COUNTRIES);
    if (sort < 0.7) {
      const name = this.person();
      const parts = name.split(' ');
      const aliases: string[] = [];
      if (random.chance(0.4)) aliases.push(`${parts.at(-1)?.toUpperCase()}, ${parts.slice(0, -1).join(' ')}`);
      if (random.chance(0.15)) aliases.push(`${this.given()} ${parts.at(-1)}`);
      const birthDate = random.chance(0.75)
        ? `${random.between(1935, 2002)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`
        : null;
      return { id, schema: 'Person', names: [name], aliases, birthDate, country };
    }
    if (sort < 0.95) {
      const name = this.company();
      const aliases = random.chance(0.4) ? [name.replace(/ \S+$/, '')] : [];
      return { id, schema: sort < 0.9 ? 'Company' : 'Organization', names: [name], aliases, birthDate: null, country };
    }
    const name =
      `${random.pick(['MV', 'MT', ''])} ${this.surname()}${random.chance(0.4) ? ` ${random.between(1, 40)}` : ' Star'}`.trim();
    return { id, schema: 'Vessel', names: [name], aliases: [], birthDate: null, country };
  }
}

/** As a line of `entities.ftm.json`. */
export const ftmLine = ({ id, schema, names, aliases, birthDate, country }: Invented): string =>
  `${JSON.stringify({
    id,
    caption: names[0],
    schema,
    properties: {
      name: names,
      ...(aliases.length > 0 ? { alias: aliases } : {}),
      ...(birthDate === null ? {} : { birthDate: [birthDate] }),
      [schema === 'Person' ? 'nationality' : 'country']: [country],
      topics: ['sanction'],
    },
    datasets: ['invented'],
    last_seen: '2031-05-01T00:00:00',
    target: true,
  })}\n`;

import { spell } from './names.ts';
import type { Random } from './random.ts';
import type { Outlet, Person } from './world.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
) as readonly string[];
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ') as readonly string[];
const DAY_MS = 86_400_000;

export const monthOf = (day: Date): string => MONTHS[day.getUTCMonth()] ?? '';
export const iso = (day: Date): string => day.toISOString().slice(0, 10);

/** How one document names people and days: in full when first told of, shorter after; spelled as its outlet does. */
export class Voice {
  readonly #met = new Set<Person>();
  readonly #outlet: Outlet;
  readonly #random: Random;
  readonly #published: Date;
  /** Day before month, as most of the world writes; fixed for a document. */
  readonly #dayFirst: boolean;

  constructor(outlet: Outlet, published: Date, random: Random) {
    this.#outlet = outlet;
    this.#published = published;
    this.#random = random;
    this.#dayFirst = random.chance(0.5);
  }

  surname(person: Person): string {
    return this.#outlet.habit === null ? person.surname : spell(person.surname, this.#outlet.habit);
  }

  fullName(person: Person): string {
    return `${person.given} ${this.surname(person)}`;
  }

  /** A person in a sentence. A description that follows the name ends in a comma. */
  who(person: Person): string {
    if (this.#met.has(person)) return this.surname(person);
    this.#met.add(person);
    if (person.title !== null && this.#random.chance(0.4)) {
      return `${person.post.replace(/^the (\S+) .*/, '$1')} ${person.title} ${this.fullName(person)}`;
    }
    return `${this.fullName(person)}, ${person.post},`;
  }

  /** The day alone: "May 14", "14 May". */
  date(day: Date): string {
    return this.#dayFirst ? `${day.getUTCDate()} ${monthOf(day)}` : `${monthOf(day)} ${day.getUTCDate()}`;
  }

  /** When something happened or will, never more exactly than it was. */
  when(day: Date): string {
    const ago = Math.round((this.#published.getTime() - day.getTime()) / DAY_MS);
    const weekday = WEEKDAYS[day.getUTCDay()] ?? '';
    if (ago > 0 && ago < 7 && this.#random.chance(0.7)) return `on ${weekday}`;
    const draw = this.#random.next();
    if (draw < 0.15) return `in ${monthOf(day)}`;
    if (draw < 0.25 && ago > 40)
      return `in ${day.getUTCDate() < 11 ? 'early' : day.getUTCDate() < 21 ? 'mid-' : 'late'} ${monthOf(day)}`.replace(
        '- ',
        '-',
      );
    if (draw < 0.4) return `on ${weekday}, ${this.date(day)},`;
    return `on ${this.date(day)}`;
  }
}

/** "an 11-point plan". */
export const withArticles = (words: string): string => words.replace(/\b(a)(?= (?:8|11|18|8\d)\b)/gi, '$1n');

/** Makes a sentence of pieces: first letter large, no comma before a full stop or another comma. */
export const sentence = (words: string): string => {
  const tidy = withArticles(words)
    .replace(/,+(?=[,.?!])/g, '')
    .replace(/,+$/, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return tidy.charAt(0).toUpperCase() + tidy.slice(1) + (/[.?!]["”]?$/.test(tidy) ? '' : '.');
};

import { compareNames, datesOverlap, type NameReason, type NameType } from '../text/index.ts';
import type { ListEntry, ListedName } from './list-entry.ts';

/** Somebody or something that is looked for on lists. */
export interface Asked {
  /** All names that it goes by; the one that fits best counts. */
  readonly names: readonly string[];
  readonly type: NameType;
  /** EDTF; empty where nothing is known. */
  readonly birthDates: readonly string[];
  /** ISO 3166 codes in upper case; empty where nothing is known. */
  readonly countries: readonly string[];
}

/** One thing that speaks for or against. */
export interface ScreenReason {
  readonly kind: NameReason['kind'] | 'weak alias' | 'birth date' | 'country' | 'type';
  readonly effect: NameReason['effect'];
  /** In plain words, with the values that met. */
  readonly text: string;
}

/** How an entry of a list stands to what was asked for. */
export interface Likeness {
  readonly asked: string;
  readonly listed: ListedName;
  /** Of the names alone, 0 to 1, as `compareNames` has it. */
  readonly nameScore: number;
  /** With what else is known, 0 to 1. No probability. */
  readonly score: number;
  readonly reasons: readonly ScreenReason[];
}

/**
 * What each thing adds to the score of the names or takes from it. A birth date tells two namesakes apart better than anything else a
 * list has; countries are of nationality, residence and registration alike, so that they differ often for one bearer.
 */
export const SCREEN_WEIGHTS = {
  birthAgrees: 0.1,
  birthDiffers: -0.35,
  countryAgrees: 0.03,
  countryDiffers: -0.08,
  typeDiffers: -0.3,
  weakAlias: -0.1,
} as const;

/** Years that "about 1961" may be off. */
const ABOUT_YEARS = 2;

const yearOf = (edtf: string): number => Number(edtf.slice(0, 4));

const mayBeOneDay = (a: string, b: string): boolean =>
  `${a}${b}`.includes('~') ? Math.abs(yearOf(a) - yearOf(b)) <= ABOUT_YEARS : datesOverlap(a, b) !== false;

const PERSONS: ReadonlySet<NameType> = new Set(['person']);
const BODIES: ReadonlySet<NameType> = new Set(['company', 'organization', 'publicBody']);
const THINGS: ReadonlySet<NameType> = new Set(['vessel', 'asset']);

const sortOf = (type: NameType): ReadonlySet<NameType> | null =>
  [PERSONS, BODIES, THINGS].find((sort) => sort.has(type)) ?? null;

/** How names of the two are compared: what is of unlike sorts, or may be a person or a body, by what the names themselves say. */
const compareAs = (a: NameType, b: NameType): NameType => {
  if (a === b) return a;
  const [one, other] = [sortOf(a), sortOf(b)];
  if (one === null || one !== other) return 'legalEntity';
  return one === THINGS ? 'vessel' : 'organization';
};

const reason = (kind: ScreenReason['kind'], effect: ScreenReason['effect'], text: string): ScreenReason => ({
  kind,
  effect,
  text,
});

const list = (values: readonly string[]): string => values.join(', ');

/** What is known besides the names, with what it adds or takes. */
const besideNames = (
  asked: Asked,
  entry: ListEntry,
  listed: ListedName,
): readonly (readonly [number, ScreenReason])[] => {
  const found: (readonly [number, ScreenReason])[] = [];
  if (listed.kind === 'weak')
    found.push([
      SCREEN_WEIGHTS.weakAlias,
      reason('weak alias', 'weakens', `“${listed.text}”: a weak alias, as the list has it`),
    ]);
  if (asked.birthDates.length > 0 && entry.birthDates.length > 0) {
    const agree = asked.birthDates.some((a) => entry.birthDates.some((b) => mayBeOneDay(a, b)));
    const text = `born ${list(asked.birthDates)} here, ${list(entry.birthDates)} on the list`;
    found.push(
      agree
        ? [SCREEN_WEIGHTS.birthAgrees, reason('birth date', 'for', text)]
        : [SCREEN_WEIGHTS.birthDiffers, reason('birth date', 'against', text)],
    );
  }
  if (asked.countries.length > 0 && entry.countries.length > 0) {
    const shared = asked.countries.filter((country) => entry.countries.includes(country));
    found.push(
      shared.length > 0
        ? [SCREEN_WEIGHTS.countryAgrees, reason('country', 'for', `both of ${list(shared)}`)]
        : [
            SCREEN_WEIGHTS.countryDiffers,
            reason('country', 'weakens', `of ${list(asked.countries)} here, ${list(entry.countries)} on the list`),
          ],
    );
  }
  const [one, other] = [sortOf(asked.type), sortOf(entry.type)];
  if (one !== null && other !== null && one !== other)
    found.push([
      SCREEN_WEIGHTS.typeDiffers,
      reason('type', 'against', `a ${asked.type} here, a ${entry.type} on the list`),
    ]);
  return found;
};

const rounded = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;

/**
 * Judges how alike an entry of a list and what is asked for are: by the two names that fit best, then by birth dates, countries and
 * sorts, each with what was compared and what it adds or takes.
 *
 * @param listed The names of the entry that are worth comparing.
 * @returns Null where no two names can be compared.
 */
export const judgeCandidate = (asked: Asked, entry: ListEntry, listed: readonly ListedName[]): Likeness | null => {
  const type = compareAs(asked.type, entry.type);
  let best: Likeness | null = null;
  for (const own of asked.names) {
    for (const name of listed) {
      const { score: nameScore, reasons } = compareNames(own, name.text, type);
      const beside = besideNames(asked, entry, name);
      const score = rounded(nameScore + beside.reduce((sum, [points]) => sum + points, 0));
      if (best !== null && score <= best.score) continue;
      const said = reasons.map(({ kind, effect, text }) => reason(kind, effect, text));
      best = { asked: own, listed: name, nameScore, score, reasons: [...said, ...beside.map(([, why]) => why)] };
    }
  }
  return best;
};

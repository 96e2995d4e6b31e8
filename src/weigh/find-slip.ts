import type { Claim, Contradiction } from '../model/index.ts';
import { edtfInterval } from '../text/index.ts';
import type { Known } from './known.ts';

/** One value of a contradiction with the claims that say it. */
export interface SaidSide {
  readonly value: string;
  readonly claims: readonly Claim[];
}

const documentsIn = (claims: readonly Claim[]): ReadonlySet<string> => new Set(claims.map(({ document }) => document));
const originsIn = (claims: readonly Claim[]): ReadonlySet<string> => new Set(claims.flatMap(({ origins }) => origins));

/**
 * The value that is likelier a slip than a dispute, with why (SPEC.md, rules W26 to W41); null when none is, or more than one.
 *
 * A slip is never left out: it stays a value with its claims.
 */
export const findSlip = (sides: readonly SaidSide[], known: Known): Contradiction['likelySlip'] => {
  const found = sides.flatMap((side) => {
    const rest = sides.filter((other) => other !== side).flatMap(({ claims }) => claims);
    const reason =
      isImpossible(side, known) ??
      isTakenBack(side, rest, known) ??
      isMiscopied(side, rest) ??
      isFromMemory(side, rest);
    return reason === null ? [] : [{ value: side.value, reason }];
  });
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
};

/** Told as held on a day after the report came out, or on a weekday that the day is not (rule W38). */
const isImpossible = ({ claims }: SaidSide, known: Known): string | null => {
  for (const claim of claims) {
    const day = claim.date === null ? null : edtfInterval(claim.date);
    if (day?.start == null || claim.status !== 'held') continue;
    const published = known.published(claim.document);
    const out = published === null ? null : edtfInterval(published);
    if (out?.end != null && day.start >= out.end)
      return `told as held on ${claim.date}, in a report of ${published} (W38)`;
  }
  for (const claim of claims) {
    const said = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}\\b`, 'i').test(claim.dateWords ?? ''));
    // Only where the words give the day of the month beside the weekday: else the date was counted from the weekday.
    if (said < 0 || claim.date === null || !/^\d{4}-\d\d-\d\d$/.test(claim.date) || !/\d/.test(claim.dateWords ?? ''))
      continue;
    const is = new Date(`${claim.date}T00:00:00Z`).getUTCDay();
    if (is !== said) return `${claim.date} is a ${WEEKDAYS[is]}, not a ${WEEKDAYS[said]} (W38)`;
  }
  return null;
};

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Everyone who said so says otherwise later, in their own voice (rule W39). */
const isTakenBack = ({ claims }: SaidSide, rest: readonly Claim[], known: Known): string | null => {
  const origins = originsIn(claims);
  const [only] = origins;
  if (origins.size !== 1 || only === undefined || claims.some((claim) => claim.origins.length === 0)) return null;
  const dates = claims.flatMap(({ document }) => known.published(document) ?? []).sort();
  const [first] = dates;
  const later = rest.find(({ document, origins: told, chain }) => {
    const published = known.published(document);
    return told.includes(only) && chain.length <= 1 && first !== undefined && published !== null && published > first;
  });
  return later === undefined
    ? null
    : `the one origin that said so says otherwise on ${known.published(later.document)} (W39)`;
};

/**
 * One document alone gives the value, while others that rest on the same origin give the other: an error made in copying
 * (rule W40).
 */
const isMiscopied = ({ claims }: SaidSide, rest: readonly Claim[]): string | null => {
  const own = documentsIn(claims);
  const origins = originsIn(claims);
  if (own.size !== 1 || origins.size === 0) return null;
  const sources = rest.filter(
    (claim) => !own.has(claim.document) && claim.origins.some((origin) => origins.has(origin)),
  );
  // The source itself, or two others who took it from there.
  if (!sources.some((claim) => !isRelayed(claim)) && documentsIn(sources).size < 2) return null;
  return claims.every(isRelayed)
    ? `only one document says so, and it retells; ${documentsIn(sources).size} on the same origin say otherwise (W40)`
    : null;
};

/** Told by one outlet on the word of another. */
const isRelayed = ({ chain }: Claim): boolean => chain.filter(({ kind }) => kind === 'outlet').length > 1;

/** One document alone, which is not sure of it, against several that are (rule W41). */
const isFromMemory = ({ claims }: SaidSide, rest: readonly Claim[]): string | null =>
  documentsIn(claims).size === 1 &&
  claims.every(({ certainty }) => certainty === 'probable' || certainty === 'possible') &&
  documentsIn(rest.filter(({ certainty }) => certainty === 'certain')).size >= 2
    ? 'only one document says so, and is not sure of it (W41)'
    : null;

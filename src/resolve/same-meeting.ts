import type { Claim } from '../model/index.ts';
import { countryOf, datesOverlap, FUNCTION_WORDS, nameTokens, spanDays } from '../text/index.ts';
import { countShared, partiesOf } from './happening-facts.ts';

/** Days within which two dates of the same people are one occasion even if the places differ: a slip is likelier than two trips. */
const SAME_OCCASION_DAYS = 2;
/** A date wider than this (a month) says too little for one shared participant to be enough. */
const NARROW_DAYS = 31;

/** Why two claims tell of one occasion; null when they do not, or it cannot be told. */
export type Sameness = { readonly reason: string; readonly strength: number } | null;

const channelOf = (claim: Claim): 'apart' | 'person' | null => {
  const { channel } = claim.properties;
  if (claim.type === 'call' || channel === 'call' || channel === 'message') return 'apart';
  return channel === 'in person' || claim.type === 'visit' ? 'person' : null;
};

const placesOf = (claim: Claim): readonly string[] =>
  (claim.roles.place ?? []).map((filler) => filler.entity ?? `"${filler.text.toLowerCase()}`);

const isOtherPlace = (a: Claim, b: Claim): boolean => {
  const [left, right] = [placesOf(a), placesOf(b)];
  return left.length > 0 && right.length > 0 && !left.some((place) => right.includes(place));
};

const isSomeoneUnnamed = (claim: Claim): boolean =>
  [...(claim.roles.participant ?? []), ...(claim.roles.host ?? [])].some((filler) => filler.entity === null);

/** "American officials in Oslo" and "the U.S. officials" are described alike: by side and calling. */
const describedAs = (words: string): string =>
  nameTokens(words.split(/\s(?:in|at|from|on|familiar|close|briefed|who)\s/)[0] ?? '')
    .filter((token) => !FUNCTION_WORDS.has(token))
    .map((token) => countryOf(token) ?? token)
    .join(' ');

const unnamedOf = (claim: Claim): string =>
  [...(claim.roles.participant ?? []), ...(claim.roles.host ?? [])]
    .flatMap((filler) => (filler.entity === null ? [describedAs(filler.text)] : []))
    .sort()
    .join('; ');

const shareOrigin = (a: Claim, b: Claim): boolean => a.origins.some((origin) => b.origins.includes(origin));

/**
 * Whether two claims of a meeting, visit or call are of one occasion (rules H1 to H4).
 *
 * Participants decide first, then the dates, then the place. `strength` counts what they share.
 */
export const isSameOccasion = (a: Claim, b: Claim): Sameness => {
  if (a.type !== b.type) return null;
  const [left, right] = [partiesOf(a), partiesOf(b)];
  const shared = countShared(left, right);
  const least = Math.min(left.size, right.size);
  const [how, other] = [channelOf(a), channelOf(b)];
  if (shared === 0 || (how !== null && other !== null && how !== other)) return null;
  const overlap = a.date === null || b.date === null ? null : datesOverlap(a.date, b.date);
  if (overlap === false) return null;
  const days = Math.min(
    spanDays(a.date ?? '') ?? Number.POSITIVE_INFINITY,
    spanDays(b.date ?? '') ?? Number.POSITIVE_INFINITY,
  );
  const widest = Math.max(
    spanDays(a.date ?? '') ?? Number.POSITIVE_INFINITY,
    spanDays(b.date ?? '') ?? Number.POSITIVE_INFINITY,
  );
  const isMostly = shared >= 2 && (shared === least || shared / (left.size + right.size - shared) >= 0.5);
  if (isOtherPlace(a, b)) {
    const isOccasion = overlap === true && widest <= SAME_OCCASION_DAYS && isMostly;
    const isRetold =
      isMostly &&
      a.document !== b.document &&
      shareOrigin(a, b) &&
      (overlap === true || left.size + right.size === 2 * shared);
    if (!isOccasion && !isRetold) return null;
    return {
      reason: isOccasion
        ? 'H3: the same people on the same day; the places differ'
        : 'H4: the same people in two reports of one origin; the places differ',
      strength: shared,
    };
  }
  // "They never met" denies what others tell of the same people, whenever and wherever that was.
  const [no, yes] = a.polarity === 'negative' ? [left, right] : [right, left];
  if (a.polarity !== b.polarity && shared >= 2 && shared === no.size && yes.size <= no.size + 2)
    return { reason: 'H12: a denial, and what it denies of the same people', strength: shared };
  const samePlace = placesOf(a).some((place) => placesOf(b).includes(place));
  if (isMostly) {
    if (overlap === true) return { reason: `H1: ${shared} participants in common, dates agree`, strength: shared + 2 };
    // Without a date the same two may have met any number of times: the place, or all participants and the way, must agree.
    const isSameWord =
      samePlace ||
      (shared === left.size &&
        shared === right.size &&
        (unnamedOf(a) === unnamedOf(b) || unnamedOf(a) === '' || unnamedOf(b) === '') &&
        (how === null || other === null || how === other));
    return isSameWord
      ? {
          reason: `H2: the same ${samePlace ? 'people and place' : 'participants'}, a date is not stated`,
          strength: shared,
        }
      : null;
  }
  // The same named and the same described, told twice by one origin.
  const isAll = shared === left.size && shared === right.size && unnamedOf(a) !== '' && unnamedOf(a) === unnamedOf(b);
  if (isAll && (overlap === true || (shareOrigin(a, b) && how === other))) {
    return { reason: 'H2: the same participants, named and described', strength: shared };
  }
  // One name in common is enough only where the other side is described, not named, and the time is narrow.
  const isOneSided = least === 1 && (isSomeoneUnnamed(a) || isSomeoneUnnamed(b) || left.size === 1 || right.size === 1);
  if (isOneSided && overlap === true && (days <= NARROW_DAYS || samePlace) && widest < 366) {
    return {
      reason: `H1: one named participant in common, dates agree${samePlace ? ', the same place' : ''}`,
      strength: shared + 1,
    };
  }
  // A rewrite that describes whom its source names, at the same place.
  if (isOneSided && overlap === null && samePlace && a.document !== b.document && shareOrigin(a, b)) {
    return {
      reason: 'H4: one named participant and the place in common in two reports of one origin',
      strength: shared,
    };
  }
  return null;
};

import type { Claim } from '../../model/index.ts';
import { datesOverlap } from '../../text/index.ts';
import type { CaseLore, PlaceRelation } from './case-lore.ts';
import {
  countShared,
  describedAs,
  entitiesIn,
  likenessOf,
  overlapOf,
  quoteStems,
  shareOrigin,
  stemsOf,
  wordsIn,
} from './claim-words.ts';
import { type Grouping, type Judgement, Tally } from './judgement.ts';
import { areTensApart, calendarOf, daysOf, gapDays, SLIP_DAYS } from './occasion-dates.ts';

/** Days within which two dates of the same people are one occasion even if the places differ: a slip is likelier than two trips. */
const SAME_OCCASION_DAYS = 2;
const MONTH_DAYS = 31;
const SEASON_DAYS = 100;

const PARTIES = ['participant', 'visitor', 'host'];

interface Facts {
  readonly named: ReadonlySet<string>;
  readonly described: readonly ReadonlySet<string>[];
  readonly mentioned: ReadonlySet<string>;
  readonly way: 'call' | 'person' | 'sent' | null;
  readonly topic: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
}

const factsOf = (claim: Claim, lore: CaseLore): Facts => lore.factsOf('occasion', claim, () => gather(claim, lore));

const gather = (claim: Claim, lore: CaseLore): Facts => {
  const words = wordsIn(claim, PARTIES);
  return {
    // Who carried it is there for whoever sent him.
    named: entitiesIn(claim, [...PARTIES, 'mediator']),
    described: words.map(describedAs).filter((stems) => stems.size > 0),
    mentioned: new Set(words.flatMap((one) => [...lore.namedIn(one)])),
    way: wayOf(claim),
    topic: stemsOf((claim.roles.topic ?? []).map(({ text }) => text).join(' ')),
    about: entitiesIn(claim, ['topic']),
  };
};

const wayOf = (claim: Claim): Facts['way'] => {
  const { channel } = claim.properties;
  if (channel === 'message' || channel === 'mediator') return 'sent';
  if (claim.type === 'call' || channel === 'call') return 'call';
  return channel === 'in person' || claim.type === 'visit' ? 'person' : null;
};

/** A visit to somebody whom the other claim names as having met the visitor. */
const isEncounter = (a: Claim, b: Claim): boolean => {
  const [visit, meeting] = a.type === 'visit' ? [a, b] : [b, a];
  const met = entitiesIn(meeting, PARTIES);
  return countShared(entitiesIn(visit, ['host']), met) > 0 && countShared(entitiesIn(visit, ['visitor']), met) > 0;
};

/** Did not come about as planned: such a claim is of something that was planned before. */
const isOff = ({ status }: Claim): boolean => status === 'postponed' || status === 'cancelled';
const isAhead = (claim: Claim): boolean => claim.status === 'planned' || isOff(claim);

const isToCome = (claim: Claim): boolean => isAhead(claim) || claim.tense === 'future';

/** What is told as a habit ("they often met") is none of the meetings that are told with a day or a length. */
const isHabitBesideOne = (a: Claim, b: Claim): boolean => {
  const [habit, one] = a.properties.recurring === 'yes' ? [a, b] : [b, a];
  return habit.properties.recurring === 'yes' && one.properties.recurring !== 'yes' && a.polarity === b.polarity;
};

const judge = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  if (isHabitBesideOne(a, b)) return 'apart';
  // Who came to a place need not have come for that meeting; who came to see somebody met them.
  if ((a.type === 'visit') !== (b.type === 'visit') && !isEncounter(a, b)) return 'apart';
  const [one, other] = [factsOf(a, lore), factsOf(b, lore)];
  // Who denies a call denies no letter; who "never met" may mean that they never spoke.
  const isOneWay = a.polarity !== b.polarity && (one.way === 'person' || other.way === 'person');
  if (one.way !== null && other.way !== null && one.way !== other.way && !isOneWay) return 'apart';
  const overlap = a.date === null || b.date === null ? null : datesOverlap(a.date, b.date);
  const places = lore.placesOf(a, b);
  // Where somebody went is what a visit is: one to another place is another, and so is what is denied of it.
  if (a.type === 'visit' && b.type === 'visit' && places === 'other') return 'apart';
  const shared = countShared(one.named, other.named);
  const isMostly = isMostOf(one.named, other.named, shared);
  const isThere = places === 'same' || places === 'within';
  const isNextDay = overlap === false && (isThere || (shared > 0 && places !== 'other')) && gapDays(a, b) === 0;
  if (overlap === false && !isNextDay && !isMisdated(a, b, isMostly, shared, places, lore)) return 'apart';
  const calendar = overlap === null ? calendarOf(a, b) : null;
  if (calendar === 'other') return 'apart';
  // What is said not to come about as planned is none of what was.
  if (overlap === null && calendar === null && a.polarity !== b.polarity && isToCome(a) !== isToCome(b)) return 'apart';
  const people = judgePeople(a, b, one, other, lore, overlap === true && (places === 'same' || places === 'within'));
  if (people === null) return 'apart';

  const tally = new Tally().add(people.points, people.met);
  const widest = Math.max(daysOf(a), daysOf(b));
  // A call and what is only said to be a meeting: the same people alone do not make it one.
  if ((one.way === 'call') !== (other.way === 'call') && overlap !== true && a.polarity === b.polarity) tally.add(-4);
  if (overlap === false)
    tally.add(isNextDay ? 1 : -1, `${a.date} and ${b.date} ${isNextDay ? 'follow each other' : 'differ'}`);
  else if (overlap === true)
    tally.add(widest <= SAME_OCCASION_DAYS + 1 ? 3 : widest <= SEASON_DAYS ? 2 : 0.5, 'dates agree');
  else if (calendar === 'day' || calendar === 'month')
    tally.add(calendar === 'day' ? 2.5 : 1, `the same ${calendar} is told`);
  if (places === 'same') tally.add(2, 'the same place');
  else if (places === 'within') tally.add(1, 'one place lies in the other');
  else if (places === 'other') {
    const isOccasion = overlap === true && widest <= SAME_OCCASION_DAYS && isMostly;
    const isRetold =
      a.document !== b.document && shareOrigin(a, b) && (overlap === true || isEqual(one.named, other.named));
    tally.add(isOccasion || isRetold ? -1 : -5, isOccasion || isRetold ? 'the places differ' : null);
  }

  // States meet often, through many: that the same two did is not enough.
  const areStates = [...one.named, ...other.named].every((id) => lore.isState(id));
  if (areStates && shared > 1 && overlap !== true && !isThere && calendar === null) tally.add(-2);
  if (one.way === 'sent' && other.way === 'sent') tally.add(2, 'through a go-between or a letter');
  if (a.duration !== null && a.duration === b.duration) tally.add(1, 'the same length');
  if (countShared(one.topic, other.topic) >= 2 || countShared(one.about, other.about) > 0)
    tally.add(1, 'the same topic');
  if (isAhead(a) && isAhead(b)) tally.add(isOff(a) || isOff(b) ? 1 : 0.5, 'planned');
  if (isOff(a) && isOff(b) && a.document === b.document) tally.add(1, 'put off in one report');
  if (a.document === b.document || shareOrigin(a, b)) tally.add(0.5);
  if (
    a.document === b.document &&
    one.named.size > 0 &&
    isEqual(one.named, other.named) &&
    (a.date === null || b.date === null)
  )
    tally.add(1.5, 'the same people in one report');
  if (likenessOf(quoteStems(a), quoteStems(b)) >= 0.35) tally.add(1, 'told in like words');
  return tally.judged;
};

/** Two or more in common, and these are all of the shorter list or half of all. */
const isMostOf = (a: ReadonlySet<string>, b: ReadonlySet<string>, shared: number): boolean =>
  shared >= 2 && (shared === Math.min(a.size, b.size) || shared / (a.size + b.size - shared) >= 0.5);

const isEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && countShared(a, b) === a.size;

/** Points for who took part; null where they are other people. */
const judgePeople = (
  a: Claim,
  b: Claim,
  one: Facts,
  other: Facts,
  lore: CaseLore,
  isThereAndThen: boolean,
): { readonly points: number; readonly met: string | null } | null => {
  const shared = countShared(one.named, other.named);
  if (a.polarity !== b.polarity) {
    const [no, yes] = a.polarity === 'negative' ? [one, other] : [other, one];
    // Who denies having met one person is not gainsaid by a meeting with another.
    if (shared > 0 && isOneMore(no.named, yes.named, lore) && isOneMore(yes.named, no.named, lore)) return null;
    // "They never met" denies a meeting of the two, not a gathering of many at which both were.
    if (shared > 0 && !isThereAndThen && no.described.length === 0 && yes.named.size > no.named.size + 4) return null;
  }
  // A side that one names and the other only describes: "an emissary of Ostra".
  const meant = meantBy(one, other, lore) + meantBy(other, one, lore);
  const standing = [...one.named].filter(
    (id) =>
      !other.named.has(id) && [...other.named].some((rest) => !one.named.has(rest) && mayStandFor(id, rest, lore)),
  ).length;
  const all = shared + meant + standing;
  const least = Math.min(one.named.size, other.named.size);
  const isWhole = shared > 0 && all >= least;
  const described = Math.max(
    0,
    ...one.described.flatMap((words) =>
      other.described.map((rest) => overlapOf(words, rest) * Math.min(2, words.size, rest.size)),
    ),
  );
  const named = all === 0 ? 0 : all === 1 ? 1 : all === 2 ? 3 : 4;
  // "American officials" and "U.S. officials": of one state, however it is called.
  const isSameSide = described > 0 && [...one.mentioned].some((id) => other.mentioned.has(id) && !one.named.has(id));
  if (isAhead(a) !== isAhead(b) && !isThereAndThen && (areOthers(one, other) || areOthers(other, one))) return null;
  const points =
    named -
    (meant + standing > 0 && all > 1 ? 0.5 : 0) +
    (isWhole ? 1 : 0) +
    (shared > 1 && isEqual(one.named, other.named) ? 1 : 0) +
    (a.polarity !== b.polarity && all >= 2 ? 0.5 : 0) +
    (described > 0 ? 0.5 + described : 0) +
    (isSameSide ? 1.5 : 0) -
    // The other side that is described here may be the one named there, or somebody else.
    (all === 1 && described === 0 && one.described.length + other.described.length > 0 ? 0.5 : 0);
  if (all > 0) {
    // Each with somebody else: more likely another meeting of the one whom they share.
    const isEachMore = isOneMore(one.named, other.named, lore) && isOneMore(other.named, one.named, lore);
    const isOther = isEachMore && (all === 1 || (all === 2 && !isThereAndThen && a.date === null && b.date === null));
    return {
      points: isOther ? points - (all === 1 ? 2 : 3) : points,
      met: `${all} ${all === 1 ? 'participant' : 'participants'} in common`,
    };
  }
  if (one.named.size > 0 && other.named.size > 0) {
    // States meet through persons: "Ostra and Linden talked" may be their envoys' meeting. Two sets of persons are two meetings,
    // or two delegations of one that is told piece by piece: then time and place are the same.
    const [isState, areStates] = [one, other].map(({ named: ids }) => [...ids].every((id) => lore.isState(id)));
    if (isState === areStates) return { points: points - (isThereAndThen ? 2 : 4), met: null };
    return { points, met: 'states, and persons who may act for them' };
  }
  return { points, met: described > 0 ? 'participants described alike' : null };
};

/**
 * "Hale and Marr are to meet the Ostran delegation" and "Hale and Marr met Veld": each with somebody besides, one of them only
 * described, one still to come.
 */
const areOthers = (here: Facts, there: Facts): boolean =>
  here.described.length > 0 &&
  there.described.length === 0 &&
  there.named.size > countShared(here.named, there.named) &&
  countShared(here.named, there.named) >= 2;

/** Whether one may be told for the other. Of two persons neither is: an envoy's meeting is not that of who sent him. */
const mayStandFor = (a: string, b: string, lore: CaseLore): boolean =>
  lore.isStandIn(a, b) && (a === b || lore.typeOf(a) !== 'person' || lore.typeOf(b) !== 'person');

/** How many who are only described here by whose they are ("an emissary of Ostra") are named there, or somebody of theirs is. */
const meantBy = (here: Facts, there: Facts, lore: CaseLore): number =>
  [...here.mentioned].filter(
    (id) =>
      !here.named.has(id) &&
      (there.named.has(id) || [...there.named].some((rest) => !here.named.has(rest) && mayStandFor(id, rest, lore))),
  ).length;

/** Someone takes part here who neither takes part there nor acts for anybody who does. */
const isOneMore = (here: ReadonlySet<string>, there: ReadonlySet<string>, lore: CaseLore): boolean =>
  [...here].some((id) => !there.has(id) && ![...there].some((rest) => mayStandFor(id, rest, lore)));

/**
 * Dates that exclude each other are two meetings, a week apart or a year, but for a slip: the same people at the same place within
 * few days, where neither report tells of both days; two reports of one origin that retell the same people; or somebody who is
 * not sure of it puts the same errand of one go-between into the month next to it.
 */
const isMisdated = (
  a: Claim,
  b: Claim,
  isMostly: boolean,
  shared: number,
  places: PlaceRelation,
  lore: CaseLore,
): boolean => {
  if (
    a.document === b.document ||
    lore.datesBoth(a.document, a.date, b.date) ||
    lore.datesBoth(b.document, a.date, b.date)
  )
    return false;
  const gap = gapDays(a, b);
  const isSameLength = a.duration !== null && a.duration === b.duration;
  const isNear = isMostly && (places === 'same' || isSameLength) && gap < SLIP_DAYS;
  const isRetold = isMostly && places !== 'other' && shareOrigin(a, b) && gap <= MONTH_DAYS;
  const isUnsure = a.certainty !== b.certainty && (a.certainty === 'certain' || b.certainty === 'certain');
  const isErrand = wayOf(a) === 'sent' && wayOf(b) === 'sent' && shared > 0 && isUnsure && gap <= MONTH_DAYS;
  const isTens = shared > 0 && places !== 'other' && areTensApart(a, b);
  return isNear || isRetold || isErrand || isTens;
};

/** Meetings, visits and calls (rules H1 to H4, H12). */
export const OCCASION: Grouping = {
  rule: 'H1',
  keys: (claim, lore) => {
    const { named, mentioned, described } = factsOf(claim, lore);
    const month = claim.date?.slice(0, 7) ?? '';
    const hasMonth = /^\d{4}-\d\d$/.test(month);
    const places = (claim.roles.place ?? []).flatMap(({ entity }) => entity ?? []);
    // Described parties meet by day, or by place; where neither is told, by what they are called or within their document.
    const loose = [
      ...(hasMonth && daysOf(claim) <= 1 ? [`on ${claim.date}`] : []),
      ...places.map((place) => (hasMonth ? `${month} at ${place}` : `at ${place}`)),
      ...(hasMonth && named.size === 0 ? places.map((place) => `at ${place}`) : []),
      ...described.flatMap((stems) => [...stems].map((stem) => `as ${stem} ${month}`)),
      `by ${claim.document}`,
    ];
    return [...named, ...mentioned, ...loose];
  },
  level: (claim) => {
    const days = daysOf(claim);
    return days <= SAME_OCCASION_DAYS + 1 ? 0 : days <= SEASON_DAYS ? 1 : 2;
  },
  judge,
};

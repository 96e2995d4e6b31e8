import type { Claim, MentionType } from '../../model/index.ts';
import { datesOverlap, edtfInterval } from '../../text/index.ts';
import type { CaseLore } from './case-lore.ts';
import {
  countShared,
  entitiesIn,
  fillersIn,
  likenessOf,
  overlapOf,
  quoteStems,
  shareOrigin,
  stemsOf,
  wordsIn,
} from './claim-words.ts';
import { type Grouping, type Judgement, Tally } from './judgement.ts';

/** Days that asking, granting and using a licence take at most, beyond what the dates leave open. */
const PERIOD_DAYS = 90;

/** Persons and bodies that two reports on one story have in common. */
const SHARED_FOR_STORY = 3;

const areNear = (a: Claim, b: Claim): boolean => {
  if (a.date === null || b.date === null || datesOverlap(a.date, b.date) !== false) return true;
  const [left, right] = [edtfInterval(a.date), edtfInterval(b.date)];
  if (left?.start == null || left.end === null || right?.start == null || right.end === null) return false;
  return Math.max(left.start - right.end, right.start - left.end) <= PERIOD_DAYS;
};

/** Points for those let in or sanctioned; null where both name somebody and nobody is the same. */
const judgeWhom = (a: Claim, b: Claim, role: string, lore: CaseLore): number | null => {
  const [one, other] = [entitiesIn(a, [role]), entitiesIn(b, [role])];
  if (countShared(one, other) > 0) return SAME;
  if (one.size > 0 && other.size > 0) {
    if ([...one].some((id) => [...other].some((rest) => lore.isStandIn(id, rest)))) return 1.5;
    // A licence for an aeroplane is one for who flies in it: two sorts of thing may be one; two of one sort are two.
    const sorts = [one, other].map((ids) => new Set([...ids].map((id) => lore.typeOf(id))));
    return sorts.every((sort) => !sort.has(null)) && countShared(sorts[0] ?? NONE, sorts[1] ?? NONE) === 0 ? 1 : null;
  }
  if (isOther(a, role) || isOther(b, role)) return 0;
  const [left, right] = [wordsIn(a, [role]), wordsIn(b, [role])].map((words) => stemsOf(words.join(' ')));
  if (one.size === 0 && other.size === 0)
    return left !== undefined && right !== undefined && overlapOf(left, right) >= 0.5 ? SAME : 0;
  const named = new Set([a, b].flatMap((claim) => wordsIn(claim, [role])).flatMap((words) => [...lore.namedIn(words)]));
  const isMeant = [...named].some((id) => [...one, ...other].some((rest) => lore.isStandIn(id, rest)));
  return isMeant ? 2 : 1.5;
};

const SAME = 3;
/** "Another banker", "three tankers": not who was told of. */
const NOT_THE_SAME =
  /^(?:an?)?other\b|^(?:a )?second\b|^(?:\d+|two|three|four|five|six|several|some|many|dozens?|hundreds?)\b/;
const isOther = (claim: Claim, role = 'beneficiary'): boolean =>
  wordsIn(claim, [role]).some((words) => NOT_THE_SAME.test(words));
/** Taken off where two that are not one hand are said to have granted it: of two ministries, or of two ministers. */
const OTHER_HAND = 2.5;
const NONE: ReadonlySet<null> = new Set();

/** A report on the same story, where it is not said in so many words who is meant. */
const judgeStory = (a: Claim, b: Claim, lore: CaseLore): number => {
  if (a.document === b.document) return 1;
  if (lore.sharedCast(a.document, b.document) >= SHARED_FOR_STORY) return 1.5;
  return shareOrigin(a, b) ? 1 : 0;
};

const isAskedLater = (a: Claim, b: Claim): boolean => {
  const [asked, granted] = a.properties.status === 'asked' ? [a, b] : [b, a];
  if (asked.properties.status !== 'asked' || granted.properties.status !== 'granted') return false;
  const [from, to] = [edtfInterval(asked.date ?? ''), edtfInterval(granted.date ?? '')];
  return from?.start != null && to?.end != null && from.start >= to.end;
};

const purposeOf = (claim: Claim): ReadonlySet<string> =>
  stemsOf((claim.roles.purpose ?? []).map(({ text }) => text).join(' '));

const TRAVEL = stemsOf('travel trip visit enter entry fly flight come journey stay land attend');

/** "his travel", "enter the country": one says it shortly, another at length. */
const isTravel = (purpose: ReadonlySet<string>): boolean => countShared(purpose, TRAVEL) > 0;

/** Papers call one thing a licence, a waiver or a permit; a visa is another paper. */
const areOtherForms = (a: Claim, b: Claim): boolean => {
  const [one, other] = [a.properties.form, b.properties.form];
  return one !== undefined && other !== undefined && one !== other && (one === 'visa' || other === 'visa');
};

/** One stands for the other, or has the shorter name of it: "the Foreign Ministry", "Ostra's Foreign Ministry". */
const areOneHand = (a: Claim, b: Claim, lore: CaseLore): boolean =>
  fillersIn(a, ['authority']).some((one) =>
    fillersIn(b, ['authority']).some(
      (other) =>
        overlapOf(stemsOf(one.text), stemsOf(other.text)) === 1 ||
        (one.entity !== null && other.entity !== null && lore.isStandIn(one.entity, other.entity)),
    ),
  );

const areOfOneSort = (one: ReadonlySet<string>, other: ReadonlySet<string>, lore: CaseLore): boolean => {
  const [left, right] = [one, other].map((ids) => new Set([...ids].map((id) => lore.typeOf(id))));
  return ['person', 'publicBody'].some((sort) =>
    [left, right].every((s) => s?.size === 1 && s.has(sort as MentionType)),
  );
};

const judgeWaiver = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  const isDenial = a.polarity !== b.polarity;
  // A denial's day is often the day on which it was made.
  if (!isDenial && !areNear(a, b)) return 'apart';
  // What is asked for after something was granted is something else.
  if (!isDenial && isAskedLater(a, b)) return 'apart';
  const whom = judgeWhom(a, b, 'beneficiary', lore);
  if (whom === null) return 'apart';
  const tally = new Tally().add(
    whom,
    whom >= SAME ? 'the same beneficiary' : whom > 1 ? 'who may be the beneficiary' : null,
  );
  let isAtOdds = areOtherForms(a, b);
  for (const [role, points] of [
    ['authority', 2],
    ['requester', 1],
    ['director', 1],
  ] as const) {
    const [one, other] = [entitiesIn(a, [role]), entitiesIn(b, [role])];
    if (countShared(one, other) > 0) tally.add(points, `the same ${role}`);
    else if (isDenial) {
      // "The ministry asked for nothing" gainsays those who say that it asked, not those who name another.
      const [no, yes] = a.polarity === 'negative' ? [one, other] : [other, one];
      if (no.size > 0) tally.add((yes.size > 0 ? -3 : -2) * (role === 'authority' ? 0.5 : 1));
    } else if (role === 'authority' && one.size > 0 && other.size > 0) {
      // A minister and a body of some ministry may be one hand; two bodies, or two persons, are two, and so are their papers.
      const isOne = areOneHand(a, b, lore);
      tally.add(isOne ? 1 : areOfOneSort(one, other, lore) ? -OTHER_HAND : -0.5);
      if (!isOne && areOfOneSort(one, other, lore)) isAtOdds = true;
    }
  }
  const [purpose, reason] = [purposeOf(a), purposeOf(b)];
  if (purpose.size > 0 && reason.size > 0)
    if (overlapOf(purpose, reason) >= 0.5) tally.add(1, 'the same purpose');
    else if (isTravel(purpose) && isTravel(reason)) tally.add(0.5, 'both to travel');
    else {
      isAtOdds = true;
      tally.add(countShared(purpose, reason) > 0 ? -0.5 : -1.5);
    }
  if (a.date !== null && b.date !== null && !isDenial) {
    const isSameStep = a.properties.status === b.properties.status;
    if (datesOverlap(a.date, b.date) !== false) tally.add(isSameStep ? 1 : 0.5, 'one period');
    // Granted on one day and on another, months apart: two licences.
    else if (isSameStep && !(a.document !== b.document && shareOrigin(a, b))) return 'apart';
  }
  if (areOtherForms(a, b)) tally.add(-1);
  if (a.duration !== null && b.duration !== null)
    if (a.duration === b.duration) tally.add(1, 'the same number of days');
    else {
      isAtOdds = true;
      tally.add(-1);
    }
  tally.add(judgeStory(a, b, lore));
  const isOneTelling = a.document === b.document || shareOrigin(a, b);
  if (!isDenial && whom < SAME && !isAtOdds && isOneTelling && !isOther(a) && !isOther(b))
    tally.add(2, 'nothing tells it from that of the same story');
  if (likenessOf(quoteStems(a), quoteStems(b)) >= 0.3) tally.add(1, 'told in like words');
  return tally.judged;
};

const judgeSanction = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  if ((a.properties.status ?? '') !== (b.properties.status ?? '') && a.polarity === b.polarity) return 'apart';
  const isOtherTime = a.date !== null && b.date !== null && datesOverlap(a.date, b.date) === false;
  const isSameHand = countShared(entitiesIn(a, ['authority']), entitiesIn(b, ['authority'])) > 0;
  // One is listed once by one hand: two dates of it are a dispute, unless a report tells of both.
  if (isOtherTime && (!isSameHand || a.document === b.document)) return 'apart';
  const whom = judgeWhom(a, b, 'target', lore);
  if (whom === null || (whom > 1 && whom < 2)) return 'apart';
  const tally = new Tally().add(whom >= SAME ? 4 : whom, whom >= SAME ? 'the same target' : null);
  const [by, other] = [entitiesIn(a, ['authority']), entitiesIn(b, ['authority'])];
  if (countShared(by, other) > 0) tally.add(1.5, 'the same authority');
  // Two states that list somebody make two sanctions.
  else if (by.size > 0 && other.size > 0 && [...by, ...other].every((id) => lore.isState(id))) return 'apart';
  if (a.date !== null && b.date !== null)
    tally.add(isOtherTime ? -1 : 0.5, isOtherTime ? 'the dates differ' : 'dates agree');
  tally.add(judgeStory(a, b, lore));
  return tally.judged;
};

const meet = (claim: Claim, role: string, lore: CaseLore): readonly string[] => {
  const named = [...entitiesIn(claim, [role])];
  const words = wordsIn(claim, [role]);
  return [
    ...named,
    ...words.flatMap((one) => [...lore.namedIn(one)]),
    ...[...entitiesIn(claim, ['authority'])].map((id) => `by ${id}`),
    ...words.map((one) => `"${one}`),
  ];
};

/** Waivers and licences (rule H9). Asked and granted are stages of one; who granted it may be in dispute. */
export const WAIVER: Grouping = {
  rule: 'H9',
  keys: (claim, lore) => [...meet(claim, 'beneficiary', lore), `in ${claim.document}`],
  level: (claim) => {
    if (claim.polarity === 'negative' || entitiesIn(claim, ['beneficiary']).size === 0) return 2;
    return claim.date === null ? 1 : 0;
  },
  judge: judgeWaiver,
};

/** Sanctions (rule H8). */
export const SANCTION: Grouping = {
  rule: 'H8',
  keys: (claim, lore) => meet(claim, 'target', lore),
  level: (claim) => (claim.date === null ? 1 : 0),
  judge: judgeSanction,
};

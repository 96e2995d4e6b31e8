import type { Claim } from '../../model/index.ts';
import { datesOverlap, edtfInterval } from '../../text/index.ts';
import type { CaseLore } from './case-lore.ts';
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
import { figuresIn } from './figures.ts';
import { type Grouping, type Judgement, Tally } from './judgement.ts';

/** Kinds of tie that two reports may each call the same tie by. */
const AT_WORK = new Set(['employment', 'directorship', 'membership', 'appointment']);
const kindOf = (claim: Claim): string => {
  const { kind } = claim.properties;
  return kind === undefined ? '' : AT_WORK.has(kind) ? 'work' : kind;
};

const isOnlyUntil = (claim: Claim): boolean => edtfInterval(claim.date ?? '')?.start === null;
const isOnlySince = (claim: Claim): boolean => edtfInterval(claim.date ?? '')?.end === null;

/** Until one year and from that year on are two times, though they share the year. */
const areTwoTimes = (a: Claim, b: Claim): boolean => {
  if (a.date === null || b.date === null) return false;
  if (datesOverlap(a.date, b.date) === false) return true;
  return (isOnlyUntil(a) && isOnlySince(b)) || (isOnlyUntil(b) && isOnlySince(a));
};

const judgeTie = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  if (kindOf(a) !== kindOf(b) || areTwoTimes(a, b)) return 'apart';
  const [one, other] = [a, b].map((claim) => ({
    from: [...entitiesIn(claim, ['from'])],
    to: [...entitiesIn(claim, ['to'])],
    words: stemsOf(claim.properties.words ?? ''),
  }));
  if (one === undefined || other === undefined) return 'apart';
  const share = (x: readonly string[], y: readonly string[]): boolean => x.some((id) => y.includes(id));
  const isAlong = share(one.from, other.from) && share(one.to, other.to);
  const isBack = kindOf(a) !== 'work' && share(one.from, other.to) && share(one.to, other.from);
  const words = overlapOf(one.words, other.words);
  const tally = new Tally();
  if (isAlong || isBack) {
    // "Business" between two may be anything, and so may be two posts at one body.
    const isVague = words === 0 && one.words.size > 0 && other.words.size > 0;
    if (isVague && a.polarity !== b.polarity && kindOf(a) === 'business') return 'apart';
    if (isVague && kindOf(a) === 'work' && a.properties.kind !== b.properties.kind) return 'apart';
    tally.add(4, 'the same two');
    if (words > 0) tally.add(0.5, 'in like words');
    return tally.judged;
  }
  if (!share(one.from, other.from)) return 'apart';
  const isStandIn = one.to.some((id) => other.to.some((rest) => lore.isStandIn(id, rest)));
  if (isStandIn && words >= 0.5) return tally.add(4, 'the same person, at a body or who leads it').judged;
  if (one.to.length > 0 && other.to.length > 0) return 'apart';
  const [left, right] = [wordsIn(a, ['to']), wordsIn(b, ['to'])].map((list) => describedAs(list.join(' ')));
  if (left !== undefined && right !== undefined && overlapOf(left, right) >= 0.5)
    return tally.add(4, 'the same person, the other end described alike').judged;
  return tally.add(words >= 0.5 ? 2 : 0).judged;
};

const shareOf = (claim: Claim): string | null =>
  figuresIn((claim.roles.share ?? []).map(({ text }) => text).join(' ')).find((figure) => figure.endsWith('%')) ?? null;

/** Stems of a description of what is owned; that it is a company says nothing of which. */
const ownedAs = (claim: Claim): ReadonlySet<string> =>
  new Set([...stemsOf(wordsIn(claim, ['owned']).join(' '))].filter((stem) => !ANY_COMPANY.has(stem)));
const ANY_COMPANY = stemsOf('company companies firm firms business businesses group shares share stake assets thing');

const judgeOwnership = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  const [owned, same] = [entitiesIn(a, ['owned']), entitiesIn(b, ['owned'])];
  if (owned.size > 0 && same.size > 0 && countShared(owned, same) === 0) return 'apart';
  const [mine, theirs] = [shareOf(a), shareOf(b)];
  const [one, other] = [[...entitiesIn(a, ['owner'])], [...entitiesIn(b, ['owner'])]];
  const isSame = one.some((id) => other.includes(id));
  const isThrough = one.some((id) => other.some((rest) => lore.isOwnerOf(id, rest) || lore.isOwnerOf(rest, id)));
  // Who bought or sold owns another share later.
  if (areTwoTimes(a, b) && mine !== theirs) return 'apart';
  if (one.length > 0 && other.length > 0 && !isSame && !isThrough) return 'apart';
  const tally = new Tally();
  if (countShared(owned, same) > 0) tally.add(2, 'the same thing owned');
  else if (overlapOf(ownedAs(a), ownedAs(b)) >= 0.5) tally.add(1.5, 'what is owned described alike');
  if (isSame) tally.add(2, 'the same owner');
  else if (isThrough)
    tally.add(mine !== null && theirs !== null && mine !== theirs ? -1 : 2, 'the owner and who owns it');
  if (mine !== null && mine === theirs) tally.add(1, 'the same share');
  if (a.document === b.document || shareOrigin(a, b)) tally.add(0.5);
  return tally.judged;
};

const POST_TURN = new Set(['appointed', 'dismissed']);

/** Words for whoever stands at the top of a body. */
const LEADS =
  /\b(?:heads?|heading|chief|director|runs|running|leads|leading|leader|chair(?:man|woman|person)?|boss)\b/gi;

/** Stems of a post without the name of the body: "minister of Ostra" and "envoy of Ostra" have no post in common. */
const postOf = (claim: Claim): ReadonlySet<string> => {
  const body = stemsOf((claim.roles.body ?? []).map(({ text }) => text).join(' '));
  const words = (claim.roles.post ?? [])
    .map(({ text }) => text)
    .join(' ')
    .replace(LEADS, 'lead');
  return new Set([...stemsOf(words)].filter((stem) => !body.has(stem)));
};

const judgeAppointment = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  const [one, other] = [entitiesIn(a, ['person']), entitiesIn(b, ['person'])];
  if (one.size > 0 && other.size > 0 && countShared(one, other) === 0) return 'apart';
  const [turn, back] = [a.properties.status ?? '', b.properties.status ?? ''];
  if (POST_TURN.has(turn) && POST_TURN.has(back) && turn !== back) return 'apart';
  if (areTwoTimes(a, b)) return 'apart';
  const tally = new Tally();
  if (countShared(one, other) > 0) tally.add(2.5, 'the same person');
  else {
    const words = [a, b].map((claim) => describedAs(wordsIn(claim, ['person']).join(' ')));
    if (words[0] !== undefined && words[1] !== undefined && overlapOf(words[0], words[1]) >= 0.5)
      tally.add(2, 'persons described alike');
  }
  const [post, title] = [a, b].map(postOf);
  if (post !== undefined && title !== undefined) {
    if (overlapOf(post, title) >= 0.5) tally.add(1.5, 'the same post');
    else if (overlapOf(post, title) > 0) tally.add(0.5);
    else if (post.size > 0 && title.size > 0) tally.add(-2);
  }
  const [body, house] = [entitiesIn(a, ['body', 'appointer']), entitiesIn(b, ['body', 'appointer'])];
  if (countShared(body, house) > 0) tally.add(1.5, 'the same body');
  else if ([...body].some((id) => [...house].some((rest) => lore.isStandIn(id, rest))))
    tally.add(1, 'a body and who stands for it');
  if (a.document === b.document || shareOrigin(a, b)) tally.add(0.5);
  if (likenessOf(quoteStems(a), quoteStems(b)) >= 0.3) tally.add(0.5, 'told in like words');
  return tally.judged;
};

/** Ties (rule H10): the same two in either order. */
export const TIE: Grouping = {
  rule: 'H10',
  keys: (claim) => [...entitiesIn(claim, ['from', 'to'])].map((id) => `${kindOf(claim)} ${id}`),
  level: (claim) => (entitiesIn(claim, ['from']).size > 0 && entitiesIn(claim, ['to']).size > 0 ? 0 : 1),
  judge: judgeTie,
};

/** Ownership (rule H10): who owns the owner owns its share. */
export const OWNERSHIP: Grouping = {
  rule: 'H10',
  keys: (claim) => {
    const owned = [...entitiesIn(claim, ['owned'])];
    return owned.length > 0
      ? [...owned, ...[...entitiesIn(claim, ['owner'])].map((id) => `of ${id}`)]
      : [...entitiesIn(claim, ['owner'])].map((id) => `of ${id}`);
  },
  level: (claim) =>
    entitiesIn(claim, ['owned']).size === 0 || entitiesIn(claim, ['owner']).size === 0
      ? 2
      : shareOf(claim) !== null
        ? 0
        : 1,
  judge: judgeOwnership,
};

/** Appointments and dismissals (rule H10). */
export const APPOINTMENT: Grouping = {
  rule: 'H10',
  keys: (claim) => {
    const people = [...entitiesIn(claim, ['person'])];
    return people.length > 0 ? people : wordsIn(claim, ['person', 'post']).map((words) => `"${words}`);
  },
  level: (claim) => (entitiesIn(claim, ['person']).size > 0 ? 0 : 1),
  judge: judgeAppointment,
};

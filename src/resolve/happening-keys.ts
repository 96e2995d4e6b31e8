import { byText, type Claim } from '../model/index.ts';
import { datesOverlap, edtfInterval } from '../text/index.ts';
import { countShared, keysOf, partiesOf } from './happening-facts.ts';
import type { Sameness } from './same-meeting.ts';

/** How claims of one type are found to be of one thing: keys under which they meet, and the judgement on a pair. */
export interface Grouping {
  readonly keys: (claim: Claim) => readonly string[];
  readonly isSame: (a: Claim, b: Claim) => Sameness;
}

const shareKey = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));
const agreeOrOpen = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || shareKey(a, b);
const datesAgree = (a: Claim, b: Claim): boolean =>
  a.date === null || b.date === null || datesOverlap(a.date, b.date) !== false;
/** Days that asking, granting and using a licence take at most, beyond what the dates leave open. */
const PERIOD_DAYS = 90;

const areNear = (a: Claim, b: Claim): boolean => {
  if (a.date === null || b.date === null || datesOverlap(a.date, b.date) !== false) return true;
  const [left, right] = [edtfInterval(a.date), edtfInterval(b.date)];
  if (left?.start == null || left.end === null || right?.start == null || right.end === null) return false;
  return Math.max(left.start - right.end, right.start - left.end) <= PERIOD_DAYS;
};
const anywhere = (claim: Claim, role: string): readonly string[] => keysOf(claim, role, 'anywhere');
const here = (claim: Claim, role: string): readonly string[] => keysOf(claim, role, 'here');

const isSameDeal = (a: Claim, b: Claim): Sameness => {
  const shared = countShared(partiesOf(a), partiesOf(b));
  const [left, right] = [anywhere(a, 'asset'), anywhere(b, 'asset')];
  const sameAsset = shareKey(left, right);
  if (shared >= 1 && sameAsset) return { reason: 'H5: a party and the asset in common', strength: shared + 2 };
  const isOpen = left.length === 0 || right.length === 0;
  if (shared >= 2 && isOpen)
    return { reason: `H5: ${shared} parties in common, an asset is not stated`, strength: shared };
  return null;
};

const isSameProposal = (a: Claim, b: Claim): Sameness => {
  const named = (claim: Claim): readonly string[] =>
    (claim.roles.proposal ?? []).flatMap((filler) => filler.entity ?? []);
  if (shareKey(named(a), named(b))) return { reason: 'H6: the same named proposal', strength: 4 };
  if (shareKey(here(a, 'proposal'), here(b, 'proposal')))
    return { reason: 'H6: the same words in one document', strength: 3 };
  const [left, right] = [a.properties.points, b.properties.points];
  if (left !== undefined && right !== undefined && left !== right) return null;
  const people = shareKey(
    [...anywhere(a, 'author'), ...anywhere(a, 'recipient')],
    [...anywhere(b, 'author'), ...anywhere(b, 'recipient')],
  );
  if (
    left !== undefined &&
    left === right &&
    (people || a.document === b.document || a.origins.some((one) => b.origins.includes(one)))
  ) {
    return { reason: `H6: ${left} points, and people, document or origin in common`, strength: 2 };
  }
  return null;
};

/** Claims meet under the first role's key and are one where the other roles agree or are open, and the dates. */
const byRoles = (
  rule: string,
  first: string,
  others: readonly string[],
  properties: readonly string[] = [],
): Grouping => ({
  keys: (claim) => anywhere(claim, first),
  isSame: (a, b) => {
    if (!shareKey(anywhere(a, first), anywhere(b, first)) || !datesAgree(a, b)) return null;
    if (!others.every((role) => agreeOrOpen(anywhere(a, role), anywhere(b, role)))) return null;
    const isSaid = properties.every((name) => (a.properties[name] ?? '') === (b.properties[name] ?? ''));
    return isSaid ? { reason: `${rule}: the same ${[first, ...others, ...properties].join(', ')}`, strength: 1 } : null;
  },
});

/** Asked and granted are stages of one; who granted it may be in dispute, so it does not tell two waivers apart. */
const isSameWaiver = (a: Claim, b: Claim): Sameness => {
  if (!shareKey(anywhere(a, 'beneficiary'), anywhere(b, 'beneficiary')) || !areNear(a, b)) return null;
  const same = shareKey(anywhere(a, 'authority'), anywhere(b, 'authority'));
  return { reason: `H9: the same beneficiary${same ? ' and authority' : ''}, one period`, strength: same ? 2 : 1 };
};

/** A pair in whichever order it is told. */
const pairKey = (claim: Claim): readonly string[] => {
  const [from, to] = [anywhere(claim, 'from')[0], anywhere(claim, 'to')[0]];
  return from === undefined || to === undefined
    ? []
    : [[claim.properties.kind ?? '', ...[from, to].sort(byText)].join(' ')];
};

/** How each type of the shipped beat is grouped, meetings apart; other types by all their fillers. */
export const GROUPINGS: Readonly<Record<string, Grouping>> = {
  deal: { keys: (claim) => [...partiesOf(claim)], isSame: isSameDeal },
  offer: { keys: (claim) => [...partiesOf(claim)], isSame: isSameDeal },
  proposal: {
    keys: (claim) => [
      ...keysOf(claim, 'proposal', 'here'),
      ...(claim.properties.points === undefined ? [] : [`points ${claim.properties.points}`]),
    ],
    isSame: isSameProposal,
  },
  stance: byRoles('H7', 'party', ['about']),
  sanction: byRoles('H8', 'target', ['authority'], ['status']),
  waiver: { keys: (claim) => anywhere(claim, 'beneficiary'), isSame: isSameWaiver },
  tie: {
    keys: pairKey,
    isSame: (a, b) =>
      shareKey(pairKey(a), pairKey(b)) ? { reason: 'H10: the same two and the same kind of tie', strength: 1 } : null,
  },
  ownership: byRoles('H10', 'owned', ['owner']),
  appointment: byRoles('H10', 'person', ['post', 'body'], ['status']),
  leak: byRoles('H11', 'proposal', ['leaker']),
  denial: byRoles('H11', 'denier', ['about']),
  condition: byRoles('H11', 'dependent', ['condition']),
};

/** Types that no grouping is known for: the same fillers in every role. */
export const ALL_ROLES: Grouping = {
  keys: (claim) => [
    JSON.stringify(Object.keys(claim.roles).map((role) => [role, [...anywhere(claim, role)].sort(byText)])),
  ],
  isSame: (a, b) => (datesAgree(a, b) ? { reason: 'H11: the same fillers in every role', strength: 1 } : null),
};

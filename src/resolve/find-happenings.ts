import { byText, type Claim, contentId, type Happening } from '../model/index.ts';
import { byDate, spanDays } from '../text/index.ts';
import { partiesOf } from './happening-facts.ts';
import { ALL_ROLES, GROUPINGS, type Grouping } from './happening-keys.ts';
import { joinNumberedPlans, joinProposals } from './join-proposals.ts';
import { isSameOccasion } from './same-meeting.ts';

const OCCASIONS = new Set(['meeting', 'visit', 'call']);

const OCCASION: Grouping = { keys: (claim) => [...partiesOf(claim)], isSame: isSameOccasion };

/** Offers and deals are stages of one thing and are grouped together. */
const familyOf = (type: string): string => (type === 'offer' ? 'deal' : type);

const groupingOf = (type: string): Grouping => (OCCASIONS.has(type) ? OCCASION : (GROUPINGS[type] ?? ALL_ROLES));

/** Claims that say the same for grouping's sake are judged once: one claim stands for them. */
const profileOf = (claim: Claim): string =>
  JSON.stringify([
    claim.type,
    Object.entries(claim.roles).map(([role, list]) => [
      role,
      list.map((one) => one.entity ?? `${claim.document} ${one.text}`),
    ]),
    claim.date,
    claim.properties,
    claim.origins,
    // A claim without anything resolved is of its own document.
    Object.values(claim.roles)
      .flat()
      .some((one) => one.entity !== null)
      ? ''
      : claim.document,
  ]);

interface Group {
  readonly claims: Claim[][];
  readonly reasons: string[];
}

/** The most telling claims first: a group grows from what is dated most exactly, and the undated find their group last. */
const byTelling = (a: Claim, b: Claim): number => {
  const days = (claim: Claim): number =>
    claim.date === null ? Number.MAX_SAFE_INTEGER : (spanDays(claim.date) ?? Number.MAX_SAFE_INTEGER);
  const parties = (claim: Claim): number => partiesOf(claim).size;
  return (
    Number(a.date === null) - Number(b.date === null) ||
    days(a) - days(b) ||
    parties(b) - parties(a) ||
    byDate(a.date, b.date) ||
    byText(a.id, b.id)
  );
};

/** Candidates beyond this many are not judged: a claim that fits more than this fits none in particular. */
const MOST_CANDIDATES = 400;

const groupFamily = (claims: readonly Claim[]): readonly Group[] => {
  const profiles = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = profileOf(claim);
    const known = profiles.get(key);
    if (known === undefined) profiles.set(key, [claim]);
    else known.push(claim);
  }
  const sets = [...profiles.values()].sort((a, b) =>
    a[0] !== undefined && b[0] !== undefined ? byTelling(a[0], b[0]) : 0,
  );
  const groups: Group[] = [];
  const byKey = new Map<string, number[]>();
  for (const set of sets) {
    const claim = set[0];
    if (claim === undefined) continue;
    const { keys, isSame } = groupingOf(claim.type);
    const own = keys(claim);
    const near = new Set(own.flatMap((key) => (byKey.get(key) ?? []).slice(0, MOST_CANDIDATES)));
    const fitting = [...near].flatMap((at) => {
      const group = groups[at];
      if (group === undefined) return [];
      // With every member, not with one: a claim without a date must not tie two dated meetings together.
      const agreed = [];
      for (const [member] of group.claims) {
        const judged = member === undefined ? null : isSame(claim, member);
        if (judged === null) return [];
        agreed.push(judged);
      }
      const best = agreed.toSorted((a, b) => b.strength - a.strength || byText(a.reason, b.reason))[0];
      return best === undefined ? [] : [{ at, best }];
    });
    const ranked = fitting.toSorted((a, b) => b.best.strength - a.best.strength || a.at - b.at);
    const [first, second] = ranked;
    // Two that fit equally well: which is meant cannot be told (rule H2), so it stands alone.
    const isClear = first !== undefined && (second === undefined || second.best.strength < first.best.strength);
    let at = first?.at ?? -1;
    if (isClear && first !== undefined) {
      groups[first.at]?.claims.push(set);
      groups[first.at]?.reasons.push(first.best.reason);
    } else {
      at = groups.length;
      groups.push({ claims: [set], reasons: [] });
    }
    for (const key of own) {
      const list = byKey.get(key) ?? [];
      if (!list.includes(at)) list.push(at);
      byKey.set(key, list);
    }
  }
  return groups;
};

/**
 * Groups claims of one and the same thing across documents (rules H1 to H13).
 *
 * Every claim is in exactly one happening. Ordered by id; the id is that of the smallest claim's, so that it stays when
 * further claims join.
 */
export const findHappenings = (claims: readonly Claim[]): readonly Happening[] => {
  const families = new Map<string, Claim[]>();
  for (const claim of claims) {
    const known = families.get(familyOf(claim.type));
    if (known === undefined) families.set(familyOf(claim.type), [claim]);
    else known.push(claim);
  }
  const happenings = [...families.values()].flatMap((family) =>
    groupFamily(family.toSorted((a, b) => byText(a.id, b.id))).map((group): Happening => {
      const members = group.claims.flat();
      const ids = members.map((claim) => claim.id).sort(byText);
      const types = [...new Set(members.map((claim) => claim.type))].sort(byText);
      const type = types[0] ?? '';
      const repeated = group.claims.some((set) => set.length > 1) ? ['H0: claims with the same fillers and date'] : [];
      return {
        id: contentId(type, ids[0] ?? ''),
        type,
        claims: ids,
        reasons: [...new Set([...repeated, ...group.reasons])].sort(byText),
      };
    }),
  );
  const ordered = happenings.sort((a, b) => byText(a.id, b.id));
  return joinProposals(joinNumberedPlans(ordered, claims), claims);
};

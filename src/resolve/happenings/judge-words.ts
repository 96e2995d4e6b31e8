import { byText, type Claim } from '../../model/index.ts';
import { datesOverlap } from '../../text/index.ts';
import type { CaseLore } from './case-lore.ts';
import {
  countShared,
  entitiesIn,
  likenessOf,
  overlapOf,
  quoteStems,
  shareOrigin,
  stemsOf,
  wordsIn,
} from './claim-words.ts';
import { type Grouping, type Judgement, Tally } from './judgement.ts';

const textOf = (claim: Claim, role: string): string => (claim.roles[role] ?? []).map(({ text }) => text).join(' ');

const datesExclude = (a: Claim, b: Claim): boolean =>
  a.date !== null && b.date !== null && datesOverlap(a.date, b.date) === false;

/** Points for two fillers of one role: the same entity, words alike, an entity that the other's words name. */
const judgeRole = (
  a: Claim,
  b: Claim,
  role: string,
  lore: CaseLore,
): { readonly points: number; readonly met: string | null } | null => {
  const [one, other] = [entitiesIn(a, [role]), entitiesIn(b, [role])];
  if (countShared(one, other) > 0) return { points: 2, met: `the same ${role}` };
  const [left, right] = [wordsIn(a, [role]).join(' '), wordsIn(b, [role]).join(' ')];
  if (one.size > 0 && other.size > 0) return null;
  if ([...lore.namedIn(left)].some((id) => other.has(id)) || [...lore.namedIn(right)].some((id) => one.has(id)))
    return { points: 1, met: `the ${role} named in the other's words` };
  if (left === '' || right === '') return { points: 0, met: null };
  if (left === right) return { points: 2, met: `the same ${role}` };
  const [mine, theirs] = [stemsOf(left), stemsOf(right)];
  const shared = countShared(mine, theirs);
  const overlap = overlapOf(mine, theirs);
  if (overlap >= 0.6 && shared >= 2) return { points: 2, met: `the ${role} in like words` };
  return shared >= 2 || overlap >= 0.5
    ? { points: 1, met: `words of the ${role} in common` }
    : { points: 0, met: null };
};

/** Who or what fills the roles, or is named in the words that do. */
const namedBy = (claim: Claim, roles: readonly string[], lore: CaseLore): ReadonlySet<string> =>
  new Set([...entitiesIn(claim, roles), ...wordsIn(claim, roles).flatMap((words) => [...lore.namedIn(words)])]);

/**
 * Claims of one thing by the roles that name it: `who` must be the same or described alike, `what` decides.
 *
 * @param statuses Properties that must agree: an acceptance after a refusal is a later state.
 */
const byWhat = (
  rule: string,
  who: string | null,
  what: readonly string[],
  isLater: (a: Claim, b: Claim) => boolean = () => false,
): Grouping => ({
  rule,
  keys: (claim, lore) => {
    const named = entitiesIn(claim, who === null ? what : [who]);
    const words = what.flatMap((role) => [...stemsOf(textOf(claim, role))]);
    return [
      ...[...named].map((id) => `by ${id}`),
      ...(who === null || named.size === 0 ? words.map((stem) => `"${stem}`) : []),
      ...what.flatMap((role) => [...lore.namedIn(textOf(claim, role))]),
    ];
  },
  level: () => 0,
  judge: (a, b, lore): Judgement => {
    if (isLater(a, b)) return 'apart';
    const tally = new Tally();
    if (who !== null) {
      const by = judgeRole(a, b, who, lore);
      if (by === null) return 'apart';
      tally.add(by.points, by.met);
    }
    for (const role of what) {
      const judged = judgeRole(a, b, role, lore);
      if (judged === null) return 'apart';
      tally.add(judged.points, judged.met);
    }
    const named = countShared(namedBy(a, what, lore), namedBy(b, what, lore));
    if (who === null && named > 0) tally.add(named > 1 ? 3 : 1, `${named} named in both`);
    const likeness = likenessOf(quoteStems(a), quoteStems(b));
    if (likeness >= 0.5) tally.add(1.5, 'told in the same words');
    else if (likeness >= 0.2) tally.add(0.5, 'told in like words');
    if (a.document !== b.document && shareOrigin(a, b)) tally.add(0.5, 'one origin');
    return tally.judged;
  },
});

/** "Accepts" and "rejects" on two days is a change of mind; on one day, or undated, a dispute of what was said. */
const isChangeOfMind = (a: Claim, b: Claim): boolean =>
  a.properties.stance !== b.properties.stance && datesExclude(a, b);

/** Stances (rule H7), conditions, denials and leaks (rule H11). */
export const STANCE = byWhat('H7', 'party', ['about', 'clause'], isChangeOfMind);
export const CONDITION = byWhat('H11', null, ['dependent', 'condition']);
export const DENIAL = byWhat('H11', 'denier', ['about']);
export const LEAK = byWhat('H11', null, ['proposal', 'recipient']);

/** On whose behalf, past whom, what was handed over and what a plan says (rule H11); what is handed over on two days are two things. */
export const REPRESENTATION = byWhat('H11', 'agent', ['principal']);
export const BYPASS = byWhat('H11', 'bypassed', ['by', 'about'], datesExclude);
export const HANDOVER = byWhat('H11', 'recipient', ['thing', 'giver'], datesExclude);
export const CLAUSE = byWhat('H11', null, ['proposal', 'content']);

/** Types that no rule is known for: the same fillers in every role. */
export const ALL_ROLES: Grouping = {
  rule: 'H11',
  keys: (claim) => [
    JSON.stringify(
      Object.keys(claim.roles).map((role) => [
        role,
        [...entitiesIn(claim, [role]), ...wordsIn(claim, [role])].sort(byText),
      ]),
    ),
  ],
  level: () => 0,
  judge: (a, b): Judgement => (datesExclude(a, b) ? 'apart' : { points: 4, met: ['the same fillers in every role'] }),
};

import { byText, type Claim, contentId, type Happening, Kept, type MentionType } from '../model/index.ts';
import { CaseLore, LoreMemory } from './happenings/case-lore.ts';
import type { Group } from './happenings/cluster-claims.ts';
import { DEAL } from './happenings/judge-deal.ts';
import { SANCTION, WAIVER } from './happenings/judge-licence.ts';
import { OCCASION } from './happenings/judge-occasion.ts';
import { PROPOSAL } from './happenings/judge-proposal.ts';
import { APPOINTMENT, OWNERSHIP, TIE } from './happenings/judge-tie.ts';
import {
  ALL_ROLES,
  BYPASS,
  CLAUSE,
  CONDITION,
  DENIAL,
  HANDOVER,
  LEAK,
  REPRESENTATION,
  STANCE,
} from './happenings/judge-words.ts';
import type { Grouping } from './happenings/judgement.ts';
import { FamilyGrouper } from './happenings/pair-index.ts';

/** How each type of the shipped beat is grouped; other types by all their fillers. */
const GROUPINGS: Readonly<Record<string, Grouping>> = {
  meeting: OCCASION,
  deal: DEAL,
  proposal: PROPOSAL,
  stance: STANCE,
  sanction: SANCTION,
  waiver: WAIVER,
  tie: TIE,
  ownership: OWNERSHIP,
  appointment: APPOINTMENT,
  leak: LEAK,
  denial: DENIAL,
  condition: CONDITION,
  representation: REPRESENTATION,
  bypass: BYPASS,
  handover: HANDOVER,
  clause: CLAUSE,
};

/** Types that one thing may be told under: offers and deals are stages of one; who visited whom met them. */
const FAMILIES: Readonly<Record<string, string>> = { offer: 'deal', call: 'meeting', visit: 'meeting' };

const familyOf = (type: string): string => FAMILIES[type] ?? type;

/** Claims that say the same for grouping's sake are judged once: one claim stands for them (rule H0). */
const makeProfile = (claim: Claim): string =>
  JSON.stringify([
    claim.type,
    claim.polarity,
    claim.status,
    Object.entries(claim.roles).map(([role, list]) => [
      role,
      list.map((one) => one.entity ?? `${claim.document} ${one.text}`),
    ]),
    // A date whose year nobody tells is its words.
    claim.date ?? claim.dateWords,
    claim.duration,
    claim.properties,
    claim.origins,
    // A claim without anything resolved is of its own document.
    Object.values(claim.roles)
      .flat()
      .some((one) => one.entity !== null)
      ? ''
      : claim.document,
  ]);

const profiles = new WeakMap<Claim, string>();

const profileOf = (claim: Claim): string => {
  const known = profiles.get(claim);
  if (known !== undefined) return known;
  const made = makeProfile(claim);
  profiles.set(claim, made);
  return made;
};

const setsOf = (claims: readonly Claim[]): readonly (readonly Claim[])[] => {
  const sets = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = profileOf(claim);
    const known = sets.get(key);
    if (known === undefined) sets.set(key, [claim]);
    else known.push(claim);
  }
  return [...sets.values()];
};

/** The type that most claims have; of as many the first in the alphabet. */
const commonType = (claims: readonly Claim[]): string => {
  const counts = new Map<string, number>();
  for (const { type } of claims) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || byText(a, b))[0]?.[0] ?? '';
};

const happeningOf = (sets: readonly (readonly Claim[])[], reasons: readonly string[]): Happening => {
  const members = sets.flat();
  const ids = members.map((claim) => claim.id).sort(byText);
  const type = commonType(members);
  const repeated = sets.some((set) => set.length > 1) ? ['H0: claims with the same fillers and date'] : [];
  return {
    id: contentId(type, ids[0] ?? ''),
    type,
    claims: ids,
    reasons: [...new Set([...repeated, ...reasons])].sort(byText),
  };
};

/** Groups claims of one and the same thing across documents (rules H0 to H18), run after run. */
export class HappeningFinder {
  readonly #memory = new LoreMemory();
  readonly #groupers = new Map<string, FamilyGrouper>();
  readonly #happenings = new Kept<Group, object, Happening>();

  /** As {@link findHappenings}; what did not change since the last run stays the same objects. */
  find(claims: readonly Claim[], typeOf: (entity: string) => MentionType | null): readonly Happening[] {
    const lore = new CaseLore(claims, typeOf, this.#memory);
    const families = new Map<string, Claim[]>();
    for (const claim of claims.toSorted((a, b) => byText(a.id, b.id))) {
      const known = families.get(familyOf(claim.type));
      if (known === undefined) families.set(familyOf(claim.type), [claim]);
      else known.push(claim);
    }
    this.#happenings.begin({});
    const found: Happening[] = [];
    for (const [family, own] of families) {
      const setOf = new Map(
        setsOf(own).flatMap((set) => (set[0] === undefined ? [] : [[lore.view(set[0]), set] as const])),
      );
      for (const group of this.#grouperOf(family).group([...setOf.keys()], lore)) {
        const sets = group.heads.flatMap((head) => {
          const set = setOf.get(head);
          return set === undefined ? [] : [set];
        });
        found.push(this.#happenings.of(group, sets.flat(), () => happeningOf(sets, group.reasons)));
      }
    }
    return found.sort((a, b) => byText(a.id, b.id));
  }

  #grouperOf(family: string): FamilyGrouper {
    const known = this.#groupers.get(family);
    if (known !== undefined) return known;
    const made = new FamilyGrouper(GROUPINGS[family] ?? ALL_ROLES);
    this.#groupers.set(family, made);
    return made;
  }
}

/**
 * Groups claims of one and the same thing across documents (rules H0 to H18).
 *
 * Every claim is in exactly one happening; one that fits two as well is alone. Ordered by id; the id is that of the smallest
 * claim's, so that it stays when further claims join.
 *
 * @param typeOf What sort of thing an entity is; what is not known is taken for anything.
 */
export const findHappenings = (
  claims: readonly Claim[],
  typeOf: (entity: string) => MentionType | null = () => null,
): readonly Happening[] => new HappeningFinder().find(claims, typeOf);

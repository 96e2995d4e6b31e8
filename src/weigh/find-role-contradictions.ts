import {
  byText,
  type Claim,
  type Contradiction,
  contentId,
  type Entity,
  type Evidence,
  type Resolved,
} from '../model/index.ts';
import { isSameSide } from '../text/index.ts';

/** Posts of which a country or body has one at a time. Plain English words for heads of state, government and ministries. */
const SINGLE_POST =
  /\b(?:president|prime minister|premier|chancellor|king|queen|monarch|emir|sultan|head of state|head of government|supreme leader|foreign minister|defen[cs]e minister|finance minister|interior minister|energy minister|economy minister|justice minister|trade minister|national security advis[eo]r|secretary of state|treasury secretary|vice[- ]president|secretary[- ]general|pope)\b/i;
/** Words that make a post another one: a former or deputy minister stands beside the minister. */
const OTHER_POST =
  /\b(?:former|ex|deputy|vice|acting|then|late|incoming|outgoing|assistant|honorary|elect|(?<!national security )advis[eo]r|aide|spokes\w+|envoy|son|daughter|wife|husband|brother|sister|office)\b/i;

interface Holding {
  readonly entity: Entity;
  readonly role: Entity['roles'][number];
  readonly post: string;
}

/**
 * Posts that two people are said to hold (SPEC.md, rule W12).
 *
 * Only posts of which there is one at a time, held by people of one side, and only where one of them is said to hold it in
 * one document while others call that person something else and someone else holds the post in more documents: the likely
 * slip, marked as such. Two holders with equal standing may be predecessor and successor, and are left alone.
 */
export const findRoleContradictions = (resolved: Resolved): readonly Contradiction[] => {
  const holdings = new Map<string, Holding[]>();
  for (const entity of resolved.entities) {
    if (entity.type !== 'person') continue;
    for (const role of entity.roles) {
      const post = postOf(role.text);
      if (post === null) continue;
      const list = holdings.get(post) ?? [];
      list.push({ entity, role, post });
      holdings.set(post, list);
    }
  }
  const found: Contradiction[] = [];
  const pile = new Pile(resolved);
  for (const held of holdings.values()) {
    const support = countSupport(held);
    for (const odd of held) {
      if ((support.get(odd.entity.id) ?? 0) > 1) continue;
      const others = odd.entity.roles.filter((role) => role !== odd.role && postOf(role.text) !== odd.post);
      // Who is elsewhere a former one was one.
      if (others.some(({ text }) => FORMER.test(text) && postOf(text.replace(FORMER, '')) === odd.post)) continue;
      const elsewhere = new Set(
        others.flatMap((role) => role.documents).filter((id) => !odd.role.documents.includes(id)),
      );
      if (elsewhere.size === 0) continue;
      const holder = held.find(
        (one) =>
          one.entity.id !== odd.entity.id &&
          (support.get(one.entity.id) ?? 0) > (support.get(odd.entity.id) ?? 0) &&
          sideAgrees(one, odd),
      );
      if (holder !== undefined) found.push(contradiction(pile, odd, holder, others));
    }
  }
  return found;
};

const FORMER = /^(?:the |a )?(?:former|then|ex|late|onetime|outgoing|ousted)[ -]/i;

const SERVES = /\b(?:of|to|for|under)\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?$/;

/** The post of which there is one at a time that a role names; null for any other, and for former and deputy holders. */
export const postOf = (role: string): string | null => {
  const bare = role.toLowerCase().replace(/^(?:the|a|an|his|her|its|their)\s+/, '');
  if (OTHER_POST.test(bare)) return null;
  const post = SINGLE_POST.exec(bare);
  // "Representative of the president" is another post.
  return post === null || SERVES.test(bare.slice(0, post.index)) ? null : post[0].replace('advisor', 'adviser');
};

/** In how many documents each person is said to hold the post. */
const countSupport = (held: readonly Holding[]): ReadonlyMap<string, number> => {
  const documents = new Map<string, Set<string>>();
  for (const { entity, role } of held) {
    const known = documents.get(entity.id) ?? new Set<string>();
    for (const id of role.documents) known.add(id);
    documents.set(entity.id, known);
  }
  return new Map([...documents].map(([entity, ids]) => [entity, ids.size]));
};

const areOneWord = (a: Evidence, b: Evidence): boolean =>
  a.document === b.document && a.start < b.end && b.start < a.end;

/** Look-ups in what was resolved. */
export class Pile {
  readonly #origins: ReadonlyMap<string, readonly string[]>;
  readonly #claims = new Map<string, Claim[]>();

  constructor({ documents, claims }: Resolved) {
    this.#origins = new Map(documents.map((document) => [document.id, document.origins]));
    for (const claim of claims) {
      const known = this.#claims.get(claim.document);
      if (known === undefined) this.#claims.set(claim.document, [claim]);
      else known.push(claim);
    }
  }

  originsOf(documents: readonly string[]): readonly string[] {
    return [...new Set(documents.flatMap((id) => this.#origins.get(id) ?? []))].sort(byText);
  }

  /** Claims that name the entity and stand on the words that give it these posts, ordered by id. */
  claimsOf(roles: readonly Entity['roles'][number][], entity: string): readonly string[] {
    const told = roles.flatMap(({ evidence }) => evidence);
    return [...new Set(told.map(({ document }) => document))]
      .flatMap((id) => this.#claims.get(id) ?? [])
      .filter(({ evidence }) => evidence.some((one) => told.some((other) => areOneWord(one, other))))
      .filter((claim) => Object.values(claim.roles).some((fillers) => fillers.some((f) => f.entity === entity)))
      .map((claim) => claim.id)
      .sort(byText);
  }
}

const sideAgrees = (a: Holding, b: Holding): boolean =>
  a.entity.sides.length === 0 ||
  b.entity.sides.length === 0 ||
  a.entity.sides.some((side) => b.entity.sides.some((other) => side === other || isSameSide(side, other) === true));

const contradiction = (
  pile: Pile,
  odd: Holding,
  holder: Holding,
  others: readonly Entity['roles'][number][],
): Contradiction => {
  const rest = {
    value: others.map((role) => role.text).join('; '),
    documents: others.flatMap((role) => role.documents),
    evidence: others.flatMap((role) => role.evidence),
  };
  return {
    id: contentId('contradiction', 'role', odd.entity.id, odd.post),
    kind: 'role',
    about: `${odd.entity.name}: ${odd.role.text} or ${rest.value}`,
    values: [
      {
        value: odd.role.text,
        claims: pile.claimsOf([odd.role], odd.entity.id),
        origins: pile.originsOf(odd.role.documents),
        evidence: odd.role.evidence,
      },
      {
        value: rest.value,
        claims: pile.claimsOf(others, odd.entity.id),
        origins: pile.originsOf(rest.documents),
        evidence: rest.evidence,
      },
    ],
    likelySlip: {
      value: odd.role.text,
      reason: `${holder.entity.name} holds that post in ${new Set(holder.role.documents).size} other document(s); nobody else calls ${odd.entity.name} so (W12)`,
    },
    reasons: ['there is one holder of such a post at a time (W12)'],
    evidence: [...odd.role.evidence, ...rest.evidence],
  };
};

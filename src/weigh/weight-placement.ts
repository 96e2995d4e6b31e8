import type { ChainLink, Claim, SourceReliability } from '../model/index.ts';
import { BARE, NEUTRAL, NO_PART, OWN_ACT, PAPER, PEOPLE, type Placement } from './weight-table.ts';

/** A rating by analysts, as an origin or an entity carries it. */
export interface Rated {
  readonly grade: SourceReliability;
  readonly reasons: readonly string[];
  readonly decisions: readonly string[];
}

/** What weighing a thing asks of the rest of the case; answers are small, so that few things are weighed again. */
export interface WeightQuestions {
  /** When a document went out. */
  readonly published: (document: string) => string | null;
  /** Name of an origin or an entity. */
  readonly nameOf: (id: string) => string;
  /** The body or person that is an origin itself, as entity; null where an outlet or a paper is, or nothing is known. */
  readonly speaksItself: (origin: string) => string | null;
  readonly isPaper: (origin: string) => boolean;
  /** Whether a person is of the side of a body or country, a body is the side of a person, or a public body is of a country. */
  readonly isOfSide: (speaker: string, party: string) => boolean;
  readonly ratingOf: (id: string) => Rated | null;
}

/** Who says a thing, and how placed to know it. */
export interface Placed {
  readonly placement: Placement;
  /** Part in it without a stake that is shown. */
  readonly isNeutral: boolean;
  /** The speaker in words. */
  readonly who: string;
  /** The speaker, where named. */
  readonly entity: string | null;
  /** In words: "has a part in it". */
  readonly how: string;
  /** People by whom the words came before they were reported. */
  readonly passedOn: number;
}

interface Part {
  readonly placement: Placement;
  readonly how: string;
  readonly isNeutral: boolean;
}

/** The part that a named speaker has in what the claims of a thing tell. */
const partOf = (speaker: string, told: readonly Claim[], asked: WeightQuestions): Part => {
  let near: string | null = null;
  let part: { readonly role: string } | null = null;
  for (const claim of told)
    for (const role of Object.keys(claim.roles).sort()) {
      if (NO_PART.has(role)) continue;
      for (const { entity } of claim.roles[role] ?? []) {
        if (entity === null) continue;
        // A stake goes before its lack: who is host and party is a party.
        if (entity === speaker && (part === null || NEUTRAL.has(part.role))) part = { role };
        else if (near === null && asked.isOfSide(speaker, entity)) near = asked.nameOf(entity);
      }
    }
  if (part !== null)
    return {
      placement: 'party',
      how: OWN_ACT.has(part.role) ? 'it is its own act' : `has a part in it (${part.role})`,
      isNeutral: NEUTRAL.has(part.role),
    };
  if (near !== null) return { placement: 'side', how: `named, of the side of ${near}`, isNeutral: false };
  return { placement: 'named', how: 'named', isNeutral: false };
};

const unnamedPart = ({ name, descriptors }: ChainLink): Part => {
  if (PAPER.test(name) && !PEOPLE.test(name)) return { placement: 'paper', how: 'a paper', isNeutral: false };
  const isDescribed = descriptors.some((one) => !/^\d+$/.test(one)) && !BARE.test(name.trim());
  return isDescribed
    ? { placement: 'described', how: 'not named, but described', isNeutral: false }
    : { placement: 'bare', how: 'not named nor described', isNeutral: false };
};

/**
 * How the one who says a claim is placed to know it (rule W26).
 *
 * @param told Claims of the same thing: who has a part in it by one account has it, whoever tells.
 */
export const placeSpeaker = (claim: Claim, told: readonly Claim[], asked: WeightQuestions): Placed => {
  const speakers = claim.chain.filter(({ kind }) => kind !== 'outlet');
  const [first] = speakers;
  const passedOn = Math.max(0, speakers.length - 1);
  if (first !== undefined) {
    const part =
      first.kind === 'named' && first.entity !== null
        ? partOf(first.entity, told, asked)
        : first.kind === 'named'
          ? { placement: 'named' as const, how: 'named', isNeutral: false }
          : unnamedPart(first);
    return { ...part, who: first.name, entity: first.entity, passedOn };
  }
  const outlet = claim.chain[0]?.name ?? 'the report';
  for (const origin of claim.origins) {
    const body = asked.speaksItself(origin);
    if (body !== null) return { ...partOf(body, told, asked), who: asked.nameOf(origin), entity: body, passedOn: 0 };
    if (asked.isPaper(origin))
      return {
        placement: 'paper',
        how: 'a paper',
        isNeutral: false,
        who: asked.nameOf(origin),
        entity: null,
        passedOn: 0,
      };
  }
  return { placement: 'outlet', how: 'says so itself', isNeutral: false, who: outlet, entity: null, passedOn: 0 };
};

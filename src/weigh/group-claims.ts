import { byText, type Claim, type Happening } from '../model/index.ts';

/** The claims of one happening, parted by what they say of it. */
export interface Told {
  readonly happening: Happening;
  /** Say that it is, was, or is planned. */
  readonly favour: readonly Claim[];
  /** Say that it is not, deny it, or say that there is no evidence of it. */
  readonly against: readonly Claim[];
  /** Only suppose it. */
  readonly supposed: readonly Claim[];
}

/** Told as something that came about, not as planned, put off or only supposed. */
export const hasHappened = ({ status }: Claim): boolean => status === 'held' || status === 'ongoing';

/** Things that are there as soon as they are spoken of: a sale that is proposed, a waiver that is asked for. */
const SPOKEN_OF: ReadonlySet<string> = new Set([
  'deal',
  'offer',
  'waiver',
  'stance',
  'proposal',
  'condition',
  'clause',
]);

/** What is said of a sanction, and has been said whether or not it comes about. */
const IS_SAID: ReadonlySet<string> = new Set(['demanded', 'promised', 'refused']);

/**
 * Only supposed, and no more than that. "Would sell, once sanctions go" is a deal on a condition, and "asked for a licence" a
 * request that was made, although neither has come about.
 */
const isSupposed = (claim: Claim): boolean => {
  if (claim.status !== 'hypothetical') return false;
  // "Demanded that the ban be lifted": the demand was made, although the ban stands.
  if (claim.type === 'sanction') return !IS_SAID.has(claim.properties.removal ?? claim.properties.status ?? '');
  if (!SPOKEN_OF.has(claim.type)) return true;
  // What a plan says it says, whether or not it comes about.
  if (claim.type === 'condition' || claim.type === 'clause' || claim.properties.status === 'asked') return false;
  // "The Palace directed the ministry to issue a licence": an order that was given.
  if (claim.type === 'waiver' && (claim.roles.director ?? []).length > 0) return false;
  // "In talks to buy" are talks that are held, whether or not the purchase comes about.
  const { stage } = claim.properties;
  return claim.conditions.length === 0 && stage !== 'in talks' && stage !== 'offered';
};

/** The claims of a happening parted, in the order of their ids. */
export const partClaims = (happening: Happening, all: readonly Claim[]): Told => {
  const claims = [...all].sort((a, b) => byText(a.id, b.id));
  const real = claims.filter((claim) => !isSupposed(claim));
  return {
    happening,
    favour: real.filter((claim) => claim.polarity === 'positive'),
    against: real.filter((claim) => claim.polarity === 'negative'),
    supposed: claims.filter(isSupposed),
  };
};

import type { Claim } from '../model/index.ts';
import { foldName } from '../text/index.ts';
import type { OriginPath } from './derive-origins.ts';

/** A claim with what grouping asks of it, gathered once. */
export interface Told {
  readonly claim: Claim;
  readonly paths: readonly OriginPath[];
}

/** Roles whose fillers take part, by frame type; what they share makes two claims candidates for one happening. */
const PARTIES: Readonly<Record<string, readonly string[]>> = {
  meeting: ['participant', 'host'],
  call: ['participant'],
  visit: ['visitor', 'host'],
  deal: ['party'],
  offer: ['offerer', 'recipient'],
};

const parties = new WeakMap<Claim, ReadonlySet<string>>();

/** Ids of those who take part; gathered once for each claim, since a claim is compared with very many others. */
export const partiesOf = (claim: Claim): ReadonlySet<string> => {
  const known = parties.get(claim);
  if (known !== undefined) return known;
  const made = new Set(
    (PARTIES[claim.type] ?? []).flatMap((role) => claim.roles[role] ?? []).flatMap((filler) => filler.entity ?? []),
  );
  parties.set(claim, made);
  return made;
};

/** How many two sets share. */
export const countShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return shared;
};

/**
 * What fills a role, for comparing: entity ids; words, folded, where nobody was found. Words count only within their own
 * document unless `words` is "anywhere", since "the plan" of two reports may be two. Made once for each claim and role.
 */
export const keysOf = (claim: Claim, role: string, words: 'anywhere' | 'here'): readonly string[] => {
  const ofClaim = keys.get(claim) ?? new Map<string, readonly string[]>();
  keys.set(claim, ofClaim);
  const name = `${words} ${role}`;
  const known = ofClaim.get(name);
  if (known !== undefined) return known;
  const made = makeKeys(claim, role, words);
  ofClaim.set(name, made);
  return made;
};

const keys = new WeakMap<Claim, Map<string, readonly string[]>>();

const makeKeys = (claim: Claim, role: string, words: 'anywhere' | 'here'): readonly string[] =>
  (claim.roles[role] ?? []).map((filler) => {
    if (filler.entity !== null) return filler.entity;
    const folded = foldName(filler.text).replace(/^(?:the|a|an|its|his|her|their) /, '');
    return words === 'anywhere' ? `"${folded}` : `"${claim.document} ${folded}`;
  });

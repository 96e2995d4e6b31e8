import { z } from '@hono/zod-openapi';
import { ChainLink, type Claim } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';

/** A way by which claims came: innermost speaker first, the outlet of the document last. */
export const SaidThrough = z.object({
  links: z.array(ChainLink),
  isAgainst: z.boolean(),
  origins: z.array(z.string()),
});
export type SaidThrough = z.infer<typeof SaidThrough>;

export const Chains = z.object({
  chains: z.array(SaidThrough),
  more: z.int().describe('Further ways, not shown'),
});
export type Chains = z.infer<typeof Chains>;

/** Claims that are looked at for a list of chains: findings of a large pile have thousands. */
const LOOKED_AT = 60;

const outletOf = async (now: Snapshot, document: string): Promise<ChainLink> => ({
  kind: 'outlet',
  name: (await now.line(document))?.aside ?? 'outlet not stated',
  entity: null,
  descriptors: [],
});

/** Each way by which claims came, once; of each origin one before a second of any, both sides where both have spoken. */
export const chainsOf = async (
  now: Snapshot,
  claims: readonly Claim[],
  against: ReadonlySet<string>,
  limit: number,
): Promise<Chains> => {
  const ways = new Map<string, SaidThrough>();
  for (const claim of claims.slice(0, LOOKED_AT)) {
    const isAgainst = against.has(claim.id);
    const links = [...claim.chain];
    if (links.at(-1)?.kind !== 'outlet') links.push(await outletOf(now, claim.document));
    const key = JSON.stringify([isAgainst, links.map(({ name }) => name)]);
    if (!ways.has(key)) ways.set(key, { links, isAgainst, origins: [...claim.origins] });
  }
  const firsts = new Set<SaidThrough>();
  const seen = new Set<string>();
  for (const way of ways.values()) {
    const key = `${way.isAgainst} ${way.origins[0] ?? 'unknown'}`;
    if (!seen.has(key)) firsts.add(way);
    seen.add(key);
  }
  const ordered = [...new Set([...firsts, ...ways.values()])];
  const shown = [
    ...ordered.filter(({ isAgainst }) => !isAgainst).slice(0, limit),
    ...ordered.filter(({ isAgainst }) => isAgainst).slice(0, limit),
  ];
  return { chains: shown, more: ordered.length - shown.length };
};

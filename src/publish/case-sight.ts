import { z } from 'zod';
import { type Case, Finding } from '../model/index.ts';

const Ids = z.array(z.string()).readonly();

/**
 * What of a case is compared with how it stands later, as small as will do. Findings, contradictions and deals are known again by
 * their claims: their own ids may change when a document comes.
 */
export const CaseSight = z
  .object({
    version: z.literal(1),
    digest: z.string(),
    documents: z.record(z.string(), Ids).describe('Paths, by id'),
    findings: z
      .array(
        z
          .object({
            id: z.string(),
            standing: Finding.unwrap().shape.status,
            origins: z.int(),
            denials: z.int(),
            claims: Ids,
          })
          .readonly(),
      )
      .readonly(),
    contradictions: z.array(z.object({ id: z.string(), kind: z.string(), claims: Ids }).readonly()).readonly(),
    deals: z.array(z.object({ id: z.string(), stage: z.string().nullable(), claims: Ids }).readonly()).readonly(),
  })
  .readonly();
export type CaseSight = z.infer<typeof CaseSight>;

/** The sight of a case without anything in it. */
export const NO_SIGHT: CaseSight = {
  version: 1,
  digest: '',
  documents: {},
  findings: [],
  contradictions: [],
  deals: [],
};

/** @param digest Of all that the case was derived from. */
export const sightOf = (digest: string, made: Case): CaseSight => ({
  version: 1,
  digest,
  documents: Object.fromEntries(made.documents.map(({ id, paths }) => [id, paths])),
  findings: made.findings.map(({ id, status, origins, claims, denials }) => ({
    id,
    standing: status,
    origins: origins.length,
    denials: denials.length,
    claims: [...claims, ...denials],
  })),
  contradictions: made.contradictions.map(({ id, kind, values }) => ({
    id,
    kind,
    claims: values.flatMap(({ claims }) => claims),
  })),
  deals: made.deals.map(({ id, stage, claims }) => ({ id, stage, claims })),
});

/** Finds again what stood there before: by id, else what shares most claims. */
export const finder = <Item extends { readonly id: string; readonly claims: readonly string[] }>(
  items: readonly Item[],
): ((one: { readonly id: string; readonly claims: readonly string[] }) => Item | null) => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const byClaim = new Map<string, Item[]>();
  for (const item of items)
    for (const claim of item.claims) {
      const known = byClaim.get(claim);
      if (known === undefined) byClaim.set(claim, [item]);
      else known.push(item);
    }
  return ({ id, claims }) => {
    const same = byId.get(id);
    if (same !== undefined) return same;
    const shared = new Map<Item, number>();
    for (const claim of claims)
      for (const item of byClaim.get(claim) ?? []) shared.set(item, (shared.get(item) ?? 0) + 1);
    let best: Item | null = null;
    for (const [item, count] of shared)
      if (best === null || count > (shared.get(best) ?? 0) || (count === shared.get(best) && item.id < best.id))
        best = item;
    return best;
  };
};

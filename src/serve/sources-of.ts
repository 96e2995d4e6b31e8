import { z } from '@hono/zod-openapi';
import type { Claim } from '../model/index.ts';

/** Somebody without whom a case can be weighed. */
export const SourceMark = z
  .object({
    ask: z.string().describe('What to name it by in a request: an id, or the words for an unnamed one'),
    name: z.string(),
    kind: z.enum(['origin', 'outlet', 'named', 'unnamed']),
    origin: z.string().nullable().describe('Id, where it is an origin'),
    claims: z.int().describe('Of those handed in, how many came through it'),
  })
  .openapi('SourceMark');
export type SourceMark = z.infer<typeof SourceMark>;

interface Counted extends Omit<SourceMark, 'claims'> {
  readonly claims: Set<string>;
}

const ORDER: readonly SourceMark['kind'][] = ['origin', 'outlet', 'named', 'unnamed'];

/** Words for an unnamed source without what parts sources in an address; they are compared without it all the same. */
const askable = (words: string): string => words.replace(/[,\s]+/g, ' ').trim();

/**
 * Everybody through whom some claims came: origins first, then outlets, named speakers, unnamed ones by their words; each once, those
 * with most claims first.
 *
 * @param origins Name, and entity where it is one, of an origin by its id.
 */
export const sourcesOf = (
  claims: readonly Claim[],
  origins: ReadonlyMap<string, { readonly name: string; readonly entity: string | null }>,
): readonly SourceMark[] => {
  const found = new Map<string, Counted>();
  const byEntity = new Map<string, string>();
  const add = (key: string, mark: Omit<Counted, 'claims'>, claim: string): void => {
    const known = found.get(key) ?? { ...mark, claims: new Set<string>() };
    known.claims.add(claim);
    found.set(key, known);
  };
  for (const claim of claims)
    for (const id of claim.origins) {
      const origin = origins.get(id);
      if (origin === undefined) continue;
      if (origin.entity !== null) byEntity.set(origin.entity, id);
      byEntity.set(origin.name.toLowerCase(), id);
      add(id, { ask: id, name: origin.name, kind: 'origin', origin: id }, claim.id);
    }
  for (const claim of claims)
    for (const { name, kind, entity } of claim.chain) {
      if (kind === 'unknown' || askable(name) === '') continue;
      const origin = byEntity.get(entity ?? '') ?? byEntity.get(name.toLowerCase());
      if (origin !== undefined) {
        found.get(origin)?.claims.add(claim.id);
        continue;
      }
      const ask = entity ?? askable(name);
      add(ask.toLowerCase(), { ask, name, kind, origin: null }, claim.id);
    }
  return [...found.values()]
    .map(({ claims: own, ...mark }) => ({ ...mark, claims: own.size }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        b.claims - a.claims ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
};

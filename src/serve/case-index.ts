import { type Claim, type Contradiction, LEDGERS, type Line } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
};

/** Contradictions by the claims that stand on a side of them. */
export const contradictionsByClaim = (now: Snapshot): Promise<ReadonlyMap<string, readonly Contradiction[]>> =>
  now.work('contradictions by claim', async () => {
    const found = new Map<string, Contradiction[]>();
    for (const one of await now.list('contradictions'))
      for (const { claims } of one.values) for (const claim of claims) push(found, claim, one);
    return found;
  });

/** Rows of ledgers by the finding that weighs them. */
export const rowsByFinding = (now: Snapshot): Promise<ReadonlyMap<string, readonly Line[]>> =>
  now.work('rows by finding', async () => {
    const found = new Map<string, Line[]>();
    for (const ledger of LEDGERS)
      for (const line of await now.lines(ledger)) if (line.finding !== null) push(found, line.finding, line);
    return found;
  });

/** Lines of a list by the entities that have a part in them. */
export const linesByEntity = (
  now: Snapshot,
  list: 'ties' | 'interests' | 'findings' | 'meetings' | 'deals' | 'sanctions' | 'waivers' | 'proposals' | 'stances',
): Promise<ReadonlyMap<string, readonly Line[]>> =>
  now.work(`${list} by entity`, async () => {
    const found = new Map<string, Line[]>();
    for (const line of await now.lines(list)) for (const entity of line.entities) push(found, entity, line);
    return found;
  });

/** By id of an entity: claims of which it is the innermost speaker, those in which it has a role, and those that came through it. */
export interface EntityClaims {
  readonly said: readonly string[];
  readonly about: readonly string[];
  readonly through: readonly string[];
}

interface Found {
  readonly said: string[];
  readonly about: string[];
  readonly through: string[];
}

/** Claims by entity. A pass over all claims, once for as long as the case stays as it is. */
export const claimsByEntity = (now: Snapshot): Promise<ReadonlyMap<string, EntityClaims>> =>
  now.work('claims by entity', async () => {
    const found = new Map<string, Found>();
    const of = (entity: string): Found => {
      const known = found.get(entity) ?? { said: [], about: [], through: [] };
      found.set(entity, known);
      return known;
    };
    let count = 0;
    for await (const claim of now.view.items('claims')) {
      const [speaker, ...rest] = claim.chain;
      if (speaker?.entity != null) of(speaker.entity).said.push(claim.id);
      for (const { entity } of rest) if (entity !== null) of(entity).through.push(claim.id);
      for (const entity of entitiesOf(claim)) of(entity).about.push(claim.id);
      // Others get their turn while a large case is gone through.
      if (++count % 2000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return found;
  });

const entitiesOf = ({ roles }: Claim): ReadonlySet<string> =>
  new Set(Object.values(roles).flatMap((fillers) => fillers.flatMap(({ entity }) => entity ?? [])));

/** The finding of which each claim is, whichever way it speaks. */
export const findingByClaim = (now: Snapshot): Promise<ReadonlyMap<string, string>> =>
  now.work('finding by claim', async () => {
    const found = new Map<string, string>();
    let count = 0;
    for await (const { id, claims, denials, rejected } of now.view.items('findings')) {
      for (const claim of [...claims, ...denials, ...rejected]) found.set(claim, id);
      if (++count % 2000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return found;
  });

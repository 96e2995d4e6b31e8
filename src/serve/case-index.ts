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

/** Claims by the name that their chain starts with, and by every other name on it; names as chains have them. */
export const claimsByName = (
  now: Snapshot,
): Promise<{
  readonly said: ReadonlyMap<string, readonly string[]>;
  readonly through: ReadonlyMap<string, readonly string[]>;
}> =>
  now.work('claims by name', async () => {
    const said = new Map<string, string[]>();
    const through = new Map<string, string[]>();
    const add = (map: Map<string, string[]>, name: string, id: string): void => {
      const known = map.get(name);
      if (known === undefined) map.set(name, [id]);
      else known.push(id);
    };
    for (const { id, aside } of await now.lines('claims')) {
      const [speaker, ...rest] = (aside ?? '').split(' → ');
      if (speaker !== undefined) add(said, speaker, id);
      for (const name of new Set(rest)) add(through, name, id);
    }
    return { said, through };
  });

/** Claims by the entities that have a role in them. */
export const claimsAbout = (now: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> =>
  now.work('claims about', async () => {
    const found = new Map<string, string[]>();
    for (const { id, entities } of await now.lines('claims'))
      for (const entity of entities) {
        const known = found.get(entity);
        if (known === undefined) found.set(entity, [id]);
        else known.push(id);
      }
    return found;
  });

/** The finding of which a claim is, whichever way it speaks; null for one that is of none. */
export const findingOf = async (now: Snapshot, { id, type, document }: Claim): Promise<string | null> => {
  const near = (await now.lines('findings')).filter(({ documents }) => documents.includes(document));
  // Nearly always it is of the claim's own type.
  for (const lines of [near.filter(({ kind }) => kind === type), near.filter(({ kind }) => kind !== type)])
    for (const finding of await now.items(
      'findings',
      lines.map((line) => line.id),
    ))
      if ([finding.claims, finding.denials, finding.rejected].some((ids) => ids.includes(id))) return finding.id;
  return null;
};

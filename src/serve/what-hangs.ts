import type { Snapshot } from './case-look.ts';

/** What a decision on something would reach. */
export interface Hanging {
  readonly findings: ReadonlySet<string>;
  readonly interests: number;
}

/** What hangs on what: findings by claim and entity, interests by finding of a tie, entity and origin. */
export interface WhatHangs {
  onFindings(findings: Iterable<string>): Hanging;
  onEntities(entities: readonly string[]): Hanging;
  findingOf(claim: string): string | null;
}

const put = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
};

/** Worked out once for a case; a pass over findings and interests. */
export const whatHangs = (now: Snapshot): Promise<WhatHangs> =>
  now.work('what hangs', async () => {
    const ofClaim = new Map<string, string>();
    for (const { id, claims, denials } of await now.list('findings'))
      for (const claim of [...claims, ...denials]) ofClaim.set(claim, id);
    const findingOfTie = new Map((await now.lines('ties')).map(({ id, finding }) => [id, finding]));
    const interestsOfFinding = new Map<string, Set<string>>();
    for await (const { id, path, against } of now.view.items('interests')) {
      for (const { tie } of path) {
        const finding = findingOfTie.get(tie);
        if (finding !== null && finding !== undefined) put(interestsOfFinding, finding, id);
      }
      for (const claim of against) put(interestsOfFinding, ofClaim.get(claim) ?? '', id);
    }
    const findingsOfEntity = new Map<string, Set<string>>();
    for (const { id, entities } of await now.lines('findings'))
      for (const entity of entities) put(findingsOfEntity, entity, id);
    const interestsOfEntity = new Map<string, Set<string>>();
    for (const { id, entities } of await now.lines('interests'))
      for (const entity of entities) put(interestsOfEntity, entity, id);
    const count = (map: ReadonlyMap<string, ReadonlySet<string>>, keys: Iterable<string>): number => {
      const found = new Set<string>();
      for (const key of keys) for (const one of map.get(key) ?? []) found.add(one);
      return found.size;
    };
    return {
      findingOf: (claim) => ofClaim.get(claim) ?? null,
      onFindings: (findings) => {
        const all = new Set(findings);
        return { findings: all, interests: count(interestsOfFinding, all) };
      },
      // Of two, what names either: all of it would be told of somebody else.
      onEntities: (entities) => ({
        findings: new Set(entities.flatMap((entity) => [...(findingsOfEntity.get(entity) ?? [])])),
        interests: count(interestsOfEntity, entities),
      }),
    };
  });

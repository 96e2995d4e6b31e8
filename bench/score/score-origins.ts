import type { Claim } from '../../src/model/index.ts';
import type { Answers } from './answers.ts';
import { fold, type Ground, type Score } from './ground.ts';

/** Pairs of documents that share an origin, as known and as told; `told` by file name, ids of its own. */
export const scoreOrigins = (answers: Answers, told: ReadonlyMap<string, readonly string[]>): Score => {
  const known = new Map(answers.documents.map((document) => [document.path, document.origins]));
  const names = [...known.keys()];
  const share = (map: ReadonlyMap<string, readonly string[]>, a: string, b: string): boolean =>
    (map.get(a) ?? []).some((origin) => map.get(b)?.includes(origin));
  let gold = 0;
  let found = 0;
  let made = 0;
  const shortfalls: string[] = [];
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      const should = share(known, a, b);
      const does = share(told, a, b);
      if (should) gold++;
      if (does) made++;
      if (should && does) found++;
      if (should !== does) shortfalls.push(`${should ? 'apart' : 'joined'}: ${a} and ${b}`);
    }
  }
  return { kind: 'origins (pairs of documents)', known: gold, found, made, right: found, shortfalls };
};

/**
 * Origins of single claims that were found in the text: those known and those told, one by one. An origin of the case is one
 * of the answers when it bears its name, or a name of the entity that bears its name.
 */
export const scoreClaimOrigins = (ground: Ground, pairs: ReadonlyMap<string, Claim>): Score => {
  const { answers } = ground;
  const known = new Map(
    answers.origins.map(({ id, name }) => {
      const bearers = answers.entities.filter((entity) =>
        [entity.name, ...entity.names.map((one) => one.text)].some((other) => fold(other) === fold(name)),
      );
      const names = [name, ...bearers.flatMap((entity) => [entity.name, ...entity.names.map((one) => one.text)])];
      return [id, new Set(names.map(fold))] as const;
    }),
  );
  const entities = new Map(ground.case.entities.map((entity) => [entity.id, entity]));
  const names = new Map(
    ground.case.origins.map(({ id, name, entity }) => {
      const bearer = entity === null ? undefined : entities.get(entity);
      return [id, [name, ...(bearer?.names ?? []).map(({ text }) => text)].map(fold)] as const;
    }),
  );
  const isSame = (wanted: string, told: string): boolean =>
    (names.get(told) ?? []).some((name) => known.get(wanted)?.has(name));
  let gold = 0;
  let found = 0;
  let made = 0;
  let right = 0;
  const shortfalls: string[] = [];
  for (const claim of answers.claims ?? []) {
    const told = pairs.get(claim.id)?.origins;
    if (told === undefined) continue;
    const missing = claim.origins.filter((origin) => !told.some((id) => isSame(origin, id)));
    const wrong = told.filter((id) => !claim.origins.some((origin) => isSame(origin, id)));
    gold += claim.origins.length;
    found += claim.origins.length - missing.length;
    made += told.length;
    right += told.length - wrong.length;
    if (missing.length + wrong.length > 0) {
      const said = wrong.map((id) => names.get(id)?.[0] ?? id);
      shortfalls.push(
        `${claim.document}: ${claim.id}: missed ${missing.join(', ') || 'none'}; wrong ${said.join(', ') || 'none'}: ${claim.quote.slice(0, 70)}`,
      );
    }
  }
  return { kind: 'origins of claims that were read', known: gold, found, made, right, shortfalls };
};

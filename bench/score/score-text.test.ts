import { describe, expect, it } from 'vitest';
import type { Case, Entity, Reading } from '../../src/model/index.ts';
import { weigh } from '../../src/weigh/index.ts';
import { type Ground, matchEntities, type Score } from './ground.ts';
import { ANSWERS, inventedDocuments } from './invented-answers.ts';
import { knownCase } from './known-case.ts';
import { matchClaims, outcomeOfText, scoreClaimsRead } from './match-claims.ts';
import { scoreEntities } from './score-entities.ts';
import { scoreKnown } from './score-known.ts';
import { scoreClaimOrigins } from './score-origins.ts';

/** A case as if it had been read: that of the answers, changed as a test wants it. */
const groundOf = async (change: (made: Case) => Case): Promise<Ground> => {
  const documents = await inventedDocuments();
  const { resolved } = knownCase(ANSWERS, documents);
  const { claims, contradictions } = weigh(resolved);
  const made = change({ ...resolved, claims, contradictions } as unknown as Case);
  // Every name of the texts is read, but "Tull" nowhere.
  const readings = documents.map((document) => ({
    document: { id: document.id },
    mentions: ['Oda Brill', 'Brill', 'Janek Tull', 'Quell'].flatMap((name) => {
      const start = document.text.indexOf(name);
      const end = start + name.length;
      return start < 0 ? [] : [{ form: 'name', start, end, head: [start, end] }];
    }),
  })) as unknown as readonly Reading[];
  return { answers: ANSWERS, case: made, documents, readings };
};
const counts = (scores: readonly Score[], kind: string): readonly (number | null)[] => {
  const score = scores.find((line) => line.kind === kind);
  if (score === undefined) throw new Error(`no line ${kind}`);
  return [score.known, score.found, score.made, score.right];
};
const entities = (ground: Ground): readonly Score[] => scoreEntities(ground, matchEntities(ground));
const without = (entity: Entity, text: string): Entity => ({
  ...entity,
  names: entity.names.filter((name) => name.text !== text),
});

describe('scoreEntities', () => {
  it('gives full marks where every name is with its bearer', async () => {
    const scores = entities(await groundOf((made) => made));
    expect(counts(scores, 'people and bodies')).toEqual([2, 2, 2, 2]);
    expect(counts(scores, 'names gathered')).toEqual([4, 4, null, null]);
    expect(counts(scores, 'names in documents, B³')).toEqual([16, 16, 16, 16]);
    expect(counts(scores, 'entities that mix two')).toEqual([0, 0, null, null]);
  });

  it('asks only for names that were read, where it says so', async () => {
    const scores = entities(
      await groundOf((made) => ({ ...made, entities: made.entities.map((entity) => without(entity, 'Tull')) })),
    );
    expect(counts(scores, 'names gathered')).toEqual([4, 3, null, null]);
    expect(counts(scores, 'names gathered, of those read as a name')).toEqual([3, 3, null, null]);
  });

  it('counts two people under one entity as mixed, and as half right in B³', async () => {
    const scores = entities(
      await groundOf((made) => {
        const [first, second, ...rest] = made.entities;
        if (first === undefined || second === undefined) throw new Error('entities are missing');
        return { ...made, entities: [{ ...first, names: [...first.names, ...second.names] }, ...rest] };
      }),
    );
    expect(counts(scores, 'entities that mix two')).toEqual([0, 1, null, null]);
    expect(counts(scores, 'names in documents, B³')).toEqual([16, 16, 16, 8]);
  });
});

describe('matchClaims', () => {
  it('pairs a claim that stands on the same words and tells of the same people', async () => {
    const ground = await groundOf((made) => made);
    const pairs = matchClaims(ground);
    expect([...pairs].map(([id, claim]) => [id, claim.id])).toEqual([
      ['c1', 'c1'],
      ['c2', 'c2'],
      ['c3', 'c3'],
      ['c4', 'c4'],
    ]);
    const scores = scoreKnown(ANSWERS, outcomeOfText(ground, pairs));
    expect(counts(scores, 'events: pairs of claims of one thing')).toEqual([6, 6, 6, 6]);
    expect(counts([scoreClaimOrigins(ground, pairs)], 'origins of claims that were read')).toEqual([4, 4, 4, 4]);
  });

  it('pairs nothing with a claim of another type on the same words', async () => {
    const ground = await groundOf((made) => ({
      ...made,
      claims: made.claims.map((claim) => (claim.id === 'c2' ? { ...claim, type: 'stance' } : claim)),
    }));
    expect(counts([scoreClaimsRead(ground, matchClaims(ground))], 'claims read')).toEqual([4, 3, 4, 3]);
  });
});

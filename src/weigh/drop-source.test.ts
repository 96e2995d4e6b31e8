import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft } from '../../tests/build-resolved.ts';
import type { ChainLink, Origin, Resolved } from '../model/index.ts';
import { dropSources, findSource, weigh } from './index.ts';

const met = (document: string, thing: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'meeting',
  thing,
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  ...more,
});

const outlet = (name: string): ChainLink => ({ name, kind: 'outlet', entity: null, descriptors: [] });

const origin = (id: string, documents: readonly string[]): Origin => ({
  id,
  name: id,
  kind: 'outlet',
  entity: null,
  documents,
  form: 'stated',
  sourceReliability: null,
  reasons: [],
  evidence: [],
});

/** The Quay has its own and a story that the Gull passes on; the Gull has its own; Lena Varga speaks to both. */
const PILE: Resolved = {
  ...buildResolved({
    claims: [
      met('The Quay', 'spring'),
      met('The Gull', 'spring'),
      met('The Quay', 'autumn'),
      met('The Gull', 'autumn', { origins: ['The Quay'], chain: [outlet('The Quay'), outlet('The Gull')] }),
      met('The Gull', 'winter', { said: 'Lena Varga' }),
      met('The Quay', 'winter', { polarity: 'negative' }),
      met('The Gull', 'summer', { origins: ['The Gull', 'The Quay'] }),
    ],
    entities: { 'Lena Varga': {} },
  }),
  origins: [origin('The Gull', ['The Gull']), origin('The Quay', ['The Gull', 'The Quay'])],
};

const without = (...names: readonly string[]): Resolved =>
  dropSources(
    PILE,
    names.map((name) => findSource(PILE, name)),
  );
const standing = (resolved: Resolved): Readonly<Record<string, string>> =>
  Object.fromEntries(weigh(resolved).findings.map(({ event, status }) => [event ?? '', status]));

describe('a case without a source (W33)', () => {
  it('stands as it does with all of them', () => {
    expect(standing(PILE)).toEqual({
      autumn: 'single-origin',
      spring: 'corroborated',
      summer: 'corroborated',
      winter: 'disputed',
    });
  });

  it('loses what rests on the source alone, also where another passes it on', () => {
    expect(standing(without('The Quay'))).toEqual({
      spring: 'single-origin',
      summer: 'single-origin',
      winter: 'single-origin',
    });
  });

  it('loses what an outlet printed, whomever it cites', () => {
    expect(standing(without('The Gull'))).toEqual({
      autumn: 'single-origin',
      spring: 'single-origin',
      winter: 'denied',
    });
  });

  it('loses what a named speaker said, and nothing else', () => {
    expect(standing(without('Lena Varga'))).toEqual({ ...standing(PILE), winter: 'denied' });
  });

  it('loses what an unnamed source said, by its words', () => {
    const chain = [
      { name: 'two officials', kind: 'unnamed' as const, entity: null, descriptors: [] },
      outlet('The Quay'),
    ];
    const resolved = buildResolved({ claims: [met('The Quay', 'spring', { chain }), met('The Quay', 'autumn')] });
    const source = findSource(resolved, 'Two Officials');
    expect(source).toMatchObject({ origins: [], entities: [], documents: [], words: ['two officials'] });
    expect(dropSources(resolved, [source]).claims.map(({ event }) => event)).toEqual(['autumn']);
  });

  it('finds a source by name whatever its case, and nothing by another name', () => {
    expect(findSource(PILE, 'the quay')).toMatchObject({ origins: ['The Quay'], documents: ['The Quay'] });
    expect(findSource(PILE, 'The Heron')).toMatchObject({ origins: [], entities: [], documents: [] });
    expect(without('The Heron')).toBe(PILE);
  });

  it('drops a source twice as once, and several in any order', () => {
    const once = without('The Quay');
    expect(dropSources(once, [findSource(PILE, 'The Quay')])).toEqual(once);
    expect(without('The Quay', 'The Quay')).toEqual(once);
    expect(without('Lena Varga', 'The Quay')).toEqual(without('The Quay', 'Lena Varga'));
    expect(dropSources(without('Lena Varga'), [findSource(PILE, 'The Quay')])).toEqual(
      without('Lena Varga', 'The Quay'),
    );
  });

  it('leaves nothing without every source', () => {
    expect(weigh(without('The Quay', 'The Gull')).findings).toEqual([]);
  });

  it('takes cells of hypotheses along with their claims', () => {
    const cell = { claims: ['claim-00', 'claim-01'], value: 'I' as const, reason: 'D9', decisions: ['decision-2'] };
    const resolved: Resolved = { ...PILE, suppositions: [{ id: 'decision-1', text: 'So', by: 'Ada', cells: [cell] }] };
    const left = dropSources(resolved, [findSource(resolved, 'The Quay')]);
    expect(left.suppositions[0]?.cells).toEqual([{ ...cell, claims: ['claim-01'] }]);
    expect(weigh(resolved).hypotheses[0]?.inconsistency).toBe(2);
    expect(weigh(left).hypotheses[0]?.inconsistency).toBe(1);
  });

  it('changes nothing in what it was given', () => {
    const before = JSON.stringify(PILE);
    without('The Quay');
    expect(JSON.stringify(PILE)).toBe(before);
  });
});

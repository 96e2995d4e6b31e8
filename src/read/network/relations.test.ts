import { describe, expect, it } from 'vitest';
import type { Rows } from './decode.ts';
import type { Labels } from './labels.ts';
import type { WindowScores } from './network.ts';
import { type Entity, kindOf, Relations } from './relations.ts';
import type { Gauge } from './settings.ts';

const gauge: Gauge = { confidence: (raw) => raw, least: 0.5, leastLogit: 0 };
/** One number wide: what an entity brings as subject, as object, and what stands between are added. */
const labels = (scheme: 'defence' | 'knowledge' | 'companies', label: string): Labels['relations'] => {
  const only = <T>(value: T, none: T) => ({
    defence: scheme === 'defence' ? value : none,
    general: none,
    knowledge: scheme === 'knowledge' ? value : none,
    companies: scheme === 'companies' ? value : none,
  });
  return {
    width: 1,
    distance: Array.from({ length: 33 }, () => [0]),
    labels: only([label], []),
    weight: only([[1]], []),
    bias: only([-1.5], []),
  };
};
const rows = (width: number, values: readonly number[]): Rows => ({ data: Float32Array.from(values), width, base: 0 });
const scores = (subjects: readonly number[], objects: readonly number[], between: readonly number[]): WindowScores =>
  ({
    relationFirst: rows(
      2,
      subjects.flatMap((subject, k) => [subject, objects[k] ?? 0]),
    ),
    relationLast: rows(
      2,
      subjects.flatMap(() => [0, 0]),
    ),
    relationBetween: rows(1, between),
  }) as unknown as WindowScores;
const entity = (row: number, isPerson = false, isOwn = true): Entity => ({
  first: row,
  end: row + 1,
  firstRow: row,
  lastRow: row,
  isPerson,
  isOwn,
});

const ask = (scheme: 'defence' | 'knowledge' | 'companies', label: string, entities: readonly Entity[]) =>
  new Relations(labels(scheme, label), () => gauge, kindOf)
    .find(scores([2, 0, 0, 0], [0, 0, 0, 2], [0, 0, 0, 0]), 4, entities)
    .map(({ one, two, kind }) => [one.first, kind, two.first]);

describe('Relations', () => {
  it('asks each pair in both directions', () => {
    expect(ask('defence', 'CommWith', [entity(0), entity(3)])).toEqual([[0, 'meets', 3]]);
  });

  it('turns what a corpus says the other way', () => {
    expect(ask('knowledge', 'CEO', [entity(0), entity(3, true)])).toEqual([[3, 'leads', 0]]);
    expect(ask('companies', 'acquired_by', [entity(0), entity(3)])).toEqual([[3, 'owns', 0]]);
    expect(ask('companies', 'shareholder_of', [entity(0), entity(3)])).toEqual([[0, 'owns', 3]]);
  });

  it('takes a marriage between people alone, and no person for a part of a company', () => {
    expect(ask('knowledge', 'SPOUSE', [entity(0, true), entity(3, true)])).toEqual([[0, 'family', 3]]);
    expect(ask('knowledge', 'SPOUSE', [entity(0), entity(3, true)])).toEqual([]);
    expect(ask('knowledge', 'CEO', [entity(0), entity(3)])).toEqual([]);
    expect(ask('companies', 'subsidiary_of', [entity(0, true), entity(3)])).toEqual([]);
  });

  it('says of a person that it works for what it belongs to', () => {
    expect(ask('defence', 'BelongsTo', [entity(0, true), entity(3)])).toEqual([[0, 'worksFor', 3]]);
    expect(ask('defence', 'BelongsTo', [entity(0), entity(3)])).toEqual([[0, 'partOf', 3]]);
  });

  it('finds nothing for a label that has no meaning here, for one entity, or for what another window answers for', () => {
    expect(ask('knowledge', 'NATIONALITY', [entity(0), entity(3)])).toEqual([]);
    expect(ask('defence', 'CommWith', [entity(0)])).toEqual([]);
    expect(ask('defence', 'CommWith', [entity(0, false, false), entity(3)])).toEqual([]);
  });

  it('adds the mean of what stands between the two', () => {
    const relations = new Relations(labels('defence', 'CommWith'), () => gauge, kindOf);
    const found = relations.find(scores([1, 0, 0, 0], [0, 0, 0, 0], [9, 1.5, 0.5, 9]), 4, [entity(0), entity(3)]);
    // 1 + (1.5 + 0.5) / 2 = 2, bent to 1.9545, less 1.5.
    expect(found[0]?.confidence).toBeCloseTo(1 / (1 + Math.exp(-0.4545)), 3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Deal, Interest, Sanction } from '../model/index.ts';
import { type DealOutlook, type Supposable, suppose } from './index.ts';

const quote = (word: string) => [{ document: 'a', start: 0, end: word.length, quote: word }];

const condition = (id: string, deals: readonly string[], more: Partial<Condition> = {}): Condition => ({
  id,
  text: id,
  wordings: [id],
  form: 'stated',
  deals,
  rows: [],
  dependents: [],
  by: [],
  needs: [],
  links: [],
  status: 'open',
  reasons: [],
  claims: [],
  evidence: quote(id),
  ...more,
});

const needs = (...ids: readonly string[]): Pick<Condition, 'links' | 'needs'> => ({
  needs: ids,
  links: ids.map((to) => ({ to, kind: 'needs', reasons: [], evidence: quote(`needs ${to}`) })),
});
const denotes = (to: string): Pick<Condition, 'links' | 'needs'> => ({
  needs: [to],
  links: [{ to, kind: 'denotes', reasons: [], evidence: quote(`denotes ${to}`) }],
});

const deal = (id: string, conditions: readonly Condition[], more: Partial<Deal> = {}): Deal => ({
  id,
  parties: [`party of ${id}`],
  asset: 'a field',
  assetEntity: null,
  kind: 'stake',
  stage: 'in talks',
  stages: [],
  amount: null,
  amounts: [],
  gains: [`party of ${id}`],
  denials: [],
  conditions: conditions
    .filter(({ deals }) => deals.includes(id))
    .map(({ id: own, text, form, evidence }) => ({ id: own, text, form, on: null, evidence })),
  claims: [],
  finding: null,
  evidence: quote(id),
  ...more,
});

const made = (conditions: readonly Condition[], deals: readonly Deal[]): Supposable => ({
  conditions,
  deals,
  sanctions: [],
  interests: [],
});

const relief = condition('relief', ['sale'], needs('peace'));
const peace = condition('peace', ['lease']);
const chain = [relief, peace];
const CHAIN = made(chain, [deal('sale', chain), deal('lease', chain)]);

const changes = (deals: readonly DealOutlook[]): Record<string, string> =>
  Object.fromEntries(deals.map(({ deal: id, change }) => [id, change]));

describe('suppose', () => {
  it('opens a deal when all that it hangs on holds, and brings nothing else about', () => {
    const { deals, steps, gains } = suppose(CHAIN, { holds: ['peace'], fails: [] });
    expect(changes(deals)).toEqual({ lease: 'opens', sale: 'stays' });
    expect(deals.find(({ deal: id }) => id === 'sale')).toMatchObject({ after: 'waiting', open: ['relief'] });
    expect(steps.map((step) => [step.condition, step.becomes, step.because])).toEqual([
      ['peace', 'holds', null],
      ['relief', 'nearer', ['peace']],
    ]);
    expect(gains).toEqual([{ who: 'party of lease', kind: 'deal', row: 'lease', evidence: quote('lease') }]);
  });

  it('closes whatever hangs on what fails, each step with its quote', () => {
    const { deals, steps } = suppose(CHAIN, { holds: [], fails: ['peace'] });
    expect(changes(deals)).toEqual({ lease: 'closes', sale: 'closes' });
    expect(steps.map(({ condition: id, because, evidence }) => [id, because, evidence[0]?.quote])).toEqual([
      ['peace', null, 'peace'],
      ['relief', ['peace'], 'needs peace'],
    ]);
  });

  it('lets what is supposed, or told, to hold stand though what it hangs on fails', () => {
    expect(changes(suppose(CHAIN, { holds: ['relief'], fails: ['peace'] }).deals)).toEqual({
      lease: 'closes',
      sale: 'opens',
    });
    const told = [{ ...relief, status: 'holds' as const }, peace];
    const { deals } = suppose(made(told, [deal('sale', told)]), { holds: [], fails: ['peace'] });
    expect(deals).toMatchObject([{ before: 'free', after: 'free', change: 'stays' }]);
  });

  it('leaves a deal that is done or dropped as it is', () => {
    const { deals } = suppose(made(chain, [deal('sale', chain, { stage: 'done' })]), { holds: [], fails: ['peace'] });
    expect(deals).toMatchObject([{ after: 'over', change: 'stays' }]);
  });

  it('lets those who are under sanctions gain by their end, and gives the paths to who gains from the deal', () => {
    const lifted = condition('relief', ['sale'], denotes('sanction'));
    const sanctions = [{ id: 'sanction', target: 'Azotna' } as Sanction];
    const interests = [
      { id: 'path', deal: 'sale' },
      { id: 'other', deal: 'lease' },
    ] as unknown as readonly Interest[];
    const found = suppose(
      { ...made([lifted], [deal('sale', [lifted])]), sanctions, interests },
      { holds: ['relief'], fails: [] },
    );
    expect(found.gains.map(({ who, kind }) => [who, kind])).toEqual([
      ['Azotna', 'relief'],
      ['party of sale', 'deal'],
    ]);
    expect(found.interests.map(({ id }) => id)).toEqual(['path']);
  });

  it('fails what denotes a deal that closes', () => {
    const bid = condition('the bid succeeds', ['lease'], denotes('sale'));
    const all = [relief, peace, bid];
    const { deals, steps } = suppose(made(all, [deal('sale', all), deal('lease', all)]), {
      holds: [],
      fails: ['relief'],
    });
    expect(changes(deals)).toEqual({ lease: 'closes', sale: 'closes' });
    expect(steps.at(-1)).toMatchObject({ condition: 'the bid succeeds', because: ['sale'] });
  });

  it('changes nothing when nothing, or nothing of the case, is supposed', () => {
    for (const holds of [[], ['nobody knows']])
      expect(suppose(CHAIN, { holds, fails: [] })).toMatchObject({ steps: [], gains: [], interests: [] });
  });
});

/** Any graph, circles included, of up to eight conditions and four deals. */
const graphs = fc
  .record({
    conditions: fc.array(
      fc.record({
        deals: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
        needs: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
        denotes: fc.option(fc.nat(3), { nil: null, freq: 3 }),
        status: fc.constantFrom('open' as const, 'open' as const, 'holds' as const, 'fails' as const),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    stages: fc.array(fc.constantFrom('in talks' as const, 'agreed' as const, 'done' as const), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map(({ conditions, stages }): Supposable => {
    const all = conditions.map(({ deals, needs: lower, denotes: row, status }, at) => {
      const links = [...needs(...lower.filter((one) => one < conditions.length).map((one) => `c${one}`)).links];
      if (row !== null) links.push(...denotes(`d${row}`).links);
      return condition(
        `c${at}`,
        deals.map((one) => `d${one}`),
        { links, needs: links.map(({ to }) => to), status },
      );
    });
    return made(
      all,
      stages.map((stage, at) => deal(`d${at}`, all, { stage })),
    );
  });
const some = fc.uniqueArray(fc.nat(7), { maxLength: 4 }).map((list) => list.map((at) => `c${at}`));
const one = fc.nat(7).map((at) => `c${at}`);

describe('suppose, whatever the graph', () => {
  const states = (graph: Supposable, holds: readonly string[], fails: readonly string[]): ReadonlyMap<string, string> =>
    new Map(suppose(graph, { holds, fails }).deals.map((outlook) => [outlook.deal, outlook.after]));

  it('never closes a deal by one more that holds', () => {
    fc.assert(
      fc.property(graphs, some, some, one, (graph, holds, fails, more) => {
        const without = states(graph, holds, fails);
        for (const [id, state] of states(graph, [...holds, more], fails)) {
          if (state === 'blocked') expect(without.get(id)).toBe('blocked');
          if (without.get(id) === 'free') expect(state).toBe('free');
        }
      }),
    );
  });

  it('never opens a deal by one more that fails', () => {
    fc.assert(
      fc.property(graphs, some, some, one, (graph, holds, fails, more) => {
        const without = states(graph, holds, fails);
        for (const [id, state] of states(graph, holds, [...fails, more])) {
          if (state === 'free') expect(without.get(id)).toBe('free');
          if (without.get(id) === 'blocked') expect(state).toBe('blocked');
        }
      }),
    );
  });

  it('does not depend on the order of what is supposed, and gives every step a quote', () => {
    fc.assert(
      fc.property(graphs, some, some, (graph, holds, fails) => {
        const found = suppose(graph, { holds, fails });
        expect(suppose(graph, { holds: holds.toReversed(), fails: fails.toReversed() })).toEqual(found);
        for (const { evidence } of [...found.steps, ...found.deals, ...found.gains]) expect(evidence).not.toEqual([]);
      }),
    );
  });
});

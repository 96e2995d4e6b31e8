import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft } from '../tests/build-resolved.ts';
import type { CaseView } from './backchannel.ts';
import { caseOf } from './build-case.ts';
import { CASE_LISTS, type Case } from './model/index.ts';
import { whatIfSupposed } from './what-if.ts';

const deal = (thing: string, asset: string, on: string): ClaimDraft => ({
  in: thing === 'deal-1' ? 'a' : 'b',
  type: 'deal',
  thing,
  roles: { party: ['Azotna', 'Kelmar'], asset: [`~${asset}`] },
  properties: { stage: 'in talks' },
  on: [on],
});

const made = caseOf(
  buildResolved({
    claims: [
      deal('deal-1', 'a stake in the Brask field', 'the sanctions on Azotna are lifted'),
      deal('deal-2', 'the lease of a pier', 'the harbour council votes for the lease'),
    ],
    entities: { Azotna: { type: 'organization' }, Kelmar: { type: 'organization' } },
  }),
);

const viewOf = (whole: Case): CaseView => ({
  counts: async () =>
    Object.fromEntries(CASE_LISTS.map((list) => [list, whole[list].length])) as Awaited<ReturnType<CaseView['counts']>>,
  items: async function* (list) {
    yield* whole[list] as readonly Case[typeof list][number][];
  },
  item: async (list, id) => (whole[list] as readonly Case[typeof list][number][]).find((one) => one.id === id) ?? null,
});

const suppose = async (holds: readonly string[], fails: readonly string[] = [], without: readonly string[] = []) =>
  whatIfSupposed(viewOf(made), { holds, fails }, without);

describe('whatIfSupposed', () => {
  const [one] = made.conditions.filter(({ text }) => text.includes('sanctions'));

  it('finds a condition by id, by the beginning of an id and by words', async () => {
    const id = one?.id ?? '';
    for (const wanted of [
      id,
      id.slice(0, 14),
      id.slice(10, 16),
      'sanctions lifted',
      'The sanctions on Azotna are lifted',
    ])
      expect((await suppose([wanted])).suppositions.holds).toEqual([id]);
    const { supposed } = await suppose([id]);
    expect(supposed.deals.map(({ deal: row, change }) => [row, change])).toEqual([
      ['deal-1', 'opens'],
      ['deal-2', 'stays'],
    ]);
  });

  it('says what there is when none, or several, are meant', async () => {
    await expect(suppose(['a rise in tolls'])).rejects.toMatchObject({
      code: 'what-if/no-condition',
      message: 'Expected one condition of the case, found none for “a rise in tolls”.',
      next: 'See what there is: backchannel whatif FILE',
    });
    await expect(suppose(['the'])).rejects.toMatchObject({
      message: 'Expected one condition of the case, found 2 for “the”.',
      next: expect.stringContaining('Say which: condition-'),
    });
  });

  it('refuses to suppose the same to hold and to fail', async () => {
    await expect(suppose(['sanctions'], ['sanctions'])).rejects.toMatchObject({ code: 'what-if/both' });
  });

  it('supposes of a case without some sources, and of nothing', async () => {
    const { made: left, supposed } = await suppose(['sanctions'], [], ['b']);
    expect(left.deals.map(({ id }) => id)).toEqual(['deal-1']);
    expect(supposed.deals).toMatchObject([{ change: 'opens' }]);
    expect((await suppose([])).supposed.steps).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { smallDesk } from '../../../tests/desk/small-desk.ts';
import { type ContingencyAnswer, contingencyRoutes, type SupposedAnswer } from './contingency.ts';

const quote = (words: string) => ({ document: 'doc-00000001', start: 0, end: words.length, quote: words });
const condition = (id: string, text: string, more: object = {}) => ({
  ...{ id, text, wordings: [text], form: 'stated', deals: [], rows: [], dependents: [], by: [], needs: [], links: [] },
  ...{ status: 'open', reasons: [], claims: [], evidence: [quote(text)], ...more },
});
const deal = (id: string, asset: string, who: string, on: readonly string[]) => ({
  ...{ id, claims: [], finding: null, evidence: [quote(asset)], parties: [who], asset, assetEntity: null, kind: null },
  ...{ stage: 'in talks', stages: [], amount: null, amounts: [], gains: [who], denials: [] },
  conditions: on.map((one) => ({ id: one, text: one, form: 'stated', on: null, evidence: [quote(one)] })),
});
const entity = (id: string, name: string) => ({
  ...{ id, type: 'organization', name, names: [], descriptions: [], roles: [], evidence: [] },
});
const [SIGNED, LIFTED, BACK] = ['condition-00000001', 'condition-00000002', 'condition-00000003'];
const [STAKE, PIER] = ['deal-00000001', 'deal-00000002'];

const LISTS = {
  entities: [entity('entity-00000001', 'Ardmoor Gas'), entity('entity-00000002', 'Vell Lines')],
  deals: [
    deal(STAKE, 'a stake', 'entity-00000001', [SIGNED, LIFTED]),
    deal(PIER, 'a pier', 'entity-00000002', [LIFTED]),
    deal('deal-00000003', 'a ship', 'entity-00000002', []),
  ],
  conditions: [
    condition(SIGNED, 'a treaty is signed', {
      deals: [STAKE],
      needs: [BACK],
      links: [{ to: BACK, kind: 'needs', reasons: [], evidence: [quote('not before')] }],
    }),
    condition(LIFTED, 'sanctions are lifted', { deals: [STAKE, PIER] }),
    condition(BACK, 'the boats are back'),
  ],
};

describe('what hangs on what, over the API', () => {
  let desk: Awaited<ReturnType<typeof smallDesk>>;
  beforeAll(async () => {
    desk = await smallDesk(contingencyRoutes, LISTS);
  });
  const suppose = (holds: readonly string[], fails: readonly string[] = []): Promise<SupposedAnswer> =>
    desk.post<SupposedAnswer>('/suppose', { holds, fails });

  it('draws conditions left of their deals, and who gains right of them', async () => {
    const { picture, hanging, free, boxes } = await desk.get<ContingencyAnswer>('/contingency?width=1120');
    expect({ hanging, free, boxes: boxes.length }).toEqual({ hanging: 2, free: 1, boxes: 7 });
    const x = new Map(picture?.boxes.map((box) => [box.id, box.x]));
    const order = [BACK, SIGNED, STAKE, 'entity-00000001'].map((id) => x.get(id) ?? Number.NaN);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(4);
    expect(x.get(LIFTED)).toBe(x.get(SIGNED));
    for (const box of picture?.boxes ?? []) expect(box.x + (picture?.boxWidth ?? 0)).toBeLessThanOrEqual(1120);
    expect(picture?.paths).toHaveLength(6);
  });

  it('shows one deal alone when it is asked for', async () => {
    const { deals, boxes, picks } = await desk.get<ContingencyAnswer>(`/contingency?deal=${PIER}`);
    expect(deals).toEqual([PIER]);
    expect(boxes.map(({ id }) => id).sort()).toEqual([LIFTED, PIER, 'entity-00000002'].sort());
    expect(picks).toHaveLength(2);
  });

  it('says which deals open when something holds, who gains, and where that is told', async () => {
    const { counts, deals, gains, steps } = await suppose([LIFTED]);
    expect(counts).toEqual({ opens: 1, closes: 0, stays: 1 });
    expect(deals[0]).toMatchObject({ deal: { id: PIER }, before: 'waiting', after: 'free', change: 'opens' });
    expect(deals[1]?.open.map(({ text }) => text)).toEqual(['A treaty is signed']);
    expect(gains.map(({ who, row }) => [who.text, row.id])).toEqual([['Vell Lines', PIER]]);
    expect(steps[0]).toMatchObject({ because: null, becomes: 'holds', condition: { id: LIFTED } });
    expect(steps[0]?.evidence[0]?.quote).toBe('sanctions are lifted');
  });

  it('carries a failure on to all that hangs on it, and says because of what', async () => {
    const { counts, conditions, steps } = await suppose([], [BACK]);
    expect(counts).toEqual({ opens: 0, closes: 1, stays: 1 });
    expect(conditions).toEqual({ [BACK]: 'fails', [SIGNED]: 'fails' });
    expect(steps.find((step) => step.condition.id === SIGNED)?.because?.map(({ id }) => id)).toEqual([BACK]);
    expect((await suppose([BACK])).conditions[SIGNED]).toBe('nearer');
  });

  it('supposes nothing of what is none of the case, and refuses what is no list', async () => {
    expect(await suppose(['condition-99999999'])).toMatchObject({
      holds: [],
      counts: { opens: 0, closes: 0, stays: 2 },
    });
    const answer = await desk.ask('/suppose', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"holds":"all"}',
    });
    expect(answer.status).toBe(422);
  });
});

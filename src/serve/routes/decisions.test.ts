import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { DecisionAnswer, JournalPage } from './decisions.ts';
import type { ItemAnswer } from './lines.ts';

interface Rows {
  readonly items: readonly { readonly id: string; readonly text: string; readonly weight: number | null }[];
}

describe('decisions over the API', () => {
  let example: ExampleDesk;
  let at = 0;

  beforeAll(async () => {
    // Each decision a second later: the journal is ordered by time.
    example = await exampleDesk(undefined, () => new Date(Date.UTC(2031, 5, 1) + 1000 * at++));
  }, 120_000);
  afterAll(() => example.close());

  const heaviest = async (): Promise<Rows['items'][number]> => {
    const { items } = await example.get<Rows>('/lines/findings?sort=weight&order=down&limit=1');
    const [first] = items;
    if (first === undefined) throw new Error('Expected findings in the example.');
    return first;
  };

  it('takes a decision at once, tells the pages when the case knows it, and takes it back', async () => {
    const { id, text } = await heaviest();
    const renewed = example.renewed();
    const { entry, isNew, pending } = await example.post<DecisionAnswer>('/decisions', {
      kind: 'reject',
      about: [id],
      why: 'a slip of the reader',
    });
    expect({ isNew, pending, state: entry.state, by: entry.by, why: entry.why }).toEqual({
      isNew: true,
      pending: 1,
      state: 'pending',
      by: 'Ada',
      why: 'a slip of the reader',
    });
    expect((await example.get<JournalPage>(`/journal?about=${id}`)).items.map((one) => one.id)).toEqual([entry.id]);
    await renewed;
    const [standing] = (await example.get<JournalPage>('/journal')).items;
    expect(standing).toMatchObject({ id: entry.id, state: 'standing' });
    expect(standing?.about.some((one) => one.list === 'claims' && one.text !== '')).toBe(true);
    const claim = standing?.about[0]?.id ?? '';
    const item = await example.get<ItemAnswer>(`/claims/${claim}`);
    expect(item.line?.judged).toBe('negative');

    const again = example.renewed();
    const undone = await example.post<DecisionAnswer>(`/decisions/${entry.id}/undo`, {});
    expect(undone.entry).toMatchObject({ kind: 'undo', state: 'pending' });
    expect((await example.get<JournalPage>(`/journal?about=${claim}`)).items[0]).toMatchObject({
      id: entry.id,
      state: 'pending',
      undo: { id: undone.entry.id, by: 'Ada' },
    });
    await again;
    const journal = await example.get<JournalPage>('/journal');
    expect(journal.items.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['undo standing', 'reject undone']);
    expect(journal.items[0]?.about[0]?.text).toContain('reject: ');
    expect((await heaviest()).text).toBe(text);
  }, 60_000);

  it('puts several decisions that come quickly together in no more than two turns', async () => {
    let turns = 0;
    const stop = example.desk.events.listen(({ kind }) => {
      if (kind === 'case') turns += 1;
    });
    const { items } = await example.get<Rows>('/lines/claims?limit=6');
    const before = (await example.get<JournalPage>('/journal')).total;
    await Promise.all(
      items.map(({ id }) => example.post<DecisionAnswer>('/decisions', { kind: 'confirm', about: [id] })),
    );
    while ((await example.get<JournalPage>('/journal')).pending > 0) await new Promise((done) => setTimeout(done, 20));
    stop();
    expect(turns).toBeLessThanOrEqual(2);
    const after = await example.get<JournalPage>('/journal?limit=2');
    expect(after.total).toBe(before + 6);
    expect(after.items).toHaveLength(2);
    expect(after.items[0]?.at.localeCompare(after.items[1]?.at ?? '')).toBe(1);
  }, 60_000);

  it('finds notes by the place they are about', async () => {
    const { items } = await example.get<Rows>('/lines/documents?limit=1');
    const place = `${items[0]?.id}@0-40`;
    await example.post<DecisionAnswer>('/decisions', { kind: 'note', about: [place], value: 'Check the dateline' });
    const near = await example.get<JournalPage>(`/journal?about=${items[0]?.id}@20-25`);
    expect(near.items.map(({ value }) => value)).toEqual(['Check the dateline']);
    const elsewhere = await example.get<JournalPage>(`/journal?about=${items[0]?.id}@80-90`);
    expect(elsewhere.items).toEqual([]);
  });

  it.each([
    [{ kind: 'rate', about: ['entity-0000000000000000'], value: 'B' }, 404, 'decide/not-found'],
    [{ kind: 'confirm', about: [] }, 422, 'decide/not-allowed'],
    [{ kind: 'approve', about: ['x'] }, 422, 'serve/invalid'],
  ])('refuses %j and says why', async (body, status, code) => {
    const response = await example.ask('/decisions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, message: expect.stringContaining('Expected') } });
  });

  it('says so when a decision that is taken back is not in the journal', async () => {
    const response = await example.ask('/decisions/decision-nowhere/undo', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(404);
  });
});

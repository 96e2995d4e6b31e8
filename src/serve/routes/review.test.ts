import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { DecisionAnswer } from './decisions.ts';
import type { ReviewPage, ReviewPassages } from './review.ts';

describe('the review queue over the API', () => {
  let example: ExampleDesk;

  beforeAll(async () => {
    example = await exampleDesk();
  }, 120_000);
  afterAll(() => example.close());

  const passagesOf = async (id: string): Promise<ReviewPassages['passages']> =>
    (await example.get<ReviewPassages>(`/review/passages?question=${encodeURIComponent(id)}`)).passages;

  it('asks first what would change most, each with a reason', async () => {
    const { items, total, done } = await example.get<ReviewPage>('/review?limit=200');
    expect(items).toHaveLength(total);
    expect(done).toBe(0);
    expect(new Set(items.map(({ id }) => id)).size).toBe(total);
    expect(items.every(({ why, text }) => why.endsWith('.') && text !== '')).toBe(true);
    const reach = items.filter(({ kind }) => kind === 'claim').map(({ hangs }) => hangs.interests);
    expect(reach[0]).toBe(Math.max(...reach));
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['claim', 'contradiction', 'kept-apart', 'source']));
  });

  it('gives the document around each question, with the quote to the letter at its place', async () => {
    const { items } = await example.get<ReviewPage>('/review?limit=200');
    for (const { id } of items) {
      const passages = await passagesOf(id);
      expect(passages.length, id).toBeGreaterThan(0);
      for (const { document, start, end, quote, before, after } of passages) {
        const text = (await example.host.store.document(document))?.text ?? '';
        expect(text.slice(start, end)).toBe(quote);
        expect(text.slice(start - before.length, end + after.length)).toBe(`${before}${quote}${after}`);
      }
    }
  });

  it('shows every side of a contradiction, each with a claim that can be decided on', async () => {
    const { items } = await example.get<ReviewPage>('/review?limit=200');
    const question = items.find(({ kind }) => kind === 'contradiction');
    const passages = await passagesOf(question?.id ?? '');
    expect(passages.length).toBeGreaterThan(1);
    expect(new Set(passages.map(({ label }) => label)).size).toBe(passages.length);
    expect(passages.some(({ claim }) => claim !== null)).toBe(true);
  });

  it('settles a question of identity, and puts what was confirmed last', async () => {
    const before = await example.get<ReviewPage>('/review?limit=200');
    const identity = before.items.find(({ kind }) => kind === 'kept-apart');
    const claim = before.items.find(({ kind }) => kind === 'claim');
    const renewed = example.renewed();
    await example.post<DecisionAnswer>('/decisions', {
      kind: 'different',
      about: [identity?.subject.id, identity?.other?.id],
    });
    await renewed;
    const again = example.renewed();
    await example.post<DecisionAnswer>('/decisions', { kind: 'confirm', about: [claim?.subject.id] });
    await again;
    const after = await example.get<ReviewPage>('/review?limit=200');
    expect(after.done).toBeGreaterThanOrEqual(2);
    const last = after.items.slice(-after.done);
    expect(last.find(({ id }) => id === identity?.id)?.judged).toBe('negative');
    expect(last.find(({ id }) => id === claim?.id)?.judged).toBe('positive');
  }, 60_000);

  it('says so when a question is not asked', async () => {
    const response = await example.ask('/review/passages?question=claim%20nowhere');
    expect(response.status).toBe(404);
  });
});

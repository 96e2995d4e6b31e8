import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { Line } from '../../model/index.ts';
import type { MatrixAnswer } from '../hypothesis-matrix.ts';
import type { DecisionAnswer } from './decisions.ts';

describe('hypotheses over the API', () => {
  let example: ExampleDesk;
  let at = 0;
  let rows: readonly Line[];

  beforeAll(async () => {
    example = await exampleDesk(undefined, () => new Date(Date.UTC(2031, 5, 1) + 1000 * at++));
    const { items } = await example.get<{ readonly items: readonly Line[] }>(
      '/lines/findings?sort=weight&order=down&standing=corroborated,single-origin&limit=4',
    );
    rows = items;
  }, 120_000);
  afterAll(() => example.close());

  const matrix = (query = '') => example.get<MatrixAnswer>(`/hypotheses/matrix${query}`);
  const decide = async (kind: string, about: readonly string[], value: string): Promise<string> => {
    const renewed = example.renewed();
    const { entry } = await example.post<DecisionAnswer>('/decisions', { kind, about, value });
    await renewed;
    return entry.id;
  };

  it('is empty before anything is supposed', async () => {
    expect(await matrix()).toMatchObject({ hypotheses: [], rows: [], more: 0 });
  });

  it('writes each score out so that it adds up, and puts what tells nothing apart last', async () => {
    const [first, second, third] = rows.map(({ id }) => id) as [string, string, string];
    const one = await decide('suppose', [], 'One explanation');
    const other = await decide('suppose', [], 'Another explanation');
    await decide('hold-against', [one, first], 'II');
    await decide('hold-against', [other, first], 'C');
    await decide('hold-against', [one, second], 'I');
    await decide('hold-against', [other, second], 'I');
    await decide('hold-against', [one, third], 'I');
    const { hypotheses, rows: held } = await matrix();
    expect(hypotheses.map(({ label, text }) => [label, text])).toEqual([
      ['H1', 'One explanation'],
      ['H2', 'Another explanation'],
    ]);
    for (const { sum, inconsistency } of hypotheses) {
      for (const { times, weight, score } of sum) expect(score).toBe(times * weight);
      expect(sum.reduce((all, { score }) => all + score, 0)).toBe(inconsistency);
    }
    expect(hypotheses.map(({ rank }) => rank)).toEqual([2, 1]);
    expect(held.map(({ row }) => row)[0]).toBe(first);
    expect(held[0]).toMatchObject({ spread: 3, isDraft: false });
    expect(held.slice(1).every(({ spread }) => spread === 0 || spread === null)).toBe(true);
  });

  it('shows a finding that is about to be held, before any cell of it is set', async () => {
    const fourth = rows[3]?.id ?? '';
    const { rows: held } = await matrix(`?rows=${fourth},${rows[0]?.id}`);
    expect(held[0]).toMatchObject({ row: fourth, isDraft: true, values: {}, spread: null });
    expect(held.filter(({ row }) => row === rows[0]?.id)).toHaveLength(1);
  });

  it('has a cell as it was held last, and as before when that is taken back', async () => {
    const { hypotheses } = await matrix();
    const [one] = hypotheses as [MatrixAnswer['hypotheses'][number]];
    const cellOf = async () => (await matrix()).rows.find(({ row }) => row === rows[0]?.id)?.values[one.id];
    const later = await decide('hold-against', [one.decision, rows[0]?.id ?? ''], 'CC');
    expect(await cellOf()).toMatchObject({ value: 'CC', score: 0, decisions: [later] });
    const renewed = example.renewed();
    await example.post(`/decisions/${later}/undo`, {});
    await renewed;
    expect((await cellOf())?.value).toBe('II');
  });
});

import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallDesk } from '../../../tests/desk/small-desk.ts';
import { DEFAULT_BEAT, loadBeat } from '../../read/index.ts';
import { csvCell } from '../ledger-csv.ts';
import type { LedgerAnswer, LedgerList } from '../ledger-shapes.ts';
import { ledgerRoutes } from './ledgers.ts';

const TEXT = 'The fund offered, "in cash", a stake;\nit was =2+3 per cent of Ardmoor Gas.';
const quote = (words: string) => ({
  document: 'doc-00000001',
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  quote: words,
});
const entity = (id: string, name: string, type: string) => ({
  ...{ id, type, name, names: [], descriptions: [], roles: [], evidence: [] },
});
const deal = (id: string, more: object) => ({
  ...{ id, claims: [], finding: null, evidence: [], parties: [], asset: null, assetEntity: null, kind: 'stake' },
  ...{ stage: null, stages: [], amount: null, amounts: [], gains: [], denials: [], conditions: [], ...more },
});
const clearance = (id: string, date: string | null, decision: string, more: object = {}) => ({
  ...{ id, type: 'clearance', claims: ['claim-00000001'], finding: null, evidence: [quote('in cash')] },
  ...{
    date,
    dateWords: [],
    duration: null,
    status: 'held',
    polarity: 'positive',
    certainty: 'certain',
    conditions: [],
  },
  cells: {
    authority: [{ text: 'the cartel office', entity: 'entity-00000001' }],
    decision: [{ text: decision, entity: null }],
  },
  ...more,
});

const LISTS = {
  documents: [
    {
      ...{ id: 'doc-00000001', path: 'a.txt', paths: ['a.txt'], title: 'A stake, offered', outlet: 'The Gazette' },
      ...{ published: null, origins: [], language: 'en', mediaType: 'text/plain', evidence: [] },
    },
  ],
  entities: [
    entity('entity-00000001', 'Cartel Office', 'publicBody'),
    entity('entity-00000002', 'Ardmoor Gas', 'organization'),
    entity('entity-00000003', 'Vell', 'person'),
    entity('entity-00000004', 'Port Ansel', 'place'),
  ],
  deals: [
    deal('deal-00000001', {
      parties: ['entity-00000002', 'entity-00000003'],
      asset: '=HYPERLINK("http://x","y")',
      stage: 'in talks',
      stages: [
        { stage: 'floated', date: '2031-02', told: null, claims: [], evidence: [] },
        { stage: 'in talks', date: '2031-05-14', told: null, claims: [], evidence: [] },
      ],
      evidence: [quote('a stake;\nit was =2+3 per cent')],
    }),
    deal('deal-00000002', { parties: ['entity-00000003'], asset: 'a pier', kind: 'concession', stage: 'floated' }),
  ],
  tables: [
    clearance('clearance-00000001', '2031-10-02', 'approved'),
    clearance('clearance-00000002', '2031-03', 'refused'),
    clearance('clearance-00000003', null, 'looks into it', { polarity: 'negative', status: 'denied' }),
  ],
};

describe('ledgers over the API', () => {
  let desk: Awaited<ReturnType<typeof smallDesk>>;
  beforeAll(async () => {
    const ledgers = { ...loadBeat(DEFAULT_BEAT).ledgers, ...loadBeat('takeovers').ledgers };
    desk = await smallDesk(ledgerRoutes, LISTS, ledgers);
  });
  const idsOf = async (path: string): Promise<readonly string[]> =>
    (await desk.get<LedgerAnswer>(path)).items.map(({ id }) => id.slice(-1));
  const csvOf = async (path: string): Promise<readonly Record<string, string>[]> =>
    parse(await (await desk.ask(path)).text(), { bom: true, columns: true });

  it('lists those of the beat beside the built-in ones', async () => {
    const { items } = await desk.get<LedgerList>('/ledgers');
    expect(items.find(({ name }) => name === 'clearances')).toMatchObject({ isOwn: true, rows: 3, list: 'tables' });
    expect(items.find(({ name }) => name === 'deals')).toMatchObject({ isOwn: false, rows: 2 });
  });

  it('prints rows by the columns of the beat, each name with its id and each date with its form', async () => {
    const { columns, items } = await desk.get<LedgerAnswer>('/ledgers/clearances');
    expect(columns.map(({ title }) => title)).toEqual(['Authority', 'Transaction', 'Decision', 'When']);
    const row = items.find(({ id }) => id === 'clearance-00000002');
    expect(row?.cells[0]?.[0]?.pieces).toEqual([{ text: 'Cartel Office', id: 'entity-00000001', list: 'entities' }]);
    expect(row?.cells[1]).toEqual([]);
    expect(row?.cells[3]?.[0]?.pieces).toEqual([{ text: 'March 2031', date: '2031-03' }]);
    expect(items.find(({ id }) => id === 'clearance-00000003')?.isDenied).toBe(true);
  });

  it('sorts by a column both ways, dates by time and not by their words; what is not told comes last', async () => {
    expect(await idsOf('/ledgers/clearances?sort=when')).toEqual(['2', '1', '3']);
    expect(await idsOf('/ledgers/clearances?sort=when&order=down')).toEqual(['1', '2', '3']);
    expect(await idsOf('/ledgers/clearances?sort=decision')).toEqual(['1', '3', '2']);
  });

  it('narrows to words of the row as it is printed, and counts what may be filtered by', async () => {
    expect(await idsOf('/ledgers/clearances?f=cartel march')).toEqual(['2']);
    expect(await idsOf('/ledgers/clearances?f=nothing of the kind')).toEqual([]);
    const { facets, total, all } = await desk.get<LedgerAnswer>('/ledgers/deals?kind=stake');
    expect({ total, all }).toEqual({ total: 1, all: 2 });
    expect(facets.kind).toEqual([
      { value: 'concession', count: 1 },
      { value: 'stake', count: 1 },
    ]);
    expect(facets.state).toEqual([{ value: 'in talks', count: 1 }]);
  });

  it('groups rows, one in each of its groups; a date is not sharpened', async () => {
    const parties = await desk.get<LedgerAnswer>('/ledgers/deals?group=party');
    expect(parties.groups.map(({ title, count }) => [title, count])).toEqual([
      ['Vell', 2],
      ['Ardmoor Gas', 1],
    ]);
    expect([parties.total, parties.places]).toEqual([2, 3]);
    const months = await desk.get<LedgerAnswer>('/ledgers/clearances?group=month');
    expect(months.groups.map(({ title }) => title)).toEqual(['March 2031', 'October 2031', 'no date told']);
  });

  it('tells how far a deal has come, step by step', async () => {
    const { steps, items } = await desk.get<LedgerAnswer>('/ledgers/deals?kind=stake');
    expect(steps[0]).toBe('floated');
    expect(items[0]?.steps.map(({ word, when }) => [word, when])).toEqual([
      ['floated', 'February 2031'],
      ['in talks', '14 May 2031'],
    ]);
  });

  it('gives CSV that is read back as it was: ids, dates as EDTF, quotes at their places', async () => {
    const rows = await csvOf('/ledgers/deals.csv?sort=stage-and-amount&order=down');
    expect(rows.map(({ id }) => id)).toEqual(['deal-00000001', 'deal-00000002']);
    expect(rows[0]).toMatchObject({
      Parties: 'Ardmoor Gas and Vell',
      'Parties: ids': 'entity-00000002; entity-00000003',
      Standing: 'not weighed',
      Date: '2031-02',
    });
    const [, words = '', start, end] = /^“([^”]*)” — .* \[\S+ (\d+)-(\d+)\]$/s.exec(rows[0]?.['Quotes'] ?? '') ?? [];
    expect(TEXT.slice(Number(start), Number(end))).toBe(words);
    const own = await csvOf('/ledgers/clearances.csv');
    expect(own.map((row) => row['When: EDTF'])).toEqual(['2031-03', '2031-10-02', '']);
    expect(own[2]?.['Authority']).toBe('denied: Cartel Office');
    expect((await desk.ask('/ledgers/deals.csv')).headers.get('content-disposition')).toContain('small-deals.csv');
  });

  it('never hands a spreadsheet a formula out of a document', async () => {
    const [row] = await csvOf('/ledgers/deals.csv?kind=stake');
    expect(row?.['Asset']).toBe(`'=HYPERLINK("http://x","y"); stake`);
    for (const formula of ['=1', '+1', '-1+2', '@x', '\t=1', ' =1', '＝1', '\r\n=1'])
      expect(parse(csvCell(formula))[0]?.[0]).toBe(`'${formula}`);
    for (const plain of ['-1', 'a=1', '“=1”', '']) expect(csvCell(plain)).toBe(plain);
  });

  it('says in the one shape of errors what there is not, and what is asked wrongly', async () => {
    for (const [path, status, code] of [
      ['/ledgers/none', 404, 'serve/not-found'],
      ['/ledgers/none.csv', 404, 'serve/not-found'],
      ['/ledgers/deals.csv?from=soon', 422, 'serve/invalid'],
      ['/ledgers/deals?group=colour', 422, 'serve/invalid'],
      ['/line/deal-99999999', 404, 'serve/not-found'],
    ] as const) {
      const answer = await desk.ask(path);
      expect([path, answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
        path,
        status,
        code,
      ]);
    }
  });
});

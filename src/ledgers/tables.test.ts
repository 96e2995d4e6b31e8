import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft } from '../../tests/build-resolved.ts';
import type { LedgerColumn, TableRow } from '../model/index.ts';
import { weigh } from '../weigh/index.ts';
import { linesOf } from './columns.ts';
import { listLedgers } from './list-ledgers.ts';

const rowsOf = (claims: readonly ClaimDraft[]): readonly TableRow[] => {
  const resolved = buildResolved({ claims });
  return listLedgers(resolved, weigh(resolved)).tables;
};
const inspected = (document: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'inspection',
  thing: 'one',
  roles: { inspector: ['Port Authority'], inspected: ['~the terminal'] },
  ...more,
});

describe('the ledger of frames that no built-in ledger lists', () => {
  it('has what every claim gives, by role and property, with finding and quotes', () => {
    const [row, ...others] = rowsOf([
      inspected('a', { properties: { outcome: 'passed' }, date: '2031-05' }),
      inspected('b', { roles: { inspector: ['Ines Morrow'], inspected: ['~the terminal'] }, date: '2031-05-14' }),
    ]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ type: 'inspection', date: '2031-05-14', status: 'held', polarity: 'positive' });
    expect(row?.cells).toEqual({
      inspected: [{ text: 'the terminal', entity: null }],
      inspector: [
        { text: 'Ines Morrow', entity: 'Ines Morrow' },
        { text: 'Port Authority', entity: 'Port Authority' },
      ],
      outcome: [{ text: 'passed', entity: null }],
    });
    expect(row?.evidence).toHaveLength(2);
    expect(row?.finding).not.toBeNull();
  });

  it('tells what is only denied, and what is told and denied', () => {
    expect(rowsOf([inspected('a', { polarity: 'negative' })])[0]).toMatchObject({
      status: 'denied',
      polarity: 'negative',
    });
    expect(rowsOf([inspected('a'), inspected('b', { polarity: 'negative' })])[0]?.status).toBe('disputed');
  });

  it('lists no meeting, deal or other thing that has a ledger', () => {
    expect(rowsOf([inspected('a', { type: 'meeting', roles: { participant: ['Ana Mora', 'Osman Hadari'] } })])).toEqual(
      [],
    );
  });
});

describe('linesOf', () => {
  const printed = {
    name: (id: string) => (id === 'e1' ? 'Ana Mora' : null),
    value: (text: string) => text,
    list: (texts: readonly string[]) => texts.join(', '),
  };
  const row = {
    party: ['e1', 'e2'],
    status: 'held',
    none: null,
    empty: [],
    removal: [
      { status: 'promised', by: ['e1'], date: null },
      { status: 'lifted', by: [], date: '2031', polarity: 'negative' },
    ],
    cells: { port: [{ text: 'Lorne', entity: null }] },
  };
  const texts = (...shows: LedgerColumn['shows']): readonly string[] =>
    linesOf(row, { title: 'x', shows }, printed).map(({ text }) => text);

  it('prints fields by their paths, ids as names, and cells of a row', () => {
    expect(texts('party', 'status', 'port', 'removal.status', '#removal')).toEqual([
      'Ana Mora, e2',
      'held',
      'Lorne',
      'promised, lifted',
      '2',
    ]);
  });

  it('leaves out what has nothing to say', () => {
    expect(texts('none', 'empty', 'nowhere', 'by {none}', '{status}[ of {none}][ in {port}]')).toEqual([
      'held in Lorne',
    ]);
  });

  it('prints each item of a list, and never a denied one without its denial', () => {
    expect(texts({ each: 'removal', say: '{status}[ by {by}][, {date}]' })).toEqual([
      'promised by Ana Mora',
      'denied: lifted, 2031',
    ]);
  });
});

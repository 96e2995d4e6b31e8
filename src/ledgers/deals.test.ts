import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import { weigh } from '../weigh/index.ts';
import { type Ledgers, listLedgers } from './index.ts';

const ledgersOf = (draft: ResolvedDraft): Ledgers => {
  const resolved = buildResolved(draft);
  return listLedgers(resolved, weigh(resolved));
};
const deal = (document: string, stage: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'deal',
  thing: 'deal',
  roles: { party: ['Azotna', 'Kelmar'], asset: ['Linden Gas'] },
  properties: { kind: 'stake', stage },
  ...more,
});
const documents = { a: '2031-05-02', b: '2031-05-09', c: null };
const stageOf = (...claims: readonly ClaimDraft[]): string | null | undefined =>
  ledgersOf({ claims, documents }).deals[0]?.stage;

describe('how far a deal has come', () => {
  it('is the furthest that is told, with each step and when it was told', () => {
    expect(stageOf(deal('a', 'agreed'), deal('b', 'in talks'))).toBe('agreed');
    const [row] = ledgersOf({ claims: [deal('b', 'agreed'), deal('a', 'in talks')], documents }).deals;
    expect(row?.stages.map(({ stage, told }) => [stage, told])).toEqual([
      ['in talks', '2031-05-02'],
      ['agreed', '2031-05-09'],
    ]);
  });

  it('is dropped unless something is told of a later day', () => {
    expect(stageOf(deal('a', 'agreed'), deal('b', 'dropped'))).toBe('dropped');
    expect(stageOf(deal('a', 'dropped'), deal('b', 'in talks'))).toBe('in talks');
    expect(stageOf(deal('a', 'dropped'), deal('a', 'in talks'))).toBe('dropped');
  });

  it('is not what nobody dates, where others are dated', () => {
    expect(stageOf(deal('a', 'in talks'), deal('c', 'done'))).toBe('in talks');
    expect(stageOf(deal('c', 'done'))).toBe('done');
  });

  it('is not told of a deal that is only denied, and that there is no agreement is no deal', () => {
    const denied = deal('a', 'agreed', { polarity: 'negative' });
    expect(ledgersOf({ claims: [denied] }).deals).toMatchObject([{ stage: null, gains: [], denials: ['claim-00'] }]);
    const own = deal('a', 'agreed', { roles: { party: ['~lawyers for Linden Gas'], asset: ['Linden Gas'] } });
    expect(ledgersOf({ claims: [own] }).deals).toEqual([]);
    const none = { ...denied, roles: { party: ['Azotna', 'Kelmar'] } };
    expect(ledgersOf({ claims: [none] }).deals).toEqual([]);
  });
});

describe('which deals make a row', () => {
  it('is none of a thing that is only pointed at, told of one alone', () => {
    const pointed = deal('a', 'done', { roles: { party: ['Azotna'], asset: ['~that stake'] } });
    expect(ledgersOf({ claims: [pointed] }).deals).toEqual([]);
    const both = deal('a', 'done', { roles: { party: ['Azotna', 'Kelmar'], asset: ['~that stake'] } });
    expect(ledgersOf({ claims: [both] }).deals).toHaveLength(1);
  });

  it('is one of an offer that was read as an offer and as a deal in the same place', () => {
    const roles = { asset: ['~coal'] };
    const one = deal('a', 'offered', { at: 100, roles: { ...roles, party: ['Azotna'] } });
    const other: ClaimDraft = { in: 'a', type: 'offer', thing: 'offer', at: 100, roles };
    expect(ledgersOf({ claims: [one, other] }).deals.map(({ id }) => id)).toEqual(['deal']);
  });
});

describe('the ledger of money', () => {
  const paid = (document: string, amount: string, more: Record<string, string> = {}): ClaimDraft =>
    deal(document, 'agreed', {
      roles: { party: ['Azotna', 'Kelmar'], asset: ['Linden Gas'], amount: [`~${amount}`] },
      properties: { stage: 'agreed', ...more },
    });

  it('lists each value of one sum once, exact, and keeps two as a contradiction', () => {
    const claims = [
      paid('a', '640 million crowns'),
      paid('b', '640 million Lindish crowns'),
      paid('c', '580 million crowns'),
    ];
    const { money, deals } = ledgersOf({ claims });
    expect(money.map(({ value, text, deal: row }) => [value, text, row]).toSorted()).toEqual([
      ['580000000', '580 million crowns', 'deal'],
      ['640000000', '640 million Lindish crowns', 'deal'],
    ]);
    expect(deals[0]?.amounts).toHaveLength(2);
    expect(weigh(buildResolved({ claims })).contradictions.map(({ kind }) => kind)).toEqual(['amount']);
  });

  it('keeps what a sum is of, and lists no share and nothing that is denied', () => {
    expect(
      ledgersOf({ claims: [paid('a', '171 crowns a share', { amountOf: 'price per share' })] }).money,
    ).toMatchObject([{ value: '171', of: 'price per share', from: [], to: [] }]);
    expect(ledgersOf({ claims: [paid('a', '12 percent')] }).money).toEqual([]);
    expect(ledgersOf({ claims: [{ ...paid('a', '5 crowns'), polarity: 'negative' }] }).money).toEqual([]);
  });

  it('tells who gave and who got a gift', () => {
    const gift: ClaimDraft = {
      in: 'a',
      type: 'tie',
      thing: 'tie',
      roles: { from: ['Lena Varga'], to: ['Civic Union'], amount: ['~2 million crowns'] },
      properties: { kind: 'donation', words: 'gave' },
    };
    expect(ledgersOf({ claims: [gift] }).money).toMatchObject([
      { from: ['Lena Varga'], to: ['Civic Union'], deal: null },
    ]);
  });
});

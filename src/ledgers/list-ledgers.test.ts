import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import { weigh } from '../weigh/index.ts';
import { type Ledgers, listLedgers } from './index.ts';

const ledgersOf = (draft: ResolvedDraft): Ledgers => {
  const resolved = buildResolved(draft);
  return listLedgers(resolved, weigh(resolved));
};

const met = (document: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'meeting',
  thing: 'meeting',
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  ...more,
});
const statusOf = (draft: ResolvedDraft): string | undefined => ledgersOf(draft).meetings[0]?.status;

describe('the ledger of meetings', () => {
  it('leaves a country out beside its people, and keeps who is only described', () => {
    const claims = [met('a', { roles: { participant: ['Ana Mora', 'Ostra', 'Kestria', '~Kestrian diplomats'] } })];
    const entities = {
      'Ana Mora': { sides: ['Ostra'] },
      Ostra: { type: 'place' as const },
      Kestria: { type: 'place' as const },
    };
    expect(ledgersOf({ claims, entities }).meetings[0]).toMatchObject({
      participants: ['Ana Mora', 'Kestria'],
      unnamed: ['Kestrian diplomats'],
    });
  });

  it('takes the most exact date that all leave room for', () => {
    const claims = [met('a', { date: '2031-05' }), met('b', { date: '2031-05-14' })];
    expect(ledgersOf({ claims }).meetings[0]?.date).toBe('2031-05-14');
  });

  it('lets the latest word on a plan count', () => {
    const documents = { a: '2031-05-02', b: '2031-05-09', c: '2031-05-20' };
    const [plan, off] = [met('a', { status: 'planned' }), met('b', { status: 'postponed' })];
    expect(statusOf({ claims: [plan], documents })).toBe('planned');
    expect(statusOf({ claims: [plan, off], documents })).toBe('postponed');
    expect(statusOf({ claims: [plan, off, met('c', { status: 'planned' })], documents })).toBe('planned');
    expect(statusOf({ claims: [plan, off, met('c')], documents })).toBe('held');
    expect(statusOf({ claims: [plan, met('b', { status: 'cancelled' })], documents })).toBe('cancelled');
  });

  it('takes a day after the report went out for a plan, the day itself not', () => {
    const documents = { a: '2031-05-02' };
    expect(statusOf({ claims: [met('a', { date: '2031-05-03' })], documents })).toBe('planned');
    expect(statusOf({ claims: [met('a', { date: '2031-05-02' })], documents })).toBe('held');
  });

  it('tells what is denied or disputed, and lists none that is only supposed', () => {
    expect(statusOf({ claims: [met('a', { polarity: 'negative' })] })).toBe('denied');
    expect(statusOf({ claims: [met('a'), met('b', { polarity: 'negative' })] })).toBe('disputed');
    expect(ledgersOf({ claims: [met('a', { status: 'hypothetical' })] }).meetings).toEqual([]);
  });
});

describe('the ledger of deals', () => {
  const deal = (document: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: document,
    type: 'deal',
    thing: 'deal',
    roles: { party: ['Azotna', 'Kelmar'], asset: ['Linden Gas'] },
    properties: { kind: 'stake', stage: 'floated' },
    ...more,
  });

  it('lists a deal that is floated on a condition, not one that is only imagined', () => {
    const floated = deal('a', { status: 'hypothetical', on: ['the sanctions end'] });
    expect(ledgersOf({ claims: [floated] }).deals).toMatchObject([
      { parties: ['Azotna', 'Kelmar'], stage: 'floated', conditions: [{ text: 'the sanctions end' }] },
    ]);
    const imagined = deal('a', { status: 'hypothetical', properties: { stage: 'done' } });
    expect(ledgersOf({ claims: [imagined] }).deals).toEqual([]);
  });

  it('keeps a condition once in its fullest wording, with the quotes of all, and two conditions apart (W25)', () => {
    const hangs: ClaimDraft = {
      in: 'a',
      type: 'condition',
      thing: 'condition',
      roles: { dependent: ['~the sale'], condition: ['~an accord on the straits'] },
    };
    const claims = [
      deal('a', { on: ['the sanctions on the fund end'] }),
      deal('b', { on: ['Sanctions on the fund end'] }),
      hangs,
    ];
    const [one] = ledgersOf({ claims }).deals;
    expect(one?.conditions.map(({ text }) => text).toSorted()).toEqual([
      'an accord on the straits',
      'the sanctions on the fund end',
    ]);
    expect(one?.conditions.map(({ evidence }) => evidence.length).toSorted()).toEqual([1, 2]);
  });
});

describe('the ledger of interests', () => {
  const tie = (from: string, to: string, kind: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: 'a',
    type: 'tie',
    thing: `${from} ${to}`,
    roles: { from: [from], to: [to] },
    properties: { kind, words: kind },
    ...more,
  });
  const owns = (owner: string, owned: string): ClaimDraft => ({
    in: 'a',
    type: 'ownership',
    thing: `${owner} owns ${owned}`,
    roles: { owner: [owner], owned: [owned] },
  });
  const deal = (parties: readonly string[]): ClaimDraft => ({
    in: 'a',
    type: 'deal',
    thing: 'deal',
    roles: { party: parties, asset: ['Linden Gas'] },
    properties: { stage: 'agreed' },
  });
  const bodies = {
    Azotna: { type: 'organization' as const },
    Kelmar: { type: 'organization' as const },
    'Linden Gas': { type: 'organization' as const },
  };
  const paths = (...claims: readonly ClaimDraft[]): readonly string[] =>
    ledgersOf({ claims: [met('a'), ...claims], entities: bodies }).interests.map(({ negotiator, path }) =>
      [negotiator, ...path.map((hop) => hop.to)].join(' → '),
    );

  it('finds a path from a participant through ties to a party of a deal', () => {
    expect(paths(tie('Ana Mora', 'Lena Varga', 'family'), owns('Lena Varga', 'Azotna'), deal(['Azotna']))).toEqual([
      'Ana Mora → Lena Varga → Azotna',
    ]);
  });

  it('finds one to whoever owns what is dealt in, and names no asset as the one who gains', () => {
    expect(
      paths(tie('Ana Mora', 'Lena Varga', 'friendship'), owns('Lena Varga', 'Linden Gas'), deal(['Kelmar'])),
    ).toEqual(['Ana Mora → Lena Varga']);
  });

  it('finds none over a denied tie, for a party itself, or for somebody who met nobody', () => {
    const denied = tie('Ana Mora', 'Azotna', 'employment', { polarity: 'negative' });
    expect(paths(denied, deal(['Azotna']))).toEqual([]);
    expect(paths(tie('Ana Mora', 'Osman Hadari', 'friendship'), deal(['Ana Mora', 'Osman Hadari']))).toEqual([]);
    expect(paths(tie('Lena Varga', 'Azotna', 'employment'), deal(['Azotna']))).toEqual([]);
  });

  it('names the weakest hop and what speaks against the path', () => {
    const claims = [
      met('a'),
      tie('Ana Mora', 'Lena Varga', 'family'),
      { ...tie('Ana Mora', 'Lena Varga', 'family'), in: 'b' },
      tie('Lena Varga', 'Azotna', 'employment'),
      tie('Lena Varga', 'Azotna', 'employment', { in: 'c', polarity: 'negative' }),
      deal(['Azotna']),
    ];
    const [one] = ledgersOf({ claims, entities: bodies }).interests;
    expect(one?.weakest).toContain('Lena Varga Azotna');
    expect(one?.against).toEqual(['claim-04']);
  });
});

describe('the ledgers of plans, sanctions, waivers and ties', () => {
  it('keeps every number of points that is claimed', () => {
    const plan = (document: string, points: string): ClaimDraft => ({
      in: document,
      type: 'proposal',
      thing: 'plan',
      roles: { proposal: ['~the plan'], author: ['Ana Mora'] },
      properties: { points },
    });
    expect(ledgersOf({ claims: [plan('a', '14'), plan('b', '11')] }).proposals).toMatchObject([
      { points: [11, 14], by: ['Ana Mora'] },
    ]);
  });

  it('lists a waiver with all who are said to have granted it, and a denied one as denied', () => {
    const waiver = (document: string, authority: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
      in: document,
      type: 'waiver',
      thing: 'waiver',
      roles: { beneficiary: ['Ana Mora'], authority: [authority] },
      properties: { status: 'granted' },
      ...more,
    });
    expect(ledgersOf({ claims: [waiver('a', 'Ministry A'), waiver('b', 'Ministry B')] }).waivers).toMatchObject([
      { for: 'Ana Mora', grantedBy: ['Ministry A', 'Ministry B'], status: 'granted' },
    ]);
    expect(ledgersOf({ claims: [waiver('a', 'Ministry A', { polarity: 'negative' })] }).waivers[0]?.status).toBe(
      'denied',
    );
  });

  it('lists a row a target for sanctions, and a denied one as denied', () => {
    const sanction: ClaimDraft = {
      in: 'a',
      type: 'sanction',
      thing: 'sanction',
      roles: { target: ['Ana Mora', 'Azotna'], authority: ['Ostra'] },
      properties: { status: 'imposed' },
    };
    expect(ledgersOf({ claims: [sanction] }).sanctions.map(({ target, status }) => [target, status])).toEqual([
      ['Ana Mora', 'imposed'],
      ['Azotna', 'imposed'],
    ]);
    expect(ledgersOf({ claims: [{ ...sanction, polarity: 'negative' }] }).sanctions[0]?.status).toBe('denied');
  });

  it('lists no tie of somebody to himself or to nobody', () => {
    const tie = (to: string): ClaimDraft => ({
      in: 'a',
      type: 'tie',
      thing: 'tie',
      roles: { from: ['Ana Mora'], to: [to] },
      properties: { kind: 'family', words: 'sister' },
    });
    expect(ledgersOf({ claims: [tie('Ana Mora')] }).ties).toEqual([]);
    expect(ledgersOf({ claims: [tie('~a banker')] }).ties).toEqual([]);
    expect(ledgersOf({ claims: [tie('Osman Hadari')] }).ties).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { BLANK_MEETING } from '../../tests/blank-rows.ts';
import type { CaseDocument, Claim, Deal, Entity, Finding, Meeting, Tie } from '../model/index.ts';
import { listInterests } from './interests.ts';

const quote = (document: string) => [{ document, start: 0, end: 4, quote: 'Word' }];
const meeting = (...participants: readonly string[]): Meeting => ({
  ...BLANK_MEETING,
  id: `meeting ${participants.join()}`,
  kind: 'meeting',
  participants,
  status: 'held',
  claims: [],
  finding: null,
  evidence: quote('met'),
});
const tie = (from: string, to: string, polarity: Tie['polarity'] = 'positive', more: Partial<Tie> = {}): Tie => ({
  id: `tie ${from} ${to}`,
  kind: 'business',
  from,
  to,
  words: 'partner',
  polarity,
  date: null,
  validFrom: null,
  validTo: null,
  ended: false,
  share: null,
  via: [],
  claims: [],
  finding: null,
  evidence: quote('tied'),
  ...more,
});
const deal = (id: string, party: string, document = 'dealt'): Deal => ({
  id,
  parties: [party],
  asset: 'a field',
  assetEntity: null,
  kind: 'stake',
  stage: 'offered',
  stages: [],
  amount: null,
  amounts: [],
  gains: [party],
  denials: [],
  conditions: [],
  claims: [],
  finding: null,
  evidence: quote(document),
});
const NAMED = ['met', 'tied', 'dealt'];
const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  type: id.startsWith('Halden') ? 'organization' : 'person',
  name: id,
  names: [{ text: id, documents: NAMED, count: 3 }],
  descriptions: [],
  roles: [],
  sides: [],
  sourceReliability: null,
  reasons: [],
  evidence: [],
  ...more,
});

/** Everybody is named in every document, unless `entities` says otherwise. */
const list = (
  meetings: readonly Meeting[],
  deals: readonly Deal[],
  ties: readonly Tie[],
  claims: readonly Claim[] = [],
  entities: readonly Entity[] = [],
  findings: readonly Finding[] = [],
) => {
  const ids = [
    ...meetings.flatMap(({ participants }) => participants),
    ...deals.flatMap(({ parties }) => parties),
    ...ties.flatMap(({ from, to }) => [from, to]),
  ];
  return listInterests({
    meetings,
    proposals: [],
    deals,
    ties,
    claims,
    findings,
    entities: new Map([...[...new Set(ids)].map((id) => entity(id)), ...entities].map((one) => [one.id, one])),
    documents: new Map<string, CaseDocument>(),
    origins: [],
  });
};

describe('listInterests', () => {
  it('goes from a negotiator through ties to a party of a deal', () => {
    const found = list(
      [meeting('Veld', 'Hale')],
      [deal('one', 'Halden')],
      [tie('Veld', 'Brask'), tie('Brask', 'Halden')],
    );
    expect(found).toMatchObject([
      {
        negotiator: 'Veld',
        gains: 'Halden',
        deal: 'one',
        path: [
          { tie: 'tie Veld Brask', from: 'Veld', to: 'Brask' },
          { tie: 'tie Brask Halden', from: 'Brask', to: 'Halden' },
        ],
      },
    ]);
  });

  it('goes through no tie that is only denied, and to no deal of the negotiator himself', () => {
    expect(list([meeting('Veld', 'Hale')], [deal('one', 'Halden')], [tie('Veld', 'Halden', 'negative')])).toEqual([]);
    expect(list([meeting('Veld', 'Hale')], [deal('one', 'Veld')], [tie('Veld', 'Hale')])).toMatchObject([
      { negotiator: 'Hale', gains: 'Veld' },
    ]);
  });

  it('keeps the ties of a negotiator however many, and leaves out a way through somebody tied to everybody', () => {
    const many = (who: string, count: number) => Array.from({ length: count }, (_, at) => tie(who, `friend ${at}`));
    const direct = [...many('Veld', 60), tie('Veld', 'Halden')];
    expect(list([meeting('Veld')], [deal('one', 'Halden')], direct)).toHaveLength(1);
    const through = (others: number) => [tie('Veld', 'Brask'), ...many('Brask', others), tie('Brask', 'Halden')];
    expect(list([meeting('Veld')], [deal('one', 'Halden')], through(39))).toHaveLength(1);
    expect(list([meeting('Veld')], [deal('one', 'Halden')], through(40))).toHaveLength(0);
  });

  it('lists of very many deals those that are told where the negotiator meets', () => {
    const deals = Array.from({ length: 30 }, (_, at) => deal(`${at}`, 'Halden', at === 29 ? 'met' : 'dealt'));
    const found = list([meeting('Veld')], deals, [tie('Veld', 'Halden')]);
    expect(found).toHaveLength(25);
    expect(found.map((one) => one.deal)).toContain('29');
  });

  it('gives rows in proportion to the ties, however dense they are', () => {
    // Everybody is tied to twelve others and negotiates; everybody gains from a deal.
    const rows = (people: number): number => {
      const name = (at: number): string => `p${at % people}`;
      const all = Array.from({ length: people }, (_, at) => at);
      const ties = all.flatMap((at) => [1, 7, 31, 47, 83, 101].map((step) => tie(name(at), name(at + step))));
      return list(
        all.map((at) => meeting(name(at))),
        all.map((at) => deal(`deal ${at}`, name(at))),
        ties,
      ).length;
    };
    expect(rows(800) / rows(400)).toBeLessThan(2.2);
  });

  it('gives the shortest path, and a longer one only where it stands on more', () => {
    const weighed = (id: string, status: Finding['status'], total: number): Finding =>
      ({ id, status, origins: [], weight: { lines: [], voices: 1, subtotal: total, total } }) as unknown as Finding;
    const ties = (direct: string, far: string) => [
      tie('Veld', 'Halden', 'positive', { finding: direct }),
      tie('Veld', 'Brask', 'positive', { finding: far }),
      tie('Brask', 'Halden', 'positive', { finding: far }),
    ];
    const findings = [
      weighed('rumour', 'disputed', 9),
      weighed('sure', 'corroborated', 8),
      weighed('one', 'single-origin', 4),
    ];
    const of = (direct: string, far: string) =>
      list([meeting('Veld')], [deal('one', 'Halden')], ties(direct, far), [], [], findings).map(
        ({ path }) => path.length,
      );
    expect(of('rumour', 'sure').sort()).toEqual([1, 2]);
    expect(of('sure', 'sure')).toEqual([1]);
    expect(of('sure', 'one')).toEqual([1]);
  });

  it('names the hop that least speaks for as the weakest', () => {
    const finding = (id: string, status: Finding['status']): Finding =>
      ({ id, status, origins: ['one'], weight: { lines: [], voices: 1, subtotal: 5, total: 5 } }) as unknown as Finding;
    const ties = [
      tie('Veld', 'Brask', 'positive', { finding: 'sure' }),
      tie('Brask', 'Halden', 'positive', { finding: 'said once' }),
    ];
    const findings = [finding('sure', 'corroborated'), finding('said once', 'single-origin')];
    expect(list([meeting('Veld')], [deal('one', 'Halden')], ties, [], [], findings)).toMatchObject([
      { weakest: 'tie Brask Halden', path: [{ status: 'corroborated', origins: 1 }, { status: 'single-origin' }] },
    ]);
  });

  it('leads through no state or office other than by what it owns, and to no state', () => {
    const office = entity('Ministry', { type: 'publicBody' });
    const state = entity('Ostra', { type: 'place' });
    const own = { kind: 'ownership' as const };
    const through = (more: Partial<Tie>) =>
      list(
        [meeting('Veld')],
        [deal('one', 'Halden')],
        [tie('Veld', 'Ministry'), tie('Ministry', 'Halden', 'positive', more)],
        [],
        [office],
      );
    expect(through({})).toEqual([]);
    expect(through(own)).toHaveLength(1);
    expect(list([meeting('Veld')], [deal('one', 'Ostra')], [tie('Veld', 'Ostra')], [], [state])).toEqual([]);
  });

  it('goes on only where more than a name tells that it is the same person', () => {
    const apart = { names: [{ text: 'Brask', documents: ['tied', 'owned'], count: 2 }] };
    const ties = [tie('Veld', 'Brask'), tie('Brask', 'Halden', 'positive', { evidence: quote('owned') })];
    const of = (brask: Partial<Entity>) =>
      list([meeting('Veld')], [deal('one', 'Halden')], ties, [], [entity('Brask', { ...apart, ...brask })]).length;
    expect(of({})).toBe(0);
    expect(of({ reasons: ['D5: ada: same'] })).toBe(1);
    expect(of({ roles: [{ text: 'harbour master', documents: ['tied', 'owned'], evidence: [] }] })).toBe(1);
    expect(of({ roles: [{ text: 'businessman', documents: ['tied', 'owned'], evidence: [] }] })).toBe(0);
  });

  it('says whether the ties held while talks and deal were on', () => {
    const of = (more: Partial<Tie>, date: string | null = '2031-05') =>
      list([{ ...meeting('Veld'), date }], [deal('one', 'Halden')], [tie('Veld', 'Halden', 'positive', more)])[0]
        ?.overlap;
    expect(of({ validFrom: '2029' })).toMatchObject({ verdict: 'overlaps', interval: '2031-05-01/2031-05-31' });
    expect(of({ validFrom: '2029', validTo: '2030', ended: true })?.verdict).toBe('apart');
    expect(of({ validFrom: '2032' })?.verdict).toBe('apart');
    expect(of({ ended: true, validFrom: '2029' })?.verdict).toBe('unknown');
    expect(of({})).toMatchObject({ verdict: 'unknown', reasons: ['Veld, partner, Halden: nobody says since when'] });
    expect(of({ kind: 'family' })?.verdict).toBe('overlaps');
    expect(of({ validFrom: '2029' }, null)?.verdict).toBe('unknown');
    // A tie that ended in the year of the talks may have ended before them.
    expect(of({ validFrom: '2029', validTo: '2031', ended: true })?.verdict).toBe('unknown');
  });
});

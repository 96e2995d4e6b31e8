import { describe, expect, it } from 'vitest';
import { BLANK_MEETING } from '../../tests/blank-rows.ts';
import type { CaseDocument, Claim, Deal, Entity, Meeting, Tie } from '../model/index.ts';
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
    findings: [],
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
});

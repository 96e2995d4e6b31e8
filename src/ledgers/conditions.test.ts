import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import type { Condition } from '../model/index.ts';
import { weigh } from '../weigh/index.ts';
import { type Ledgers, listLedgers } from './index.ts';

const ENTITIES: NonNullable<ResolvedDraft['entities']> = {
  Ostra: { type: 'place', in: ['a', 'b', 'c'] },
  Kestria: { type: 'place', in: ['a', 'b', 'c'] },
  Sarland: { type: 'place', in: ['a', 'b', 'c'] },
  Azotna: { type: 'organization', in: ['a', 'b', 'c'] },
  Kelmar: { type: 'organization', in: ['a', 'b', 'c'] },
  'Linden Gas': { type: 'organization', in: ['a', 'b', 'c'] },
  'the Treasury': { type: 'publicBody', in: ['a', 'b'] },
};

const ledgersOf = (...claims: readonly ClaimDraft[]): Ledgers => {
  const resolved = buildResolved({ claims, entities: ENTITIES });
  return listLedgers(resolved, weigh(resolved));
};
const conditionsOf = (...claims: readonly ClaimDraft[]): readonly Condition[] => ledgersOf(...claims).conditions;
const texts = (conditions: readonly Condition[]): readonly string[] => conditions.map(({ text }) => text).toSorted();
const named = (conditions: readonly Condition[], word: string): Condition => {
  const found = conditions.find(({ text }) => text.includes(word));
  if (found === undefined)
    throw new Error(`Expected a condition with “${word}”, found ${texts(conditions).join('; ')}`);
  return found;
};

const deal = (document: string, on: readonly string[], more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'deal',
  thing: 'deal-1',
  roles: { party: ['Azotna', 'Kelmar'], asset: ['~a stake in the Brask field'] },
  properties: { kind: 'stake', stage: 'in talks' },
  on,
  ...more,
});
const other = (document: string, on: readonly string[]): ClaimDraft =>
  deal(document, on, { thing: 'deal-2', roles: { party: ['Linden Gas'], asset: ['~a lease'] } });
const sanction = (target: string, authority: string, status = 'imposed'): ClaimDraft => ({
  in: 'a',
  type: 'sanction',
  thing: `sanction-${target}-${authority}`,
  roles: { target: [target], authority: [authority] },
  properties: { status },
});
const hangs = (document: string, dependent: string, condition: string): ClaimDraft => ({
  in: document,
  type: 'condition',
  thing: `condition-${dependent}`,
  roles: { dependent: [`~${dependent}`], condition: [`~${condition}`] },
});
const plan = (document: string, quote: string, on: readonly string[] = []): ClaimDraft => ({
  in: document,
  type: 'proposal',
  thing: 'proposal-1',
  roles: { proposal: ['~the peace plan'], author: ['Ostra'] },
  status: 'planned',
  quote,
  on,
});

describe('the graph of conditions', () => {
  it('knows an agreement again in other small words, and leaves out that things happen', () => {
    const conditions = conditionsOf(
      deal('a', ['Ostra and Kestria conclude an agreement on the straits']),
      deal('b', ['the agreement will be signed']),
      deal('c', ['two things happen']),
    );
    expect(texts(conditions)).toEqual(['Ostra and Kestria conclude an agreement on the straits']);
  });

  it('goes from a deal over the end of sanctions to a peace deal', () => {
    const conditions = conditionsOf(
      deal('a', ['Ostra and Kestria removing sanctions on Azotna']),
      sanction('Azotna', 'Ostra'),
      hangs('a', 'the lifting of sanctions on Azotna', 'a peace deal'),
      plan('a', 'The peace plan was put to both sides.'),
    );
    const relief = named(conditions, 'removing sanctions');
    const peace = named(conditions, 'a peace deal');
    expect(relief).toMatchObject({
      form: 'stated',
      deals: ['deal-1'],
      by: [
        { text: 'Kestria', entity: 'Kestria' },
        { text: 'Ostra', entity: 'Ostra' },
      ],
      status: 'open',
    });
    expect(relief.needs).toEqual([peace.id, 'sanction-Azotna-Ostra-Azotna'].toSorted());
    expect(peace.links.map(({ to, kind }) => [kind, to])).toEqual([['denotes', 'proposal-1']]);
    expect(relief.links.every(({ reasons, evidence }) => reasons.length > 0 && evidence.length > 0)).toBe(true);
  });

  it('keeps a condition of two deals and several documents once', () => {
    const conditions = conditionsOf(
      deal('a', ['the sanctions on Azotna are lifted']),
      deal('b', ['Ostra scraps its penalties']),
      other('c', ['Ostra lifts its restrictions on Azotna']),
    );
    expect(conditions).toHaveLength(1);
    expect(conditions[0]).toMatchObject({ deals: ['deal-1', 'deal-2'], by: [{ entity: 'Ostra' }] });
    expect(conditions[0]?.wordings).toHaveLength(3);
  });

  it('keeps apart what names others, however alike the words', () => {
    expect(
      conditionsOf(deal('a', ['Ostra lifts its sanctions']), deal('b', ['Sarland lifts its sanctions'])),
    ).toHaveLength(2);
    expect(
      conditionsOf(
        deal('a', ['the sanctions on Azotna are lifted']),
        other('b', ['the sanctions on Linden Gas are lifted']),
      ),
    ).toHaveLength(2);
    expect(conditionsOf(deal('a', ['a peace deal']), other('c', ['a peace deal']))).toHaveLength(2);
  });

  it('parts two conditions, and names two who would bring about one', () => {
    const parts = conditionsOf(deal('a', ['that Ostra lift its sanctions and that Kestria sign a peace deal']));
    expect(texts(parts)).toEqual(['Kestria sign a peace deal', 'Ostra lift its sanctions']);
    expect(parts.flatMap(({ by }) => by.map(({ text }) => text)).toSorted()).toEqual(['Kestria', 'Ostra']);
    expect(conditionsOf(deal('a', ['the sanctions and the embargo are lifted']))).toHaveLength(1);
    expect(named(conditionsOf(deal('a', ['both governments approve the sale'])), 'approve').by).toEqual([
      { text: 'both governments', entity: null },
    ]);
  });

  it('tells who would do it from whom it is about', () => {
    const by = (text: string): readonly string[] =>
      conditionsOf(deal('a', [text])).flatMap((one) => one.by.map((filler) => filler.text));
    expect(by('Azotna is delisted')).toEqual([]);
    expect(by('the sanctions imposed by Ostra on Azotna are lifted')).toEqual(['Ostra']);
    expect(by('approval by the Treasury of the sale to Azotna')).toEqual(['Treasury']);
    expect(by("Ostra's sanctions on Azotna go")).toEqual(['Ostra']);
  });

  it('denotes the sanctions on the only one who deals and is under them, and none where two are', () => {
    const on = ['sanctions are lifted'];
    expect(conditionsOf(deal('a', on), sanction('Azotna', 'Ostra'))[0]?.needs).toEqual([
      'sanction-Azotna-Ostra-Azotna',
    ]);
    expect(conditionsOf(deal('a', on), sanction('Azotna', 'Ostra'), sanction('Kelmar', 'Ostra'))[0]?.needs).toEqual([]);
    expect(conditionsOf(deal('a', on), sanction('Linden Gas', 'Ostra'))[0]?.needs).toEqual([]);
    expect(
      conditionsOf(deal('a', ['Sarland lifts its sanctions on Azotna']), sanction('Azotna', 'Ostra'))[0]?.needs,
    ).toEqual([]);
  });

  it('denotes no plan of another report', () => {
    expect(
      conditionsOf(deal('a', ['a peace deal']), plan('b', 'The peace plan was put to both sides.'))[0]?.needs,
    ).toEqual([]);
    expect(conditionsOf(deal('a', ['an agreement on tolls']), plan('a', 'The peace plan is long.'))[0]?.needs).toEqual(
      [],
    );
  });

  it('holds or fails as the rows that it denotes tell', () => {
    const [held] = conditionsOf(
      deal('a', ['Ostra lifts its sanctions on Azotna']),
      sanction('Azotna', 'Ostra', 'lifted'),
    );
    expect(held).toMatchObject({ status: 'holds', reasons: ['the sanctions are told to be lifted'] });
    const waiver: ClaimDraft = {
      in: 'a',
      type: 'waiver',
      thing: 'waiver-1',
      roles: { beneficiary: ['Azotna'], authority: ['Ostra'] },
      properties: { status: 'refused' },
    };
    expect(conditionsOf(deal('a', ['Azotna gets a licence']), waiver)[0]).toMatchObject({
      status: 'fails',
      needs: ['waiver-1'],
    });
  });

  it('lists what a plan hangs on, what hangs on it in words, and nothing that says nothing', () => {
    expect(conditionsOf(plan('a', 'The peace plan stands if Kestria withdraws.', ['Kestria withdraws']))).toMatchObject(
      [{ text: 'Kestria withdraws', deals: [], rows: ['proposal-1'] }],
    );
    expect(conditionsOf(hangs('a', 'the harvest', 'rain'))).toMatchObject([
      { deals: [], rows: [], dependents: ['the harvest'] },
    ]);
    expect(conditionsOf(hangs('a', 'the harvest', 'the following conditions'))).toEqual([]);
    expect(conditionsOf(hangs('a', 'it', 'rain'))).toEqual([]);
    expect(conditionsOf(deal('a', ['two events', 'it', 'certain conditions']))).toEqual([]);
  });

  it('keeps a circle and ends', () => {
    const conditions = conditionsOf(
      deal('a', ['Ostra lifts its sanctions on Azotna']),
      hangs('a', 'the lifting of sanctions on Azotna', 'a peace deal'),
      hangs('a', 'a peace deal', 'the lifting of sanctions on Azotna'),
    );
    const [relief, peace] = [named(conditions, 'sanctions'), named(conditions, 'peace')];
    expect(relief.needs).toEqual([peace.id]);
    expect(peace.needs).toEqual([relief.id]);
  });

  it('is the same in any order of claims', () => {
    const claims = [
      deal('a', ['the sanctions on Azotna are lifted']),
      deal('b', ['Ostra scraps its penalties and both states sign a peace deal']),
      other('c', ['Ostra lifts its restrictions on Azotna']),
      sanction('Azotna', 'Ostra'),
    ].map((claim, at) => ({ ...claim, id: `claim-${at}`, at: at * 50, quote: `Quote ${at}.` }));
    expect(conditionsOf(...claims.toReversed())).toEqual(conditionsOf(...claims));
  });
});

describe('conditions that end a deal, and who brings them about', () => {
  const told = (dependent: string, condition: string, quote: string, more: ClaimDraft['roles'] = {}): ClaimDraft => ({
    ...hangs('a', dependent, condition),
    roles: { dependent: [`~${dependent}`], condition: [`~${condition}`], ...more },
    quote,
    at: 10,
  });

  it('does not make a deal hang on what would end it', () => {
    const lapse = told('the contract lapses', 'the vote fails by May', 'The contract lapses if the vote fails by May.');
    const saved = told(
      'the contract lapses',
      'the vote is held by May',
      'The contract lapses unless the vote is held by May.',
    );
    expect(named(conditionsOf({ ...deal('a', []), at: 0 }, lapse), 'vote')).toMatchObject({
      deals: [],
      dependents: ['the contract lapses'],
    });
    expect(named(conditionsOf({ ...deal('a', []), at: 0 }, saved), 'vote').deals).toHaveLength(1);
  });

  it('names who would bring it about from the reading where the words alone name nobody', () => {
    const roles = { by: ['Ostra'] };
    const back = told('the sale would close', 'Ostra withdraws', 'The sale would close if Ostra withdraws.', roles);
    expect(named(conditionsOf({ ...deal('a', []), at: 0 }, back), 'withdraws').by.map(({ entity }) => entity)).toEqual([
      'Ostra',
    ]);
  });
});

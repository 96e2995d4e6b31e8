import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import { weigh } from '../weigh/index.ts';
import { type Ledgers, listLedgers } from './index.ts';

const ledgersOf = (draft: ResolvedDraft): Ledgers => {
  const resolved = buildResolved(draft);
  return listLedgers(resolved, weigh(resolved));
};

const listed = (more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: 'a',
  type: 'sanction',
  thing: 'listed',
  roles: { target: ['Ana Mora'], authority: ['Ostra'] },
  properties: { status: 'imposed' },
  ...more,
});
const ended = (more: Partial<ClaimDraft> = {}): ClaimDraft =>
  listed({ thing: 'ended', properties: { status: 'lifted' }, ...more });

describe('the ledger of sanctions', () => {
  it('tells who is under sanctions, by whom, since when and why', () => {
    const roles = { target: ['Ana Mora'], authority: ['Ostra', 'Kestria'], reason: ['~the loss of two ships'] };
    expect(ledgersOf({ claims: [listed({ roles, date: '2031-05' })] }).sanctions).toMatchObject([
      { target: 'Ana Mora', by: 'Ostra', alsoBy: ['Kestria'], date: '2031-05', reason: 'the loss of two ships' },
    ]);
  });

  it('keeps one hand that is only described in its words', () => {
    const [one] = ledgersOf({
      claims: [listed({ roles: { target: ['Ana Mora'], authority: ['~two neighbours'] } })],
    }).sanctions;
    expect(one).toMatchObject({ by: null, unnamedBy: ['two neighbours'] });
  });

  it('tells an end that is demanded, promised, planned, done or refused apart', () => {
    const claims = [
      listed(),
      ended({ thing: 'd', properties: { removal: 'demanded' }, status: 'hypothetical' }),
      ended({ thing: 'p', properties: { status: 'lifted', removal: 'promised' } }),
      ended({ thing: 'pl', status: 'planned', date: '2032' }),
      ended({ thing: 'r', properties: { removal: 'refused' } }),
    ];
    const { sanctions } = ledgersOf({ claims });
    expect(sanctions).toHaveLength(1);
    expect(sanctions[0]?.status).toBe('imposed');
    expect(sanctions[0]?.removal.map(({ status, by, date }) => [status, by, date])).toEqual([
      ['demanded', ['Ostra'], null],
      ['promised', ['Ostra'], null],
      ['planned', ['Ostra'], '2032'],
      ['refused', ['Ostra'], null],
    ]);
    expect(sanctions[0]?.removal.every(({ claims, evidence }) => claims.length > 0 && evidence.length > 0)).toBe(true);
  });

  it('takes nothing for lifted of which an end is only supposed', () => {
    const claims = [listed(), ended({ status: 'hypothetical' })];
    expect(ledgersOf({ claims }).sanctions).toMatchObject([{ status: 'imposed', removal: [], until: null }]);
  });

  it('takes what was lifted for lifted, since the day on which it was', () => {
    const { sanctions } = ledgersOf({ claims: [listed({ date: '2030' }), ended({ date: '2032-02-01' })] });
    expect(sanctions).toMatchObject([{ status: 'lifted', date: '2030', until: '2032-02-01' }]);
  });

  it('does not take what was lifted before it was imposed for lifted', () => {
    const { sanctions } = ledgersOf({ claims: [listed({ date: '2033' }), ended({ date: '2032-02-01' })] });
    expect(sanctions).toMatchObject([{ status: 'imposed', until: null }]);
  });

  it('lets nobody lift the sanctions of another hand', () => {
    const other = ended({ roles: { target: ['Ana Mora'], authority: ['Kestria'] } });
    expect(
      ledgersOf({ claims: [listed(), other] }).sanctions.map(({ by, status, form, removal }) => [
        by,
        status,
        form,
        removal.length,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['Ostra', 'imposed', 'stated', 0],
        ['Kestria', 'lifted', 'implied', 1],
      ]),
    );
  });

  it('takes a state and its ministry for one hand', () => {
    const other = ended({ roles: { target: ['Ana Mora'], authority: ['Ministry'] } });
    const entities = { Ministry: { type: 'publicBody' as const, sides: ['Ostra'] } };
    expect(ledgersOf({ claims: [listed(), other], entities }).sanctions).toMatchObject([{ status: 'lifted' }]);
  });

  it('makes a row of form implied where only an end is spoken of, each target its own', () => {
    const claims = [ended({ status: 'planned', roles: { target: ['Ana Mora', 'Azotna'], authority: ['Ostra'] } })];
    expect(ledgersOf({ claims }).sanctions.map(({ target, form, status }) => [target, form, status])).toEqual([
      ['Ana Mora', 'implied', 'imposed'],
      ['Azotna', 'implied', 'imposed'],
    ]);
  });

  it('carries the denial of what is denied, and lifts nothing on it', () => {
    const denied = ledgersOf({ claims: [listed({ polarity: 'negative' })] }).sanctions[0];
    expect(denied).toMatchObject({ status: 'denied', denials: ['claim-00'] });
    const disputed = ledgersOf({ claims: [listed(), listed({ in: 'b', polarity: 'negative' })] }).sanctions[0];
    expect(disputed).toMatchObject({ status: 'imposed', denials: ['claim-01'] });
    const kept = ledgersOf({ claims: [listed(), ended({ polarity: 'negative' })] }).sanctions[0];
    expect(kept).toMatchObject({ status: 'imposed', removal: [{ status: 'lifted', denials: ['claim-01'] }] });
  });

  it('lists nothing that is only supposed', () => {
    expect(ledgersOf({ claims: [ended({ status: 'hypothetical' })] }).sanctions).toEqual([]);
    expect(ledgersOf({ claims: [listed({ status: 'hypothetical' })] }).sanctions).toEqual([]);
  });
});

describe('the ledger of waivers', () => {
  const waiver = (status: string, roles: ClaimDraft['roles'], more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: 'a',
    type: 'waiver',
    thing: 'waiver',
    roles,
    ...more,
    properties: { status, ...more.properties },
  });

  it('tells who asked, who was asked, who hesitated, who granted it and who had it granted apart', () => {
    const claims = [
      waiver('asked', { beneficiary: ['Ana Mora'], requester: ['Palace'], authority: ['Office'] }, { date: '2031-04' }),
      waiver(
        'granted',
        { beneficiary: ['Ana Mora'], authority: ['Treasury'], director: ['Minister'], hesitant: ['~its lawyers'] },
        { date: '2031-05-09', duration: 'P14D', properties: { form: 'licence', until: '2031-05-23' } },
      ),
    ];
    expect(ledgersOf({ claims }).waivers).toMatchObject([
      {
        for: 'Ana Mora',
        askedBy: ['Palace'],
        askedOf: ['Office'],
        grantedBy: ['Treasury'],
        directedBy: ['Minister'],
        hesitant: [{ who: { text: 'its lawyers', entity: null }, claims: ['claim-01'] }],
        form: 'licence',
        askedDate: '2031-04',
        date: '2031-05-09',
        until: '2031-05-23',
        duration: 'P14D',
        status: 'granted',
      },
    ]);
  });

  it('takes nobody for the one who granted what was only asked for or was refused', () => {
    const asked = waiver('asked', { beneficiary: ['Ana Mora'], authority: ['Office'] });
    expect(ledgersOf({ claims: [asked] }).waivers).toMatchObject([
      { status: 'asked', grantedBy: [], askedOf: ['Office'] },
    ]);
    const refused = waiver('refused', { beneficiary: ['Ana Mora'], authority: ['Office'] });
    expect(ledgersOf({ claims: [refused] }).waivers).toMatchObject([
      { status: 'refused', grantedBy: [], refusedBy: ['Office'] },
    ]);
  });

  it('is for whom most tell, and keeps words where they name nobody', () => {
    const claims = [
      waiver('granted', { beneficiary: ['Ana Mora'], authority: ['Office'] }, { in: 'a' }),
      waiver('granted', { beneficiary: ['Zora Mora'], authority: ['Office'] }, { in: 'b' }),
      waiver('granted', { beneficiary: ['Zora Mora'], authority: ['Office'] }, { in: 'c' }),
    ];
    expect(ledgersOf({ claims }).waivers[0]?.for).toBe('Zora Mora');
    const words = waiver('granted', { beneficiary: ['~a banker'], authority: ['Office'] });
    expect(ledgersOf({ claims: [words] }).waivers[0]).toMatchObject({ for: null, forWords: 'a banker' });
  });
});

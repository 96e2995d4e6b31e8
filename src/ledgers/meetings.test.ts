import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import type { Meeting } from '../model/index.ts';
import { weigh } from '../weigh/index.ts';
import { listLedgers } from './index.ts';

const meetingsOf = (draft: ResolvedDraft): readonly Meeting[] => {
  const resolved = buildResolved(draft);
  return listLedgers(resolved, weigh(resolved)).meetings;
};

const met = (more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: 'a',
  type: 'meeting',
  thing: 'meeting',
  at: 0,
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  ...more,
});
const said = (type: string, roles: ClaimDraft['roles'], more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: 'a',
  type,
  thing: `${type} ${JSON.stringify(roles)}`,
  at: 100,
  roles,
  ...more,
});

describe('the sides of a meeting', () => {
  const sidesOf = (draft: ResolvedDraft) =>
    meetingsOf(draft)[0]?.sides.map(({ name, participants, unnamed }) => [name, participants, unnamed]);

  it('puts participants on the side that the documents give, and those who are described with them', () => {
    const claims = [met({ roles: { participant: ['Ana Mora', 'Osman Hadari', 'Lena Varga', '~Kestrian diplomats'] } })];
    const entities = { 'Ana Mora': { sides: ['Ostran'] }, 'Osman Hadari': { sides: ['Kestria', 'fund'] } };
    expect(sidesOf({ claims, entities })).toEqual([
      ['Kestria', ['Osman Hadari'], ['Kestrian diplomats']],
      ['Ostran', ['Ana Mora'], []],
    ]);
  });

  it('gives countries that are known their own name, and companies themselves', () => {
    const claims = [met({ roles: { participant: ['Ana Mora', 'Linden Gas'] } })];
    const entities = { 'Ana Mora': { sides: ['Norwegian'] }, 'Linden Gas': { type: 'organization' as const } };
    expect(sidesOf({ claims, entities })).toEqual([
      ['Linden Gas', ['Linden Gas'], []],
      ['Norway', ['Ana Mora'], []],
    ]);
  });

  it('counts those who are described with the side named last, and no allies of it', () => {
    const others = ['~American officials', '~the Norwegian side’s Danish allies'];
    const claims = [met({ roles: { participant: ['Ana Mora', ...others] } })];
    expect(sidesOf({ claims, entities: { 'Ana Mora': { sides: ['Norwegian'] } } })).toEqual([
      ['Denmark', [], ['the Norwegian side’s Danish allies']],
      ['Norway', ['Ana Mora'], []],
      ['United States', [], ['American officials']],
    ]);
  });

  it('puts whoever is given two sides, or a person for a side, on none where more than two met', () => {
    const entities = { 'Ana Mora': { sides: ['Ostran', 'Kestrian'] }, 'Osman Hadari': { sides: ['Mora', 'board'] } };
    const claims = [met({ roles: { participant: ['Ana Mora', 'Osman Hadari', 'Lena Varga'] } })];
    expect(sidesOf({ claims, entities })).toEqual([]);
  });

  it('makes nobody a side of his own, though two met each other', () => {
    expect(sidesOf({ claims: [met()], entities: { 'Ana Mora': { sides: ['Ostra'] } } })).toEqual([
      ['Ostra', ['Ana Mora'], []],
    ]);
  });

  it('takes the side of the land or body that somebody holds a post with, not a former one', () => {
    const tie = (words: string) =>
      said('tie', { from: ['Ana Mora'], to: ['Ostra'] }, { properties: { kind: 'employment', words } });
    const entities = { Ostra: { type: 'place' as const }, 'Osman Hadari': { sides: ['Kestria'] } };
    expect(sidesOf({ claims: [met(), tie('finance minister of')], entities })).toEqual([
      ['Kestria', ['Osman Hadari'], []],
      ['Ostra', ['Ana Mora'], []],
    ]);
    expect(sidesOf({ claims: [met(), tie('former finance minister of')], entities })).toEqual([
      ['Kestria', ['Osman Hadari'], []],
    ]);
  });

  it('takes the side of whom somebody acts for where none of his own is told', () => {
    const claims = [met(), said('representation', { agent: ['Ana Mora'], principal: ['Ostra'] })];
    expect(sidesOf({ claims, entities: { Ostra: { type: 'place' as const } } })).toContainEqual([
      'Ostra',
      ['Ana Mora'],
      [],
    ]);
  });
});

describe('on whose authority people met', () => {
  const authorityOf = (...claims: readonly ClaimDraft[]) =>
    meetingsOf({ claims })
      .find(({ id }) => id === 'meeting')
      ?.representations.map(({ who, for: principal, polarity }) => `${who} ${polarity} ${principal.text}`);

  it('tells whom a participant acts for, denied mandates apart', () => {
    const claims = [
      met(),
      said('representation', { agent: ['Ana Mora'], principal: ['~the prime minister'] }),
      said('representation', { agent: ['Osman Hadari'], principal: ['Kestria'] }, { polarity: 'negative' }),
    ];
    expect(authorityOf(...claims)).toEqual(['Ana Mora positive the prime minister', 'Osman Hadari negative Kestria']);
  });

  it('reads it from the post of an envoy, not from other posts or former ones', () => {
    const tie = (words: string) => said('tie', { from: ['Ana Mora'], to: ['Ostra'] }, { properties: { words } });
    expect(authorityOf(met(), tie('special envoy of'))).toEqual(['Ana Mora positive Ostra']);
    expect(authorityOf(met(), tie('adviser to'))).toEqual([]);
    expect(authorityOf(met(), tie('former envoy of'))).toEqual([]);
  });

  it('leaves out whoever acts towards somebody who was not there, and reports of no such meeting', () => {
    const roles = { agent: ['Ana Mora'], principal: ['Ostra'], counterpart: ['Lena Varga'] };
    expect(authorityOf(met(), said('representation', roles))).toEqual([]);
    expect(
      authorityOf(met(), said('representation', { agent: ['Ana Mora'], principal: ['Ostra'] }, { in: 'b' })),
    ).toEqual([]);
  });
});

describe('who was bypassed', () => {
  const bypassedOf = (...claims: readonly ClaimDraft[]) =>
    meetingsOf({ claims })
      .find(({ id }) => id === 'meeting')
      ?.bypassed.map(({ who, polarity }) => `${who.text} ${polarity}`);
  const bypass = (roles: ClaimDraft['roles'], more: Partial<ClaimDraft> = {}) =>
    said('bypass', { bypassed: ['~the foreign ministry'], ...roles }, more);

  it('is told of the meeting, or near it of those who met', () => {
    expect(bypassedOf(met(), bypass({ about: ['~the meeting'] }))).toEqual(['the foreign ministry positive']);
    expect(bypassedOf(met(), bypass({ by: ['Ana Mora'] }))).toEqual(['the foreign ministry positive']);
    expect(bypassedOf(met(), bypass({ by: ['Ana Mora'] }, { polarity: 'negative' }))).toEqual([
      'the foreign ministry negative',
    ]);
  });

  it('is told of the talks that its own words take up, of two that one sentence tells the one of all', () => {
    const quote = 'These talks took place without the knowledge of the foreign ministry.';
    const both = [met({ roles: { participant: ['Ana Mora', 'Osman Hadari', 'Lena Varga'] } }), met({ thing: 'other' })];
    expect(bypassedOf(...both, bypass({ about: ['~these talks'] }))).toEqual(['the foreign ministry positive']);
    expect(bypassedOf(met(), bypass({}, { quote }))).toEqual(['the foreign ministry positive']);
    expect(bypassedOf(met(), bypass({}))).toEqual([]);
  });

  it('is not told of it far off, of other people, of another matter or on another day', () => {
    expect(bypassedOf(met(), bypass({ by: ['Ana Mora'] }, { at: 2000 }))).toEqual([]);
    expect(bypassedOf(met(), bypass({ by: ['Lena Varga'] }))).toEqual([]);
    expect(bypassedOf(met(), bypass({ by: ['Ana Mora'], about: ['~the sale of the port'] }))).toEqual([]);
    expect(bypassedOf(met({ date: '2031-05-02' }), bypass({ by: ['Ana Mora'] }, { date: '2031-06' }))).toEqual([]);
  });

  it('is none who took part', () => {
    expect(bypassedOf(met(), said('bypass', { bypassed: ['Ana Mora'], about: ['~the talks'] }))).toEqual([]);
  });
});

describe('what was handed over', () => {
  const handedOf = (...claims: readonly ClaimDraft[]) =>
    meetingsOf({ claims })
      .find(({ id }) => id === 'meeting')
      ?.handedOver.map(({ what, from, to, claims: told }) => [what.text, from, to, told.length]);
  const roles = { giver: ['Ana Mora'], recipient: ['Osman Hadari'], thing: ['~a sealed letter'] };

  it('is told of those who met, once where a report tells it as a plan and as a thing', () => {
    const plan = said(
      'proposal',
      { author: ['Ana Mora'], recipient: ['Osman Hadari'], proposal: ['~a letter'] },
      { properties: { act: 'handed over' } },
    );
    expect(handedOf(met(), said('handover', roles))).toEqual([['a sealed letter', ['Ana Mora'], ['Osman Hadari'], 1]]);
    expect(handedOf(met(), said('handover', roles), plan)).toEqual([
      ['a sealed letter', ['Ana Mora'], ['Osman Hadari'], 2],
    ]);
  });

  it('is joined to no meeting where two fit as well', () => {
    const other = met({ thing: 'other', at: 200 });
    expect(handedOf(met({ at: 0 }), other, said('handover', roles, { at: 105 }))).toHaveLength(0);
  });
});

describe('who was there', () => {
  const attendanceOf = (...claims: readonly ClaimDraft[]) =>
    meetingsOf({ claims })
      .find(({ id }) => id === 'meeting')
      ?.attendance.map(({ who, status }) => `${who} ${status}`);

  it('is told, disputed where somebody denies it', () => {
    expect(attendanceOf(met())).toEqual(['Ana Mora told', 'Osman Hadari told']);
    expect(
      attendanceOf(met(), met({ in: 'b', polarity: 'negative', roles: { participant: ['Ana Mora', 'Lena Varga'] } })),
    ).toEqual(['Ana Mora disputed', 'Lena Varga denied', 'Osman Hadari told']);
  });

  it('takes up a denial of one person near it, which is no meeting of its own', () => {
    const denial = met({ thing: 'absence', polarity: 'negative', at: 100, roles: { participant: ['Ana Mora'] } });
    expect(attendanceOf(met(), denial)).toEqual(['Ana Mora disputed', 'Osman Hadari told']);
    expect(meetingsOf({ claims: [met(), denial] })).toHaveLength(1);
  });

  it('makes a row of a denial of one person far from any meeting only where it tells a day or a place', () => {
    const denial = met({ thing: 'absence', polarity: 'negative', at: 5000, roles: { participant: ['Ana Mora'] } });
    expect(meetingsOf({ claims: [met(), denial] })).toHaveLength(1);
    expect(meetingsOf({ claims: [met(), { ...denial, date: '2031-05-02' }] })).toHaveLength(2);
  });

  it('takes up that somebody denied it', () => {
    const denial = said('denial', { denier: ['Osman Hadari'], about: ['~having met her'] });
    expect(attendanceOf(met(), denial)).toEqual(['Ana Mora told', 'Osman Hadari disputed']);
    for (const about of ['owning the port', 'that there was a meeting'])
      expect(attendanceOf(met(), said('denial', { denier: ['Osman Hadari'], about: [`~${about}`] }))).toEqual([
        'Ana Mora told',
        'Osman Hadari told',
      ]);
  });
});

describe('a meeting’s standing', () => {
  const standingOf = (...told: readonly string[]) =>
    meetingsOf({ claims: told.map((standing, at) => met({ at: at * 100, properties: { standing } })) })[0]?.standing;

  it('is what all say, and open where they differ', () => {
    expect(standingOf('unofficial', 'unofficial')).toBe('unofficial');
    expect(standingOf('official')).toBe('official');
    expect(standingOf('official', 'unofficial')).toBeNull();
  });
});

const PEOPLE = ['Ana Mora', 'Osman Hadari', 'Lena Varga', 'Pavel Orlin'];
const people = fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3 });
const place = { at: fc.integer({ min: 0, max: 1500 }), in: fc.constantFrom('a', 'b') };
const polarity = fc.constantFrom('positive' as const, 'negative' as const);
const drafts = fc.array(
  fc.oneof(
    fc
      .record({ ...place, polarity, who: people, thing: fc.constantFrom('m1', 'm2') })
      .map(({ who, thing, ...rest }): ClaimDraft => ({ ...rest, type: 'meeting', thing, roles: { participant: who } })),
    fc
      .record({ ...place, polarity, who: people })
      .map(({ who, ...rest }): ClaimDraft => said('bypass', { bypassed: ['~the ministry'], by: who }, rest)),
    fc
      .record({ ...place, polarity, who: people })
      .map(({ who, ...rest }): ClaimDraft => said('handover', { giver: who, thing: ['~a letter'] }, rest)),
    fc
      .record({ ...place, polarity, who: people })
      .map(({ who, ...rest }): ClaimDraft => said('representation', { agent: who, principal: ['~the palace'] }, rest)),
  ),
  { maxLength: 12 },
);

describe('rows of meetings, whatever is claimed', () => {
  it('do not depend on the order of the claims', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (claims, seed) => {
        const resolved = buildResolved({ claims });
        const turned = <T>(list: readonly T[]): readonly T[] => {
          const at = list.length === 0 ? 0 : seed % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const other = { ...resolved, claims: turned(resolved.claims), happenings: resolved.happenings };
        expect(listLedgers(other, weigh(other)).meetings).toEqual(listLedgers(resolved, weigh(resolved)).meetings);
      }),
    );
  });

  it('stand on quotes of their own claims, and nobody whose part is denied is only told', () => {
    fc.assert(
      fc.property(drafts, (claims) => {
        const resolved = buildResolved({ claims });
        const byId = new Map(resolved.claims.map((claim) => [claim.id, claim]));
        const quotes = (ids: readonly string[]) =>
          ids.flatMap((id) => (byId.get(id)?.evidence ?? []).map((one) => JSON.stringify(one)));
        for (const row of listLedgers(resolved, weigh(resolved)).meetings) {
          const parts = [...row.sides, ...row.representations, ...row.bypassed, ...row.handedOver];
          for (const { claims: own, evidence } of parts) {
            expect(evidence.length).toBeGreaterThan(0);
            for (const one of evidence) expect(quotes(own)).toContain(JSON.stringify(one));
          }
          for (const { who, status, claims: yes, denials, evidence } of row.attendance) {
            for (const one of evidence) expect(quotes([...yes, ...denials])).toContain(JSON.stringify(one));
            const isDenied = row.claims.some((id) => {
              const claim = byId.get(id);
              return claim?.polarity === 'negative' && claim.roles.participant?.some(({ entity }) => entity === who);
            });
            if (isDenied) expect(status).not.toBe('told');
          }
          for (const who of row.participants) expect(row.attendance.map((one) => one.who)).toContain(who);
        }
      }),
    );
  });
});

describe('a plan that will not come about', () => {
  const statusOf = (...claims: readonly ClaimDraft[]) => meetingsOf({ claims })[0]?.status;
  const off = met({ status: 'planned', tense: 'future', polarity: 'negative', at: 200 });

  it('is cancelled, and denies no meeting that was', () => {
    expect(statusOf(met({ status: 'planned' }), off)).toBe('cancelled');
    expect(statusOf(off)).toBe('cancelled');
    expect(statusOf(met(), off)).toBe('held');
    expect(statusOf(met(), met({ polarity: 'negative', at: 200 }))).toBe('disputed');
  });
});

import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft } from '../../tests/build-resolved.ts';
import type { Contradiction } from '../model/index.ts';
import { weigh } from './index.ts';

const contradictionsOf = (claims: readonly ClaimDraft[]): readonly Contradiction[] =>
  weigh(
    buildResolved({
      claims,
      entities: {
        'Foreign Ministry': { type: 'publicBody' },
        'Finance Ministry': { type: 'publicBody' },
        Treasury: { type: 'publicBody' },
        'Ostra Foreign Ministry': { type: 'publicBody' },
        'Lena Varga': { roles: [{ text: 'Prime Minister of Ostra', documents: ['a'], evidence: [] }] },
      },
    }),
  ).contradictions;

const told = (...claims: readonly ClaimDraft[]): readonly string[] =>
  contradictionsOf(claims).map(({ kind, values }) => `${kind}: ${values.map(({ value }) => value).join(' | ')}`);

const call = (document: string, participant: readonly string[], more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'call',
  thing: document,
  roles: { participant },
  ...more,
});
const licence = (document: string, beneficiary: string, authority: string, quote: string): ClaimDraft => ({
  in: document,
  type: 'waiver',
  thing: document,
  roles: { beneficiary: [beneficiary], authority: [authority] },
  properties: { status: 'granted' },
  quote,
});

describe('things told apart (W54)', () => {
  const no = { polarity: 'negative' as const };

  it('W54 keeps a call beside the denial that only describes one of the two', () => {
    const spoke = call('a', ['Lena Varga', 'Osman Hadari'], { date: '2031-07-03' });
    expect(told(spoke, call('b', ['Osman Hadari', '~the head of the government of Ostra'], no))).toHaveLength(1);
    expect(told(spoke, call('b', ['Osman Hadari', '~the head of the government of Lind'], no))).toEqual([]);
    expect(told(spoke, call('b', ['Osman Hadari', '~a reporter'], no))).toEqual([]);
  });

  it('W54 leaves a denial of another day, of another kind, and one that nobody gainsays', () => {
    const spoke = call('a', ['Lena Varga', 'Osman Hadari'], { date: '2031-07-03' });
    const denial = ['Osman Hadari', '~the prime minister of Ostra'];
    expect(told(spoke, call('b', denial, { ...no, date: '2031-08-03' }))).toEqual([]);
    expect(told(spoke, call('b', denial, { ...no, type: 'meeting' }))).toEqual([]);
    expect(told(call('b', denial, no))).toEqual([]);
  });

  it('W54 compares two licences of which one only describes who got it', () => {
    const named = licence('a', 'Lena Varga', 'Foreign Ministry', 'The ministry let her in for fourteen days.');
    const other = '~the prime minister of Ostra';
    expect(told(named, licence('b', other, 'Treasury', 'A 10-day permit.')).toSorted()).toEqual([
      'agency: Foreign Ministry | Treasury',
      'duration: 14 | 10',
    ]);
    expect(told(named, licence('b', '~the mayor of Ostra', 'Treasury', 'A 10-day permit.'))).toEqual([]);
  });

  it('W54 compares two licences of two ministries for one who is named in both, but not a visa with a licence', () => {
    const one = licence('a', 'Lena Varga', 'Foreign Ministry', 'She was let in.');
    const other = licence('b', 'Lena Varga', 'Finance Ministry', 'She was let in.');
    expect(told(one, other)).toEqual(['agency: Foreign Ministry | Finance Ministry']);
    const form = (claim: ClaimDraft, name: string): ClaimDraft => ({
      ...claim,
      properties: { ...claim.properties, form: name },
    });
    expect(told(form(one, 'visa'), form(other, 'licence'))).toEqual([]);
    expect(told(one, licence('b', 'Lena Varga', 'Ostra Foreign Ministry', 'She was let in.'))).toEqual([]);
  });

  it('W54 keeps apart who asked for and who granted two licences', () => {
    const asked = (claim: ClaimDraft, requester: string): ClaimDraft => ({
      ...claim,
      roles: { ...claim.roles, requester: [requester] },
    });
    const one = asked(licence('a', 'Lena Varga', 'Foreign Ministry', 'She was let in.'), 'Osman Hadari');
    const other = asked(licence('b', 'Lena Varga', 'Finance Ministry', 'She was let in.'), 'Rafik Sorel');
    expect(told(one, other).toSorted()).toEqual([
      'agency: Foreign Ministry | Finance Ministry',
      'agency: Osman Hadari | Rafik Sorel',
    ]);
    expect(new Set(contradictionsOf([one, other]).map(({ id }) => id)).size).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { BLANK_MEETING } from '../../tests/blank-rows.ts';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import type { CaseDecision, Gap, Meeting, Resolved } from '../model/index.ts';
import { byRest, type Gapped, listGaps, weigh } from './index.ts';

const met = (document: string, thing: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'meeting',
  thing,
  text: `They met (${thing}).`,
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  ...more,
});

const meeting = (thing: string, claims: readonly string[], more: Partial<Meeting> = {}): Meeting => ({
  ...BLANK_MEETING,
  id: thing,
  claims,
  finding: null,
  evidence: [{ document: 'a', start: 0, end: 5, quote: 'Quote' }],
  kind: 'meeting',
  participants: ['Ana Mora', 'Osman Hadari'],
  date: '2031-05-02',
  place: 'Lorne',
  status: 'held',
  ...more,
});

const gapsOf = (draft: ResolvedDraft | Resolved, more: Partial<Gapped> = {}): readonly Gap[] => {
  const resolved = 'happenings' in draft ? draft : buildResolved(draft);
  const { findings, claims } = weigh(resolved);
  const findingOf = new Map(findings.map(({ event, id }) => [event, id]));
  const { documents, origins, entities, decisions } = resolved;
  return listGaps({
    documents: documents.map((one) => ({ ...one, published: '2031-05-03' })),
    origins,
    entities,
    claims,
    findings,
    decisions,
    proposals: [],
    stances: [],
    deals: [],
    sanctions: [],
    waivers: [],
    interests: [],
    ...more,
    meetings: (more.meetings ?? []).map((one) => ({ ...one, finding: findingOf.get(one.id) ?? null })),
  });
};

const kinds = (gaps: readonly Gap[]): readonly string[] => gaps.map(({ kind, rests }) => `${kind} ${rests}`).sort();

describe('gaps (W32)', () => {
  it('lists what rests on one origin, by origin, with all that rests on it', () => {
    const gaps = gapsOf({ claims: [met('a', 'spring'), met('a', 'autumn'), met('a', 'winter'), met('b', 'winter')] });
    expect(kinds(gaps)).toEqual(['one-origin 2']);
    expect(gaps[0]).toMatchObject({ about: ['a'], text: '2 findings rest on a alone.' });
    expect(gaps[0]?.evidence).toHaveLength(2);
    expect(gaps[0]?.closes).toContain('a second origin');
  });

  it('lists documents of unknown origin with what would rest on them', () => {
    const resolved = buildResolved({ claims: [met('a', 'spring', { origins: [] }), met('b', 'spring')] });
    const documents = resolved.documents.map((one) => (one.id === 'a' ? { ...one, origins: [] } : one));
    const gaps = gapsOf({ ...resolved, documents });
    expect(kinds(gaps)).toEqual(['one-origin 1', 'unknown-origin 1']);
    expect(gaps.find(({ kind }) => kind === 'unknown-origin')?.text).toBe(
      'Where a has its reporting from cannot be told.',
    );
  });

  it('lists which day, place and name is missing, and none of what is told', () => {
    const claims = [met('a', 'spring'), met('b', 'spring'), met('a', 'autumn'), met('b', 'autumn')];
    const heard = [met('c', 'spring', { said: 'Ana Mora' }), met('c', 'autumn', { said: 'Osman Hadari' })];
    const told = meeting('spring', ['claim-00']);
    const open = meeting('autumn', ['claim-02'], {
      date: '2031-05',
      dateWords: ['in May'],
      place: null,
      unnamed: ['a fixer'],
    });
    const gaps = gapsOf({ claims: [...claims, ...heard] }, { meetings: [told, open] });
    expect(kinds(gaps)).toEqual(['no-date 1', 'no-name 1', 'no-place 1']);
    expect(gaps.map(({ text }) => text).sort()).toEqual([
      'They met (autumn). No exact day is told, only “in May” (2031-05).',
      'They met (autumn). No place is told.',
      'They met (autumn). Not named: “a fixer”.',
    ]);
  });

  it('asks no place of a call, and nothing of what is only denied', () => {
    const claims = [met('a', 'spring'), met('b', 'spring'), met('c', 'spring', { said: 'Ana Mora' })];
    const heard = [met('d', 'spring', { said: 'Osman Hadari' })];
    const call = meeting('spring', [], { kind: 'call', place: null });
    expect(gapsOf({ claims: [...claims, ...heard] }, { meetings: [call] })).toEqual([]);
    const denied = meeting('spring', [], { status: 'denied', date: null, place: null });
    expect(gapsOf({ claims: [...claims, ...heard] }, { meetings: [denied] })).toEqual([]);
  });

  it('lists who is named as taking part and has no word or denial of their own', () => {
    const claims = [met('a', 'spring', { said: 'Ana Mora' }), met('b', 'spring')];
    const gaps = gapsOf({ claims }, { meetings: [meeting('spring', [])] });
    expect(gaps.map(({ kind, about }) => [kind, about])).toEqual([['not-heard', ['Osman Hadari']]]);
    const denying = [...claims, met('c', 'spring', { said: 'Osman Hadari', polarity: 'negative' })];
    expect(gapsOf({ claims: denying }, { meetings: [meeting('spring', [])] })).toEqual([]);
  });

  it('takes a body for heard through whoever is of its side', () => {
    const roles = { participant: ['Ana Mora', 'Ostra'] };
    const claims = [met('a', 'spring', { roles, said: 'Ana Mora' }), met('b', 'spring', { roles })];
    const of = (sides: readonly string[]): readonly string[] =>
      gapsOf(
        { claims, entities: { Ostra: { type: 'publicBody' }, 'Ana Mora': { sides } } },
        { meetings: [meeting('spring', [], { participants: ['Ana Mora', 'Ostra'] })] },
      ).map(({ kind }) => kind);
    expect(of(['Ostran'])).toEqual([]);
    expect(of([])).toEqual(['not-heard']);
  });

  it('does not ask who deals where the parties are told in words only', () => {
    const deal = (party: readonly string[]): readonly string[] => {
      const claims = ['a', 'b'].map(
        (document): ClaimDraft => ({
          in: document,
          type: 'deal',
          thing: 'deal',
          text: 'They struck a deal.',
          roles: { party },
        }),
      );
      const row = {
        id: 'deal',
        claims: ['claim-00'],
        finding: null,
        evidence: [],
        parties: [],
        stages: [],
        amounts: [],
        gains: [],
        denials: [],
        conditions: [],
      };
      const told = { asset: 'a field', assetEntity: null, kind: null, stage: 'agreed' as const, amount: '3 million' };
      return gapsOf({ claims }, { deals: [{ ...row, ...told }] }).map(({ kind }) => kind);
    };
    expect(deal(['~the widow', '~her lender'])).toEqual([]);
    expect(deal(['~the widow'])).toEqual(['no-party']);
  });

  it('lists decisions that are unsure or in disagreement', () => {
    const decision = (id: string, kind: CaseDecision['kind'], state: CaseDecision['state']): CaseDecision => ({
      id,
      at: '2031-06-01T10:00:00.000Z',
      by: 'Ada',
      kind,
      subjects: [],
      value: null,
      why: null,
      state,
      items: ['Ana Mora'],
      reasons: [],
      evidence: [],
    });
    const claims = [met('a', 'spring'), met('b', 'spring')];
    const decisions = [
      decision('decision-1', 'unsure', 'standing'),
      decision('decision-2', 'same', 'disagreed'),
      decision('decision-3', 'same', 'standing'),
    ];
    const gaps = gapsOf({ claims }, { decisions });
    expect(gaps.map(({ kind, about, rests }) => [kind, about[0], rests]).sort()).toEqual([
      ['open-decision', 'decision-1', 1],
      ['open-decision', 'decision-2', 1],
    ]);
  });

  it('is shown by how much rests on each', () => {
    const claims = [met('a', 'spring'), met('a', 'autumn'), met('b', 'winter')];
    const gaps = [...gapsOf({ claims })].sort(byRest);
    expect(gaps.map(({ text }) => text)).toEqual(['2 findings rest on a alone.', '1 finding rests on b alone.']);
  });

  it('finds nothing in an empty case', () => {
    expect(gapsOf({ claims: [] })).toEqual([]);
  });
});

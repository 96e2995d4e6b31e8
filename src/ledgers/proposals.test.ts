import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import type { Proposal, Stance } from '../model/index.ts';
import { weigh } from '../weigh/index.ts';
import { type Ledgers, listLedgers } from './index.ts';

const ledgersOf = (draft: ResolvedDraft): Ledgers => {
  const resolved = buildResolved(draft);
  return listLedgers(resolved, weigh(resolved));
};
const planOf = (...claims: readonly ClaimDraft[]): Proposal => {
  const [plan] = ledgersOf({ claims }).proposals;
  if (plan === undefined) throw new Error('Expected a proposal, found none.');
  return plan;
};

const plan = (more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: 'a',
  type: 'proposal',
  thing: 'plan',
  roles: { proposal: ['~a plan for the harbour'] },
  ...more,
});
const drafted = (who: string, more: Partial<ClaimDraft> = {}): ClaimDraft =>
  plan({ roles: { proposal: ['~the plan'], author: [who] }, properties: { act: 'drafted' }, ...more });
const points = (count: string, more: Readonly<Record<string, string>> = {}): Partial<ClaimDraft> => ({
  properties: { points: count, ...more },
});
const said = (type: string, roles: ClaimDraft['roles'], more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: 'a',
  type,
  thing: `${type} ${JSON.stringify(roles)}`,
  roles,
  ...more,
});

describe('what a version drops or adds', () => {
  it('is a change, and what is dropped is no clause', () => {
    const row = planOf(
      plan(points('14', { version: 'revised' })),
      said(
        'clause',
        { proposal: ['~the plan'], content: ['~the committee on the harbour'] },
        { properties: { change: 'dropped' } },
      ),
      said(
        'clause',
        { proposal: ['~the plan'], content: ['~a release of the sailors'] },
        { properties: { change: 'added' } },
      ),
    );
    expect(row.changes.map(({ what }) => what)).toEqual([
      'added: a release of the sailors',
      'dropped: the committee on the harbour',
    ]);
    expect(row.clauses.map(({ text }) => text)).toEqual(['a release of the sailors']);
  });

  it('takes a point or an annex for one of the plan that is spoken of', () => {
    const row = planOf(
      plan(points('14')),
      said(
        'clause',
        { proposal: ['~Point two'], content: ['~a seat for Kestria'] },
        { properties: { form: 'quoted' } },
      ),
    );
    expect(row.clauses.map(({ text, form }) => [text, form])).toEqual([['a seat for Kestria', 'quoted']]);
  });
});

describe('the versions of a plan', () => {
  const versionsOf = (...claims: readonly ClaimDraft[]) =>
    planOf(...claims).versions.map((version) => [version.kind, version.points, version.date]);

  it('are told apart by their word, their number of points and their date', () => {
    expect(
      versionsOf(
        plan(points('11', { version: 'initial' })),
        plan(points('14', { version: 'revised' })),
        plan({ ...points('14', { version: 'revised' }), in: 'b', date: '2031-06' }),
        plan({ properties: { version: 'revised' }, in: 'c', date: '2031-09-02' }),
      ),
    ).toEqual([
      ['initial', 11, null],
      ['revised', 14, '2031-06'],
      ['revised', null, '2031-09-02'],
    ]);
  });

  it('are told apart by numbers alone, and not where one number is all that is told', () => {
    expect(versionsOf(plan(points('11')), plan({ ...points('14'), in: 'b' }))).toEqual([
      ['', 11, null],
      ['', 14, null],
    ]);
    expect(versionsOf(plan(points('14')), plan({ ...points('14'), in: 'b' }))).toEqual([]);
  });

  it('count a leak of the plan, and name who wrote each', () => {
    const claims = [
      drafted('Ana Mora', { properties: { act: 'drafted', version: 'initial' } }),
      said('leak', { proposal: ['~the plan'] }),
    ];
    expect(planOf(...claims).versions.map(({ kind, by }) => [kind, by])).toEqual([
      ['initial', ['Ana Mora']],
      ['leaked', []],
    ]);
  });

  it('keep what changed between them with the quotes of both', () => {
    const { versions, changes } = planOf(
      plan(points('11', { version: 'initial' })),
      plan({ ...points('14', { version: 'revised', act: 'revised' }), text: 'Ana Mora revised the plan.' }),
    );
    expect(changes.map(({ from, to, what, evidence }) => [from, to, what, evidence.length])).toEqual([
      [versions[0]?.id, versions[1]?.id, 'Ana Mora revised the plan.', 1],
      [versions[0]?.id, versions[1]?.id, '11 points, then 14', 2],
    ]);
  });
});

describe('who made a plan', () => {
  const authorsOf = (...claims: readonly ClaimDraft[]) =>
    planOf(...claims).authorship.map(({ by, claimedBy, polarity }) => [by.join(), claimedBy, polarity]);

  it('is what each says, with those who deny it', () => {
    expect(
      authorsOf(
        drafted('Ana Mora', { said: 'Lena Varga' }),
        drafted('Osman Hadari', { said: 'Pavel Orlin', at: 100 }),
        drafted('Ana Mora', { said: 'Ana Mora', polarity: 'negative', at: 200 }),
        said('denial', { denier: ['Osman Hadari'], about: ['~having written the plan'] }, { said: 'Osman Hadari' }),
      ),
    ).toEqual([
      ['Ana Mora', 'Ana Mora', 'negative'],
      ['Ana Mora', 'Lena Varga', 'positive'],
      ['Osman Hadari', 'Osman Hadari', 'negative'],
      ['Osman Hadari', 'Pavel Orlin', 'positive'],
    ]);
  });

  it('is nobody who only handed it over or changed it', () => {
    const handed = drafted('Ana Mora', { properties: { act: 'handed over' } });
    const changed = drafted('Ana Mora', { properties: { act: 'revised' } });
    expect(authorsOf(handed, changed)).toEqual([]);
    expect(planOf(handed).by).toEqual([]);
  });
});

describe('the clauses of a plan', () => {
  const clause = (content: string, more: Partial<ClaimDraft> = {}): ClaimDraft =>
    said('clause', { proposal: ['~the plan'], content: [`~${content}`] }, more);

  it('stand once each under their topic, quoted where somebody quotes them', () => {
    const told = 'the patrol boats withdraw ten miles from the harbour';
    const { clauses } = planOf(
      plan(),
      clause('patrol boats would withdraw ten miles from the harbour', { properties: { topic: 'security' } }),
      clause(told, { at: 100, quote: `It says: “${told}”.` }),
      clause('a joint fund pays for the dredging', { properties: { topic: 'money' } }),
    );
    expect(clauses.map(({ topic, form, text, claims }) => [topic, form, text, claims.length])).toEqual([
      ['money', 'paraphrased', 'a joint fund pays for the dredging', 1],
      ['security', 'quoted', told, 2],
    ]);
  });

  it('belong to a version where the words say to which', () => {
    const { clauses, versions } = planOf(
      plan({ properties: { version: 'initial' } }),
      plan({ properties: { version: 'revised' } }),
      clause('a toll for every ship', { properties: { version: 'revised' } }),
      clause('a ban on night fishing'),
    );
    expect(clauses.map(({ text, version }) => [text, version]).sort()).toEqual([
      ['a ban on night fishing', null],
      ['a toll for every ship', versions.find(({ kind }) => kind === 'revised')?.id],
    ]);
  });

  it('are not taken from another plan of the same report', () => {
    const { proposals } = ledgersOf({
      claims: [
        plan({ roles: { proposal: ['~a plan for the harbour'] } }),
        plan({ thing: 'other', at: 300, roles: { proposal: ['~a scheme of tolls on the canal proposal'] } }),
        said('clause', { proposal: ['~the plan for the harbour'], content: ['~a new pier'] }, { at: 250 }),
        said('clause', { proposal: ['~the railway plan'], content: ['~a new tunnel'] }, { at: 20 }),
      ],
    });
    expect(proposals.map(({ id, clauses }) => [id, clauses.map(({ text }) => text)])).toEqual([
      ['plan', ['a new pier']],
      ['other', []],
    ]);
  });
});

describe('the way of a plan', () => {
  it('is from whom to whom it was handed, in order of date', () => {
    const handed = (from: string, to: string, date: string): ClaimDraft =>
      plan({
        date,
        in: date,
        roles: { proposal: ['~the plan'], author: [from], recipient: [to] },
        properties: { act: 'handed over' },
      });
    const over = said('handover', { giver: ['Ana Mora'], recipient: ['Lena Varga'], thing: ['~the draft'] });
    const letter = said('handover', { giver: ['Ana Mora'], recipient: ['Lena Varga'], thing: ['~a letter'] });
    const claims = [plan(), handed('Lena Varga', 'Osman Hadari', '2031-06'), { ...over, date: '2031-05' }, letter];
    expect(planOf(...claims).handed.map(({ from, to, date }) => [from, to, date])).toEqual([
      [['Ana Mora'], ['Lena Varga'], '2031-05'],
      [['Lena Varga'], ['Osman Hadari'], '2031-06'],
    ]);
  });
});

describe('stances', () => {
  const view = (stance: string, about: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: 'a',
    type: 'stance',
    thing: 'stance',
    at: 100,
    roles: { party: ['Ostra'], about: [`~${about}`] },
    properties: { stance },
    ...more,
  });
  const stancesOf = (...claims: readonly ClaimDraft[]): readonly Stance[] => ledgersOf({ claims }).stances;
  const sayOf = (...claims: readonly ClaimDraft[]) =>
    stancesOf(...claims).map(({ stance, date, proposal }) => [stance, date, proposal]);

  it('are a row a view, and another where a view is told of another day', () => {
    expect(
      sayOf(
        plan(),
        view('rejects', 'the plan', { date: '2031-05-02' }),
        view('rejects', 'the plan', { date: '2031-05', in: 'b' }),
        view('rejects', 'the plan', { date: '2031-08-09' }),
        view('accepts', 'the plan'),
      ),
    ).toEqual([
      ['accepts', null, 'plan'],
      ['rejects', '2031-05-02', 'plan'],
      ['rejects', '2031-08-09', 'plan'],
    ]);
  });

  it('are on condition where they hang on something, also where a refusal is denied on one', () => {
    expect(sayOf(plan(), view('accepts', 'the plan', { on: ['the tolls end'] }))[0]?.[0]).toBe('on-condition');
    const denied = view('rejects', 'the plan', { polarity: 'negative' });
    expect(sayOf(plan(), { ...denied, on: ['the tolls end'] })[0]?.[0]).toBe('on-condition');
    expect(sayOf(plan(), denied)).toEqual([]);
  });

  it('keep what is denied of them', () => {
    const [row] = stancesOf(plan(), view('accepts', 'the plan'), view('accepts', 'the plan', { polarity: 'negative' }));
    expect([row?.claims.length, row?.denials.length]).toEqual([2, 1]);
  });

  it('are on a clause that they name, or on the one about the same matter', () => {
    const clause = said('clause', { proposal: ['~the plan'], content: ['~patrol boats withdraw from the harbour'] });
    const claims = [
      plan(),
      clause,
      view('rejects', 'the withdrawal of patrol boats from the harbour'),
      view('accepts', 'the plan', {
        thing: 'other',
        roles: { party: ['Kestria'], about: ['~the plan'], clause: ['~article 4'] },
      }),
    ];
    const { stances, proposals } = ledgersOf({ claims });
    const textOf = (id: string | null) => proposals[0]?.clauses.find((one) => one.id === id)?.text;
    expect(stances.map(({ party, proposal, clause: on }) => [party, proposal, textOf(on)])).toEqual([
      ['Kestria', 'plan', 'article 4'],
      ['Ostra', 'plan', 'patrol boats withdraw from the harbour'],
    ]);
  });

  it('are on the plan of the same story where their own report names it only', () => {
    const cast = (document: string) =>
      ['Ana Mora', 'Lena Varga', 'Osman Hadari'].map((who) => said('tie', { from: [who] }, { in: document }));
    const claims = [plan(), ...cast('a'), ...cast('b'), view('rejects', 'the plan', { in: 'b' })];
    expect(sayOf(...claims)[0]?.[2]).toBe('plan');
    expect(sayOf(...claims.slice(0, 4), view('rejects', 'the plan', { in: 'b' }))[0]?.[2]).toBeNull();
    expect(sayOf(plan(), view('rejects', 'the budget proposal'))[0]?.[2]).toBeNull();
    expect(sayOf(plan(), view('rejects', 'a rival plan'))[0]?.[2]).toBeNull();
  });
});

const place = { at: fc.integer({ min: 0, max: 900 }), in: fc.constantFrom('a', 'b') };
const polarity = fc.constantFrom('positive' as const, 'negative' as const);
const person = fc.constantFrom('Ana Mora', 'Osman Hadari', 'Lena Varga');
const date = fc.constantFrom(null, '2031-05', '2031-05-02', '2031-08');
const drafts = fc.array(
  fc.oneof(
    fc
      .record({
        ...place,
        polarity,
        date,
        who: person,
        thing: fc.constantFrom('plan', 'other'),
        properties: fc.constantFrom<Readonly<Record<string, string>>>(
          { act: 'drafted', version: 'initial' },
          { act: 'revised', points: '9' },
          { act: 'handed over' },
          { points: '12', version: 'leaked' },
        ),
      })
      .map(
        ({ who, ...rest }): ClaimDraft => ({
          ...rest,
          type: 'proposal',
          roles: { proposal: ['~the plan'], author: [who] },
        }),
      ),
    fc
      .record({ ...place, polarity, what: fc.constantFrom('a toll for ships', 'tolls for every ship', 'a new pier') })
      .map(({ what, ...rest }) => said('clause', { proposal: ['~the plan'], content: [`~${what}`] }, rest)),
    fc
      .record({
        ...place,
        polarity,
        date,
        who: person,
        stance: fc.constantFrom('accepts', 'rejects', 'silent'),
        about: fc.constantFrom('the plan', 'the pier', 'a toll for ships'),
      })
      .map(({ who, stance, about, ...rest }) =>
        said('stance', { party: [who], about: [`~${about}`] }, { ...rest, properties: { stance } }),
      ),
  ),
  { maxLength: 12 },
);

describe('rows of proposals and stances, whatever is claimed', () => {
  it('do not depend on the order of the claims', () => {
    fc.assert(
      fc.property(drafts, (claims) => {
        const resolved = buildResolved({ claims });
        const turned = { ...resolved, claims: resolved.claims.toReversed() };
        const [one, other] = [listLedgers(resolved, weigh(resolved)), listLedgers(turned, weigh(turned))];
        expect(other.proposals).toEqual(one.proposals);
        expect(other.stances).toEqual(one.stances);
      }),
    );
  });

  it('stand on quotes of their own claims, and point at what there is', () => {
    fc.assert(
      fc.property(drafts, (claims) => {
        const resolved = buildResolved({ claims });
        const byId = new Map(resolved.claims.map((claim) => [claim.id, claim]));
        const { proposals, stances } = listLedgers(resolved, weigh(resolved));
        const quotes = (ids: readonly string[]) =>
          ids.flatMap((id) => (byId.get(id)?.evidence ?? []).map((one) => JSON.stringify(one)));
        for (const row of proposals) {
          for (const { claims: own, evidence } of [...row.versions, ...row.authorship, ...row.handed]) {
            expect(evidence.length).toBeGreaterThan(0);
            for (const one of evidence) expect(quotes(own)).toContain(JSON.stringify(one));
          }
          for (const { claims: own, denials, evidence, version } of row.clauses) {
            for (const one of evidence) expect(quotes([...own, ...denials])).toContain(JSON.stringify(one));
            if (version !== null) expect(row.versions.map(({ id }) => id)).toContain(version);
          }
          for (const { from, to, evidence } of row.changes) {
            expect(evidence.length).toBeGreaterThan(0);
            for (const id of [from, to]) if (id !== null) expect(row.versions.map((one) => one.id)).toContain(id);
          }
        }
        for (const row of stances) {
          for (const one of row.evidence) expect(quotes(row.claims)).toContain(JSON.stringify(one));
          const its = proposals.find(({ id }) => id === row.proposal);
          if (row.proposal !== null) expect(its).toBeDefined();
          if (row.clause !== null) expect(its?.clauses.map(({ id }) => id)).toContain(row.clause);
        }
        expect(new Set(stances.map(({ id }) => id)).size).toBe(stances.length);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import { weigh } from './index.ts';

const met = (document: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'meeting',
  thing: 'meeting',
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  ...more,
});

const statusOf = (...claims: readonly ClaimDraft[]): string | undefined =>
  weigh(buildResolved({ claims })).findings[0]?.status;

const disputes = (draft: ResolvedDraft): readonly string[] =>
  weigh(buildResolved(draft)).contradictions.map(
    ({ kind, values }) => `${kind}: ${values.map((one) => one.value).join(' | ')}`,
  );

const relations = (...claims: readonly ClaimDraft[]): readonly string[] =>
  weigh(buildResolved({ claims })).claims.flatMap((claim) => claim.relations.map((one) => one.kind));

describe('independence', () => {
  it('W1, W15 counts one origin once, however many documents', () => {
    const one = { origins: ['Meridian'] };
    expect(statusOf(met('a', one), met('b', one), met('c', one))).toBe('single-origin');
  });

  it('W14 calls corroborated what two origins tell', () => {
    expect(statusOf(met('a'), met('b'))).toBe('corroborated');
  });

  it('W2, W15 counts no unknown origin', () => {
    expect(statusOf(met('a', { origins: [] }))).toBe('unknown-origin');
    expect(statusOf(met('a'), met('b', { origins: [] }), met('c', { origins: [] }))).toBe('single-origin');
  });

  it('W3 takes two outlets that quote one named speaker as one voice, and says so', () => {
    const { findings } = weigh(
      buildResolved({ claims: [met('a', { said: 'Lena Varga' }), met('b', { said: 'Lena Varga' })] }),
    );
    expect(findings[0]?.status).toBe('single-origin');
    expect(findings[0]?.reasons.join()).toContain('(W3)');
  });

  it('W4 takes two papers that quote an unnamed official as two voices', () => {
    const link = { name: 'an official', kind: 'unnamed' as const, entity: null, descriptors: [] };
    expect(statusOf(met('a', { chain: [link] }), met('b', { chain: [link] }))).toBe('corroborated');
  });

  it('W19 lets no plan corroborate what came about', () => {
    const { findings, claims } = weigh(
      buildResolved({ claims: [met('a'), met('b', { status: 'planned', tense: 'future' })] }),
    );
    expect(findings[0]).toMatchObject({ status: 'single-origin', origins: ['a'] });
    expect(claims.flatMap((claim) => claim.relations)).toEqual([]);
  });

  it('W19 counts plans where nobody tells more than a plan', () => {
    const plan = { status: 'planned', tense: 'future' as const };
    expect(statusOf(met('a', plan), met('b', plan))).toBe('corroborated');
  });
});

describe('relations', () => {
  it('W5 restates within an origin, W6 corroborates across', () => {
    expect(relations(met('a', { origins: ['x'] }), met('b', { origins: ['x'] }))).toEqual(['restates']);
    expect(relations(met('a'), met('b'))).toEqual(['corroborates']);
  });

  it('W7 denies, W8 contradicts', () => {
    expect(relations(met('a'), met('b', { polarity: 'negative' }))).toEqual(['denies']);
    expect(relations(met('a', { date: '2031-05-02' }), met('b', { date: '2031-05-09' }))).toEqual(['contradicts']);
  });
});

describe('days and sums that follow each other', () => {
  it('W48 lets days that follow each other exclude each other unless somebody gives both to the meeting', () => {
    const [one, other] = [met('a', { date: '2031-05-05' }), met('b', { date: '2031-05-06' })];
    expect(disputes({ claims: [one, other] })).toEqual(['date: 2031-05-05 | 2031-05-06']);
    expect(disputes({ claims: [one, other, met('c', { date: '2031-05-05/2031-05-06' })] })).toEqual([]);
    expect(disputes({ claims: [one, other, met('c', { quote: 'They talked for two days.' })] })).toEqual([]);
    expect(disputes({ claims: [one, other, met('c', { quote: 'They met two days after the vote.' })] })).toHaveLength(
      1,
    );
    expect(disputes({ claims: [one, met('b', { date: '2031-05-06', origins: ['a'] })] })).toEqual([]);
  });

  it('W49 takes another sum on another day for a later offer', () => {
    const offer = (document: string, amount: string, date: string): ClaimDraft => ({
      in: document,
      type: 'offer',
      thing: 'offer',
      roles: { offerer: ['Azotna Group'], asset: ['Linden Gas'], amount: [`~${amount}`] },
      date,
    });
    const first = offer('a', '178 million crowns', '2031-04-01');
    expect(disputes({ claims: [first, offer('b', '184 million crowns', '2031-04-07')] })).toEqual([]);
    expect(disputes({ claims: [first, offer('b', '184 million crowns', '2031-04-01')] })).toHaveLength(1);
    expect(disputes({ claims: [first, offer('b', '178 million crowns', '2031-04-07')] })).toHaveLength(1);
  });
});

describe('what a denial denies', () => {
  const licence = (document: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: document,
    type: 'waiver',
    thing: 'licence',
    roles: { beneficiary: ['Osman Hadari'] },
    properties: { status: 'granted' },
    ...more,
  });
  const asked = (document: string, requester: string, more: Partial<ClaimDraft> = {}): ClaimDraft =>
    licence(document, {
      roles: { beneficiary: ['Osman Hadari'], requester: [requester] },
      properties: { status: 'asked' },
      ...more,
    });
  const no = { polarity: 'negative' as const };

  it('W45 gainsays who names the same requester, not who says that it was granted or names another', () => {
    const denial = asked('b', 'Carrow Bank', no);
    expect(relations(asked('a', 'Carrow Bank'), denial)).toEqual(['denies']);
    expect(relations(asked('a', '~a bank of Lorne'), denial)).toEqual(['denies']);
    expect(relations(asked('a', 'Lena Varga'), denial)).toEqual([]);
    expect(relations(licence('a'), denial)).toEqual([]);
  });

  it('W45 lets a refusal to know of any licence gainsay all that is told of it', () => {
    const text = 'It has no record of a licence for Osman Hadari.';
    expect(relations(licence('a'), licence('b', { ...no, quote: text, text }))).toEqual(['denies']);
    expect(relations(asked('a', 'Lena Varga'), licence('b', { ...no, quote: text, text }))).toEqual(['denies']);
    expect(relations(asked('a', 'Lena Varga'), licence('b', no))).toEqual([]);
  });

  it('W45 denies a meeting to all who tell of it, and a presence to those who tell of that one', () => {
    const others = met('a', { roles: { participant: ['Lena Varga'] } });
    expect(relations(others, met('b', no))).toEqual(['denies']);
    expect(relations(others, met('b', { ...no, roles: { participant: ['Ana Mora'] } }))).toEqual([]);
    expect(relations(met('a'), met('b', { ...no, roles: { participant: ['Ana Mora'] } }))).toEqual(['denies']);
    expect(relations(met('a', { status: 'planned', tense: 'future' }), met('b', no))).toEqual([]);
  });

  it('W45, W13 lists as yes against no only those whom somebody gainsays', () => {
    expect(disputes({ claims: [licence('a'), asked('b', 'Carrow Bank', no)] })).toEqual([]);
    expect(disputes({ claims: [asked('a', 'Carrow Bank'), asked('b', 'Carrow Bank', no)] })).toHaveLength(1);
  });
});

describe('findings', () => {
  it('W14 says no more than the least that one voice says', () => {
    const claims = [
      met('a', { text: 'A and B met in Lorne on 4 May for five hours.' }),
      met('b', { text: 'A and B met.' }),
    ];
    expect(weigh(buildResolved({ claims })).findings[0]).toMatchObject({
      status: 'corroborated',
      text: 'A and B met.',
    });
    expect(weigh(buildResolved({ claims: claims.slice(0, 1) })).findings[0]?.text).toContain('Lorne');
  });

  it('W14 corroborates neither of two different things that are said of one plan', () => {
    const plan = (document: string, author: string, act: string): ClaimDraft => ({
      in: document,
      type: 'proposal',
      thing: 'plan',
      text: `${author} ${act} the plan.`,
      roles: { author: [author], proposal: ['~the plan'] },
      properties: { act },
    });
    const findings = (...claims: readonly ClaimDraft[]) => weigh(buildResolved({ claims })).findings[0];
    expect(findings(plan('a', 'Ana Mora', 'drafted'), plan('b', 'Osman Hadari', 'presented'))?.status).toBe(
      'single-origin',
    );
    expect(findings(plan('a', 'Ana Mora', 'drafted'), plan('b', 'Ana Mora', 'drafted'))).toMatchObject({
      status: 'corroborated',
      text: 'Ana Mora drafted the plan.',
    });
  });

  it('W16 calls disputed what is told with different numbers, and not what only took a different time', () => {
    const plan = (document: string, points: string): ClaimDraft => ({
      in: document,
      type: 'proposal',
      thing: 'plan',
      roles: { author: ['Ana Mora'], proposal: ['~the plan'] },
      properties: { points },
    });
    expect(statusOf(plan('a', '11'), plan('b', '14'))).toBe('disputed');
    expect(statusOf(plan('a', '14'), plan('b', '14'))).toBe('corroborated');
    expect(statusOf(met('a', { duration: 'PT2H' }), met('b', { duration: 'PT7H' }))).toBe('corroborated');
  });

  it('W16, W45 disputes nothing by a denial of what no claim says', () => {
    const absent = { roles: { participant: ['Lena Varga'] }, polarity: 'negative' as const };
    const { findings } = weigh(buildResolved({ claims: [met('a'), met('b', absent)] }));
    expect(findings[0]).toMatchObject({ status: 'single-origin', denials: [] });
    expect(findings[0]?.reasons).toContainEqual(
      expect.stringMatching(/^1 against something that no claim here says \(W45\)/),
    );
    expect(statusOf(met('a', { roles: { participant: ['Ana Mora', 'Lena Varga'] } }), met('b', absent))).toBe(
      'disputed',
    );
  });

  it('W16 calls disputed what one says and another denies, with both sides in a contradiction (W13)', () => {
    const claims = [met('a'), met('b', { polarity: 'negative' })];
    expect(statusOf(...claims)).toBe('disputed');
    expect(disputes({ claims })).toEqual(['yes-no: yes: Sentence 0. | no: Sentence 1.']);
  });

  it('W17 calls denied what is only denied', () => {
    expect(statusOf(met('a', { polarity: 'negative' }))).toBe('denied');
  });

  it('W18 calls corrected what its own origin takes back later', () => {
    const claims = [met('a', { origins: ['x'] }), met('b', { origins: ['x'], polarity: 'negative' })];
    const documents = { a: '2031-05-02', b: '2031-05-09' };
    expect(weigh(buildResolved({ claims, documents })).findings[0]?.status).toBe('corrected');
    expect(weigh(buildResolved({ claims, documents: { a: '2031-05-09', b: '2031-05-02' } })).findings[0]?.status).toBe(
      'disputed',
    );
  });

  it('gives no finding for what is only supposed', () => {
    expect(statusOf(met('a', { status: 'hypothetical' }))).toBeUndefined();
  });
});

describe('details that exclude each other', () => {
  it('W10 keeps two dates, W11 none where one is only vaguer', () => {
    expect(disputes({ claims: [met('a', { date: '2031-05-02' }), met('b', { date: '2031-05-09' })] })).toEqual([
      'date: 2031-05-02 | 2031-05-09',
    ]);
    expect(disputes({ claims: [met('a', { date: '2031-05' }), met('b', { date: '2031-05-09' })] })).toEqual([]);
  });

  it('W10 keeps two durations, W11 none within a fifth', () => {
    expect(disputes({ claims: [met('a', { duration: '~PT7H' }), met('b', { duration: '~PT5H' })] })).toEqual([
      'duration: ~PT7H | ~PT5H',
    ]);
    expect(disputes({ claims: [met('a', { duration: '~PT6H' }), met('b', { duration: 'PT5H' })] })).toEqual([]);
  });

  it('W11 finds nothing within one document', () => {
    expect(disputes({ claims: [met('a', { date: '2031-05-02' }), met('a', { date: '2031-05-09' })] })).toEqual([]);
  });

  const plan = (document: string, points: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: document,
    type: 'proposal',
    thing: 'plan',
    roles: { proposal: ['~a plan'] },
    ...more,
    properties: { points, ...more.properties },
  });

  it('W10 keeps two numbers of points', () => {
    expect(disputes({ claims: [plan('a', '14'), plan('b', '11')] })).toEqual(['number: 14 | 11']);
  });

  it('W24 takes a revised version, and the numbers of a document that gives both, for no contradiction', () => {
    expect(disputes({ claims: [plan('a', '14'), plan('b', '11', { properties: { version: 'revised' } })] })).toEqual(
      [],
    );
    expect(disputes({ claims: [plan('a', '14'), plan('c', '14'), plan('c', '11')] })).toEqual([]);
    const { contradictions } = weigh(
      buildResolved({ claims: [plan('a', '14'), plan('b', '11'), plan('c', '14'), plan('c', '11')] }),
    );
    expect(contradictions.flatMap(({ values }) => values.map(({ claims }) => claims))).toEqual([
      ['claim-00'],
      ['claim-01'],
    ]);
  });

  const drafted = (document: string, author: string): ClaimDraft =>
    plan(document, '14', { roles: { author: [author] }, properties: { act: 'drafted' } });

  it('W10 keeps two authors, but none where they share one', () => {
    expect(disputes({ claims: [drafted('a', 'Ana Mora'), drafted('b', 'Osman Hadari')] })).toEqual([
      'authorship: Ana Mora | Osman Hadari',
    ]);
    expect(disputes({ claims: [drafted('a', 'Ana Mora'), drafted('b', 'Ana Mora')] })).toEqual([]);
  });

  const sold = (document: string, amount: string): ClaimDraft => ({
    in: document,
    type: 'deal',
    thing: 'deal',
    roles: { party: ['Ana Mora'], amount: [`~${amount}`] },
  });

  it('W10 keeps two amounts of one unit, and no others', () => {
    expect(disputes({ claims: [sold('a', '640 million crowns'), sold('b', '460 million crowns')] })).toHaveLength(1);
    expect(disputes({ claims: [sold('a', '640 million crowns'), sold('b', 'about 600 million crowns')] })).toEqual([]);
    expect(disputes({ claims: [sold('a', '640 million crowns'), sold('b', '90 million marks')] })).toEqual([]);
  });
});

describe('waivers', () => {
  const body = (name: string, ...documents: string[]): ResolvedDraft['entities'] => ({
    [name]: { type: 'publicBody', in: documents },
  });
  const waiver = (document: string, authority: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: document,
    type: 'waiver',
    thing: 'waiver',
    roles: { beneficiary: ['Ana Mora'], authority: [authority] },
    ...more,
    properties: { status: 'granted', ...more.properties },
  });
  const bodies = {
    ...body('Trade Ministry'),
    ...body('Foreign Ministry'),
    ...body('Office of Permits'),
    Ostra: { type: 'place' as const },
  };

  it('W10 keeps two ministries that are said to have granted one', () => {
    expect(
      disputes({ claims: [waiver('a', 'Trade Ministry'), waiver('b', 'Foreign Ministry')], entities: bodies }),
    ).toEqual(['agency: Trade Ministry | Foreign Ministry']);
  });

  it('W10 takes who was asked and who granted for two when they are two bodies', () => {
    const asked = waiver('b', 'Foreign Ministry', { properties: { status: 'asked' } });
    expect(disputes({ claims: [waiver('a', 'Trade Ministry'), asked], entities: bodies })).toHaveLength(1);
  });

  it('W11 takes a refusal by one beside a grant by another, W22 a state beside its ministry, for no contradiction', () => {
    const refused = waiver('b', 'Foreign Ministry', { properties: { status: 'refused' } });
    expect(disputes({ claims: [waiver('a', 'Trade Ministry'), refused], entities: bodies })).toEqual([]);
    expect(disputes({ claims: [waiver('a', 'Ostra'), waiver('b', 'Foreign Ministry')], entities: bodies })).toEqual([]);
  });

  it('W22 takes an office and a ministry as two only where the office’s document names another ministry', () => {
    const claims = [waiver('a', 'Office of Permits'), waiver('b', 'Foreign Ministry')];
    expect(disputes({ claims, entities: bodies })).toEqual([]);
    expect(disputes({ claims, entities: { ...bodies, ...body('Trade Ministry', 'a') } })).toHaveLength(1);
    expect(disputes({ claims, entities: { ...bodies, ...body('Foreign Ministry', 'a') } })).toEqual([]);
  });

  it('W10 reads the days of a licence from its words', () => {
    const claims = [
      waiver('a', 'Trade Ministry', { quote: 'It issued a 10-day permit.' }),
      waiver('b', 'Trade Ministry', { quote: 'It let her in for fourteen days.' }),
    ];
    expect(disputes({ claims, entities: bodies })).toEqual(['duration: 10 | 14']);
  });
});

describe('places', () => {
  const places = {
    Velm: { type: 'place' as const },
    Tirzan: { type: 'place' as const },
    Norway: { type: 'place' as const },
  };
  const at = (document: string, place: string): ClaimDraft =>
    met(document, { roles: { participant: ['Ana Mora', 'Osman Hadari'], place: [place] } });

  it('W23 keeps two towns', () => {
    expect(disputes({ claims: [at('a', 'Velm'), at('b', 'Tirzan')], entities: places })).toEqual([
      'place: Velm | Tirzan',
    ]);
  });

  it('W23 takes a country, a place that the other document names, and a site said to lie in the other for no contradiction', () => {
    expect(disputes({ claims: [at('a', 'Velm'), at('b', 'Norway')], entities: places })).toEqual([]);
    const both = { ...places, Tirzan: { type: 'place' as const, in: ['a'] } };
    expect(disputes({ claims: [at('a', 'Velm'), at('b', 'Tirzan')], entities: both })).toEqual([]);
    const within = { ...at('c', 'Velm'), thing: 'other', quote: 'They met at Velm in Tirzan.' };
    expect(disputes({ claims: [at('a', 'Velm'), at('b', 'Tirzan'), within], entities: places })).toEqual([]);
  });
});

describe('owners and posts', () => {
  const owns = (document: string, owner: string, share: string, thing = owner): ClaimDraft => ({
    in: document,
    type: 'ownership',
    thing,
    roles: { owner: [owner], owned: ['Linden Gas'], share: [`~${share}`] },
  });

  it('W20 keeps two owners of one share, in figures or in words', () => {
    expect(disputes({ claims: [owns('a', 'Azotna', '40 percent'), owns('b', 'Kelmar', 'two-fifths')] })).toEqual([
      'role: Azotna | Kelmar',
    ]);
  });

  it('W20 leaves two shares, two halves, and owners that one document names both', () => {
    expect(disputes({ claims: [owns('a', 'Azotna', '40 percent'), owns('b', 'Kelmar', 'a quarter')] })).toEqual([]);
    expect(disputes({ claims: [owns('a', 'Azotna', 'half'), owns('b', 'Kelmar', '50%')] })).toEqual([]);
    expect(
      disputes({ claims: [owns('a', 'Azotna', '40%'), owns('b', 'Kelmar', '40%'), owns('b', 'Azotna', '40%', 'too')] }),
    ).toEqual([]);
  });

  it('W20 leaves an owner who owns the other', () => {
    const parent: ClaimDraft = {
      in: 'c',
      type: 'ownership',
      thing: 'parent',
      roles: { owner: ['Kelmar'], owned: ['Azotna'] },
    };
    expect(disputes({ claims: [owns('a', 'Azotna', '40%'), owns('b', 'Kelmar', '40%'), parent] })).toEqual([]);
  });

  const holder = (...roles: readonly (readonly [text: string, documents: readonly string[]])[]): ResolvedDraft => ({
    claims: [met('a'), met('b'), met('c')],
    documents: { a: '2031-05-02', b: '2031-05-03', c: '2031-05-04' },
    entities: { 'Ana Mora': { roles: roles.map(([text, documents]) => ({ text, documents, evidence: [] })) } },
  });

  it('W21 keeps two posts of one person and marks the rarer as the likely slip', () => {
    const draft = holder(['finance minister', ['a']], ['National Security Adviser', ['b', 'c']]);
    expect(disputes(draft)).toEqual(['role: finance minister | National Security Adviser']);
    expect(weigh(buildResolved(draft)).contradictions[0]?.likelySlip?.value).toBe('finance minister');
  });

  it('W21 leaves a former post, a deputy’s, and two that one document gives', () => {
    expect(disputes(holder(['former finance minister', ['a']], ['foreign minister', ['b']]))).toEqual([]);
    expect(disputes(holder(['deputy finance minister', ['a']], ['foreign minister', ['b']]))).toEqual([]);
    expect(disputes(holder(['finance minister', ['a', 'b']], ['foreign minister', ['b']]))).toEqual([]);
  });

  it('W50 marks a post that one document alone gives, where others give another post', () => {
    const draft = holder(['foreign minister', ['a']], ['special envoy', ['b', 'c']]);
    expect(disputes(draft)).toEqual(['role: foreign minister | special envoy']);
    expect(weigh(buildResolved(draft)).contradictions[0]?.likelySlip?.value).toBe('foreign minister');
  });

  it('W50 leaves what one other document says, what is no post, and whoever serves a president', () => {
    expect(disputes(holder(['foreign minister', ['a']], ['special envoy', ['b']]))).toEqual([]);
    expect(disputes(holder(['foreign minister', ['a']], ['career politician', ['b', 'c']]))).toEqual([]);
    expect(disputes(holder(['foreign minister', ['a']], ['chief diplomat', ['b', 'c']]))).toEqual([]);
    expect(disputes(holder(['representative of the president', ['a']], ['special envoy', ['b', 'c']]))).toEqual([]);
  });

  it('W12 marks a post that another holds in more documents', () => {
    const draft = holder(['president', ['a']], ['banker', ['b', 'c']]);
    const other = { roles: [{ text: 'president', documents: ['a', 'b'], evidence: [] }] };
    const [found] = weigh(
      buildResolved({ ...draft, entities: { ...draft.entities, 'Osman Hadari': other } }),
    ).contradictions;
    expect(found).toMatchObject({ kind: 'role', likelySlip: { value: 'president' } });
  });
});

describe('conditions', () => {
  const deal: ClaimDraft = {
    in: 'a',
    type: 'deal',
    thing: 'deal',
    roles: { party: ['Azotna'] },
    properties: { kind: 'stake', stage: 'floated' },
    at: 100,
  };
  const hangs = (document: string, dependent: string, at: number, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
    in: document,
    type: 'condition',
    thing: 'condition',
    roles: { dependent: [`~${dependent}`], condition: ['~an end of the blockade'] },
    at,
    ...more,
  });
  const types = (...claims: readonly ClaimDraft[]): readonly string[] =>
    weigh(buildResolved({ claims })).findings.map((finding) => finding.type);

  it('W25 joins a condition to the deal before it, which it takes up', () => {
    expect(types(deal, hangs('a', 'the sale', 2000))).toEqual(['deal']);
    expect(types(deal, hangs('a', 'it', 300))).toEqual(['deal']);
    const ofCoal = { ...deal, roles: { ...deal.roles, asset: ['~coal'] } };
    expect(types(ofCoal, hangs('a', 'The first cargo would be loaded', 300))).toEqual(['deal']);
  });

  it('W25 leaves what takes up another thing, a pronoun far off, and another story', () => {
    expect(types(deal, hangs('a', 'the truce', 300))).toContain('condition');
    expect(types(deal, hangs('a', 'it', 3000))).toContain('condition');
    expect(types(deal, hangs('a', 'The first cargo would be loaded', 3000))).toContain('condition');
    expect(types(deal, hangs('b', 'the sale', 300))).toContain('condition');
  });

  it('W25 joins a rewrite’s condition to the only such deal of its origin', () => {
    const rewrite = hangs('b', 'the transfer', 300, { origins: ['a'] });
    expect(types(deal, rewrite)).toEqual(['deal']);
    expect(types(deal, { ...deal, thing: 'other', at: 900 }, rewrite)).toContain('condition');
  });
});

describe('laws', () => {
  it('gives the same bytes whatever the order of the claims', () => {
    const claims = [
      met('a', { date: '2031-05-02' }),
      met('b', { date: '2031-05-09' }),
      met('c', { polarity: 'negative' }),
    ];
    const resolved = buildResolved({ claims });
    const turned = { ...resolved, claims: resolved.claims.toReversed() };
    const { claims: _, ...one } = weigh(resolved);
    const { claims: __, ...other } = weigh(turned);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });
});

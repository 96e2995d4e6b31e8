import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft } from '../../tests/build-resolved.ts';
import type { ChainLink, Finding, Origin, Resolved, SourceReliability } from '../model/index.ts';
import { weigh } from './index.ts';

const met = (document: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'meeting',
  thing: 'meeting',
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  ...more,
});

const unnamed = (name: string, ...descriptors: readonly string[]): ChainLink => ({
  name,
  kind: 'unnamed',
  entity: null,
  descriptors,
});
const named = (name: string): ChainLink => ({ name, kind: 'named', entity: name, descriptors: [] });
const outlet = (name: string): ChainLink => ({ name, kind: 'outlet', entity: null, descriptors: [] });

const weighed = (...claims: readonly ClaimDraft[]): Finding => only(buildResolved({ claims }));
const only = (resolved: Resolved): Finding => {
  const [finding] = weigh(resolved).findings;
  if (finding === undefined) throw new Error('Expected a finding.');
  return finding;
};
const sum = ({ weight }: Finding): readonly (readonly [number, string])[] =>
  weight.lines.map(({ value, rule }) => [value, rule] as const);

const rated = (resolved: Resolved, grades: Readonly<Record<string, SourceReliability>>): Resolved => ({
  ...resolved,
  origins: Object.entries(grades).map(
    ([id, grade]): Origin => ({
      id,
      name: id,
      kind: 'outlet',
      entity: null,
      documents: [id],
      form: 'stated',
      sourceReliability: { grade, reasons: [`D7: rate by Ada`], decisions: ['decision-1'] },
      reasons: [],
      evidence: [],
    }),
  ),
});

describe('how a voice is placed (W26)', () => {
  const points = (more: Partial<ClaimDraft>): number => weighed(met('a', more)).weight.total;

  it.each([
    [4, 'takes part', { said: 'Ana Mora' }],
    [3, 'a paper', { chain: [unnamed('a filing at the land registry'), outlet('a')] }],
    [2, 'is named, and nothing shows that it was near', { said: 'Lena Varga' }],
    [2, 'is not named, but described', { chain: [unnamed('two officials', 'two', 'officials'), outlet('a')] }],
    [1, 'is neither named nor described', { chain: [unnamed('the sources', 'sources'), outlet('a')] }],
    [1, 'is a number of people', { chain: [unnamed('several people', 'several', 'people'), outlet('a')] }],
    [1, 'is the report itself', {}],
  ] as const)('gives %i points to who %s', (expected, _, more) => {
    expect(points(more as Partial<ClaimDraft>)).toBe(expected);
  });

  it('gives 3 points to who is named and of the side of a party, 2 where the side is another', () => {
    const of = (side: string): number =>
      only(
        buildResolved({
          claims: [met('a', { said: 'Lena Varga', roles: { participant: ['Ostra', 'Ana Mora'] } })],
          entities: { Ostra: { type: 'place' }, 'Lena Varga': { sides: [side] } },
        }),
      ).weight.total;
    expect(of('Ostran')).toBe(3);
    expect(of('Vellic')).toBe(2);
  });

  it('gives 4 points to a body that speaks of its own act', () => {
    const claim = met('a', { type: 'sanction', roles: { authority: ['Treasury'], target: ['Ana Mora'] } });
    const resolved = buildResolved({ claims: [claim] });
    const [origin] = rated(resolved, { a: 'F' }).origins;
    if (origin === undefined) throw new Error('Expected an origin.');
    const finding = only({ ...resolved, origins: [{ ...origin, kind: 'body', entity: 'Treasury' }] });
    expect(finding.weight.lines[0]).toMatchObject({ value: 4, what: 'a: it is its own act', rule: 'W26' });
  });

  it('takes people who know of a paper for people', () => {
    const chain = [unnamed('a person familiar with the document', 'person', 'familiar with the document'), outlet('a')];
    expect(points({ chain })).toBe(2);
  });
});

describe('the sum', () => {
  it('W26 adds the points of each independent voice', () => {
    // 4 (Ana Mora was there) + 1 (b says so itself) = 5.
    const finding = weighed(met('a', { said: 'Ana Mora' }), met('b'));
    expect(sum(finding)).toEqual([
      [4, 'W26'],
      [1, 'W26'],
    ]);
    expect(finding.weight).toMatchObject({ voices: 2, subtotal: 5, total: 5 });
  });

  it('W1, W3 counts one voice once, by the claim of it that counts most', () => {
    const twice = weighed(met('a', { origins: ['x'] }), met('b', { origins: ['x'], said: 'Ana Mora' }));
    expect(twice.weight).toMatchObject({ voices: 1, total: 4 });
    const speaker = weighed(met('a', { said: 'Lena Varga' }), met('b', { said: 'Lena Varga' }));
    expect(speaker.weight).toMatchObject({ voices: 1, total: 2 });
    expect(speaker.weight.lines[0]?.origins).toEqual(['a', 'b']);
  });

  it('W2 shows a claim of unknown origin and counts it for nothing', () => {
    expect(sum(weighed(met('a'), met('b', { origins: [] })))).toEqual([
      [1, 'W26'],
      [0, 'W2'],
    ]);
  });

  it('W27 takes a point for each who passed the words on, and for a hedge, never below one', () => {
    // 4 − 1 (through Lena Varga) − 1 (hedged) = 2.
    const passed = weighed(
      met('a', { chain: [named('Ana Mora'), named('Lena Varga'), outlet('a')], certainty: 'possible' }),
    );
    expect(sum(passed)).toEqual([
      [4, 'W26'],
      [-1, 'W27'],
      [-1, 'W27'],
    ]);
    // 1 − 1, but no less than 1.
    const least = weighed(met('a', { certainty: 'possible' }));
    expect(sum(least)).toEqual([
      [1, 'W26'],
      [-1, 'W27'],
      [1, 'W27'],
    ]);
    expect(least.weight.total).toBe(1);
  });

  it('W28 takes off a denial by who denies: two points for a party, one for who is not placed to know', () => {
    const no = { polarity: 'negative' as const };
    // 4 + 1 − 2 = 3; 4 + 1 − 1 = 4.
    expect(
      weighed(met('a', { said: 'Ana Mora' }), met('b'), met('c', { ...no, said: 'Osman Hadari' })).weight.total,
    ).toBe(3);
    expect(
      weighed(met('a', { said: 'Ana Mora' }), met('b'), met('c', { ...no, said: 'Lena Varga' })).weight.total,
    ).toBe(4);
    const line = weighed(met('a'), met('c', { ...no, said: 'Osman Hadari' })).weight.lines.at(-1);
    expect(line).toMatchObject({ value: -2, why: 'placed to know, but has a part in it and so a stake' });
  });

  it('W28 takes three points for a host who denies: placed to know, with no stake shown', () => {
    const roles = { participant: ['Ana Mora', 'Osman Hadari'], host: ['Lena Varga'] };
    const finding = weighed(met('a', { roles }), met('b', { roles, said: 'Lena Varga', polarity: 'negative' }));
    expect(sum(finding)).toEqual([
      [1, 'W26'],
      [-3, 'W28'],
    ]);
  });

  it('W18, W28 leaves nothing of a voice that takes it back, and counts its word only once', () => {
    const resolved = buildResolved({
      claims: [met('a', { origins: ['x'] }), met('b', { origins: ['x'], polarity: 'negative' })],
      documents: { a: '2031-05-02', b: '2031-05-09' },
    });
    expect(sum(only(resolved))).toEqual([
      [1, 'W26'],
      [-1, 'W28'],
    ]);
    expect(only(resolved).informationCredibility.grade).toBe('5');
  });

  it('W29 takes one point where voices differ over what it was, however many details, and none over when', () => {
    const odds = (...kinds: readonly string[]): readonly number[] =>
      kinds.length === 0
        ? []
        : weighed(
            met('a', kinds.includes('date') ? { date: '2031-05-02' } : {}),
            met('b', kinds.includes('date') ? { date: '2031-05-09' } : {}),
          ).weight.lines.map(({ value }) => value);
    expect(odds('date')).toEqual([1, 1, 0]);
    const share = (document: string, amount: string): ClaimDraft => ({
      in: document,
      type: 'deal',
      thing: 'deal',
      roles: { party: ['Ana Mora', 'Osman Hadari'], amount: [`~${amount}`] },
      text: 'Ana Mora and Osman Hadari struck a deal.',
    });
    const finding = weighed(share('a', '40 million crowns'), share('b', '90 million crowns'));
    expect(finding.status).toBe('disputed');
    // 1 + 1 − 1 = 1.
    expect(sum(finding)).toEqual([
      [1, 'W26'],
      [1, 'W26'],
      [-1, 'W29'],
    ]);
  });

  it('W19 shows plans and counts them for nothing beside what was held', () => {
    expect(sum(weighed(met('a'), met('b', { status: 'planned', tense: 'future' })))).toEqual([
      [1, 'W26'],
      [0, 'W19'],
    ]);
  });

  it('is written out in the reasons, and its lines come to its total', () => {
    const finding = weighed(met('a', { said: 'Ana Mora' }), met('c', { said: 'Lena Varga', polarity: 'negative' }));
    expect(finding.reasons.at(-1)).toBe(
      'weight 3: +4 Ana Mora by way of a: has a part in it (participant) (W26); -1 Lena Varga by way of c denies it: named (W28)',
    );
    expect(finding.weight.lines.reduce((all, { value }) => all + value, 0)).toBe(finding.weight.total);
  });
});

describe('what analysts decide', () => {
  const judged = (verdict: 'positive' | 'negative'): Partial<ClaimDraft> => ({
    judgement: { verdict, reasons: ['D6: by Ada'], decisions: ['decision-1'] },
  });

  it('D6 counts a rejected claim for nothing and lists it', () => {
    const finding = weighed(met('a'), met('b', judged('negative')));
    expect(finding).toMatchObject({
      status: 'single-origin',
      origins: ['a'],
      claims: ['claim-00'],
      rejected: ['claim-01'],
    });
    expect(sum(finding)).toEqual([
      [1, 'W26'],
      [0, 'D6'],
    ]);
  });

  it('D6 makes no finding of what is rejected whole, and a rejected denial disputes nothing', () => {
    expect(weigh(buildResolved({ claims: [met('a', judged('negative'))] })).findings).toEqual([]);
    expect(weighed(met('a'), met('b', { ...judged('negative'), polarity: 'negative' })).status).toBe('single-origin');
    expect(weigh(buildResolved({ claims: [met('a', judged('negative'))] })).claims).toHaveLength(1);
  });

  it('D6 adds no origin for a confirmed claim', () => {
    expect(weighed(met('a', judged('positive')))).toMatchObject({ status: 'single-origin', weight: { total: 1 } });
  });

  it.each([
    ['A', 5],
    ['B', 4],
    ['C', 4],
    ['D', 3],
    ['E', 0],
    ['F', 4],
  ] as const)('W30 counts a voice of 4 as rated %s for %i, and grades credibility without it', (grade, total) => {
    const finding = only(rated(buildResolved({ claims: [met('a', { said: 'Ana Mora' })] }), { a: grade }));
    expect(finding.weight).toMatchObject({ subtotal: 4, total });
    expect(finding.informationCredibility.grade).toBe('2');
    expect(finding.sourceReliability).toMatchObject([{ origin: 'a', grade }]);
  });

  it('W30 rates nobody whom no analyst rated', () => {
    expect(weighed(met('a')).sourceReliability).toEqual([{ origin: 'a', grade: 'F', reasons: [], decisions: [] }]);
  });

  it('W30 no longer takes off a difference with who counts for nothing as rated', () => {
    const deal = (document: string, amount: string): ClaimDraft => ({
      in: document,
      type: 'deal',
      thing: 'deal',
      text: 'They struck a deal.',
      roles: { party: ['Ana Mora', 'Osman Hadari'], amount: [`~${amount}`] },
    });
    const resolved = buildResolved({ claims: [deal('a', '40 million crowns'), deal('b', '90 million crowns')] });
    // 1 + 1 − 1, then −1 (b is rated E) + 1 (nobody who counts is at odds) = 1.
    expect(sum(only(rated(resolved, { a: 'B', b: 'E' })))).toEqual([
      [1, 'W26'],
      [1, 'W26'],
      [-1, 'W29'],
      [-1, 'W30'],
      [1, 'W30'],
    ]);
  });

  it('W31 puts the grade that analysts gave a claim before that of the arithmetic, and keeps both', () => {
    const informationCredibility = { grade: '4', reasons: ['D7: rate by Ada'], decisions: ['decision-1'] } as const;
    const finding = weighed(met('a', { said: 'Ana Mora', informationCredibility }));
    expect(finding.informationCredibility).toMatchObject({ grade: '4', by: 'analysts', derived: '2' });
    // 4 − 1 as graded (W30).
    expect(finding.weight).toMatchObject({ subtotal: 4, total: 3 });
  });
});

describe('grades of credibility (W31)', () => {
  const grade = (...claims: readonly ClaimDraft[]): string => weighed(...claims).informationCredibility.grade;
  const official = { chain: [unnamed('an official', 'official'), outlet('a')] };
  const no = (document: string, said: string): ClaimDraft => met(document, { said, polarity: 'negative' });

  it('1 needs two voices and four points, 2 is what they are below that', () => {
    expect(grade(met('a', official), met('b', official))).toBe('1');
    expect(grade(met('a', official), met('b'))).toBe('2');
  });

  it('2 needs three points of one voice, 3 is what it is below that', () => {
    expect(grade(met('a', { chain: [unnamed('a leaked memo'), outlet('a')] }))).toBe('2');
    expect(grade(met('a', official))).toBe('3');
  });

  it('is no better than 3 once somebody who counts denies it', () => {
    expect(grade(met('a', { said: 'Ana Mora' }), met('b', official), no('c', 'Lena Varga'))).toBe('3');
  });

  it('3 needs a point, 4 goes down to one against, 5 is below', () => {
    expect(grade(met('a', official), no('b', 'Lena Varga'))).toBe('3');
    expect(grade(met('a', official), no('b', 'Ana Mora'))).toBe('4');
    expect(grade(met('a'), no('b', 'Ana Mora'))).toBe('4');
    expect(grade(met('a'), no('b', 'Ana Mora'), no('c', 'Lena Varga'))).toBe('5');
  });

  it('6 is what nobody of known origin says', () => {
    expect(grade(met('a', { origins: [] }))).toBe('6');
    expect(grade(no('a', 'Ana Mora'))).toBe('6');
  });
});

/** Repeatable dice. */
const dice = (seed: number): ((n: number) => number) => {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
};

const NAMES = ['Ana Mora', 'Osman Hadari', 'Lena Varga', 'Pia Sund'];
const GRADES: readonly SourceReliability[] = ['A', 'B', 'C', 'D', 'E', 'F'];

/** A thing told by a handful of claims of all sorts. Who has a part in it is told alike by all. */
const anyClaims = (roll: (n: number) => number, size: number): readonly ClaimDraft[] =>
  Array.from({ length: size }, (_, index) => {
    const origin = `o${roll(5)}`;
    const links: readonly (readonly ChainLink[])[] = [
      [],
      [named(NAMES[roll(4)] ?? '')],
      [unnamed('two officials', 'two', 'officials')],
      [unnamed('a memo'), named(NAMES[roll(4)] ?? '')],
    ];
    return {
      in: `d${index}`,
      type: 'deal',
      thing: 'thing',
      text: 'They struck a deal.',
      roles: {
        party: ['Ana Mora', 'Osman Hadari'],
        ...(roll(4) === 0 ? { amount: [`~${roll(2) === 0 ? 40 : 90} million crowns`] } : {}),
      },
      origins: roll(8) === 0 ? [] : roll(6) === 0 ? [origin, `o${roll(5)}`] : [origin],
      chain: [...(links[roll(4)] ?? []), outlet(`d${index}`)],
      certainty: roll(5) === 0 ? 'possible' : 'certain',
      polarity: roll(4) === 0 ? 'negative' : 'positive',
    };
  });

const GRADED = Object.fromEntries(['o0', 'o1', 'o2', 'o3', 'o4'].map((id, index) => [id, GRADES[index] ?? 'F']));

describe('laws of the sum', () => {
  const total = (claims: readonly ClaimDraft[], isRated: boolean): number | null => {
    const resolved = buildResolved({ claims });
    const [finding] = weigh(isRated ? rated(resolved, GRADED) : resolved).findings;
    return finding?.weight.total ?? null;
  };
  const piles = Array.from({ length: 150 }, (_, seed) => anyClaims(dice(seed * 7919 + 1), 1 + (seed % 7)));

  it.each([false, true])('never rises when a denial is added (rated: %s)', (isRated) => {
    for (const [seed, claims] of piles.entries()) {
      const before = total(claims, isRated);
      if (before === null) continue;
      const [extra] = anyClaims(dice(seed + 31), 1);
      if (extra === undefined) continue;
      const after = total([...claims, { ...extra, in: 'later', polarity: 'negative' }], isRated);
      expect(after, `pile ${seed}`).toBeLessThanOrEqual(before);
    }
  });

  it.each([false, true])('never rises when an origin that speaks in favour is dropped (rated: %s)', (isRated) => {
    let dropped = 0;
    for (const [seed, claims] of piles.entries()) {
      const before = total(claims, isRated);
      for (const origin of Object.keys(GRADED)) {
        const own = claims.filter(({ origins }) => origins?.includes(origin));
        if (own.length === 0 || own.some(({ polarity }) => polarity === 'negative')) continue;
        const left = claims.flatMap((claim): readonly ClaimDraft[] => {
          if (!claim.origins?.includes(origin)) return [claim];
          const others = claim.origins.filter((one) => one !== origin);
          return others.length === 0 ? [] : [{ ...claim, origins: others }];
        });
        const after = total(left, isRated);
        if (before === null || after === null) continue;
        dropped++;
        expect(after, `pile ${seed} without ${origin}`).toBeLessThanOrEqual(before);
      }
    }
    expect(dropped).toBeGreaterThan(100);
  });

  it('does not depend on the order of claims', () => {
    for (const claims of piles) {
      const resolved = rated(buildResolved({ claims }), GRADED);
      const turned = {
        ...resolved,
        claims: resolved.claims.toReversed(),
        documents: resolved.documents.toReversed(),
        happenings: resolved.happenings.map((one) => ({ ...one, claims: one.claims.toReversed() })),
      };
      expect(weigh(turned).findings).toEqual(weigh(resolved).findings);
    }
  });

  it('comes to the sum of its lines, its grade to that of the lines before analysts', () => {
    for (const claims of piles)
      for (const { weight } of weigh(rated(buildResolved({ claims }), GRADED)).findings) {
        const all = weight.lines.reduce((sum_, { value }) => sum_ + value, 0);
        const own = weight.lines.filter(({ rule }) => rule !== 'W30').reduce((sum_, { value }) => sum_ + value, 0);
        expect([all, own]).toEqual([weight.total, weight.subtotal]);
      }
  });
});

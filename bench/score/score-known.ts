import type { Chain } from '../heads/coreference-measures.ts';
import type { Answers, KnownContradiction } from './answers.ts';
import type { Score } from './ground.ts';
import { knownAlignments, onTwoSides, pairKey, wholesOf } from './known-alignments.ts';
import type { FoundContradiction, Outcome } from './outcome.ts';

export const ALIGNMENT_KINDS = ['corroborates', 'restates', 'denies', 'contradicts'] as const;
export const CONTRADICTION_KINDS = [
  'role',
  'date',
  'place',
  'number',
  'amount',
  'authorship',
  'agency',
  'duration',
  'yes-no',
] as const;

type Sides = readonly ReadonlySet<string>[];

/** Groups of claims as coreference measures take them: each claim a span of its own number. */
export interface EventChains {
  readonly gold: readonly Chain[];
  readonly found: readonly Chain[];
}

/** Scores what came of known claims: events, alignments and contradictions. */
export const scoreKnown = (answers: Answers, outcome: Outcome): readonly Score[] => [
  scorePairs(answers, outcome),
  ...scoreAlignments(answers, outcome),
  ...scoreContradictions(answers, outcome),
];

/** The groups of one case; claims that only the outcome knows are mentions that are not in the answers. */
export const eventChains = (answers: Answers, outcome: Outcome): EventChains => {
  const number = new Map((answers.claims ?? []).map((claim, at) => [claim.id, at]));
  for (const id of outcome.events.keys()) if (!number.has(id)) number.set(id, number.size);
  const chains = (groups: Iterable<readonly [claim: string, event: string]>): readonly Chain[] => {
    const byEvent = new Map<string, [number, number][]>();
    for (const [claim, event] of groups) {
      const at = number.get(claim) ?? -1;
      byEvent.set(event, [...(byEvent.get(event) ?? []), [at, at + 1]]);
    }
    return [...byEvent.values()];
  };
  return {
    gold: chains((answers.claims ?? []).map((claim) => [claim.id, claim.event])),
    found: chains(outcome.events),
  };
};

/** Pairs of known claims that are of one thing. */
const scorePairs = (answers: Answers, { events }: Outcome): Score => {
  const claims = answers.claims ?? [];
  const tally = new PairTally('events: pairs of claims of one thing');
  const wholes = wholesOf(claims);
  for (const [at, a] of claims.entries()) {
    for (const b of claims.slice(at + 1)) {
      // A part beside its whole is neither right nor wrong.
      if (a.event !== b.event && wholes.get(a.event) === wholes.get(b.event)) continue;
      const event = events.get(a.id);
      const says = (): string => `${a.event}: ${a.id} ${short(a.quote)} | ${b.event}: ${b.id} ${short(b.quote)}`;
      tally.add(a.event === b.event, event !== undefined && event === events.get(b.id), says);
    }
  }
  return tally.score;
};

const scoreAlignments = (answers: Answers, outcome: Outcome): readonly Score[] => {
  const claims = answers.claims ?? [];
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const claimsOf = (list: Answers['contradictions']): readonly Sides[] =>
    list.map(({ values }) => values.map((value) => new Set(value.claims ?? [])));
  const { alignments, open } = knownAlignments(
    claims,
    claimsOf(answers.contradictions.filter(({ explained }) => explained == null)),
    claimsOf(answers.contradictions.filter(({ explained }) => explained != null)),
  );
  const known = new Map(alignments.map(({ a, b, kind }) => [pairKey(a, b), kind]));
  const found = new Map(
    outcome.alignments
      .filter(({ a, b }) => byId.has(a) && byId.has(b) && !open.has(pairKey(a, b)))
      .map(({ a, b, kind }) => [pairKey(a, b), kind]),
  );
  const pairs = new Set([...known.keys(), ...found.keys()]);
  return ALIGNMENT_KINDS.map((kind) => {
    const tally = new PairTally(`alignments: ${kind}`);
    for (const pair of pairs) {
      const [a, b] = pair.split(' ').map((id) => byId.get(id));
      const [should, does] = [known.get(pair), found.get(pair)];
      tally.add(
        should === kind,
        does === kind,
        () =>
          `known ${should ?? 'none'}, found ${does ?? 'none'}: ${a?.event} ${a?.id} ${short(a?.quote)} | ${b?.event} ${b?.id} ${short(b?.quote)}`,
      );
    }
    return tally.score;
  });
};

/** A quote of the answers as a key that a value may stand on beside ids of claims. */
export const placeKey = ({ document, quote }: { readonly document: string; readonly quote: string }): string =>
  `${document}: ${quote}`;

const sidesOf = ({ values }: KnownContradiction): Sides =>
  values.map((value) => new Set([...(value.claims ?? []), ...value.evidence.map(placeKey)]));

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key));

/** Two of the found values stand on two different values of the known one. */
const isSame = (kind: string, sides: Sides, found: FoundContradiction): boolean =>
  kind === found.kind &&
  sides.some((side, at) =>
    sides.some(
      (other, index) =>
        index > at &&
        found.values.some(
          (value, i) => meets(value, side) && found.values.some((rest, j) => i !== j && meets(rest, other)),
        ),
    ),
  );

/** Which of its values the answers say is a mistake. */
const slipOf = ({ likelySlip, values }: KnownContradiction): number | null => {
  if (likelySlip == null) return null;
  const at = values.findIndex(({ value }) => likelySlip === value || likelySlip.startsWith(`${value} (`));
  return at < 0 ? values.findIndex(({ value }) => likelySlip.startsWith(value)) : at;
};

/**
 * Known contradictions and found ones, and the mistakes among them. One that is explained may be missed. A found yes-no is right,
 * too, when its sides hold claims that deny each other: a claim and its denial need not be listed.
 */
const scoreContradictions = (answers: Answers, { contradictions: made }: Outcome): readonly Score[] => {
  const known = answers.contradictions.map((one) => ({ one, sides: sidesOf(one), slip: slipOf(one) }));
  const denials = knownAlignments(answers.claims ?? [], []).alignments.filter(({ kind }) => kind === 'denies');
  const isRight = (found: FoundContradiction): boolean =>
    known.some(({ one, sides }) => isSame(one.kind, sides, found)) ||
    (found.kind === 'yes-no' && denials.some(({ a, b }) => onTwoSides(found.values, a, b)));
  const of = (kind: string | null): Score => {
    const asked = known.filter(({ one }) => one.explained == null && (kind === null || one.kind === kind));
    const told = made.filter((one) => kind === null || one.kind === kind);
    const missing = asked.filter(({ one, sides }) => !made.some((found) => isSame(one.kind, sides, found)));
    const wrong = told.filter((found) => !isRight(found));
    return {
      kind: kind === null ? 'contradictions: all' : `contradictions: ${kind}`,
      known: asked.length,
      found: asked.length - missing.length,
      made: told.length,
      right: told.length - wrong.length,
      shortfalls:
        kind === null
          ? []
          : [
              ...missing.map(({ one }) => `missed: ${one.about}`),
              ...wrong.map(({ words }) => `not among the known: ${words}`),
            ],
    };
  };
  const slips = known.filter(({ slip }) => slip !== null && slip >= 0);
  const isSlip = (found: FoundContradiction, { one, sides, slip }: (typeof slips)[number]): boolean =>
    found.slip !== null &&
    isSame(one.kind, sides, found) &&
    meets(found.values[found.slip] ?? new Set(), sides[slip ?? -1] ?? new Set());
  const said = made.filter(({ slip }) => slip !== null);
  const unseen = slips.filter((one) => !made.some((found) => isSlip(found, one)));
  const untrue = said.filter((found) => !slips.some((one) => isSlip(found, one)));
  return [
    of(null),
    ...CONTRADICTION_KINDS.map(of),
    {
      kind: 'likely slips',
      known: slips.length,
      found: slips.length - unseen.length,
      made: said.length,
      right: said.length - untrue.length,
      shortfalls: [
        ...unseen.map(({ one }) => `missed: ${one.likelySlip}`),
        ...untrue.map(({ words, slip }) => `not among the known: value ${(slip ?? 0) + 1} of ${words}`),
      ],
    },
    scoreNotContradictions(answers, made),
  ];
};

/**
 * Differences that are none and are not reported as one: claims of the listed on two sides of a record of that kind. What also
 * stands as a contradiction with an explanation may be reported.
 */
const scoreNotContradictions = (answers: Answers, made: readonly FoundContradiction[]): Score => {
  const explained = answers.contradictions.filter((one) => one.explained != null);
  const mayStand = (kind: string, a: string, b: string): boolean =>
    explained.some((one) => one.kind === kind && onTwoSides(sidesOf(one), a, b));
  const listed = (answers.notContradictions ?? [])
    .map((one) => ({
      one,
      pairs: one.claims.flatMap((a, at) =>
        one.claims.slice(at + 1).flatMap((b) => (mayStand(one.kind, a, b) ? [] : [[a, b] as const])),
      ),
    }))
    .filter(({ pairs }) => pairs.length > 0);
  const reported = listed.flatMap(({ one, pairs }) => {
    const record = made.find(
      ({ kind, values }) => kind === one.kind && pairs.some(([a, b]) => onTwoSides(values, a, b)),
    );
    return record === undefined ? [] : [`reported ${one.kind}: ${one.about}: ${record.words}`];
  });
  return {
    kind: 'differences that are none, not reported',
    known: listed.length,
    found: listed.length - reported.length,
    made: null,
    right: null,
    shortfalls: reported,
  };
};

/** Counts pairs that should be and that are. */
class PairTally {
  readonly #kind: string;
  readonly #shortfalls: string[] = [];
  #known = 0;
  #made = 0;
  #right = 0;

  constructor(kind: string) {
    this.#kind = kind;
  }

  add(should: boolean, does: boolean, says: () => string): void {
    if (should) this.#known++;
    if (does) this.#made++;
    if (should && does) this.#right++;
    if (should !== does) this.#shortfalls.push(`${should ? 'missed' : 'wrong'}: ${says()}`);
  }

  get score(): Score {
    return {
      kind: this.#kind,
      known: this.#known,
      found: this.#right,
      made: this.#made,
      right: this.#right,
      shortfalls: this.#shortfalls,
    };
  }
}

const short = (quote: string | undefined): string => `"${(quote ?? '').slice(0, 60)}"`;

import type { Interest, Tie } from '../../src/model/index.ts';
import type { Score } from './ground.ts';
import type { KnownInterest, KnownTie } from './known-ledgers.ts';
import { isAlike, isWords, type Matcher } from './matcher.ts';
import { FieldTally, matchRows, same } from './row-scores.ts';

const CLAIMS = ['tie', 'ownership', 'appointment'];
/** Kinds under which one and the same tie may be told. */
const FAMILY: Readonly<Record<string, string>> = {
  appointment: 'post',
  employment: 'post',
  directorship: 'post',
  membership: 'post',
  business: 'post',
  friendship: 'known to each other',
  school: 'known to each other',
  venue: 'known to each other',
};
const familyOf = (kind: string): string => FAMILY[kind] ?? kind;
const KIND_OF_CLAIM: Readonly<Record<string, string>> = { ownership: 'ownership', appointment: 'appointment' };

/** Ties with their time and share, and the paths that lead over them. */
export const scoreTies = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const { score, apart, pairs } = matchRows<KnownTie, Tie>(matcher, {
    kind: 'ties',
    known: answers.ties,
    made: matcher.case.ties,
    types: CLAIMS,
    agrees: (known, row) =>
      (known.polarity === row.polarity || known.disputed === true) &&
      familyOf(known.kind) === familyOf(row.kind) &&
      isBetween(matcher, known.between, row.from, row.to),
    isTrue: (row) => isClaimed(matcher, row),
    says: ({ kind, words, polarity }) => `${polarity} ${kind} ${words}`,
  });
  const kind = new FieldTally('ties: kind');
  const from = new FieldTally('ties: since when');
  const to = new FieldTally('ties: until when');
  const share = new FieldTally('ties: share');
  const via = new FieldTally('ties: through whom');
  for (const { known, made, name } of pairs) {
    const told = matcher.claimsAt(made.evidence, CLAIMS).flatMap(({ properties }) => properties?.['kind'] ?? []);
    const isKind = (a: string, b: string): boolean => a === b || (b === 'appointment' && familyOf(a) === 'post');
    kind.value(name, [known.kind], made.kind, isKind, told);
    if (known.validFrom === undefined) continue;
    from.value(name, [known.validFrom ?? []].flat(), made.validFrom, same);
    to.value(name, [known.validTo ?? []].flat(), made.validTo, same);
    share.value(name, [known.share ?? [], known.shares ?? []].flat(), made.share, isShare);
    via.list(name, known.via ?? [], made.via, (one, id) => matcher.is(one, id), {
      known: (one) => one,
      made: (one) => one,
    });
  }
  return [score, apart, ...[kind, from, to, share, via].map((tally) => tally.score), ...scoreInterests(matcher)];
};

const isBetween = (matcher: Matcher, between: readonly string[], from: string, to: string): boolean => {
  const [a, b] = between;
  return (matcher.is(a, from) && matcher.is(b, to)) || (matcher.is(a, to) && matcher.is(b, from));
};

/** A known claim says so of the same two. */
const isClaimed = (matcher: Matcher, { polarity, kind, from, to, evidence }: Tie): boolean =>
  matcher.claimsAt(evidence, CLAIMS).some((claim) => {
    const told = claim.properties?.['kind'] ?? KIND_OF_CLAIM[claim.type] ?? '';
    const ends = Object.values(claim.roles).flat();
    return (
      claim.polarity === polarity &&
      familyOf(told) === familyOf(kind) &&
      ends.some((one) => matcher.is(one, from)) &&
      ends.some((one) => matcher.is(one, to))
    );
  });

const FRACTIONS: Readonly<Record<string, number>> = {
  half: 50,
  third: 33,
  quarter: 25,
  fifth: 20,
  'two-fifths': 40,
  'two thirds': 67,
};

/** "a fifth", "20%" and "20 per cent" are one share. */
const percentOf = (words: string): number | null => {
  const digits = /(\d+(?:[.,]\d+)?)\s*(?:%|per ?cent)/i.exec(words)?.[1];
  if (digits !== undefined) return Number(digits.replace(',', '.'));
  const word = Object.keys(FRACTIONS).find((one) => words.toLowerCase().includes(one));
  return word === undefined ? null : (FRACTIONS[word] ?? null);
};

const isShare = (a: string, b: string): boolean => {
  const [one, other] = [percentOf(a), percentOf(b)];
  return one === null || other === null ? isAlike(a, b) : one === other;
};

/** The people at the joints of a known path, from the negotiator to who gains; null when its ties do not join. */
export const jointsOf = (
  { negotiator, path }: Pick<KnownInterest, 'negotiator' | 'path'>,
  ties: ReadonlyMap<string, KnownTie>,
): readonly string[] | null => {
  const joints = [negotiator];
  for (const id of path) {
    const [a, b] = ties.get(id)?.between ?? [];
    const at = joints.at(-1);
    const next = a === at ? b : b === at ? a : undefined;
    if (next === undefined) return null;
    joints.push(next);
  }
  return joints;
};

const scoreInterests = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const known = answers.interests ?? [];
  const ties = new Map(answers.ties.map((tie) => [tie.id ?? '', tie]));
  const made = matcher.case.interests;
  const pathOf = (row: Interest): readonly string[] => [row.negotiator, ...row.path.map(({ to }) => to)];
  const isPath = (one: KnownInterest, row: Interest): boolean => {
    const joints = jointsOf(one, ties) ?? [];
    const steps = pathOf(row);
    return joints.length === steps.length && joints.every((joint, at) => matcher.is(joint, steps[at]));
  };
  const isDeal = (one: KnownInterest, row: Interest): boolean => {
    const deal = answers.deals.find(({ id }) => id === one.deal);
    const told = matcher.case.deals.find(({ id }) => id === row.deal);
    return (
      deal !== undefined &&
      told !== undefined &&
      matcher.touches(told.evidence, matcher.placesOf(deal.id, deal.evidence, ['deal', 'offer']))
    );
  };
  const rowsOf = (one: KnownInterest): readonly Interest[] =>
    made.filter((row) => isPath(one, row) && isDeal(one, row));
  const hinted = answers.deals.filter(({ implied }) => implied === true).map(({ id }) => id);
  const asked = known.filter(({ optional, deal }) => optional !== true && !hinted.includes(deal));
  const missing = asked.filter((one) => rowsOf(one).length === 0);
  const barred = answers.notInterests ?? [];
  const crosses = (row: Interest, between: readonly string[]): boolean =>
    row.path.some(({ from, to }) => isBetween(matcher, between, from, to));
  const right = made.filter(
    (row) =>
      !barred.some(({ between }) => crosses(row, between)) &&
      (known.some((one) => isPath(one, row) && isDeal(one, row)) || isSound(matcher, row)),
  );
  const bad = barred.filter(({ between }) => made.some((row) => crosses(row, between)));
  const score: Score = {
    kind: 'interests',
    known: asked.length,
    found: asked.length - missing.length,
    made: made.length,
    right: right.length,
    shortfalls: [
      ...missing.map(({ id, negotiator, gains, deal }) => `missed ${id}: ${negotiator} to ${gains} by ${deal}`),
      ...made.filter((row) => !right.includes(row)).map((row) => `not among the known: ${pathOf(row).join(' > ')}`),
    ],
  };
  const avoided: Score = {
    kind: 'interests: steps that must not be, avoided',
    known: barred.length,
    found: barred.length - bad.length,
    made: null,
    right: null,
    shortfalls: bad.map(({ between, why }) => `steps from ${between.join(' to ')}: ${why}`),
  };
  return [score, avoided, ...interestFields(matcher, known, rowsOf)];
};

const interestFields = (
  matcher: Matcher,
  known: readonly KnownInterest[],
  rowsOf: (one: KnownInterest) => readonly Interest[],
): readonly Score[] => {
  const { answers } = matcher.ground;
  const weakest = new FieldTally('interests: weakest hop');
  const overlap = new FieldTally('interests: overlap in time');
  const against = new FieldTally('interests: what speaks against');
  const claims = new Map(matcher.case.claims.map((claim) => [claim.id, claim]));
  const between = new Map(matcher.case.ties.map(({ id, from, to }) => [id, [from, to] as const]));
  for (const one of known) {
    const [row] = rowsOf(one);
    if (row === undefined) continue;
    const hop = answers.ties.find(({ id }) => id === one.weakest)?.between;
    const told = row.weakest === null ? undefined : between.get(row.weakest);
    if (hop !== undefined)
      weakest.value(one.id, [hop.join(' - ')], told?.join(' - ') ?? null, () =>
        told === undefined ? false : isBetween(matcher, hop, told[0], told[1]),
      );
    if (one.overlap !== null) overlap.value(one.id, [one.overlap], row.overlap.verdict, same);
    const spoken = row.against.flatMap((id) => claims.get(id) ?? []);
    against.list(
      one.id,
      one.against,
      spoken,
      (place, claim) => matcher.touches(claim.evidence, [place]),
      {
        known: ({ quote }) => quote,
        made: ({ text }) => text,
      },
      ({ polarity }) => polarity === 'negative',
    );
  }
  return [weakest.score, overlap.score, against.score];
};

/** Whether a path that nobody listed steps on true ties only, from one who talks to one who gains. */
const isSound = (matcher: Matcher, row: Interest): boolean => {
  const { answers } = matcher.ground;
  const talks = [
    ...answers.meetings.flatMap(({ participants, mediators }) => [...participants, ...(mediators ?? [])]),
    ...answers.proposals.flatMap(({ by }) => by),
  ];
  const gains = answers.deals
    .flatMap((deal) => [...deal.parties, ...(deal.gains ?? [])])
    .filter((one) => !isWords(one));
  const ties = answers.ties.filter(({ polarity }) => polarity === 'positive');
  const made = new Map(matcher.case.ties.map((tie) => [tie.id, tie]));
  return (
    matcher.anyOf(talks, [row.negotiator]) &&
    matcher.anyOf(gains, [row.gains]) &&
    row.path.every((hop) => {
      const tie = made.get(hop.tie);
      return (
        ties.some(({ between }) => isBetween(matcher, between, hop.from, hop.to)) ||
        (tie !== undefined && isClaimed(matcher, tie))
      );
    })
  );
};

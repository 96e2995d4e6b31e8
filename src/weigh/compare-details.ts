import type { Claim, Contradiction, Filler } from '../model/index.ts';
import { datesOverlap } from '../text/index.ts';
import { isOtherAuthority, isOtherPlace, type Known } from './known.ts';
import { daysIn, differentAmounts, differentDurations } from './quantities.ts';

/** A detail on which two claims of one thing cannot both hold. */
export interface Difference {
  readonly kind: Contradiction['kind'];
  readonly values: readonly [string, string];
}

/** Reads one detail of a claim; null when the claim does not say. */
interface Detail {
  readonly kind: Contradiction['kind'];
  /** Frame types that have it. */
  readonly types: ReadonlySet<string>;
  readonly value: (claim: Claim) => string | null;
  readonly differ: (a: Claim, b: Claim, known: Known) => boolean;
}

const keysOf = (claim: Claim, role: string): readonly string[] =>
  (claim.roles[role] ?? []).map((filler) => filler.entity).filter((id): id is string => id !== null);

const words = (fillers: readonly Filler[] | undefined): string | null =>
  fillers === undefined || fillers.length === 0 ? null : fillers.map((filler) => filler.text).join(' and ');

/** Two sets of entities that share nobody. A set with nobody resolved differs from nothing. */
const disjoint = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id));

/** Details that can contradict, as a table: what it is called, which frames have it, how it reads, when two differ. */
export const DETAILS: readonly Detail[] = [
  {
    kind: 'date',
    types: new Set(['meeting', 'visit', 'call', 'waiver', 'sanction']),
    value: (claim) => claim.date,
    // "In May" and "May 14" are one date told with different care; only days that exclude each other contradict.
    differ: (a, b) => a.date !== null && b.date !== null && datesOverlap(a.date, b.date) === false && sameStatus(a, b),
  },
  {
    kind: 'number',
    types: new Set(['proposal']),
    value: (claim) => claim.properties.points ?? null,
    differ: (a, b, known) =>
      differentNumbers(a.properties.points, b.properties.points) &&
      !isLaterVersion(a) &&
      !isLaterVersion(b) &&
      !known.tellsBoth(a, b),
  },
  {
    kind: 'duration',
    types: new Set(['meeting', 'visit', 'call']),
    value: (claim) => claim.duration,
    differ: (a, b) => differentDurations(a.duration, b.duration),
  },
  {
    // For how many days a licence lets somebody in.
    kind: 'number',
    types: new Set(['waiver']),
    value: (claim) => daysOf(claim),
    differ: (a, b) => differentNumbers(daysOf(a) ?? undefined, daysOf(b) ?? undefined),
  },
  {
    kind: 'place',
    types: new Set(['meeting', 'visit']),
    value: (claim) => words(claim.roles.place),
    differ: (a, b, known) =>
      keysOf(a, 'place').length > 0 && disjoint(keysOf(a, 'place'), keysOf(b, 'place')) && isOtherPlace(a, b, known),
  },
  {
    kind: 'amount',
    types: new Set(['deal', 'offer', 'ownership']),
    value: (claim) => words(claim.roles.amount) ?? words(claim.roles.share),
    differ: (a, b) => differentAmounts(amountOf(a), amountOf(b)),
  },
  {
    kind: 'authorship',
    types: new Set(['proposal']),
    value: (claim) => words(claim.roles.author),
    differ: (a, b) => disjoint(keysOf(a, 'author'), keysOf(b, 'author')) && sameAct(a, b),
  },
  {
    kind: 'agency',
    types: new Set(['waiver']),
    value: (claim) => words(claim.roles.authority),
    differ: (a, b, known) =>
      disjoint(keysOf(a, 'authority'), keysOf(b, 'authority')) &&
      bothGive(a, b) &&
      isOtherAuthority(a, b, 'authority', known),
  },
  {
    kind: 'agency',
    types: new Set(['waiver']),
    value: (claim) => words(claim.roles.requester),
    differ: (a, b, known) =>
      disjoint(keysOf(a, 'requester'), keysOf(b, 'requester')) && isOtherAuthority(a, b, 'requester', known),
  },
];

/** Drafted by one and handed over by another is no contradiction. */
const sameAct = (a: Claim, b: Claim): boolean => (a.properties.act ?? 'drafted') === (b.properties.act ?? 'drafted');

/** "Revised to nineteen points": a later state, no other word on the first. */
const isLaterVersion = (claim: Claim): boolean =>
  claim.properties.act === 'revised' || ['revised', 'supplementary'].includes(claim.properties.version ?? '');

/** How many days a licence runs: as the frame has it, or the only number of days in its words. */
const daysOf = (claim: Claim): string | null =>
  daysIn([claim.duration ?? '', ...claim.evidence.map((one) => one.quote)]);

/** Whoever is asked for a waiver is the one to grant it; only a refusal by one leaves room for a grant by another. */
const bothGive = (a: Claim, b: Claim): boolean =>
  a.properties.status !== 'refused' && b.properties.status !== 'refused';

/** Asked on one day and granted on another is no contradiction. */
const sameStatus = (a: Claim, b: Claim): boolean => a.properties.status === b.properties.status;

/**
 * The details on which two claims of one thing cannot both hold.
 *
 * Empty when they agree, when either is silent, or when one is only less exact. Both claims must be asserted as fact.
 */
export const differingDetails = (a: Claim, b: Claim, known: Known): readonly Difference[] =>
  DETAILS.filter(({ types, differ }) => types.has(a.type) && types.has(b.type) && differ(a, b, known)).map(
    ({ kind, value }) => ({
      kind,
      values: [value(a) ?? '', value(b) ?? ''],
    }),
  );

const differentNumbers = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b && /^\d+$/.test(a) && /^\d+$/.test(b);

const amountOf = (claim: Claim): string | null => words(claim.roles.share) ?? words(claim.roles.amount);

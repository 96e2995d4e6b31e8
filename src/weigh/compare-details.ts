import type { Claim, Contradiction, Filler } from '../model/index.ts';
import { datesOverlap } from '../text/index.ts';

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
  readonly differ: (a: Claim, b: Claim) => boolean;
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
    differ: (a, b) => a.date !== null && b.date !== null && datesOverlap(a.date, b.date) === false,
  },
  {
    kind: 'number',
    types: new Set(['proposal']),
    value: (claim) => claim.properties.points ?? null,
    differ: (a, b) => differentNumbers(a.properties.points, b.properties.points),
  },
  {
    kind: 'duration',
    types: new Set(['meeting', 'visit', 'call', 'waiver']),
    value: (claim) => claim.duration,
    differ: (a, b) => differentDurations(a.duration, b.duration),
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
    differ: (a, b) => disjoint(keysOf(a, 'authority'), keysOf(b, 'authority')) && sameStatus(a, b),
  },
  {
    kind: 'agency',
    types: new Set(['waiver']),
    value: (claim) => words(claim.roles.requester),
    differ: (a, b) => disjoint(keysOf(a, 'requester'), keysOf(b, 'requester')),
  },
];

/** Drafted by one and handed over by another is no contradiction. */
const sameAct = (a: Claim, b: Claim): boolean => (a.properties.act ?? 'drafted') === (b.properties.act ?? 'drafted');

/** Granted by one and asked of another is no contradiction. */
const sameStatus = (a: Claim, b: Claim): boolean => a.properties.status === b.properties.status;

/**
 * The details on which two claims of one thing cannot both hold.
 *
 * Empty when they agree, when either is silent, or when one is only less exact. Both claims must be asserted as fact.
 */
export const differingDetails = (a: Claim, b: Claim): readonly Difference[] =>
  DETAILS.filter(({ types, differ }) => types.has(a.type) && types.has(b.type) && differ(a, b)).map(
    ({ kind, value }) => ({
      kind,
      values: [value(a) ?? '', value(b) ?? ''],
    }),
  );

const differentNumbers = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b && /^\d+$/.test(a) && /^\d+$/.test(b);

const HOURS: Readonly<Record<string, number>> = { Y: 8766, W: 168, D: 24, H: 1, M: 1 / 60 };

const hoursOf = (iso: string): number | null => {
  const months = /P(\d+)M(?!.*T)/.exec(iso);
  if (months !== null) return Number(months[1]) * 730.5;
  let hours = 0;
  let found = false;
  for (const match of iso.matchAll(/(\d+(?:\.\d+)?)([YWDHM])/g)) {
    hours += Number(match[1]) * (HOURS[match[2] ?? ''] ?? 0);
    found = true;
  }
  return found ? hours : null;
};

/** "Nearly five hours" and "about five hours" agree; so do values within a fifth of each other when either says about. */
const differentDurations = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return false;
  const first = hoursOf(a);
  const second = hoursOf(b);
  if (first === null || second === null || first === second) return false;
  const vague = a.startsWith('~') || b.startsWith('~');
  const ratio = Math.min(first, second) / Math.max(first, second);
  return ratio < (vague ? 0.8 : 0.999);
};

const amountOf = (claim: Claim): string | null => words(claim.roles.share) ?? words(claim.roles.amount);

const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly vague: boolean;
}

const parseAmount = (text: string): Amount | null => {
  const match = /(?<number>\d[\d,.\u00a0 ]*)\s*(?<scale>thousand|million|billion|trillion|bn|mn|tn|k|m|b)?\b/i.exec(
    text,
  );
  const number = match?.groups?.number;
  if (number === undefined) return null;
  const plain = Number(number.replace(/[,\u00a0 ]/g, '').replace(/\.$/, ''));
  if (!Number.isFinite(plain)) return null;
  const scale = SCALE[match?.groups?.scale?.toLowerCase() ?? ''] ?? 1;
  const unit = /%|per ?cent/i.test(text)
    ? '%'
    : text
        .replace(/[\d.,\s]+/g, ' ')
        .replace(
          /\b(?:about|around|roughly|nearly|almost|some|over|more than|up to|at least|an?|estimated|thousand|million|billion|trillion|bn|mn|tn)\b/gi,
          ' ',
        )
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase();
  return {
    value: plain * scale,
    unit,
    vague: /about|around|roughly|nearly|almost|some|over|more than|up to|at least|estimated/i.test(text),
  };
};

const differentAmounts = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return false;
  const first = parseAmount(a);
  const second = parseAmount(b);
  if (first === null || second === null || first.unit !== second.unit || first.value === 0 || second.value === 0)
    return false;
  const ratio = Math.min(first.value, second.value) / Math.max(first.value, second.value);
  return ratio < (first.vague || second.vague ? 0.8 : 0.999);
};

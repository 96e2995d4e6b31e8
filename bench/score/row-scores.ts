import type { Evidence } from '../../src/model/index.ts';
import type { Known, Place } from './answers.ts';
import type { Score } from './ground.ts';
import type { Matcher } from './matcher.ts';

export interface MadeRow {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

/** A known row with the row of the case that is most like it, and how to name it. */
export interface Pair<K, M> {
  readonly known: K;
  readonly made: M;
  readonly name: string;
}

const nameOf = (known: { readonly id?: string; readonly evidence: readonly Place[] }): string =>
  known.id ?? `${known.evidence[0]?.document.slice(0, 2)}: ${known.evidence[0]?.quote.slice(0, 60)}`;

interface RowRules<K, M> {
  readonly kind: string;
  readonly known: readonly K[];
  readonly made: readonly M[];
  /** Types of claims that make such rows. */
  readonly types: readonly string[];
  /** Where it may be told; its quotes and its claims unless given. */
  readonly places?: (known: K) => readonly Place[];
  readonly agrees: (known: K, row: M) => boolean;
  /** Right though it is none of the known rows: what a known claim says in so many words. */
  readonly isTrue?: (row: M) => boolean;
  /** Only hinted at, so that missing it costs nothing. */
  readonly isImplied?: (known: K) => boolean;
  readonly says?: (row: M) => string;
}

/**
 * A row is found where it stands on the same words and tells of the same people; each known row can make several rows right.
 * Pairs are for the fields: each known row with the row that shares most places with it.
 */
export const matchRows = <K extends Known, M extends MadeRow>(
  matcher: Matcher,
  rules: RowRules<K, M>,
): {
  readonly score: Score;
  /** Whether known rows are told apart, and each in one row. */
  readonly apart: Score;
  readonly implied: Score | null;
  readonly pairs: readonly Pair<K, M>[];
  /** All rows of each known one, the likest first. */
  readonly hits: ReadonlyMap<K, readonly M[]>;
} => {
  const places = new Map(
    rules.known.map(
      (known) => [known, rules.places?.(known) ?? matcher.placesOf(known.id, known.evidence, rules.types)] as const,
    ),
  );
  const shared = (known: K, row: M): number =>
    rules.agrees(known, row) ? matcher.shared(row.evidence, places.get(known) ?? []) : 0;
  const candidates: { readonly known: K; readonly row: M; readonly weight: number }[] = [];
  const hits = new Map(
    rules.known.map((known) => {
      const rows = rules.made
        .map((row) => ({ known, row, weight: shared(known, row) }))
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1));
      candidates.push(...rows);
      return [known, rows.map(({ row }) => row)] as const;
    }),
  );
  // Where one row holds two known things, its fields are those of the likelier.
  const own = new Map<K, M>();
  const taken = new Set<M>();
  for (const { known, row } of candidates.sort((a, b) => b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1))) {
    if (own.has(known) || taken.has(row)) continue;
    own.set(known, row);
    taken.add(row);
  }
  const right = new Set([...hits.values()].flat());
  const also = (matcher.ground.answers.alsoRight ?? []).filter(({ ledger }) => ledger === rules.kind);
  const wrong = rules.made.filter(
    (row) =>
      !right.has(row) &&
      rules.isTrue?.(row) !== true &&
      !also.some(({ evidence }) => matcher.touches(row.evidence, evidence)),
  );
  const isImplied = rules.isImplied ?? (() => false);
  const count = (kind: string, asked: readonly K[]): Score => {
    const missing = asked.filter((known) => (hits.get(known) ?? []).length === 0);
    return {
      kind,
      known: asked.length,
      found: asked.length - missing.length,
      made: null,
      right: null,
      shortfalls: missing.map((known) => `missed ${nameOf(known)}: ${known.evidence[0]?.quote.slice(0, 110)}`),
    };
  };
  const asked = rules.known.filter((known) => known.background !== true);
  const stated = count(
    rules.kind,
    asked.filter((known) => !isImplied(known)),
  );
  const hinted = asked.filter(isImplied);
  const found = asked.filter((known) => (hits.get(known) ?? []).length > 0);
  return {
    score: {
      ...stated,
      made: rules.made.length,
      right: rules.made.length - wrong.length,
      shortfalls: [
        ...stated.shortfalls,
        ...wrong.map(
          (row) =>
            `not among the known: ${rules.says?.(row) ?? ''} "${row.evidence[0]?.quote.slice(0, 140).replace(/\s+/g, ' ')}"`,
        ),
      ],
    },
    apart: {
      kind: `${rules.kind}: told apart, each in one row`,
      known: found.length,
      found: found.filter((known) => own.has(known)).length,
      made: right.size,
      right: taken.size,
      shortfalls: found
        .filter((known) => !own.has(known) || (hits.get(known) ?? []).length > 1)
        .map((known) => `${nameOf(known)}: ${(hits.get(known) ?? []).length} rows`),
    },
    implied: hinted.length === 0 ? null : count(`${rules.kind}: only implied`, hinted),
    hits,
    pairs: rules.known.flatMap((known) => {
      const made = own.get(known);
      return made === undefined ? [] : [{ known, made, name: nameOf(known) }];
    }),
  };
};

/** Counts the parts of rows that were found: what is known of them and is told, what is told and is known. */
export class FieldTally {
  readonly #kind: string;
  readonly #shortfalls: string[] = [];
  #known = 0;
  #found = 0;
  #made = 0;
  #right = 0;

  constructor(kind: string) {
    this.#kind = kind;
  }

  /** Lists: each known item that some told item is; each told item that is some known one. @param may Told items that are not wrong either. */
  list<K, M>(
    name: string,
    known: readonly K[],
    made: readonly M[],
    same: (known: K, made: M) => boolean,
    says: { readonly known: (one: K) => string; readonly made: (one: M) => string },
    may: (made: M) => boolean = () => false,
  ): void {
    const missing = known.filter((one) => !made.some((told) => same(one, told)));
    const wrong = made.filter((told) => !known.some((one) => same(one, told)) && !may(told));
    this.#known += known.length;
    this.#found += known.length - missing.length;
    this.#made += made.length;
    this.#right += made.length - wrong.length;
    for (const one of missing) this.#shortfalls.push(`${name}: missed ${says.known(one)}`);
    for (const one of wrong) this.#shortfalls.push(`${name}: wrong ${says.made(one)}`);
  }

  /** One value: null is none. @param right Others that are not wrong, though not the best. */
  value<V>(
    name: string,
    known: readonly V[],
    made: V | null,
    same: (known: V, made: V) => boolean,
    right: readonly V[] = [],
  ): void {
    const isFound = made !== null && known.some((one) => same(one, made));
    const isRight = isFound || (made !== null && right.some((one) => same(one, made)));
    if (known.length > 0) this.#known++;
    if (isFound) this.#found++;
    if (made !== null) this.#made++;
    if (isRight) this.#right++;
    if (known.length > 0 && !isFound) this.#shortfalls.push(`${name}: known ${known.join(' | ')}, told ${made}`);
    else if (made !== null && !isRight) this.#shortfalls.push(`${name}: wrong ${made}, nothing known`);
  }

  get score(): Score {
    return {
      kind: this.#kind,
      known: this.#known,
      found: this.#found,
      made: this.#made,
      right: this.#right,
      shortfalls: this.#shortfalls,
    };
  }
}

export const same = <V>(a: V, b: V): boolean => a === b;

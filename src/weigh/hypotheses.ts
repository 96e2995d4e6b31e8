import {
  byText,
  type Claim,
  type Consistency,
  contentId,
  type Finding,
  type Hypothesis,
  type Supposition,
} from '../model/index.ts';
import { weighThing } from './weight.ts';
import type { WeightQuestions } from './weight-placement.ts';

/** Inconsistency of a cell before its row's weight (rule W36); what is consistent adds nothing, as hypotheses are refuted, not proved. */
const INCONSISTENCY: Readonly<Record<Consistency, number>> = { CC: 0, C: 0, N: 0, NA: 0, I: 1, II: 2 };

/** Where a cell stands on the scale from very consistent to very inconsistent; null: not applicable (rule W35). */
const PLACE: Readonly<Record<Consistency, number | null>> = { CC: 2, C: 1, N: 0, NA: null, I: -1, II: -2 };

type Cell = Hypothesis['cells'][number];
type Side = Cell['side'];

/** A row of the matrix: a finding, its denial, or a claim that is of no finding. */
interface Row {
  readonly id: string;
  readonly side: Side;
  readonly text: string;
  readonly weight: number;
  readonly voices: number;
  readonly evidence: Finding['evidence'];
}

/** How a row stands to all hypotheses, for showing them side by side. */
export interface MatrixRow {
  readonly row: string;
  readonly side: Side;
  readonly text: string;
  readonly claims: readonly string[];
  readonly weight: number;
  readonly voices: number;
  readonly spread: number | null;
  /** Spread times weight: how much the row drives the result. */
  readonly telling: number;
  /** By id of the hypothesis; absent where the row was not held against it. */
  readonly values: ReadonlyMap<string, Consistency>;
  /** Without it another hypothesis, or another set of them, would be the least inconsistent. */
  readonly isLinchpin: boolean;
}

const keyOf = ({ row, side }: Pick<Cell, 'row' | 'side'>): string => `${row} ${side}`;

class Rows {
  readonly #claims: ReadonlyMap<string, Claim>;
  readonly #byClaim = new Map<string, { readonly finding: Finding; readonly side: Side }>();
  readonly #asked: WeightQuestions;
  readonly #rows = new Map<string, Row>();

  constructor(findings: readonly Finding[], claims: readonly Claim[], asked: WeightQuestions) {
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]));
    this.#asked = asked;
    for (const finding of findings) {
      for (const id of [...finding.claims, ...finding.rejected]) this.#byClaim.set(id, { finding, side: 'favour' });
      for (const id of finding.denials) this.#byClaim.set(id, { finding, side: 'against' });
    }
  }

  claim(id: string): Claim | undefined {
    return this.#claims.get(id);
  }

  of(id: string): Row | null {
    const claim = this.#claims.get(id);
    if (claim === undefined) return null;
    const told = this.#byClaim.get(id);
    const key = told === undefined ? `${id} favour` : `${told.finding.id} ${told.side}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = told === undefined ? this.#single(claim) : this.#ofFinding(told.finding, told.side, claim);
    this.#rows.set(key, row);
    return row;
  }

  /** Of what is denied the row weighs what its denials do; of a finding, what is left of it after them. */
  #ofFinding(finding: Finding, side: Side, claim: Claim): Row {
    const { id, text, weight, evidence } = finding;
    if (side === 'favour')
      return { id, side, text, weight: Math.max(0, weight.total), voices: weight.voices, evidence };
    const denials = weight.lines.filter(({ rule, value }) => (rule === 'W28' || rule === 'W30') && value !== 0);
    const isOf = ({ claims }: (typeof denials)[number]): boolean => claims.some((one) => finding.denials.includes(one));
    const own = denials.filter(isOf);
    return {
      id,
      side,
      text: claim.text,
      weight: Math.max(0, -own.reduce((sum, { value }) => sum + value, 0)),
      voices: own.filter(({ rule }) => rule === 'W28').length,
      evidence: finding.denials.flatMap((one) => this.#claims.get(one)?.evidence ?? []),
    };
  }

  /** A claim of no finding (only supposed, or a condition) weighs as its voice alone would; a rejected one nothing. */
  #single(claim: Claim): Row {
    const isRejected = claim.judgement?.verdict === 'negative';
    const { weight } = weighThing(
      { counted: isRejected ? [] : [claim], against: [], plans: [], rejected: [], contradictions: [], isApart: false },
      this.#asked,
    );
    const { id, text, evidence } = claim;
    return { id, side: 'favour', text, weight: Math.max(0, weight.total), voices: weight.voices, evidence };
  }
}

/** One hypothesis's cells by row; several answers to one row leave it open (N), with each in the reasons. */
const cellsOf = ({ cells }: Supposition, rows: Rows): readonly Omit<Cell, 'spread'>[] => {
  const found = new Map<
    string,
    { row: Row; claims: Set<string>; values: Set<Consistency>; reasons: Set<string>; decisions: Set<string> }
  >();
  for (const { claims, value, reason, decisions } of cells)
    for (const id of claims) {
      const row = rows.of(id);
      if (row === null) continue;
      const key = keyOf({ row: row.id, side: row.side });
      const known = found.get(key) ?? {
        row,
        claims: new Set(),
        values: new Set(),
        reasons: new Set(),
        decisions: new Set(),
      };
      known.claims.add(id);
      known.values.add(value);
      known.reasons.add(reason);
      for (const decision of decisions) known.decisions.add(decision);
      found.set(key, known);
    }
  return [...found]
    .sort(([a], [b]) => byText(a, b))
    .map(([, { row, claims, values, reasons, decisions }]) => {
      const [only] = values;
      const isOpen = values.size > 1 || only === undefined;
      const value: Consistency = isOpen ? 'N' : only;
      return {
        row: row.id,
        side: row.side,
        text: row.text,
        claims: [...claims].sort(byText),
        value,
        weight: row.weight,
        voices: row.voices,
        score: INCONSISTENCY[value] * row.weight,
        reasons: [
          ...[...reasons].sort(byText),
          ...(isOpen ? [`held as ${[...values].sort(byText).join(' and ')}: left open (W34)`] : []),
        ],
        decisions: [...decisions].sort(byText),
      };
    });
};

/** How far apart a row stands to the hypotheses it was held against (rule W35). */
const spreadOf = (values: readonly Consistency[]): number | null => {
  const places = values.flatMap((value) => PLACE[value] ?? []);
  return places.length < 2 ? null : Math.max(...places) - Math.min(...places);
};

interface Scored {
  readonly id: string;
  readonly cells: readonly Cell[];
}

const sumOf = (cells: readonly Cell[], without?: string): number =>
  cells.reduce((sum, cell) => sum + (keyOf(cell) === without ? 0 : cell.score), 0);

const rankIn = (all: readonly Scored[], { cells }: Scored, without?: string): number => {
  const own = sumOf(cells, without);
  return 1 + all.filter((other) => sumOf(other.cells, without) < own).length;
};

const least = (all: readonly Scored[], without?: string): string =>
  all
    .filter((one) => rankIn(all, one, without) === 1)
    .map(({ id }) => id)
    .sort(byText)
    .join(' ');

const telling = ({ spread, weight }: Pick<Cell, 'spread' | 'weight'>): number => (spread ?? 0) * weight;

/**
 * The matrix of hypotheses: each row once, those that drive the result first; rows that say the same of all hypotheses last.
 *
 * @param hypotheses As the case lists them.
 */
export const matrixOf = (hypotheses: readonly Hypothesis[]): readonly MatrixRow[] => {
  const rows = new Map<string, { cell: Cell; claims: Set<string>; values: Map<string, Consistency> }>();
  for (const { id, cells } of hypotheses)
    for (const cell of cells) {
      const key = keyOf(cell);
      const known = rows.get(key) ?? { cell, claims: new Set<string>(), values: new Map<string, Consistency>() };
      known.values.set(id, cell.value);
      for (const claim of cell.claims) known.claims.add(claim);
      rows.set(key, known);
    }
  const now = least(hypotheses);
  return [...rows]
    .map(
      ([key, { cell, claims, values }]): MatrixRow => ({
        row: cell.row,
        side: cell.side,
        text: cell.text,
        claims: [...claims].sort(byText),
        weight: cell.weight,
        voices: cell.voices,
        spread: cell.spread,
        telling: telling(cell),
        values,
        isLinchpin: telling(cell) > 0 && least(hypotheses, key) !== now,
      }),
    )
    .sort((a, b) => b.telling - a.telling || b.weight - a.weight || byText(keyOf(a), keyOf(b)));
};

const sayCell = ({ value, weight, voices, score, text }: Cell): string =>
  `${value} (${INCONSISTENCY[value]}) × weight ${weight} (${voices} ${voices === 1 ? 'voice' : 'voices'}) = ${score}: ${text}`;

/**
 * Holds what was weighed against the hypotheses that analysts supposed (SPEC.md, rules W34 to W37).
 *
 * A cell that is inconsistent counts its row's weight once, one that is very inconsistent twice; the hypothesis with the lowest sum is
 * the least inconsistent. Consistency is not counted: what fits every hypothesis proves none. Ordered by id.
 *
 * @see R. Heuer, Psychology of Intelligence Analysis (CIA, 1999), chapter 8; PARC ACH 2.0's weighted inconsistency score, from which this
 *   differs in that a row's weight is the sum of W26 to W30 and not an analyst's guess of credibility and relevance.
 */
export const listHypotheses = (
  suppositions: readonly Supposition[],
  findings: readonly Finding[],
  claims: readonly Claim[],
  asked: WeightQuestions,
): readonly Hypothesis[] => {
  if (suppositions.length === 0) return [];
  const rows = new Rows(findings, claims, asked);
  const bare = suppositions.map((supposed) => ({ supposed, cells: cellsOf(supposed, rows) }));
  const values = new Map<string, Consistency[]>();
  for (const { cells } of bare)
    for (const cell of cells) values.set(keyOf(cell), [...(values.get(keyOf(cell)) ?? []), cell.value]);
  const scored = bare.map(({ supposed, cells }) => ({
    supposed,
    id: contentId('hypothesis', supposed.id),
    cells: cells.map((cell): Cell => ({ ...cell, spread: spreadOf(values.get(keyOf(cell)) ?? []) })),
  }));
  const [top] = scored
    .flatMap(({ cells }) => cells)
    .sort((a, b) => telling(b) - telling(a) || byText(keyOf(a), keyOf(b)));
  return scored
    .map(({ supposed, id, cells }): Hypothesis => {
      const self = { id, cells };
      const inconsistency = sumOf(cells);
      const rank = rankIn(scored, self);
      const corroborated = sumOf(cells.filter(({ voices }) => voices > 1));
      const without =
        top === undefined || telling(top) === 0
          ? null
          : {
              row: top.row,
              side: top.side,
              inconsistency: sumOf(cells, keyOf(top)),
              rank: rankIn(scored, self, keyOf(top)),
            };
      const mute = cells.filter(({ spread }) => spread === 0).length;
      const evidence = cells.flatMap((cell) => cell.claims.flatMap((claim) => rows.claim(claim)?.evidence ?? []));
      return {
        id,
        text: supposed.text,
        by: supposed.by,
        decision: supposed.id,
        cells,
        inconsistency,
        corroborated,
        rank,
        without,
        reasons: [
          ...cells.filter(({ score }) => score > 0).map(sayCell),
          `inconsistency ${inconsistency}, of it ${corroborated} on two or more independent voices (W36)`,
          ...(mute > 0
            ? [`${mute} of ${cells.length} rows stand alike to every hypothesis and say nothing (W35)`]
            : []),
          ...(without === null || top === undefined
            ? []
            : [`without “${top.text}”: inconsistency ${without.inconsistency}, rank ${without.rank} (W37)`]),
        ],
        evidence: [...new Map(evidence.map((one) => [`${one.document} ${one.start} ${one.end}`, one])).values()],
      };
    })
    .sort((a, b) => byText(a.id, b.id));
};

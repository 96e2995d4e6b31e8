import { z } from '@hono/zod-openapi';
import { Consistency, type Finding, type Hypothesis } from '../model/index.ts';
import { sayDatesIn } from '../publish/index.ts';
import { matrixOf } from '../weigh/index.ts';
import type { Snapshot } from './case-look.ts';

const Side = z.enum(['favour', 'against']);

const Held = z.object({
  value: Consistency,
  score: z.int().describe('What it adds to the inconsistency'),
  reasons: z.array(z.string()),
  decisions: z.array(z.string()).describe('Entries of the journal that say so'),
});

/** The matrix of the analysis of competing hypotheses: rows that drive the result first. */
export const MatrixAnswer = z
  .object({
    digest: z.string(),
    hypotheses: z
      .array(
        z.object({
          id: z.string(),
          label: z.string().describe('H1, H2, ... in the order in which they were supposed'),
          text: z.string(),
          by: z.string(),
          at: z.string(),
          decision: z.string().describe('The entry of the journal that supposed it'),
          inconsistency: z.int(),
          corroborated: z.int().describe('Of it, what rests on two or more independent voices'),
          rank: z.int().describe('1: least inconsistent; equal ones share a rank'),
          without: z
            .object({ text: z.string(), inconsistency: z.int(), rank: z.int() })
            .nullable()
            .describe('As it would stand without the most telling row'),
          sum: z
            .array(
              z.object({
                row: z.string(),
                side: Side,
                text: z.string(),
                value: Consistency,
                times: z.int().describe('0, once for I, twice for II'),
                weight: z.int(),
                voices: z.int(),
                score: z.int(),
              }),
            )
            .describe('Its cells that count, greatest first: they add up to the inconsistency'),
        }),
      )
      .describe('In the order in which they were supposed'),
    rows: z.array(
      z.object({
        row: z.string(),
        list: z.enum(['findings', 'claims']),
        side: Side,
        text: z.string(),
        standing: z.string().nullable(),
        claims: z.array(z.string()).describe('At most a hundred'),
        weight: z.int(),
        voices: z.int(),
        spread: z.int().nullable().describe('Diagnosticity; null: held against fewer than two'),
        telling: z.int().describe('Spread times weight'),
        isLinchpin: z.boolean(),
        isDraft: z.boolean().describe('Not held against any yet'),
        values: z.record(z.string(), Held).describe('By id of the hypothesis'),
      }),
    ),
    more: z.int().describe('Rows left out'),
  })
  .openapi('Matrix');
export type MatrixAnswer = z.infer<typeof MatrixAnswer>;

export const MatrixQuery = z.object({
  rows: z
    .string()
    .optional()
    .describe('Ids of findings that are to be held and are not yet; several with commas between'),
  sort: z
    .enum(['telling', 'spread', 'weight'])
    .default('telling')
    .describe('By spread times weight, by spread, or by weight; rows that say nothing come last'),
});

const MOST_ROWS = 400;
const MOST_CLAIMS = 100;
const TIMES: Readonly<Record<string, number>> = { I: 1, II: 2 };

type Row = MatrixAnswer['rows'][number];

const draftOf = ({ id, text, status, weight, claims, denials }: Finding): Row => ({
  row: id,
  list: 'findings',
  side: claims.length > 0 ? 'favour' : 'against',
  text: sayDatesIn(text),
  standing: status,
  claims: (claims.length > 0 ? claims : denials).slice(0, MOST_CLAIMS),
  weight: Math.max(0, weight.total),
  voices: weight.voices,
  spread: null,
  telling: 0,
  isLinchpin: false,
  isDraft: true,
  values: {},
});

const byTime =
  (at: ReadonlyMap<string, string>) =>
  (a: Hypothesis, b: Hypothesis): number => {
    const [one, other] = [at.get(a.decision) ?? '', at.get(b.decision) ?? ''];
    return one < other ? -1 : one > other ? 1 : a.decision < b.decision ? -1 : 1;
  };

const sortRows = (rows: readonly Row[], by: z.infer<typeof MatrixQuery>['sort']): readonly Row[] => {
  // What stands alike to all, or to one alone, cannot tell them apart.
  const says = (row: Row): number => (row.spread === null || row.spread === 0 ? 0 : 1);
  const value = (row: Row): number => (by === 'spread' ? (row.spread ?? 0) : row[by]);
  return [...rows].sort(
    (a, b) =>
      Number(b.isDraft) - Number(a.isDraft) ||
      says(b) - says(a) ||
      value(b) - value(a) ||
      b.telling - a.telling ||
      b.weight - a.weight ||
      (a.row < b.row ? -1 : 1),
  );
};

/** Puts the matrix of a case together, with rows that somebody is about to hold. */
export const makeMatrix = async (now: Snapshot, query: z.infer<typeof MatrixQuery>): Promise<MatrixAnswer> => {
  const listed = await now.list('hypotheses');
  const at = new Map((await now.list('decisions')).map((decision) => [decision.id, decision.at]));
  const all = [...listed].sort(byTime(at));
  const [top] = matrixOf(all);
  const rows = await Promise.all(
    matrixOf(all).map(async (row): Promise<Row> => {
      const values: Record<string, z.infer<typeof Held>> = {};
      for (const { id, cells } of all) {
        const cell = cells.find((one) => one.row === row.row && one.side === row.side);
        if (cell !== undefined)
          values[id] = {
            value: cell.value,
            score: cell.score,
            reasons: [...cell.reasons],
            decisions: [...cell.decisions],
          };
      }
      const list = row.row.startsWith('claim-') ? 'claims' : 'findings';
      return {
        row: row.row,
        list,
        side: row.side,
        text: sayDatesIn(row.text),
        standing: (await now.line(row.row))?.standing ?? null,
        claims: row.claims.slice(0, MOST_CLAIMS),
        weight: row.weight,
        voices: row.voices,
        spread: row.spread,
        telling: row.telling,
        isLinchpin: row.isLinchpin,
        isDraft: false,
        values,
      };
    }),
  );
  const held = new Set(rows.map(({ row }) => row));
  const wanted = (query.rows ?? '').split(',').filter((id) => id !== '' && !held.has(id));
  const drafts = (await now.items('findings', wanted.slice(0, 50))).map(draftOf);
  const sorted = sortRows([...drafts, ...rows], query.sort);
  return {
    digest: now.digest,
    hypotheses: all.map(({ id, text, by, decision, inconsistency, corroborated, rank, without, cells }, index) => ({
      id,
      label: `H${index + 1}`,
      text,
      by,
      at: at.get(decision) ?? '',
      decision,
      inconsistency,
      corroborated,
      rank,
      without:
        without === null
          ? null
          : { text: sayDatesIn(top?.text ?? ''), inconsistency: without.inconsistency, rank: without.rank },
      sum: cells
        .filter(({ value, score }) => score > 0 || TIMES[value] !== undefined)
        .map(({ row, side, text: words, value, weight, voices, score }) => ({
          row,
          side,
          text: sayDatesIn(words),
          value,
          times: TIMES[value] ?? 0,
          weight,
          voices,
          score,
        }))
        .sort((a, b) => b.score - a.score || (a.row < b.row ? -1 : 1)),
    })),
    rows: sorted.slice(0, MOST_ROWS),
    more: Math.max(0, sorted.length - MOST_ROWS),
  } as MatrixAnswer;
};

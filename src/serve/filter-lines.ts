import { z } from '@hono/zod-openapi';
import type { Line } from '../model/index.ts';

/** Several values in one parameter: `?origin=a,b`. */
export const severalQuery = (what: string) =>
  z
    .string()
    .optional()
    .describe(`${what}; several with commas between`)
    .transform((text) => (text === undefined || text === '' ? null : new Set(text.split(','))));

/** A day in a query, 2031-05-14, as days since 1970-01-01; null when it is not given. */
export const dayQuery = (what: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'expected a day, 2031-05-14')
    .optional()
    .describe(what)
    .transform((text) => (text === undefined ? null : Math.floor(Date.parse(`${text}T00:00:00Z`) / 86_400_000)));

/** What every list of the desk can be narrowed to; the same in every view, and in its address. */
export const FilterQuery = z.object({
  origin: severalQuery('Ids of origins, or "unknown"'),
  standing: severalQuery(
    'Standings of findings: corroborated, single-origin, unknown-origin, disputed, denied, corrected',
  ),
  kind: severalQuery('Kinds, as the list has them'),
  state: severalQuery('States, as the list has them'),
  entity: severalQuery('Ids of entities: rows in which one of them has a part'),
  document: severalQuery('Ids of documents: rows that one of them tells'),
  judged: severalQuery('Verdicts of analysts: positive, negative, unsure, or "none"'),
  from: dayQuery('First day: rows whose date may lie on or after it'),
  to: dayQuery('Last day: rows whose date may lie on or before it'),
  q: z.string().optional().describe('Words that must all stand in the line'),
});
export type Filter = z.infer<typeof FilterQuery>;

/** Nothing narrowed. */
export const NO_FILTER: Filter = FilterQuery.parse({});

/** Lists whose items have no date of their own: a stretch of time leaves them as they are. */
const UNDATED: ReadonlySet<string> = new Set([
  'origins',
  'entities',
  'conditions',
  'contradictions',
  'gaps',
  'hypotheses',
  'decisions',
  'interests',
]);

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const touches = (wanted: ReadonlySet<string> | null, values: readonly string[]): boolean =>
  wanted === null || values.some((value) => wanted.has(value));

const isOne = (wanted: ReadonlySet<string> | null, value: string | null): boolean =>
  wanted === null || wanted.has(value ?? 'none');

/**
 * The lines that pass a filter, in their order. All conditions must hold; of the values of one, any.
 *
 * A stretch of time keeps what may lie in it: a month touches each of its days. What has no date at all is left out then.
 */
export const filterLines = (lines: readonly Line[], filter: Filter): readonly Line[] => {
  const { origin, standing, kind, state, entity, document, judged, from, to } = filter;
  const words = fold(filter.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const isIn = (line: Line): boolean => {
    if ((from === null && to === null) || UNDATED.has(line.list)) return true;
    if (line.from === null && line.to === null) return false;
    return (
      (to === null || (line.from ?? Number.NEGATIVE_INFINITY) <= to) &&
      (from === null || (line.to ?? Number.POSITIVE_INFINITY) > from)
    );
  };
  return lines.filter(
    (line) =>
      (origin === null || touches(origin, line.origins.length === 0 ? ['unknown'] : line.origins)) &&
      isOne(standing, line.standing) &&
      isOne(kind, line.kind) &&
      isOne(state, line.state) &&
      touches(entity, line.entities) &&
      touches(document, line.documents) &&
      isOne(judged, line.judged) &&
      isIn(line) &&
      (words.length === 0 ||
        isWorded(
          fold(`${line.text} ${line.aside ?? ''} ${line.kind ?? ''} ${line.state ?? ''} ${line.when ?? ''}`),
          words,
        )),
  );
};

const isWorded = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

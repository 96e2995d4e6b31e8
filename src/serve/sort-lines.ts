import { z } from '@hono/zod-openapi';
import type { Line } from '../model/index.ts';

/** Best supported first. */
const STANDINGS = ['corroborated', 'single-origin', 'unknown-origin', 'disputed', 'denied', 'corrected'] as const;

export const SortQuery = z.object({
  sort: z
    .enum(['id', 'text', 'kind', 'state', 'date', 'standing', 'weight', 'claims', 'documents', 'origins'])
    .optional()
    .describe('By what; the order of the list unless said'),
  order: z.enum(['up', 'down']).default('up'),
});
export type Sort = z.infer<typeof SortQuery>;

const collator = new Intl.Collator('en', { numeric: true });

/** Undefined comes last whichever way the rest goes. */
const values: Readonly<Record<NonNullable<Sort['sort']>, (line: Line) => string | number | null>> = {
  id: (line) => line.id,
  text: (line) => line.text,
  kind: (line) => line.kind,
  state: (line) => line.state,
  date: (line) => line.from ?? line.to,
  standing: (line) => (line.standing === null ? null : STANDINGS.indexOf(line.standing)),
  weight: (line) => line.weight,
  claims: (line) => line.claims,
  documents: (line) => line.documents.length,
  origins: (line) => line.origins.length,
};

/** Lines in another order; equal ones, and those without a value, stay in the order they came in, the latter at the end. */
export const sortLines = (lines: readonly Line[], { sort, order }: Sort): readonly Line[] => {
  if (sort === undefined) return lines;
  const value = values[sort];
  const direction = order === 'down' ? -1 : 1;
  return [...lines].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === 'string' || typeof y === 'string') return direction * collator.compare(String(x), String(y));
    return direction * (x - y);
  });
};

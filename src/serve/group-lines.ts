import { z } from '@hono/zod-openapi';
import type { Line } from '../model/index.ts';

/** By what lines are taken together. */
export const GroupQuery = z.object({
  group: z.enum(['none', 'kind', 'standing']).default('none').describe('By what rows are taken together'),
});

export interface LineGroup {
  /** Empty for lines that have no value. */
  readonly value: string;
  readonly lines: number;
}

/** People and bodies before things; other kinds by how many there are. */
const KINDS = ['person', 'publicBody', 'organization', 'group', 'instrument', 'asset', 'vessel', 'facility', 'place'];
const STANDINGS = ['corroborated', 'single-origin', 'unknown-origin', 'disputed', 'denied', 'corrected'];

/**
 * Takes lines together by a field: standings best first, people before things, other kinds by how many there are, those without a value last. Within a group
 * lines stay in the order they came in.
 */
export const groupLines = (
  lines: readonly Line[],
  { group }: z.infer<typeof GroupQuery>,
): { readonly lines: readonly Line[]; readonly groups: readonly LineGroup[] } => {
  if (group === 'none') return { lines, groups: [] };
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const value = line[group] ?? '';
    const known = found.get(value);
    if (known === undefined) found.set(value, [line]);
    else known.push(line);
  }
  const order = group === 'standing' ? STANDINGS : KINDS;
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  const ordered = [...found].sort(
    ([a, x], [b, y]) =>
      Number(a === '') - Number(b === '') || place(a) - place(b) || y.length - x.length || (a < b ? -1 : 1),
  );
  return {
    lines: ordered.flatMap(([, own]) => own),
    groups: ordered.map(([value, own]) => ({ value, lines: own.length })),
  };
};

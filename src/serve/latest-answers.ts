import type { Snapshot } from './case-look.ts';
import type { Filter } from './filter-lines.ts';

const parts = (filter: Filter): unknown =>
  Object.entries(filter).map(([key, value]) => [key, value instanceof Set ? [...value].sort() : value]);

/** The same text for the same filter. */
export const filterKey = (filter: Filter): string => JSON.stringify(parts(filter));

/**
 * Something worked out for a filter, kept for the last few that were asked for: going back and forth between two filters, and
 * moving about under one, works it out once.
 *
 * @param what Its name among all that is kept of a case.
 */
export const latest = async <T>(
  now: Snapshot,
  what: string,
  key: string,
  make: () => Promise<T>,
  most = 12,
): Promise<T> => {
  const kept = await now.work(`latest ${what}`, async () => new Map<string, Promise<T>>());
  const known = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  // What failed is tried again by whoever asks next.
  known.catch(() => kept.delete(key));
  return known;
};

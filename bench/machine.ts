import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine in a line, for the head of a table. */
export const machine = (): string =>
  `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** Largest resident memory of this process so far, all its threads included, in megabytes. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** The value that a share of all lie at or below (nearest rank); 0 of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
};

/** Exponent with which a cost grows from one size to another: 1 is in proportion, 2 with the square. */
export const growth = (
  before: { readonly size: number; readonly cost: number },
  now: { readonly size: number; readonly cost: number },
): number => Math.log(now.cost / before.cost) / Math.log(now.size / before.size);

import { compareNames } from '../../src/index.ts';
import { median } from '../machine.ts';
import type { NamePair } from './read-pairs.ts';

export interface Speed {
  /** Comparisons a second of processor time, names being known: what a core does when nothing else runs on it. */
  readonly perSecond: number;
  readonly perClockSecond: number;
  /** The same where every name is met for the first time. */
  readonly coldPerSecond: number;
  readonly runs: number;
  readonly comparisons: number;
}

const RUNS = 5;
/** Each name is compared with so many others of its type, as within a block of candidates, besides its own pair. */
const OTHERS = 30;

/**
 * Measures comparisons a second on a mix: each pair of the list, and each name with the next thirty of its type, most of which
 * have a word in common or none.
 */
export const measureSpeed = (pairs: readonly NamePair[]): Speed => {
  const byType = new Map<string, { readonly type: NamePair['type']; readonly names: string[] }>();
  for (const { type, name1, name2 } of pairs) {
    const known = byType.get(type) ?? { type, names: [] };
    known.names.push(name1, name2);
    byType.set(type, known);
  }
  const mix = pairs.map(({ name1, name2, type }) => ({ name1, name2, type }));
  for (const { type, names } of byType.values()) {
    for (const [at, name1] of names.entries()) {
      for (let next = 1; next <= OTHERS; next++)
        mix.push({ name1, name2: names[(at + next) % names.length] ?? name1, type });
    }
  }
  const compareAll = (): { readonly processorMs: number; readonly clockMs: number } => {
    const [before, start] = [process.cpuUsage(), performance.now()];
    for (const { name1, name2, type } of mix) compareNames(name1, name2, type);
    const used = process.cpuUsage(before);
    return { processorMs: (used.user + used.system) / 1000, clockMs: performance.now() - start };
  };
  compareAll();
  const runs = Array.from({ length: RUNS }, compareAll);
  // Names that were never seen: the same ones with a further word each.
  const fresh = mix
    .slice(0, 4000)
    .map(({ name1, name2, type }, at) => ({ name1: `${name1} Ka${at}`, name2: `${name2} Ka${at}`, type }));
  const before = process.cpuUsage();
  for (const { name1, name2, type } of fresh) compareNames(name1, name2, type);
  const cold = process.cpuUsage(before);
  const rate = (count: number, ms: number): number => Math.round(count / (ms / 1000) / 100) * 100;
  return {
    perSecond: rate(mix.length, median(runs.map((run) => run.processorMs))),
    perClockSecond: rate(mix.length, median(runs.map((run) => run.clockMs))),
    coldPerSecond: rate(fresh.length, (cold.user + cold.system) / 1000),
    runs: RUNS,
    comparisons: mix.length,
  };
};

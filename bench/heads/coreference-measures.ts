import type { Span } from '../../src/model/index.ts';
import { heaviestPairing } from './pairing.ts';
import { figuresOf } from './tally.ts';

/** A chain of mentions of one thing. */
export type Chain = readonly Span[];

/** F1 of each measure over all documents, 0 to 1; `conll` is their mean. */
export interface CoreferenceFigures {
  readonly muc: number;
  readonly b3: number;
  readonly ceafe: number;
  readonly conll: number;
}

type Keys = ReadonlySet<string>;

const keysOf = (chain: Chain): Keys => new Set(chain.map(([start, end]) => `${start}-${end}`));

const chainOf = (chains: readonly Keys[]): ReadonlyMap<string, number> =>
  new Map(chains.flatMap((chain, number) => [...chain].map((key) => [key, number] as const)));

/** Links of the chains that the others keep, and all their links (Vilain et al. 1995). */
const muc = (chains: readonly Keys[], others: readonly Keys[]): readonly [number, number] => {
  const other = chainOf(others);
  let kept = 0;
  let all = 0;
  for (const chain of chains) {
    const parts = new Set([...chain].map((key) => other.get(key) ?? key));
    kept += chain.size - parts.size;
    all += chain.size - 1;
  }
  return [kept, all];
};

/** Sum over mentions of the share of their chain that the other side has with them, and mentions (Bagga and Baldwin 1998). */
const b3 = (chains: readonly Keys[], others: readonly Keys[]): readonly [number, number] => {
  const other = chainOf(others);
  let shares = 0;
  let all = 0;
  for (const chain of chains) {
    const met = new Map<number, number>();
    for (const key of chain) {
      const number = other.get(key);
      if (number !== undefined) met.set(number, (met.get(number) ?? 0) + 1);
    }
    for (const count of met.values()) shares += (count * count) / chain.size;
    all += chain.size;
  }
  return [shares, all];
};

/** Sum of likeness over chains paired one to one as well as can be (Luo 2005, entity-based). */
const ceafe = (gold: readonly Keys[], found: readonly Keys[]): number =>
  heaviestPairing(
    gold.map((one) =>
      found.map((two) => {
        let shared = 0;
        for (const key of two) if (one.has(key)) shared++;
        return (2 * shared) / (one.size + two.size);
      }),
    ),
  );

const f1 = (kept: number, found: number, reached: number, gold: number): number => {
  const precision = found === 0 ? 0 : kept / found;
  const recall = gold === 0 ? 0 : reached / gold;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
};

/**
 * MUC, B³ and entity-based CEAF over documents together, as the reference scorer of the CoNLL tasks adds them up.
 *
 * Chains hold two mentions at least; mentions are the same when start and end are.
 */
export const coreferenceFigures = (
  documents: readonly { readonly gold: readonly Chain[]; readonly found: readonly Chain[] }[],
): CoreferenceFigures => {
  const sums = { muc: [0, 0, 0, 0], b3: [0, 0, 0, 0] };
  let alike = 0;
  let goldChains = 0;
  let foundChains = 0;
  for (const document of documents) {
    const gold = document.gold.map(keysOf);
    const found = document.found.map(keysOf);
    for (const [name, measure] of [
      ['muc', muc],
      ['b3', b3],
    ] as const) {
      const added = [...measure(found, gold), ...measure(gold, found)];
      sums[name] = sums[name].map((sum, at) => sum + (added[at] ?? 0));
    }
    alike += ceafe(gold, found);
    goldChains += gold.length;
    foundChains += found.length;
  }
  const of = ([kept = 0, all = 0, reached = 0, wanted = 0]: readonly number[]): number =>
    f1(kept, all, reached, wanted);
  const figures = { muc: of(sums.muc), b3: of(sums.b3), ceafe: figuresOf(goldChains, foundChains, alike).f1 };
  return { ...figures, conll: (figures.muc + figures.b3 + figures.ceafe) / 3 };
};

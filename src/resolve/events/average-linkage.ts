/** Two things and how much joins them; pairs that are not listed have nothing that does. */
export interface WeightedPair {
  readonly one: number;
  readonly other: number;
  /** Sum over the pairs of their parts, in whole numbers. */
  readonly sum: number;
}

interface Candidate {
  readonly mean: number;
  readonly one: number;
  readonly other: number;
  readonly ages: number;
}

const isBefore = (a: Candidate, b: Candidate): boolean =>
  a.mean !== b.mean ? a.mean > b.mean : a.one !== b.one ? a.one < b.one : a.other < b.other;

/** The best candidate first. */
class Queue {
  readonly #items: Candidate[] = [];

  push(item: Candidate): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(item, items[above] as Candidate)) break;
      items[at] = items[above] as Candidate;
      at = above;
    }
    items[at] = item;
  }

  pop(): Candidate | undefined {
    const items = this.#items;
    const best = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return best;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && isBefore(items[below + 1] as Candidate, items[below] as Candidate)) below++;
      if (!isBefore(items[below] as Candidate, last)) break;
      items[at] = items[below] as Candidate;
      at = below;
    }
    items[at] = last;
    return best;
  }
}

/** Two groups that were joined, each named by its smallest member, and the mean that joined them. */
export interface Joining {
  readonly one: number;
  readonly other: number;
  readonly mean: number;
}

/**
 * Joins things, the two groups with the greatest mean first, until no mean reaches the threshold.
 *
 * The mean of two groups is taken over all pairs of their parts, pairs without anything counting as nothing. Equal means: the
 * groups with the smallest members first, so the result does not depend on the order of the pairs.
 *
 * @param sizes Parts of each thing.
 * @returns In the order of joining.
 */
export const averageLinkage = (
  sizes: readonly number[],
  pairs: readonly WeightedPair[],
  threshold: number,
): readonly Joining[] => {
  const size = [...sizes];
  const age = sizes.map(() => 0);
  const sums = sizes.map(() => new Map<number, number>());
  const queue = new Queue();
  const meanOf = (one: number, other: number, sum: number): number =>
    sum / ((size[one] as number) * (size[other] as number));
  const offer = (a: number, b: number, sum: number): void => {
    const [one, other] = a < b ? [a, b] : [b, a];
    const mean = meanOf(one, other, sum);
    if (mean >= threshold) queue.push({ mean, one, other, ages: (age[one] as number) + (age[other] as number) });
  };
  for (const { one, other, sum } of pairs) {
    sums[one]?.set(other, sum);
    sums[other]?.set(one, sum);
    offer(one, other, sum);
  }
  const joinings: Joining[] = [];
  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    const { one, other, mean, ages } = best;
    const [mine, theirs] = [sums[one] as Map<number, number>, sums[other] as Map<number, number>];
    // Ages only grow, so an equal sum means that neither has changed; a group that was joined into another has age -1.
    if (age[one] === -1 || age[other] === -1 || (age[one] as number) + (age[other] as number) !== ages) continue;
    joinings.push({ one, other, mean });
    size[one] = (size[one] as number) + (size[other] as number);
    age[one] = Math.max(age[one] as number, age[other] as number) + 1;
    age[other] = -1;
    mine.delete(other);
    for (const [third, sum] of theirs) {
      sums[third]?.delete(other);
      if (third !== one) mine.set(third, (mine.get(third) ?? 0) + sum);
    }
    theirs.clear();
    for (const [third, sum] of mine) {
      sums[third]?.set(one, sum);
      offer(one, third, sum);
    }
  }
  return joinings;
};

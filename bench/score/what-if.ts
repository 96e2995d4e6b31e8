/** What of a condition or deal bears on others. */
export interface GraphNode {
  readonly id: string;
  /** Of a condition: the deals that hang on it. */
  readonly deals: readonly string[];
  /** What it hangs on itself: conditions, deals, or rows of other ledgers. */
  readonly needs: readonly string[];
  /** Only implied, denied or already met, it keeps no deal shut. */
  readonly isOpen: boolean;
}

export interface Consequences {
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

/**
 * What follows in a graph of conditions when some are supposed to hold and some to fail, the others being open.
 *
 * A condition fails with any of its needs, a deal with any of its conditions. A deal opens when all that it hangs on is supposed
 * to hold, whatever that hangs on: a supposition is not asked how it came about. A deal that hangs on nothing is not listed.
 */
export const consequencesOf = (
  conditions: readonly GraphNode[],
  holds: readonly string[],
  fails: readonly string[],
): Consequences => {
  const failed = new Set(fails);
  const isHeld = new Set(holds);
  for (let size = -1; size !== failed.size; ) {
    size = failed.size;
    for (const { id, needs, deals, isOpen } of conditions) {
      if (!isHeld.has(id) && needs.some((need) => failed.has(need))) failed.add(id);
      if (isOpen && failed.has(id)) for (const deal of deals) failed.add(deal);
    }
  }
  const deals = [...new Set(conditions.flatMap((one) => one.deals))];
  const opens = deals.filter((deal) => {
    const own = conditions.filter((one) => one.isOpen && one.deals.includes(deal));
    return (
      !failed.has(deal) &&
      own.length > 0 &&
      own.some(({ id }) => isHeld.has(id)) &&
      own.every(({ id }) => isHeld.has(id))
    );
  });
  return { opens, closes: deals.filter((deal) => failed.has(deal)) };
};

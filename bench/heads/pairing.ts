/**
 * Size of the largest set of pairs (row, column) that fit, each row and each column in one pair at most.
 *
 * Augmenting paths (Kuhn); rows and columns are the few items of one document.
 */
export const largestPairing = (
  rows: number,
  columns: number,
  fits: (row: number, column: number) => boolean,
): number => {
  const rowOf = new Array<number>(columns).fill(-1);
  const place = (row: number, tried: Set<number>): boolean => {
    for (let column = 0; column < columns; column++) {
      if (tried.has(column) || !fits(row, column)) continue;
      tried.add(column);
      const holder = rowOf[column] ?? -1;
      if (holder < 0 || place(holder, tried)) {
        rowOf[column] = row;
        return true;
      }
    }
    return false;
  };
  let pairs = 0;
  for (let row = 0; row < rows; row++) if (place(row, new Set())) pairs++;
  return pairs;
};

/**
 * Largest sum of weights over pairs (row, column), each row and each column in one pair at most.
 *
 * The Hungarian method with potentials, O(n² m); weights are not negative. 0 when there are no rows or columns.
 */
export const heaviestPairing = (weights: readonly (readonly number[])[]): number => {
  const wide = weights[0]?.length ?? 0;
  if (weights.length === 0 || wide === 0) return 0;
  // The method wants no more rows than columns.
  const weight =
    weights.length <= wide
      ? (row: number, column: number) => weights[row]?.[column] ?? 0
      : (row: number, column: number) => weights[column]?.[row] ?? 0;
  const rows = Math.min(weights.length, wide);
  const columns = Math.max(weights.length, wide);
  // Rows and columns count from 1 here: 0 stands for "not paired".
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(columns + 1);
    do {
      done[column] = 1;
      const at = rowOf[column] ?? 0;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (done[other] === 1) continue;
        const cost = -weight(at - 1, other - 1) - (rowPotential[at] ?? 0) - (columnPotential[other] ?? 0);
        if (cost < (slack[other] ?? 0)) {
          slack[other] = cost;
          cameFrom[other] = column;
        }
        if ((slack[other] ?? 0) < least) {
          least = slack[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (done[other] === 1) {
          const holder = rowOf[other] ?? 0;
          rowPotential[holder] = (rowPotential[holder] ?? 0) + least;
          columnPotential[other] = (columnPotential[other] ?? 0) - least;
        } else slack[other] = (slack[other] ?? 0) - least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  let sum = 0;
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] ?? 0;
    if (row > 0) sum += weight(row - 1, column - 1);
  }
  return sum;
};

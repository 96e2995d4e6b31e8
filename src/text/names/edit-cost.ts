/*
 * Letters that the ear or a Romanization takes for one another; changing one for the other is little more than half a slip.
 * After the phoneme groups of L. Philips, "The Double Metaphone Search Algorithm", 2000.
 */
const ALIKE = ['aeiouy', 'sz', 'ck', 'kq', 'gk', 'bp', 'dt', 'fv', 'vw', 'iyj', 'mn', 'gh', 'hx', 'jz'];

const HALF = 0.6;
const DOUBLED = 0.5;
const WHOLE = 1;

/** Cost of changing a letter of code a into b, by the last five bits of both codes. */
const changes = new Float64Array(32 * 32).fill(WHOLE);
for (const group of ALIKE) {
  for (const a of group) for (const b of group) changes[((a.charCodeAt(0) & 31) << 5) | (b.charCodeAt(0) & 31)] = HALF;
}

const MOST_LETTERS = 64;
const rows = [0, 1, 2].map(() => new Float64Array(MOST_LETTERS + 1));

/**
 * The slips that make one word of another: a letter more, less or other, or two in each other's place, cost one; letters that
 * sound alike, or a doubled letter, about half of it.
 *
 * Symmetric. Words of more than 64 letters are compared by their beginnings.
 *
 * @param most Above this the cost is not counted further.
 * @returns The cost, or `Infinity` when it is above `most`.
 * @see F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964.
 */
export const editCost = (a: string, b: string, most: number): number => {
  const [n, m] = [Math.min(a.length, MOST_LETTERS), Math.min(b.length, MOST_LETTERS)];
  if (Math.abs(n - m) > most * 2) return Number.POSITIVE_INFINITY;
  let [before, last, row] = rows as [Float64Array, Float64Array, Float64Array];
  last[0] = 0;
  for (let j = 1; j <= m; j++) {
    last[j] = (last[j - 1] as number) + (j > 1 && b.charCodeAt(j - 1) === b.charCodeAt(j - 2) ? DOUBLED : WHOLE);
  }
  for (let i = 1; i <= n; i++) {
    const x = a.charCodeAt(i - 1);
    const dropX = i > 1 && x === a.charCodeAt(i - 2) ? DOUBLED : WHOLE;
    let least = (last[0] as number) + dropX;
    row[0] = least;
    for (let j = 1; j <= m; j++) {
      const y = b.charCodeAt(j - 1);
      const dropY = j > 1 && y === b.charCodeAt(j - 2) ? DOUBLED : WHOLE;
      let cost =
        (last[j - 1] as number) +
        (x === y ? 0 : x < 97 || y < 97 ? WHOLE : (changes[((x & 31) << 5) | (y & 31)] as number));
      const dropped = (last[j] as number) + dropX;
      if (dropped < cost) cost = dropped;
      const added = (row[j - 1] as number) + dropY;
      if (added < cost) cost = added;
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2) && x !== y) {
        const swapped = (before[j - 2] as number) + WHOLE;
        if (swapped < cost) cost = swapped;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [before, last, row] = [last, row, before];
  }
  const cost = last[m] as number;
  return cost <= most ? cost : Number.POSITIVE_INFINITY;
};

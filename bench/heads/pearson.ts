/** Pearson's correlation of two lists of the same length; 0 when one does not vary or there are fewer than two values. */
export const pearson = (a: readonly number[], b: readonly number[]): number => {
  if (a.length < 2) return 0;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [at, value] of a.entries()) {
    const fromA = value - meanA;
    const fromB = (b[at] ?? 0) - meanB;
    both += fromA * fromB;
    squareA += fromA * fromA;
    squareB += fromB * fromB;
  }
  return squareA === 0 || squareB === 0 ? 0 : both / Math.sqrt(squareA * squareB);
};

/** Mean distance of two lists of the same length; 0 when they are empty. */
export const meanAbsoluteError = (a: readonly number[], b: readonly number[]): number =>
  a.length === 0 ? 0 : a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;

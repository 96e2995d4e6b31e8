/** The error function to 1.5e-7 (Abramowitz and Stegun 7.1.26). */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y =
    1 -
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return x < 0 ? -y : y;
};

/** Beyond this the unit is 0 on one side and the number itself on the other, to eight digits. */
const FAR = 6;
const STEPS = 1024;

/** The unit at every 1024th from -6 to 6. Between two the straight line is right to 1e-7, and six times as fast. */
const UNIT = Float64Array.from({ length: 2 * FAR * STEPS + 2 }, (_, k) => {
  const x = k / STEPS - FAR;
  return 0.5 * x * (1 + erf(x * Math.SQRT1_2));
});

/** Gaussian error linear unit, the exact one, as in the network. */
export const gelu = (x: number): number => {
  if (x >= FAR) return x;
  if (!(x > -FAR)) return 0;
  const at = (x + FAR) * STEPS;
  const below = Math.floor(at);
  const low = UNIT[below] as number;
  return low + (at - below) * ((UNIT[below + 1] as number) - low);
};

/**
 * Signed distance in pieces to a row of the tables of distances, 0 to 32: exact to 8 either way, then by doubling in halves.
 */
export const distanceBucket = (offset: number): number => {
  const size = Math.abs(offset);
  const far = size <= 8 ? size : 8 + Math.min(8, Math.floor(Math.fround(Math.log2(size / 8) * 2)));
  return 16 + Math.sign(offset) * far;
};

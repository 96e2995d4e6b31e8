import { describe, expect, it } from 'vitest';
import { distanceBucket, gelu } from './math.ts';

describe('gelu', () => {
  it.each([
    [0, 0],
    [1, 0.8413447],
    [-1, -0.1586553],
    [-2.5, -0.0155244],
    [7, 7],
    [-7, 0],
    [Number.NEGATIVE_INFINITY, 0],
  ])('of %f is %f', (x, y) => {
    expect(gelu(x)).toBeCloseTo(y, 4);
  });

  it('is the exact one to a millionth, from end to end', () => {
    // Sum of the normal distribution's density by Simpson's rule, which has nothing to do with how it is computed.
    const share = (x: number): number => {
      const density = (t: number): number => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
      const steps = 2000;
      const width = x / steps;
      let sum = density(0) + density(x);
      for (let k = 1; k < steps; k++) sum += density(k * width) * (k % 2 === 1 ? 4 : 2);
      return 0.5 + (sum * width) / 3;
    };
    for (let x = -6.2; x < 6.2; x += 0.0371) expect(Math.abs(gelu(x) - x * share(x))).toBeLessThan(2e-6);
  });
});

describe('distanceBucket', () => {
  it('is exact to eight either way, then by halves of doubling', () => {
    expect([0, 1, -1, 8, -8].map(distanceBucket)).toEqual([16, 17, 15, 24, 8]);
    expect([9, 11, 12, 16, 23, 128, 500, -500].map(distanceBucket)).toEqual([24, 24, 25, 26, 27, 32, 32, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { countryOf, isSameSide } from './index.ts';

describe('countryOf', () => {
  it('knows names, demonyms and capitals', () => {
    expect([countryOf('Norway'), countryOf('the Norwegian'), countryOf("Oslo's")]).toEqual(['NO', 'NO', 'NO']);
  });

  it('knows no country of other words', () => {
    expect([countryOf('the fund'), countryOf('Ostra'), countryOf('')]).toEqual([null, null, null]);
  });
});

describe('isSameSide', () => {
  it('joins a country and its people, also of countries that no list knows', () => {
    expect(isSameSide('Norwegian', 'Oslo')).toBe(true);
    expect(isSameSide('Ostra', 'Ostran')).toBe(true);
    expect(isSameSide('Cape Lume', 'Cape Lume')).toBe(true);
  });

  it('holds two countries apart', () => {
    expect(isSameSide('Norwegian', 'Danish')).toBe(false);
  });

  it('does not tell of two unknown words', () => {
    expect(isSameSide('Ostran', 'the fund')).toBeNull();
  });
});

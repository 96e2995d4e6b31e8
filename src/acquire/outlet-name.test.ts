import { describe, expect, it } from 'vitest';
import { isOutletName, outletAt } from './outlet-name.ts';

describe('isOutletName', () => {
  it.each(['The Ostran Courier', 'Kelmar Times', 'Radio Velm', 'Kelmar News Agency', 'Reuters'])('takes %s', (name) => {
    expect(isOutletName(name)).toBe(true);
  });

  it.each([
    'Emily Post',
    'Martin Post',
    'Ilse Marn',
    'Talks fail, says Herald',
    'the morning post',
    'Post',
    'Velm',
    'The Guardian of the quay',
  ])('does not take %s', (name) => {
    expect(isOutletName(name)).toBe(false);
  });
});

describe('outletAt', () => {
  it('names the outlet of a known host and of its parts', () => {
    expect(outletAt('https://www.reuters.com/world/a')).toBe('Reuters');
  });

  it('gives null for an unknown host and for what is no address', () => {
    expect(outletAt('https://courier.example/a')).toBeNull();
    expect(outletAt('courier')).toBeNull();
  });
});

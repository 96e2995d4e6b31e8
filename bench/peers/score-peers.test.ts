import { describe, expect, it } from 'vitest';
import { THREE_TYPES } from '../label-maps.ts';
import { compareNames } from './score-peers.ts';

const name = (start: number, end: number, label: string) => ({ start, end, label });

describe('compareNames', () => {
  it('tells a name that ends elsewhere from one that is not there', () => {
    const gold = [name(0, 9, 'Person'), name(20, 30, 'Organization'), name(40, 45, 'Location')];
    const found = [name(0, 9, 'PERSON'), name(16, 30, 'ORG'), name(50, 55, 'GPE')];
    const figures = compareNames([{ gold, found }], THREE_TYPES.world, THREE_TYPES.ontonotes);
    expect(figures.exact).toMatchObject({ gold: 3, found: 3, right: 1 });
    expect(figures.touching).toMatchObject({ gold: 3, found: 3, right: 2 });
  });

  it('pairs each name once', () => {
    const gold = [name(0, 9, 'Person')];
    const found = [name(0, 4, 'PERSON'), name(5, 9, 'PERSON')];
    expect(compareNames([{ gold, found }], THREE_TYPES.world, THREE_TYPES.ontonotes).touching.right).toBe(1);
  });

  it('does not count types that a side does not have', () => {
    const figures = compareNames(
      [{ gold: [name(0, 4, 'election')], found: [name(0, 4, 'EVENT')] }],
      THREE_TYPES.politics,
      THREE_TYPES.ontonotes,
    );
    expect(figures.exact).toMatchObject({ gold: 0, found: 0 });
  });
});

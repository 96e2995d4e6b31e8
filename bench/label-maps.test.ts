import { describe, expect, it } from 'vitest';
import { relabel, THREE_TYPES } from './label-maps.ts';

describe('relabel', () => {
  it('gives shared labels and leaves out what the map does not name', () => {
    const names = [
      { start: 0, end: 4, label: 'politician' },
      { start: 9, end: 12, label: 'election' },
      { start: 20, end: 26, label: 'politicalparty' },
    ];
    expect(relabel(names, THREE_TYPES.politics)).toEqual([
      { start: 0, end: 4, label: 'Person' },
      { start: 20, end: 26, label: 'Organization' },
    ]);
  });
});

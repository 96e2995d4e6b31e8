import { describe, expect, it } from 'vitest';
import { splitWords } from './split-words.ts';

describe('splitWords', () => {
  it('parts words at blanks, and keeps quoted ones together', () => {
    expect(splitWords(`  notify-send "New \\"finding\\"" 'a $b' c\\ d ""`)).toEqual([
      'notify-send',
      'New "finding"',
      'a $b',
      'c d',
      '',
    ]);
    expect(splitWords('')).toEqual([]);
  });

  it('knows nothing of what a shell does', () => {
    expect(splitWords('a;b | c > $HOME `id` *')).toEqual(['a;b', '|', 'c', '>', '$HOME', '`id`', '*']);
  });

  it('refuses a quote that is left open', () => {
    expect(splitWords('say "no')).toBeNull();
  });
});

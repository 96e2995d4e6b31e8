import { describe, expect, it } from 'vitest';
import { ODD_KINDS, oddText } from './odd-texts.ts';

describe('oddText', () => {
  it('has the size that was asked for, whatever is odd about it', () => {
    for (const kind of ODD_KINDS) {
      const size = Buffer.byteLength(oddText(kind, 20_000));
      expect(size, kind).toBeGreaterThan(19_990);
      expect(size, kind).toBeLessThanOrEqual(20_000);
    }
  });

  it('is odd in the way it says', () => {
    expect(oddText('no spaces', 5000)).not.toMatch(/\s/);
    expect(oddText('no full stops', 5000)).not.toMatch(/[.\n]/);
    expect(oddText('capitals', 5000)).not.toMatch(/\p{Ll}/u);
    expect(oddText('quotes', 50_000).match(/"/g)?.length).toBeGreaterThan(2000);
    expect(oddText('emoji', 5000)).toMatch(/🕊/u);
    expect(oddText('mixed scripts', 5000)).toMatch(/\p{Script=Cyrillic}/u);
  });
});

import { describe, expect, it } from 'vitest';
import { sayUnread } from './say-unread.ts';

const unread = (share: number, ...languages: string[]) => ({ share, languages });

describe('sayUnread', () => {
  it.each([
    [[unread(0), unread(0)], null],
    [[unread(0), unread(1, 'ru')], '1 document is in Russian: stored and searchable, not read.'],
    [
      [unread(1, 'ar'), unread(1, 'ru'), unread(0.99, 'ru')],
      '3 documents are in Russian and Arabic: stored and searchable, not read.',
    ],
    [
      [unread(1, 'und'), unread(0.3, 'fr'), unread(0.001, 'de', 'fr')],
      '1 document is in a language that could not be told: stored and searchable, not read. 2 documents are partly in French and German: read where they are in English.',
    ],
    [[unread(0.4, 'no')], '1 document is partly in Norwegian: read where it is in English.'],
  ] as const)('says %j', (given, said) => {
    expect(sayUnread(given)).toBe(said);
  });
});

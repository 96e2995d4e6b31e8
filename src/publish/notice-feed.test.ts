import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../model/index.ts';
import { FEED_NOTICES, noticeFeed } from './notice-feed.ts';

const notice = (i: number, more: Partial<Notice> = {}): Notice => ({
  id: `notice-${i}`,
  at: `2034-01-01T10:00:00.${String(i % 1000).padStart(3, '0')}Z`,
  kind: 'finding',
  text: `Finding ${i}`,
  source: null,
  place: null,
  list: 'findings',
  item: 'finding-0123456789ab',
  from: null,
  to: null,
  documents: [],
  origins: [],
  ...more,
});

describe('noticeFeed', () => {
  it('is a feed that any reader takes: the latest first, ids that stay', async () => {
    const text = await noticeFeed([notice(1), notice(2, { text: 'A <b> & ]]> "c"', origins: ['The Hethby Ledger'] })], {
      name: 'talks',
      addressOf: ({ item }) => `http://127.0.0.1/findings/${item}`,
    });
    const { format, feed } = parseFeed(text);
    if (format !== 'atom') throw new Error(`expected Atom, found ${format}`);
    expect(feed.title?.value).toBe('talks: what has changed');
    expect(feed.updated).toBe('2034-01-01T10:00:00.002Z');
    const [first, second] = feed.entries ?? [];
    expect(first).toMatchObject({
      title: { value: 'A <b> & ]]> "c"' },
      links: [{ href: 'http://127.0.0.1/findings/finding-0123456789ab' }],
      categories: [{ term: 'finding' }],
    });
    expect(first?.content?.value).toContain('Origins: The Hethby Ledger');
    expect(first?.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const later = parseFeed(await noticeFeed([notice(1), notice(3)], { name: 'other' }));
    expect(later.format === 'atom' ? later.feed.entries?.[1]?.id : null).toBe(second?.id);
  });

  it('holds the last 200, and is a feed without any', async () => {
    const many = parseFeed(
      await noticeFeed(
        Array.from({ length: 250 }, (_, i) => notice(i)),
        { name: 'talks' },
      ),
    );
    expect(many.format === 'atom' ? many.feed.entries?.length : 0).toBe(FEED_NOTICES);
    expect(many.format === 'atom' ? many.feed.entries?.[0]?.title?.value : null).toBe('Finding 249');
    expect(parseFeed(await noticeFeed([], { name: 'talks' })).format).toBe('atom');
  });
});

import { sha256 } from '../../../model/index.ts';
import { keyOf } from '../../feeds/feed.ts';
import { itemReceived } from '../../feeds/item-received.ts';
import { readFeed } from '../../feeds/read-feed.ts';
import type { ReadFormat } from '../format.ts';

/** Reads a saved feed: the text of each item that has one. Those without are named; their pages are never asked for. */
export const readFeedFile: ReadFormat = async function* ({ path, source, known, steps, depth }) {
  const bytes = await source.read(0, source.size);
  const address = known.find(({ field }) => field === 'url')?.value ?? null;
  const feed = await readFeed(bytes, address);
  const place = { feed, path, sha256: sha256(bytes), steps, depth };
  for (const item of feed.items) {
    const received = itemReceived(item, place);
    if (received !== null) yield { kind: 'inside', received };
    else
      yield {
        kind: 'refused',
        refusal: {
          path,
          code: 'acquire/no-text',
          reason: `Expected the text of the item ${JSON.stringify(item.title ?? keyOf(item))}, found only its address. Name the address to have its page read: ${item.link ?? 'it has none'}.`,
        },
      };
  }
  if (feed.isCut) throw new Error('it breaks off');
};

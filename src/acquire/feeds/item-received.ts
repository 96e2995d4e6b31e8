import type { AcquireStep } from '../../model/index.ts';
import { pathInside, type Received, sourceOf } from '../received.ts';
import type { Feed, FeedItem } from './feed.ts';
import { keyOf } from './feed.ts';
import { itemFacts } from './item-facts.ts';
import { escapeHtml } from './plain.ts';

/** The feed that an item comes out of. */
export interface FeedPlace {
  readonly feed: Feed;
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly steps: readonly AcquireStep[];
  readonly depth: number;
}

/** Longest name that an item goes by. */
const MOST = 300;

const nameOf = (item: FeedItem): string => {
  const key = (item.link ?? item.id ?? item.title ?? keyOf(item)).replace(/[\s\p{Cc}]+/gu, ' ').slice(0, MOST);
  // What an address ends in is of the page, and what is here is HTML.
  return /\.html?$/i.test(key) ? key : `${key}.html`;
};

/**
 * An item's own text as something received: its title and text as a page. Null where the feed carries no text of it.
 *
 * The same item gives the same bytes, in whatever version of the feed it stands.
 */
export const itemReceived = (item: FeedItem, place: FeedPlace): Received | null => {
  if (item.html === null) return null;
  const heading = item.title === null ? '' : `<h1>${escapeHtml(item.title)}</h1>\n`;
  const page = `<!doctype html>\n<html><head><meta charset="utf-8"></head><body><article>\n${heading}${item.html}\n</article></body></html>\n`;
  const what = `took ${item.isWhole ? 'the text' : 'the summary'} of the item ${JSON.stringify(item.title ?? keyOf(item).slice(0, MOST))} out of the feed`;
  return {
    path: pathInside(place.path, nameOf(item)),
    source: sourceOf(Buffer.from(page, 'utf8')),
    declared: 'text/html',
    known: itemFacts(place.feed, item),
    steps: [...place.steps, { by: 'feedsmith 3.0.1', what, of: place.sha256 }],
    depth: place.depth + 1,
  };
};

import { isFeed } from '../../feeds/is-feed.ts';
import type { Format } from '../format.ts';

/** Feeds that were saved: each item is a document. */
export const FEED: Format = {
  what: 'a feed',
  mediaTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/feed+json'],
  endings: ['rss', 'atom'],
  isIt: isFeed,
  size: 'texts',
  load: async () => (await import('./read.ts')).readFeedFile,
};

export { type Feed, type FeedItem, keyOf } from './feed.ts';
export { itemFacts } from './item-facts.ts';
export { itemReceived } from './item-received.ts';
export { readFeed } from './read-feed.ts';

export {
  type Acquired,
  type AcquireOptions,
  type AcquireWatch,
  acquire,
  acquireBytes,
  acquireFile,
  DEFAULT_LIMIT_BYTES,
  documentFromBytes,
  guessDocuments,
  isQuick,
  mergePaths,
} from './acquire.ts';
export { Budget } from './budget.ts';
export type { Feed, FeedItem } from './feeds/feed.ts';
export { isFeed } from './feeds/is-feed.ts';
export { type Clock, machineClock } from './fetch/clock.ts';
export type { FetchLimits } from './fetch/fetch-limits.ts';
export { describeFetched, type FetchedPage, receivedPage } from './fetch/fetched-page.ts';
export type { Fetched, Fetcher, FetcherSettings, KeptRobots, ResolvedAddress, RobotsStore } from './fetch/fetcher.ts';
export { openFetcher } from './fetch/index.ts';
export { isWebAddress, tidyWebAddress, withoutLogin } from './fetch/web-address.ts';
export { type FileStat, type Files, localFiles } from './files.ts';
export { type FoundInputs, findInputs, isPassedOver } from './find-inputs.ts';
export { PAGES_FACTOR } from './formats/format.ts';
export { openZip, type ZipEntry, type ZipFile } from './formats/zip-entries.ts';
export type { GreyPicture, Ocr, OcrLine } from './ocr.ts';
export { type ByteSource, pathInside, type Received, sourceOf } from './received.ts';
export { refuse } from './refusals.ts';

/** What reads feeds; its parser is loaded now, not before. */
export const loadFeeds = () => import('./feeds/index.ts');

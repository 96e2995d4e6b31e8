import type { Fetcher, FetcherSettings } from './fetcher.ts';

/** Opens what fetches pages; its client is loaded now, not before. Asks for nothing by itself. */
export const openFetcher = async (settings: FetcherSettings): Promise<Fetcher> =>
  (await import('./open-fetcher.ts')).makeFetcher(settings);

import type { Clock, Fetcher, FetchLimits } from './acquire/index.ts';
import { programVersion } from './program.ts';

/** How pages are asked for. */
export interface PageFetcherSettings {
  /** Address or e-mail of whoever asks, told to those whose pages are asked for; none by default. */
  readonly contact?: string;
  /**
   * Whether the hosts that are named themselves may be of this machine or of a network of its own; false by default. Hosts that a
   * redirect leads to never may.
   */
  readonly mayBePrivate?: boolean;
  /** The machine's by default. */
  readonly clock?: Clock;
  readonly limits?: Partial<FetchLimits>;
}

/**
 * Opens what asks for the pages among some paths.
 *
 * @returns Null where no path is a web address: then nothing can be asked for.
 */
export const openFetcherFor = async (
  paths: readonly string[],
  { contact, mayBePrivate, clock, limits }: PageFetcherSettings = {},
): Promise<Fetcher | null> => {
  const { isWebAddress, openFetcher, tidyWebAddress } = await import('./acquire/index.ts');
  const named = paths
    .filter(isWebAddress)
    .map(tidyWebAddress)
    .filter((address) => URL.canParse(address));
  if (named.length === 0 && !paths.some(isWebAddress)) return null;
  const hosts = new Set(named.map((address) => new URL(address).hostname));
  return openFetcher({
    version: programVersion(),
    contact: contact ?? null,
    ...(clock === undefined ? {} : { clock }),
    ...(limits === undefined ? {} : { limits }),
    ...(mayBePrivate === true ? { allowAddress: (_, host) => hosts.has(host) } : {}),
  });
};

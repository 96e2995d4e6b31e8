import type { Capture, Refusal } from '../../model/index.ts';
import type { Clock } from './clock.ts';
import type { FetchLimits } from './fetch-limits.ts';

/** What came of asking for one page. */
export type Fetched =
  /** Content that is to be read. It may be the same as before for all that the server says: compare `contentSha256`. */
  | {
      readonly kind: 'captured';
      readonly capture: Capture;
      /** Unpacked: what the document is made of. */
      readonly bytes: Uint8Array;
      /** As received. */
      readonly body: Uint8Array;
    }
  /** The server says that nothing has changed (304: no body), or has sent the same content again: it may be packed otherwise. */
  | { readonly kind: 'unchanged'; readonly capture: Capture; readonly at: string; readonly body: Uint8Array | null }
  /** There is nothing at the address, or nothing more: 404, 410, 451. `body` is what was said instead, at most its first megabyte. */
  | { readonly kind: 'gone'; readonly status: number; readonly capture: Capture; readonly body: Uint8Array }
  /** Asking again will not help: forbidden, not public, of a wrong kind, too large, ... */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Not now: the server asked to wait, failed, or could not be reached. `retryAt` is an instant in UTC. */
  | { readonly kind: 'later'; readonly refusal: Refusal; readonly retryAt: string };

/**
 * Asks for pages, one address at a time, and for nothing that was not named: what a page embeds or links to is never asked for.
 * Keeps to robots.txt and to a rate for each host; calls for one host wait for each other, others go on beside them.
 */
export interface Fetcher {
  /**
   * @param before The last capture of this address: the server is asked whether anything has changed since.
   * @returns Never rejects, but for the reason of `signal` when that is aborted.
   */
  fetch(url: string, before?: Capture | null, signal?: AbortSignal): Promise<Fetched>;
  close(): Promise<void>;
}

/** An IP address that a name leads to. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** What a host's robots.txt was when it was last asked for. */
export interface KeptRobots {
  /** `rules`: its text; `none`: there is none, so all is allowed; `unreachable`: it could not be had, so nothing is, for now. */
  readonly kind: 'rules' | 'none' | 'unreachable';
  readonly text: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** Where rules of hosts are kept between fetches, by origin: `https://news.example`. */
export interface RobotsStore {
  get(origin: string): Promise<KeptRobots | null>;
  put(origin: string, robots: KeptRobots): Promise<void>;
}

export interface FetcherSettings {
  /** The machine's by default. Rates, waiting and the times of captures go by it. */
  readonly clock?: Clock;
  /** Version of Backchannel, for what it calls itself. */
  readonly version: string;
  /** Address or e-mail of whoever fetches, for those whose pages are fetched; none by default. */
  readonly contact?: string | null;
  readonly limits?: Partial<FetchLimits>;
  /** In memory by default. */
  readonly robots?: RobotsStore;
  /** Which addresses may be connected to for a host, besides those that are public. None by default. */
  readonly allowAddress?: (address: string, host: string) => boolean;
  /** Looks a name up; the system's resolver by default. */
  readonly resolve?: (host: string) => Promise<readonly ResolvedAddress[]>;
}

/** What one fetch may cost. Times are of the machine's own clock. */
export interface FetchLimits {
  /** Largest page or other text, in bytes, as received and unpacked: 20 MB by default. */
  readonly textBytes: number;
  /** Largest document of pages, picture-laden or packed: a PDF, an archive. 100 MB by default. */
  readonly pagesBytes: number;
  /** All headers of one answer, in bytes: 64 KB by default. */
  readonly headerBytes: number;
  readonly redirects: number;
  /** Until a connection stands: 15 s by default. */
  readonly connectMs: number;
  /** From the request to the end of its headers: 30 s by default. */
  readonly firstByteMs: number;
  /** For one answer in all: 180 s by default. */
  readonly totalMs: number;
  /** An answer that brings less than this in a second, on average over `rateWindowMs`, is given up: 200 by default. */
  readonly bytesPerSecond: number;
  readonly rateWindowMs: number;
  /** Bytes unpacked for each byte received, counted from the first megabyte on: 200 by default, as for archives. */
  readonly ratio: number;
  /** Between the end of one visit to a host and the next: 2 s by default. What the host's robots.txt asks for counts if it is more. */
  readonly hostGapMs: number;
  /** A turn that is further away than this is not waited for: it is told when to come again. 10 minutes by default. */
  readonly longestWaitMs: number;
}

export const DEFAULT_FETCH_LIMITS: FetchLimits = {
  textBytes: 20 * 1024 ** 2,
  pagesBytes: 100 * 1024 ** 2,
  headerBytes: 64 * 1024,
  redirects: 10,
  connectMs: 15_000,
  firstByteMs: 30_000,
  totalMs: 180_000,
  bytesPerSecond: 200,
  rateWindowMs: 20_000,
  ratio: 200,
  hostGapMs: 2000,
  longestWaitMs: 600_000,
};

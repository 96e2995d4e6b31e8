/** Headers as received: names in the case in which they came. */
export type Headers = readonly (readonly [string, string])[];

/** All values of a header, in their order. */
export const allHeaders = (headers: Headers, name: string): readonly string[] =>
  headers.flatMap(([one, value]) => (one.toLowerCase() === name ? [value] : []));

/** @param name In small letters. */
export const firstHeader = (headers: Headers, name: string): string | null => allHeaders(headers, name)[0] ?? null;

/** Longer pauses than this are not meant: a week. */
const LONGEST_PAUSE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The moment that Retry-After names, as seconds from now or as a date; null where there is none that can be read.
 *
 * @returns Milliseconds since 1970, not before `now` and at most a week after it.
 */
export const readRetryAfter = (value: string | null, now: number): number | null => {
  const text = value?.trim() ?? '';
  const at = /^\d{1,9}$/.test(text)
    ? now + Number(text) * 1000
    : /^[A-Za-z]/.test(text)
      ? Date.parse(text)
      : Number.NaN;
  return Number.isNaN(at) ? null : Math.min(Math.max(at, now), now + LONGEST_PAUSE_MS);
};

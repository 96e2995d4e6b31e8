import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of a string's UTF-8 form, as 64 hex digits. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * An id made from content, never random: the same parts give the same id on every machine.
 *
 * @param prefix Kind of thing, e.g. `meeting`; stands before the hyphen.
 * @param parts What identifies it, in a fixed order. `null` and the empty string differ.
 * @returns `prefix-` and 12 hex digits (48 bits: a collision among 100,000 items of one kind has a chance near 1 in 50,000).
 */
export const contentId = (prefix: string, ...parts: readonly (string | number | null)[]): string =>
  `${prefix}-${sha256(JSON.stringify(parts)).slice(0, 12)}`;

/** The order in which everything is listed: by UTF-16 code units, the same on every machine and in every locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import type { Unread } from '../model/index.ts';
import { languageName } from '../text/index.ts';
import { counted, listed } from './words.ts';

/** Less than this read is not said to have been read. */
const WHOLE = 0.95;

/** The languages by how many documents are in them; of as many by name. */
const languagesOf = (unread: readonly Unread[]): string => {
  const counts = new Map<string, number>();
  for (const { languages } of unread)
    for (const language of languages) {
      const name = languageName(language);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const names = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
  return names.length === 0 ? languageName('und') : listed(names);
};

/**
 * What was not read for its language: "3 documents are in Russian and Arabic: stored and searchable, not read. 1 document is partly
 * in French: read where it is in English."
 *
 * @param unread Of each document; those that were read in full say nothing.
 * @returns Null when all was read.
 */
export const sayUnread = (unread: readonly Unread[]): string | null => {
  const whole = unread.filter(({ share }) => share >= WHOLE);
  const part = unread.filter(({ share }) => share > 0 && share < WHOLE);
  const are = (count: number): string => `${counted(count, 'document')} ${count === 1 ? 'is' : 'are'}`;
  const said = [
    whole.length === 0 ? null : `${are(whole.length)} in ${languagesOf(whole)}: stored and searchable, not read.`,
    part.length === 0
      ? null
      : `${are(part.length)} partly in ${languagesOf(part)}: read where ${part.length === 1 ? 'it is' : 'they are'} in English.`,
  ].filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.join(' ');
};

/** The same of one document in a few words: "in Russian, not read", "partly in French, which was not read". Null when all was read. */
export const markUnread = (unread: Unread): string | null => {
  if (unread.share === 0) return null;
  const languages = languagesOf([unread]);
  return unread.share >= WHOLE ? `in ${languages}, not read` : `partly in ${languages}, which was not read`;
};

import { byText, sha256 } from '../model/index.ts';
import type { DocumentEntry } from './case-store.ts';

/**
 * A hash of everything a case is derived from: the documents, their paths, their readings, the decisions, and what derives it.
 *
 * @param decisions Ids of the journal's entries; each comes from all that its entry says.
 * @param engine Changes whenever the same readings could give another case: the version of the code that derives.
 */
export const inputsDigest = (
  entries: readonly DocumentEntry[],
  decisions: readonly string[],
  engine: string,
): string => {
  const rows = [...entries]
    .sort((a, b) => byText(a.id, b.id))
    .map((entry) => [entry.id, entry.textSha256, entry.readingSha256, entry.reader, entry.paths]);
  return sha256(JSON.stringify([engine, rows, [...decisions].sort(byText)]));
};

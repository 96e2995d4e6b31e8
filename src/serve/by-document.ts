import type { CaseList, Line } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';

/** The lines of a list that stand on a document, in the order of the list. */
export const linesOfDocument = async (now: Snapshot, list: CaseList, document: string): Promise<readonly Line[]> => {
  const index = await now.work(`by-document/${list}`, async () => {
    const found = new Map<string, Line[]>();
    for (const line of await now.lines(list))
      for (const id of line.documents) {
        const known = found.get(id);
        if (known === undefined) found.set(id, [line]);
        else known.push(line);
      }
    return found;
  });
  return index.get(document) ?? [];
};

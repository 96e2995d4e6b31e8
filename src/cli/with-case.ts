import { beatsOf, type CaseStore, type CaseView, deriveCase, openCase } from '../backchannel.ts';
import { plain } from './plain.ts';
import type { Terminal } from './terminal.ts';

/** Opens a case to look at, derives it if need be, and closes it whatever happens. */
export const withCase = async <T>(
  file: string,
  terminal: Terminal,
  use: (view: CaseView, store: CaseStore) => Promise<T>,
): Promise<T> => {
  const store = await openCase(file);
  try {
    const { view, isFresh, isKept } = await deriveCase(store);
    if (isFresh && !isKept) {
      terminal.err(
        `note: ${file} had to be put together anew and cannot be written to, so it will be again next time.`,
      );
    }
    const beats = await beatsOf(store);
    if (beats.length > 1)
      terminal.err(
        `note: ${plain(file)} was read with the beats ${beats.join(' and ')}: a reading was stopped. Finish it: backchannel read --case ${plain(file)} --beat NAME`,
      );
    return await use(view, store);
  } finally {
    await store.close();
  }
};

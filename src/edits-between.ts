import type { CaseStore } from './store/index.ts';
import { type WordEdits, wordEdits } from './text/index.ts';

/**
 * What the stored texts of two documents have each for itself, word by word.
 *
 * @returns Null when they are too different to be versions of one another, or one of them is not there.
 */
export const editsBetween = async (store: CaseStore, first: string, second: string): Promise<WordEdits | null> => {
  const [a, b] = await Promise.all([store.document(first), store.document(second)]);
  return a === null || b === null ? null : wordEdits(a.text, b.text);
};

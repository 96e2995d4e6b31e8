import { CASE_LISTS, type Case, type CaseList, type Line } from './model/index.ts';
import { type Lines, makeLines } from './publish/index.ts';
import type { CaseStore } from './store/index.ts';

/** Raised when lines get other fields or words: what an older version kept is made again. */
const VERSION = 'lines-3';

const nameOf = (list: CaseList): string => `lines/${list}`;
const digestOf = (digest: string): string => `${VERSION} ${digest}`;

/**
 * Keeps the light rows of a case beside it, so that a large one opens at once.
 *
 * @param digest Of the case, as the store derived it.
 * @throws BackchannelError from the store, as when it is read-only.
 */
export const keepLines = async (store: CaseStore, digest: string, made: Case): Promise<void> =>
  keep(store, digest, makeLines(made));

const keep = async (store: CaseStore, digest: string, lines: Lines): Promise<void> => {
  for (const list of CASE_LISTS) await store.keep(nameOf(list), digestOf(digest), JSON.stringify(lines[list]));
};

/** Cases that are looked at without being able to keep their lines, one at a time. */
const unkept = new WeakMap<CaseStore, { readonly digest: string; readonly lines: Promise<Lines> }>();

/**
 * The light rows of one list of a case: as kept, or worked out of the whole case and kept where that can be done.
 *
 * @param whole The whole case; asked for only where nothing is kept.
 */
export const linesOf = async (
  store: CaseStore,
  digest: string,
  list: CaseList,
  whole: () => Promise<Case>,
): Promise<readonly Line[]> => {
  const kept = await store.kept(nameOf(list));
  if (kept?.digest === digestOf(digest)) return JSON.parse(kept.json) as readonly Line[];
  const known = unkept.get(store);
  if (known?.digest === digest) return (await known.lines)[list];
  const lines = whole().then(async (made) => {
    const own = makeLines(made);
    // A file that cannot be written is looked at all the same.
    await keep(store, digest, own).catch(() => undefined);
    return own;
  });
  // What failed may go well the next time.
  lines.catch(() => unkept.delete(store));
  unkept.set(store, { digest, lines });
  return (await lines)[list];
};

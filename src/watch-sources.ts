import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { BackchannelError } from './model/index.ts';
import { tidyPath } from './read-into.ts';
import type { CaseStore, Watched } from './store/index.ts';
import { SourceMemory, type SourceState } from './watch-state.ts';

/** Something that is watched. `list`: a file that names addresses, one a line. */
export interface WatchSource {
  readonly kind: 'web' | 'files' | 'list';
  /** The address, or the path; what it is remembered by. */
  readonly name: string;
}

/** Longest file that may be a list of addresses. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The addresses in a list: one a line, `#` begins a comment. Null when another line stands in it, or no address at all. */
export const readAddresses = (text: string): readonly string[] | null => {
  const lines = text.split(/\r?\n/).map((line) =>
    line
      .replace(/^\ufeff/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim(),
  );
  const named = lines.filter((line) => line !== '');
  return named.length > 0 && named.every((line) => /^https?:\/\/\S+$/i.test(line)) ? [...new Set(named)] : null;
};

/** What a list names now; null when it cannot be read, is none any more, or is being written. */
export const addressesIn = async (path: string): Promise<readonly string[] | null> => {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? null : readAddresses(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * What is meant by the words that name a source: an address is a feed or page; a folder or file is watched for what is put there; a
 * file in which nothing but addresses stands is a list of them.
 *
 * @param isKnown Whether it was watched before: then it may be gone for now.
 * @throws BackchannelError `watch/no-source` when there is nothing there.
 */
export const watchSourceOf = async (
  given: string,
  isKnown: (name: string) => Promise<boolean>,
): Promise<WatchSource> => {
  const { isWebAddress, tidyWebAddress } = await import('./acquire/index.ts');
  if (isWebAddress(given)) return { kind: 'web', name: tidyWebAddress(given) };
  const name = tidyPath(given);
  const found = await stat(name).catch(() => null);
  if (found === null && !(await isKnown(name)))
    throw new BackchannelError(
      'watch/no-source',
      `Expected a feed, folder, page or list of addresses, found nothing at ${given}.`,
      {
        place: given,
        next: 'Check the spelling; an address begins with https://.',
      },
    );
  if (found?.isFile() && (await addressesIn(name)) !== null) return { kind: 'list', name };
  return { kind: 'files', name };
};

/** All addresses that sources name now, those in lists included. */
export const webAddressesOf = async (sources: readonly WatchSource[]): Promise<readonly string[]> => {
  const named = await Promise.all(
    sources.map(async ({ kind, name }) =>
      kind === 'web' ? [name] : kind === 'list' ? ((await addressesIn(name)) ?? []) : [],
    ),
  );
  return named.flat();
};

const SOURCES = 'sources';

const Kept = z.array(z.object({ kind: z.enum(['web', 'files', 'list']), name: z.string() }).readonly());

/** The row that remembers what is watched, so that a watch may be taken up again without naming it. */
export const sourcesRow = (sources: readonly WatchSource[]): Watched => ({
  source: '',
  item: SOURCES,
  json: JSON.stringify(sources),
});

/** A source, and how far it has been looked at. */
export interface WatchedSource {
  readonly source: WatchSource;
  readonly state: SourceState;
  /** How many of each are remembered. */
  readonly files: number;
  readonly items: number;
  readonly pages: number;
}

/** What was watched last, in the order in which it was named; empty when nothing ever was. */
export const watchedSources = async (store: CaseStore): Promise<readonly WatchedSource[]> => {
  const json = (await store.watched('')).find(({ item }) => item === SOURCES)?.json ?? '[]';
  const { data = [] } = Kept.safeParse(JSON.parse(json));
  return Promise.all(
    data.map(async (source) => {
      const { state, files, items, pages } = new SourceMemory(source.name, await store.watched(source.name), 0);
      return { source, state, files: files.size, items: items.size, pages: pages.size };
    }),
  );
};

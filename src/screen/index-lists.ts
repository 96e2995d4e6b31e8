import { BackchannelError } from '../model/index.ts';
import type { IndexedList } from './index-file.ts';
import { LIST_FORMATS } from './list-entry.ts';
import { isEmptyList } from './list-errors.ts';
import { readList } from './read-list.ts';
import { IndexWriter } from './write-index.ts';

/** How far the indexing is. */
export interface IndexProgress {
  readonly file: string;
  /** Of the file that is being read, 0 to 1. */
  readonly share: number;
  /** Of all lists so far. */
  readonly entries: number;
  readonly phase: 'reading' | 'sorting';
}

/** A record that was not taken. */
export interface RefusedRecord {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface IndexOptions {
  /** Where the index goes; one that is there is replaced in one step at the end. */
  readonly out: string;
  /** UTC, as an ISO date and time: a clock is handed in. */
  readonly at: string;
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly onRefused?: (refused: RefusedRecord) => void;
  readonly signal?: AbortSignal;
}

/** Entries between two looks at progress and signal. */
const EVERY = 2000;

const stopped = (): BackchannelError =>
  new BackchannelError('screen/stopped', 'Stopped before all lists were read; no index was written.', {
    next: 'Run the same command again: indexing starts anew.',
  });

const indexOne = async (
  file: string,
  list: number,
  writer: IndexWriter,
  before: number,
  options: IndexOptions,
): Promise<IndexedList> => {
  const { format, list: source, records } = await readList(file);
  const names = writer.names;
  const passed: Record<string, number> = {};
  let [entries, refused, seen, published]: [number, number, number, string | null] = [0, 0, 0, null];
  for await (const record of records) {
    if (++seen % EVERY === 0) {
      if (options.signal?.aborted === true) throw stopped();
      const share = Math.min(1, source.done() / source.bytes);
      options.onProgress?.({ file, share, entries: before + entries, phase: 'reading' });
    }
    if (record.kind === 'entry') {
      writer.add(list, record.entry);
      entries++;
    } else if (record.kind === 'addition') writer.addMore(record.addition);
    else if (record.kind === 'published') published = record.date;
    else if (record.kind === 'passed') passed[record.sort] = (passed[record.sort] ?? 0) + 1;
    else {
      refused++;
      options.onRefused?.({ file, line: record.line, reason: record.reason });
    }
  }
  if (entries === 0) throw isEmptyList(file, `${LIST_FORMATS[format]} without anybody on it`);
  const { bytes } = source;
  return {
    file,
    format,
    published,
    bytes,
    entries,
    names: writer.names - names,
    refused,
    passed,
    indexedAt: options.at,
  };
};

/**
 * Reads lists and writes an index of all of them, in which names are then looked up.
 *
 * Streamed: neither a list nor the index is held in memory. All or nothing: a list that is damaged, cut off, empty or of no known
 * format ends the indexing and leaves what was at `out` as it was; so does a stop or a kill. Single records that cannot be taken are
 * counted and told one by one.
 *
 * @returns What is in the index, in the order of the files.
 * @throws BackchannelError as {@link readList}; `screen/empty`, `screen/stopped`, `screen/cannot-write`.
 */
export const indexLists = async (files: readonly string[], options: IndexOptions): Promise<readonly IndexedList[]> => {
  const writer = new IndexWriter(options.out);
  try {
    const lists: IndexedList[] = [];
    let entries = 0;
    for (const [list, file] of files.entries()) {
      const done = await indexOne(file, list, writer, entries, options);
      lists.push(done);
      entries += done.entries;
    }
    if (options.signal?.aborted === true) throw stopped();
    options.onProgress?.({ file: options.out, share: 1, entries, phase: 'sorting' });
    writer.finish(lists);
    return lists;
  } catch (error) {
    writer.abandon();
    throw error;
  }
};

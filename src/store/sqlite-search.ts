import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { CASE_LISTS, type CaseList } from '../model/index.ts';
import type { DocumentHit, ItemHit, SearchOptions, SearchResult } from './case-search.ts';
import { type ExactText, fromColumn } from './exact-text.ts';
import { buildSearchIndex, hasSearchIndex, ROWS_OF_A_LIST } from './search-index.ts';
import { markedWhole, passagesOf } from './search-passages.ts';
import { parseQuery, type QueryPart } from './search-query.ts';

/** The most hits at once. */
const MOST_HITS = 200;
/** The most rows that are weighed: weighing costs some microseconds each, and nobody looks through more. */
const MOST_WEIGHED = 5000;

const NOTHING: SearchResult = { hits: [], total: 0, isTotalExact: true };

/** Folded words are letters, digits and marks only, so that nothing in these quotes can end them. */
const phrase = ({ words, isOpen }: QueryPart): string => `"${words.join(' ')}"${isOpen ? ' *' : ''}`;

interface Found {
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Looks up the index that `search-index.ts` writes. */
export class SqliteSearch {
  readonly #database: DatabaseSyncInstance;
  readonly #prepared = new Map<string, StatementSyncInstance>();

  constructor(database: DatabaseSyncInstance) {
    this.#database = database;
    if (hasSearchIndex(database)) return;
    // A file of an older version that could not be brought up to date: its index is made in memory, as long as it is open.
    database.exec('pragma temp_store = memory');
    buildSearchIndex(database, 'temp');
  }

  search(query: string, options: SearchOptions): SearchResult {
    const parts = parseQuery(query);
    if (parts.length === 0) return NOTHING;
    const lists = new Set(typeof options.in === 'string' ? [options.in] : options.in);
    const limit = Math.min(Math.max(Math.trunc(options.limit) || 1, 1), MOST_HITS);
    const offset = Math.max(Math.trunc(options.offset ?? 0) || 0, 0);
    const most = Math.min(Math.max(Math.trunc(options.weighed ?? MOST_WEIGHED) || 1, 1), MOST_WEIGHED);
    const match = parts.map(phrase).join(' AND ');
    const documents = lists.delete('documents') ? this.#documents(match, most, limit, offset) : null;
    const left = limit - (documents?.rows.length ?? 0);
    const items =
      lists.size === 0 ? null : this.#items(match, lists, most, left, Math.max(offset - (documents?.total ?? 0), 0));
    return {
      hits: [
        ...(documents?.rows ?? []).map(({ id }) => this.#documentHit(String(id), parts)),
        ...(items?.rows ?? []).map(({ list, id }) => ({ list, id }) as ItemHit),
      ],
      total: (documents?.total ?? 0) + (items?.total ?? 0),
      isTotalExact: (documents?.isTotalExact ?? true) && (items?.isTotalExact ?? true),
    };
  }

  #documents(match: string, most: number, limit: number, offset: number): Found {
    const found = `select rowid as row, bm25(documentWords, 4.0, 2.0, 2.0, 1.0) as score from documentWords where documentWords match ?`;
    const rows = `select (select count(*) from found) as total, document as id from best join documentKeys on documentKeys.key = best.row`;
    return this.#ranked(found, rows, match, most, limit, offset);
  }

  #items(match: string, lists: ReadonlySet<CaseList>, most: number, limit: number, offset: number): Found {
    const numbers = CASE_LISTS.flatMap((list, at) => (lists.has(list) ? at : [])).sort((a, b) => a - b);
    const [first, last] = [numbers[0] ?? 0, (numbers.at(-1) ?? 0) + 1].map((at) => at * ROWS_OF_A_LIST);
    const found = `select rowid as row, bm25(itemWords, 3.0, 1.0) as score from itemWords where itemWords match ? and rowid between ${first} and ${last} and rowid / ${ROWS_OF_A_LIST} in (${numbers.join(', ')})`;
    const rows = `select (select count(*) from found) as total, items.list, items.id from best join items on items.rowid = best.row % ${ROWS_OF_A_LIST}`;
    return this.#ranked(found, rows, match, most, limit, offset);
  }

  /** Of equally good rows the first come first: that order holds from page to page, and rows are fetched for one page only. */
  #ranked(found: string, rows: string, match: string, most: number, limit: number, offset: number): Found {
    const weighed = `with found as materialized (${found} limit ${most + 1})`;
    const best = `best as materialized (select row, score from found order by score, row limit ? offset ?)`;
    const page = this.#statement(`${weighed}, ${best} ${rows} order by score, row`).all(
      match,
      Math.max(limit, 1),
      offset,
    );
    // Only where a page is empty is there no row that could tell how many there are.
    const counted = page[0] ?? this.#statement(`${weighed} select count(*) as total from found`).get(match);
    const { total } = counted as { readonly total: number };
    const isTotalExact = total <= most;
    return { total: Math.min(total, most), isTotalExact, rows: limit === 0 ? [] : page };
  }

  #documentHit(id: string, parts: readonly QueryPart[]): DocumentHit {
    const row = this.#statement('select title, text from documents where id = ?').get(id) as
      | { readonly title: ExactText | null; readonly text: ExactText }
      | undefined;
    return {
      list: 'documents',
      id,
      title: row?.title ? markedWhole(fromColumn(row.title), parts) : null,
      passages: row ? passagesOf(fromColumn(row.text), parts) : [],
    };
  }

  /** Each text is prepared once: statements are freed by garbage collection only. */
  #statement(text: string): StatementSyncInstance {
    const known = this.#prepared.get(text);
    if (known) return known;
    const statement = this.#database.prepare(text);
    this.#prepared.set(text, statement);
    return statement;
  }
}

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { BackchannelError, Line } from '../../model/index.ts';
import { sayDate } from '../../publish/index.ts';
import { answers, give, newApi, PageQuery } from '../api.ts';
import type { Snapshot } from '../case-look.ts';
import type { Desk } from '../desk.ts';
import { type Filter, FilterQuery, filterLines } from '../filter-lines.ts';
import { csvOf } from '../ledger-csv.ts';
import { GROUPINGS, groupLines } from '../ledger-groups.ts';
import { orderLines, wordedLines } from '../ledger-order.ts';
import { LedgerAnswer, LedgerList } from '../ledger-shapes.ts';
import {
  allLedgers,
  columnsOf,
  findLedger,
  type LedgerInfo,
  linesOfLedger,
  printRows,
  rowsOf,
  STEPS,
  stepsOf,
} from '../ledger-table.ts';
import { notFound } from '../serve-error.ts';

/** Quotes of one part of a cell that are handed over; the item itself has all. */
const QUOTES = 2;
/** Values of one facet. */
const VALUES = 60;

const TableQuery = FilterQuery.extend({
  f: z.string().max(200).optional().describe('Words that must all stand in the row as it is printed'),
  sort: z
    .string()
    .max(60)
    .optional()
    .describe('Key of a column, or standing, weight, origins, claims, documents, date'),
  order: z.enum(['up', 'down']).default('up'),
});
const PagedTableQuery = TableQuery.extend(PageQuery.shape).extend({
  group: z.enum(GROUPINGS).optional().describe('What rows are put together by'),
});

const ledgersRoute = createRoute({
  method: 'get',
  path: '/ledgers',
  summary: 'The ledgers of the case, those of the beat among them, with how many rows each has',
  responses: answers(LedgerList, 'The ledgers'),
});

const ledgerRoute = createRoute({
  method: 'get',
  path: '/ledgers/{ledger}',
  summary:
    'Rows of a ledger as printed by the columns of the beat: filtered, searched, sorted, grouped, a page at a time',
  request: { params: z.object({ ledger: z.string().max(80) }), query: PagedTableQuery },
  responses: answers(LedgerAnswer, 'Rows of the ledger'),
});

const whereRoute = createRoute({
  method: 'get',
  path: '/line/{id}',
  summary: 'The light row of anything in the case, by its id alone',
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: answers(Line, 'The light row, with the list that it is in'),
});

/** Lines of a ledger in whose rows the words that are asked for stand; the filter is still to come. */
const wordedOf = async (now: Snapshot, info: LedgerInfo, words: string | undefined): Promise<readonly Line[]> =>
  wordedLines(now, info, await linesOfLedger(now, info), words);

const facetsOf = (worded: readonly Line[], query: Filter): LedgerAnswer['facets'] => {
  const count = (key: 'kind' | 'state' | 'standing') => {
    const counts = new Map<string, number>();
    for (const line of filterLines(worded, { ...query, [key]: null })) {
      const value = line[key] ?? 'none';
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, rows]) => ({ value, count: rows }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, VALUES);
  };
  return { kind: count('kind'), state: count('state'), standing: count('standing') };
};

const spanOf = (lines: readonly Line[]): LedgerAnswer['span'] => {
  let [from, to]: (number | null)[] = [null, null];
  for (const line of lines) {
    if (line.from !== null) from = Math.min(from ?? line.from, line.from);
    if (line.to !== null) to = Math.max(to ?? line.to, line.to);
  }
  return { from: from ?? null, to: to ?? null };
};

const rowsAnswered = async (
  now: Snapshot,
  info: LedgerInfo,
  placed: readonly { readonly line: Line; readonly group: string | null }[],
): Promise<LedgerAnswer['items']> => {
  const rows = await rowsOf(
    now,
    info,
    placed.map(({ line }) => line),
  );
  const printed = new Map((await printRows(now, info, rows)).map((one) => [one.row.id, one]));
  const lists = new Map<string, string>();
  for (const { cells } of printed.values())
    for (const { id } of cells.flat().flatMap(({ pieces }) => pieces)) {
      const line = id === undefined ? null : await now.line(id);
      if (line !== null) lists.set(line.id, line.list);
    }
  return placed.flatMap(({ line, group }) => {
    const one = printed.get(line.id);
    if (one === undefined) return [];
    const { standing, state, origins, weight, voices, claims, documents, date, from, judged } = line;
    // A tie that is told since when, and not until when, is open: its line has the day on which it began.
    const isOpen = 'validTo' in one.row && one.row.validFrom !== null && one.row.validTo === null;
    const to = isOpen ? null : line.to;
    return [
      {
        id: line.id,
        group,
        cells: one.cells.map((cell) =>
          cell.map((part) => ({
            ...part,
            pieces: part.pieces.map((piece) => {
              const list = piece.id === undefined ? undefined : lists.get(piece.id);
              return list === undefined ? piece : { ...piece, list };
            }),
            evidence: part.evidence.slice(0, QUOTES),
          })),
        ),
        isDenied: one.isDenied,
        steps: stepsOf(one.row).map((step) => ({ ...step, when: step.date === null ? null : sayDate(step.date) })),
        line: {
          ...{ standing, state, weight, voices, claims, date, from, to, judged },
          origins: [...origins],
          documents: documents.length,
        },
      },
    ];
  });
};

const fileName = (text: string): string => text.replace(/[^\p{L}\p{N}._-]+/gu, '-');

export const ledgerRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(ledgersRoute, async (context) => {
    const now = await desk.look.now();
    const items = await Promise.all(
      (await allLedgers(now)).map(async (info) => ({
        name: info.name,
        title: info.title,
        lead: info.lead,
        list: info.list,
        rows: (await linesOfLedger(now, info)).length,
        isOwn: info.types !== null,
      })),
    );
    return give<LedgerList>(context, { digest: now.digest, items });
  });
  api.openapi(whereRoute, async (context) => {
    const { id } = context.req.valid('param');
    const line = await (await desk.look.now()).line(id);
    if (line === null) throw notFound('something', id);
    return give<Line>(context, line);
  });
  // Before the table: its path takes a name with an ending too.
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/ledgers/{ledger}.csv',
    summary: 'All rows of a ledger as CSV: words, EDTF dates, ids, standing, origins, quotes with their places',
    request: { params: z.object({ ledger: z.string() }), query: TableQuery },
    responses: {
      200: { content: { 'text/csv': { schema: z.string() } }, description: 'UTF-8 with a byte-order mark' },
    },
  });
  api.get('/ledgers/:file{[^/]+\\.csv}', async (context) => {
    const asked = TableQuery.safeParse(context.req.query());
    if (!asked.success) {
      const found = asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      throw new BackchannelError('serve/invalid', `Expected a request as the API describes it, found: ${found}.`, {
        next: 'See /api/v1/openapi.json.',
      });
    }
    const query = asked.data;
    const now = await desk.look.now();
    const info = await findLedger(now, context.req.param('file').slice(0, -'.csv'.length));
    const passing = filterLines(await wordedOf(now, info, query.f), query);
    const lines = await orderLines(now, info, passing, query.sort, query.order);
    const { place } = desk.host.store;
    const name = place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1).replace(/\.case$/i, '');
    context.header('Content-Type', 'text/csv; charset=utf-8');
    context.header(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(fileName(`${name}-${info.name}.csv`))}`,
    );
    return stream(context, async (out) => {
      for await (const part of csvOf(now, info, lines)) await out.write(part);
    });
  });
  api.openapi(ledgerRoute, async (context) => {
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const info = await findLedger(now, context.req.valid('param').ledger);
    const all = await linesOfLedger(now, info);
    const worded = await wordedOf(now, info, query.f);
    const lines = await orderLines(now, info, filterLines(worded, query), query.sort, query.order);
    const grouped = query.group === undefined ? null : await groupLines(now, lines, query.group);
    const placed = grouped?.lines ?? lines.map((line) => ({ line, group: null }));
    const { offset, limit } = query;
    const answer: LedgerAnswer = {
      digest: now.digest,
      name: info.name,
      title: info.title,
      lead: info.lead,
      list: info.list,
      columns: (await columnsOf(now, info)).map(({ key, title, column }) => ({
        key,
        title,
        width: column.width ?? null,
      })),
      steps: [...(STEPS[info.list] ?? [])],
      all: all.length,
      total: lines.length,
      places: placed.length,
      offset,
      limit,
      groups: [...(grouped?.groups ?? [])],
      facets: facetsOf(worded, query),
      span: spanOf(all),
      items: await rowsAnswered(now, info, placed.slice(offset, offset + limit)),
    };
    return give<LedgerAnswer>(context, answer);
  });
  return api;
};

import { z } from '@hono/zod-openapi';
import { byText, Form, Line, Unread } from '../model/index.ts';
import { linesOfDocument } from './by-document.ts';
import type { Snapshot } from './case-look.ts';
import { type Filter, filterLines } from './filter-lines.ts';

export const DocumentRow = z
  .object({
    line: Line,
    claims: z.int().describe('How many claims were read in it'),
    unread: Unread,
    origin: z.string().nullable().describe('The origin under which it stands here; null: unknown, or not by origin'),
    form: Form.nullable().describe('How that origin is known'),
    way: z.array(z.string()).readonly().describe('Outlets from that origin to this one'),
  })
  .readonly();
export type DocumentRow = z.infer<typeof DocumentRow>;

export const DOCUMENT_SORTS = ['date', 'outlet', 'title', 'claims', 'origins', 'language'] as const;

export interface RowsRequest {
  readonly by: 'origin' | 'document';
  readonly sort: (typeof DOCUMENT_SORTS)[number];
  readonly order: 'up' | 'down';
}

const collator = new Intl.Collator('en', { numeric: true });

/** What a document is put in order by; null comes last whichever way the rest goes. */
const VALUES: Readonly<Record<RowsRequest['sort'], (row: DocumentRow) => string | number | null>> = {
  date: ({ line }) => line.from ?? line.to,
  outlet: ({ line }) => line.aside,
  title: ({ line }) => line.text,
  claims: ({ claims }) => claims,
  origins: ({ line }) => line.origins.length,
  language: ({ line }) => line.state,
};

const sorted = (rows: readonly DocumentRow[], { sort, order }: RowsRequest): readonly DocumentRow[] => {
  const value = VALUES[sort];
  const direction = order === 'down' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? byText(a.line.id, b.line.id) : x === null ? 1 : -1;
    const compared = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return direction * compared || byText(a.line.id, b.line.id);
  });
};

interface Told {
  readonly unread: Unread;
  /** Outlets by which it has what it tells, by origin. */
  readonly ways: ReadonlyMap<string, readonly string[]>;
}

/** What rows say of documents besides their lines: held from then on, the documents themselves are not. */
const toldOf = (now: Snapshot): Promise<ReadonlyMap<string, Told>> =>
  now.work('told of documents', async () => {
    const told = new Map<string, Told>();
    for await (const { id, chain, unread } of now.view.items('documents'))
      told.set(id, { unread, ways: new Map(chain.map(({ origin, links }) => [origin, links])) });
    return told;
  });

const ALL_READ: Unread = { share: 0, languages: [] };

/** Under each origin, those with most documents first: its own reporting, then by the way it went, rewrites under what they rewrite. */
const byOrigin = async (now: Snapshot, rows: readonly DocumentRow[]): Promise<readonly DocumentRow[]> => {
  const told = await toldOf(now);
  const origins = new Map((await now.lines('origins')).map((line) => [line.id, line]));
  const groups = new Map<string | null, DocumentRow[]>();
  for (const row of rows)
    for (const origin of row.line.origins.length === 0 ? [null] : row.line.origins) {
      const group = groups.get(origin) ?? [];
      const form = origin === null ? null : (origins.get(origin)?.state ?? null);
      const way = origin === null ? [] : (told.get(row.line.id)?.ways.get(origin) ?? []);
      group.push({ ...row, origin, form: form === null ? null : Form.parse(form), way });
      groups.set(origin, group);
    }
  const size = (origin: string | null): number => (origin === null ? -1 : (origins.get(origin)?.documents.length ?? 0));
  return [...groups]
    .sort(([a], [b]) => size(b) - size(a) || byText(a ?? '', b ?? ''))
    .flatMap(([, group]) =>
      group.sort((a, b) => byText(a.way.join('\n'), b.way.join('\n')) || (a.line.from ?? 0) - (b.line.from ?? 0)),
    );
};

/** All documents that pass a filter, in the order that is asked for; by origin one stands under each of its origins. */
export const documentRows = async (
  now: Snapshot,
  filter: Filter,
  request: RowsRequest,
): Promise<readonly DocumentRow[]> => {
  const lines = filterLines(await now.lines('documents'), filter);
  const told = await toldOf(now);
  const rows: DocumentRow[] = [];
  for (const line of lines) {
    const claims = (await linesOfDocument(now, 'claims', line.id)).length;
    rows.push({ line, claims, unread: told.get(line.id)?.unread ?? ALL_READ, origin: null, form: null, way: [] });
  }
  return request.by === 'origin' ? byOrigin(now, rows) : sorted(rows, request);
};

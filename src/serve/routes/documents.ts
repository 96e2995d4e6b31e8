import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import type { Desk } from '../desk.ts';
import { DOCUMENT_SORTS, DocumentRow, documentRows } from '../document-rows.ts';
import { FilterQuery } from '../filter-lines.ts';

export const DocumentPage = pageOf(DocumentRow)
  .extend({
    documents: z.int().describe('How many documents pass the filter'),
    unclaimed: z.int().describe('In how many of them no claim was read'),
    unread: z.int().describe('How many of them were not read, or not in full, because of their language'),
  })
  .openapi('DocumentPage');
export type DocumentPage = z.infer<typeof DocumentPage>;

const documentsRoute = createRoute({
  method: 'get',
  path: '/document-rows',
  summary: 'Documents under their origins, or as a table: filtered, sorted, a page at a time',
  request: {
    query: FilterQuery.extend(PageQuery.shape).extend({
      by: z.enum(['origin', 'document']).default('origin').describe('origin: one stands under each of its origins'),
      sort: z.enum(DOCUMENT_SORTS).default('date').describe('Not by origin: what comes first'),
      order: z.enum(['up', 'down']).default('up'),
    }),
  },
  responses: answers(DocumentPage, 'Documents'),
});

export const documentRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(documentsRoute, async (context) => {
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const rows = await documentRows(now, query, query);
    const { offset, limit } = query;
    const once = [...new Map(rows.map((row) => [row.line.id, row])).values()];
    return give<DocumentPage>(context, {
      digest: now.digest,
      total: rows.length,
      offset,
      limit,
      items: rows.slice(offset, offset + limit),
      documents: once.length,
      unclaimed: once.filter(({ claims }) => claims === 0).length,
      unread: once.filter(({ unread }) => unread.share > 0).length,
    });
  });
  return api;
};

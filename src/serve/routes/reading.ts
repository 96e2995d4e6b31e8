import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { BackchannelError } from '../../model/index.ts';
import { answers, give, newApi } from '../api.ts';
import { downloadHeaders } from '../custody-look.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, filterLines } from '../filter-lines.ts';
import { readingOf } from '../reading.ts';
import { ReadingAnswer } from '../reading-shapes.ts';
import { ApiError, notFound } from '../serve-error.ts';
import { SortQuery, sortLines } from '../sort-lines.ts';

const readingRoute = createRoute({
  method: 'get',
  path: '/documents/{id}/reading',
  summary: 'A document as received, with all that was read in it and the claims that stand in it',
  request: { params: z.object({ id: z.string() }) },
  responses: answers(ReadingAnswer, 'The document with its text and layers'),
});

const originalRoute = createRoute({
  method: 'get',
  path: '/documents/{id}/original',
  summary: 'The file as it came in, byte for byte, to be saved: what it is and does is not looked at',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { content: { 'application/octet-stream': { schema: z.string() } }, description: 'The file' },
    default: { content: { 'application/json': { schema: ApiError } }, description: 'What went wrong, in one shape' },
  },
});

/** Where a document stands among those that pass a filter. */
export const NeighboursAnswer = z
  .object({
    before: z.string().nullable(),
    after: z.string().nullable(),
    place: z.int().nullable().describe('From 1; null where the filter leaves the document out'),
    total: z.int(),
  })
  .openapi('Neighbours');
export type NeighboursAnswer = z.infer<typeof NeighboursAnswer>;

const neighboursRoute = createRoute({
  method: 'get',
  path: '/documents/{id}/neighbours',
  summary: 'The documents before and after one, of those that pass a filter',
  request: { params: z.object({ id: z.string() }), query: FilterQuery.extend(SortQuery.shape) },
  responses: answers(
    NeighboursAnswer,
    'Its neighbours; where the filter leaves it out, the first that passes comes after it',
  ),
});

export const readingRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(readingRoute, async (context) =>
    give<ReadingAnswer>(context, await readingOf(desk.host, await desk.look.now(), context.req.valid('param').id)),
  );
  api.openapi(originalRoute, async (context) => {
    const { id } = context.req.valid('param');
    const document = await desk.host.store.document(id);
    if (document === null) throw notFound('a document', id);
    const original = await desk.host.store.original(document.sha256);
    if (original === null)
      throw new BackchannelError('serve/not-found', `Expected the original of ${id}, found that none is kept.`, {
        next: 'Read the file again from where it lies: its copy is kept then.',
      });
    return context.body(original as Uint8Array<ArrayBuffer>, 200, downloadHeaders(document.path)) as never;
  });
  api.openapi(neighboursRoute, async (context) => {
    const { id } = context.req.valid('param');
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const lines = sortLines(filterLines(await now.lines('documents'), query), query);
    const place = lines.findIndex((line) => line.id === id);
    return give<NeighboursAnswer>(context, {
      before: lines[place - 1]?.id ?? null,
      after: lines[place + 1]?.id ?? null,
      place: place === -1 ? null : place + 1,
      total: lines.length,
    });
  });
  return api;
};

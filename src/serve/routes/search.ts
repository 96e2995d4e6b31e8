import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CASE_LISTS } from '../../model/index.ts';
import { answers, give, newApi } from '../api.ts';
import type { Desk } from '../desk.ts';
import { searchCase } from '../search.ts';
import { SearchAnswer } from '../search-shapes.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Texts of documents and all lists, searched for words in any order or "a phrase"',
  request: {
    query: z.object({
      q: z.string().max(1000).default('').describe('What was typed; the last word may be unfinished'),
      in: z.enum(CASE_LISTS).optional().describe('One list, a page at a time; a few hits of each unless said'),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(30),
    }),
  },
  responses: answers(SearchAnswer, 'What was found, by list'),
});

export const searchRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(searchRoute, async (context) => {
    const { q, in: only, offset, limit } = context.req.valid('query');
    const now = await desk.look.now();
    return give<SearchAnswer>(context, await searchCase(desk.host, now, { q, in: only ?? null, offset, limit }));
  });
  return api;
};

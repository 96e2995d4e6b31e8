import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Line } from '../../model/index.ts';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, filterLines } from '../filter-lines.ts';
import { GroupQuery, groupLines } from '../group-lines.ts';
import { SortQuery, sortLines } from '../sort-lines.ts';

/** A page of light rows with the groups in whose order they come. */
export const GroupedLines = pageOf(Line)
  .extend({
    groups: z
      .array(z.object({ value: z.string(), lines: z.int() }))
      .describe('All groups, in their order; empty where nothing is grouped'),
    of: z.int().describe('Rows of the list, whatever it is narrowed to'),
  })
  .openapi('GroupedLines');
export type GroupedLines = z.infer<typeof GroupedLines>;

const groupedRoute = createRoute({
  method: 'get',
  path: '/grouped/{list}',
  summary: 'Light rows of findings or entities: filtered, sorted, taken together by kind or standing',
  request: {
    params: z.object({ list: z.enum(['findings', 'entities']) }),
    query: FilterQuery.extend(PageQuery.shape).extend(SortQuery.shape).extend(GroupQuery.shape),
  },
  responses: answers(GroupedLines, 'Rows, with the groups in whose order they come'),
});

export const groupedRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(groupedRoute, async (context) => {
    const { list } = context.req.valid('param');
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const all = await now.lines(list);
    const { lines, groups } = groupLines(sortLines(filterLines(all, query), query), query);
    const { offset, limit } = query;
    return give<GroupedLines>(context, {
      digest: now.digest,
      total: lines.length,
      of: all.length,
      offset,
      limit,
      items: lines.slice(offset, offset + limit) as Line[],
      groups: [...groups],
    });
  });
  return api;
};

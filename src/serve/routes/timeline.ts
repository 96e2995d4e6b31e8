import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import type { Desk } from '../desk.ts';
import { dayQuery, FilterQuery } from '../filter-lines.ts';
import { showTimeline, undatedOf } from '../show-timeline.ts';
import { LANES, TimelineAnswer, TimelineItem } from '../timeline-shapes.ts';

const timelineRoute = createRoute({
  method: 'get',
  path: '/timeline',
  summary: 'What happened when, by lanes: items where they are few, else counts. `from` and `to` are not looked at',
  request: {
    query: FilterQuery.extend({
      first: dayQuery('First day that is looked at; the first of all unless given'),
      last: dayQuery('Last day that is looked at; the last of all unless given'),
      most: z.coerce.number().int().min(1).max(400).default(160).describe('Items of a lane at most'),
    }),
  },
  responses: answers(TimelineAnswer, 'The timeline, as far as it is looked at'),
});

const undatedRoute = createRoute({
  method: 'get',
  path: '/timeline/undated',
  summary: 'What a lane of the timeline has no date of, the weightiest first',
  request: { query: FilterQuery.extend(PageQuery.shape).extend({ lane: z.enum(LANES) }) },
  responses: answers(pageOf(TimelineItem), 'Items without a date'),
});

export const timelineRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(timelineRoute, async (context) => {
    const { first, last, most, ...filter } = context.req.valid('query');
    const answer = await showTimeline(await desk.look.now(), {
      filter,
      first,
      last: last === null ? null : last + 1,
      most,
    });
    return give<TimelineAnswer>(context, answer);
  });
  api.openapi(undatedRoute, async (context) => {
    const { lane, offset, limit, ...filter } = context.req.valid('query');
    const now = await desk.look.now();
    const items = await undatedOf(now, filter, lane);
    return give(context, {
      digest: now.digest,
      total: items.length,
      offset,
      limit,
      items: items.slice(offset, offset + limit),
    });
  });
  return api;
};

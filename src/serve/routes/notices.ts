import { basename } from 'node:path';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Notice } from '../../model/index.ts';
import { FEED_NOTICES, noticeFeed, sayNoticeKind } from '../../publish/index.ts';
import { answers, give, newApi } from '../api.ts';
import type { Desk } from '../desk.ts';

const MOST = 500;

export const NoticesAnswer = z
  .object({
    items: z.array(
      z.object({
        seq: z.int().describe('Its number in the order in which notices were kept'),
        label: z.string().describe('Its kind in words'),
        notice: Notice,
      }),
    ),
    feed: z
      .string()
      .nullable()
      .describe('Path of the feed for readers: with a token that opens this feed and nothing else'),
  })
  .openapi('Notices');
export type NoticesAnswer = z.infer<typeof NoticesAnswer>;

const noticesRoute = createRoute({
  method: 'get',
  path: '/notices',
  summary: 'What `watch` has told, the latest first',
  request: {
    query: z.object({
      after: z.coerce.number().int().min(0).default(0).describe('Only those with a larger number'),
      limit: z.coerce.number().int().min(1).max(MOST).default(50),
    }),
  },
  responses: answers(NoticesAnswer, 'The notices'),
});

const feedRoute = createRoute({
  method: 'get',
  path: '/notices.atom',
  summary: 'What `watch` has told, as an Atom feed',
  responses: {
    200: { content: { 'application/atom+xml': { schema: z.string() } }, description: 'The last 200 notices' },
  },
});

/** Where the page shows an item. */
const pathOf = (list: string, item: string): string =>
  list === 'deals' ? `/ledgers/deals?row=${item}` : `/${list}/${item}`;

export const noticeRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  const { store } = desk.host;
  api.openapi(noticesRoute, async (context) => {
    const { after, limit } = context.req.valid('query');
    const kept = await store.notices({ after, last: limit });
    return give<NoticesAnswer>(context, {
      items: kept.toReversed().map(({ seq, notice }) => ({ seq, label: sayNoticeKind(notice.kind), notice })),
      feed: desk.feedPath ?? null,
    });
  });
  api.openapi(feedRoute, async (context) => {
    const kept = await store.notices({ last: FEED_NOTICES });
    const { origin } = new URL(context.req.url);
    const text = await noticeFeed(
      kept.map(({ notice }) => notice),
      {
        name: basename(store.place).replace(/\.case$/i, ''),
        // The page asks whoever follows it for the token, unless the browser has it.
        addressOf: ({ list, item }) => (item === null || list === null ? null : `${origin}${pathOf(list, item)}`),
      },
    );
    return context.body(text, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' }) as never;
  });
  return api;
};

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { newApi } from '../api.ts';
import type { Desk } from '../desk.ts';

const eventsRoute = createRoute({
  method: 'get',
  path: '/events',
  summary: 'What happens to the case, as it happens',
  responses: {
    200: {
      content: { 'text/event-stream': { schema: z.string() } },
      description:
        'Server-sent events; each one JSON with a `kind`: "case" (it has become another), "notices" (a watch has told something; `last`: the number of its latest notice), "job" (long work has gone on), "trouble" (what was decided is kept, but the case could not be put together: `message`).',
    },
  },
});

/** A line that says nothing goes out this often, so that both ends see when the other is gone. */
const BEAT_MS = 20_000;

export const eventRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(
    eventsRoute,
    (context) =>
      streamSSE(context, async (stream) => {
        const stop = desk.events.listen((event) => void stream.writeSSE({ data: JSON.stringify(event) }));
        stream.onAbort(() => {
          stop();
        });
        while (!stream.aborted) {
          await stream.write(': still here\n\n');
          await stream.sleep(BEAT_MS);
        }
        stop();
      }) as never,
  );
  return api;
};

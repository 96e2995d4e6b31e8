import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, give, newApi } from '../api.ts';
import { compareDocuments } from '../compare.ts';
import { CompareAnswer } from '../compare-shapes.ts';
import type { Desk } from '../desk.ts';

const compareRoute = createRoute({
  method: 'get',
  path: '/compare',
  summary: 'Two documents side by side: what both tell, what one leaves out, where they differ',
  request: {
    query: z.object({
      event: z.string().optional().describe('A row of a ledger, or its finding; all that both tell unless said'),
      a: z.string().optional().describe('Id of a document; chosen where left out'),
      b: z.string().optional().describe('Id of another; the one with most in common where left out'),
    }),
  },
  responses: answers(CompareAnswer, 'The two, claim by claim'),
});

export const compareRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(compareRoute, async (context) => {
    const { event, a, b } = context.req.valid('query');
    const now = await desk.look.now();
    const request = { event: event ?? null, a: a ?? null, b: b ?? null };
    return give<CompareAnswer>(context, await compareDocuments(desk.host, now, request));
  });
  return api;
};

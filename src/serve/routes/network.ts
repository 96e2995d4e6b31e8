import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, give, newApi } from '../api.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, severalQuery } from '../filter-lines.ts';
import { EDGE_LAYERS, NetworkAnswer } from '../network-shapes.ts';
import { showNetwork } from '../show-network.ts';

const networkRoute = createRoute({
  method: 'get',
  path: '/network',
  summary: 'Who and what is tied to whom: the most involved, and every edge between them with the rows behind it',
  request: {
    query: FilterQuery.extend({
      types: severalQuery('Types of nodes: person, organization, ...'),
      layers: severalQuery(`Kinds of edges: ${EDGE_LAYERS.join(', ')}`),
      least: z.coerce.number().int().default(0).describe('Points of a row at least'),
      around: z.string().optional().describe('Id of an entity: only it and its neighbours'),
      most: z.coerce.number().int().min(1).max(10_000).default(5000).describe('Nodes at most'),
    }),
  },
  responses: answers(NetworkAnswer, 'The network'),
});

export const networkRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(networkRoute, async (context) => {
    const { types, layers, least, around, most, ...filter } = context.req.valid('query');
    const asked = { filter, types, layers, least, around: around ?? null, most };
    return give<NetworkAnswer>(context, await showNetwork(await desk.look.now(), asked));
  });
  return api;
};

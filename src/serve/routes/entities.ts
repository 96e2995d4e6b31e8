import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import { ClaimCard } from '../claim-cards.ts';
import type { Desk } from '../desk.ts';
import { cardsWith, claimsOfEntity, makeEntityPage } from '../entity-page.ts';
import { EntityPage } from '../entity-shapes.ts';
import { notFound } from '../serve-error.ts';

const Id = z.object({ id: z.string() });

const entityRoute = createRoute({
  method: 'get',
  path: '/entities/{id}/page',
  summary: 'An entity: names and why they were joined, posts over time, ties, what it said and what was said of it',
  request: { params: Id },
  responses: answers(EntityPage, 'The entity'),
});

const claimsRoute = createRoute({
  method: 'get',
  path: '/entities/{id}/claims',
  summary: 'What an entity said, what was said of it, or what came through it, a page at a time',
  request: {
    params: Id,
    query: PageQuery.extend({
      as: z
        .enum(['said', 'about', 'through'])
        .default('about')
        .describe('said: their chain starts with it; about: it has a role in them; through: they came by way of it'),
    }),
  },
  responses: answers(pageOf(ClaimCard), 'Claims'),
});

export const entityRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(entityRoute, async (context) => {
    const { id } = context.req.valid('param');
    const now = await desk.look.now();
    const entity = await now.item('entities', id);
    if (entity === null) throw notFound('an entity', id);
    return give<EntityPage>(context, await makeEntityPage(now, entity));
  });
  api.openapi(claimsRoute, async (context) => {
    const { id } = context.req.valid('param');
    const { as, offset, limit } = context.req.valid('query');
    const now = await desk.look.now();
    const entity = await now.item('entities', id);
    if (entity === null) throw notFound('an entity', id);
    const ids = await claimsOfEntity(now, entity, as);
    const items = [...(await cardsWith(now, ids.slice(offset, offset + limit)))];
    return give(context, { digest: now.digest, total: ids.length, offset, limit, items });
  });
  return api;
};

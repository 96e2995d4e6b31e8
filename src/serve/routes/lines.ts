import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CASE_LISTS, Claim, Finding, Line } from '../../model/index.ts';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, filterLines } from '../filter-lines.ts';
import { notFound } from '../serve-error.ts';
import { SortQuery, sortLines } from '../sort-lines.ts';

const Lists = z.enum(CASE_LISTS);

const linesRoute = createRoute({
  method: 'get',
  path: '/lines/{list}',
  summary: 'Light rows of a list: filtered, sorted, a page at a time',
  request: {
    params: z.object({ list: Lists }),
    query: FilterQuery.extend(PageQuery.shape).extend(SortQuery.shape),
  },
  responses: answers(pageOf(Line), 'Rows of the list'),
});

const itemsRoute = createRoute({
  method: 'get',
  path: '/{list}',
  summary: 'Whole items of a list as the export has them: filtered, sorted, a page at a time',
  request: {
    params: z.object({ list: Lists }),
    query: FilterQuery.extend(PageQuery.shape).extend(SortQuery.shape),
  },
  responses: answers(
    pageOf(z.looseObject({ id: z.string() })),
    'Items of the list; their shapes are those of the case schema',
  ),
});

export const NamedId = z.object({ list: z.string(), text: z.string(), kind: z.string().nullable() }).openapi('NamedId');

/** An item with all that a page needs to show it. */
export const ItemAnswer = z
  .object({
    digest: z.string(),
    list: z.string(),
    item: z.looseObject({ id: z.string() }).describe('As the export has it'),
    line: Line.nullable(),
    finding: Finding.nullable().describe('What it comes to, weighed'),
    claims: z.array(Claim).describe('Claims it stands on, those against it included; at most a hundred'),
    moreClaims: z.int().describe('Claims left out'),
    names: z.record(z.string(), NamedId).describe('What the ids in it are called'),
  })
  .openapi('Item');
export type ItemAnswer = z.infer<typeof ItemAnswer>;

const itemRoute = createRoute({
  method: 'get',
  path: '/{list}/{id}',
  summary: 'An item with its claims, its finding, and what the ids in it are called',
  request: { params: z.object({ list: Lists, id: z.string() }) },
  responses: answers(ItemAnswer, 'The item'),
});

/** Claims of an item that are given with it; its page has the rest. */
const MOST_CLAIMS = 100;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

export const lineRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(linesRoute, async (context) => {
    const { list } = context.req.valid('param');
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const lines = sortLines(filterLines(await now.lines(list), query), query);
    const { offset, limit } = query;
    const items = lines.slice(offset, offset + limit);
    return give(context, { digest: now.digest, total: lines.length, offset, limit, items });
  });
  api.openapi(itemsRoute, async (context) => {
    const { list } = context.req.valid('param');
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const lines = sortLines(filterLines(await now.lines(list), query), query);
    const { offset, limit } = query;
    const items = await now.items(
      list,
      lines.slice(offset, offset + limit).map(({ id }) => id),
    );
    return give(context, { digest: now.digest, total: lines.length, offset, limit, items });
  });
  api.openapi(itemRoute, async (context) => {
    const { list, id } = context.req.valid('param');
    const now = await desk.look.now();
    const item = await now.item(list, id);
    if (item === null) throw notFound(`an item of ${list}`, id);
    const fields = item as unknown as Readonly<Record<string, unknown>> & { readonly id: string };
    const finding = typeof fields.finding === 'string' ? await now.item('findings', fields.finding) : null;
    const own = list === 'claims' ? [id] : [...textsIn(fields.claims), ...textsIn(fields.denials)];
    // Denials are looked at first where there are hundreds in favour.
    const shown = own.length > MOST_CLAIMS ? [...textsIn(fields.denials), ...own].slice(0, MOST_CLAIMS) : own;
    const claims = await now.items('claims', shown);
    const names = await now.names([item, claims, finding]);
    const line = await now.line(id);
    return give<ItemAnswer>(context, {
      digest: now.digest,
      list,
      item: fields,
      line,
      finding,
      claims: [...claims],
      moreClaims: Math.max(0, new Set(own).size - claims.length),
      names,
    });
  });
  return api;
};

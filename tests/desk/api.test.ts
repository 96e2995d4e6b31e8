import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CASE_LISTS, LEDGERS } from '../../src/model/index.ts';
import { makeApi } from '../../src/serve/index.ts';
import { type ExampleDesk, exampleDesk } from './example-desk.ts';

interface Described {
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>
  >;
}

let example: ExampleDesk;
let routes: readonly Described[];

beforeAll(async () => {
  example = await exampleDesk();
  routes = makeApi(example.desk).openAPIRegistry.definitions.flatMap((one) =>
    one.type === 'route' ? [one.route as unknown as Described] : [],
  );
});
afterAll(() => example.close());

/** Paths with their parameters filled from the example case: of each list the first item, of each ledger its name. */
const filled = async (path: string): Promise<readonly string[]> => {
  const now = await example.desk.look.now();
  const firstOf = async (list: (typeof CASE_LISTS)[number]): Promise<string | undefined> =>
    (await now.lines(list))[0]?.id;
  if (!path.includes('{')) return [path];
  if (path.includes('{list}')) {
    const all = await Promise.all(
      CASE_LISTS.map(async (list) => {
        const id = path.includes('{id}') ? await firstOf(list) : '';
        return id === undefined ? [] : [path.replace('{list}', list).replace('{id}', id)];
      }),
    );
    return all.flat();
  }
  if (path.includes('{ledger}')) return LEDGERS.map((ledger) => path.replace('{ledger}', ledger));
  const list = CASE_LISTS.find((one) => path.startsWith(`/${one}/`));
  const id = list === undefined ? undefined : await firstOf(list);
  return id === undefined ? [] : [path.replace('{id}', id)];
};

/** Answered without being asked for anything: what a query must give is tried by the tests of its own route. */
const ASKED_WITH: Readonly<Record<string, string>> = { '/search': '?q=talks' };

describe('the API', () => {
  it('answers every path that it describes in the shape that it describes', async () => {
    const tried: string[] = [];
    const wrong: string[] = [];
    for (const { method, path, responses } of routes) {
      const schema = responses['200']?.content?.['application/json']?.schema as z.ZodType | undefined;
      if (method !== 'get' || schema === undefined) continue;
      for (const to of await filled(path)) {
        const response = await example.ask(`${to}${ASKED_WITH[path] ?? ''}`);
        if (response.status === 422 || response.status === 404) continue;
        tried.push(to);
        const parsed = schema.safeParse(await response.json());
        if (response.status !== 200 || !parsed.success)
          wrong.push(`${to}: ${response.status} ${parsed.error?.message.slice(0, 400) ?? ''}`);
      }
    }
    expect(wrong).toEqual([]);
    // Lists, lines of lists and items alone are more than fifty.
    expect(tried.length).toBeGreaterThan(50);
  });

  it('describes itself: each path with a summary, an answer and the one shape of errors', async () => {
    const description = await example.get<{
      openapi: string;
      paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>;
    }>('/openapi.json');
    expect(description.openapi).toBe('3.1.0');
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({ path, method, route })),
    );
    expect(described.length).toBe(routes.length);
    for (const { path, method, route } of described) {
      expect(route.summary, `${method} ${path}`).toMatch(/\S/);
      expect(Object.keys(route.responses), `${method} ${path}`).toContain('200');
    }
  });

  it('gives lists a page at a time, and the same however the pages are cut', async () => {
    const whole = await example.get<{ total: number; items: { id: string }[] }>('/lines/claims?limit=1000');
    const pages: string[] = [];
    for (let offset = 0; offset < whole.total; offset += 50) {
      const page = await example.get<{ items: { id: string }[] }>(`/lines/claims?offset=${offset}&limit=50`);
      expect(page.items.length).toBeLessThanOrEqual(50);
      pages.push(...page.items.map(({ id }) => id));
    }
    expect(pages).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(pages).size).toBe(whole.total);
  });

  it('narrows a list by origin, standing and time as the lines say', async () => {
    const { items } = await example.get<{ items: { origins: string[]; standing: string; from: number; to: number }[] }>(
      '/lines/meetings?limit=1000',
    );
    const origin = items.flatMap(({ origins }) => origins)[0] ?? '';
    const ofOrigin = await example.get<{ total: number }>(`/lines/meetings?origin=${origin}`);
    expect(ofOrigin.total).toBe(items.filter(({ origins }) => origins.includes(origin)).length);
    expect(ofOrigin.total).toBeLessThan(items.length);
    const single = await example.get<{ total: number }>('/lines/meetings?standing=single-origin');
    expect(single.total).toBe(items.filter(({ standing }) => standing === 'single-origin').length);
    const day = Math.floor(Date.parse('2031-06-01') / 86_400_000);
    const later = await example.get<{ total: number }>('/lines/meetings?from=2031-06-01');
    expect(later.total).toBe(
      items.filter(({ from, to }) => (from !== null || to !== null) && (to === null || to > day)).length,
    );
  });
});

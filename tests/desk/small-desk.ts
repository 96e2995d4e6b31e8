import type { OpenAPIHono } from '@hono/zod-openapi';
import { viewOf } from '../../src/case-view.ts';
import { CASE_LISTS, type Case, type LedgerDefinitions } from '../../src/model/index.ts';
import { Snapshot } from '../../src/serve/case-look.ts';
import type { Desk } from '../../src/serve/desk.ts';

/** Some routes on a case that is written down in a test: what lists hold is as the export has it, lists left out are empty. */
export const smallDesk = async (
  routes: (desk: Desk) => OpenAPIHono,
  lists: Readonly<Partial<Record<keyof Case, readonly object[]>>>,
  ledgers: LedgerDefinitions = {},
): Promise<{
  ask(path: string, init?: RequestInit): Promise<Response>;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
}> => {
  const made = Object.fromEntries(CASE_LISTS.map((list) => [list, lists[list] ?? []])) as unknown as Case;
  const store = {
    place: '/cases/small.case',
    kept: async () => null,
    keep: async () => undefined,
    document: async () => null,
  };
  const host = { store } as unknown as Desk['host'];
  const now = new Snapshot(host, 'small', viewOf(made));
  await now.work('ledgers', async () => ledgers);
  const api = routes({ host, look: { now: async () => now } } as unknown as Desk);
  const ask = async (path: string, init?: RequestInit): Promise<Response> => api.request(path, init);
  const answered = async <Answer>(response: Response): Promise<Answer> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return {
    ask,
    get: async (path) => answered(await ask(path)),
    post: async (path, body) =>
      answered(
        await ask(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  };
};

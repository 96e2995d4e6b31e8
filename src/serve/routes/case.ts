import { basename } from 'node:path';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CASE_LISTS, LEDGERS, LedgerDefinitions } from '../../model/index.ts';
import { answers, give, newApi } from '../api.ts';
import type { Desk } from '../desk.ts';

const OriginMark = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  form: z.string().describe('stated or implied'),
  documents: z.int().describe('How many derive from it'),
  colour: z
    .int()
    .nullable()
    .describe('Its place among the colours of origins, most documents first; null beyond those that can be told apart'),
});

/** What every view needs of the case. */
export const CaseHead = z
  .object({
    name: z.string().describe('Of the file, without its ending'),
    file: z.string(),
    digest: z.string(),
    version: z.string(),
    by: z.string().describe('Who decides unless a decision says so'),
    isReadOnly: z.boolean().describe('The file cannot be written to: nothing can be decided or added'),
    counts: z.record(z.string(), z.int()).describe('Items in each list'),
    ledgers: LedgerDefinitions.describe('How each ledger is printed, as the beat has it'),
    origins: z.array(OriginMark).describe('Those with most documents first'),
    dates: z
      .object({ from: z.int().nullable(), to: z.int().nullable() })
      .describe('First and last day of all that has a date'),
  })
  .openapi('CaseHead');
export type CaseHead = z.infer<typeof CaseHead>;

/** Colours that can be told apart in both themes; further origins wear none and are named. */
export const ORIGIN_COLOURS = 8;

const headRoute = createRoute({
  method: 'get',
  path: '/case',
  summary: 'The case: counts, origins, how its ledgers are printed',
  responses: answers(CaseHead, 'The case as it stands'),
});

export const caseRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(headRoute, async (context) => {
    const now = await desk.look.now();
    const head = await now.work('head', async (): Promise<CaseHead> => {
      const counts = await now.counts();
      const origins = [...(await now.lines('origins'))].sort(
        (a, b) => b.documents.length - a.documents.length || (a.text < b.text ? -1 : 1),
      );
      const dated = (await Promise.all(LEDGERS.map((ledger) => now.lines(ledger)))).flat();
      let [from, to]: (number | null)[] = [null, null];
      for (const line of dated) {
        if (line.from !== null) from = Math.min(from ?? line.from, line.from);
        if (line.to !== null) to = Math.max(to ?? line.to, line.to);
      }
      const file = basename(desk.host.store.place);
      return {
        name: file.replace(/\.case$/i, ''),
        file,
        digest: now.digest,
        version: desk.version,
        by: desk.by,
        isReadOnly: desk.host.store.isReadOnly,
        counts: Object.fromEntries(CASE_LISTS.map((list) => [list, counts[list]])),
        ledgers: await now.ledgers(),
        origins: origins.map(({ id, text, kind, state, documents }, index) => ({
          id,
          name: text,
          kind: kind ?? '',
          form: state ?? '',
          documents: documents.length,
          colour: index < ORIGIN_COLOURS && documents.length > 0 ? index : null,
        })),
        dates: { from: from ?? null, to: to ?? null },
      };
    });
    return give<CaseHead>(context, head);
  });
  return api;
};

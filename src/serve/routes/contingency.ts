import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Suppositions, suppose } from '../../ledgers/index.ts';
import { Evidence } from '../../model/index.ts';
import { CONTINGENCY_LINE } from '../../publish/index.ts';
import { answers, give, jsonBody, newApi } from '../api.ts';
import type { Snapshot } from '../case-look.ts';
import { contingencyOf, drawnContingency, hangingDeals, pathsTo } from '../contingency-look.ts';
import type { Desk } from '../desk.ts';

/** Deals that can be picked, and rows of an answer, at most; more are counted. */
const MOST = 500;
const MOST_ROWS = 120;

const Box = z.object({
  id: z.string(),
  list: z.string().describe('The list of the case that it is in'),
  kind: z.enum(['condition', 'deal', 'gain', 'row']),
  text: z.string(),
  aside: z.string().nullable(),
  state: z.string().nullable().describe('Of a condition how it is told to stand, of a deal its stage'),
  form: z.enum(['stated', 'implied']).nullable(),
  evidence: z.array(Evidence),
});

/** What deals hang on, and how it is drawn. */
export const ContingencyAnswer = z
  .object({
    digest: z.string(),
    picks: z
      .array(z.object({ id: z.string(), text: z.string(), stage: z.string().nullable(), conditions: z.int() }))
      .describe('Deals that hang on something'),
    hanging: z.int().describe('How many there are'),
    free: z.int().describe('Deals that are not told to hang on anything'),
    deals: z.array(z.string()).describe('Those that are shown'),
    boxes: z.array(Box),
    edges: z.array(
      z.object({
        from: z.string().describe('What hangs on it, or who gains from it'),
        to: z.string(),
        form: z.enum(['stated', 'implied', 'denotes']),
      }),
    ),
    picture: z
      .object({
        width: z.number(),
        height: z.number(),
        boxWidth: z.number(),
        line: z.number().describe('Height of a line of words'),
        boxes: z.array(
          z.object({
            id: z.string(),
            x: z.number(),
            y: z.number(),
            height: z.number(),
            lines: z.array(z.string()),
            aside: z.array(z.string()),
          }),
        ),
        paths: z.array(z.object({ from: z.string(), to: z.string(), d: z.string() })),
      })
      .nullable()
      .describe('Null where nothing can be drawn: the boxes and edges say all of it'),
  })
  .openapi('Contingency');
export type ContingencyAnswer = z.infer<typeof ContingencyAnswer>;

const Ids = z.array(z.string().max(200)).max(200).default([]);
const Supposed = z.object({
  holds: Ids.describe('Conditions that are supposed to hold'),
  fails: Ids.describe('Conditions that are supposed to fail'),
});

const Named = z.object({ id: z.string(), list: z.string(), text: z.string() });
const State = z.enum(['free', 'blocked', 'waiting', 'over']);

/** What follows from what is supposed. */
export const SupposedAnswer = z
  .object({
    digest: z.string(),
    holds: z.array(Named),
    fails: z.array(Named),
    conditions: z
      .record(z.string(), z.enum(['open', 'holds', 'fails', 'nearer']))
      .describe('Those that stand otherwise'),
    steps: z.array(
      z.object({
        condition: Named,
        becomes: z.enum(['holds', 'fails', 'nearer']),
        because: z.array(Named).nullable().describe('Null: it is what was supposed'),
        evidence: z.array(Evidence),
      }),
    ),
    counts: z.object({ opens: z.int(), closes: z.int(), stays: z.int() }),
    deals: z
      .array(
        z.object({
          deal: Named,
          stage: z.string().nullable(),
          before: State,
          after: State,
          change: z.enum(['opens', 'closes', 'stays']),
          met: z.array(Named),
          failing: z.array(Named),
          open: z.array(Named),
          evidence: z.array(Evidence),
        }),
      )
      .describe('Opening first, then closing, then those that stay; cut'),
    gains: z.array(z.object({ who: Named, kind: z.enum(['relief', 'deal']), row: Named, evidence: z.array(Evidence) })),
    interests: z.array(z.string()).describe('Paths to those who gain from a deal that opens: patterns to check'),
  })
  .openapi('Supposed');
export type SupposedAnswer = z.infer<typeof SupposedAnswer>;

const contingencyRoute = createRoute({
  method: 'get',
  path: '/contingency',
  summary: 'What deals hang on, step by step, who would gain, and where it is drawn',
  request: {
    query: z.object({
      deal: z.string().max(200).optional().describe('The deal to show; all where they can be drawn together'),
      width: z.coerce.number().int().min(320).max(2400).default(1120).describe('Of the picture, in CSS pixels'),
    }),
  },
  responses: answers(ContingencyAnswer, 'The graph'),
});

const supposeRoute = createRoute({
  method: 'post',
  path: '/suppose',
  summary: 'What if conditions held or failed: which deals open or close, who gains, and why; changes nothing',
  request: jsonBody(Supposed),
  responses: answers(SupposedAnswer, 'What follows'),
});

const supposedAnswer = async (now: Snapshot, asked: Suppositions): Promise<SupposedAnswer> => {
  const [deals, conditions, sanctions] = [
    await now.list('deals'),
    await now.list('conditions'),
    await now.list('sanctions'),
  ];
  const known = new Set(conditions.map(({ id }) => id));
  const holds = asked.holds.filter((id) => known.has(id));
  const fails = asked.fails.filter((id) => known.has(id) && !holds.includes(id));
  const { steps, deals: outlooks, gains } = suppose({ deals, conditions, sanctions, interests: [] }, { holds, fails });
  const named = async (id: string): Promise<z.infer<typeof Named>> => {
    const line = await now.line(id);
    return { id, list: line?.list ?? '', text: line?.text ?? id };
  };
  const all = (ids: readonly string[]) => Promise.all(ids.map(named));
  const stages = new Map(deals.map(({ id, stage }) => [id, stage]));
  const opening = new Set(outlooks.flatMap(({ deal, change }) => (change === 'opens' ? [deal] : [])));
  const count = (change: 'opens' | 'closes' | 'stays'): number =>
    outlooks.filter((one) => one.change === change).length;
  const stood: [string, 'open' | 'holds' | 'fails' | 'nearer'][] = [
    ...conditions.map(({ id, status }): [string, 'open' | 'holds' | 'fails'] => [id, status]),
    ...steps.map(({ condition, becomes }): [string, 'holds' | 'fails' | 'nearer'] => [condition, becomes]),
  ];
  return {
    digest: now.digest,
    holds: await all(holds),
    fails: await all(fails),
    conditions: Object.fromEntries(stood.filter(([, state]) => state !== 'open')),
    steps: await Promise.all(
      steps.slice(0, MOST_ROWS).map(async ({ condition, becomes, because, evidence }) => ({
        condition: await named(condition),
        becomes,
        because: because === null ? null : await all(because),
        evidence: [...evidence],
      })),
    ),
    counts: { opens: count('opens'), closes: count('closes'), stays: count('stays') },
    deals: await Promise.all(
      outlooks.slice(0, MOST_ROWS).map(async ({ deal, before, after, change, met, failing, open, evidence }) => ({
        deal: await named(deal),
        stage: stages.get(deal) ?? null,
        ...{ before, after, change },
        met: await all(met),
        failing: await all(failing),
        open: await all(open),
        evidence: evidence.slice(0, 6),
      })),
    ),
    gains: await Promise.all(
      gains.slice(0, MOST_ROWS).map(async ({ who, kind, row, evidence }) => ({
        who: await named(who),
        kind,
        row: await named(row),
        evidence: [...evidence],
      })),
    ),
    interests: opening.size === 0 ? [] : (await pathsTo(now, opening)).slice(0, MOST_ROWS),
  };
};

export const contingencyRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(contingencyRoute, async (context) => {
    const { deal, width } = context.req.valid('query');
    const now = await desk.look.now();
    const hanging = await hangingDeals(now);
    const shown = await contingencyOf(now, deal ?? null);
    const drawn = drawnContingency(shown, width);
    return give<ContingencyAnswer>(context, {
      digest: now.digest,
      picks: await Promise.all(
        hanging.slice(0, MOST).map(async ({ id, stage, conditions }) => ({
          id,
          text: (await now.line(id))?.text ?? id,
          stage,
          conditions: conditions.length,
        })),
      ),
      hanging: hanging.length,
      free: (await now.lines('deals')).length - hanging.length,
      deals: [...shown.deals],
      boxes: shown.boxes.map((box) => ({ ...box, evidence: [...box.evidence] })),
      edges: [...shown.edges],
      picture:
        drawn === null
          ? null
          : {
              ...{ width: drawn.width, height: drawn.height, boxWidth: drawn.boxWidth, line: CONTINGENCY_LINE },
              boxes: drawn.nodes.map(({ node, x, y, height, lines, aside }) => ({
                ...{ id: node.id, x, y, height },
                lines: [...lines],
                aside: [...aside],
              })),
              paths: drawn.edges.map(({ from, to, path }) => ({ from, to, d: path })),
            },
    });
  });
  api.openapi(supposeRoute, async (context) => {
    const now = await desk.look.now();
    return give<SupposedAnswer>(context, await supposedAnswer(now, context.req.valid('json')));
  });
  return api;
};

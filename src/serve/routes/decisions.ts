import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { DecisionRequest } from '../../decide.ts';
import { DecisionKind } from '../../model/index.ts';
import { answers, give, jsonBody, newApi, PageQuery, pageOf } from '../api.ts';
import type { Desk } from '../desk.ts';
import { JournalEntry, JournalLook } from '../journal-look.ts';
import { Renewal } from '../renewal.ts';
import { notFound } from '../serve-error.ts';

const Words = z.string().trim().max(4000);

const NewDecision = z
  .object({
    kind: DecisionKind,
    about: z
      .array(Words.min(1))
      .max(100)
      .default([])
      .describe(
        'Ids of the case, names, "list:REF", "PATH: words" or "PATH@START-END" (a document may be named by its id)',
      ),
    value: Words.min(1)
      .nullable()
      .default(null)
      .describe(
        'Of rate the grade, of note and suppose the words, of hold-against how it stands, of correct what should stand: date=EDTF or ROLE=NAME; NAME',
      ),
    why: Words.nullable().default(null),
    by: Words.min(1).optional().describe('Who decides; whoever opened the desk unless named'),
  })
  .openapi('NewDecision');
export type NewDecision = z.input<typeof NewDecision>;

/** A decision was taken; the case is put together with it in the background, and an event tells when it is. */
export const DecisionAnswer = z
  .object({
    entry: JournalEntry,
    isNew: z.boolean().describe('False when the journal had this very entry'),
    pending: z.int().describe('Decisions that the case as it is shown does not know yet'),
  })
  .openapi('DecisionAnswer');
export type DecisionAnswer = z.infer<typeof DecisionAnswer>;

export const JournalPage = pageOf(JournalEntry)
  .extend({ pending: z.int().describe('Decisions that the case as it is shown does not know yet') })
  .openapi('Journal');
export type JournalPage = z.infer<typeof JournalPage>;

const decideRoute = createRoute({
  method: 'post',
  path: '/decisions',
  summary: 'Takes a decision; the case is put together with it in the background',
  request: jsonBody(NewDecision),
  responses: answers(DecisionAnswer, 'The entry of the journal'),
});

const undoRoute = createRoute({
  method: 'post',
  path: '/decisions/{id}/undo',
  summary: 'Takes a decision back; both stay in the journal',
  request: {
    params: z.object({ id: z.string() }),
    ...jsonBody(NewDecision.pick({ why: true, by: true })),
  },
  responses: answers(DecisionAnswer, 'The entry that takes it back'),
});

const journalRoute = createRoute({
  method: 'get',
  path: '/journal',
  summary: 'What was decided, newest first, with what became of it',
  request: {
    query: PageQuery.extend({
      about: z
        .string()
        .optional()
        .describe('Only what bears on an item (its id; its claims count) or on a place (DOCUMENT@START-END)'),
    }),
  },
  responses: answers(JournalPage, 'Entries of the journal'),
});

export const decisionRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  const renewal = new Renewal(desk.host, desk.events);
  const asked = new Map<string, readonly string[]>();
  const look = async () => JournalLook.of(await desk.look.now(), await desk.host.store.decisions(), asked);
  const take = async (request: Omit<DecisionRequest, 'at'>): Promise<DecisionAnswer> => {
    const { decision, isNew } = await desk.host.decide({ ...request, at: desk.now().toISOString() });
    asked.set(decision.id, request.about);
    renewal.ask();
    const journal = await look();
    return { entry: await journal.entry(decision), isNew, pending: journal.pending };
  };
  const orNull = (text: string | null | undefined): string | null => (text === '' || text === undefined ? null : text);

  api.openapi(decideRoute, async (context) => {
    const { kind, about, value, why, by = desk.by } = context.req.valid('json');
    return give<DecisionAnswer>(context, await take({ kind, about, value, why: orNull(why), by }));
  });
  api.openapi(undoRoute, async (context) => {
    const { id } = context.req.valid('param');
    const { why, by = desk.by } = context.req.valid('json');
    if (!(await desk.host.store.decisions()).some((decision) => decision.id === id)) throw notFound('a decision', id);
    return give<DecisionAnswer>(context, await take({ kind: 'undo', about: [id], value: null, why: orNull(why), by }));
  });
  api.openapi(journalRoute, async (context) => {
    const { about, offset, limit } = context.req.valid('query');
    const journal = await look();
    const found = about === undefined ? journal.all() : await journal.about(about);
    const items: JournalEntry[] = [];
    for (const decision of found.slice(offset, offset + limit)) items.push(await journal.entry(decision));
    const { digest } = await desk.look.now();
    return give<JournalPage>(context, { digest, total: found.length, offset, limit, items, pending: journal.pending });
  });
  return api;
};

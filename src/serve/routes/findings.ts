import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Line } from '../../model/index.ts';
import { answers, give, jsonBody, newApi, PageQuery, pageOf } from '../api.ts';
import { contradictionsByClaim, findingOf } from '../case-index.ts';
import { ClaimCard, cardsOf } from '../claim-cards.ts';
import type { Desk } from '../desk.ts';
import { claimsInOrder, contradictionCard, makeFindingPage } from '../finding-page.ts';
import { ContradictionCard, FindingPage } from '../finding-shapes.ts';
import { listRules } from '../rules.ts';
import { notFound } from '../serve-error.ts';
import { makeWhatIfPage, WhatIfBody, WhatIfPage, WhatIfs } from '../what-if-page.ts';

/** The numbered rules that reasons quote. */
export const RulesAnswer = z
  .object({
    rules: z.array(z.object({ number: z.string(), room: z.string(), under: z.string(), text: z.string() })),
  })
  .openapi('Rules');
export type RulesAnswer = z.infer<typeof RulesAnswer>;

/** A claim with what it is of. */
export const ClaimPage = z
  .object({
    digest: z.string(),
    claim: ClaimCard,
    roles: z.array(
      z.object({ role: z.string(), fillers: z.array(z.object({ text: z.string(), entity: z.string().nullable() })) }),
    ),
    finding: Line.nullable().describe('What it is of'),
    related: z
      .array(z.object({ kind: z.string(), reasons: z.array(z.string()), claim: ClaimCard }))
      .describe('Claims of the same thing; those that it cannot stand beside first'),
    more: z.int().describe('Related claims left out'),
    contradictions: z.array(Line),
  })
  .openapi('ClaimPage');
export type ClaimPage = z.infer<typeof ClaimPage>;

/** A contradiction with what it is about. */
export const ContradictionPage = z
  .object({ digest: z.string(), contradiction: ContradictionCard, findings: z.array(Line) })
  .openapi('ContradictionPage');
export type ContradictionPage = z.infer<typeof ContradictionPage>;

const Id = z.object({ id: z.string() });

const rulesRoute = createRoute({
  method: 'get',
  path: '/rules',
  summary: 'The numbered rules by which claims are weighed and names are joined',
  responses: answers(RulesAnswer, 'All rules, in their order'),
});

const findingRoute = createRoute({
  method: 'get',
  path: '/findings/{id}/page',
  summary: 'A finding: who says so and who denies it, by origin; its weight written out; what it leans on',
  request: { params: Id },
  responses: answers(FindingPage, 'The finding'),
});

const findingClaimsRoute = createRoute({
  method: 'get',
  path: '/findings/{id}/claims',
  summary: 'The claims of a finding in the order of its page, a page at a time',
  request: { params: Id, query: PageQuery },
  responses: answers(pageOf(ClaimCard), 'Claims'),
});

const claimRoute = createRoute({
  method: 'get',
  path: '/claims/{id}/page',
  summary: 'A claim: its chain, its quotes, and how it stands to others of the same thing',
  request: { params: Id },
  responses: answers(ClaimPage, 'The claim'),
});

const contradictionRoute = createRoute({
  method: 'get',
  path: '/contradictions/{id}/page',
  summary: 'A contradiction: all its sides, each with its claims',
  request: { params: Id },
  responses: answers(ContradictionPage, 'The contradiction'),
});

const whatIfRoute = createRoute({
  method: 'post',
  path: '/what-if',
  summary: 'The case weighed anew as if nothing had come through some sources; writes nothing',
  request: jsonBody(WhatIfBody),
  responses: answers(WhatIfPage, 'What would change'),
});

const KINDS = ['contradicts', 'denies', 'corroborates', 'restates'];
const MOST_RELATED = 40;
/** The page of a finding with more claims is held at hand. */
const MANY_CLAIMS = 100;
const MOST_SIDE = 40;

export const findingRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  const whatIfs = new WhatIfs(desk.host);
  api.openapi(rulesRoute, async (context) => give<RulesAnswer>(context, { rules: [...(await listRules())] }));

  api.openapi(findingRoute, async (context) => {
    const { id } = context.req.valid('param');
    const now = await desk.look.now();
    const finding = await now.item('findings', id);
    if (finding === null) throw notFound('a finding', id);
    const count = finding.claims.length + finding.denials.length + finding.rejected.length;
    const make = (): Promise<FindingPage> => makeFindingPage(now, finding);
    return give<FindingPage>(context, await (count > MANY_CLAIMS ? now.work(`finding ${id}`, make) : make()));
  });

  api.openapi(findingClaimsRoute, async (context) => {
    const { id } = context.req.valid('param');
    const { offset, limit } = context.req.valid('query');
    const now = await desk.look.now();
    const finding = await now.item('findings', id);
    if (finding === null) throw notFound('a finding', id);
    const all = (await claimsInOrder(now, finding)).map(({ claim }) => claim);
    const items = [...(await cardsOf(now, all, all.slice(offset, offset + limit), finding))];
    return give(context, { digest: now.digest, total: all.length, offset, limit, items });
  });

  api.openapi(claimRoute, async (context) => {
    const { id } = context.req.valid('param');
    const now = await desk.look.now();
    const claim = await now.item('claims', id);
    if (claim === null) throw notFound('a claim', id);
    const of = await findingOf(now, claim);
    const finding = of === null ? null : await now.item('findings', of);
    const siblings = finding === null ? [] : (await claimsInOrder(now, finding)).map((one) => one.claim);
    // Relations stand with one of the two.
    const relations = [
      ...claim.relations.map((relation) => ({ ...relation, other: relation.claim })),
      ...siblings.flatMap((one) =>
        one.relations.filter((relation) => relation.claim === id).map((relation) => ({ ...relation, other: one.id })),
      ),
    ].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
    const others = await now.items(
      'claims',
      relations.slice(0, MOST_RELATED).map(({ other }) => other),
    );
    const all = siblings.some((one) => one.id === id) ? siblings : [claim, ...siblings];
    const known = new Set(all.map((one) => one.id));
    const among = [...all, ...others.filter((one) => !known.has(one.id))];
    const cards = new Map((await cardsOf(now, among, [claim, ...others], finding)).map((card) => [card.id, card]));
    const card = cards.get(id);
    if (card === undefined) throw notFound('a claim', id);
    const contradictions = (await contradictionsByClaim(now)).get(id) ?? [];
    return give<ClaimPage>(context, {
      digest: now.digest,
      claim: card,
      roles: Object.entries(claim.roles).map(([role, fillers]) => ({ role, fillers: [...fillers] })),
      finding: of === null ? null : await now.line(of),
      related: relations.slice(0, MOST_RELATED).flatMap(({ kind, reasons, other }) => {
        const found = cards.get(other);
        return found === undefined ? [] : [{ kind, reasons: [...reasons], claim: found }];
      }),
      more: Math.max(0, relations.length - MOST_RELATED),
      contradictions: (await Promise.all(contradictions.map((one) => now.line(one.id)))).flatMap((line) => line ?? []),
    });
  });

  api.openapi(contradictionRoute, async (context) => {
    const { id } = context.req.valid('param');
    const now = await desk.look.now();
    const found = await now.item('contradictions', id);
    if (found === null) throw notFound('a contradiction', id);
    // One claim of each side tells what the side is about.
    const firsts = await now.items(
      'claims',
      found.values.flatMap(({ claims }) => claims.slice(0, 1)),
    );
    const findings = new Set(
      (await Promise.all(firsts.map((claim) => findingOf(now, claim)))).flatMap((one) => one ?? []),
    );
    return give<ContradictionPage>(context, {
      digest: now.digest,
      contradiction: await contradictionCard(now, found, MOST_SIDE),
      findings: (await Promise.all([...findings].map((one) => now.line(one)))).flatMap((line) => line ?? []),
    });
  });

  api.openapi(whatIfRoute, async (context) => {
    const body = context.req.valid('json');
    const now = await desk.look.now();
    const answer = await whatIfs.of(now, body.without, context.req.raw.signal);
    return give<WhatIfPage>(context, await makeWhatIfPage(now, answer, body));
  });
  return api;
};

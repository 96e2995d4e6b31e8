import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, give, newApi } from '../api.ts';
import type { Snapshot } from '../case-look.ts';
import { Changes, changesSince } from '../changes-since.ts';
import type { Desk } from '../desk.ts';
import { type Filter, FilterQuery, filterLines } from '../filter-lines.ts';
import { FrontGap, FrontInterest, frontGaps, frontInterests } from '../front-aside.ts';
import { FrontDispute, FrontGroup, frontDisputes, frontGroup } from '../front-findings.ts';
import { findingsInOrder } from '../front-order.ts';
import { FrontOrigin, frontOrigins } from '../front-origins.ts';
import { Visits } from '../visits.ts';

/** The case at a glance. */
export const Front = z
  .object({
    digest: z.string(),
    groups: z.array(FrontGroup).describe('Findings by standing, best supported first; what matters most first in each'),
    disputes: z.object({
      items: z.array(FrontDispute),
      findings: z.int().describe('Findings that are disputed, in all'),
      details: z.int().describe('Details on which claims exclude each other, besides'),
    }),
    origins: z.array(FrontOrigin),
    moreOrigins: z.int(),
    gaps: z.object({ items: z.array(FrontGap), total: z.int() }),
    interests: z.object({ items: z.array(FrontInterest), total: z.int().nullable() }),
    languages: z.record(z.string(), z.int()).describe('Documents in each language, as far as it could be told'),
    changes: Changes.nullable().describe('Since the last visit; null where nothing can be remembered'),
  })
  .openapi('Front');
export type Front = z.infer<typeof Front>;

const frontRoute = createRoute({
  method: 'get',
  path: '/front',
  summary: 'The case at a glance: what stands and on whose word, what is thin, what changed since the last visit',
  request: { query: FilterQuery },
  responses: answers(Front, 'The front page'),
});

/** Standings with a part of their own; what is disputed stands with both sides. */
const STANDINGS = ['corroborated', 'single-origin', 'unknown-origin', 'denied', 'corrected'];

export const frontRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  const visits = new Visits(desk.host.store);
  api.openapi(frontRoute, async (context) => {
    const filter = context.req.valid('query');
    const now = await desk.look.now();
    const isNarrowed = Object.values(filter).some((value) => value !== null && value !== undefined);
    const standing = isNarrowed
      ? await standingOf(now, filter, true)
      : await now.work('front page', () => standingOf(now, filter, false));
    const before = await visits.before(now, desk.by, desk.now());
    const { isReadOnly } = desk.host.store;
    const changes =
      isReadOnly && before === null
        ? null
        : await changesSince(now, before, await findingsInOrder(now), await desk.host.store.decisions(), desk.by);
    return give<Front>(context, { ...standing, changes });
  });
  return api;
};

/** All but what is of whoever looks. */
const standingOf = async (now: Snapshot, filter: Filter, isNarrowed: boolean): Promise<Omit<Front, 'changes'>> => {
  const ordered = filterLines(await findingsInOrder(now), filter);
  const kept = isNarrowed ? new Set(ordered.map(({ id }) => id)) : null;
  const documents = isNarrowed ? new Set(ordered.flatMap((line) => line.documents)) : null;
  const groups: FrontGroup[] = [];
  for (const standing of STANDINGS) groups.push(await frontGroup(now, standing, ordered));
  const { items, ...counts } = await frontDisputes(now, ordered, isNarrowed);
  const { origins, more } = await frontOrigins(now, documents);
  const gaps = await frontGaps(now, kept);
  const interests = await frontInterests(now, kept);
  const languages: Record<string, number> = {};
  for (const { state } of await now.lines('documents'))
    languages[state ?? 'unknown'] = (languages[state ?? 'unknown'] ?? 0) + 1;
  return {
    digest: now.digest,
    groups,
    disputes: { ...counts, items: [...items] },
    origins: [...origins],
    moreOrigins: more,
    gaps: { ...gaps, items: [...gaps.items] },
    interests: { ...interests, items: [...interests.items] },
    languages,
  };
};

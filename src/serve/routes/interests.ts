import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Claim, Edtf, Evidence, type Interest, type Tie } from '../../model/index.ts';
import { oneLine, sayDate, sayDatesIn } from '../../publish/index.ts';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import type { Snapshot } from '../case-look.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, filterLines } from '../filter-lines.ts';
import { namedIds } from '../plans-look.ts';

const QUOTES = 3;
const MOST_AGAINST = 6;
const MOST_PICKS = 200;

const Named = z.object({ id: z.string(), list: z.string(), text: z.string() });
const Pick = z.object({ id: z.string(), text: z.string(), count: z.int() });

/** Paths of ties to whoever gains: patterns to check, each hop with what it stands on. */
export const PathsAnswer = pageOf(
  z.object({
    id: z.string(),
    negotiator: Named,
    gains: Named,
    deal: Named.extend({ stage: z.string().nullable(), evidence: z.array(Evidence) }),
    hops: z.array(
      z.object({
        tie: z.string(),
        from: Named,
        to: Named,
        words: z.string(),
        share: z.string().nullable(),
        via: z.array(Named),
        isBackward: z.boolean().describe('The tie is told from the one reached to the one left'),
        isWeakest: z.boolean(),
        when: z.string().describe('The dates of the tie in words'),
        date: Edtf.nullable(),
        standing: z.string().nullable(),
        origins: z.array(z.string()),
        evidence: z.array(Evidence),
      }),
    ),
    overlap: z.object({ verdict: z.enum(['overlaps', 'apart', 'unknown']), words: z.string() }),
    against: z.array(Claim).describe('Denials and words that nothing shows it; cut'),
    moreAgainst: z.int(),
  }),
)
  .extend({
    all: z.int().describe('Paths without any filter'),
    negotiators: z.array(Pick),
    gainers: z.array(Pick),
    deals: z.array(Pick),
  })
  .openapi('Paths');
export type PathsAnswer = z.infer<typeof PathsAnswer>;
type Path = PathsAnswer['items'][number];

const pathsRoute = createRoute({
  method: 'get',
  path: '/ledgers/interests/paths',
  summary: 'Paths of ties from somebody who negotiates to somebody who gains: patterns to check, never accusations',
  request: {
    query: FilterQuery.extend(PageQuery.shape).extend({
      negotiator: z.string().max(200).optional(),
      gains: z.string().max(200).optional(),
      deal: z.string().max(200).optional(),
      id: z.string().max(200).optional().describe('One path alone'),
    }),
  },
  responses: answers(PathsAnswer, 'Shortest first, then those that most speaks for'),
});

const VERDICTS: Readonly<Record<Interest['overlap']['verdict'], string>> = {
  overlaps: 'At the same time',
  apart: 'Not at the same time',
  unknown: 'Whether it was at the same time cannot be told',
};

/** A day as reasons write it. */
const DAY = /\b\d{4}-\d\d-\d\d\b/g;

/** When a tie held, in words. */
const tieWhen = ({ validFrom, validTo, ended, date }: Tie): string => {
  if (validFrom !== null && validTo !== null) return `${sayDate(validFrom)} to ${sayDate(validTo)}`;
  if (validTo !== null) return `until ${sayDate(validTo)}`;
  if (validFrom !== null) return `since ${sayDate(validFrom)}${ended ? ', told as past' : ''}`;
  if (ended) return 'told as past, no date';
  return date === null ? 'no date told' : sayDate(date);
};

/** What paths are filtered and ordered by; the whole paths are looked up as they are shown. */
interface Head {
  readonly id: string;
  readonly negotiator: string;
  readonly gains: string;
  readonly deal: string;
  readonly hops: number;
  readonly weight: number;
}

const headsOf = (now: Snapshot): Promise<readonly Head[]> =>
  now.work('interests/heads', async () => {
    const weights = new Map((await now.lines('ties')).map(({ id, weight }) => [id, weight ?? 0]));
    const heads: Head[] = [];
    for await (const { id, negotiator, gains, deal, path, weakest } of now.view.items('interests'))
      heads.push({ id, negotiator, gains, deal, hops: path.length, weight: weights.get(weakest ?? '') ?? 0 });
    return heads.sort((a, b) => a.hops - b.hops || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  });

const picksOf = async (now: Snapshot, ids: readonly string[]): Promise<z.infer<typeof Pick>[]> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_PICKS);
  return Promise.all(most.map(async ([id, count]) => ({ id, count, text: (await now.line(id))?.text ?? id })));
};

const pathLook = async (now: Snapshot, one: Interest): Promise<Path> => {
  const ties = new Map(
    (
      await now.items(
        'ties',
        one.path.map(({ tie }) => tie),
      )
    ).map((tie) => [tie.id, tie]),
  );
  const named = async (id: string) => {
    const [found] = await namedIds(now, [id]);
    return found ?? { id, list: '', text: id };
  };
  const deal = await now.item('deals', one.deal);
  const against = await now.items('claims', one.against.slice(0, MOST_AGAINST));
  const reasons = one.overlap.reasons
    .map((reason) => sayDatesIn(oneLine(reason)).replace(DAY, (day) => sayDate(day)))
    .join('; ');
  return {
    id: one.id,
    negotiator: await named(one.negotiator),
    gains: await named(one.gains),
    deal: {
      ...(await named(one.deal)),
      stage: deal?.stage ?? null,
      evidence: (deal?.evidence ?? []).slice(0, QUOTES),
    },
    hops: await Promise.all(
      one.path.map(async (hop) => {
        const tie = ties.get(hop.tie);
        const line = await now.line(hop.tie);
        return {
          tie: hop.tie,
          from: await named(hop.from),
          to: await named(hop.to),
          words: oneLine(tie?.words ?? line?.aside ?? ''),
          share: tie === undefined || tie.share === null || tie.words.includes(tie.share) ? null : oneLine(tie.share),
          via: [...(await namedIds(now, tie?.via ?? []))],
          isBackward: tie !== undefined && tie.from !== hop.from,
          isWeakest: one.path.length > 1 && hop.tie === one.weakest,
          when: tie === undefined ? 'no date told' : tieWhen(tie),
          date: line?.date ?? null,
          standing: line?.standing ?? null,
          origins: [...(line?.origins ?? [])],
          evidence: (tie?.evidence ?? []).slice(0, QUOTES),
        };
      }),
    ),
    overlap: { verdict: one.overlap.verdict, words: `${VERDICTS[one.overlap.verdict]}: ${reasons}` },
    against: [...against],
    moreAgainst: Math.max(0, one.against.length - against.length),
  };
};

export const interestRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(pathsRoute, async (context) => {
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const heads = await headsOf(now);
    const passing = new Set(filterLines(await now.lines('interests'), query).map(({ id }) => id));
    const { negotiator, gains, deal, id, offset, limit } = query;
    const isOf = (asked: string | undefined, value: string): boolean => asked === undefined || asked === value;
    const found = heads.filter((one) => passing.has(one.id) && isOf(id, one.id));
    // What may be picked of one is counted under what is picked of the others.
    const left = (skip: 'negotiator' | 'gains' | 'deal' | null): readonly Head[] =>
      found.filter(
        (one) =>
          (skip === 'negotiator' || isOf(negotiator, one.negotiator)) &&
          (skip === 'gains' || isOf(gains, one.gains)) &&
          (skip === 'deal' || isOf(deal, one.deal)),
      );
    const shown = left(null);
    const interests = await now.items(
      'interests',
      shown.slice(offset, offset + limit).map((one) => one.id),
    );
    return give<PathsAnswer>(context, {
      digest: now.digest,
      ...{ total: shown.length, offset, limit, all: heads.length },
      negotiators: await picksOf(
        now,
        left('negotiator').map((one) => one.negotiator),
      ),
      gainers: await picksOf(
        now,
        left('gains').map((one) => one.gains),
      ),
      deals: await picksOf(
        now,
        left('deal').map((one) => one.deal),
      ),
      items: await Promise.all(interests.map((one) => pathLook(now, one))),
    });
  });
  return api;
};

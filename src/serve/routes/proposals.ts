import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type MatrixLine, stanceMatrix } from '../../ledgers/index.ts';
import { Edtf, Evidence, type Stance } from '../../model/index.ts';
import { oneLine, sayDate } from '../../publish/index.ts';
import { answers, give, newApi } from '../api.ts';
import type { Snapshot } from '../case-look.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, filterLines } from '../filter-lines.ts';
import { planLook, versionWords } from '../plans-look.ts';

const MOST_LINES = 200;
const MOST_PLANS = 300;
/** Plans that are told of in full where none is asked for. */
const TOLD_PLANS = 4;
const QUOTES = 3;

const Named = z.object({ id: z.string(), list: z.string(), text: z.string() });
const Dated = { date: Edtf.nullable(), when: z.string().nullable().describe('The date in words') };

const View = z.object({
  ids: z.array(z.string()).describe('Rows of the ledger of stances that say so, the same view of the same date'),
  stance: z.enum(['accepts', 'rejects', 'on-condition', 'silent']),
  ...Dated,
  standing: z.array(z.string()),
  isDenied: z.boolean().describe('Some deny that the party takes this view'),
  origins: z.array(z.string()),
  evidence: z.array(Evidence),
});

const Plan = z.object({
  id: z.string(),
  text: z.string(),
  points: z.array(z.int()).describe('Each number of points that is claimed'),
  clauses: z.int(),
  versions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      ...Dated,
      points: z.int().nullable(),
      by: z.array(Named),
      evidence: z.array(Evidence),
    }),
  ),
  changes: z.array(
    z.object({ from: z.string().nullable(), to: z.string().nullable(), what: z.string(), evidence: z.array(Evidence) }),
  ),
  authorship: z
    .array(
      z.object({
        by: z.array(Named),
        unnamed: z.array(z.string()),
        claimedBy: z.string().nullable(),
        isDenied: z.boolean(),
        origins: z.array(z.string()),
        evidence: z.array(Evidence),
      }),
    )
    .describe('Who made it, as each side claims'),
  handed: z.array(
    z.object({
      from: z.array(Named),
      to: z.array(Named),
      ...Dated,
      isDenied: z.boolean(),
      evidence: z.array(Evidence),
    }),
  ),
});

/** Plans and their points down, parties across. */
export const StancesAnswer = z
  .object({
    digest: z.string(),
    picks: z.array(z.object({ id: z.string(), text: z.string(), views: z.int() })).describe('Plans of the case'),
    stances: z.int().describe('Views in the case, without any filter'),
    plans: z.array(Plan).describe('Those that are looked at'),
    parties: z.array(z.object({ id: z.string(), text: z.string() })).describe('Those of whom most is told first; cut'),
    moreParties: z.int(),
    lines: z.array(
      z.object({
        plan: Named.nullable(),
        clause: z
          .object({
            id: z.string(),
            text: z.string(),
            form: z.enum(['quoted', 'paraphrased']),
            topic: z.string(),
            version: z.string().nullable(),
            evidence: z.array(Evidence),
          })
          .nullable(),
        about: z.string(),
        cells: z.array(z.array(View)).describe('By party, each in order of date. Empty: nothing is told'),
      }),
    ),
    moreLines: z.int(),
  })
  .openapi('StanceMatrix');
export type StancesAnswer = z.infer<typeof StancesAnswer>;

const matrixRoute = createRoute({
  method: 'get',
  path: '/ledgers/proposals/matrix',
  summary:
    'Who takes which view of which plan and point; versions, what changed, and who is said to have made each plan',
  request: {
    query: FilterQuery.extend({
      plan: z.string().max(200).optional().describe('One plan of the case'),
      across: z.coerce.number().int().min(1).max(60).default(8).describe('Parties at most'),
    }),
  },
  responses: answers(StancesAnswer, 'The matrix'),
});

/** The same view told several times of one date is one. */
const viewsOf = async (now: Snapshot, told: readonly Stance[]): Promise<z.infer<typeof View>[]> => {
  const found = new Map<string, Stance[]>();
  for (const stance of told) {
    const key = `${stance.stance} ${stance.date ?? ''}`;
    found.set(key, [...(found.get(key) ?? []), stance]);
  }
  return Promise.all(
    [...found.values()].map(async (own) => {
      const [first] = own as [Stance, ...Stance[]];
      const lines = await Promise.all(own.map(({ id }) => now.line(id)));
      return {
        ids: own.map(({ id }) => id),
        stance: first.stance,
        date: first.date,
        when: first.date === null ? null : sayDate(first.date),
        standing: [...new Set(lines.flatMap((line) => line?.standing ?? []))],
        isDenied: own.some(({ denials }) => denials.length > 0),
        origins: [...new Set(lines.flatMap((line) => line?.origins ?? []))],
        evidence: own.flatMap(({ evidence }) => evidence).slice(0, QUOTES),
      };
    }),
  );
};

const lineAnswer = async (now: Snapshot, line: MatrixLine, parties: readonly string[]) => {
  const { proposal, clause, about, views } = line;
  const version = proposal?.versions.find(({ id }) => id === clause?.version);
  return {
    plan:
      proposal === null
        ? null
        : { id: proposal.id, list: 'proposals', text: (await now.line(proposal.id))?.text ?? oneLine(proposal.name) },
    clause:
      clause === null
        ? null
        : {
            ...{ id: clause.id, text: oneLine(clause.text), form: clause.form, topic: clause.topic },
            version: version === undefined ? null : versionWords(version),
            evidence: clause.evidence.slice(0, QUOTES),
          },
    about: oneLine(about),
    cells: await Promise.all(parties.map((party) => viewsOf(now, views.get(party) ?? []))),
  };
};

export const proposalRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(matrixRoute, async (context) => {
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const [proposals, stances] = [await now.list('proposals'), await now.list('stances')];
    const passing = new Set(filterLines(await now.lines('stances'), query).map(({ id }) => id));
    const asked = proposals.filter(({ id }) => id === query.plan);
    const own = stances.filter(
      ({ id, proposal }) => passing.has(id) && (asked.length === 0 || proposal === query.plan),
    );
    const matrix = stanceMatrix(asked.length === 0 ? proposals : asked, own);
    const parties = matrix.parties.slice(0, query.across);
    const counts = new Map<string, number>();
    for (const { proposal } of stances) if (proposal !== null) counts.set(proposal, (counts.get(proposal) ?? 0) + 1);
    const weight = ({ id, claims }: (typeof proposals)[number]): number => (counts.get(id) ?? 0) * 1000 + claims.length;
    const ordered = [...proposals].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
    const looked = asked.length > 0 ? asked : ordered.slice(0, TOLD_PLANS);
    const answer = {
      digest: now.digest,
      picks: await Promise.all(
        ordered.slice(0, MOST_PLANS).map(async ({ id, name }) => ({
          id,
          text: (await now.line(id))?.text ?? name,
          views: counts.get(id) ?? 0,
        })),
      ),
      stances: stances.length,
      plans: await Promise.all(looked.map((plan) => planLook(now, plan))),
      parties: await Promise.all(parties.map(async (id) => ({ id, text: (await now.line(id))?.text ?? id }))),
      moreParties: matrix.parties.length - parties.length,
      lines: await Promise.all(matrix.lines.slice(0, MOST_LINES).map((line) => lineAnswer(now, line, parties))),
      moreLines: Math.max(0, matrix.lines.length - MOST_LINES),
    };
    // Its plans come as readonly lists, which the schema's own type knows not.
    return give<StancesAnswer>(context, answer as unknown as StancesAnswer);
  });
  return api;
};

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { isOnlyDenied } from '../../ledgers/index.ts';
import { Edtf, Evidence, type Sanction, type SanctionsWaiver } from '../../model/index.ts';
import { oneLine, sayDate, sayTime } from '../../publish/index.ts';
import { answers, give, newApi, PageQuery, pageOf } from '../api.ts';
import type { Snapshot } from '../case-look.ts';
import type { Desk } from '../desk.ts';
import { FilterQuery, filterLines } from '../filter-lines.ts';
import { STEPS } from '../ledger-table.ts';
import { type NamedId, namedIds } from '../plans-look.ts';

const QUOTES = 3;

const Named = z.object({ id: z.string(), list: z.string(), text: z.string() });
const When = z.object({ date: Edtf, when: z.string() }).nullable();
const Common = {
  id: z.string(),
  status: z.string(),
  isDenied: z.boolean().describe('It is told by denials only'),
  denials: z.int().describe('Claims that it is not so'),
  standing: z.string().nullable(),
  origins: z.array(z.string()),
  evidence: z.array(Evidence),
};

/** Whoever is under sanctions, and who let them past. */
export const SanctionedAnswer = pageOf(
  z.object({
    who: Named.nullable().describe('Null: whoever is only described'),
    words: z.string().nullable(),
    sanctions: z.array(
      z.object({
        ...Common,
        by: z.array(Named),
        unnamedBy: z.array(z.string()),
        date: When,
        until: When,
        reason: z.string().nullable(),
        form: z.enum(['stated', 'implied']),
        removal: z.array(
          z.object({
            status: z.string(),
            by: z.array(Named),
            date: When,
            isDenied: z.boolean(),
            denials: z.int(),
            evidence: z.array(Evidence),
          }),
        ),
      }),
    ),
    waivers: z.array(
      z.object({
        ...Common,
        form: z.string().nullable(),
        purpose: z.string().nullable(),
        parts: z.array(z.object({ part: z.string(), who: z.array(Named), words: z.array(z.string()) })),
        date: When,
        asked: When,
        from: When,
        until: When,
        duration: z.string().nullable(),
      }),
    ),
  }),
)
  .extend({ steps: z.array(z.string()).describe('Steps to the end of sanctions in their order') })
  .openapi('Sanctioned');
export type SanctionedAnswer = z.infer<typeof SanctionedAnswer>;
type Row = SanctionedAnswer['items'][number];

const sanctionedRoute = createRoute({
  method: 'get',
  path: '/ledgers/sanctions/sides',
  summary: 'Sanctions and, beside them, the waivers by which somebody was let past them, by whom they are on',
  request: { query: FilterQuery.extend(PageQuery.shape) },
  responses: answers(SanctionedAnswer, 'By whom they are on'),
});

const when = (date: string | null) => (date === null ? null : { date, when: sayDate(date) });
const mutable = (ids: readonly NamedId[]): NamedId[] => [...ids];

const commonOf = async (now: Snapshot, row: Sanction | SanctionsWaiver) => {
  const line = await now.line(row.id);
  return {
    id: row.id,
    status: row.status,
    isDenied: isOnlyDenied(row),
    denials: row.denials.length,
    standing: line?.standing ?? null,
    origins: [...(line?.origins ?? [])],
    evidence: row.evidence.slice(0, QUOTES),
  };
};

const sanctionLook = async (now: Snapshot, row: Sanction): Promise<Row['sanctions'][number]> => ({
  ...(await commonOf(now, row)),
  by: mutable(await namedIds(now, [...(row.by === null ? [] : [row.by]), ...row.alsoBy])),
  unnamedBy: row.unnamedBy.map(oneLine),
  date: when(row.date),
  until: when(row.until),
  reason: row.reason === null ? null : oneLine(row.reason),
  form: row.form,
  removal: await Promise.all(
    row.removal.map(async (step) => ({
      status: step.status,
      by: mutable(await namedIds(now, step.by)),
      date: when(step.date),
      isDenied: isOnlyDenied(step),
      denials: step.denials.length,
      evidence: step.evidence.slice(0, QUOTES),
    })),
  ),
});

const waiverLook = async (now: Snapshot, row: SanctionsWaiver): Promise<Row['waivers'][number]> => {
  const described = (role: string): string[] => row.unnamed.filter((one) => one.role === role).map(({ text }) => text);
  const parts: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['asked for by', row.askedBy, described('requester')],
    ['asked of', row.askedOf, []],
    ['granted by', row.grantedBy, described('authority')],
    ['refused by', row.refusedBy, []],
    ['at the direction of', row.directedBy, described('director')],
    [
      'hesitated or objected',
      row.hesitant.flatMap(({ who }) => who.entity ?? []),
      row.hesitant.flatMap(({ who }) => (who.entity === null ? [who.text] : [])),
    ],
  ];
  return {
    ...(await commonOf(now, row)),
    form: row.form === null ? null : oneLine(row.form),
    purpose: row.purpose === null ? null : oneLine(row.purpose),
    parts: await Promise.all(
      parts
        .filter(([, ids, words]) => ids.length + words.length > 0)
        .map(async ([part, ids, words]) => ({
          part,
          who: mutable(await namedIds(now, ids)),
          words: words.map(oneLine),
        })),
    ),
    date: when(row.date),
    asked: when(row.askedDate),
    from: when(row.from),
    until: when(row.until),
    duration: row.duration === null ? null : oneLine(sayTime(row.duration)),
  };
};

/** Rows by whom they are on; those with waivers first, then those with most rows. */
const sidesOf = (sanctions: readonly Sanction[], waivers: readonly SanctionsWaiver[]) => {
  const sides = new Map<string, { sanctions: Sanction[]; waivers: SanctionsWaiver[] }>();
  const side = (key: string) => {
    const known = sides.get(key) ?? { sanctions: [], waivers: [] };
    sides.set(key, known);
    return known;
  };
  for (const row of sanctions) side(row.target).sanctions.push(row);
  for (const row of waivers) side(row.for ?? `“${row.forWords ?? ''}`).waivers.push(row);
  return [...sides].sort(
    ([a, x], [b, y]) =>
      Math.min(1, y.waivers.length) - Math.min(1, x.waivers.length) ||
      y.sanctions.length + y.waivers.length - x.sanctions.length - x.waivers.length ||
      (a < b ? -1 : 1),
  );
};

export const sanctionRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  api.openapi(sanctionedRoute, async (context) => {
    const query = context.req.valid('query');
    const now = await desk.look.now();
    const passing = async (list: 'sanctions' | 'waivers'): Promise<ReadonlySet<string>> =>
      new Set(filterLines(await now.lines(list), query).map(({ id }) => id));
    const [some, others] = [await passing('sanctions'), await passing('waivers')];
    const sides = sidesOf(
      (await now.list('sanctions')).filter(({ id }) => some.has(id)),
      (await now.list('waivers')).filter(({ id }) => others.has(id)),
    );
    const { offset, limit } = query;
    const items = await Promise.all(
      sides.slice(offset, offset + limit).map(
        async ([key, side]): Promise<Row> => ({
          who: key.startsWith('“') ? null : ((await namedIds(now, [key]))[0] ?? null),
          words: key.startsWith('“') ? oneLine(key.slice(1)) : null,
          sanctions: await Promise.all(side.sanctions.map((row) => sanctionLook(now, row))),
          waivers: await Promise.all(side.waivers.map((row) => waiverLook(now, row))),
        }),
      ),
    );
    return give<SanctionedAnswer>(context, {
      digest: now.digest,
      ...{ total: sides.length, offset, limit, items },
      steps: [...(STEPS.sanctions ?? [])],
    });
  });
  return api;
};

import { z } from '@hono/zod-openapi';
import type { Decision, Line } from '../model/index.ts';
import { STANDINGS, type Stand, saySteps, standingStep } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import type { Sight } from './visits.ts';

/** Things named for each sort of change; the rest is counted. */
const NAMED = 5;

const Changed = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      list: z.string(),
      id: z.string(),
      text: z.string(),
      how: z.string().nullable().describe('From what to what'),
    }),
  ),
});
type Changed = z.infer<typeof Changed>;

/** What is otherwise than on the last visit of whoever looks. */
export const Changes = z
  .object({
    since: z.string().nullable().describe('When that was, UTC; null on the first visit'),
    documents: Changed.describe('Added'),
    gained: Changed.describe('Findings with more independent origins, or a better standing'),
    fell: Changed.describe('Findings that lost an origin or their standing'),
    fresh: Changed.describe('Findings that are new'),
    gone: z.int().describe('Findings that are no more'),
    contradictions: Changed.describe('New'),
    decisions: Changed.describe('Taken by others'),
  })
  .openapi('Changes');
export type Changes = z.infer<typeof Changes>;

/** How a finding stood; what an older version remembered may be a word that is known no more. */
const standOf = (standing: string | null | undefined, origins: number): Stand | null => {
  const known = STANDINGS.find((one) => one === standing);
  return known === undefined ? null : { standing: known, origins };
};

const changed = (lines: readonly Line[], how: (line: Line) => string | null = () => null): Changed => ({
  total: lines.length,
  items: lines.slice(0, NAMED).map((line) => ({ list: line.list, id: line.id, text: line.text, how: how(line) })),
});

const NONE: Changed = { total: 0, items: [] };

/** @param ordered Findings, what matters most first. */
export const changesSince = async (
  now: Snapshot,
  before: Sight | null,
  ordered: readonly Line[],
  decisions: readonly Decision[],
  by: string,
): Promise<Changes> => {
  if (before === null)
    return {
      since: null,
      documents: NONE,
      gained: NONE,
      fell: NONE,
      fresh: NONE,
      gone: 0,
      contradictions: NONE,
      decisions: NONE,
    };
  const was = (line: Line): Stand | null => {
    const [standing, origins] = before.findings[line.id]?.split(' ') ?? [];
    return standOf(standing, Number(origins));
  };
  const is = (line: Line): Stand | null => standOf(line.standing, line.origins.length);
  const step = (line: Line): number => {
    const [old, now] = [was(line), is(line)];
    return old === null || now === null ? 0 : standingStep(old, now);
  };
  const how = (line: Line): string | null => {
    const [old, now] = [was(line), is(line)];
    return old === null || now === null ? null : saySteps(old, now);
  };
  const oldDocuments = new Set(before.documents);
  const oldContradictions = new Set(before.contradictions);
  const known = new Set(ordered.map(({ id }) => id));
  const others = decisions.filter((one) => one.by !== by && one.at > before.at).toReversed();
  return {
    since: before.at,
    documents: changed((await now.lines('documents')).filter(({ id }) => !oldDocuments.has(id))),
    gained: changed(
      ordered.filter((line) => step(line) > 0),
      how,
    ),
    fell: changed(
      ordered.filter((line) => step(line) < 0),
      how,
    ),
    fresh: changed(ordered.filter((line) => was(line) === null)),
    gone: Object.keys(before.findings).filter((id) => !known.has(id)).length,
    contradictions: changed((await now.lines('contradictions')).filter(({ id }) => !oldContradictions.has(id))),
    decisions: {
      total: others.length,
      items: others
        .slice(0, NAMED)
        .map(({ id, kind, by: who, value }) => ({ list: 'decisions', id, text: `${who}: ${kind}`, how: value })),
    },
  };
};

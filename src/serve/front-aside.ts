import { z } from '@hono/zod-openapi';
import type { Gap, Interest, Line } from '../model/index.ts';
import { sayDatesIn } from '../publish/index.ts';
import { byRest } from '../weigh/index.ts';
import type { Snapshot } from './case-look.ts';
import { firstUnlike } from './front-order.ts';

const GAPS = 6;
const GAPS_OF_KIND = 2;
const INTERESTS = 4;
/** Paths that are looked at for those to show: the shortest. */
const LOOKED_AT = 80;

/** Counted in a line of its own, or said of the documents: not what a reader can ask somebody about. */
const COUNTED: ReadonlySet<Gap['kind']> = new Set(['one-origin', 'unknown-origin', 'no-outlet', 'no-document-date']);

export const FrontGap = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  closes: z.string(),
  rests: z.int(),
  about: z.object({ list: z.string(), id: z.string() }).nullable().describe('What it leads to'),
});
export type FrontGap = z.infer<typeof FrontGap>;

/** A path to check, never an accusation. */
export const FrontInterest = z.object({
  id: z.string(),
  steps: z.array(z.object({ name: z.string(), id: z.string() })),
  hops: z.array(z.object({ words: z.string(), isBackward: z.boolean(), isWeakest: z.boolean() })),
  weakest: z.string().nullable().describe('Words, time and standing of the hop that least speaks for'),
  deal: z.string(),
  verdict: z.string().describe('Whether all ties held at the time: overlaps, apart, unknown'),
  against: z.int().describe('Denials and “no evidence” claims that speak against it'),
});
export type FrontInterest = z.infer<typeof FrontInterest>;

/** What most rests on, not too much of one kind. */
export const frontGaps = async (
  now: Snapshot,
  kept: ReadonlySet<string> | null,
): Promise<{ readonly items: readonly FrontGap[]; readonly total: number }> => {
  const ordered = await now.work('gaps in order', async () => (await now.list('gaps')).toSorted(byRest));
  const own = ordered.filter(({ findings }) => kept === null || findings.some((id) => kept.has(id)));
  const ofKind = new Map<string, number>();
  const shown: Gap[] = [];
  for (const gap of own) {
    const count = ofKind.get(gap.kind) ?? 0;
    if (COUNTED.has(gap.kind) || count >= GAPS_OF_KIND) continue;
    ofKind.set(gap.kind, count + 1);
    if (shown.push(gap) === GAPS) break;
  }
  const items = await Promise.all(
    shown.map(async ({ id, kind, text, closes, rests, about }): Promise<FrontGap> => {
      const lines = await Promise.all(about.map((one) => now.line(one)));
      const line = lines.find((one) => one !== null) ?? null;
      const leads = line === null ? null : { list: line.list, id: line.id };
      return { id, kind, text: sayDatesIn(text), closes, rests, about: leads };
    }),
  );
  return { items, total: own.length };
};

const VERDICTS = ['overlaps', 'unknown', 'apart'];

const standingOf = async (now: Snapshot, tie: string | null): Promise<Line | null> =>
  tie === null ? null : now.line(tie);

const interestOf = async (now: Snapshot, interest: Interest): Promise<FrontInterest> => {
  const { id, negotiator, path, weakest, deal, overlap, against } = interest;
  const name = async (one: string): Promise<{ readonly id: string; readonly name: string }> => ({
    id: one,
    name: (await now.line(one))?.text ?? one,
  });
  const ties = await now.items(
    'ties',
    path.map(({ tie }) => tie),
  );
  const byId = new Map(ties.map((tie) => [tie.id, tie]));
  const weak = await standingOf(now, weakest);
  const words = weakest === null ? null : byId.get(weakest)?.words;
  return {
    id,
    steps: await Promise.all([negotiator, ...path.map(({ to }) => to)].map(name)),
    hops: path.map(({ tie, from }) => ({
      words: byId.get(tie)?.words ?? 'tie',
      isBackward: (byId.get(tie)?.from ?? from) !== from,
      isWeakest: path.length > 1 && tie === weakest,
    })),
    weakest:
      words === null || words === undefined
        ? null
        : [words, weak?.when ?? 'no date', weak?.standing?.replace('-', ' ') ?? 'not weighed'].join(', '),
    deal: (await now.line(deal))?.text ?? '',
    verdict: overlap.verdict,
    against: against.length,
  };
};

/** The shortest paths first, then those whose weakest hop is best supported. `kept`: findings that pass a filter. */
export const frontInterests = async (
  now: Snapshot,
  kept: ReadonlySet<string> | null,
): Promise<{ readonly items: readonly FrontInterest[]; readonly total: number | null }> => {
  const lines = await now.lines('interests');
  const verdict = ({ kind }: Line): number => VERDICTS.indexOf(kind ?? 'unknown');
  const ordered = await now.work('interests in order', async () =>
    lines.toSorted(
      (a, b) => a.entities.length - b.entities.length || verdict(a) - verdict(b) || (a.id < b.id ? -1 : 1),
    ),
  );
  const ids = ordered.slice(0, kept === null ? LOOKED_AT : LOOKED_AT * 4).map(({ id }) => id);
  const found: { readonly interest: Interest; readonly text: string; readonly weight: number }[] = [];
  for (const interest of await now.items('interests', ids)) {
    if (kept !== null) {
      const ties = await Promise.all(interest.path.map(({ tie }) => now.line(tie)));
      if (!ties.some((tie) => tie !== null && tie.finding !== null && kept.has(tie.finding))) continue;
    }
    const weight = (await standingOf(now, interest.weakest))?.weight ?? 0;
    found.push({ interest, text: `${interest.negotiator} ${interest.gains}`, weight });
  }
  found.sort((a, b) => a.interest.path.length - b.interest.path.length || b.weight - a.weight);
  const items = await Promise.all(firstUnlike(found, INTERESTS).map(({ interest }) => interestOf(now, interest)));
  return { items, total: kept === null ? lines.length : null };
};

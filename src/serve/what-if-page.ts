import { z } from '@hono/zod-openapi';
import type { CaseHost } from '../case-host.ts';
import { BackchannelError, type Finding, Line } from '../model/index.ts';
import { sayDatesIn } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import { credibilityOf, meaningOf, sumOf } from './finding-page.ts';
import { FindingCredibility, FindingSum } from './finding-shapes.ts';

/** What becomes of a finding, the gravest first; the first that fits is said. */
export const CHANGES = [
  'gone',
  'now denied',
  'now disputed',
  'fell',
  'no longer disputed',
  'lost an origin',
  'weighs less',
  'weighs more',
  'reads otherwise',
] as const;
export type Change = (typeof CHANGES)[number];

export const WhatIfBody = z.object({
  without: z
    .array(z.string().min(1))
    .min(1)
    .max(60)
    .describe('Ids or names of origins, outlets or speakers; words of unnamed ones'),
  finding: z.string().optional().describe('A finding that is told of in full, with its sum'),
  limit: z.int().min(1).max(500).default(100).describe('Changed findings at most'),
});

const Stood = z.object({
  status: z.string(),
  text: z.string(),
  total: z.int(),
  voices: z.int(),
  origins: z.array(z.string()),
});
const StoodInFull = Stood.extend({ meaning: z.string(), sum: FindingSum, credibility: FindingCredibility });

/** A case beside itself without some sources. */
export const WhatIfPage = z
  .object({
    digest: z.string(),
    dropped: z.array(
      z.object({
        ask: z.string(),
        name: z.string(),
        documents: z.int().describe('Documents that go with it'),
        origins: z.array(z.string()),
      }),
    ),
    counts: z
      .array(z.object({ list: z.string(), before: z.int(), after: z.int() }))
      .describe('Lists of which the number changes'),
    byChange: z.array(z.object({ change: z.enum(CHANGES), findings: z.int() })),
    unchanged: z.int().describe('Findings that stay as they are'),
    changed: z
      .array(z.object({ id: z.string(), change: z.enum(CHANGES), before: Stood, after: Stood.nullable() }))
      .describe('What loses most first'),
    more: z.int(),
    interests: z.object({
      gone: z.array(Line).describe('Paths that would no longer be told'),
      more: z.int(),
      come: z.int().describe('Paths that would be told anew'),
    }),
    hypotheses: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        before: z.object({ inconsistency: z.int(), rank: z.int() }),
        after: z.object({ inconsistency: z.int(), rank: z.int() }),
      }),
    ),
    finding: z
      .object({ change: z.enum(CHANGES).nullable().describe('null: it stays as it is'), after: StoodInFull.nullable() })
      .nullable()
      .describe('The finding that was asked for'),
  })
  .openapi('WhatIf');
export type WhatIfPage = z.infer<typeof WhatIfPage>;

type Answer = Awaited<ReturnType<CaseHost['whatIf']>>;

/** How much a standing holds; those against it apart. */
const HELD: Readonly<Record<Finding['status'], number | null>> = {
  corroborated: 3,
  'single-origin': 2,
  'unknown-origin': 1,
  disputed: null,
  denied: null,
  corrected: null,
};

/** What became of a finding, in a word. */
export const changeOf = (before: Finding, after: Finding | null): Change => {
  if (after === null) return 'gone';
  if (after.status !== before.status) {
    if (after.status === 'denied') return 'now denied';
    if (after.status === 'disputed') return 'now disputed';
    const [was, is] = [HELD[before.status], HELD[after.status]];
    if (was !== null && is !== null && is < was) return 'fell';
    if (was === null && is !== null) return 'no longer disputed';
  }
  if (after.origins.length < before.origins.length) return 'lost an origin';
  if (after.weight.total !== before.weight.total)
    return after.weight.total < before.weight.total ? 'weighs less' : 'weighs more';
  return after.weight.voices < before.weight.voices ? 'lost an origin' : 'reads otherwise';
};

const stood = ({ status, text, weight, origins }: Finding) => ({
  status,
  text: sayDatesIn(text),
  total: weight.total,
  voices: weight.voices,
  origins: [...origins],
});

const stoodInFull = (finding: Finding) => ({
  ...stood(finding),
  meaning: meaningOf(finding),
  sum: sumOf(finding),
  credibility: credibilityOf(finding),
});

const MOST_KEPT = 6;

/** Asks what a case would be without sources: one question after the other, the last answers at hand, nothing for who has gone on. */
export class WhatIfs {
  readonly #host: CaseHost;
  readonly #kept = new Map<string, Answer>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: CaseHost) {
    this.#host = host;
  }

  async of(now: Snapshot, without: readonly string[], signal: AbortSignal): Promise<Answer> {
    const key = JSON.stringify([now.digest, [...new Set(without)].sort()]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const run = async (): Promise<Answer> => {
      const again = this.#kept.get(key);
      if (again !== undefined) return again;
      if (signal.aborted)
        throw new BackchannelError('serve/gone', 'Expected somebody to wait for the answer, found nobody.');
      const answer = await this.#host.whatIf([...new Set(without)]);
      this.#kept.set(key, answer);
      for (const old of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(old);
      return answer;
    };
    const mine = this.#last.then(run);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

/** The answer as a page shows it: cut, and with names. */
export const makeWhatIfPage = async (
  now: Snapshot,
  answer: Answer,
  { finding, limit }: z.infer<typeof WhatIfBody>,
): Promise<WhatIfPage> => {
  const { dropped, changed, counts, gone, hypotheses } = answer;
  const marked = changed.map(({ before, after }) => ({ before, after, change: changeOf(before, after) }));
  const byChange = CHANGES.map((change) => ({
    change,
    findings: marked.filter((one) => one.change === change).length,
  })).filter(({ findings }) => findings > 0);
  const own = finding === undefined ? undefined : marked.find(({ before }) => before.id === finding);
  const asked = finding === undefined || own !== undefined ? null : await now.item('findings', finding);
  const interests = gone.interests ?? [];
  const named = await now.names(dropped);
  return {
    digest: now.digest,
    dropped: dropped.map(({ name, origins, entities, words, documents }) => ({
      ask: name,
      name: named[origins[0] ?? entities[0] ?? name]?.text ?? words[0] ?? name,
      documents: documents.length,
      origins: [...origins],
    })),
    counts: Object.keys(counts.before).flatMap((list) => {
      const [before, after] = [counts.before[list as never] as number, counts.after[list as never] as number];
      return before === after ? [] : [{ list, before, after }];
    }),
    byChange,
    unchanged: counts.before.findings - changed.length,
    changed: marked.slice(0, limit).map(({ before, after, change }) => ({
      id: before.id,
      change,
      before: stood(before),
      after: after === null ? null : stood(after),
    })),
    more: Math.max(0, marked.length - limit),
    interests: {
      gone: (await Promise.all(interests.slice(0, 20).map((id) => now.line(id)))).flatMap((line) => line ?? []),
      more: Math.max(0, interests.length - 20),
      come: Math.max(0, counts.after.interests - (counts.before.interests - interests.length)),
    },
    hypotheses: hypotheses
      .filter(({ before, after }) => before.inconsistency !== after.inconsistency || before.rank !== after.rank)
      .map(({ before, after }) => ({
        id: before.id,
        text: before.text,
        before: { inconsistency: before.inconsistency, rank: before.rank },
        after: { inconsistency: after.inconsistency, rank: after.rank },
      })),
    finding:
      own !== undefined
        ? { change: own.change, after: own.after === null ? null : stoodInFull(own.after) }
        : asked === null
          ? null
          : { change: null, after: stoodInFull(asked) },
  };
};

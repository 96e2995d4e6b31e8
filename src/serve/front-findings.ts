import { z } from '@hono/zod-openapi';
import type { Contradiction, Finding, Line } from '../model/index.ts';
import { sayDatesIn } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import { Chains, chainsOf } from './chains-of.ts';
import { firstUnlike } from './front-order.ts';

/** Sentences of each standing on the front page; the rest is a link. */
const SHOWN = 6;
const DISPUTES = 5;
const CHAINS = 2;
/** Sides of a contradiction. */
const VALUES = 4;

export const FrontFinding = z.object({
  id: z.string(),
  kind: z.string().nullable(),
  text: z.string(),
  standing: z.string().nullable(),
  when: z.string().nullable(),
  origins: z.array(z.string()),
  claims: z.int(),
  documents: z.int(),
  weight: z.int().nullable(),
  judged: z.string().nullable(),
  said: Chains,
});
export type FrontFinding = z.infer<typeof FrontFinding>;

const lightOf = (line: Line): Omit<FrontFinding, 'said'> => {
  const { id, kind, text, standing, when, origins, claims, documents, weight, judged } = line;
  return { id, kind, text, standing, when, origins: [...origins], claims, documents: documents.length, weight, judged };
};

export const FrontGroup = z.object({
  standing: z.string(),
  total: z.int(),
  items: z.array(FrontFinding),
});
export type FrontGroup = z.infer<typeof FrontGroup>;

/** Sides that cannot both hold, each with those who say so; never a winner. */
export const FrontDispute = z.object({
  list: z.enum(['findings', 'contradictions']),
  id: z.string(),
  kind: z.string().nullable(),
  text: z.string(),
  when: z.string().nullable(),
  sides: z.array(
    z.object({
      value: z.string(),
      origins: z.array(z.string()),
      said: Chains,
      slip: z.string().nullable().describe('Why it may be a slip of whoever wrote it'),
    }),
  ),
});
export type FrontDispute = z.infer<typeof FrontDispute>;

const claimsOf = (now: Snapshot, ids: readonly string[]) => now.items('claims', ids.slice(0, 60));

const saidOf = async (now: Snapshot, finding: Finding | undefined): Promise<Chains> => {
  if (finding === undefined) return { chains: [], more: 0 };
  const claims = [...(await claimsOf(now, finding.claims)), ...(await claimsOf(now, finding.denials))];
  return chainsOf(now, claims, new Set(finding.denials), CHAINS);
};

/** The findings of one standing, the first few with their chains. */
export const frontGroup = async (now: Snapshot, standing: string, ordered: readonly Line[]): Promise<FrontGroup> => {
  const own = ordered.filter((line) => line.standing === standing);
  const shown = firstUnlike(own, SHOWN);
  const findings = new Map(
    (
      await now.items(
        'findings',
        shown.map(({ id }) => id),
      )
    ).map((finding) => [finding.id, finding]),
  );
  const items = await Promise.all(
    shown.map(
      async (line): Promise<FrontFinding> => ({ ...lightOf(line), said: await saidOf(now, findings.get(line.id)) }),
    ),
  );
  return { standing, total: own.length, items };
};

type Side = FrontDispute['sides'][number];

/** Contradictions, those between most origins first. */
const contradictionsInOrder = (now: Snapshot): Promise<readonly Contradiction[]> =>
  now.work('contradictions in order', async () => {
    const origins = ({ values }: Contradiction): number => new Set(values.flatMap((value) => value.origins)).size;
    return (await now.list('contradictions'))
      .filter(({ values }) => values.length > 1)
      .sort((a, b) => origins(b) - origins(a) || b.evidence.length - a.evidence.length || (a.id < b.id ? -1 : 1));
  });

/** The finding of each claim; a case of ten thousand documents has it once. */
const findingOfClaims = (now: Snapshot): Promise<ReadonlyMap<string, string>> =>
  now.work('finding of claims', async () => {
    const found = new Map<string, string>();
    for (const { id, claims, denials } of await now.list('findings'))
      for (const claim of [...claims, ...denials]) found.set(claim, id);
    return found;
  });

const claimsIn = ({ values }: Contradiction): readonly string[] => values.flatMap(({ claims }) => claims);

const sidesOf = (now: Snapshot, { values, likelySlip }: Contradiction): Promise<readonly Side[]> =>
  Promise.all(
    values.slice(0, VALUES).map(async ({ value, claims, origins }) => ({
      value: sayDatesIn(value) || 'not stated',
      origins: [...origins],
      said: await chainsOf(now, await claimsOf(now, claims), new Set(), CHAINS),
      slip: likelySlip?.value === value ? likelySlip.reason : null,
    })),
  );

const sideOn = async (now: Snapshot, value: string, ids: readonly string[]): Promise<Side> => {
  const claims = await claimsOf(now, ids);
  const origins = [...new Set(claims.flatMap((claim) => claim.origins))];
  return { value, origins, said: await chainsOf(now, claims, new Set(), CHAINS), slip: null };
};

/** Findings that some affirm and some deny, or that are told in ways which exclude each other. */
const disputedFindings = (now: Snapshot, lines: readonly Line[]): Promise<readonly FrontDispute[]> =>
  Promise.all(
    firstUnlike(lines, DISPUTES).map(async (line): Promise<FrontDispute> => {
      const finding = await now.item('findings', line.id);
      const { claims = [], denials = [] } = finding ?? {};
      const of = new Set(claims);
      const detail =
        denials.length > 0
          ? undefined
          : (await contradictionsInOrder(now)).find((one) => claimsIn(one).some((claim) => of.has(claim)));
      const sides =
        detail !== undefined
          ? await sidesOf(now, detail)
          : await Promise.all([
              sideOn(now, 'Said', claims),
              ...(denials.length > 0 ? [sideOn(now, 'Denied', denials)] : []),
            ]);
      return {
        list: 'findings',
        id: line.id,
        kind: detail?.kind ?? null,
        text: line.text,
        when: line.when,
        sides: [...sides],
      };
    }),
  );

export interface FrontDisputes {
  readonly items: readonly FrontDispute[];
  /** Findings that are disputed. */
  readonly findings: number;
  /** Details on which claims exclude each other, besides those findings. */
  readonly details: number;
}

/** What is disputed: findings first, then details of others on which claims exclude each other. */
export const frontDisputes = async (
  now: Snapshot,
  ordered: readonly Line[],
  isNarrowed: boolean,
): Promise<FrontDisputes> => {
  const disputed = ordered.filter(({ standing }) => standing === 'disputed');
  const findingOf = await findingOfClaims(now);
  const shown = new Set(disputed.map(({ id }) => id));
  const kept = isNarrowed ? new Set(ordered.map(({ id }) => id)) : null;
  const details = (await contradictionsInOrder(now)).filter((one) => {
    const findings = claimsIn(one).map((claim) => findingOf.get(claim) ?? '');
    return !findings.some((id) => shown.has(id)) && (kept === null || findings.some((id) => kept.has(id)));
  });
  const items = firstUnlike(
    details.map((one) => ({ one, text: sayDatesIn(one.about) })),
    DISPUTES,
  ).map(
    async ({ one, text }): Promise<FrontDispute> => ({
      list: 'contradictions',
      id: one.id,
      kind: one.kind,
      text,
      when: null,
      sides: [...(await sidesOf(now, one))],
    }),
  );
  return {
    items: [...(await disputedFindings(now, disputed)), ...(await Promise.all(items))],
    findings: disputed.length,
    details: details.length,
  };
};

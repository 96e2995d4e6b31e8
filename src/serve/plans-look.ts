import type { Evidence, Proposal } from '../model/index.ts';
import { oneLine, sayDate } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';

/** Quotes of one point that are handed over; the item itself has all. */
const QUOTES = 3;

export interface NamedId {
  readonly id: string;
  readonly list: string;
  readonly text: string;
}

/** A plan with its versions, what changed between them, and who is said to have made it, each side's words next to the others'. */
export interface PlanLook {
  readonly id: string;
  readonly text: string;
  readonly points: readonly number[];
  readonly clauses: number;
  readonly versions: readonly {
    readonly id: string;
    readonly text: string;
    readonly date: string | null;
    readonly when: string | null;
    readonly points: number | null;
    readonly by: readonly NamedId[];
    readonly evidence: readonly Evidence[];
  }[];
  readonly changes: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly what: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly authorship: readonly {
    readonly by: readonly NamedId[];
    readonly unnamed: readonly string[];
    readonly claimedBy: string | null;
    readonly isDenied: boolean;
    readonly origins: readonly string[];
    readonly evidence: readonly Evidence[];
  }[];
  readonly handed: readonly {
    readonly from: readonly NamedId[];
    readonly to: readonly NamedId[];
    readonly date: string | null;
    readonly when: string | null;
    readonly isDenied: boolean;
    readonly evidence: readonly Evidence[];
  }[];
}

/** Ids with what they are called. */
export const namedIds = (now: Snapshot, ids: readonly string[]): Promise<readonly NamedId[]> =>
  Promise.all(
    ids.map(async (id) => {
      const line = await now.line(id);
      return { id, list: line?.list ?? '', text: line?.text ?? id };
    }),
  );

const said = (date: string | null): string | null => (date === null ? null : sayDate(date));

/** What a version is called: "leaked version", "20-point version", "version of 14 May 2031". */
export const versionWords = ({ kind, points, date, text }: Proposal['versions'][number]): string => {
  if (kind !== '') return `${oneLine(kind)} version`;
  if (points !== null) return `${points}-point version`;
  return date === null ? oneLine(text) : `version of ${sayDate(date)}`;
};

export const planLook = async (now: Snapshot, plan: Proposal): Promise<PlanLook> => {
  const versions = new Map(plan.versions.map((version) => [version.id, versionWords(version)]));
  const cut = (evidence: readonly Evidence[]): readonly Evidence[] => evidence.slice(0, QUOTES);
  return {
    id: plan.id,
    text: (await now.line(plan.id))?.text ?? oneLine(plan.name),
    points: plan.points,
    clauses: plan.clauses.length,
    versions: await Promise.all(
      plan.versions.map(async (version) => ({
        id: version.id,
        text: versionWords(version),
        date: version.date,
        when: said(version.date),
        points: version.points,
        by: await namedIds(now, version.by),
        evidence: cut(version.evidence),
      })),
    ),
    changes: plan.changes.map(({ from, to, what, evidence }) => ({
      from: from === null ? null : (versions.get(from) ?? null),
      to: to === null ? null : (versions.get(to) ?? null),
      what: oneLine(what),
      evidence: cut(evidence),
    })),
    authorship: await Promise.all(
      plan.authorship.map(async ({ by, unnamed, claimedBy, polarity, origins, evidence }) => ({
        by: await namedIds(now, by),
        unnamed: unnamed.map(oneLine),
        claimedBy: claimedBy === null ? null : ((await now.line(claimedBy))?.text ?? oneLine(claimedBy)),
        isDenied: polarity === 'negative',
        origins,
        evidence: cut(evidence),
      })),
    ),
    handed: await Promise.all(
      plan.handed.map(async ({ from, to, date, polarity, evidence }) => ({
        from: await namedIds(now, from),
        to: await namedIds(now, to),
        date,
        when: said(date),
        isDenied: polarity === 'negative',
        evidence: cut(evidence),
      })),
    ),
  };
};

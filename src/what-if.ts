import { caseOf } from './build-case.ts';
import type { CaseView } from './case-view.ts';
import { wholeCase } from './case-view.ts';
import { BackchannelError, type Case, type Finding, type Hypothesis } from './model/index.ts';
import { foldName } from './text/index.ts';
import { type DroppedSource, dropSources, findSource, resolvedOf } from './weigh/index.ts';

/** How a finding stood, and how it would stand; null: it would not be there. */
export interface ChangedFinding {
  readonly before: Finding;
  readonly after: Finding | null;
}

/** A case beside itself without some sources. */
export interface WhatIf {
  readonly dropped: readonly DroppedSource[];
  readonly before: Case;
  readonly after: Case;
  /** Findings whose standing, voices or weight would change: gone first, then by what they lose. */
  readonly changed: readonly ChangedFinding[];
  readonly hypotheses: readonly { readonly before: Hypothesis; readonly after: Hypothesis }[];
}

const nearTo = (made: Case, name: string): readonly string[] => {
  const wanted = foldName(name);
  const names = [
    ...made.origins.map((origin) => origin.name),
    ...made.documents.flatMap(({ outlet }) => outlet ?? []),
    ...made.claims.flatMap(({ chain }) => chain.map((link) => link.name)),
  ];
  const near = names.filter((one) => {
    const folded = foldName(one);
    return wanted !== '' && folded !== '' && (folded.includes(wanted) || wanted.includes(folded));
  });
  return [...new Set(near)].sort();
};

const isChanged = ({ before, after }: ChangedFinding): boolean =>
  after === null ||
  before.status !== after.status ||
  before.weight.total !== after.weight.total ||
  before.weight.voices !== after.weight.voices ||
  before.text !== after.text;

const lost = ({ before, after }: ChangedFinding): number =>
  after === null ? Number.POSITIVE_INFINITY : before.weight.total - after.weight.total;

const byLoss = (a: ChangedFinding, b: ChangedFinding): number => {
  const [one, other] = [lost(a), lost(b)];
  // Two that are gone lose the same, and infinity less infinity is no number.
  if (one !== other) return one > other ? -1 : 1;
  return b.before.weight.total - a.before.weight.total || (a.before.id < b.before.id ? -1 : 1);
};

/**
 * Weighs a case anew as if nothing had come through some sources (rule W33 of weighing). Writes nothing.
 *
 * @param names Of origins, outlets or speakers, or ids of them.
 * @throws BackchannelError `what-if/not-found` when nothing of the case goes by a name.
 */
export const whatIf = async (view: CaseView, names: readonly string[]): Promise<WhatIf> => {
  const before = await wholeCase(view);
  const dropped = names.map((name) => {
    const source = findSource(before, name);
    if (source.origins.length + source.entities.length + source.documents.length + source.words.length > 0)
      return source;
    const near = nearTo(before, name);
    throw new BackchannelError('what-if/not-found', `Expected a source of the case, found nothing called “${name}”.`, {
      next:
        near.length > 0
          ? `Did you mean: ${near.slice(0, 5).join('; ')}?`
          : 'See what there is: backchannel show FILE origins',
    });
  });
  const after = caseOf(dropSources(resolvedOf(before), dropped));
  const left = new Map(after.findings.map((finding) => [finding.id, finding]));
  const changed = before.findings
    .map((finding): ChangedFinding => ({ before: finding, after: left.get(finding.id) ?? null }))
    .filter(isChanged)
    .sort(byLoss);
  const held = new Map(after.hypotheses.map((hypothesis) => [hypothesis.id, hypothesis]));
  return {
    dropped,
    before,
    after,
    changed,
    hypotheses: before.hypotheses.flatMap((hypothesis) => {
      const now = held.get(hypothesis.id);
      return now === undefined ? [] : [{ before: hypothesis, after: now }];
    }),
  };
};

import { caseOf } from './build-case.ts';
import type { CaseView } from './case-view.ts';
import { wholeCase } from './case-view.ts';
import { type Supposed, type Suppositions, suppose } from './ledgers/index.ts';
import { BackchannelError, type Case, type Condition, type Finding, type Hypothesis } from './model/index.ts';
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

/** A case, what was supposed of it, and what follows. */
export interface WhatIfSupposed {
  readonly made: Case;
  readonly suppositions: Suppositions;
  readonly supposed: Supposed;
}

/** What may be meant by words for a condition: by id, by the beginning of an id, or by words that all stand in its wordings. */
const conditionsMeant = (conditions: readonly Condition[], wanted: string): readonly Condition[] => {
  const byId = conditions.filter(({ id }) => id === wanted);
  if (byId.length > 0) return byId;
  const begun = conditions.filter(
    ({ id }) => wanted.length > 3 && (id.startsWith(wanted) || id.startsWith(`condition-${wanted}`)),
  );
  if (begun.length > 0) return begun;
  const words = foldName(wanted).split(' ');
  if (words.join('') === '') return [];
  const said = conditions.map((condition) => ({ condition, folded: condition.wordings.map(foldName) }));
  const exact = said.filter(({ folded }) => folded.includes(words.join(' ')));
  const found =
    exact.length > 0
      ? exact
      : said.filter(({ folded }) => folded.some((text) => words.every((word) => ` ${text} `.includes(` ${word} `))));
  return found.map(({ condition }) => condition);
};

const isOne = (all: readonly Condition[]): all is readonly [Condition] => all.length === 1;

/**
 * Supposes of a case that some conditions hold and others fail, and says what follows. Writes nothing.
 *
 * @param conditions By id, the beginning of an id, or words of theirs. Empty: nothing is supposed.
 * @param without Sources that the case is weighed without first, as in {@link whatIf}.
 * @throws BackchannelError `what-if/no-condition` when none, or more than one, is meant; `what-if/both` when one is supposed to hold and to fail.
 */
export const whatIfSupposed = async (
  view: CaseView,
  conditions: Suppositions,
  without: readonly string[] = [],
): Promise<WhatIfSupposed> => {
  const made = without.length === 0 ? await wholeCase(view) : (await whatIf(view, without)).after;
  const idOf = (wanted: string): string => {
    const meant = conditionsMeant(made.conditions, wanted);
    if (isOne(meant)) return meant[0].id;
    const several = meant.map(({ id, text }) => `${id} “${text}”`).slice(0, 5);
    throw new BackchannelError(
      'what-if/no-condition',
      `Expected one condition of the case, found ${meant.length === 0 ? 'none' : meant.length} for “${wanted}”.`,
      { next: several.length > 0 ? `Say which: ${several.join('; ')}` : 'See what there is: backchannel whatif FILE' },
    );
  };
  const suppositions = {
    holds: [...new Set(conditions.holds.map(idOf))],
    fails: [...new Set(conditions.fails.map(idOf))],
  };
  const both = suppositions.holds.find((id) => suppositions.fails.includes(id));
  if (both !== undefined)
    throw new BackchannelError('what-if/both', `Expected ${both} to hold or to fail, found both supposed.`, {
      next: 'Leave one of the two out.',
    });
  return { made, suppositions, supposed: suppose(made, suppositions) };
};

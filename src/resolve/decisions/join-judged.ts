import type { Clusters } from '../clusters.ts';
import type { LocalEntity } from '../local-entities.ts';
import type { ChainPlace, JudgedChains } from './judged-chains.ts';

/** What came of applying what people decided of who is who. */
export interface JoinedJudged {
  /** Chains without a name that were decided to denote a named bearer: the local of that bearer. */
  readonly described: ReadonlyMap<string, LocalEntity>;
  /** Decisions that cannot hold beside one that keeps apart, with why. */
  readonly overruled: ReadonlyMap<string, string>;
}

/** The key of a chain of a document. */
export const chainKey = ({ leaf, chain }: ChainPlace): string => `${leaf} ${chain}`;

/**
 * Joins and keeps apart what people decided (rule D5), before any rule looks at names.
 *
 * @param judged What keeps apart stands first.
 */
export const joinJudged = (
  clusters: Clusters,
  locals: readonly LocalEntity[],
  judged: readonly JudgedChains[],
): JoinedJudged => {
  const described = new Map<string, LocalEntity>();
  const overruled = new Map<string, string>();
  if (judged.length === 0) return { described, overruled };
  const members = new Map(
    locals.flatMap((local, member) =>
      local.chain === null ? [] : [[chainKey({ leaf: local.leaf, chain: local.chain }), member] as const],
    ),
  );
  for (const { a, b, verdict, reason, decisions } of judged) {
    const [left, right] = [members.get(chainKey(a)), members.get(chainKey(b))];
    if (left !== undefined && right !== undefined) {
      if (verdict !== 'positive') {
        if (clusters.root(left) !== clusters.root(right)) clusters.keepApart(left, right);
      } else if (clusters.areKeptApart(left, right)) {
        for (const id of decisions) overruled.set(id, `D5: ${reason.replace(/^D5: /, '')}; others keep these apart`);
      } else clusters.join(left, right, reason);
      continue;
    }
    if (verdict !== 'positive') continue;
    const named = left ?? right;
    const local = named === undefined ? undefined : locals[named];
    if (local !== undefined) described.set(chainKey(left === undefined ? a : b), local);
  }
  return { described, overruled };
};

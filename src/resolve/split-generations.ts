import type { Mention } from '../model/index.ts';
import { parsePersonName } from '../text/index.ts';

type NameOf = (mention: Mention) => string;

/**
 * Parts chains that take a "Jr." for the elder (rule S9): where a name without a generation stands first and one with a
 * generation follows, the surname alone cannot be short for the latter. The names with a generation get a chain of their own.
 */
export const splitGenerations = (mentions: readonly Mention[], nameOf: NameOf): readonly Mention[] => {
  const first = new Map<number, string | null>();
  const moved = new Map<string, number>();
  let next = mentions.reduce((most, mention) => Math.max(most, mention.chain), -1) + 1;
  return mentions.map((mention) => {
    if (mention.type !== 'person' || mention.form !== 'name') return mention;
    const { generation } = parsePersonName(nameOf(mention));
    const begun = first.get(mention.chain);
    if (begun === undefined) {
      first.set(mention.chain, generation);
      return mention;
    }
    if (begun !== null || generation === null) return mention;
    const key = `${mention.chain} ${generation}`;
    const chain = moved.get(key) ?? next++;
    moved.set(key, chain);
    return { ...mention, chain };
  });
};

import type { Attribution, Mention, Span } from '../../model/index.ts';
import type { AttributionInput } from './cue.ts';

/** Whether a source is named, described, a pronoun or a paper; a description whose chain has a name is named. */
export const sourceKind = (known: AttributionInput, mention: Mention | null, span: Span): Attribution['sourceKind'] => {
  if (mention?.form === 'pronoun') return 'pronoun';
  if (mention?.form === 'name') return 'named';
  const words = known.text.slice(span[0], span[1]);
  if (/^(?:I|we|he|she|they|you|who)$/i.test(words)) return 'pronoun';
  if (
    /\b(?:documents?|reports?|drafts?|papers?|records?|contracts?|letters?|files?|memos?|transcripts?|data|polls?|surveys?)$/i.test(
      words,
    )
  ) {
    return 'document';
  }
  // "the envoy" whose chain has a name is that person; two officials are nobody by name.
  if (mention !== null) {
    if (namedChains(known.mentions).has(mention.chain)) return 'named';
  }
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}|$)/u.test(words) && mention === null ? 'named' : 'unnamed';
};

const seen = new WeakMap<readonly Mention[], ReadonlySet<number>>();

/** Chains of a document that hold a name; worked out once for each list of mentions. */
const namedChains = (mentions: readonly Mention[]): ReadonlySet<number> => {
  const known = seen.get(mentions);
  if (known !== undefined) return known;
  const chains = new Set(mentions.filter(({ form }) => form === 'name').map(({ chain }) => chain));
  seen.set(mentions, chains);
  return chains;
};

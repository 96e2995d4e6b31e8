import type { Attribution, Mention, Span } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';
import type { AttributionInput } from './draft.ts';

const PRONOUN = /^(?:I|we|he|she|they|it|you|who|which|that|those|these|this|one|some|others|everyone|anyone|nobody)$/i;
const DOCUMENT =
  /\b(?:documents?|reports?|drafts?|papers?|records?|contracts?|agreements?|letters?|e-?mails?|messages?|files?|filings?|memos?|memorandums?|memoranda|transcripts?|minutes|statements?|notes?|books?|articles?|data|figures|polls?|surveys?|study|studies|documentary|videos?|recordings?|footage)$/i;
/** What stands behind a preposition hangs on what stands before it. */
const HANGS = /\b(?:of|in|at|from|to|with|for|by|on|near|inside|about|behind)\s+(?:the\s+|an?\s+|its\s+|their\s+)?$/i;
/** What a description of a paper goes on with: "documents it had seen". */
const BEHIND = /\s+(?:of|from|in|by|that|which|it|he|she|they|we|seen|obtained|reviewed|dated)\b/;
/** Steps back over mentions that begin before a source: they nest a few deep at most. */
const DEEPEST = 12;

/**
 * The mention that a source denotes: the first whose head stands in it, of those the longest. "The fund's spokeswoman" is the
 * spokeswoman, "Irina Veld, the head of the fund" is Irina Veld. Null when none does.
 *
 * @param known Mentions in text order.
 */
export const mentionOfSource = (
  { mentions, text }: Pick<AttributionInput, 'mentions' | 'text'>,
  [start, end]: Span,
): Mention | null => {
  const low = lowerBound(mentions.length, (i) => (mentions[i]?.start ?? 0) < start);
  let best: Mention | null = null;
  for (let i = Math.max(0, low - DEEPEST); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start >= end) break;
    if (mention.head[0] < start || mention.head[1] > end) continue;
    if (mention.start > start && mention.form === 'pronoun') continue;
    // "Officials in Lorne" are not Lorne.
    if (mention.start > start && HANGS.test(text.slice(start, mention.start))) continue;
    const from = Math.max(start, mention.start);
    const first = best === null ? Number.POSITIVE_INFINITY : Math.max(start, best.start);
    if (from < first || (from === first && mention.end > (best?.end ?? 0))) best = mention;
  }
  return best;
};

/** Whether a source is named, described, a pronoun or a paper; a description whose chain has a name is named. */
export const sourceKind = (known: AttributionInput, source: Span | null): Attribution['sourceKind'] => {
  if (source === null) return 'none';
  const words = known.text.slice(source[0], source[1]);
  const mention = mentionOfSource(known, source);
  if (mention?.form === 'pronoun' || PRONOUN.test(words)) return 'pronoun';
  if (mention?.form === 'name') return 'named';
  const head =
    mention === null ? (words.split(BEHIND)[0] ?? words) : known.text.slice(mention.head[0], mention.head[1]);
  if (DOCUMENT.test(head)) return 'document';
  // "The envoy" whose chain has a name is that person; two officials are nobody by name.
  if (mention !== null && namedChains(known.mentions).has(mention.chain)) return 'named';
  return mention === null && /^\p{Lu}\p{Ll}+(?: \p{Lu}|$)/u.test(words) ? 'named' : 'unnamed';
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

import type { Mention, Time } from '../../model/index.ts';
import type { Sentence, Token } from '../known.ts';
import { isJoined } from './predicates.ts';

/** A noun with the words before it that belong to it: tokens `[first, last)`, no preposition, nothing that hangs on it. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
  /** Token of the noun itself. Of a name: its last word. */
  readonly head: number;
  /** Token of the preposition right in front, or null. */
  readonly preposition: number | null;
}

const OWNERS = /^(?:his|her|their|its|our|my|your|whose)$/;
const PERSONAL =
  /^(?:i|you|he|she|it|we|they|me|him|her|us|them|this|that|these|those|everything|nobody|none|who|whom)$/;
const CLITIC = /^(?:'s|’s|'|’)$/;

/**
 * The noun groups of a sentence, in text order, never overlapping. Names are kept whole whatever their words are tagged;
 * a time parts what stands before it from what comes after.
 */
export const findChunks = (
  tokens: readonly Token[],
  sentence: Sentence,
  nameAt: (start: number) => Mention | null,
  timeAt: (start: number) => Time | null,
  isVerb: (token: number) => boolean,
): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  let i = sentence.first;
  while (i < sentence.last) {
    const chunk = chunkFrom(tokens, sentence, i, nameAt, timeAt, isVerb);
    if (chunk === null) {
      i++;
      continue;
    }
    chunks.push(chunk);
    i = chunk.last;
  }
  return chunks;
};

const chunkFrom = (
  tokens: readonly Token[],
  { first: opening, last: end }: Sentence,
  first: number,
  nameAt: (start: number) => Mention | null,
  timeAt: (start: number) => Time | null,
  isVerb: (token: number) => boolean,
): Chunk | null => {
  let head = -1;
  let named = false;
  let i = first;
  while (i < end) {
    const token = tokens[i];
    if (token === undefined) break;
    if (i > first && head >= 0 && timeAt(token.start) !== null && !CLITIC.test(token.text)) break;
    const name = nameAt(token.start);
    if (name !== null) {
      // "told Hale Veld would come": two names side by side are two.
      if (named && i > first && tokens[i - 1]?.end !== undefined && !owned(tokens, i, first)) break;
      while (i < end && (tokens[i]?.start ?? name.end) < name.end) i++;
      head = i - 1;
      named = true;
      continue;
    }
    if (CLITIC.test(token.text) && head >= 0 && isNounish(tokens[i + 1], tokens[i + 2])) {
      named = false;
      i++;
      continue;
    }
    const behind = head >= 0 ? behindSum(tokens, i, end) : null;
    if (behind !== null) {
      i = behind;
      continue;
    }
    // "Hale plans to go": the tagger's noun, the network's verb.
    if (token.pos !== 'VERB' && isVerb(i)) break;
    if (!continues(tokens, i, first, head, named)) break;
    if (isHead(token)) {
      head = i;
      named = false;
    }
    i++;
    if (PERSONAL.test(token.lower) && token.pos !== 'DET' && !isNounish(tokens[i], tokens[i + 1])) break;
  }
  if (head < 0) return null;
  const before = tokens[first - 1];
  return {
    first,
    last: head + 1,
    head,
    preposition:
      before !== undefined && first > opening && before.pos === 'ADP' && !isJoined(tokens, first - 1)
        ? first - 1
        : null,
  };
};

/** "a 17 billion crown (2 billion euro) bid": the same sum once more in brackets parts no noun group. */
const behindSum = (tokens: readonly Token[], at: number, end: number): number | null => {
  // "the 171 crowns a share offer"
  const isPerShare = /^(?:a|per)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'share';
  if (isPerShare && at + 2 < end) return tokens[at + 2]?.pos === 'NOUN' ? at + 2 : null;
  if (tokens[at]?.text !== '(') return null;
  for (let i = at + 1; i < Math.min(end, at + 8); i++) {
    const token = tokens[i];
    if (token?.text === ')') {
      const inner = tokens.slice(at + 1, i);
      const isSum = inner.some(({ text }) => /\d/.test(text)) && isNounish(tokens[i + 1], tokens[i + 2]);
      return isSum ? i + 1 : null;
    }
    if (token === undefined || !/^(?:NUM|SYM|NOUN|PROPN|ADV|ADP)$/.test(token.pos)) return null;
  }
  return null;
};

const owned = (tokens: readonly Token[], at: number, first: number): boolean =>
  at - 1 >= first && CLITIC.test(tokens[at - 1]?.text ?? '');

const isHead = ({ pos, lower, text }: Token): boolean =>
  pos === 'NOUN' ||
  pos === 'PROPN' ||
  pos === 'NUM' ||
  text === '%' ||
  lower === 'percent' ||
  (pos === 'PRON' && !OWNERS.test(lower)) ||
  PERSONAL.test(lower);

/** Whether a token goes on with a noun group that began at `first`. */
const continues = (tokens: readonly Token[], at: number, first: number, head: number, named: boolean): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  switch (token.pos) {
    case 'DET':
      return (
        (at === first || /^(?:all|both|half|such|quite)$/.test(before?.lower ?? '')) && !/^which$/.test(token.lower)
      );
    case 'PRON':
      if (at === first)
        return !/^(?:that|who|which|whom|there|what|whose)$/.test(token.lower) || token.lower === 'whose';
      return false;
    case 'NOUN':
    case 'PROPN':
      // A description after a name is no more of it, but "the Brask field" is one.
      return true;
    case 'NUM':
      return !named;
    case 'SYM':
      return token.text === '%' || token.text === '$' || token.text === '€' || token.text === '£';
    case 'ADJ':
      // "an offer worth 4 billion crowns": the sum is told of the offer.
      return head < 0 || (token.lower !== 'worth' && !named && isNounish(next, tokens[at + 2]));
    case 'ADV':
      return (
        at > first &&
        head < 0 &&
        // "its approximately 15 billion crown bid"
        (next?.pos === 'NUM' ||
          next?.pos === 'SYM' ||
          ((next?.pos === 'ADJ' || next?.pos === 'VERB') && isNounish(tokens[at + 2], tokens[at + 3])))
      );
    case 'VERB':
      // "the leaked draft", "a working text"
      return (
        at > first &&
        (head < 0 || before?.pos === 'NUM') &&
        /(?:ed|en|ing|wn)$/.test(token.lower) &&
        isNounish(next, tokens[at + 2]) &&
        next?.pos !== 'PRON'
      );
    case 'PUNCT':
      if (QUOTE.test(token.text)) return isQuotedName(tokens, at, first, head);
      // "brother-in-law", "12-point": cut by the tagger, no white space between.
      return at > first && /^[-‐‑]$/.test(token.text) && before?.end === token.start && next?.start === token.end;
    case 'ADP':
    case 'CCONJ':
    case 'PART':
      // "an in-depth review"
      if (at > first && head < 0 && isJoined(tokens, at)) return true;
      return at > first + 1 && /^[-‐‑]$/.test(before?.text ?? '') && before?.end === token.start;
    default:
      return false;
  }
};

const QUOTE = /^["“”'‘’]$/;

/** The "Brask" project, "Norel" assets: quotation marks about the name before a noun. */
const isQuotedName = (tokens: readonly Token[], at: number, first: number, head: number): boolean => {
  const next = tokens[at + 1];
  if (head < 0)
    return at > first && next?.pos === 'PROPN' && tokens.slice(at + 2, at + 6).some(({ text }) => QUOTE.test(text));
  const opened = tokens.slice(Math.max(0, first - 1), at).some(({ text }) => QUOTE.test(text));
  return opened && tokens[at - 1]?.pos === 'PROPN' && next?.pos === 'NOUN';
};

const isNounish = (token: Token | undefined, after: Token | undefined): boolean => {
  if (token === undefined) return false;
  if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'NUM') return true;
  // "Halden's £7 billion bid"
  if (/^[$€£¥]$/.test(token.text) && after?.pos === 'NUM') return true;
  // "Norel's $4 billion bid"
  if (/^[$€£¥]$/.test(token.text)) return true;
  return (
    (token.pos === 'ADJ' || token.pos === 'VERB' || token.text === '-') &&
    (after?.pos === 'NOUN' || after?.pos === 'PROPN' || after?.pos === 'ADJ')
  );
};

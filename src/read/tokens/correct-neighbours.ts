import { roleNoun } from '../../text/index.ts';
import type { Token } from '../known.ts';
import { isEnglishWord } from './is-english-word.ts';

/** Past forms that look like the base form: "a man put it" is no "man put". */
const PAST_AS_BASE = new Set([
  'put',
  'set',
  'cut',
  'let',
  'hit',
  'read',
  'split',
  'shut',
  'cast',
  'spread',
  'quit',
  'cost',
]);
/** Take an object and a bare infinitive: "let a company buy". */
const BARE = new Set(['let', 'make', 'help', 'see', 'watch', 'hear', 'have', 'do', 'that']);
const HANGS = /^(?:hinges|depends|rests|hangs|rides)$/;
const FRACTION = /^(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)s?$/;

/**
 * Mends tags that the words on both sides contradict: "a travel permit" (a verb that agrees with nothing), "a fifth of",
 * "61 per cent", "Livia married Marek", "Hale backs the plan".
 *
 * Takes the tokens of one sentence and returns as many, in order.
 */
export const correctNeighbours = (tokens: readonly Token[]): readonly Token[] => {
  const mended = [...tokens];
  for (let i = 0; i < mended.length; i++) {
    const token = mended[i];
    if (token === undefined) continue;
    const next = mended[i + 1];
    const before = mended[i - 1];
    if (before === undefined) continue;
    if (token.lower === 'per' && next?.lower === 'cent' && before.pos === 'NUM') mended[i] = { ...token, pos: 'NOUN' };
    else if (isPart(token, before, next)) mended[i] = { ...token, pos: 'NOUN', lemma: token.lower };
    else if (token.pos === 'VERB' && (isNounBehindNoun(mended, i) || isPost(token, before, next)))
      mended[i] = { ...token, pos: 'NOUN' };
    else if (isPastBetweenNames(token, before, next) || isPassive(mended, i))
      mended[i] = { ...token, pos: 'VERB', lemma: baseOf(token.lower) };
    else if (token.pos === 'NOUN' && HANGS.test(token.lower) && /^(?:on|upon)$/.test(next?.lower ?? ''))
      mended[i] = { ...token, pos: 'VERB' };
    else if (isPresentBehindName(mended, i) || isVerbOfItsClause(mended, i)) mended[i] = { ...token, pos: 'VERB' };
    else if (token.lower === 'own' && token.pos === 'ADJ' && isOwning(before, next))
      mended[i] = { ...token, pos: 'VERB' };
    else if (token.lower === 'back' && token.pos === 'ADV' && isBacking(before, next))
      mended[i] = { ...token, pos: 'VERB' };
  }
  return mended;
};

/** "a fifth of the port", "a third belongs to", "the future of". */
const isPart = (token: Token, before: Token, next: Token | undefined): boolean => {
  if (token.pos !== 'ADJ' && token.pos !== 'ADV') return false;
  if (/^(?:a|one)$/.test(before.lower) && FRACTION.test(token.lower))
    return next === undefined || !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.pos);
  return token.pos === 'ADJ' && before.lower === 'the' && token.lower === 'future' && next?.lower === 'of';
};

/** "a ten-day travel permit": after "a" and a singular noun a base form cannot be the verb. */
const isNounBehindNoun = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const noun = tokens[at - 1];
  if (token === undefined || noun?.pos !== 'NOUN' || noun.lower !== noun.lemma) return false;
  if (token.lower !== token.lemma || PAST_AS_BASE.has(token.lower) || !/^\p{Ll}+$/u.test(token.text)) return false;
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    const word = tokens[i];
    if (word === undefined) return false;
    if (/^(?:a|an|another|each|every)$/.test(word.lower)) {
      const opener = tokens[i - 1];
      return opener === undefined || (opener.pos !== 'AUX' && !BARE.has(opener.lemma));
    }
    if (!/^(?:NOUN|ADJ|NUM)$/.test(word.pos) && word.text !== '-') return false;
  }
  return false;
};

/** "was chairman of the fund", "served as head of", "Voss, chair of the board": what somebody is, in its base form. */
const isPost = (token: Token, before: Token, next: Token | undefined): boolean => {
  if (token.lower !== token.lemma || roleNoun(token.lower)?.isPlural !== false) return false;
  if (before.lemma === 'be' || before.lemma === 'become' || before.lower === 'as') return true;
  return (before.text === ',' || before.pos === 'ADJ') && /^(?:of|at|for)$/.test(next?.lower ?? '');
};

/** "Livia married Marek": no adjective stands between two names. */
const isPastBetweenNames = (token: Token, before: Token, next: Token | undefined): boolean =>
  token.pos === 'ADJ' && /^\p{Ll}+ed$/u.test(token.text) && before.pos === 'PROPN' && next?.pos === 'PROPN';

/** "was largely shaped by": what is done by somebody is no quality. */
const isPassive = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.pos !== 'ADJ' || !/^\p{Ll}+ed$/u.test(token.text) || tokens[at + 1]?.lower !== 'by') return false;
  const before = tokens[at - 1]?.pos === 'ADV' ? tokens[at - 2] : tokens[at - 1];
  return before?.lemma === 'be';
};

const baseOf = (past: string): string => {
  const forms = past.endsWith('ied') ? [`${past.slice(0, -3)}y`] : [past.slice(0, -2), past.slice(0, -1)];
  return forms.find(isEnglishWord) ?? past;
};

/** "Hale backs the plan", at the head of a sentence: no noun stands right before "the". */
const isPresentBehindName = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.pos !== 'NOUN' || !/^\p{Ll}+s$/u.test(token.text) || token.lemma === token.lower) return false;
  if (!/^(?:the|a|an|his|her|its|their)$/.test(tokens[at + 1]?.lower ?? '')) return false;
  return at > 0 && tokens.slice(0, at).every((word) => word.pos === 'PROPN');
};

/** "Should it fail, the contract lapses." */
const isVerbOfItsClause = (tokens: readonly Token[], at: number): boolean => {
  const [opener, noun, token, next] = tokens.slice(Math.max(0, at - 2), at + 2);
  if (at < 2 || opener === undefined || noun === undefined || token === undefined) return false;
  if (token.pos !== 'NOUN' || !/^\p{Ll}+s$/u.test(token.text) || token.lemma === token.lower) return false;
  if (opener.lower !== 'the' || noun.pos !== 'NOUN' || noun.lower !== noun.lemma) return false;
  const before = tokens[at - 3];
  if (before !== undefined && before.text !== ',') return false;
  if (/^(?:unless|if|once|until|when|because)$/.test(next?.lower ?? '')) return true;
  const led = before !== undefined && tokens.slice(0, at - 2).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return led && /^[.;]$/.test(next?.text ?? '.');
};

/** "They jointly own a port": an adjective only behind whose it is. */
const isOwning = (before: Token, next: Token | undefined): boolean =>
  /^(?:ADV|PROPN|PRON|NOUN|AUX|PART|VERB)$/.test(before.pos) &&
  !/^(?:his|her|its|their|my|our|your|whose|one|'s|’s|'|’|very)$/.test(before.lower) &&
  /^(?:DET|PROPN|NUM|PRON|ADJ)$/.test(next?.pos ?? '');

const isBacking = (before: Token, next: Token | undefined): boolean =>
  /^(?:they|we|i|you|who|to|would|will|could|may|might|should|must)$/.test(before.lower) &&
  /^(?:the|a|an|his|her|its|their|this|that|any|such)$/.test(next?.lower ?? '');

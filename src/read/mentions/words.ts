import { lowerBound } from '../../text/index.ts';
import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';

/** Tokens `[first, last)`. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const WORD = /^\p{L}/u;

export const isCapitalised = (token: Token | undefined): boolean =>
  token !== undefined && (/^[\p{Lu}\p{Lt}]/u.test(token.text) || /^[a-z]\p{Lu}\p{L}{2,}/u.test(token.text));

/** Whether a token stands right after the one before it, with nothing between. */
export const isGlued = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const before = tokens[index - 1];
  return token !== undefined && before !== undefined && before.end === token.start;
};

/** Whether a run is all the capitals that stand together within a sentence, one of them on a word that is none of English. */
export const isWholeName = (tokens: readonly Token[], { first, last }: Run): boolean => {
  const start = tokens[first];
  const before = tokens[first - 1];
  const after = tokens[last];
  if (start === undefined || before?.sentence !== start.sentence || isCapitalised(before)) return false;
  if (/[-–/&.@#_]$/.test(before.text) || (before.pos === 'PUNCT' && !/^[,;:(]$/.test(before.text))) return false;
  if (
    after?.sentence === start.sentence &&
    (isCapitalised(after) ||
      (isGlued(tokens, last) &&
        /^[-–/&.@_\p{L}]/u.test(after.text) &&
        !isPossessive(tokens, last) &&
        after.text !== '.'))
  )
    return false;
  let isForeign = false;
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token === undefined || !isCapitalised(token) || /^\p{Lu}+\d*$/u.test(token.text)) return false;
    if (!isEnglishWord(token.lower)) isForeign = true;
  }
  return isForeign;
};

/** The token is the possessive mark "'s", or the apostrophe of a plural. */
export const isPossessive = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined || !isGlued(tokens, index)) return false;
  if (/^['’]s$/i.test(token.text)) return token.pos === 'PART' || token.pos === 'AUX' || token.pos === 'VERB';
  const before = tokens[index - 1];
  return /^['’]$/.test(token.text) && /s$/i.test(before?.text ?? '') && WORD.test(tokens[index + 1]?.text ?? '');
};

/** A name as written, without article and with single spaces. */
export const nameOf = (tokens: readonly Token[], first: number, last: number): string => {
  let name = '';
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token === undefined || (i === first && token.lower === 'the' && last > first + 1)) continue;
    name += `${isGlued(tokens, i) || name === '' ? '' : ' '}${token.text}`;
  }
  return name;
};

/** What two places of a name in a document share, whatever their capitals and marks. */
export const keyOf = (tokens: readonly Token[], first: number, last: number): string =>
  nameOf(tokens, first, last).toLowerCase().replaceAll('’', "'");

/** The words of tokens as written, line breaks and all turned to single spaces. */
export const wordsOf = (text: string, tokens: readonly Token[], first: number, last: number): string => {
  const a = tokens[first];
  const b = tokens[last - 1];
  return a === undefined || b === undefined ? '' : text.slice(a.start, b.end).replace(/\s+/g, ' ');
};

/** Whether a description beside a name may end before this token: a mark, "who", or what tells more of the same person. */
export const isClosedBy = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined) return true;
  if (/^[,.;:)—–-]$/.test(token.text) || token.lower === 'who') return true;
  const next = tokens[index + 1];
  return (
    token.pos === 'ADP' ||
    (token.pos === 'VERB' && /(?:ed|ing|own)$/.test(token.lower) && next?.pos === 'ADP' && !SAYING.has(token.lemma))
  );
};

/** Verbs whose subject speaks: a person or a body. */
export const SAYING: ReadonlySet<string> = new Set(
  `say tell add note write report claim announce argue explain insist warn deny confirm acknowledge admit declare state stress suggest
  recall reveal reply respond ask joke comment describe emphasize emphasise urge promise vow testify concede assert predict remark
  quip shrug speak think believe know`.split(/\s+/),
);

/** Finds the tokens that a stretch of text touches. */
export const tokensAt = (tokens: readonly Token[]): ((start: number, end: number) => Run) => {
  const from = (offset: number): number => lowerBound(tokens.length, (i) => (tokens[i]?.end ?? 0) <= offset);
  return (start, end) => {
    const first = from(start);
    let last = first;
    while ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last++;
    return { first, last };
  };
};

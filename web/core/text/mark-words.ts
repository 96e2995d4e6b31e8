/** A piece of a text, and whether it is what was searched for. The pieces one after the other are the text. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** A short line with the words that were searched for marked: case and accents folded, the last one also as a beginning. */
export const markWords = (text: string, typed: string): readonly MarkedPiece[] => {
  const wanted = [...typed.matchAll(WORD)].map(([word]) => fold(word));
  const last = /\s$/.test(typed) ? undefined : wanted.at(-1);
  const pieces: MarkedPiece[] = [];
  const push = (piece: string, isMatch: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, isMatch });
  };
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    if (!wanted.includes(word) && (last === undefined || last.length < 2 || !word.startsWith(last))) continue;
    push(text.slice(at, match.index), false);
    push(match[0], true);
    at = match.index + match[0].length;
  }
  push(text.slice(at), false);
  return pieces;
};

/**
 * A command's words as one would type them: parted by blanks, kept together by single or double quotes, a backslash taking the next sign as it
 * is. Nothing else means anything: no variables, no patterns, no pipes.
 *
 * @returns Null where a quote is left open.
 */
export const splitWords = (line: string): readonly string[] | null => {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const sign = line[i] ?? '';
    if (sign === '\\' && quote !== "'" && i + 1 < line.length) word = (word ?? '') + line[++i];
    else if (quote !== '') {
      if (sign === quote) quote = '';
      else word = (word ?? '') + sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      word ??= '';
    } else if (/\s/.test(sign)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + sign;
  }
  if (quote !== '') return null;
  if (word !== null) words.push(word);
  return words;
};

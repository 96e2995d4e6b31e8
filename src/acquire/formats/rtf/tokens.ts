/** What stands in a Rich Text file, told as it goes by. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word or symbol: `par`, `u` with its number, `~`. */
  word(name: string, value: number | null): void;
  /** Bytes of text as Latin letters, in whatever code page is set. */
  bytes(letters: string): void;
}

/** Deeper groups than these are of no word processor. */
const MAX_DEPTH = 1000;
const WORD = /\\(?:([a-zA-Z]{1,40})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([\s\S]))/y;
const PLAIN = /[^\\{}\r\n]+/y;

/**
 * Goes through a Rich Text file (RTF 1.9.1) byte by byte, given as Latin letters. Without recursion; what stands behind its last
 * group is left out.
 *
 * @returns Whether every group was closed.
 * @throws Error when groups are nested beyond reason.
 */
export const readTokens = (source: string, handler: RtfHandler): boolean => {
  let depth = 0;
  let at = 0;
  while (at < source.length) {
    const letter = source[at];
    if (letter === '{') {
      if (++depth > MAX_DEPTH) throw new Error(`its groups are nested deeper than ${MAX_DEPTH} levels`);
      handler.open();
      at++;
    } else if (letter === '}') {
      handler.close();
      at++;
      if (--depth <= 0) return true;
    } else if (letter === '\\') {
      WORD.lastIndex = at;
      const [whole, name, value, code, symbol] = WORD.exec(source) ?? [letter];
      at += whole.length;
      if (name === 'bin') at += Math.max(0, Number(value ?? 0));
      else if (name !== undefined) handler.word(name, value === undefined ? null : Number(value));
      else if (code !== undefined) handler.bytes(String.fromCharCode(Number.parseInt(code, 16)));
      else if (symbol !== undefined) handler.word(symbol === '\r' || symbol === '\n' ? 'par' : symbol, null);
    } else if (letter === '\r' || letter === '\n') {
      at++;
    } else {
      PLAIN.lastIndex = at;
      const run = PLAIN.exec(source)?.[0] ?? '';
      handler.bytes(run);
      at += Math.max(1, run.length);
    }
  }
  return depth === 0;
};

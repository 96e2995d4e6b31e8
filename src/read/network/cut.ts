import type { Span } from '../../model/index.ts';

/**
 * Text in the words and pieces that the network reads.
 *
 * A word is what BERT's pre-tokeniser cuts: a run of letters and digits, or one sign. Labels live on words and are read at a
 * word's first piece. `word` numbers the word of each piece; the other word arrays are indexed by that number.
 * Offsets are UTF-16 code units.
 */
export interface Pieces {
  readonly text: string;
  /** Vocabulary number of each piece. */
  readonly ids: Int32Array;
  readonly word: Int32Array;
  /** Of each piece: shape of its word + 8 times the gap before it. */
  readonly shape: Uint8Array;
  readonly wordStart: Int32Array;
  readonly wordEnd: Int32Array;
  /** First piece of each word. */
  readonly first: Int32Array;
}

/** Shape of a word: uncased pieces lose capitals. Numbers as the network learned them. */
const LOWER = 1;
const CAPITAL = 2;
const UPPER = 3;
const MIXED = 4;
const DIGIT = 5;
const SIGN = 6;
const SINGLE = 7;
const SHAPES = 8;
/** No line break before the word, one, a blank line. */
const LARGEST_GAP = 2;

// What Python calls a digit beyond decimal digits: superscripts, circled and other figures that stand for 0 to 9.
const IS_DIGIT =
  /[\p{Nd}\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]/u;

/** The shape of a word, as in training. */
export const shapeOf = (word: string): number => {
  if (!/[\p{L}\p{N}]/u.test(word)) return SIGN;
  if (IS_DIGIT.test(word)) return DIGIT;
  if (!/\p{Uppercase}/u.test(word)) return LOWER;
  if (/^.$/su.test(word)) return SINGLE;
  if (!/[\p{Lowercase}\p{Lt}]/u.test(word)) return UPPER;
  return /^\p{Uppercase}\P{Uppercase}*$/u.test(word) ? CAPITAL : MIXED;
};

const isChinese = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x20000 && code <= 0x2a6df) ||
  (code >= 0x2a700 && code <= 0x2b73f) ||
  (code >= 0x2b740 && code <= 0x2b81f) ||
  (code >= 0x2b920 && code <= 0x2ceaf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x2f800 && code <= 0x2fa1f);

/** What becomes of a character: `letters` joins a word, `signs` is a word for each sign, `space` ends one, `mark` and `none` vanish. */
type Fate =
  | { readonly kind: 'letters' | 'signs' | 'mixed'; readonly as: string }
  | { readonly kind: 'space' | 'mark' | 'none' };

const SPACE: Fate = { kind: 'space' };
const NONE: Fate = { kind: 'none' };
const MARK: Fate = { kind: 'mark' };
const IS_SIGN = /[\p{P}!-/:-@[-`{-~]/u;

const fateOf = (character: string, code: number): Fate => {
  if (code === 9 || code === 10 || code === 13) return SPACE;
  if (code === 0 || code === 0xfffd || /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(character)) return NONE;
  if (/\p{White_Space}/u.test(character)) return SPACE;
  let as = '';
  for (const part of character.normalize('NFD')) if (!/\p{Mn}/u.test(part)) as += part.toLowerCase();
  if (as === '') return MARK;
  if (isChinese(code)) return { kind: 'signs', as };
  const signs = [...as].filter((part) => IS_SIGN.test(part)).length;
  return { kind: signs === 0 ? 'letters' : signs === [...as].length ? 'signs' : 'mixed', as };
};

const fates = new Map<number, Fate>();

const fate = (text: string, at: number, code: number): Fate => {
  const known = fates.get(code);
  if (known !== undefined) return known;
  const made = fateOf(text.slice(at, at + (code > 0xffff ? 2 : 1)), code);
  fates.set(code, made);
  return made;
};

/** Longer words are one unknown piece (BERT). */
const LONGEST_WORD = 100;
/** Words whose pieces are kept in mind: a language's common ones; hostile text must not fill the memory. */
const REMEMBERED = 50_000;

/** Cuts text as the network was trained on it. */
export interface Cutter {
  /**
   * Cuts the given stretches of a text, in order; what stands between two stretches is left out.
   *
   * Linear in the length. A stretch that comes after words that were left out counts as after a blank line.
   */
  cut(text: string, stretches: readonly Span[]): Pieces;
}

/**
 * Makes a cutter: BERT's normaliser and pre-tokeniser (clean, NFD, accents off, lower case, Chinese signs and punctuation
 * apart), then greedy longest match.
 *
 * It is our own because the packaged tokenizer gives no offsets. Same pieces, words and offsets as `tokenizers` 0.23 in
 * Python; see `bench/parity.ts`. Otherwise in three things: special tokens written in a text (`[SEP]`) are plain words here,
 * a word's end takes in its last letter's accents, and letters assigned after Unicode 8 may differ.
 *
 * @param vocabulary Pieces to numbers; pieces inside a word begin with `##`.
 * @param unknown Number of the unknown piece.
 */
export const makeCutter = (vocabulary: ReadonlyMap<string, number>, unknown: number): Cutter => {
  const longest = Math.max(...[...vocabulary.keys()].map((piece) => piece.length));
  const remembered = new Map<string, readonly number[]>();

  const match = (word: string): readonly number[] => {
    if (word.length > LONGEST_WORD && [...word].length > LONGEST_WORD) return [unknown];
    const pieces: number[] = [];
    for (let start = 0; start < word.length; ) {
      let end = Math.min(word.length, start + longest);
      let found: number | undefined;
      for (; end > start; end--) {
        const piece = word.slice(start, end);
        found = vocabulary.get(start === 0 ? piece : `##${piece}`);
        if (found !== undefined) break;
      }
      if (found === undefined) return [unknown];
      pieces.push(found);
      start = end;
    }
    return pieces;
  };
  const piecesOf = (word: string): readonly number[] => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const made = match(word);
    if (remembered.size >= REMEMBERED) remembered.clear();
    if (word.length <= LONGEST_WORD) remembered.set(word, made);
    return made;
  };

  const cut = (text: string, stretches: readonly Span[]): Pieces => {
    const ids: number[] = [];
    const word: number[] = [];
    const shape: number[] = [];
    const wordStart: number[] = [];
    const wordEnd: number[] = [];
    const first: number[] = [];
    let endBefore = 0;
    let isAfterOmission = false;

    const gapBefore = (start: number): number => {
      if (isAfterOmission) return LARGEST_GAP;
      let breaks = 0;
      for (let at = endBefore; at < start && breaks < LARGEST_GAP; at++) if (text.charCodeAt(at) === 10) breaks++;
      return breaks;
    };
    const add = (as: string, start: number, end: number, withMarks = end): void => {
      const code = shapeOf(text.slice(start, end)) + SHAPES * gapBefore(start);
      first.push(ids.length);
      for (const id of piecesOf(as)) {
        ids.push(id);
        word.push(wordStart.length);
        shape.push(code);
      }
      wordStart.push(start);
      wordEnd.push(withMarks);
      endBefore = end;
      isAfterOmission = false;
    };

    for (const [from, to] of stretches) {
      isAfterOmission = wordStart.length > 0 && /\S/.test(text.slice(wordEnd.at(-1), from));
      let pending = '';
      let start = 0;
      let end = 0;
      /** With the accents behind the last letter: not part of the word when its shape is told, but of what is quoted. */
      let withMarks = 0;
      const flush = (): void => {
        if (pending !== '') add(pending, start, end, withMarks);
        pending = '';
      };
      const join = (as: string, at: number, after: number): void => {
        if (pending === '') start = at;
        // A word past the limit is unknown whatever else it holds.
        if (pending.length <= 2 * LONGEST_WORD) pending += as;
        end = after;
        withMarks = after;
      };
      for (let at = from; at < to; ) {
        const code = text.codePointAt(at) ?? 0;
        const after = at + (code > 0xffff ? 2 : 1);
        const what = fate(text, at, code);
        if (what.kind === 'letters') join(what.as, at, after);
        else if (what.kind === 'space') flush();
        else if (what.kind === 'signs' || what.kind === 'mixed') {
          for (const part of what.as) {
            if (what.kind === 'mixed' && !IS_SIGN.test(part)) join(part, at, after);
            else {
              flush();
              add(part, at, after);
            }
          }
        } else if (what.kind === 'mark') {
          if (pending === '' && wordEnd.length > 0 && wordEnd.at(-1) === at) wordEnd[wordEnd.length - 1] = after;
          else if (pending !== '' && withMarks === at) withMarks = after;
        }
        at = after;
      }
      flush();
    }
    return {
      text,
      ids: Int32Array.from(ids),
      word: Int32Array.from(word),
      shape: Uint8Array.from(shape),
      wordStart: Int32Array.from(wordStart),
      wordEnd: Int32Array.from(wordEnd),
      first: Int32Array.from(first),
    };
  };
  return { cut };
};

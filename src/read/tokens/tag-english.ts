import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Pos } from '../known.ts';

/** A word as the tagger gives it, with its place in the string it was given. */
export interface TaggedWord {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly pos: Pos;
  readonly sentenceStart: boolean;
}

let engine: ReturnType<typeof winkNLP> | null = null;

/** wink-nlp slows down on very long strings; a piece of this size costs about 50 ms. */
const PIECE = 20_000;

/**
 * Tokens, sentences and parts of speech of English text, by wink-nlp's English lite model.
 *
 * In text order, never overlapping. Line breaks give no token. Sentence starts are marked on their first word.
 * Runs of over 200 characters without white space (encoded data, broken scans) are one token `X`.
 */
export const tagEnglish = (text: string): readonly TaggedWord[] => {
  const words: TaggedWord[] = [];
  for (const [start, end, opaque] of pieces(text)) {
    if (opaque) words.push({ start, end, lemma: '', pos: 'X', sentenceStart: words.length === 0 });
    else tagPiece(text.slice(start, end), start, words);
  }
  return words;
};

function* pieces(text: string): Generator<readonly [number, number, boolean]> {
  let from = 0;
  const cut = function* (start: number, end: number): Generator<readonly [number, number, boolean]> {
    let at = start;
    while (end - at > PIECE) {
      const window = text.slice(at, at + PIECE);
      const stop = Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n'));
      const size = stop > PIECE / 2 ? stop + 1 : Math.max(window.lastIndexOf(' ') + 1, 1000);
      yield [at, at + size, false];
      at += size;
    }
    if (end > at) yield [at, end, false];
  };
  for (const run of text.matchAll(/\S{200,}/g)) {
    yield* cut(from, run.index);
    from = run.index + run[0].length;
    yield [run.index, from, true];
  }
  yield* cut(from, text.length);
}

const tagPiece = (piece: string, offset: number, words: TaggedWord[]): void => {
  engine ??= winkNLP(model, ['sbd', 'pos']);
  const its = engine.its;
  const document = engine.readDoc(piece);
  const values = document.tokens().out(its.value) as string[];
  const poses = document.tokens().out(its.pos) as string[];
  const lemmas = document.tokens().out(its.lemma as unknown as typeof its.value) as string[];
  const starts = new Set<number>();
  document.sentences().each((sentence: { out(its: unknown): unknown }) => {
    const [first] = sentence.out(its.span) as [number, number];
    starts.add(first);
  });
  let at = 0;
  let pending = false;
  values.forEach((value, i) => {
    pending ||= starts.has(i);
    if (poses[i] === 'SPACE' || value.trim() === '') return;
    // wink keeps a token's letters but not its place: it is the next occurrence of those letters.
    const found = piece.indexOf(value, at);
    if (found < 0) return;
    at = found + value.length;
    // wink cuts words before letters that it does not know: "Tomi" + "ć".
    const before = words.at(-1);
    if (before?.end === offset + found && isOneWord(piece[found - 1] ?? '', piece[found] ?? '')) {
      words[words.length - 1] = { ...before, end: offset + at, lemma: before.lemma + value.toLowerCase() };
      return;
    }
    words.push({
      start: offset + found,
      end: offset + at,
      lemma: lemmas[i] ?? value.toLowerCase(),
      pos: (poses[i] ?? 'X') as Pos,
      sentenceStart: pending,
    });
    pending = false;
  });
};

const isOneWord = (last: string, first: string): boolean =>
  /\p{L}/u.test(last) && /[\p{L}\p{M}]/u.test(first) && /[^\p{ASCII}]/u.test(last + first);

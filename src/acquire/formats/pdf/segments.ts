import { type Box, union } from './geometry.ts';
import type { Word } from './word.ts';

/** Words that stand beside each other on one line, with no more than a space between them. Reading space, as words. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly ink: Box;
  readonly turn: number;
  readonly words: number;
  /** A line broke here if this did not fit into it. */
  readonly firstWidth: number;
  /** Its first word is smaller than the rest and stands higher, as the mark of a footnote does. */
  readonly isRaisedAtStart: boolean;
  readonly isRightToLeft: boolean;
}

/** Upper and lower edge that letters of a size are given, whatever letters they are. */
export const topOf = ({ baseline, size }: Segment): number => baseline - size * 0.75;
export const bottomOf = ({ baseline, size }: Segment): number => baseline + size * 0.22;

/** Arabic, Hebrew, Syriac, Thaana and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;

const isRightToLeft = (text: string): boolean => {
  const count = text.match(RIGHT_TO_LEFT)?.length ?? 0;
  return count > 0 && count * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
};

/** In sizes of the type: a space that the file writes may be stretched far to fill a line; one made out may be a gutter. */
const WIDEST = { written: 2.2, 'made-out': 1.1, nothing: 0.7 } as const;
/** Below this, words are one word: a figure set higher, a change of font. In sizes of the type. */
const NO_SPACE = 0.12;

interface Placed extends Word {
  readonly order: number;
}

interface Open {
  readonly words: Placed[];
  left: number;
  right: number;
  baseline: number;
  size: number;
}

const spaceBetween = (a: Placed, b: Placed): string => {
  const gap = b.left - a.right;
  const size = Math.min(a.size, b.size);
  const isNext = Math.abs(b.order - a.order) === 1;
  const before = b.order > a.order ? b.before : a.before;
  if (isNext && before === 'written') return ' ';
  return gap < size * NO_SPACE ? '' : ' ';
};

const textOf = (words: readonly Placed[]): { readonly text: string; readonly isRightToLeft: boolean } => {
  const plain = words.map(({ text }) => text).join(' ');
  const turned = isRightToLeft(plain);
  // The library hands out the letters of such lines in the order in which they are read; on the page the first stands rightmost.
  const ordered = turned ? [...words].sort((a, b) => a.order - b.order) : words;
  let text = '';
  ordered.forEach((word, i) => {
    const last = ordered[i - 1];
    text += last === undefined ? '' : turned ? ' ' : spaceBetween(last, word);
    text += word.text;
  });
  // Soft hyphens inside of a line show nothing.
  return { text: text.replace(/\u00ad(?!$)/g, ''), isRightToLeft: turned };
};

const close = (open: Open): Segment => {
  const { words, left, right, baseline, size } = open;
  const { text, isRightToLeft: turned } = textOf(words);
  const [first] = turned ? words.slice(-1) : words;
  const body = words.filter((word) => word.size >= size * 0.85);
  return {
    text,
    left,
    right,
    baseline,
    size,
    isBold: body.length > 0 && body.every(({ isBold }) => isBold),
    ink: words.map(({ ink }) => ink).reduce(union),
    turn: words[0]?.turn ?? 0,
    words: words.length,
    firstWidth: first ? first.right - first.left : 0,
    isRaisedAtStart:
      first !== undefined && words.length > 1 && first.size < size * 0.85 && first.baseline < baseline - size * 0.1,
    isRightToLeft: turned,
  };
};

const canTake = (open: Open, word: Placed): boolean => {
  const last = open.words.at(-1);
  if (last === undefined) return false;
  const rise = open.baseline - word.baseline;
  // Smaller still is what stands beside the large first letter of a story.
  const isSmaller = word.size < open.size * 0.85 && word.size > open.size * 0.45;
  const size = Math.max(word.size, open.size);
  const gap = word.left - open.right;
  if (isSmaller && Math.abs(rise) >= size * 0.12)
    return rise > -size * 0.3 && rise < size * 0.6 && gap < size * 0.25 && gap > -size * 0.3;
  const isRaised = open.words.length === 1 && open.size < word.size * 0.85 && open.size > word.size * 0.45;
  if (isRaised) return rise < size * 0.1 && rise > -size * 0.6 && gap < size * 0.6 && gap > -size * 0.3;
  // Type of two sizes on one line is two things: a name beside a headline.
  if (
    Math.abs(rise) > Math.min(word.size, open.size) * 0.2 ||
    word.size > open.size * 1.35 ||
    word.size < open.size * 0.7
  )
    return false;
  const isNext = word.order === last.order + 1;
  const isBefore = word.order === last.order - 1;
  const widest = WIDEST[isNext ? word.before : isBefore ? last.before : 'nothing'];
  return gap <= size * widest && gap > -size * 0.5;
};

/** Lines drawn down between words are held against them one by one; with more of them this is no page of text. */
const MOST_LINES = 1_000;

/**
 * Puts words together that stand beside each other. Any order in, by their left edge out; grouped by `turn` before.
 *
 * @param down Lines drawn down the page: they part words, as those of a table do.
 */
export const toSegments = (words: readonly Word[], down: readonly Box[] = []): readonly Segment[] => {
  const lines = down.length > MOST_LINES ? [] : down;
  const isParted = (open: Open, word: Word): boolean =>
    lines.some(
      ([x, top, , bottom]) =>
        x > open.right - 1 && x < word.left + 1 && top < word.baseline && bottom > word.baseline - word.size * 0.5,
    );
  const placed = words
    .map((word, order): Placed => ({ ...word, order }))
    .sort((a, b) => a.left - b.left || a.order - b.order);
  // Segments by height, in steps of 4 points, so that each word is held against few of them.
  const shelves = new Map<number, Open[]>();
  const all: Open[] = [];
  const shelfOf = (baseline: number): number => Math.floor(baseline / 4);
  for (const word of placed) {
    const reach = Math.min(Math.ceil(word.size / 6), 12);
    const middle = shelfOf(word.baseline);
    let best: Open | null = null;
    for (let shelf = middle - reach; shelf <= middle + reach; shelf++)
      for (const open of shelves.get(shelf) ?? [])
        if (
          canTake(open, word) &&
          !isParted(open, word) &&
          (best === null || nearness(open, word) < nearness(best, word))
        )
          best = open;
    if (best !== null) {
      add(best, word);
      continue;
    }
    const open = { words: [word], left: word.left, right: word.right, baseline: word.baseline, size: word.size };
    all.push(open);
    const shelf = (shelves.get(middle) ?? []).filter(
      ({ right, size }) => right > word.left - 4 * Math.max(size, word.size),
    );
    shelves.set(middle, [...shelf, open]);
  }
  return withMarks(all).map(close);
};

/** A bullet or a number that an entry of a list begins with, and how far its text may stand from it, in sizes of the type. */
const MARK = /^(?:[•◦▪▫‣●○■□◆➢➤✓·\uf0b7\uf0a7–—*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])$/;
const MARK_REACH = 4;
/** In a row of a table these stand for nothing. */
const DASH = /^[–—*-]$/;
/** Each mark is held against all that is on the page; with more than this there is no list. */
const MOST_MARKS = 400;

/** Puts the marks of lists to the text that they stand before: tab stops part them as far as columns are. */
const withMarks = (all: readonly Open[]): readonly Open[] => {
  const marks = all.filter(({ words }) => words.length === 1 && MARK.test(words[0]?.text ?? ''));
  const taken = new Set<Open>();
  for (const mark of marks.length > MOST_MARKS ? [] : marks) {
    const row = all.filter(
      (open) => open !== mark && Math.abs(open.baseline - mark.baseline) < Math.max(open.size, mark.size) * 0.25,
    );
    if (DASH.test(mark.words[0]?.text ?? '') && row.some((open) => open.left < mark.left)) continue;
    const beside = row.filter((open) => open.left >= mark.right && open.left - mark.right < open.size * MARK_REACH);
    const next = beside.reduce<Open | null>((a, b) => (a !== null && a.left <= b.left ? a : b), null);
    if (next === null || taken.has(next)) continue;
    taken.add(mark);
    next.words.unshift(...mark.words);
    next.left = mark.left;
  }
  return all.filter((open) => !taken.has(open));
};

const nearness = (open: Open, word: Word): number =>
  Math.abs(open.baseline - word.baseline) * 4 + Math.abs(word.left - open.right);

const add = (open: Open, word: Placed): void => {
  open.words.push(word);
  open.right = Math.max(open.right, word.right);
  // The mark of a footnote came first: the line is that of the larger type.
  if (word.size > open.size / 0.85) {
    open.size = word.size;
    open.baseline = word.baseline;
  }
};

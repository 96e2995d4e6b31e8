import { type Block, REPORTING_BLOCKS } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';
import type { Quote } from '../known.ts';
import { isScare } from './scare.ts';

/** Families of quotation marks. Within one the marks open and close each other. */
type Family = 'double' | 'single' | 'guillemet' | 'angle';

interface Open {
  readonly family: Family;
  readonly at: number;
  /** German and Slavic „low“ marks are closed by a mark that opens elsewhere. */
  readonly low: boolean;
  /** Straight marks are closed by straight ones only, curly ones by curly ones. */
  readonly straight: boolean;
  readonly reversed: boolean;
}

interface Draft {
  start: number;
  end: number;
  inner: [number, number];
  continues: number | null;
  open: boolean;
}

const MARK = /``|''|["“”„‟'‘’‚‛«»‹›]/gu;
/** Deeper nesting is no language; the limit keeps look-ups short in a text of nothing but marks. */
const DEEPEST = 8;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const BEFORE_OPENING = /[\s([{—–―\-/:;,"“”„‘«‹¿¡]/u;

/** Short forms that begin with an apostrophe; and decades: '90s, ’31. */
const ELISION = /^(?:\d0s\b|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b|round\b|neath\b|cuz\b|kay\b)/iu;

const isSpaceOrEdge = (character: string): boolean => character === '' || /\s/u.test(character);

/** Where the marks of one paragraph stand, with what decides about them: the characters on both sides. */
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly glyph: string;
  readonly before: string;
  readonly after: string;
}

const readMarks = (text: string, start: number, end: number): Mark[] => {
  const marks: Mark[] = [];
  for (const match of text.slice(start, end).matchAll(MARK)) {
    const at = start + match.index;
    const length = match[0].length;
    marks.push({
      at,
      length,
      glyph: match[0],
      before: at > start ? (text[at - 1] ?? '') : '',
      after: at + length < end ? (text[at + length] ?? '') : '',
    });
  }
  return marks;
};

const mayOpen = (mark: Mark): boolean =>
  (mark.before === '' || BEFORE_OPENING.test(mark.before)) && !isSpaceOrEdge(mark.after);
const mayClose = (mark: Mark): boolean => !isSpaceOrEdge(mark.before) && !LETTER.test(mark.after);

/** A straight mark after a figure measures (6' 2", a 12" pipe) when the paragraph's other marks already pair off. */
const measures = (marks: readonly Mark[]): boolean => {
  let balance = 0;
  for (const mark of marks) {
    if (mark.glyph !== '"' || DIGIT.test(mark.before)) continue;
    if (mayOpen(mark)) balance += 1;
    else if (mayClose(mark)) balance -= 1;
  }
  return balance <= 0;
};

/**
 * For each single mark: would closing here be the only chance? A possessive ("the ministers' plan") looks like a closing
 * mark; it is passed over when a surer one follows before the next opening.
 */
const surerFollows = (marks: readonly Mark[]): boolean[] => {
  const follows = new Array<boolean>(marks.length).fill(false);
  let surer = false;
  for (let k = marks.length - 1; k >= 0; k -= 1) {
    const mark = marks[k];
    if (!mark) continue;
    follows[k] = surer;
    if (!/^['’‘‚‛]$/u.test(mark.glyph)) continue;
    if (mark.glyph === '‘' || (mark.glyph === "'" && mayOpen(mark))) surer = false;
    else if (mayClose(mark) && !isPossessive(mark)) surer = true;
  }
  return follows;
};

const isPossessive = (mark: Mark): boolean => /[sxz]/iu.test(mark.before) && mark.after === ' ';

const familyOf = (glyph: string): Family =>
  /["“”„‟]|``|''/u.test(glyph)
    ? 'double'
    : /[«»]/u.test(glyph)
      ? 'guillemet'
      : /[‹›]/u.test(glyph)
        ? 'angle'
        : 'single';

/** A quote that its paragraph left open. */
interface Carried {
  readonly index: number;
  readonly open: Open;
}

class Pairing {
  readonly drafts: Draft[] = [];
  readonly #text: string;
  /** The quote left open by the paragraph before, and its mark. */
  #carried: Carried | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  paragraph(start: number, end: number): void {
    const marks = readMarks(this.#text, start, end);
    const inches = measures(marks);
    const surer = surerFollows(marks);
    const stack: { open: Open; draft: number }[] = [];
    const carried = this.#carried;
    this.#carried = null;

    const push = (mark: Mark, open: Omit<Open, 'at' | 'family'>): void => {
      if (stack.length >= DEEPEST) return;
      const family = familyOf(mark.glyph);
      const reopens = carried !== null && mark.at === start && carried.open.family === family;
      stack.push({ open: { ...open, family, at: mark.at }, draft: this.drafts.length });
      this.drafts.push({
        start: mark.at,
        end,
        inner: [mark.at + mark.length, end],
        continues: reopens ? carried.index : null,
        open: true,
      });
    };
    const close = (mark: Mark, depth: number): void => {
      const entry = stack[depth];
      if (!entry) return;
      // Whatever was opened inside and not closed cannot reach past the outer mark.
      for (const inside of stack.slice(depth + 1)) this.#settle(inside, mark.at);
      stack.length = depth;
      const draft = this.drafts[entry.draft];
      if (!draft) return;
      draft.end = mark.at + mark.length;
      draft.inner[1] = mark.at;
      draft.open = false;
    };
    const topOf = (family: Family, fits: (open: Open) => boolean): number =>
      stack.findLastIndex((entry) => entry.open.family === family && fits(entry.open));

    marks.forEach((mark, index) => {
      const family = familyOf(mark.glyph);
      if (family === 'guillemet' || family === 'angle') {
        const left = mark.glyph === '«' || mark.glyph === '‹';
        const depth = topOf(family, (open) => open.reversed === left);
        if (depth >= 0) close(mark, depth);
        else if (left || mayOpen(mark)) push(mark, { low: false, straight: false, reversed: !left });
        return;
      }
      if (family === 'double') {
        const straight = mark.glyph === '"' || mark.glyph === "''" || mark.glyph === '``';
        const depth = topOf('double', (open) => open.straight === straight);
        const open = depth >= 0 ? stack[depth]?.open : undefined;
        if (mark.glyph === '„' || mark.glyph === '‟') push(mark, { low: true, straight: false, reversed: false });
        else if (mark.glyph === '“') {
          if (open?.low && !isSpaceOrEdge(mark.before)) close(mark, depth);
          else push(mark, { low: false, straight: false, reversed: false });
        } else if (mark.glyph === '``') push(mark, { low: false, straight: true, reversed: false });
        else if (mark.glyph === '”') {
          if (open) close(mark, depth);
          else if (this.#goesOn(carried, mark, index, family)) this.#closeCarried(carried, start, mark);
          else if (mayOpen(mark)) push(mark, { low: false, straight: false, reversed: true });
        } else {
          if (mark.glyph === '"' && DIGIT.test(mark.before) && inches) return;
          if (open && !(mayOpen(mark) && !mayClose(mark))) close(mark, depth);
          else if (open && isSpaceOrEdge(mark.after)) close(mark, depth);
          else if (mayOpen(mark)) push(mark, { low: false, straight: true, reversed: false });
          else if (this.#goesOn(carried, mark, index, family)) this.#closeCarried(carried, start, mark);
        }
        return;
      }
      this.#single(mark, stack, push, close, surer[index] ?? false);
    });
    for (const entry of stack) this.#settle(entry, end);
    const last = stack.findLast((entry) => this.drafts[entry.draft] && entry.open.family !== 'single');
    if (last) this.#carried = { index: last.draft, open: last.open };
  }

  #single(
    mark: Mark,
    stack: readonly { open: Open; draft: number }[],
    push: (mark: Mark, open: Omit<Open, 'at' | 'family'>) => void,
    close: (mark: Mark, depth: number) => void,
    surer: boolean,
  ): void {
    const straight = mark.glyph === "'";
    const depth = stack.findLastIndex((entry) => entry.open.family === 'single' && entry.open.straight === straight);
    const after = this.#text.slice(mark.at + 1, mark.at + 8);
    if (mark.glyph === '‚') {
      // Looks like a comma; a quotation mark only before a word.
      if (mayOpen(mark)) push(mark, { low: true, straight: false, reversed: false });
      return;
    }
    if (mark.glyph === '‘' || mark.glyph === '‛') {
      if (depth >= 0 && stack[depth]?.open.low && !isSpaceOrEdge(mark.before)) close(mark, depth);
      else if (!ELISION.test(after) && !isSpaceOrEdge(mark.after) && !WORD.test(mark.before))
        push(mark, { low: false, straight: false, reversed: false });
      return;
    }
    if (WORD.test(mark.before) && WORD.test(mark.after)) return;
    if (straight && mayOpen(mark)) {
      const feet = DIGIT.test(mark.before);
      if (
        !feet &&
        !ELISION.test(after) &&
        depth < 0 &&
        (LETTER.test(mark.after) || DIGIT.test(mark.after) || /["“([…]/u.test(mark.after))
      )
        push(mark, { low: false, straight: true, reversed: false });
      return;
    }
    if (depth < 0 || !mayClose(mark)) return;
    if (isPossessive(mark) && surer) return;
    close(mark, depth);
  }

  /** A quote still open at `limit`: single marks were apostrophes, others end with the paragraph or the outer quote. */
  #settle(entry: { open: Open; draft: number }, limit: number): void {
    const draft = this.drafts[entry.draft];
    if (!draft) return;
    if (entry.open.family === 'single') {
      draft.end = draft.start;
      return;
    }
    draft.end = limit;
    draft.inner[1] = limit;
  }

  #goesOn(carried: Carried | null, mark: Mark, index: number, family: Family): carried is Carried {
    return carried !== null && index === 0 && carried.open.family === family && mayClose(mark);
  }

  #closeCarried(carried: Carried, start: number, mark: Mark): void {
    this.drafts.push({
      start,
      end: mark.at + mark.length,
      inner: [start, mark.at],
      continues: carried.index,
      open: false,
    });
  }
}

/**
 * Pairs the quotation marks of the reporting blocks: straight, curly, single, guillemets, „low–high“ and nested ones.
 *
 * In text order by start, outer before inner; empty when there are none. Offsets are UTF-16 code units. A quote never
 * leaves its block. One without a closing mark ends with its block, and then `end` equals the end of `inner`; where the
 * next block opens again with the same mark, or only closes, the quote there `continues` it. Apostrophes, feet and
 * inches, and decades ('90s) are no quotes; an unclosed single mark is none either. Linear in length.
 *
 * @see docs/read.md
 */
export const pairQuotes = (text: string, blocks: readonly Block[]): Quote[] => {
  const pairing = new Pairing(text);
  for (const block of blocks) {
    if (REPORTING_BLOCKS.has(block.kind)) pairing.paragraph(block.start, block.end);
  }
  const kept = pairing.drafts
    .map((draft, index) => ({ draft, index }))
    .filter(({ draft }) => draft.end > draft.start && draft.inner[1] > draft.inner[0])
    .sort((a, b) => a.draft.start - b.draft.start || b.draft.end - a.draft.end);
  const places = new Map(kept.map(({ index }, place) => [index, place]));
  const owner = (at: number): Block | undefined => findBlock(blocks, at);
  return kept.map(({ draft }) => {
    const continues = draft.continues === null ? null : (places.get(draft.continues) ?? null);
    const block = owner(draft.start);
    return {
      start: draft.start,
      end: draft.end,
      inner: draft.inner,
      continues,
      scare:
        continues === null &&
        !draft.open &&
        isScare(text, draft.start, draft.end, draft.inner, block?.start ?? 0, block?.end ?? text.length),
    };
  });
};

const findBlock = (blocks: readonly Block[], at: number): Block | undefined =>
  blocks[lowerBound(blocks.length, (i) => (blocks[i]?.end ?? 0) <= at)];

import type { Anchor, LayoutPiece } from '../../../model/index.ts';
import type { Box } from './geometry.ts';
import { lastOf, seamOf, type WordsSeen, wordsSeen } from './join-lines.ts';
import type { Line } from './lines.ts';
import type { ParsedPage } from './notes.ts';
import { type Block, type BlockKind, textOf } from './paragraphs.ts';

/** A page whose columns are in reading order. */
export interface ComposedPage extends ParsedPage {
  readonly number: number;
}

/** What a page repeats at its edges, or bears as a stamp. */
export interface RunningHead {
  readonly text: string;
  readonly page: number;
  readonly ink: Box;
}

export interface Composed {
  readonly text: string;
  readonly layout: readonly LayoutPiece[];
  readonly anchors: readonly Anchor[];
}

interface PlacedLine {
  readonly text: string;
  readonly page: number;
  readonly ink: Box;
  readonly endsCell?: boolean;
}

interface Out {
  readonly kind: BlockKind;
  readonly lines: PlacedLine[];
  /** Size of its type, and whether it may go on in the next column. */
  readonly size: number;
  isOpen: boolean;
  isFull: boolean;
}

const ENDED = /[.!?…。！？؟۔:]["'”’»)\]]*[\d*†‡]{0,3}$/;
const STARTS_SMALL = /^["'“‘«(]*\p{Ll}/u;
/** What stands between the halves of a paragraph that a column's end parts: it is passed over. */
const PASSED: ReadonlySet<BlockKind> = new Set(['table-row', 'caption', 'note']);
const LOOK_BACK = 60;

const placeLines = (lines: readonly Line[], page: number): PlacedLine[] =>
  lines.map((line) => ({ text: textOf(line), page, ink: line.ink, endsCell: line.endsCell === true }));

const outOf = (block: Block, page: number): Out => {
  const lines = placeLines(block.lines, page);
  const isText = block.kind === 'paragraph' || block.kind === 'list-item';
  return {
    kind: block.kind,
    lines,
    size: block.lines[0]?.size ?? 0,
    isOpen: isText && !ENDED.test(lines.at(-1)?.text ?? ''),
    isFull: block.isFullAtEnd,
  };
};

/** The paragraph that the first block of a column goes on with; null when it begins its own. */
const goesOnFrom = (outs: readonly Out[], block: Block): Out | null => {
  if (block.kind !== 'paragraph' || block.isIndented) return null;
  let at = outs.length - 1;
  for (let back = 0; back < LOOK_BACK && at >= 0; back++, at--) {
    const out = outs[at];
    if (out !== undefined && !PASSED.has(out.kind)) break;
  }
  const last = outs[at];
  const [first] = block.lines;
  if (last === undefined || first === undefined || !last.isOpen) return null;
  if (Math.abs(last.size - first.size) > first.size * 0.08) return null;
  const text = textOf(first);
  const isHyphened = /[\p{L}][-\u00ad\u2010]$/u.test(last.lines.at(-1)?.text ?? '');
  return isHyphened || STARTS_SMALL.test(text) || last.isFull ? last : null;
};

const outsOf = (pages: readonly ComposedPage[]): readonly Out[] => {
  const outs: Out[] = [];
  for (const { columns, notes, number } of pages) {
    for (const column of columns)
      column.forEach((block, i) => {
        const goesOn = i === 0 ? goesOnFrom(outs, block) : null;
        const out = outOf(block, number);
        if (goesOn === null) outs.push(out);
        else {
          goesOn.lines.push(...out.lines);
          goesOn.isOpen = out.isOpen;
          goesOn.isFull = out.isFull;
        }
      });
    outs.push(...notes.map((note) => outOf(note, number)));
  }
  return outs;
};

/** To a hundredth of a point, outwards. */
const rounded = ([left, top, right, bottom]: Box): Box => [
  Math.floor(left * 100) / 100,
  Math.floor(top * 100) / 100,
  Math.ceil(right * 100) / 100,
  Math.ceil(bottom * 100) / 100,
];

/** Writes blocks one after the other, an empty line between them, an anchor for each line. */
class TextWriter {
  readonly #parts: string[] = [];
  readonly #layout: LayoutPiece[] = [];
  readonly #anchors: Anchor[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  block(kind: BlockKind, lines: readonly PlacedLine[], seen: WordsSeen): void {
    const said = lines.filter(({ text }) => /\S/.test(text));
    if (said.length === 0) return;
    if (this.#length > 0) this.#write('\n\n');
    const start = this.#length;
    said.forEach(({ text, page, ink, endsCell }, i) => {
      const next = said[i + 1];
      const isEnd = next === undefined || endsCell === true;
      const seam = isEnd ? { text: lastOf(text), glue: next === undefined ? '' : '\t' } : seamOf(text, next.text, seen);
      const from = this.#length;
      this.#write(seam.text);
      if (this.#length > from)
        this.#anchors.push({ start: from, end: this.#length, place: { kind: 'page', page, box: rounded(ink) } });
      this.#write(seam.glue);
    });
    this.#layout.push({ kind, start, end: this.#length });
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  end(): Composed {
    return { text: this.#parts.join(''), layout: this.#layout, anchors: this.#anchors };
  }
}

/**
 * Puts the text of a document together: paragraphs that go on over a column's or a page's end joined, the footnotes of a page behind
 * the paragraph that ends it, what pages repeat at the very end.
 */
export const compose = (pages: readonly ComposedPage[], heads: readonly RunningHead[]): Composed => {
  const outs = outsOf(pages);
  const seen = wordsSeen(
    (function* () {
      for (const { lines } of outs) for (const { text } of lines) yield text;
    })(),
  );
  const writer = new TextWriter();
  for (const { kind, lines } of outs) writer.block(kind, lines, seen);
  for (const head of heads) writer.block('running-head', [head], seen);
  return writer.end();
};

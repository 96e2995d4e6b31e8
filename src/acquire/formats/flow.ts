import { type Anchor, BackchannelError, type Found, type LayoutPiece, type Place } from '../../model/index.ts';
import { readHeader } from '../header.ts';
import { INVISIBLE, joinBlocks, type TextBlock } from '../html-text.ts';
import type { Parts } from './format.ts';

/** A block with the places in the file that its stretches come from, in text order. */
export interface PlacedBlock extends TextBlock {
  readonly places: readonly { readonly start: number; readonly end: number; readonly place: Place }[];
}

/** Reads blocks at one place of the file. */
export const blockAt = (kind: TextBlock['kind'], text: string, place: Place): PlacedBlock => ({
  kind,
  text,
  links: [],
  places: [{ start: 0, end: text.length, place }],
});

/** One paragraph of a word processor while it is read. */
export class ParagraphText {
  #parts: string[] = [];
  #length = 0;
  #links: [number, number][] = [];
  #linkStart: number | null = null;

  get length(): number {
    return this.#length;
  }

  /** Adds words; line breaks in them are no more than white space, as in markup. */
  add(words: string): void {
    this.#put(words.replace(INVISIBLE, '').replace(/[\p{Cc}\u00a0\u2028\u2029]/gu, ' '));
  }

  /** Adds words where runs of white space are one space, as in pages and OpenDocument. */
  addJoined(words: string): void {
    const joined = words.replace(/[ \t\n\r]+/g, ' ');
    this.add(joined.startsWith(' ') && /^$|\s$/.test(this.#parts.at(-1) ?? '') ? joined.slice(1) : joined);
  }

  /** A line break inside of a paragraph. */
  break(): void {
    this.#put('\n');
  }

  tab(): void {
    this.#put('\t');
  }

  openLink(): void {
    this.#linkStart ??= this.#length;
  }

  closeLink(): void {
    if (this.#linkStart !== null) this.#links.push([this.#linkStart, this.#length]);
    this.#linkStart = null;
  }

  /** The paragraph as a block, as several where empty lines part it, as none when it is empty. */
  end(kind: TextBlock['kind'], place: Place): readonly PlacedBlock[] {
    this.closeLink();
    const whole = this.#parts.join('');
    const blocks: PlacedBlock[] = [];
    let from = 0;
    for (const piece of whole.split(/(\n[ \t]*\n\s*)/)) {
      const text = piece.trim();
      const start = from + (piece.length - piece.trimStart().length);
      if (text) {
        const links = this.#links.flatMap(([a, b]): [number, number][] => {
          const words = text.slice(Math.max(0, a - start), Math.max(0, b - start));
          const first = Math.max(0, a - start) + (words.length - words.trimStart().length);
          return words.trim() ? [[first, first + words.trim().length]] : [];
        });
        blocks.push({ ...blockAt(kind, text, place), links });
      }
      from += piece.length;
    }
    return blocks;
  }

  #put(words: string): void {
    if (words === '') return;
    this.#parts.push(words);
    this.#length += words.length;
  }
}

/** One line of a table from the blocks in its cells: a tab between cells. Null when cells hold more than a line each. */
const joinRow = (cells: readonly (readonly PlacedBlock[])[]): PlacedBlock | null => {
  const full = cells.filter((cell) => cell.length > 0);
  // A table of one cell frames a text, and one with paragraphs or tables in its cells sets pages.
  if (
    cells.length < 2 ||
    full.length === 0 ||
    full.some(([block, ...more]) => more.length > 0 || block?.kind === 'table-row')
  )
    return null;
  const parts: string[] = [];
  const links: (readonly [number, number])[] = [];
  const places: PlacedBlock['places'][number][] = [];
  let at = 0;
  const first = cells.findIndex((cell) => cell.length > 0);
  const last = cells.findLastIndex((cell) => cell.length > 0);
  for (const [block] of cells.slice(first, last + 1)) {
    const text = block?.text.replaceAll('\n', ' ') ?? '';
    for (const [start, end] of block?.links ?? []) links.push([at + start, at + end]);
    for (const { start, end, place } of block?.places ?? []) places.push({ start: at + start, end: at + end, place });
    parts.push(text);
    at += text.length + 1;
  }
  return { kind: 'table-row', text: parts.join('\t'), links, places };
};

/** Collects the blocks of a text and puts those in tables together row by row. Tables may stand in tables. */
export class Flow {
  readonly #blocks: PlacedBlock[] = [];
  readonly #rows: PlacedBlock[][][] = [];
  readonly #limit: number;
  #length = 0;

  /** @param limit Most characters of text taken. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get blocks(): readonly PlacedBlock[] {
    while (this.#rows.length > 0) this.closeRow();
    return this.#blocks;
  }

  /** @throws BackchannelError `acquire/too-large` beyond the limit. */
  add(blocks: readonly PlacedBlock[]): void {
    for (const block of blocks) this.#length += block.text.length;
    if (this.#length > this.#limit)
      throw new BackchannelError(
        'acquire/too-large',
        `Expected at most ${this.#limit.toLocaleString('en')} characters of text, found more.`,
        { next: 'Split the file, or raise the limit if it is one text.' },
      );
    const target = this.#rows.at(-1)?.at(-1) ?? this.#blocks;
    for (const block of blocks) target.push(block);
  }

  openRow(): void {
    this.#rows.push([]);
  }

  openCell(): void {
    this.#rows.at(-1)?.push([]);
  }

  closeRow(): void {
    const cells = this.#rows.pop();
    if (cells === undefined) return;
    const target = this.#rows.at(-1)?.at(-1) ?? this.#blocks;
    const row = joinRow(cells);
    for (const block of row ? [row] : cells.flat()) target.push(block);
  }
}

/** What each page repeats is stored once for each section, first page and even page: kept once, where it stands first. */
export const withoutCopies = (blocks: readonly PlacedBlock[]): readonly PlacedBlock[] => {
  const seen = new Set<string>();
  return blocks.filter(({ text }) => !seen.has(text) && seen.add(text));
};

/** Text, layout and anchors of blocks with an empty line between them. */
export const joinPlaced = (blocks: readonly PlacedBlock[]): Pick<Parts, 'text' | 'layout' | 'anchors'> => {
  const anchors: Anchor[] = [];
  let at = 0;
  for (const { text, places } of blocks) {
    for (const { start, end, place } of places) anchors.push({ start: at + start, end: at + end, place });
    at += text.length + 2;
  }
  return { ...joinBlocks(blocks), anchors };
};

/** Where a headline stands at the latest, in characters: behind a letterhead, an address, a date. */
const HEADLINE_BEFORE = 600;

/** The headline that a text shows at its head. */
const shownTitle = (text: string, layout: readonly LayoutPiece[]): readonly Found[] => {
  const heading = layout.find(({ kind }) => kind === 'heading');
  if (heading === undefined || heading.start > HEADLINE_BEFORE || heading.end - heading.start > 300) return [];
  const value = text.slice(heading.start, heading.end).replace(/\s+/g, ' ');
  return [{ field: 'title', value, by: 'heading', span: [heading.start, heading.end] }];
};

/** What is known of a text besides its blocks. */
export interface FlowFacts extends Pick<Parts, 'mediaType' | 'encoding' | 'by'> {
  readonly found: readonly Found[];
  readonly noticed: readonly string[];
}

/** A text from its blocks, with what its first lines say of it. */
export const partsOfFlow = (blocks: readonly PlacedBlock[], { found, ...facts }: FlowFacts): Parts => {
  const joined = joinPlaced(blocks);
  const titles = shownTitle(joined.text, joined.layout);
  const hasTitle = [...found, ...titles].some(({ field }) => field === 'title');
  return { ...facts, ...joined, found: [...found, ...titles, ...readHeader(joined.text, { hasTitle })] };
};

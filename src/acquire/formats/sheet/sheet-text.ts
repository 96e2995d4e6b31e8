import { BackchannelError, type Found } from '../../../model/index.ts';
import { INVISIBLE } from '../../html-text.ts';
import { joinPlaced, type PlacedBlock } from '../flow.ts';
import type { Parts } from '../format.ts';

/** As many rows are taken at most from one file. */
export const MOST_ROWS = 200_000;
/** A longer run of empty cells is left out: somebody wrote at the far end of a sheet. */
export const MOST_EMPTY = 20;

const counted = (count: number, one: string): string => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
const tidy = (words: string): string =>
  words
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Puts the sheets of a file together: each a heading, then a line a row, its cells parted by tabs, then the notes on its cells. */
export class SheetText {
  readonly #blocks: PlacedBlock[] = [];
  readonly #notes: PlacedBlock[] = [];
  readonly #hiddenSheets: string[] = [];
  readonly #limit: number;
  #sheet = '';
  #rows = 0;
  #hiddenRows = 0;
  #length = 0;
  #isCut = false;

  /** @param limit Most characters of text taken. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether no more rows are taken. */
  get isFull(): boolean {
    return this.#rows >= MOST_ROWS;
  }

  openSheet(name: string, isHidden: boolean): void {
    this.closeSheet();
    this.#sheet = tidy(name);
    if (isHidden) this.#hiddenSheets.push(this.#sheet);
    // Rows have numbers, the name of a sheet has none.
    this.#add(this.#blocks, { kind: 'heading', text: this.#sheet, links: [], places: [] });
  }

  /** Rows known to be hidden from elsewhere. */
  countHidden(rows: number): void {
    this.#hiddenRows += rows;
  }

  closeSheet(): void {
    for (const note of this.#notes.splice(0)) this.#blocks.push(note);
  }

  /** @param cells As they are shown, from the first column on. */
  addRow(row: number, cells: readonly string[], isHidden: boolean): void {
    const parts: string[] = [];
    let empty = 0;
    for (const cell of cells) {
      const words = tidy(cell);
      if (words === '') {
        empty++;
        continue;
      }
      const gaps = parts.length === 0 ? 0 : empty > MOST_EMPTY ? 0 : empty;
      parts.push('\t'.repeat(gaps) + words);
      empty = 0;
    }
    if (parts.length === 0) return;
    if (this.isFull) {
      this.#isCut = true;
      return;
    }
    this.#rows++;
    if (isHidden) this.#hiddenRows++;
    this.#add(this.#blocks, this.#atRow('table-row', row, parts.join('\t')));
  }

  /** A note or comment on a cell, with its author where the file names one. */
  addNote(row: number, author: string, words: string): void {
    const [text, by] = [tidy(words), tidy(author)];
    if (text === '') return;
    this.#add(this.#notes, this.#atRow('note', row, by && !text.startsWith(by) ? `${by}: ${text}` : text));
  }

  parts(facts: Pick<Parts, 'mediaType' | 'by'>, found: readonly Found[], noticed: readonly string[]): Parts {
    this.closeSheet();
    const told = [...noticed];
    if (this.#hiddenSheets.length > 0)
      told.push(`${counted(this.#hiddenSheets.length, 'hidden sheet')} read as well: ${this.#hiddenSheets.join(', ')}`);
    if (this.#hiddenRows > 0) told.push(`${counted(this.#hiddenRows, 'hidden row')} read as well`);
    if (this.#isCut) told.push(`took the first ${MOST_ROWS.toLocaleString('en')} rows; there are more`);
    // Names of sheets without a row are no text.
    const blocks = this.#rows === 0 ? [] : this.#blocks;
    return { ...facts, encoding: 'utf-8', ...joinPlaced(blocks), found, noticed: told };
  }

  #atRow(kind: 'table-row' | 'note', row: number, text: string): PlacedBlock {
    const place = { kind: 'row', sheet: this.#sheet, row } as const;
    return { kind, text, links: [], places: [{ start: 0, end: text.length, place }] };
  }

  #add(target: PlacedBlock[], block: PlacedBlock): void {
    this.#length += block.text.length;
    if (this.#length > this.#limit)
      throw new BackchannelError(
        'acquire/too-large',
        `Expected at most ${this.#limit.toLocaleString('en')} characters in a spreadsheet, found more.`,
        { next: 'Split it, or raise the limit.' },
      );
    if (block.text !== '') target.push(block);
  }
}

import type { TextBlock } from '../../html-text.ts';
import { blockAt, Flow, ParagraphText, type PlacedBlock } from '../flow.ts';

/** Where words of a Rich Text file go: its text, its notes, its comments, what its pages repeat. Each counts its own paragraphs. */
export class TextTarget {
  readonly #flow: Flow;
  readonly #kind: 'note' | 'running-head' | null;
  readonly #section: string | null;
  #number = 1;
  #sign = '';
  #lead = '';
  #cells: PlacedBlock[][] = [];
  #cell: PlacedBlock[] = [];
  text = new ParagraphText();
  /** Whether the paragraph under way is an item of a list. */
  isListed = false;

  constructor(section: string | null, kind: 'note' | 'running-head' | null, limit: number) {
    this.#section = section;
    this.#kind = kind;
    this.#flow = new Flow(limit);
  }

  get blocks(): readonly PlacedBlock[] {
    this.endRow();
    return this.#flow.blocks;
  }

  /** The number or letter before the paragraph under way. */
  set sign(sign: string) {
    this.#sign = sign;
  }

  /** Who the next words are by. */
  set lead(lead: string) {
    this.#lead = lead;
  }

  endParagraph(kind: TextBlock['kind'], isInTable: boolean): void {
    const place = { kind: 'paragraph', paragraph: this.#number++, section: this.#section } as const;
    const [first, ...more] = this.text.end(this.#kind ?? kind, place);
    this.text = new ParagraphText();
    this.isListed = false;
    const sign = this.#sign;
    this.#sign = '';
    if (!isInTable) this.endRow();
    if (first === undefined) return;
    const head = this.#lead + (sign && `${sign} `);
    this.#lead = '';
    const links = first.links.map(([start, end]) => [start + head.length, end + head.length] as const);
    const blocks = [{ ...blockAt(first.kind, head + first.text, place), links }, ...more];
    if (isInTable) this.#cell.push(...blocks);
    else this.#flow.add(blocks);
  }

  /** Ends the paragraph under way if there is one: a note or a text box may end with a paragraph or without. */
  endOpen(): void {
    if (this.text.length > 0) this.endParagraph('paragraph', false);
  }

  endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = [];
  }

  endRow(): void {
    const cells = this.#cell.length > 0 ? [...this.#cells, this.#cell] : this.#cells;
    this.#cells = [];
    this.#cell = [];
    if (cells.length === 0) return;
    this.#flow.openRow();
    for (const cell of cells) {
      this.#flow.openCell();
      this.#flow.add(cell);
    }
    this.#flow.closeRow();
  }
}

import type { XmlHandler } from '../xml-events.ts';
import type { SheetText } from './sheet-text.ts';

/** Cells that say they are repeated are so at most so often: a sheet's empty rest is written as one cell. */
const MOST_REPEATED = 100;
const MOST_CELLS = 20_000;

const times = (stated: string | undefined): number => Math.max(1, Number(stated ?? 1) || 1);

/** Reads the sheets in `content.xml` of an OpenDocument spreadsheet: what each cell shows stands in it as paragraphs. */
export const sheetHandler = (text: SheetText): XmlHandler => {
  const path: string[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let row = 1;
  let repeated = 1;
  let isHiddenRow = false;
  let cells: string[] = [];
  let words = '';
  let note: { words: string; author: string } | null = null;
  let notes: { words: string; author: string }[] = [];
  let cellTimes = 1;
  let skipped = 0;

  const closeRow = (): void => {
    // Rows that are repeated with words in them are written out; the empty rest of a sheet is only counted.
    const copies = cells.some(Boolean) ? Math.min(repeated, MOST_REPEATED) : 0;
    for (let i = 0; i < copies; i++) text.addRow(row + i, cells, isHiddenRow);
    for (const { author, words: said } of notes) text.addNote(row, author, said);
    row += repeated;
    [cells, notes] = [[], []];
  };
  const closeCell = (): void => {
    const copies = words.trim() === '' ? cellTimes : Math.min(cellTimes, MOST_REPEATED);
    for (let i = 0; i < copies && cells.length < MOST_CELLS; i++) cells.push(words);
    words = '';
  };

  return {
    open(name, attribute) {
      if (skipped > 0 || name === 'table:tracked-changes' || name === 'table:shapes') {
        skipped++;
        return;
      }
      path.push(name);
      if (name === 'style:style') style = attribute('style:name') ?? '';
      else if (name === 'style:table-properties' && attribute('table:display') === 'false') hiddenStyles.add(style);
      else if (name === 'table:table') {
        text.openSheet(attribute('table:name') ?? '', hiddenStyles.has(attribute('table:style-name') ?? ''));
        row = 1;
      } else if (name === 'table:table-row') {
        repeated = times(attribute('table:number-rows-repeated'));
        isHiddenRow = /^(?:collapse|filter)$/.test(attribute('table:visibility') ?? '');
      } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        cellTimes = times(attribute('table:number-columns-repeated'));
      } else if (name === 'office:annotation') note = { words: '', author: '' };
      else if (name === 'text:p') {
        if (note !== null) note.words += note.words ? ' ' : '';
        else if (words) words += ' ';
      } else if (name === 'text:s' || name === 'text:tab' || name === 'text:line-break') words += ' ';
    },
    text(said) {
      if (skipped > 0) return;
      if (note !== null) {
        if (path.at(-1) === 'dc:creator') note.author += said;
        else if (path.includes('text:p')) note.words += said;
      } else if (path.includes('text:p')) words += said;
    },
    close(name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      path.pop();
      if (name === 'office:annotation' && note !== null) {
        notes.push(note);
        note = null;
      } else if (name === 'table:table-cell') closeCell();
      else if (name === 'table:covered-table-cell') {
        // What stands under a merged cell is not shown.
        words = '';
        closeCell();
      } else if (name === 'table:table-row') closeRow();
    },
  };
};

/** A column: its heading, and whether it keeps its width when the terminal is narrow. */
export interface Column {
  readonly title: string;
  /** Cells of a fixed column (ids, numbers, dates) are not wrapped while there is another that can be. */
  readonly fixed?: boolean;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const NO_WIDTH = /\p{Mn}|\p{Me}|[\u200b\u200c]|\u200d|[\ufe00-\ufe0f]/u;

/** Columns that a text takes on a terminal: wide letters two, marks over letters none. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const sign of text) width += NO_WIDTH.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
};

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** The longest beginning of a word that fits; at least one sign. */
const cut = (word: string, width: number): string => {
  let part = '';
  for (const sign of word) {
    if (part !== '' && displayWidth(part + sign) > width) break;
    part += sign;
  }
  return part;
};

/** Breaks a text at blanks into lines of at most `width` columns; a longer word is cut. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = '';
    }
    while (line === '' && displayWidth(word) > width) {
      const part = cut(word, width);
      lines.push(part);
      word = word.slice(part.length);
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
};

const GAP = 2;
const NARROWEST = 8;

/** Shares the width: fixed columns take what they need, the others what is left, the needy ones most. */
const shareWidth = (columns: readonly Column[], wanted: readonly number[], width: number): readonly number[] => {
  const widths = [...wanted];
  const sum = (): number => widths.reduce((a, b) => a + b, 0) + GAP * (columns.length - 1);
  for (const isFixedRound of [false, true]) {
    while (sum() > width) {
      const open = widths.flatMap((w, i) =>
        (columns[i]?.fixed ?? false) === isFixedRound && w > NARROWEST ? [i] : [],
      );
      if (open.length === 0) break;
      const widest = open.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a));
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  }
  return widths;
};

/**
 * A table as lines that fit the width; long cells are wrapped. Cells must be free of control characters (`plainCell`).
 *
 * @param bold Marks the headings; the same text when there is no colour.
 */
export const renderTable = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  bold: (text: string) => string,
): string => {
  const wanted = columns.map((column, i) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? '')), displayWidth(column.title)),
  );
  const widths = shareWidth(columns, wanted, width);
  const lines = (cells: readonly string[]): readonly string[] => {
    const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? NARROWEST));
    const height = Math.max(...wrapped.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((cell, i) => pad(cell[line] ?? '', widths[i] ?? 0))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  };
  const head = lines(columns.map((column) => column.title)).map(bold);
  return [...head, ...rows.flatMap(lines)].map((line) => `${line}\n`).join('');
};

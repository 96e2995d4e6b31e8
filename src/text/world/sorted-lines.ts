/**
 * Looks lines up by their first column in a text whose lines are sorted by it (in order of UTF-16 units), by halving:
 * nothing is split or indexed, so a file of a hundred thousand lines costs no more than reading it.
 */
export class SortedLines {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** All lines of that first column, in file order, without their line end. */
  find(key: string): readonly string[] {
    if (key === '') return [];
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const start = this.#text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      if (this.#keyAt(start) < key) low = this.#endOf(start) + 1;
      else high = start;
    }
    const lines: string[] = [];
    for (let at = low; at < this.#text.length && this.#keyAt(at) === key; at = this.#endOf(at) + 1) {
      lines.push(this.#text.slice(at, this.#endOf(at)));
    }
    return lines;
  }

  #endOf(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end === -1 ? this.#text.length : end;
  }

  #keyAt(start: number): string {
    const line = this.#text.slice(start, this.#endOf(start));
    const tab = line.indexOf('\t');
    return tab === -1 ? line : line.slice(0, tab);
  }
}

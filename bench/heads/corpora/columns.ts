/** Labelled run of tokens `[first, last)`. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/** Blocks of lines parted by blank lines, each line as its columns. */
export const blocksOf = (text: string): readonly (readonly (readonly string[])[])[] => {
  const blocks: string[][][] = [];
  let block: string[][] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') block.push(line.split('\t'));
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
};

/** Runs of BIO tags. An I- that does not go on with its like begins a run, as `conlleval` has it. */
export const runsOfTags = (tags: readonly string[]): readonly Run[] => {
  const runs: Run[] = [];
  let open: { readonly first: number; readonly label: string } | null = null;
  for (const [at, tag] of [...tags, 'O'].entries()) {
    const begins = tag.startsWith('B-') || (tag.startsWith('I-') && tag.slice(2) !== open?.label);
    if (open !== null && (begins || tag === 'O')) {
      runs.push({ ...open, last: at });
      open = null;
    }
    if (begins) open = { first: at, label: tag.slice(2) };
  }
  return runs;
};

/** Runs of a CoNLL column of brackets, `(LABEL* * *)`, which do not nest. */
export const runsOfBrackets = (column: readonly string[]): readonly Run[] => {
  const runs: Run[] = [];
  let open: { readonly first: number; readonly label: string } | null = null;
  for (const [at, cell] of column.entries()) {
    const label = /^\(([^*()]+)/.exec(cell)?.[1];
    if (label !== undefined) open = { first: at, label };
    if (cell.endsWith(')') && open !== null) {
      runs.push({ ...open, last: at + 1 });
      open = null;
    }
  }
  return runs;
};

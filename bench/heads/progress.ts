/** Shows how far a corpus has come: a bar that grows on a terminal, a line a corpus elsewhere. */
export const showProgress = (corpus: string, done: number, all: number): void => {
  if (!process.stderr.isTTY) {
    if (done === all) process.stderr.write(`${corpus}: ${all} documents\n`);
    return;
  }
  const wide = 30;
  const filled = Math.round((done / all) * wide);
  process.stderr.write(`\r${corpus.padEnd(20)} [${'='.repeat(filled)}${' '.repeat(wide - filled)}] ${done}/${all}`);
  if (done === all) process.stderr.write('\n');
};

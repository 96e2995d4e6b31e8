/**
 * Reads a folder of PolNeAR (`text/*.txt`) and writes who says what, a line a document, in the format of its scorers:
 * source, cue and content as spans of Unicode code points.
 *
 *   npm run bench:attribution -- PATH/TO/polnear/dev predictions.jsonl
 *
 * The corpus is public (networkdynamics/PolNeAR) and no part of this project. `docs/measurements.md` says how the figures
 * there were scored from the predictions.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentFromBytes } from '../src/acquire/index.ts';
import { loadBeat, openNetwork, read, recogniseDocuments } from '../src/read/index.ts';

const [folder, out] = process.argv.slice(2);
if (folder === undefined || out === undefined) {
  console.error('Expected a folder of the corpus and a file to write, e.g. polnear/dev predictions.jsonl');
  process.exit(2);
}

/** Number of code points before each UTF-16 offset. */
const codePoints = (text: string): Int32Array => {
  const counts = new Int32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i <= text.length; i++) {
    counts[i] = count;
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) count++;
  }
  return counts;
};

const beat = loadBeat(fileURLToPath(new URL('../beats/diplomacy', import.meta.url)));
const network = await openNetwork(fileURLToPath(new URL('../models', import.meta.url)), {
  threads: availableParallelism(),
});
const lines: string[] = [];
let words = 0;
const start = performance.now();
for (const name of readdirSync(join(folder, 'text')).sort()) {
  const acquired = await documentFromBytes(readFileSync(join(folder, 'text', name)), name);
  if (acquired.kind !== 'document') continue;
  const { document } = acquired;
  words += document.text.split(/\s+/).length;
  const at = codePoints(document.text);
  const spans = (list: readonly (readonly [number, number])[]) => list.map(([from, to]) => [at[from], at[to]]);
  const [recognised] = await recogniseDocuments(network, [document]);
  if (recognised === undefined) continue;
  const { attributions: found } = read(document, beat, recognised, { model: network.version });
  const attributions = found.map(({ source, cue, content }) => ({
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
  }));
  lines.push(JSON.stringify({ doc: basename(name, '.txt'), attributions }));
}
writeFileSync(out, `${lines.join('\n')}\n`);
const seconds = (performance.now() - start) / 1000;
console.log(
  `${lines.length} documents, ${words} words, ${(words / seconds).toFixed(0)} words a second, written to ${out}`,
);

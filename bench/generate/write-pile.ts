/**
 * Writes invented reporting into a folder.
 *
 *   npx tsx bench/generate/write-pile.ts FOLDER --documents 1000 --seed any
 *
 * With --truth FILE what is told in each document goes to that file, one JSON line a document.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generatePile } from './generate-pile.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '100' },
    seed: { type: 'string', default: 'pile' },
    truth: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Expected a folder to write to, found none.');
mkdirSync(folder, { recursive: true });
const truths: string[] = [];
for (const { text, making: _, ...truth } of generatePile({ documents: Number(values.documents), seed: values.seed })) {
  writeFileSync(join(folder, truth.name), text);
  truths.push(JSON.stringify(truth));
}
if (values.truth !== undefined) writeFileSync(values.truth, `${truths.join('\n')}\n`);

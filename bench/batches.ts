/**
 * Whether a text is read the same however it is read: again, alone or with others, in any order, with one thread or two, by
 * one worker or by several.
 *
 *   npm run bench:batches                       the example, generated reporting, odd texts
 *   npm run bench:batches -- --documents 100    so many generated documents (40 unless said)
 *
 * Prints a hash of all readings for each way. Ends with 1 when one differs.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documentFromBytes, findInputs } from '../src/acquire/index.ts';
import type { Document } from '../src/model/index.ts';
import { readAll, textHash, WAYS } from './batches/ways.ts';
import { generatePile } from './generate/generate-pile.ts';
import { ODD_KINDS, oddText } from './speed/odd-texts.ts';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '40' } } });

const example = await findInputs([fileURLToPath(new URL('../examples/sarrow-strait', import.meta.url))]);
const inputs = [
  ...example.files.map((path) => ({ name: basename(path), bytes: readFileSync(path) })),
  ...[...generatePile({ documents: Number(values.documents), seed: 'batches' })].map(({ name, text }) => ({
    name,
    bytes: Buffer.from(text),
  })),
  ...ODD_KINDS.map((kind) => ({ name: `${kind}.txt`, bytes: Buffer.from(oddText(kind, 8000)) })),
  // No text, one word, one letter.
  ...['', 'Talben', 'x'].map((text, number) => ({ name: `short-${number}.txt`, bytes: Buffer.from(text) })),
];
const documents: Document[] = [];
for (const { name, bytes } of inputs) {
  const acquired = await documentFromBytes(bytes, name);
  if (acquired.kind === 'document') documents.push(acquired.document);
}

console.log(`${documents.length} documents\n`);
console.log('| read | hash of all readings | the same |');
console.log('| --- | --- | --- |');
let first: readonly string[] | null = null;
let allSame = true;
for (const way of WAYS) {
  const hashes = await readAll(way, documents);
  const unlike = first === null ? [] : documents.filter((_, at) => hashes[at] !== first?.[at]);
  first ??= hashes;
  allSame &&= unlike.length === 0;
  const said = unlike.length === 0 ? 'yes' : `no: ${unlike.length}, such as ${unlike[0]?.path}`;
  console.log(`| ${way.called} | ${textHash(hashes.join('\n')).slice(0, 16)} | ${said} |`);
}
process.exit(allSame ? 0 : 1);

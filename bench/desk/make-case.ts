/**
 * Makes the case file of an invented pile, to try the desk on more than anybody reads for a test.
 *
 *   npx tsx bench/desk/make-case.ts --documents 10000 --out pile.case
 *   npx tsx bench/desk/make-case.ts --derive --out pile.case            only derives again what is there
 *
 * Readings are made from what the inventor of the documents knows is told in them (as `bench:scale` does); all else is the
 * product: its store, its keeper, its case. A case is derived by the code as it is now, so after a change of that code the
 * desk would first derive it again: `--derive` does that beforehand. 10,000 documents take about four gigabytes
 * (NODE_OPTIONS=--max-old-space-size=10000) and some minutes.
 */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deriveCase } from '../../src/case-view.ts';
import { beatOfReader, CASE_LISTS } from '../../src/model/index.ts';
import { DEFAULT_BEAT, loadBeat } from '../../src/read/index.ts';
import { type CaseStore, openSqliteCase } from '../../src/store/index.ts';
import { acquireGenerated } from '../generate/acquire-generated.ts';
import { generatePile } from '../generate/generate-pile.ts';
import { readGenerated } from '../generate/read-generated.ts';
import type { GeneratedDocument } from '../generate/write-document.ts';
import { peakMegabytes } from '../machine.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    out: { type: 'string' },
    seed: { type: 'string', default: 'desk' },
    'a-story': { type: 'string', default: '12' },
    derive: { type: 'boolean', default: false },
  },
});

/** As many documents as the product commits at once. */
const BATCH = 32;

const fill = async (store: CaseStore, documents: number): Promise<void> => {
  let batch: GeneratedDocument[] = [];
  const flush = async (): Promise<void> => {
    const read = batch.map(async (made) => {
      const document = await acquireGenerated(made);
      return { document, reading: readGenerated(made, document) };
    });
    batch = [];
    await store.add(await Promise.all(read));
  };
  for (const made of generatePile({ documents, seed: values.seed, aStory: Number(values['a-story']) })) {
    batch.push(made);
    if (batch.length === BATCH) await flush();
  }
  await flush();
};

/** Documents read by the product have the beat kept beside them: without it every start would load the shipped one. */
const keepBeat = async (store: CaseStore): Promise<void> => {
  const [entry] = await store.entries();
  const { name, title, ledgers } = loadBeat(DEFAULT_BEAT);
  if (entry !== undefined) await store.keepBeat({ id: beatOfReader(entry.reader), name, title, ledgers });
};

const place = values.out;
if (place === undefined) throw new Error('Expected --out FILE.');
if (!values.derive && existsSync(place)) throw new Error(`Expected room for a new file at ${place}, found one there.`);
const started = performance.now();
const store = await openSqliteCase(place, { create: !values.derive });
try {
  if (!values.derive) await fill(store, Number(values.documents));
  await keepBeat(store);
  const { view, isFresh } = await deriveCase(store);
  const counts = await view.counts();
  for (const list of CASE_LISTS) console.log(`${list.padEnd(16)} ${counts[list].toLocaleString('en').padStart(10)}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${isFresh ? 'derived' : 'up to date'}; ${seconds} s, ${peakMegabytes()} MB in memory at most`);
} finally {
  await store.close();
}
console.log(`${place}: ${(statSync(place).size / 2 ** 20).toFixed(0)} MB`);

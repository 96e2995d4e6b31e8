/**
 * Who says what, on PolNeAR: the rules of the first version, the network alone, and what the reader makes of it, by the
 * corpus' scorer; and precision against recall at each confidence.
 *
 *   npm run bench:attribution                                development part, in ../shared/data/polnear
 *   npm run bench:attribution -- --data PATH --split test    where the corpora lie (else BACKCHANNEL_DATA)
 *   npm run bench:attribution -- --limit 20                  so many documents
 *   npm run bench:attribution -- --predictions out.jsonl     what the reader found, in the scorer's format
 *
 * The corpus is public (networkdynamics/PolNeAR) and no part of this project. The first version's figures are those of
 * `heads/first-version.json`, which says how they were made, and are of the whole development part.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documentFromBytes } from '../src/acquire/index.ts';
import type { Attribution, Document } from '../src/model/index.ts';
import { loadBeat, openNetwork, type Precision, read, type Surveyed, survey } from '../src/read/index.ts';
import type { AttributionAnswer } from './heads/answers.ts';
import { type AttributionFigures, predictionLine, scoreAttributions } from './heads/score-attributions.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CURVE = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env['BACKCHANNEL_DATA'] ?? join(ROOT, '../shared/data') },
    split: { type: 'string', default: 'dev' },
    limit: { type: 'string' },
    model: { type: 'string', default: join(ROOT, 'models') },
    predictions: { type: 'string' },
    threads: { type: 'string', default: '2' },
  },
});
if (values.split !== 'dev' && values.split !== 'test') {
  console.error(`Expected --split dev or test, got "${values.split}"`);
  process.exit(2);
}
const { data, split } = values;

const folder = join(data, 'polnear', split, 'text');
const names = readdirSync(folder)
  .sort()
  .slice(0, Number(values.limit ?? Number.POSITIVE_INFINITY));
const documents: Document[] = [];
for (const name of names) {
  const acquired = await documentFromBytes(readFileSync(join(folder, name)), name);
  if (acquired.kind === 'document') documents.push(acquired.document);
}

const beat = loadBeat(join(ROOT, 'beats/diplomacy'));
const network = await openNetwork(values.model, { threads: Number(values.threads) });

/** Predictions by document, of what `pick` gives for each. */
const lines = (pick: (index: number) => readonly AttributionAnswer[] | undefined): ReadonlyMap<string, string> =>
  new Map(
    documents.map((document, i) => {
      const name = basename(document.path, '.txt');
      return [name, predictionLine(name, document.text, pick(i) ?? [])];
    }),
  );
const score = (predictions: ReadonlyMap<string, string>): AttributionFigures => {
  const figures = scoreAttributions(data, split as 'dev' | 'test', predictions);
  if (typeof figures === 'string') {
    console.error(figures);
    process.exit(3);
  }
  return figures;
};

const surveyed = async (precision: Precision): Promise<readonly Surveyed[]> => {
  const all: Surveyed[] = [];
  for (const document of documents) all.push(...(await survey(network, [document], precision)));
  return all;
};
const attributionsOf = (seen: readonly Surveyed[], precision: Precision): readonly (readonly Attribution[])[] =>
  documents.map((document, i) => {
    const one = seen[i];
    return one === undefined ? [] : read(document, beat, one, { model: network.version, precision }).attributions;
  });

const careful = await surveyed('careful');
const thorough = await surveyed('thorough');
const readings = { careful: attributionsOf(careful, 'careful'), thorough: attributionsOf(thorough, 'thorough') };
const found = lines((i) => readings.careful[i]);
if (values.predictions !== undefined) writeFileSync(values.predictions, `${[...found.values()].join('\n')}\n`);

const percent = (share: number): string => (100 * share).toFixed(1);
const row = (name: string, figures: AttributionFigures): string => {
  const triple = figures['triple/all'];
  const strict = (['strict/source', 'strict/cue', 'strict/content'] as const).map((level) =>
    percent(figures[level].f1),
  );
  const cells = [name, ...[triple.precision, triple.recall, triple.f1].map(percent), ...strict];
  return `| ${cells.join(' | ')} |`;
};

const first = JSON.parse(readFileSync(join(ROOT, 'bench/heads/first-version.json'), 'utf8')) as {
  readonly commit: string;
  readonly scores: readonly { readonly measure: string; readonly figures?: AttributionFigures['triple/all'] }[];
};
const ofFirst = (measure: string): AttributionFigures['triple/all'] => {
  const figures = first.scores.find((one) => one.measure === measure)?.figures;
  if (figures === undefined) throw new Error(`Expected "${measure}" among the first version's figures`);
  return figures;
};

console.log(`PolNeAR, ${split}: ${documents.length} documents`);
console.log('| | triples P | R | F1 | strict source F1 | cue F1 | content F1 |');
console.log('|---|---|---|---|---|---|---|');
const rules: AttributionFigures = {
  'triple/all': ofFirst('linked triples F1'),
  'strict/source': ofFirst('strict source F1'),
  'strict/cue': ofFirst('strict cue F1'),
  'strict/content': ofFirst('strict content F1'),
};
console.log(row(`rules of the first version (${first.commit})`, rules));
const alone = careful.map(({ recognised: { attributions } }) =>
  attributions
    .filter(({ inside }) => !inside)
    .map(({ source, cue, content }) => ({ source: source === null ? [] : [source], cue: [cue], content })),
);
console.log(row('network alone', score(lines((i) => alone[i]))));
console.log(row('reader, careful', score(found)));
console.log(row('reader, thorough', score(lines((i) => readings.thorough[i]))));

console.log('\nThe thorough reader, of what is at least so sure:');
console.log('| confidence | triples P | R | F1 |');
console.log('|---|---|---|---|');
for (const least of CURVE) {
  const { precision, recall, f1 } = score(
    lines((i) => readings.thorough[i]?.filter(({ confidence }) => confidence >= least)),
  )['triple/all'];
  console.log(`| ${least.toFixed(1)} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`);
}
await network.close();

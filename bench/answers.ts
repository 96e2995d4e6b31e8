/**
 * Reads a fictional case and compares what comes out with its known answers, kind by kind.
 *
 *   npm run bench:answers                     the example and the gold cases
 *   npm run bench:answers -- FOLDER           one case: FOLDER beside FOLDER.answers.json
 *   npm run bench:answers -- --shortfalls FOLDER   names each miss and each line that is not among the known answers
 *
 * `right` is a floor: answers list what matters, so a true line that they do not list counts against precision.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCase } from '../src/build-case.ts';
import { loadBeat, openNetwork } from '../src/read/index.ts';
import type { Answers } from './score/answers.ts';
import { isHeldOut } from './score/ground.ts';
import { acquireFolder, readDocuments } from './score/read-folder.ts';
import { scoreCase } from './score/score-case.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const shortfalls = process.argv.includes('--shortfalls');
const folders =
  named.length > 0
    ? named
    : ['examples', 'bench/gold'].flatMap((place) =>
        readdirSync(join(root, place))
          .map((name) => join(root, place, name))
          .filter((path) => statSync(path).isDirectory()),
      );

if (shortfalls && folders.some((folder) => isHeldOut(folder, join(root, 'bench/gold')))) {
  console.error('The cases of bench/gold are held out: their misses are not shown. Name a folder of examples.');
  process.exit(2);
}

const beat = loadBeat(join(root, 'beats/diplomacy'));
const network = await openNetwork(join(root, 'models'), { threads: availableParallelism() });
for (const folder of folders) {
  const answers = JSON.parse(readFileSync(`${folder.replace(/\/$/, '')}.answers.json`, 'utf8')) as Answers;
  const inputs = await readDocuments(await acquireFolder(folder), beat, network);
  const made = buildCase(inputs);
  const scores = scoreCase({
    answers,
    case: made,
    documents: inputs.map(({ document }) => document),
    readings: inputs.map(({ reading }) => reading),
  });
  console.log(`\n${answers.case}: ${inputs.length} documents`);
  console.log('| kind | known | found | recall | in the case | right | precision |');
  console.log('|---|---|---|---|---|---|---|');
  for (const { kind, known, found, made: all, right } of scores) {
    const recall = known === 0 ? '' : (found / known).toFixed(2);
    const precision = all === null || right === null ? '' : all === 0 ? '-' : (right / all).toFixed(2);
    const cells = [kind, known, found, recall, all ?? '', right ?? '', precision];
    console.log(
      `| ${cells.map((cell) => (Number.isInteger(cell) || typeof cell === 'string' ? cell : cell.toFixed(1))).join(' | ')} |`,
    );
  }
  if (shortfalls)
    for (const score of scores) for (const line of score.shortfalls) console.log(`${score.kind}: ${line}`);
}

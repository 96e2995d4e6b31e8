/**
 * Compares the ledgers of fictional cases with their known answers, kind by kind and field by field.
 *
 *   npm run bench:answers                          the example and the gold cases, read from the text
 *   npm run bench:answers -- FOLDER                one case: FOLDER beside FOLDER.answers.json
 *   npm run bench:answers -- --given               ledgers made of the known claims: nothing is read, a second a case
 *   npm run bench:answers -- --beat NAME           reads with another beat, by its name or its folder
 *   npm run bench:answers -- --shortfalls FOLDER   names each miss and each line that is not among the known answers
 *
 * What is counted is told in bench/gold/README.md. A field is counted where its row was found.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildCase, caseOf } from '../src/build-case.ts';
import { loadBeat, openNetwork } from '../src/read/index.ts';
import type { Answers } from './score/answers.ts';
import { beatFolder } from './score/beat-folder.ts';
import { isHeldOut, type Score } from './score/ground.ts';
import { knownCase } from './score/known-case.ts';
import { acquireFolder, readDocuments } from './score/read-folder.ts';
import { scoreCase } from './score/score-case.ts';
import { scoreLedgers } from './score/score-ledgers.ts';
import { pooled, scoreTable } from './score/score-table.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GOLD = join(ROOT, 'bench/gold');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    given: { type: 'boolean', default: false },
    beat: { type: 'string', default: 'diplomacy' },
    shortfalls: { type: 'boolean', default: false },
  },
});

const folders =
  positionals.length > 0
    ? positionals
    : [join(ROOT, 'examples'), GOLD].flatMap((place) =>
        readdirSync(place)
          .map((name) => join(place, name))
          .filter((path) => statSync(path).isDirectory()),
      );

if (values.shortfalls && folders.some((folder) => isHeldOut(folder, GOLD))) {
  console.error('The cases of bench/gold are held out: their misses are not shown. Name a folder of examples.');
  process.exit(2);
}

type Scorer = (folder: string, answers: Answers) => Promise<readonly Score[]>;

const openScorer = async (): Promise<Scorer> => {
  if (values.given)
    return async (folder, answers) => {
      const documents = await acquireFolder(folder);
      const { resolved, lost } = knownCase(answers, documents);
      for (const id of lost) console.error(`${folder}: the quote of ${id} is not in the text that was kept`);
      return scoreLedgers({ answers, case: caseOf(resolved), documents, readings: [] });
    };
  const beat = loadBeat(beatFolder(values.beat, ROOT));
  const network = await openNetwork(join(ROOT, 'models'), { threads: availableParallelism() });
  return async (folder, answers) => {
    const inputs = await readDocuments(await acquireFolder(folder), beat, network);
    const documents = inputs.map(({ document }) => document);
    const readings = inputs.map(({ reading }) => reading);
    return scoreCase({ answers, case: buildCase(inputs), documents, readings });
  };
};

const scorer = await openScorer();
const sheets: { readonly isGold: boolean; readonly scores: readonly Score[] }[] = [];
for (const folder of folders) {
  const answers = JSON.parse(readFileSync(`${folder.replace(/\/+$/, '')}.answers.json`, 'utf8')) as Answers;
  const scores = await scorer(folder, answers);
  sheets.push({ isGold: isHeldOut(folder, GOLD), scores });
  console.log(`\n${answers.case}: ${answers.documents.length} documents\n\n${scoreTable(scores)}`);
  if (values.shortfalls)
    for (const score of scores) for (const line of score.shortfalls) console.log(`${score.kind}: ${line}`);
}
for (const [isGold, called] of [
  [false, 'development cases'],
  [true, 'held-out cases'],
] as const) {
  const group = sheets.filter((one) => one.isGold === isGold);
  if (group.length > 1)
    console.log(`\nAll ${group.length} ${called}\n\n${scoreTable(pooled(group.map((one) => one.scores)))}`);
}

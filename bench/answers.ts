/**
 * Compares the ledgers of fictional cases with their known answers, kind by kind and field by field.
 *
 *   npm run bench:answers                          the example and the gold cases, read from the text
 *   npm run bench:answers -- FOLDER                one case: FOLDER beside FOLDER.answers.json
 *   npm run bench:answers -- --given               only the ledgers made of the known claims: nothing is read, a second a case
 *   npm run bench:answers -- --beat NAME           reads with another beat than the answers name, by its name or its folder
 *   npm run bench:answers -- --shortfalls FOLDER   names each miss and each line that is not among the known answers
 *   npm run bench:answers -- --write               puts the tables into docs/measurements.md
 *
 * What is counted is told in bench/gold/README.md. A field is counted where its row was found.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildCase, caseOf } from '../src/build-case.ts';
import { type Beat, loadBeat, openNetwork, READER_VERSION } from '../src/read/index.ts';
import { machine } from './machine.ts';
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
    beat: { type: 'string' },
    shortfalls: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

if (values.write && (values.given || positionals.length > 0)) {
  console.error('Expected --write without --given and without folders: it puts down all cases, read from the text.');
  process.exit(2);
}

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

type Scores = readonly Score[];

/** Scores of the ledgers that the rules make of the known claims: what is lost there is not lost in reading. */
const scoreGiven = async (folder: string, answers: Answers): Promise<Scores> => {
  const documents = await acquireFolder(folder);
  const { resolved, lost } = knownCase(answers, documents);
  for (const id of lost) console.error(`${folder}: the quote of ${id} is not in the text that was kept`);
  return scoreLedgers({ answers, case: caseOf(resolved), documents, readings: [] });
};

const network = values.given ? null : await openNetwork(join(ROOT, 'models'), { threads: availableParallelism() });
const beats = new Map<string, Beat>();
const beatNamed = (name: string): Beat => {
  const beat = beats.get(name) ?? loadBeat(beatFolder(name, ROOT));
  beats.set(name, beat);
  return beat;
};

const scoreText = async (folder: string, answers: Answers, beat: Beat): Promise<Scores | null> => {
  if (network === null) return null;
  const inputs = await readDocuments(await acquireFolder(folder), beat, network);
  const documents = inputs.map(({ document }) => document);
  const readings = inputs.map(({ reading }) => reading);
  return scoreCase({ answers, case: buildCase(inputs), documents, readings });
};

const parts: string[] = [];
const put = (head: string, text: Scores | null, given: Scores): void => {
  const part = `### ${head}\n\n${text === null ? scoreTable(given) : scoreTable(text, given)}\n`;
  parts.push(part);
  console.log(`\n${part}`);
};

const sheets: { readonly isGold: boolean; readonly text: Scores | null; readonly given: Scores }[] = [];
for (const folder of folders) {
  const answers = JSON.parse(readFileSync(`${folder.replace(/\/+$/, '')}.answers.json`, 'utf8')) as Answers;
  const beat = values.beat ?? answers.beat ?? 'diplomacy';
  const given = await scoreGiven(folder, answers);
  const text = await scoreText(folder, answers, beatNamed(beat));
  const isGold = isHeldOut(folder, GOLD);
  sheets.push({ isGold, text, given });
  put(
    `${answers.case}: ${answers.documents.length} documents, beat ${beat} (${isGold ? 'held out' : 'development'})`,
    text,
    given,
  );
  if (values.shortfalls)
    for (const score of text ?? given) for (const line of score.shortfalls) console.log(`${score.kind}: ${line}`);
}
for (const [isGold, called] of [
  [false, 'development cases'],
  [true, 'held-out cases'],
] as const) {
  const group = sheets.filter((one) => one.isGold === isGold);
  if (group.length < 2) continue;
  const text = group.flatMap((one) => (one.text === null ? [] : [one.text]));
  put(`All ${group.length} ${called}`, text.length === 0 ? null : pooled(text), pooled(group.map((one) => one.given)));
}

if (values.write && network !== null) {
  const path = join(ROOT, 'docs/measurements.md');
  const page = readFileSync(path, 'utf8');
  const between = /(<!-- answers:begin -->\n)[\s\S]*(<!-- answers:end -->)/;
  if (!between.test(page)) {
    console.error(`Expected <!-- answers:begin --> and <!-- answers:end --> in ${path}, found none`);
    process.exit(2);
  }
  const line = `${machine()}; weights \`${network.version}\`, reader \`${READER_VERSION}\`, setting \`careful\`.`;
  writeFileSync(
    path,
    page.replace(between, (_, begin: string, end: string) => `${begin}${line}\n\n${parts.join('\n')}${end}`),
  );
}

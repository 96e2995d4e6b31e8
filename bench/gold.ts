/**
 * Scores resolving and weighing on cases whose claims are known, apart from reading, and beside it what comes of the text.
 *
 *   npx tsx bench/gold.ts                         all cases of examples and bench/gold that have claims
 *   npx tsx bench/gold.ts FOLDER                  one case: FOLDER beside FOLDER.answers.json
 *   npx tsx bench/gold.ts --given                 from known claims only: nothing is read, a second a case
 *   npx tsx bench/gold.ts --shortfalls FOLDER     names each miss; not for bench/gold, which is held out
 *   npx tsx bench/gold.ts --system FILE.json      scores what another system made of the known claims of a case
 *   npx tsx bench/gold.ts --beat NAME              reads with another beat than the answers name, by its name or its folder
 *   npx tsx bench/gold.ts --write                 puts the tables into docs/measurements.md
 *
 * What is counted, and what a system hands in, is told in bench/gold/README.md.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildCase } from '../src/build-case.ts';
import { loadBeat, openNetwork } from '../src/read/index.ts';
import { weigh } from '../src/weigh/index.ts';
import type { Answers } from './score/answers.ts';
import { beatFolder } from './score/beat-folder.ts';
import { goldTable, type Sheet } from './score/gold-table.ts';
import { isHeldOut, matchEntities } from './score/ground.ts';
import { knownCase } from './score/known-case.ts';
import { matchClaims, outcomeOfText, scoreClaimsRead } from './score/match-claims.ts';
import { type Outcome, outcomeOfSystem, outcomeOfWeighed, type SystemOutput } from './score/outcome.ts';
import { acquireFolder, readDocuments } from './score/read-folder.ts';
import { scoreEntities } from './score/score-entities.ts';
import { eventChains, scoreKnown } from './score/score-known.ts';
import { scoreClaimOrigins, scoreOrigins } from './score/score-origins.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GOLD = join(ROOT, 'bench/gold');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    given: { type: 'boolean', default: false },
    shortfalls: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    system: { type: 'string' },
    beat: { type: 'string' },
  },
});

const refuse = (message: string): never => {
  console.error(message);
  process.exit(2);
};

const answersOf = (folder: string): Answers => {
  const path = `${folder.replace(/\/+$/, '')}.answers.json`;
  if (!existsSync(path)) refuse(`Expected the answers of ${folder} in ${path}, found no such file`);
  return JSON.parse(readFileSync(path, 'utf8')) as Answers;
};

const findFolders = (): readonly string[] =>
  [join(ROOT, 'examples'), GOLD].flatMap((place) =>
    readdirSync(place)
      .filter((name) => name.endsWith('.answers.json'))
      .map((name) => join(place, name.slice(0, -'.answers.json'.length)))
      .filter((folder) => existsSync(folder) && answersOf(folder).claims !== undefined),
  );

const sheetOf = (answers: Answers, outcome: Outcome, more: Sheet['scores'] = []): Sheet => ({
  scores: [...scoreKnown(answers, outcome), ...more],
  chains: eventChains(answers, outcome),
});

if (values.system !== undefined) {
  const output = JSON.parse(readFileSync(values.system, 'utf8')) as SystemOutput;
  const folder =
    findFolders().find((one) => basename(one) === output.case) ??
    refuse(`Expected "case" to be the folder's name of a case with claims, got "${output.case}"`);
  const answers = answersOf(folder);
  const ids = new Set((answers.claims ?? []).map((claim) => claim.id));
  const unknown = output.claims.filter(({ id }) => !ids.has(id));
  if (unknown.length > 0)
    refuse(`Expected ids of claims of ${output.case}, got ${unknown.map(({ id }) => id).join(', ')}`);
  const origins = output.origins === undefined ? [] : [scoreOrigins(answers, new Map(Object.entries(output.origins)))];
  console.log(`${output.case}: ${output.claims.length} of ${ids.size} claims\n`);
  console.log(goldTable([sheetOf(answers, outcomeOfSystem(output, answers), origins)], []));
  process.exit(0);
}

const folders = positionals.length > 0 ? positionals : findFolders();
if (values.shortfalls && folders.some((folder) => isHeldOut(folder, GOLD))) {
  refuse('The cases of bench/gold are held out: their misses are not shown. Name a folder of examples.');
}

const openReader = async (): Promise<(folder: string, beat: string) => ReturnType<typeof readDocuments>> => {
  const network = await openNetwork(join(ROOT, 'models'), { threads: availableParallelism() });
  return async (folder, beat) => readDocuments(await acquireFolder(folder), loadBeat(beatFolder(beat, ROOT)), network);
};

const reader = values.given ? null : await openReader();

const scoreText = async (folder: string, answers: Answers): Promise<readonly Sheet[]> => {
  if (reader === null) return [];
  const inputs = await reader(folder, values.beat ?? answers.beat ?? 'diplomacy');
  const made = buildCase(inputs);
  const documents = inputs.map(({ document }) => document);
  const ground = { answers, case: made, documents, readings: inputs.map(({ reading }) => reading) };
  const pairs = matchClaims(ground);
  const told = new Map(made.documents.map((document) => [basename(document.path), document.origins]));
  return [
    sheetOf(answers, outcomeOfText(ground, pairs), [
      scoreClaimsRead(ground, pairs),
      scoreOrigins(answers, told),
      scoreClaimOrigins(ground, pairs),
      ...scoreEntities(ground, matchEntities(ground)),
    ]),
  ];
};

const parts: string[] = [];
const scored: { readonly isGold: boolean; readonly given: Sheet; readonly text: readonly Sheet[] }[] = [];
for (const folder of folders) {
  const answers = answersOf(folder);
  if (answers.claims === undefined) {
    console.error(`${folder}: its answers have no claims; left out`);
    continue;
  }
  const documents = await acquireFolder(folder);
  const { resolved, lost } = knownCase(answers, documents);
  for (const id of lost) console.error(`${folder}: the quote of ${id} is not in the text that was kept`);
  const { claims, contradictions } = weigh(resolved);
  const given = sheetOf(answers, outcomeOfWeighed({ claims: [...claims], contradictions: [...contradictions] }));
  const text = await scoreText(folder, answers);
  const isGold = isHeldOut(folder, GOLD);
  scored.push({ isGold, given, text });
  const head = `### ${answers.case}${isGold ? '' : ' (development)'}`;
  const part = `${head}\n\n${documents.length} documents, ${answers.claims.length} claims\n\n${goldTable([given], text)}\n`;
  parts.push(part);
  console.log(`\n${part}`);
  if (values.shortfalls)
    for (const [way, sheet] of [['given', given] as const, ...text.map((one) => ['from text', one] as const)])
      for (const { kind, shortfalls } of sheet.scores)
        for (const line of shortfalls) console.log(`${way}: ${kind}: ${line}`);
}

for (const [isGold, called] of [
  [false, 'development cases'],
  [true, 'held-out cases'],
] as const) {
  const group = scored.filter((one) => one.isGold === isGold);
  if (group.length < 2) continue;
  const part = `### All ${group.length} ${called}\n\n${goldTable(
    group.map((one) => one.given),
    group.flatMap((one) => one.text),
  )}\n`;
  parts.push(part);
  console.log(`\n${part}`);
}

if (values.write) {
  const path = join(ROOT, 'docs/measurements.md');
  const page = readFileSync(path, 'utf8');
  const between = /(<!-- gold:begin -->\n)[\s\S]*(<!-- gold:end -->)/;
  if (!between.test(page)) refuse(`Expected <!-- gold:begin --> and <!-- gold:end --> in ${path}, found none`);
  writeFileSync(
    path,
    page.replace(between, (_, begin: string, end: string) => `${begin}${parts.join('\n')}${end}`),
  );
}

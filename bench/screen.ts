/**
 * Screens names against a list of a million invented entities: how long it takes to index it, how long to ask it, and what is found.
 *
 *   npm run bench:screen                        a million entities, a thousand names
 *   npm run bench:screen -- --entities 100000   others
 *   npm run bench:screen -- --names 1000
 *   npm run bench:screen -- --data PATH         where name-pairs lies (else in BACKCHANNEL_DATA, else in ../shared/data)
 *   npm run bench:screen -- --missed            every variant that was not found
 *   npm run bench:screen -- --write             puts the tables into docs/measurements.md
 *
 * The list is invented: given names, surnames and words of companies of `data/`, as frequent as names are. Half of the names asked for
 * are variants of names on the list, made in the ways in which the pairs of name-pairs differ; where name-pairs is there, a third of
 * them are its own pairs, one name put on the list and the other asked for. The other half are strangers: names made in the same way
 * that are not on the list. Strangers may have namesakes by spelling, which no comparison of names can tell apart.
 */
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Asked, type Candidate, indexLists, ListIndex, screen } from '../src/screen/index.ts';
import { NAME_THRESHOLDS, type NameType } from '../src/text/index.ts';
import { Random } from './generate/random.ts';
import { machine, peakMegabytes, percentile } from './machine.ts';
import { readPairs } from './names/read-pairs.ts';
import { ftmLine, type Invented, ListInventor } from './screen/invent-list.ts';
import { VARIANT_KINDS } from './screen/make-variants.ts';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '1000000' },
    names: { type: 'string', default: '1000' },
    data: {
      type: 'string',
      default: join(
        process.env['BACKCHANNEL_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url)),
        'name-pairs',
      ),
    },
    missed: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const [entities, asked] = [Number(values.entities), Number(values.names)];
const folder = mkdtempSync(join(tmpdir(), 'bench-screen-'));
const [listFile, indexFile] = [join(folder, 'entities.ftm.json'), join(folder, 'lists.idx')];

interface Question {
  readonly kind: string;
  readonly asked: Asked;
  /** The entity it is a variant of; null for a stranger. */
  readonly ref: string | null;
}

const typeOf = (schema: Invented['schema']): NameType =>
  schema === 'Person' ? 'person' : schema === 'Vessel' ? 'vessel' : schema === 'Company' ? 'company' : 'organization';

const random = new Random('screen');
const inventor = new ListInventor(random.fork('list'));
const chosen = random.fork('variants');
const questions: Question[] = [];
const strangers: Invented[] = [];

const cases = join(values.data, 'cases-dev.csv');
const pairs = existsSync(cases) ? readPairs(cases, null).filter(({ isMatch }) => isMatch) : [];
const pairsAsked = pairs.slice(0, Math.floor(asked / 6));
const made = asked / 2 - pairsAsked.length;

/** Each so many entities one is asked for in another spelling; strangers are made in between and left out of the list. */
const every = Math.max(1, Math.floor(entities / made));
const apart = Math.max(8, Math.floor(entities / (asked / 2)));
const askVariant = (one: Invented): void => {
  const sort = one.schema === 'Person' ? 'person' : 'body';
  const name = one.names[0] ?? '';
  const kinds = VARIANT_KINDS.filter(({ of }) => of === 'both' || of === sort);
  for (let tried = 0; tried < 20; tried++) {
    const { kind, make } = chosen.pick(kinds);
    const variant = one.schema === 'Vessel' && kind !== 'the same' && kind !== 'capitals' ? null : make(name, chosen);
    if (variant === null) continue;
    const known = { birthDates: one.birthDate === null ? [] : [one.birthDate], countries: [one.country.toUpperCase()] };
    questions.push({
      kind,
      asked: { names: [variant], type: typeOf(one.schema), ...known },
      ref: `opensanctions:${one.id}`,
    });
    return;
  }
};

function* lines(): Generator<string> {
  for (const [at, { name2, schema }] of pairsAsked.entries())
    yield ftmLine({
      id: `pair-${at}`,
      schema: schema as Invented['schema'],
      names: [name2],
      aliases: [],
      birthDate: null,
      country: 'xx',
    });
  for (let at = 0; at < entities; at++) {
    const one = inventor.next();
    if (at % apart === 7 && strangers.length < asked / 2) strangers.push(inventor.next());
    if (at % every === 0 && questions.length < made) askVariant(one);
    yield ftmLine(one);
  }
}

const seconds = (since: number): number => (performance.now() - since) / 1000;
const wrote = performance.now();
await pipeline(Readable.from(lines(), { highWaterMark: 1000 }), createWriteStream(listFile));
console.error(
  `wrote ${entities.toLocaleString('en')} entities in ${seconds(wrote).toFixed(0)} s, ${Math.round(statSync(listFile).size / 2 ** 20)} MB`,
);

for (const [at, { name1, type }] of pairsAsked.entries())
  questions.push({
    kind: 'a pair of name-pairs',
    asked: { names: [name1], type, birthDates: [], countries: [] },
    ref: `opensanctions:pair-${at}`,
  });
for (const one of strangers)
  questions.push({
    kind: 'a stranger',
    asked: {
      names: [one.names[0] ?? ''],
      type: typeOf(one.schema),
      birthDates: one.birthDate === null ? [] : [one.birthDate],
      countries: [one.country.toUpperCase()],
    },
    ref: null,
  });

const before = peakMegabytes();
const [indexing, indexingUsed] = [performance.now(), process.cpuUsage()];
const lists = await indexLists([listFile], { out: indexFile, at: '2031-05-01T00:00:00Z' });
const indexed = seconds(indexing);
const indexedUsed = process.cpuUsage(indexingUsed);
const [memory, size] = [peakMegabytes(), statSync(indexFile).size];
console.error(`indexed in ${indexed.toFixed(0)} s`);

const opening = performance.now();
const index = new ListIndex(indexFile);
const opened = seconds(opening);

interface Answered {
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  readonly ms: number;
}

const ask = (isBare: boolean): readonly Answered[] =>
  questions.map((question) => {
    const start = performance.now();
    const { names, type } = question.asked;
    const { candidates } = screen(index, isBare ? { names, type, birthDates: [], countries: [] } : question.asked, {
      most: 100,
    });
    return { question, candidates, ms: performance.now() - start };
  });
const [asking, askingUsed] = [performance.now(), process.cpuUsage()];
const bare = ask(true);
const answered = seconds(asking);
const answeredUsed = process.cpuUsage(askingUsed);
const full = ask(false);
index.close();
rmSync(folder, { recursive: true });

const isFound = ({ question, candidates }: Answered, least: number): boolean =>
  candidates.some(({ entry, score }) => entry.ref === question.ref && score >= least);
const isFirst = ({ question, candidates }: Answered): boolean => candidates[0]?.entry.ref === question.ref;
const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));
const processor = (used: NodeJS.CpuUsage): string => ((used.user + used.system) / 1e6).toFixed(1);
const list = lists[0];

const table: string[] = [
  `${machine()}. ${list?.entries.toLocaleString('en')} entities, ${list?.names.toLocaleString('en')} names, ${Math.round((list?.bytes ?? 0) / 2 ** 20)} MB; ${questions.length.toLocaleString('en')} names asked for.`,
  '',
  '| | |',
  '|---|---|',
  `| indexing, seconds by the clock (of the processor) | ${indexed.toFixed(0)} (${processor(indexedUsed)}) |`,
  `| index on disk, MB | ${Math.round(size / 2 ** 20)} |`,
  `| peak memory while indexing, MB (before) | ${memory} (${before}) |`,
  `| opening the index, seconds | ${opened.toFixed(2)} |`,
  `| **asking for ${questions.length.toLocaleString('en')} names, seconds by the clock (of the processor)** | **${answered.toFixed(2)}** (${processor(answeredUsed)}) |`,
  `| a name, milliseconds: median, slowest of a hundred | ${percentile(
    bare.map(({ ms }) => ms),
    0.5,
  ).toFixed(1)}, ${percentile(
    bare.map(({ ms }) => ms),
    0.99,
  ).toFixed(1)} |`,
  `| peak memory in the end, MB | ${peakMegabytes()} |`,
  '',
  `Found: among the candidates (from ${0.6}); matched: with a score of ${NAME_THRESHOLDS.match} and more; first: the first of them. Without and with birth dates and countries.`,
  '',
  '| kind of variant | n | found | matched | first | found, with dates | first, with dates |',
  '|---|---|---|---|---|---|---|',
];
const row = (name: string, has: (answer: Answered) => boolean): void => {
  const [one, other] = [bare.filter(has), full.filter(has)];
  const found = (all: readonly Answered[], least: number): string =>
    share(all.filter((a) => isFound(a, least)).length, all.length);
  table.push(
    `| ${name} | ${one.length} | ${found(one, 0)} | ${found(one, NAME_THRESHOLDS.match)} | ${share(one.filter(isFirst).length, one.length)} | ${found(other, 0)} | ${share(other.filter(isFirst).length, other.length)} |`,
  );
};
for (const kind of [...VARIANT_KINDS.map((one) => one.kind), 'a pair of name-pairs'])
  if (bare.some(({ question }) => question.kind === kind)) row(kind, ({ question }) => question.kind === kind);
row('**all variants**', ({ question }) => question.ref !== null);

const precision = (all: readonly Answered[]): string => {
  const given = all.flatMap(({ question, candidates }) => candidates.map((candidate) => ({ question, candidate })));
  const matched = given.filter(({ candidate }) => candidate.score >= NAME_THRESHOLDS.match);
  const right = matched.filter(({ question, candidate }) => candidate.entry.ref === question.ref).length;
  const namesakes = matched.filter(
    ({ question, candidate }) => candidate.entry.ref !== question.ref && candidate.nameScore >= 0.97,
  ).length;
  const quiet = all.filter(
    ({ question, candidates }) =>
      question.ref === null && !candidates.some(({ score }) => score >= NAME_THRESHOLDS.match),
  ).length;
  const none = all.filter(({ question }) => question.ref === null).length;
  return `${share(right, matched.length)} | ${share(right + namesakes, matched.length)} | ${(given.length / all.length).toFixed(1)} | ${share(quiet, none)} |`;
};
table.push(
  '',
  'Precision: of the candidates that match, the share that is who was asked for; or who is called all but the same (a namesake).',
  '',
  '| | precision | with namesakes | candidates a name | strangers without a match |',
  '|---|---|---|---|---|',
  `| names alone | ${precision(bare)}`,
  `| with birth dates and countries | ${precision(full)}`,
);
console.log(table.join('\n'));
if (values.missed)
  for (const answer of bare)
    if (answer.question.ref !== null && !isFound(answer, 0))
      console.log(`missed ${answer.question.kind}: ${answer.question.asked.names[0]} (${answer.question.ref})`);
if (values.write) {
  const page = new URL('../docs/measurements.md', import.meta.url);
  const text = readFileSync(page, 'utf8');
  if (!text.includes('<!-- screen:begin -->'))
    throw new Error('docs/measurements.md lacks the marker <!-- screen:begin -->');
  writeFileSync(
    page,
    text.replace(
      /(<!-- screen:begin -->\n)[\s\S]*?(<!-- screen:end -->)/,
      (_, begin: string, end: string) => `${begin}${table.join('\n')}\n${end}`,
    ),
  );
}

/**
 * Scores every head of the shipped network, as Node reads with it, on corpora of known answers.
 *
 *   npm run bench:heads                                        development parts of all corpora
 *   npm run bench:heads -- --data PATH --split test            where the corpora lie (else BACKCHANNEL_DATA, else ../shared/data)
 *   npm run bench:heads -- --only names,roles --limit 20       some tasks; so many documents of each corpus
 *   npm run bench:heads -- --thorough                          with the thresholds of the other precision
 *   npm run bench:heads -- --json figures.json                 the figures as a file, too
 *   npm run bench:heads -- --reader reading --checkout FOLDER  what the whole product reads, here or in another checkout
 *
 * The corpora are public and no part of this project; docs/measurements.md names them. What is not at hand is skipped by name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { showProgress } from './heads/progress.ts';
import { openReadingReader } from './heads/reading-reader.ts';
import { type Score, TASKS, type TaskName } from './heads/score.ts';
import { scoreHeads } from './heads/score-heads.ts';
import { tableOf } from './heads/table.ts';
import { machine } from './machine.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env['BACKCHANNEL_DATA'] ?? `${ROOT}../shared/data` },
    split: { type: 'string', default: 'dev' },
    only: { type: 'string' },
    limit: { type: 'string' },
    careful: { type: 'boolean', default: false },
    thorough: { type: 'boolean', default: false },
    json: { type: 'string' },
    reader: { type: 'string', default: 'network' },
    checkout: { type: 'string', default: ROOT },
    model: { type: 'string', default: `${ROOT}models` },
    threads: { type: 'string', default: '2' },
  },
});

const refuse = (message: string): never => {
  console.error(message);
  process.exit(2);
};

const isTask = (name: string): name is TaskName => TASKS.some((task) => task === name);
const only = values.only?.split(',').map((name) => {
  return isTask(name) ? name : refuse(`Expected tasks of ${TASKS.join(', ')}, got "${name}"`);
});
const { split } = values;
if (split !== 'dev' && split !== 'test') refuse(`Expected --split dev or test, got "${split}"`);
if (values.careful && values.thorough) refuse('Expected --careful or --thorough, got both');
const precision = values.thorough ? 'thorough' : 'careful';

const begun = performance.now();
const reader =
  values.reader === 'reading'
    ? await openReadingReader(values.checkout, precision, Number(values.threads))
    : values.reader === 'network'
      ? await (await import('./heads/network-reader.ts')).openNetworkReader(
          values.model,
          precision,
          Number(values.threads),
        )
      : refuse(`Expected --reader network or reading, got "${values.reader}"`);
const { scores, skipped } = await scoreHeads(reader, {
  data: values.data,
  split: split === 'test' ? 'test' : 'dev',
  ...(only && { only: new Set(only) }),
  ...(values.limit !== undefined && { limit: Number(values.limit) }),
  progress: showProgress,
});
await reader.close();

const first = JSON.parse(readFileSync(new URL('heads/first-version.json', import.meta.url), 'utf8')) as {
  readonly scores: readonly Score[];
};
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(`${machine()}; ${reader.called}, ${precision}; ${seconds} s\n`);
console.log(tableOf(scores, split === 'dev' && values.limit === undefined ? first.scores : []));
for (const reason of skipped) console.log(`\nSkipped: ${reason}.`);
if (values.json !== undefined) {
  writeFileSync(
    values.json,
    `${JSON.stringify({ reader: reader.called, precision, split, scores, skipped }, null, 1)}\n`,
  );
}

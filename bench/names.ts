/**
 * Scores the names comparator on pairs of names with known answers, beside the reference's answers to the same pairs.
 *
 *   npm run bench:names                         development part
 *   npm run bench:names -- --data PATH          where cases-SPLIT.csv and logicv2-frozen-SPLIT.csv lie
 *                                               (else name-pairs in BACKCHANNEL_DATA, else in ../shared/data)
 *   npm run bench:names -- --split test         another part
 *   npm run bench:names -- --wrong              every pair that is answered otherwise than labelled
 *   npm run bench:names -- --write              puts the tables into docs/measurements.md
 *
 * Only `match` counts as "same": `unsure` and `no match` both count as "not the same", and are told apart below. The threshold is
 * the product's own. The pairs and the reference's answers are from OpenSanctions' nomenklatura (MIT), no part of this project.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareNames, NAME_THRESHOLDS, type NameVerdict } from '../src/index.ts';
import { machine } from './machine.ts';
import { countAnswers, figures } from './names/count-pairs.ts';
import { type NamePair, readPairs } from './names/read-pairs.ts';
import { measureSpeed } from './names/speed.ts';

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: join(
        process.env['BACKCHANNEL_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url)),
        'name-pairs',
      ),
    },
    split: { type: 'string', default: 'dev' },
    wrong: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const cases = join(values.data, `cases-${values.split}.csv`);
const reference = join(values.data, `logicv2-frozen-${values.split}.csv`);
if (!existsSync(cases)) {
  console.error(
    `Expected a file of pairs, found none: ${cases}\n  Name its folder with --data, or set BACKCHANNEL_DATA.`,
  );
  process.exit(2);
}

interface Answered extends NamePair {
  readonly score: number;
  readonly verdict: NameVerdict;
}

const answered: readonly Answered[] = readPairs(cases, existsSync(reference) ? reference : null).map((pair) => {
  const { score, verdict } = compareNames(pair.name1, pair.name2, pair.type);
  return { ...pair, score, verdict };
});

const of = (pairs: readonly Answered[], said: (pair: Answered) => boolean): ReturnType<typeof countAnswers> =>
  countAnswers(pairs.map((pair) => ({ said: said(pair), held: pair.isMatch })));
const ours = (pair: Answered): boolean => pair.verdict === 'match';
const theirs = (pair: Answered): boolean => pair.reference === true;
const cell = (value: number): string => value.toFixed(3);
const shown = (counts: ReturnType<typeof countAnswers>): string => {
  const { precision, recall, f1 } = figures(counts);
  return `${cell(precision)} | ${cell(recall)} | **${cell(f1)}**`;
};

const compared = answered.filter((pair) => pair.reference !== null);
const lines: string[] = [
  `${machine()}; match from ${NAME_THRESHOLDS.match}, unsure from ${NAME_THRESHOLDS.unsure}; ${values.split} part.`,
  '',
  '| pairs | n | ours: P | R | F1 | reference: P | R | F1 |',
  '|---|---|---|---|---|---|---|---|',
  `| all | ${answered.length} | ${shown(of(answered, ours))} | | | |`,
];
const row = (name: string, pairs: readonly Answered[]): void => {
  if (pairs.length > 0)
    lines.push(`| ${name} | ${pairs.length} | ${shown(of(pairs, ours))} | ${shown(of(pairs, theirs))} |`);
};
row('with a reference score', compared);
for (const schema of [...new Set(compared.map((pair) => pair.schema))].sort())
  row(
    schema,
    compared.filter((pair) => pair.schema === schema),
  );
// A stable half of the pairs, by their letters: what was set on one half is to hold on the other.
const isEven = (pair: Answered): boolean =>
  [...`${pair.name1}${pair.name2}`].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7) %
    2 ===
  0;
row('one half', compared.filter(isEven));
row(
  'the other half',
  compared.filter((pair) => !isEven(pair)),
);

lines.push(
  '',
  '| quality | held | match | unsure | no match | reference: match | not |',
  '|---|---|---|---|---|---|---|',
);
for (const quality of ['STRONG', 'MEDIUM', 'WEAK']) {
  for (const isMatch of [true, false]) {
    const pairs = answered.filter((pair) => pair.quality === quality && pair.isMatch === isMatch);
    const count = (verdict: NameVerdict): number => pairs.filter((pair) => pair.verdict === verdict).length;
    const judged = pairs.filter((pair) => pair.reference !== null);
    const same = judged.filter(theirs).length;
    lines.push(
      `| ${quality} | ${isMatch ? 'same' : 'not'} | ${count('match')} | ${count('unsure')} | ${count('no match')} | ${same} | ${judged.length - same} |`,
    );
  }
}

lines.push(
  '',
  '| group | held same: match | unsure | no match | held not: match | unsure | no match |',
  '|---|---|---|---|---|---|---|',
);
for (const group of [...new Set(answered.map((pair) => pair.group))].sort()) {
  const count = (isMatch: boolean, verdict: NameVerdict): number =>
    answered.filter((pair) => pair.group === group && pair.isMatch === isMatch && pair.verdict === verdict).length;
  const counts = [true, false].flatMap((isMatch) =>
    (['match', 'unsure', 'no match'] as const).map((verdict) => count(isMatch, verdict)),
  );
  lines.push(`| ${group} | ${counts.join(' | ')} |`);
}

const speed = measureSpeed(answered);
lines.push(
  '',
  `Speed, one core, names already taken apart: ${speed.perSecond.toLocaleString('en')} comparisons a second of processor time ` +
    `(${speed.perClockSecond.toLocaleString('en')} by the clock), median of ${speed.runs} runs of ${speed.comparisons.toLocaleString('en')}; ` +
    `every name new: ${speed.coldPerSecond.toLocaleString('en')}.`,
);

const table = lines.join('\n');
console.log(table);
if (values.wrong) {
  for (const pair of answered) {
    if (ours(pair) === pair.isMatch) continue;
    console.log(
      `${pair.isMatch ? 'missed' : 'wrong'} ${pair.schema} ${pair.quality} ${cell(pair.score)} ${pair.name1} | ${pair.name2} (${pair.category})`,
    );
  }
}
const failed = answered.filter((pair) => pair.quality === 'STRONG' && ours(pair) !== pair.isMatch);
if (values.write) {
  const page = new URL('../docs/measurements.md', import.meta.url);
  const text = readFileSync(page, 'utf8');
  const written = text.replace(
    /(<!-- names:begin -->\n)[\s\S]*?(<!-- names:end -->)/,
    (_, begin: string, end: string) => `${begin}${table}\n${end}`,
  );
  if (!/<!-- names:begin -->/.test(text)) throw new Error('docs/measurements.md lacks the marker <!-- names:begin -->');
  writeFileSync(page, written);
}
if (failed.length > 0) {
  console.error(`${failed.length} STRONG pairs are answered otherwise than labelled.`);
  process.exitCode = 1;
}

/**
 * The same event across documents: mentions that a corpus gives, taken together by the product's function.
 *
 *   npm run bench:events                       ECB+ dev; GVC dev and MEANTIME dev with the same settings
 *   npm run bench:events -- --data PATH        where the corpora lie (else BACKCHANNEL_DATA, else ../shared/data)
 *   npm run bench:events -- --only ecb-plus    some corpora
 *   npm run bench:events -- --write            puts the table into docs/measurements.md
 *   npm run bench:events -- --evidence FILE    what is compared, with the answers, for training the scorer (ECB+ train and dev, MEANTIME train)
 *
 * Texts are cut into sentences as the reader does; stories are found by the product in all documents of a corpus together. CoNLL
 * F1 is taken over all documents together, every mention counted, those that stand alone as well. The floor (one stem in one
 * story is one event) and the scorer within the corpus' own stories are scored in the same run.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareAll, EVIDENCE, groupEvents } from '../src/resolve/events/index.ts';
import type { EventDocument } from './events/event-corpus.ts';
import { type PreparedCorpus, prepareCorpus } from './events/prepare-corpus.ts';
import { readDiverse } from './events/read-diverse.ts';
import { readEcbPlus } from './events/read-ecb-plus.ts';
import { coreferenceFigures } from './heads/coreference-measures.ts';
import { machine } from './machine.ts';

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: process.env['BACKCHANNEL_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url)),
    },
    only: { type: 'string', default: '' },
    evidence: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

type Groups = readonly (readonly number[])[];

const spansOf = (groups: Groups): readonly (readonly (readonly [number, number])[])[] =>
  groups.map((group) => group.map((number) => [number, number + 1] as const));

const byKey = (corpus: PreparedCorpus, key: (mention: number) => string): Groups => {
  const groups = new Map<string, number[]>();
  corpus.mentions.forEach((_, number) => {
    const known = groups.get(key(number)) ?? [];
    groups.set(key(number), known);
    known.push(number);
  });
  return [...groups.values()];
};

const storyNumbers = ({ documents }: PreparedCorpus): readonly number[] => {
  const names = [...new Set(documents.map(({ story }) => story))];
  return documents.map(({ story }) => names.indexOf(story));
};

const dump = (file: string, corpora: readonly (readonly [string, PreparedCorpus])[]): void => {
  const out = openSync(file, 'w');
  writeSync(out, `${JSON.stringify({ evidence: EVIDENCE })}\n`);
  for (const [name, corpus] of corpora) {
    const stems = corpus.mentions.map(({ stem }) => stem);
    const owners = corpus.mentions.map(({ document }) => corpus.documents[document]?.name);
    for (const [kind, stories] of [
      ['found', corpus.stories],
      ['gold', storyNumbers(corpus)],
    ] as const) {
      const head = {
        corpus: name,
        stories: kind,
        chains: corpus.chains,
        stems,
        documents: owners,
        story: corpus.mentions.map(({ document }) => stories[document]),
      };
      writeSync(out, `${JSON.stringify(head)}\n`);
      for (const { one, other, evidence } of compareAll(corpus.mentions, corpus.texts, stories)) {
        writeSync(out, `${one} ${other} ${EVIDENCE.map((key) => Number((evidence[key] ?? 0).toFixed(5))).join(' ')}\n`);
      }
      writeSync(out, '\n');
    }
  }
  closeSync(out);
};

const sets: readonly (readonly [name: string, documents: () => readonly EventDocument[]])[] = [
  ['ecb-plus', () => readEcbPlus(values.data, 'dev')],
  ['gvc', () => readDiverse(values.data, 'gvc', 'dev')],
  ['meantime', () => readDiverse(values.data, 'meantime', 'dev')],
];

if (values.evidence !== undefined) {
  dump(values.evidence, [
    ['train', prepareCorpus(readEcbPlus(values.data, 'train'))],
    ['meantime', prepareCorpus(readDiverse(values.data, 'meantime', 'train'))],
    ['dev', prepareCorpus(readEcbPlus(values.data, 'dev'))],
  ]);
  process.exit(0);
}

const wanted = values.only === '' ? null : new Set(values.only.split(','));
const percent = (value: number): string => value.toFixed(3);
const lines: string[] = [
  `${machine()}; all documents of a corpus together, mentions given, those that stand alone counted.`,
  '',
  '| corpus | documents | mentions | events | how | MUC | B³ | CEAFe | CoNLL F1 | seconds |',
  '|---|---|---|---|---|---|---|---|---|---|',
];
for (const [name, documents] of sets) {
  if (wanted !== null && !wanted.has(name)) continue;
  const corpus = prepareCorpus(documents());
  if (corpus.documents.length === 0) continue;
  const gold = byKey(corpus, (number) => corpus.chains[number] ?? '');
  const story = (number: number): number => corpus.mentions[number]?.document ?? 0;
  const goldStories = storyNumbers(corpus);
  const ways: readonly (readonly [string, () => Groups])[] = [
    [
      '**the scorer**',
      () => groupEvents(corpus.mentions, corpus.texts, corpus.stories).map(({ mentions }) => mentions),
    ],
    [
      'floor: same stem, stories found',
      () => byKey(corpus, (one) => `${corpus.stories[story(one)]} ${corpus.mentions[one]?.stem}`),
    ],
    [
      'the scorer, given the stories',
      () => groupEvents(corpus.mentions, corpus.texts, goldStories).map(({ mentions }) => mentions),
    ],
    [
      'floor: same stem, given the stories',
      () => byKey(corpus, (one) => `${goldStories[story(one)]} ${corpus.mentions[one]?.stem}`),
    ],
  ];
  for (const [how, group] of ways) {
    const began = performance.now();
    const found = group();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const { muc, b3, ceafe, conll } = coreferenceFigures([{ gold: spansOf(gold), found: spansOf(found) }]);
    const counts = [corpus.documents.length, corpus.mentions.length, gold.length];
    lines.push(`| ${[name, ...counts, how, ...[muc, b3, ceafe, conll].map(percent), seconds].join(' | ')} |`);
  }
}
const table = lines.join('\n');
console.log(table);
if (values.write) {
  const path = fileURLToPath(new URL('../docs/measurements.md', import.meta.url));
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(
      /<!-- events:begin -->[\s\S]*<!-- events:end -->/,
      () => `<!-- events:begin -->\n${table}\n<!-- events:end -->`,
    ),
  );
}

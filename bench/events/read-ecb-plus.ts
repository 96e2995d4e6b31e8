import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/model/index.ts';
import { type EventDocument, type GoldMention, headOf } from './event-corpus.ts';
import { textOfTokens } from './text-of-tokens.ts';

const DEV = new Set(['2', '5', '12', '18', '21', '23', '34', '35']);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) =>
    decimal !== undefined
      ? String.fromCodePoint(Number(decimal))
      : hex !== undefined
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : (ENTITIES[name] ?? whole),
  );

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Documents of a topic in checked sentences: "topic_file" to their numbers. */
const checkedSentences = (folder: string): ReadonlyMap<string, ReadonlySet<number>> => {
  const checked = new Map<string, Set<number>>();
  for (const line of readFileSync(join(folder, 'ECBplus_coreference_sentences.csv'), 'utf8').split('\n').slice(1)) {
    const [topic, file, sentence] = line.trim().split(',');
    if (file === undefined) continue;
    const known = checked.get(`${topic}_${file}`) ?? new Set();
    checked.set(`${topic}_${file}`, known.add(Number(sentence)));
  }
  return checked;
};

const readFile = (path: string, name: string, topic: string, checked: ReadonlySet<number>): EventDocument => {
  const xml = gunzipSync(readFileSync(path)).toString('utf8');
  const all = [...xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)].map(([, tag = '', word = '']) => ({
    key: attribute(tag, 't_id'),
    sentence: Number(attribute(tag, 'sentence')),
    word: unescaped(word),
  }));
  // Of pages, the address stands first.
  const isPage = name.endsWith('ecbplus') && ['http', 'https', 'www'].includes(all[0]?.word.toLowerCase() ?? '');
  const tokens = isPage ? all.filter(({ sentence }) => sentence !== 0) : all;
  const { text, places } = textOfTokens(tokens);
  const byKey = new Map(tokens.map((token) => [token.key, token]));
  const [marks = '', relations = ''] = xml.split('<Relations>');
  const chains = new Map<string, string>();
  for (const [, kind, tag = '', body = ''] of relations.matchAll(
    /<(CROSS_DOC_COREF|INTRA_DOC_COREF) ([^>]*)>(.*?)<\/\1>/gs,
  )) {
    const chain = kind === 'CROSS_DOC_COREF' ? attribute(tag, 'note') : `${name}/${attribute(tag, 'r_id')}`;
    for (const [source] of body.matchAll(/<source [^>]*>/g)) chains.set(attribute(source, 'm_id'), chain);
  }
  const mentions: (GoldMention & { readonly key: string })[] = [];
  for (const [, , tag = '', body = ''] of marks.matchAll(/<((?:NEG_)?ACTION_\w+) ([^>]*[^/])>(.*?)<\/\1>/gs)) {
    const words = [...body.matchAll(/<token_anchor [^>]*>/g)].flatMap(
      ([anchor]) => byKey.get(attribute(anchor, 't_id')) ?? [],
    );
    const first = words[0];
    const head = words[headOf(words.map(({ word }) => word))];
    const place: Span | undefined = head && places.get(head.key);
    if (first === undefined || place === undefined || !checked.has(first.sentence)) continue;
    const key = attribute(tag, 'm_id');
    mentions.push({ key, head: place, chain: chains.get(key) ?? `${name}/m${key}` });
  }
  return {
    name,
    story: `${topic}${name.endsWith('ecbplus') ? '+' : '-'}`,
    text,
    mentions: mentions
      .sort((a, b) => a.head[0] - b.head[0] || a.head[1] - b.head[1] || Number(a.key) - Number(b.key))
      .map(({ head, chain }) => ({ head, chain })),
  };
};

/** Events of ECB+ in its checked sentences. */
export const readEcbPlus = (data: string, split: 'train' | 'dev'): readonly EventDocument[] => {
  const folder = join(data, 'ecb-plus');
  if (!existsSync(folder)) return [];
  const checked = checkedSentences(folder);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && DEV.has(entry.name) === (split === 'dev'))
    .sort((a, b) => Number(a.name) - Number(b.name))
    .flatMap(({ name: topic }) =>
      readdirSync(join(folder, topic))
        .filter((file) => file.endsWith('.xml.gz'))
        .sort()
        .map((file) => {
          const name = file.replace(/\.xml\.gz$/, '');
          return readFile(join(folder, topic, file), name, topic, checked.get(name) ?? new Set());
        }),
    );
};

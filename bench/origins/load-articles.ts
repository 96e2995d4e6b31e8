/**
 * Real articles of public corpora as plain texts, each with the story that it is known to tell. The corpora are no part of this project; their folders say where they are from.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** An article. Two of different stories are unrelated. */
export interface Article {
  readonly corpus: string;
  readonly name: string;
  /** Articles of one story share it. */
  readonly story: string;
  readonly text: string;
}

const gunzip = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );

/** Tokens as a sentence is written: no space before a full stop, none within quotes and addresses. */
export const joinTokens = (tokens: readonly string[]): string =>
  tokens
    .join(' ')
    .replace(/``\s?/g, '"')
    .replace(/\s?''/g, '"')
    .replace(/ (?=[.,;:!?%)\]])/g, '')
    .replace(/(?<=[([$]) /g, '')
    .replace(/ (?=(?:n't|['’](?:s|re|ve|ll|d|m))\b)/g, '')
    .replace(/(?<=\w) - (?=\w)/g, '-')
    .replace(/(?<=\w) ?\/ ?(?=\w)|: ?\/ ?\//g, (mark) => mark.replace(/ /g, ''))
    .replace(/\s*\/\/n\b/g, '')
    .trim();

/** An address as the page's first line is the collectors' note of it, broken by their tokenizer: it tells the outlet. */
const mendAddress = (line: string): string => (/^https?:\s?\/\//.test(line) ? `URL: ${line.replace(/\s/g, '')}` : line);

const ecbArticles = (folder: string, topics: readonly string[]): readonly Article[] =>
  topics.flatMap((topic) =>
    readdirSync(join(folder, topic))
      .filter((name) => name.endsWith('.xml.gz'))
      .sort()
      .map((file): Article => {
        const sentences = new Map<string, string[]>();
        for (const match of gunzip(join(folder, topic, file)).matchAll(
          /<token [^>]*sentence="(\d+)"[^>]*>([^<]*)<\/token>/g,
        )) {
          const [, sentence = '', word = ''] = match;
          const known = sentences.get(sentence);
          if (known === undefined) sentences.set(sentence, [unescapeXml(word)]);
          else known.push(unescapeXml(word));
        }
        const lines = [...sentences.values()].map(joinTokens).map(mendAddress);
        const name = basename(file, '.xml.gz');
        // "1_10ecb" and "1_10ecbplus" are two stories of one kind.
        const story = `ecb-plus ${topic} ${name.replace(/^\d+_\d+/, '')}`;
        return { corpus: 'ecb-plus', name, story, text: `${lines.join('\n')}\n` };
      }),
  );

/** CoNLL: document, sentence, token, word; a document's name holds its topic (MEANTIME) or the topic and the incident (GVC). */
const conllArticles = (path: string, corpus: string): readonly Article[] => {
  const documents = new Map<string, Map<string, string[]>>();
  for (const line of gunzip(path).split('\n')) {
    const [name, sentence, , word] = line.split('\t');
    if (name === undefined || sentence === undefined || word === undefined) continue;
    const sentences = documents.get(name) ?? new Map<string, string[]>();
    documents.set(name, sentences);
    const known = sentences.get(sentence);
    if (known === undefined) sentences.set(sentence, [word]);
    else known.push(word);
  }
  return [...documents].map(([name, sentences]) => ({
    corpus,
    name,
    story: `${corpus} ${name.split('/')[corpus === 'gvc' ? 1 : 0] ?? name}`,
    text: `${[...sentences.values()].map(joinTokens).join('\n')}\n`,
  }));
};

/** PolNeAR: all of one election; which of them are related nobody has said. */
const polnearArticles = (folder: string): readonly Article[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((file) => ({
      corpus: 'polnear',
      name: basename(file, '.txt'),
      story: 'polnear',
      text: readFileSync(join(folder, file), 'utf8'),
    }));

/** The topics of ECB+ that its README keeps for development. */
export const ECB_DEV: readonly string[] = ['2', '5', '12', '18', '21', '23', '34', '35'];

/** Topics of ECB+ in the order of their numbers. */
export const ecbTopics = (data: string): readonly string[] =>
  readdirSync(join(data, 'ecb-plus'))
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b));

/** ECB+ articles of some topics. */
export const loadEcb = (data: string, topics: readonly string[]): readonly Article[] =>
  ecbArticles(join(data, 'ecb-plus'), topics);

/** Articles on shootings (GVC), one story an incident. */
export const loadGvc = (data: string): readonly Article[] =>
  conllArticles(join(data, 'gvc/dev/dataset.conll.gz'), 'gvc');

/** Wikinews on three industries (MEANTIME), and news of an election (PolNeAR), each taken as one story. */
export const loadOthers = (data: string): readonly Article[] => [
  ...['train', 'dev'].flatMap((part) => conllArticles(join(data, `meantime/${part}/dataset.conll.gz`), 'meantime')),
  ...polnearArticles(join(data, 'polnear/dev/text')),
];

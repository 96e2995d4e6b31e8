import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type EventDocument, type GoldMention, headOf } from './event-corpus.ts';
import { type Token, textOfTokens } from './text-of-tokens.ts';

interface Row {
  readonly conll_doc_key: string;
  readonly sent_id: number;
  readonly tokens_number: readonly number[];
  readonly tokens_text: readonly string[];
  readonly coref_chain: string;
}

/** Events of GVC and MEANTIME, in the processed form that both have. */
export const readDiverse = (
  data: string,
  corpus: 'gvc' | 'meantime',
  split: 'train' | 'dev',
): readonly EventDocument[] => {
  const folder = join(data, corpus, split);
  if (!existsSync(folder)) return [];
  const read = (name: string): string => gunzipSync(readFileSync(join(folder, name))).toString('utf8');
  const tokens = new Map<string, Token[]>();
  for (const line of read('dataset.conll.gz').split('\n')) {
    const [name, sentence, token, word] = line.split('\t');
    if (line.startsWith('#') || name === undefined || word === undefined) continue;
    const known = tokens.get(name) ?? [];
    tokens.set(name, known);
    known.push({ key: `${Number(sentence)} ${Number(token)}`, sentence: Number(sentence), word });
  }
  const rows: readonly Row[] = JSON.parse(read('event_mentions.json.gz'));
  return [...tokens]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => {
      const { text, places } = textOfTokens(own);
      const mentions = rows
        .filter((row) => row.conll_doc_key === name)
        .flatMap((row): readonly GoldMention[] => {
          const at = headOf(row.tokens_text.map(String));
          const head = places.get(`${row.sent_id} ${Number(row.tokens_number[at])}`);
          return head === undefined ? [] : [{ head, chain: row.coref_chain }];
        });
      const [, story = name] = name.split('/');
      return { name, story, text, mentions: mentions.sort((a, b) => a.head[0] - b.head[0] || a.head[1] - b.head[1]) };
    });
};

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { LabelledDocument, Split } from '../labelled-document.ts';
import { blocksOf, runsOfTags } from './columns.ts';
import { stretch, TextBuilder } from './text-builder.ts';

type Tagged = readonly (readonly [word: string, tag: string])[];

const documentOf = (name: string, sentences: readonly Tagged[]): LabelledDocument => {
  const build = new TextBuilder();
  const names = sentences.flatMap((sentence) => {
    build.gap(' ');
    const places = sentence.map(([word]) => build.token(word));
    return runsOfTags(sentence.map(([, tag]) => tag)).map(({ first, last, label }) => {
      const [start, end] = stretch(places, first, last);
      return { start, end, label };
    });
  });
  return { name, text: build.text, names };
};

/** Local newspapers of some 45 countries, nine types: `worldwide-news-ner/<split>/*.tsv`, a document a file. */
export const readWorldNews = (data: string, split: Split): readonly LabelledDocument[] => {
  const folder = join(data, 'worldwide-news-ner', split);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
  return files.sort().map((file) => {
    const blocks = blocksOf(readFileSync(join(folder, file), 'utf8'));
    const sentences = blocks.map((rows) => rows.map(([word = '', tag = 'O']) => [word, tag] as const));
    return documentOf(parse(file).name, sentences);
  });
};

/** Sentences on politics, nine types: `crossner-politics/<split>.txt`, a document a sentence. */
export const readPolitics = (data: string, split: Split): readonly LabelledDocument[] => {
  const file = join(data, 'crossner-politics', `${split}.txt`);
  if (!existsSync(file)) return [];
  return blocksOf(readFileSync(file, 'utf8')).map((rows, number) =>
    documentOf(`politics-${split}-${number}`, [rows.map((row) => [row[0] ?? '', row.at(-1) ?? 'O'] as const)]),
  );
};

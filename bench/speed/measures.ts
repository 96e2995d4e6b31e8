import type { Document } from '../../src/model/index.ts';
import { generatePile } from '../generate/generate-pile.ts';
import { writeArticle, writeLongText } from '../generate/write-article.ts';
import { countWords, peakMegabytes } from '../machine.ts';
import { loadBuilt } from './built.ts';
import { type OddKind, oddText } from './odd-texts.ts';

/** Times of single articles, one after the other. */
export interface Latency {
  readonly milliseconds: readonly number[];
  /** Of the processor, all threads: what other programs do on the machine hardly counts. */
  readonly cpuMilliseconds: readonly number[];
  readonly peakMegabytes: number;
}

/** One pile, read once. */
export interface Pile {
  readonly words: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** One long text. */
export interface LongText {
  readonly megabytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** What was found, to see that it was read. */
  readonly mentions: number;
}

const documentsOf = async (
  texts: Iterable<{ readonly name: string; readonly text: string }>,
): Promise<readonly Document[]> => {
  const { documentFromBytes } = await loadBuilt();
  const documents: Document[] = [];
  for (const { name, text } of texts) {
    const acquired = await documentFromBytes(Buffer.from(text), name);
    if (acquired.kind !== 'document') throw new Error(`Expected to acquire ${name}, got ${JSON.stringify(acquired)}`);
    documents.push(acquired.document);
  }
  return documents;
};

/** Times of articles of so many words, after some that warm up. All of the machine's cores serve each article. */
export const measureLatency = async (ask: {
  readonly words: number;
  readonly articles: number;
  readonly threads: number;
}): Promise<Latency> => {
  const { openReaderPool } = await loadBuilt();
  const warm = 5;
  const texts = Array.from({ length: ask.articles + warm }, (_, number) => ({
    name: `article-${number}.txt`,
    text: writeArticle(ask.words, `latency ${number}`),
  }));
  const documents = await documentsOf(texts);
  const pool = await openReaderPool({ workers: 1, threads: ask.threads });
  const milliseconds: number[] = [];
  const cpuMilliseconds: number[] = [];
  for (const document of documents) {
    const begun = performance.now();
    const cpu = process.cpuUsage();
    const outcome = await pool.run(document);
    const { user, system } = process.cpuUsage(cpu);
    milliseconds.push(performance.now() - begun);
    cpuMilliseconds.push((user + system) / 1000);
    if (outcome.kind === 'refused') throw new Error(`Expected to read it: ${outcome.refusal.reason}`);
  }
  await pool.close();
  return {
    milliseconds: milliseconds.slice(warm),
    cpuMilliseconds: cpuMilliseconds.slice(warm),
    peakMegabytes: peakMegabytes(),
  };
};

/** Reads a generated pile by so many workers. Workers are started, and have read a few documents, before time is taken. */
export const measurePile = async (ask: { readonly documents: number; readonly workers: number }): Promise<Pile> => {
  const { openReaderPool } = await loadBuilt();
  const texts = [...generatePile({ documents: ask.documents, seed: 'speed' })];
  const words = texts.reduce((sum, { text }) => sum + countWords(text), 0);
  const documents = await documentsOf(texts);
  const pool = await openReaderPool({ workers: ask.workers, threads: 1 });
  const readAll = async (some: readonly Document[]): Promise<void> => {
    const outcomes = await Promise.all(some.map((document) => pool.run(document)));
    const refused = outcomes.find(({ kind }) => kind === 'refused');
    if (refused !== undefined) throw new Error(`Expected every document to be read: ${JSON.stringify(refused)}`);
  };
  await readAll(documents.slice(0, 8 * ask.workers));
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await readAll(documents);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  return { words, seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes: peakMegabytes() };
};

/** Reads one text of so many megabytes: reporting, or one that is odd. */
export const measureLongText = async (ask: {
  readonly megabytes: number;
  readonly kind: OddKind | 'reporting';
  readonly threads: number;
}): Promise<LongText> => {
  const { openReaderPool } = await loadBuilt();
  const bytes = ask.megabytes * 1e6;
  const text = ask.kind === 'reporting' ? writeLongText(bytes, 'long') : oddText(ask.kind, bytes);
  const [warm, document] = await documentsOf([
    { name: 'warm.txt', text: writeArticle(800, 'warm') },
    { name: 'long.txt', text },
  ]);
  if (warm === undefined || document === undefined) throw new Error('Expected two documents');
  const pool = await openReaderPool({ workers: 1, threads: ask.threads });
  await pool.run(warm);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await pool.run(document);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  if (outcome.kind === 'refused') throw new Error(`Expected to read it: ${outcome.refusal.reason}`);
  for (const { start, end } of outcome.reading.mentions) {
    if (start >= end || end > document.text.length)
      throw new Error(`Expected a place in the text, got ${start}-${end}`);
  }
  return {
    megabytes: Buffer.byteLength(text) / 1e6,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: peakMegabytes(),
    mentions: outcome.reading.mentions.length,
  };
};

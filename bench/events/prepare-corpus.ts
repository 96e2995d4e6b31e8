import type { Document, Span } from '../../src/model/index.ts';
import { findBlocks } from '../../src/read/blocks/index.ts';
import { findTokens } from '../../src/read/tokens/index.ts';
import { type EventMention, type EventText, eventMentionOf, eventTextOf } from '../../src/resolve/events/index.ts';
import { groupStories, storyTerms } from '../../src/resolve/stories/index.ts';
import type { EventDocument } from './event-corpus.ts';

/** A corpus as the product's function is given it. */
export interface PreparedCorpus {
  readonly documents: readonly EventDocument[];
  readonly texts: readonly EventText[];
  /** In order of documents and text. */
  readonly mentions: readonly EventMention[];
  /** Of each mention. */
  readonly chains: readonly string[];
  /** Of each document, the number of its story, as found. */
  readonly stories: readonly number[];
}

const documentOf = (name: string, text: string): Document => ({
  id: name,
  path: name,
  paths: [name],
  sha256: '',
  bytes: Buffer.byteLength(text),
  mediaType: 'text/plain',
  encoding: 'utf-8',
  text,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  found: [],
  layout: [],
  anchors: [],
  steps: [],
});

const sentencesOf = (document: Document): readonly Span[] =>
  findTokens(document.text, findBlocks(document)).sentences.map(({ start, end }) => [start, end] as const);

/** A stretch for each place that no sentence holds (in what the reader takes for no reporting): its line. */
const withLines = (text: string, sentences: readonly Span[], places: readonly Span[]): readonly Span[] => {
  const all = [...sentences];
  for (const [start] of places) {
    if (all.some((one) => one[0] <= start && start < one[1])) continue;
    const from = Math.max(text.lastIndexOf('\n', start) + 1, ...all.map((one) => (one[1] <= start ? one[1] : 0)));
    const ends = [text.indexOf('\n', start), ...all.map((one) => one[0])].filter((end) => end > start);
    all.push([from, Math.min(text.length, ...ends)]);
  }
  return all.sort((a, b) => a[0] - b[0]);
};

/** Reads a corpus with the product: sentences, stories, and what events are compared by. */
export const prepareCorpus = (documents: readonly EventDocument[]): PreparedCorpus => {
  const made = documents.map(({ name, text }) => documentOf(name, text));
  const texts: EventText[] = [];
  const mentions: EventMention[] = [];
  const chains: string[] = [];
  for (const [number, { text, mentions: given }] of documents.entries()) {
    const places = given.map(({ head }) => head);
    const sentences = withLines(text, sentencesOf(made[number] as Document), places);
    const cut = eventTextOf(text, sentences);
    texts.push(cut);
    for (const { head, chain } of given) {
      const mention = eventMentionOf(number, text, cut, head);
      if (mention === null)
        throw new Error(`Expected a sentence around ${head.join('-')} of ${made[number]?.id}, found none`);
      mentions.push(mention);
      chains.push(chain);
    }
  }
  return {
    documents,
    texts,
    mentions,
    chains,
    stories: groupStories(made.map((document) => storyTerms(document, null))),
  };
};

import { type Block, contentId, type Document, type Reading } from '../model/index.ts';
import { isEnglish, outletByName } from '../text/index.ts';
import { findAttributions } from './attribution/index.ts';
import type { Beat } from './beats/index.ts';
import { findBlocks } from './blocks/index.ts';
import { findCitations } from './citations/index.ts';
import { linkMentions } from './coreference/index.ts';
import { findFrames } from './frames/index.ts';
import { findMentions } from './mentions/index.ts';
import { type Network, type Precision, type Recognised, recognise, type TextToRecognise } from './network/index.ts';
import { pairQuotes } from './quotes/index.ts';
import { findTimes } from './times/index.ts';
import { findTokens } from './tokens/index.ts';

/** Changes whenever the same text may be read otherwise: readings of another version are made again. */
export const READER_VERSION = 'reader-5';

/** How a document is read, besides the beat. */
export interface ReadSettings {
  /** Name of the network's weights: {@link Network.version}. */
  readonly model: string;
  /** `careful` by default. */
  readonly precision?: Precision;
}

const beatIds = new WeakMap<Beat, string>();

/**
 * Version of the reader: its code, the network's weights, how careful it is, and the beat's very words. All that a reading
 * depends on besides its document.
 */
export const readerOf = (beat: Beat, settings: ReadSettings): string => {
  return [READER_VERSION, settings.model, settings.precision ?? 'careful', beatIdOf(beat)].join('+');
};

/** Names what of a beat readings depend on: its name and a hash. Columns of ledgers, titles and examples change no reading. */
export const beatIdOf = (beat: Beat): string => {
  const { name, cues, frames } = beat;
  const id =
    beatIds.get(beat) ??
    contentId(name, JSON.stringify([cues, frames.map(({ examples: _, description: __, ...frame }) => frame)]));
  beatIds.set(beat, id);
  return id;
};

const blocksKnown = new WeakMap<Document, readonly Block[]>();

/** Blocks are wanted twice: by the network and by what reads after it. */
const blocksOf = (document: Document): readonly Block[] => {
  const blocks = blocksKnown.get(document) ?? findBlocks(document);
  blocksKnown.set(document, blocks);
  return blocks;
};

/**
 * Runs the network over documents, several at once; what it sees in one does not depend on the others.
 *
 * @returns One item a document, in the order given, to be handed to {@link read}. Of text that is not English, nothing.
 */
export const recogniseDocuments = (
  network: Network,
  documents: readonly Document[],
  precision: Precision = 'careful',
): Promise<readonly Recognised[]> => {
  const texts = documents.map(
    (document): TextToRecognise => ({
      text: document.text,
      blocks: isEnglish(document.text) === false ? [] : blocksOf(document),
    }),
  );
  return recognise(network, texts, { precision });
};

/**
 * Reads one document: a pure function of (document, beat, what the network recognised, settings, {@link READER_VERSION}).
 *
 * Never throws on strange text: it finds less. Text in another language than English keeps its blocks and gives no mentions,
 * attributions or frames; the reading says so by its `language`.
 *
 * @param recognised Of this very document, by {@link recogniseDocuments} with the same precision.
 */
export const read = (document: Document, beat: Beat, recognised: Recognised, settings: ReadSettings): Reading => {
  const { text } = document;
  const blocks = blocksOf(document);
  const english = isEnglish(text);
  const { tokens, sentences } = english === false ? { tokens: [], sentences: [] } : findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  const times = findTimes(text, sentences, document.published);
  const seen = { document, text, blocks, recognised, tokens, sentences, quotes, times };
  const found = findMentions(seen, settings.precision);
  const mentions = linkMentions({ ...seen, mentions: found });
  const attributions = findAttributions({ ...seen, mentions });
  const citations = findCitations({ ...seen, mentions, attributions }, (name) => outletByName(name) !== null);
  const frames = findFrames(beat, { ...seen, mentions, attributions, citations, frames: [] }, settings.precision);
  return {
    document: {
      id: document.id,
      path: document.path,
      sha256: document.sha256,
      title: document.title,
      outlet: document.outlet,
      byline: document.byline,
      published: document.published,
    },
    reader: readerOf(beat, settings),
    language: english === true ? 'en' : null,
    blocks,
    sentences: sentences.map(({ start, end }) => [start, end]),
    mentions,
    attributions,
    times,
    frames,
    citations,
  };
};

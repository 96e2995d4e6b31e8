import { type Block, contentId, type Document, isInReadLanguage, type Reading } from '../model/index.ts';
import { findLanguages, outletByName } from '../text/index.ts';
import { findAttributions } from './attribution/index.ts';
import type { Beat } from './beats/index.ts';
import { findBlocks } from './blocks/index.ts';
import { findCitations } from './citations/index.ts';
import { linkMentions } from './coreference/index.ts';
import { findFrames } from './frames/index.ts';
import { findMentions } from './mentions/index.ts';
import {
  type Network,
  NOTHING,
  type Precision,
  type Recognised,
  recognise,
  type TextToRecognise,
} from './network/index.ts';
import { pairQuotes } from './quotes/index.ts';
import { findTimes } from './times/index.ts';
import { findTokens } from './tokens/index.ts';

/** Changes whenever the same text may be read otherwise: readings of another version are made again. */
export const READER_VERSION = 'reader-6';

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

/** A document as it is before it is read: its blocks, in which languages they are, and what the network sees in those that are read. */
export interface Surveyed {
  /** Each with its language. */
  readonly blocks: readonly Block[];
  /** In which most of the document is; null where it cannot be told. */
  readonly language: string | null;
  readonly recognised: Recognised;
}

const readOf = (blocks: readonly Block[], own: string | null): readonly Block[] =>
  blocks.filter((block) => isInReadLanguage(block, own));

/** What a document says its language is, as a primary tag; the best ranked where it says several. */
const declaredLanguage = ({ found }: Document): string | null =>
  found
    .find(({ field }) => field === 'language')
    ?.value.split('-')[0]
    ?.toLowerCase() ?? null;

const blocksOf = async (document: Document): Promise<Omit<Surveyed, 'recognised'>> => {
  const blocks = findBlocks(document);
  const { own, stretches } = await findLanguages(
    document.text,
    blocks.map(({ start, end }) => [start, end]),
    declaredLanguage(document),
  );
  return { blocks: blocks.map((block, i) => ({ ...block, language: stretches[i] ?? null })), language: own };
};

/**
 * Tells blocks and languages of documents and runs the network over them, several at once; what comes of one does not depend on
 * the others.
 *
 * @returns One item a document, in the order given, to be handed to {@link read}. In blocks that are not in English nothing is seen.
 */
export const survey = async (
  network: Network,
  documents: readonly Document[],
  precision: Precision = 'careful',
): Promise<readonly Surveyed[]> => {
  const known: Omit<Surveyed, 'recognised'>[] = [];
  for (const document of documents) known.push(await blocksOf(document));
  const texts = documents.map(({ text }, i): TextToRecognise => {
    const { blocks = [], language = null } = known[i] ?? {};
    return { text, blocks: readOf(blocks, language) };
  });
  const seen = await recognise(network, texts, { precision });
  return known.map((one, i) => ({ ...one, recognised: seen[i] ?? NOTHING }));
};

/**
 * Reads one document: a pure function of (document, beat, what was surveyed, settings, {@link READER_VERSION}).
 *
 * Never throws on strange text: it finds less. Blocks in another language than English are kept and give no mentions,
 * attributions or frames; their `language` says so.
 *
 * @param surveyed Of this very document, by {@link survey} with the same precision.
 */
export const read = (document: Document, beat: Beat, surveyed: Surveyed, settings: ReadSettings): Reading => {
  const { text } = document;
  const { language, recognised } = surveyed;
  const blocks = readOf(surveyed.blocks, language);
  const { tokens, sentences } = findTokens(text, blocks);
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
    language,
    blocks: surveyed.blocks,
    sentences: sentences.map(({ start, end }) => [start, end]),
    mentions,
    attributions,
    times,
    frames,
    citations,
  };
};

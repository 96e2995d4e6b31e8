import { contentId, type Document, type Reading } from '../model/index.ts';
import { isEnglish, outletByName } from '../text/index.ts';
import { findAttributions, lookUpCue } from './attribution/index.ts';
import type { Beat } from './beats/index.ts';
import { findBlocks } from './blocks/index.ts';
import { findCitations } from './citations/index.ts';
import { linkMentions } from './coreference/index.ts';
import { findFrames } from './frames/index.ts';
import { findMentions } from './mentions/index.ts';
import { findClauses, findNounPhrases } from './phrases/index.ts';
import { pairQuotes } from './quotes/index.ts';
import { findTimes } from './times/index.ts';
import { findTokens } from './tokens/index.ts';

/** Changes whenever the same text may be read otherwise: readings of another version are made again. */
export const READER_VERSION = 'rules-1';

const readers = new WeakMap<Beat, string>();

/** Version of the reader and of the beat's very words: what a reading depends on besides its document. */
export const readerOf = (beat: Beat): string => {
  const known = readers.get(beat);
  if (known !== undefined) return known;
  const made = `${READER_VERSION}+${contentId(beat.name, JSON.stringify(beat))}`;
  readers.set(beat, made);
  return made;
};

/**
 * Reads one document: a pure function of (document, beat, {@link READER_VERSION}).
 *
 * Never throws on strange text: it finds less. Text in another language than English keeps its blocks and gives no mentions,
 * attributions or frames; the reading says so by its `language`.
 */
export const read = (document: Document, beat: Beat): Reading => {
  const { text } = document;
  const blocks = findBlocks(document);
  const english = isEnglish(text);
  const { tokens, sentences } = english === false ? { tokens: [], sentences: [] } : findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  const times = findTimes(text, sentences, document.published);
  const phrases = findNounPhrases(tokens, sentences, quotes);
  const clauses = findClauses(tokens, sentences, phrases, quotes);
  const seen = { document, text, blocks, tokens, sentences, quotes, times, phrases, clauses };
  const found = findMentions(seen);
  const mentions = linkMentions({ ...seen, mentions: found });
  const attributions = findAttributions({ ...seen, mentions }, lookUpCue);
  const citations = findCitations({ ...seen, mentions, attributions }, (name) => outletByName(name) !== null);
  const frames = findFrames(beat, { ...seen, mentions, attributions, citations, frames: [] });
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
    reader: readerOf(beat),
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

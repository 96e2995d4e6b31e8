import type { Document } from '../src/model/index.ts';
import { findAttributions } from '../src/read/attribution/index.ts';
import { linkMentions } from '../src/read/coreference/index.ts';
import type { Known } from '../src/read/known.ts';
import { findMentions } from '../src/read/mentions/index.ts';
import { NOTHING, type Recognised } from '../src/read/network/index.ts';
import { pairQuotes } from '../src/read/quotes/index.ts';
import { findTimes } from '../src/read/times/index.ts';
import { findTokens } from '../src/read/tokens/index.ts';

/**
 * For tests: what all stages before frames know of a text that is one body block.
 *
 * @param recognised What the network sees; nothing by default. `recognisedIn` of `tests/network.ts` runs the real one.
 */
export const knownOf = (text: string, published = '2031-05-20', recognised: Recognised = NOTHING): Known => {
  const document: Document = {
    id: 'd',
    path: 'd.txt',
    paths: ['d.txt'],
    sha256: '0'.repeat(64),
    bytes: text.length,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    text,
    title: null,
    outlet: null,
    byline: null,
    published,
    found: [],
    layout: [],
    anchors: [],
    steps: [],
  };
  const blocks = [{ kind: 'body' as const, start: 0, end: text.length }];
  const { tokens, sentences } = findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  const times = findTimes(text, sentences, published);
  const seen = { document, text, blocks, recognised, tokens, sentences, quotes, times };
  const mentions = linkMentions({ ...seen, mentions: findMentions(seen) });
  const attributions = findAttributions({ ...seen, mentions });
  return { ...seen, mentions, attributions, citations: [], frames: [] };
};

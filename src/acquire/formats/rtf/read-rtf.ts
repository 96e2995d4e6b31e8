import type { Received } from '../../received.ts';
import { changesInWords } from '../changes-in-words.ts';
import { partsOfFlow, withoutCopies } from '../flow.ts';
import type { FormatWork, Piece } from '../format.ts';
import { propertiesOf } from '../office-properties.ts';
import { RtfReader } from './rtf-reader.ts';
import { readTokens } from './tokens.ts';

/**
 * Reads a Rich Text document (RTF 1.9.1): the text, then its notes, its comments, and what pages repeat. The text is the one that
 * stands: insertions in, deletions out. Pictures and other embedded things are left out.
 */
export async function* readRtf({ source }: Received, work: FormatWork): AsyncGenerator<Piece> {
  const bytes = await source.read(0, source.size);
  const reader = new RtfReader(work.limitBytes);
  const isWhole = readTokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), reader);
  const { text, notes, comments, heads, facts, changes } = reader.end();
  const { found, noticed } = propertiesOf(facts);
  yield {
    kind: 'text',
    parts: partsOfFlow([...text.blocks, ...notes.blocks, ...comments.blocks, ...withoutCopies(heads.blocks)], {
      mediaType: 'application/rtf',
      encoding: reader.codePage,
      by: 'backchannel',
      found,
      noticed: [...changesInWords({ ...changes, isWhole }), ...noticed],
    }),
  };
}

import type { Found } from '../../../model/index.ts';
import { decodeText } from '../../decode-text.ts';
import { readHeader } from '../../header.ts';
import type { Received } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import type { FormatWork, Piece } from '../format.ts';
import { parseTranscriptJson } from './parse-transcript-json.ts';
import { writeTurns } from './write-turns.ts';

/** Reads a transcript in JSON; JSON of another kind is refused as no document, which who walks a folder passes over. */
export async function* readTranscriptJson({ path, source }: Received, _work: FormatWork): AsyncGenerator<Piece> {
  const { text, encoding } = decodeText(await source.read(0, source.size));
  const transcript = parseTranscriptJson(text);
  if (transcript === null) {
    yield { kind: 'refused', refusal: refuse.noTranscript(path) };
    return;
  }
  const turns = writeTurns(transcript.cues);
  const { language } = transcript;
  const found: readonly Found[] = [
    ...(language !== null && /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(language)
      ? [{ field: 'language', value: language.replaceAll('_', '-'), by: 'file-properties', span: null } as const]
      : []),
    ...readHeader(turns.text, { hasTitle: true }),
  ];
  yield {
    kind: 'text',
    parts: { mediaType: 'application/json', encoding, by: 'backchannel', ...turns, found, layout: [] },
  };
}

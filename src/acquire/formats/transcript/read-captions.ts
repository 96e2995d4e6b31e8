import type { Found } from '../../../model/index.ts';
import { decodeText } from '../../decode-text.ts';
import { readHeader } from '../../header.ts';
import type { Received } from '../../received.ts';
import type { FormatWork, Piece } from '../format.ts';
import { parseCaptions } from './parse-captions.ts';
import { withoutRepeats } from './roll-up.ts';
import { hearVoices, withoutLooks } from './voices.ts';
import { writeTurns } from './write-turns.ts';

const MEDIA_TYPES = { vtt: 'text/vtt', srt: 'application/x-subrip', sbv: 'text/x-sbv' } as const;

const factsIn = (header: ReadonlyMap<string, string>): readonly Found[] => {
  const [title, language] = [header.get('title'), header.get('language')];
  return [
    ...(title === undefined ? [] : [{ field: 'title', value: title, by: 'file-properties', span: null } as const]),
    ...(language !== undefined && /^[a-z]{2,3}(?:-\w+)*$/i.test(language)
      ? [{ field: 'language', value: language, by: 'file-properties', span: null } as const]
      : []),
  ];
};

/** Reads subtitles and captions as a transcript: turns of those who speak, each cue with its time. */
export async function* readCaptions({ source }: Received, _work: FormatWork): AsyncGenerator<Piece> {
  const { text, encoding } = decodeText(await source.read(0, source.size));
  const { kind, header, captions } = parseCaptions(text);
  const plain = captions.map((caption) => ({ ...caption, lines: caption.lines.map(withoutLooks) }));
  const turns = writeTurns(hearVoices(withoutRepeats(plain)));
  const found = [...factsIn(header), ...readHeader(turns.text, { hasTitle: true })];
  yield {
    kind: 'text',
    parts: { mediaType: MEDIA_TYPES[kind], encoding, by: 'backchannel', ...turns, found, layout: [] },
  };
}

import type { Format } from '../format.ts';
import { isCaptions, isTranscriptJson } from './head.ts';

export const CAPTIONS: Format = {
  what: 'subtitles',
  mediaTypes: ['text/vtt', 'application/x-subrip', 'application/srt', 'text/srt'],
  endings: ['vtt', 'srt', 'sbv'],
  isIt: isCaptions,
  size: 'texts',
  load: async () => (await import('./read-captions.ts')).readCaptions,
};

/** No ending of its own: most files that end in .json are no transcripts. */
export const TRANSCRIPT_JSON: Format = {
  what: 'a transcript in JSON',
  mediaTypes: ['application/json+transcript'],
  endings: [],
  isIt: isTranscriptJson,
  size: 'texts',
  load: async () => (await import('./read-transcript-json.ts')).readTranscriptJson,
};

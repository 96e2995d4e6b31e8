import type { Cue } from './cue.ts';

/** A transcript that a program has written as JSON. */
export interface TranscriptJson {
  readonly language: string | null;
  readonly cues: readonly Cue[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstText = (fields: Fields, names: readonly string[]): string | null => {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'string') return value;
  }
  return null;
};

const firstNumber = (fields: Fields, names: readonly string[]): number | null => {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  }
  return null;
};

/** How a kind of file names its list and its fields. */
interface Dialect {
  readonly list: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Times in the file are so many to the second. */
  readonly perSecond: number;
}

const DIALECTS: readonly Dialect[] = [
  // Podcast namespace, transcripts: https://github.com/Podcastindex-org/podcast-namespace (docs/examples/transcripts).
  { list: 'segments', from: 'startTime', to: 'endTime', text: 'body', perSecond: 1 },
  // Whisper's own output, and WhisperX's with speakers.
  { list: 'segments', from: 'start', to: 'end', text: 'text', perSecond: 1 },
  // AssemblyAI's transcripts, in milliseconds.
  { list: 'utterances', from: 'start', to: 'end', text: 'text', perSecond: 1000 },
];

const cueIn = (item: unknown, { from, to, text, perSecond }: Dialect): Cue | null => {
  if (!isFields(item)) return null;
  const words = firstText(item, [text]);
  const start = firstNumber(item, [from]);
  if (words === null || start === null) return null;
  const speaker = item.speaker;
  const name =
    typeof speaker === 'string'
      ? speaker.replace(/\s+/g, ' ').trim()
      : typeof speaker === 'number'
        ? String(speaker)
        : '';
  const seconds = (time: number): number => Math.round((time * 1000) / perSecond) / 1000;
  return {
    from: seconds(start),
    to: Math.max(seconds(start), seconds(firstNumber(item, [to]) ?? start)),
    speaker: name === '' ? null : name,
    isTurn: false,
    text: words.replace(/\s+/g, ' ').trim(),
  };
};

/**
 * Reads the JSON of transcripts: of the podcast namespace, of Whisper and WhisperX, and of AssemblyAI.
 *
 * @returns Null for JSON of any other kind, and for what is no JSON.
 */
export const parseTranscriptJson = (json: string): TranscriptJson | null => {
  let whole: unknown;
  try {
    whole = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isFields(whole)) return null;
  for (const dialect of DIALECTS) {
    const list = whole[dialect.list];
    if (!Array.isArray(list) || list.length === 0) continue;
    const cues = list.flatMap((item) => cueIn(item, dialect) ?? []);
    // A list that is something else may have a field or two of these names.
    if (cues.length < list.length * 0.9) continue;
    return { language: firstText(whole, ['language', 'language_code']), cues };
  }
  return null;
};

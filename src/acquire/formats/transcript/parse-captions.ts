import type { Caption } from './cue.ts';

/** A caption file taken apart. */
export interface CaptionFile {
  readonly kind: 'vtt' | 'srt' | 'sbv';
  /** What a WebVTT file says of itself in its first lines; names in small letters. */
  readonly header: ReadonlyMap<string, string>;
  readonly captions: readonly Caption[];
}

const CLOCK = String.raw`((?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)`;
const ARROW = new RegExp(String.raw`^\s*${CLOCK}\s*-->\s*${CLOCK}(?:\s|$)`);
const COMMA = /^(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})\s*$/;

/** "1:02:03.5" in seconds, to the millisecond. */
const secondsOf = (clock: string): number => {
  const [seconds = 0, minutes = 0, hours = 0] = clock
    .replace(',', '.')
    .split(':')
    .reverse()
    .map((part) => Number(part));
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 1000) / 1000;
};

const timesIn = (line: string | undefined): readonly [from: number, to: number] | null => {
  const match = line === undefined || line.length > 400 ? null : (ARROW.exec(line) ?? COMMA.exec(line));
  if (match === null) return null;
  const from = secondsOf(match[1] ?? '');
  return [from, Math.max(from, secondsOf(match[2] ?? ''))];
};

const readHeaderLines = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const header = new Map<string, string>();
  const title = /^WEBVTT[ \t]+(?:[-–—][ \t]*)?(\S.*)$/.exec(lines[0] ?? '')?.[1]?.trim();
  if (title !== undefined && !/-->/.test(title)) header.set('title', title);
  for (const line of lines.slice(1)) {
    if (!/\S/.test(line) || timesIn(line)) break;
    const pair = /^([A-Za-z][\w-]{0,30})[ \t]*[:=][ \t]*(\S.*)$/.exec(line);
    if (pair && !header.has((pair[1] ?? '').toLowerCase()))
      header.set((pair[1] ?? '').toLowerCase(), (pair[2] ?? '').trim());
  }
  return header;
};

/**
 * Takes WebVTT, SubRip and SBV files apart, broken ones as far as they go: numbers and names of cues may be missing, and times of
 * either custom stand in either kind. Comments, styles and regions of WebVTT are passed over.
 */
export const parseCaptions = (text: string): CaptionFile => {
  const lines = text.split(/\r\n|\r|\n/);
  const isVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  const captions: { readonly from: number; readonly to: number; readonly lines: string[] }[] = [];
  let isOver = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const times = timesIn(line);
    if (times) {
      captions.push({ from: times[0], to: times[1], lines: [] });
      isOver = false;
      continue;
    }
    // In WebVTT a line of one space is a line of the screen.
    if (isVtt ? line === '' : !/\S/.test(line)) {
      isOver = true;
      continue;
    }
    // The number or name of the cue that comes next.
    if (timesIn(lines[at + 1]) && (isOver || /^\s*\d{1,7}\s*$/.test(line))) continue;
    // In SubRip files an empty line may stand within a cue; in WebVTT what follows upon one is a comment or a style.
    if (isOver && isVtt) continue;
    captions.at(-1)?.lines.push(line.trim());
  }
  const kind = isVtt ? 'vtt' : COMMA.test(lines.find((line) => /\S/.test(line)) ?? '') ? 'sbv' : 'srt';
  return { kind, header: isVtt ? readHeaderLines(lines) : new Map(), captions };
};

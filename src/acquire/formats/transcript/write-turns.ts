import type { Anchor } from '../../../model/index.ts';
import type { Cue } from './cue.ts';

/** A transcript as stored. */
export interface TurnsText {
  readonly text: string;
  readonly anchors: readonly Anchor[];
}

/** Speech of one voice is parted at the end of a sentence from this many characters on, so that a paragraph can be read. */
const PARAGRAPH = 1200;
/** Captions of machines have no full stops: parted here at the latest. */
const LONGEST = 2400;
/** Seconds of silence that begin a paragraph where no voice is told from another. */
const SILENCE = 6;

/** What captions put where another speaks whom they do not name: without it the words would look like those of who spoke before. */
const UNNAMED = '>>';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。！？]/u;

/** "SPEAKER_01" of machines as people write it. */
const sayName = (name: string): string => {
  const words = name
    .replace(/[_\s]+/g, ' ')
    .replaceAll(':', ' ')
    .trim();
  return /^[A-Z]$|^\d{1,3}$/.test(words) ? `Speaker ${words}` : words;
};

/**
 * Puts cues together: what one voice says is one paragraph, long speeches several, the first with the speaker's name before it.
 * A voice goes on until another is marked. Each cue's words get an anchor with their time; names before them are in none.
 */
export const writeTurns = (cues: readonly Cue[]): TurnsText => {
  const parts: string[] = [];
  const anchors: Anchor[] = [];
  let length = 0;
  let paragraph = 0;
  let last = '';
  let end = 0;
  let voice: string | null = null;
  let isWaiting = false;
  const isNamed = cues.some(({ speaker }) => speaker !== null);
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (const cue of cues) {
    const isOther = cue.isTurn && (cue.speaker === null || cue.speaker !== voice);
    if (isOther || (cue.speaker !== null && cue.speaker !== voice)) {
      voice = cue.speaker ?? (isNamed ? UNNAMED : null);
      isWaiting = true;
    }
    if (cue.text === '') continue;
    const size = length - paragraph;
    const isSentenceOver = /[.!?…。！？]["'”’»)\]]*$/u.test(last);
    const isLong = (size > PARAGRAPH && isSentenceOver) || size > LONGEST;
    const isSilent = !isNamed && cue.from - end > SILENCE && isSentenceOver;
    if (isWaiting || length === 0 || isLong || isSilent) {
      if (length > 0) put('\n\n');
      paragraph = length;
      if (isWaiting && voice !== null) put(voice === UNNAMED ? `${UNNAMED} ` : `${sayName(voice)}: `);
      isWaiting = false;
    } else if (!(CJK.test(last.at(-1) ?? '') && CJK.test(cue.text.slice(0, 1)))) put(' ');
    const start = length;
    put(cue.text);
    anchors.push({
      start,
      end: length,
      place: { kind: 'time', from: cue.from, to: cue.to, speaker: voice === UNNAMED ? null : voice },
    });
    last = cue.text;
    end = cue.to;
  }
  return { text: parts.join(''), anchors };
};

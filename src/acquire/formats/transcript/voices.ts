import type { Caption, Cue } from './cue.ts';

/** Tags of WebVTT that say how words look or when each is said, and those that SubRip files have taken from web pages. */
const LOOK_TAG = /<\/?(?:c|i|b|u|s|ruby|rt|lang|font|span|p)(?:\.[^\s<>]*)?(?:[ \t]+[^<>]*)?\/?>|<\d[\d:.,]*>/gi;
const TAG = /<(\/?)(v|br)(?:\.[^\s<>]*)?(?:[ \t]+([^<>]*))?\/?>/gi;
/** Places and looks in subtitles of the Advanced SubStation kind. */
const LOOKS = /\{\\[^{}]{0,200}\}/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,5}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );

/** A line of a caption without what says how it looks. */
export const withoutLooks = (line: string): string => line.replace(LOOK_TAG, '').replace(LOOKS, '').trim();

interface Voice {
  readonly speaker: string | null;
  readonly text: string;
}

/** A caption's words by voice: `<v Dara Kell>Good morning.` Line breaks stay. */
const splitVoices = (raw: string): readonly Voice[] => {
  const voices: { speaker: string | null; parts: string[] }[] = [{ speaker: null, parts: [] }];
  let from = 0;
  for (const match of raw.matchAll(TAG)) {
    voices.at(-1)?.parts.push(raw.slice(from, match.index));
    from = match.index + match[0].length;
    const [, slash, name = '', value = ''] = match;
    if (/^br$/i.test(name)) voices.at(-1)?.parts.push('\n');
    if (!/^v$/i.test(name) || (slash === '' && value.trim() === '')) continue;
    voices.push({ speaker: slash === '' ? decodeEntities(value).replace(/\s+/g, ' ').trim() : null, parts: [] });
  }
  voices.at(-1)?.parts.push(raw.slice(from));
  return voices
    .map(({ speaker, parts }) => ({ speaker, text: decodeEntities(parts.join('')) }))
    .filter(({ text }) => /\S/.test(text));
};

/** What is heard and not said, in a line of its own: descriptions for those who do not hear. */
const HEARD =
  /^(?:>{2,}\s*)?[[(*]+[^\])*]{0,60}(?:musi[ckq]|música|музык|музик|muzyk|müzik|音楽|音乐|음악|موسيق|applau|aplau|beifall|аплодисм|оплеск|oklask|alkış|拍手|掌声|laugh|gelächter|lachen|\brires?\b|risas|risate|смех|сміх|śmiech|cheer|jubel|silence|silent|pause|noise|sigh|cough|throat|beep|ringing|chime|static|theme)[^\])*]{0,60}[\])*]+[.]?$|^[♪♫#\s]*[♪♫][^♪♫]*[♪♫]?\s*$/iu;

const LABEL = /^(\[?)(\p{Lu}[\p{L}\p{M}\p{N}_.'’-]*(?: [\p{L}\p{N}_.'’#-]+){0,4})(\]?)(?: \([^()]{1,30}\))?:(?:\s+|$)/u;
const LONGEST_LABEL = 50;

interface Line {
  readonly speaker: string | null;
  readonly isTurn: boolean;
  readonly text: string;
}

/** What stands before a line where another begins to speak: two angle brackets in captions, a dash in subtitles. */
const TURN = /^(?:>{2,}\s*|[-–—]\s*(?=[\p{L}\p{N}"“¿¡«[(]))/u;

const labelOf = (text: string): { readonly name: string; readonly length: number } | null => {
  const match = LABEL.exec(text.slice(0, 120));
  const name = match?.[2];
  if (!match || name === undefined || name.length > LONGEST_LABEL || (match[1] === '[') !== (match[3] === ']'))
    return null;
  return { name, length: match[0].length };
};

const isCapital = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/** Names before a colon that are speakers: in capitals where the words are not, or coming back. */
const speakersIn = (lines: readonly Line[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  const letters = { capital: 0, all: 0 };
  for (const { text } of lines) {
    const name = labelOf(text)?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    const words = text.slice(0, 500);
    letters.all += words.match(/\p{L}/gu)?.length ?? 0;
    letters.capital += words.match(/\p{Lu}/gu)?.length ?? 0;
  }
  const isShouted = letters.capital > letters.all * 0.7;
  return new Set(
    [...counts].filter(([name, count]) => count > 1 || (!isShouted && isCapital(name))).map(([name]) => name),
  );
};

/**
 * What is said in captions, voice by voice: by the voices that WebVTT marks, by ">>" and dashes, and by names before a colon. Marks
 * and names are taken out of the words; what is heard and not said (music, applause) is left out.
 */
export const hearVoices = (captions: readonly Caption[]): readonly Cue[] => {
  const heard = captions.map((caption) => ({
    caption,
    lines: splitVoices(caption.lines.join('\n')).flatMap(({ speaker, text }) =>
      text
        .split('\n')
        .map((line) =>
          line
            .replace(/[\u200b\u2060\ufeff]/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .filter((line) => line !== '' && !HEARD.test(line))
        .map((line, i): Line => {
          const turn = TURN.exec(line)?.[0] ?? '';
          return { speaker, isTurn: turn !== '' || (speaker !== null && i === 0), text: line.slice(turn.length) };
        }),
    ),
  }));
  const speakers = speakersIn(heard.flatMap(({ lines }) => lines));
  return heard.flatMap(({ caption, lines }) => {
    const cues: { speaker: string | null; isTurn: boolean; parts: string[] }[] = [];
    for (const line of lines) {
      const label = labelOf(line.text);
      const isNamed = label !== null && speakers.has(label.name);
      const text = isNamed ? line.text.slice(label.length) : line.text;
      const speaker = isNamed ? label.name : line.speaker;
      const last = cues.at(-1);
      const isOther = line.isTurn || isNamed || last === undefined;
      if (!isOther) {
        if (text !== '') last.parts.push(text);
      } else cues.push({ speaker, isTurn: line.isTurn || isNamed, parts: text === '' ? [] : [text] });
    }
    return cues
      .filter(({ parts, speaker }) => parts.length > 0 || speaker !== null)
      .map(
        ({ speaker, isTurn, parts }): Cue => ({
          from: caption.from,
          to: caption.to,
          speaker,
          isTurn,
          text: parts.join(' '),
        }),
      );
  });
};

/** Characters that steer how text is set, or show nothing: shown by their names and never obeyed. */
const CONTROLS =
  /(?:(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}\p{Cs}]|(?<=[\p{sc=Latin}\p{Nd}\p{P}\s])[\u200c\u200d]|[\u200c\u200d](?=[\p{sc=Latin}\p{Nd}\p{P}\s]))+/gu;

const NAMES: Readonly<Record<number, string>> = {
  0: 'NUL',
  7: 'BEL',
  8: 'BS',
  11: 'VT',
  12: 'FF',
  27: 'ESC',
  127: 'DEL',
  133: 'NEL',
  173: 'SHY',
  1564: 'ALM',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8232: 'LS',
  8233: 'PS',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8288: 'WJ',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};

const nameOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return NAMES[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
};

/** A run of such characters in a text. */
export interface Control {
  readonly start: number;
  readonly end: number;
  /** What it is shown as: "RLO", "NUL NUL", "NUL and 4999 more". */
  readonly name: string;
}

/** Every run of control characters in a stretch of text, but for line ends and tabs, which are set as such. */
export const controlsIn = (text: string, from = 0, to = text.length): readonly Control[] => {
  const found: Control[] = [];
  for (const match of text.slice(from, to).matchAll(CONTROLS)) {
    const all = [...match[0]];
    const shown = all.slice(0, 3).map(nameOf).join(' ');
    const start = from + match.index;
    found.push({
      start,
      end: start + match[0].length,
      name: all.length > 3 ? `${nameOf(all[0] ?? '')} and ${all.length - 1} more` : shown,
    });
  }
  return found;
};

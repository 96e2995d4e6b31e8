/**
 * Words out of a document on one line: white space of any kind as one space, control characters as the replacement
 * character, and words that run from right to left kept from turning what is set beside them. Doing it twice changes nothing.
 */
export const oneLine = (text: string): string =>
  printable(text).replace(/\s+/g, ' ').trim().replace(DIRECTION, '').replace(RIGHT_TO_LEFT, '\u2068$&\u2069');

/** Marks that set, override or isolate direction. */
const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
/** A run of right-to-left words with the blanks, figures and points between them (Unicode Annex 9). */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s\p{P}\p{N}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?/gu;

/** Characters that may not stand in HTML (C0 controls but tab and line ends, DEL, noncharacters, lone surrogates). */
export const printable = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd');

/** At most `limit` characters, cut at a word's end where there is one near, with an ellipsis. */
export const shorten = (text: string, limit: number): string => {
  const letters = [...text];
  if (letters.length <= limit) return text;
  const head = letters.slice(0, limit - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > limit * 0.6 ? head.slice(0, space) : head).replace(/[\s,;:–-]+$/, '')}…`;
};

/** "A", "A and B", "A, B and C"; beyond `limit` names "A, B and 3 others". */
export const listed = (names: readonly string[], limit = 6): string => {
  const shown = names.length > limit ? names.slice(0, limit - 1) : names;
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} others`] : shown;
  if (all.length <= 1) return all[0] ?? '';
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

/** "1 document", "3 documents". */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;

/** The first letter as a capital. */
export const capital = (text: string): string => {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
};

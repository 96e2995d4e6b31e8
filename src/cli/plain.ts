/** Characters that a terminal would obey instead of showing: controls, and marks that turn the order of letters round. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e' };

/** Text from outside on one line, with what a terminal would obey written out: a path, a quote, a name. */
export const plain = (text: string): string =>
  text.replace(CONTROLS, (sign) => NAMED[sign] ?? `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

/** Text from outside for a table: white space is one blank, the rest as {@link plain}. */
export const plainCell = (text: string): string => plain(text.replace(/\s+/g, ' ').trim());

import iconv from 'iconv-lite';
import { decodeWords } from 'postal-mime';
import { decodeText } from '../../decode-text.ts';

/** Longest value that is taken apart; what is behind it is dropped. A list of a thousand recipients has some 40 KB. */
const MAX_VALUE = 65_536;

export interface MailHeader {
  /** In small letters. */
  readonly name: string;
  /** Unfolded, not decoded. */
  readonly value: string;
}

/** A value as `text/plain; charset=utf-8` has it. */
export interface Structured {
  /** In small letters. */
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
}

/** The headers of a message or of one part of it. */
export interface MailHeaders {
  readonly all: readonly MailHeader[];
  /** The first of a name, null without one. */
  readonly first: (name: string) => string | null;
}

/** Takes a block of header lines apart. Bytes over 127 are decoded as a text's are, since many programs write them as they are. */
export const readMailHeaders = (bytes: Uint8Array): MailHeaders => {
  const all: { readonly name: string; readonly parts: string[] }[] = [];
  for (const line of decodeText(bytes).text.split(/\r\n|\r|\n/)) {
    if (/^[ \t]/.test(line)) {
      all.at(-1)?.parts.push(` ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) all.push({ name: line.slice(0, colon).trim().toLowerCase(), parts: [line.slice(colon + 1).trim()] });
  }
  const headers = all.map(({ name, parts }) => ({ name, value: parts.join('').trim().slice(0, MAX_VALUE) }));
  return { all: headers, first: (wanted) => headers.find(({ name }) => name === wanted)?.value ?? null };
};

/** Controls would break the lines that a value is shown in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const CONTROLS = /[\u0000-\u001f\u007f]+/g;

/**
 * A value with its encoded words (RFC 2047) as letters, on one line. Node's decoder leaves the curly quotes of windows-1252 as
 * control characters, which no header holds (nodejs/node issue 56542).
 */
export const plainValue = (value: string): string =>
  decodeWords(value)
    .replace(/[\u0080-\u009f]/g, (letter) => iconv.decode(Buffer.from(letter, 'latin1'), 'windows-1252'))
    .replace(CONTROLS, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The pieces of a structured value between semicolons that stand in no quotes; comments in round brackets left out. */
const splitSemicolons = (value: string): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  let isQuoted = false;
  let comments = 0;
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? '';
    if (isQuoted) {
      piece += letter;
      if (letter === '\\') piece += value[++at] ?? '';
      else if (letter === '"') isQuoted = false;
    } else if (comments > 0) comments += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    else if (letter === '"') {
      isQuoted = true;
      piece += letter;
    } else if (letter === '(' && /(?:^|\s)$/.test(piece.slice(-1)) && value.includes(')', at)) comments = 1;
    else if (letter === ';') {
      pieces.push(piece);
      piece = '';
    } else piece += letter;
  }
  return [...pieces, piece];
};

const unquote = (value: string): string =>
  value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : value;

const percentBytes = (value: string): Uint8Array =>
  Buffer.from(
    value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const decodeAs = (bytes: Uint8Array, charset: string): string => {
  try {
    return new TextDecoder(charset || 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeText(bytes).text;
  }
};

/** A parameter in pieces (RFC 2231): `name*0*=utf-8''a%20; name*1="b"`. */
const joinPieces = (
  pieces: readonly { readonly at: number; readonly isCoded: boolean; readonly raw: string }[],
): string => {
  const sorted = [...pieces].sort((a, b) => a.at - b.at);
  let charset = '';
  const bytes = sorted.map(({ isCoded, raw }, i) => {
    if (!isCoded) return Buffer.from(raw, 'utf8');
    const marks = i === 0 ? /^([^']*)'[^']*'/.exec(raw) : null;
    if (marks) charset = marks[1] ?? '';
    return percentBytes(raw.slice(marks?.[0].length ?? 0));
  });
  return decodeAs(Buffer.concat(bytes), charset);
};

/** Reads a value with parameters; of parameters given twice the first counts. */
export const readStructured = (header: string | null): Structured => {
  const [value = '', ...rest] = splitSemicolons(header ?? '');
  const params = new Map<string, string>();
  const pieces = new Map<string, { at: number; isCoded: boolean; raw: string }[]>();
  for (const piece of rest) {
    const equals = piece.indexOf('=');
    const name = piece.slice(0, Math.max(0, equals)).trim().toLowerCase();
    if (name === '') continue;
    const raw = unquote(piece.slice(equals + 1).trim());
    const parted = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(name);
    if (parted === null) {
      if (!params.has(name)) params.set(name, /=\?/.test(raw) ? plainValue(raw) : raw);
      continue;
    }
    const [, base = '', at, mark] = parted;
    const list = pieces.get(base) ?? [];
    list.push({ at: Number(at ?? 0), isCoded: at === undefined || mark === '*', raw });
    pieces.set(base, list);
  }
  for (const [name, list] of pieces) params.set(name, joinPieces(list));
  return { value: value.trim().toLowerCase(), params };
};

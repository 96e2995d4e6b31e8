import chardet from 'chardet';
import iconv from 'iconv-lite';

/** A text as decoded from bytes. */
export interface Decoded {
  readonly text: string;
  /** Name of the encoding in small letters, then what was noticed: `utf-16le, byte-order mark`, `utf-8, 3 bytes replaced`. */
  readonly encoding: string;
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], name: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], name: 'utf-32be' },
  { bytes: [0xef, 0xbb, 0xbf], name: 'utf-8' },
  { bytes: [0xff, 0xfe], name: 'utf-16le' },
  { bytes: [0xfe, 0xff], name: 'utf-16be' },
];

/** Bytes that no legacy text contains: never used in windows-1252, or the two letters ÿ þ that only broken files show. */
const NEVER_LEGACY: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xfe, 0xff]);

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Length of the well-formed UTF-8 character of more than one byte that starts at `at`; 0 when there is none. */
const wellFormedAt = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return length;
};

/** How the bytes over 127 are made up: `good` well-formed characters, `bad` stray bytes, `odd` of those in no legacy text. */
const countHigh = (bytes: Uint8Array): { good: number; bad: number; odd: number } => {
  const count = { good: 0, bad: 0, odd: 0 };
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const length = byte < 0x80 ? 1 : wellFormedAt(bytes, i);
    if (byte >= 0x80 && length > 0) count.good++;
    if (length === 0) {
      count.bad++;
      // A lead byte as the very last one is a file cut short, not a letter.
      if (NEVER_LEGACY.has(byte) || (byte >= 0xc2 && byte <= 0xf4 && i === bytes.length - 1)) count.odd++;
    }
    i += Math.max(1, length);
  }
  return count;
};

const looksLikeText = (text: string): boolean => {
  const head = text.slice(0, 20_000);
  if (!head) return false;
  const usual = head.match(/[\p{L}\p{N}\p{P}\p{M}\p{Sc}\p{Sm}\s]/gu)?.length ?? 0;
  const scripts = [
    /\p{Script=Latin}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Greek}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Hebrew}/u,
  ];
  return usual / head.length > 0.97 && scripts.some((script) => script.test(head));
};

/** UTF-16 without a mark shows in zero bytes that stand at odd places only (little-endian) or at even places only. */
const utf16WithoutMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const head = bytes.subarray(0, 65_536);
  if (bytes.length % 2 !== 0 || head.length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = head.length / 2 / 25;
  const name = odd >= enough && even * 20 <= odd ? 'utf-16le' : even >= enough && odd * 20 <= even ? 'utf-16be' : null;
  return name && looksLikeText(iconv.decode(Buffer.from(head), name, { stripBOM: false })) ? name : null;
};

/** The encoding that a server named, else the page in its first bytes, when it is one that can be decoded. */
const declaredEncoding = (bytes: Uint8Array, contentType: string | null): string | null => {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const name =
    /;\s*charset\s*=\s*["']?([\w-]{2,30})/i.exec(contentType ?? '')?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/i.exec(head)?.[1];
  if (!name) return null;
  const lower = name.toLowerCase();
  if (lower.startsWith('utf') || !iconv.encodingExists(lower)) return null;
  // As browsers do: pages that say Latin-1 or ASCII are written in its superset.
  return lower === 'iso-8859-1' || lower === 'us-ascii' || lower === 'latin1' ? 'windows-1252' : lower;
};

const guessLegacy = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, 200_000);
  const guess = chardet.detect(head)?.toLowerCase() ?? 'windows-1252';
  if (guess === 'iso-8859-1' || guess === 'ascii' || guess.startsWith('utf')) return 'windows-1252';
  return iconv.encodingExists(guess) ? guess : 'windows-1252';
};

/**
 * Decodes the bytes of a text file.
 *
 * In this order: byte-order mark; UTF-16 told by its zero bytes; strict UTF-8; UTF-8 with some broken bytes (each shown as
 * U+FFFD and counted in `encoding`); the encoding that a server or the page
 * itself declares; the best guess of chardet. A byte-order mark is no
 * part of the text. Nothing else is changed: line ends and composed letters stay as they are.
 *
 * @param contentType As whoever handed the bytes over gave it: `text/html; charset=windows-1251`.
 */
export const decodeText = (bytes: Uint8Array, contentType: string | null = null): Decoded => {
  const mark = MARKS.find(({ bytes: start }) => start.every((byte, i) => bytes[i] === byte));
  const plain = bytes.subarray(mark?.bytes.length ?? 0);
  if (mark && mark.name !== 'utf-8') {
    return {
      text: iconv.decode(Buffer.from(plain), mark.name, { stripBOM: false }),
      encoding: `${mark.name}, byte-order mark`,
    };
  }
  const wide = mark ? null : utf16WithoutMark(plain);
  if (wide) return { text: iconv.decode(Buffer.from(plain), wide, { stripBOM: false }), encoding: wide };

  const noticed = mark ? ', byte-order mark' : '';
  const strict = strictUtf8(plain);
  if (strict !== null) return { text: strict, encoding: `utf-8${noticed}` };
  const { good, bad, odd } = countHigh(plain);
  if (mark || good >= bad || odd * 2 > bad) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain);
    return { text, encoding: `utf-8${noticed}, ${bad} ${bad === 1 ? 'byte' : 'bytes'} replaced` };
  }
  const legacy = declaredEncoding(plain, contentType) ?? guessLegacy(plain);
  return { text: iconv.decode(Buffer.from(plain), legacy, { stripBOM: false }), encoding: legacy };
};

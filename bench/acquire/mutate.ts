import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import type { Seed } from './seeds.ts';

/** Numbers in [0, below), the same for the same seed (mulberry32). */
export type Random = (below: number) => number;

export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};

/** What readers look for, by kind; a wrong one at a wrong place goes down ways that random bytes never find. */
const TOKENS: Readonly<Record<string, readonly string[]>> = {
  any: [
    '\0',
    '\n\n',
    '\r\n',
    '<',
    '>',
    '&amp;',
    '&#x0;',
    '"',
    '%00',
    '../',
    '\u202e',
    '\ufeff',
    '-1',
    '4294967295',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '{"',
    '[[[[',
    'e'.repeat(300),
  ],
  pdf: [
    'obj',
    'endobj',
    'stream\n',
    'endstream',
    'xref',
    'trailer',
    'startxref\n0',
    '/Kids [1 0 R]',
    '/Length -1',
    '/Parent 2 0 R',
    '<<',
    '>>',
    '(',
    '/FlateDecode',
    'BT',
    'ET',
  ],
  docx: [
    '<w:p>',
    '</w:p>',
    '<w:tbl>',
    '<w:tr>',
    '<w:tc>',
    '<w:t>',
    '<w:del>',
    '<w:ins>',
    '<w:footnoteReference w:id="2"/>',
    'w:val="',
  ],
  odt: [
    '<text:p>',
    '</text:p>',
    '<text:list>',
    '<table:table>',
    '<text:note>',
    '<text:s text:c="999999999"/>',
    '<office:annotation>',
  ],
  xlsx: [
    '<row r="1048577">',
    '<c r="XFD1" t="s">',
    '<v>',
    '</v>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<dimension ref="A1:XFD1048576"/>',
  ],
  ods: ['table:number-columns-repeated="1000000"', 'table:number-rows-repeated="1000000"', '<table:table-row>'],
  epub: ['<spine>', '<itemref idref="a"/>', '<item id="a" href="../a"/>', '<p>', '</p>'],
  eml: [
    'Content-Type: multipart/mixed; boundary="b"',
    '--b',
    '--b--',
    'Content-Transfer-Encoding: base64',
    '=?utf-8?B?',
    '?=',
    'Content-Type: message/rfc822',
    'charset=utf-7',
    'filename*0*=',
  ],
  mbox: ['\nFrom x Fri May  2 10:00:00 2031\n', '\n>From ', '\n\nFrom '],
  rtf: ['{', '}', '\\par', "\\'ff", '\\u-1?', '\\uc99', '\\bin99999999 ', '\\cell', '\\row', '\\*', '\\pict'],
  vtt: ['-->', '00:00:00.000 --> 99:99:99.999', '<v ', 'NOTE', 'STYLE'],
  csv: ['"', '""', ',', ';', '\t', '\r'],
  html: ['<table>', '</table>', '<div>', '</div>', '<script>', '<p>', '<td>', '<svg>', '<template>', '<br>'],
  warc: [
    'WARC/1.0\r\n',
    'Content-Length: 99999999999',
    'WARC-Type: revisit',
    'Transfer-Encoding: chunked',
    'Content-Encoding: br',
    '\r\n\r\n',
  ],
  zip: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07'],
};
const LIKE: Readonly<Record<string, string>> = {
  srt: 'vtt',
  tsv: 'csv',
  mht: 'eml',
  mhtml: 'eml',
  wacz: 'zip',
  rss: 'html',
  atom: 'html',
  rdf: 'html',
  md: 'html',
};

const ZIPPED: ReadonlySet<string> = new Set(['zip', 'wacz', 'docx', 'odt', 'epub', 'xlsx', 'ods']);
const INTERESTING = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0xfffffffe, 0x10000];

const concat = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

type Change = (bytes: Uint8Array, random: Random, tokens: readonly string[], other: Uint8Array) => Uint8Array;

const stretch = (bytes: Uint8Array, random: Random): readonly [number, number] => {
  const start = random(bytes.length + 1);
  return [start, Math.min(bytes.length, start + 1 + random(Math.max(1, Math.min(2000, bytes.length))))];
};

const CHANGES: readonly Change[] = [
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let i = 0; i <= random(8); i++) {
      const at = random(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    }
    return copy;
  },
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    copy[random(copy.length)] = random(256);
    return copy;
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    return concat(bytes.subarray(0, start), bytes.subarray(end));
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    const times = 1 + random(random(10) === 0 ? 500 : 5);
    return concat(
      bytes.subarray(0, end),
      ...Array.from({ length: times }, () => bytes.subarray(start, end)),
      bytes.subarray(end),
    );
  },
  (bytes, random, _, other) => {
    const [start, end] = stretch(other, random);
    const at = random(bytes.length + 1);
    return concat(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at + random(2) * (end - start)));
  },
  // A length or an offset somewhere.
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    const value = INTERESTING[random(INTERESTING.length)] ?? 0;
    const size = [1, 2, 4][random(3)] ?? 1;
    if (copy.length < size) return copy;
    const at = random(copy.length - size + 1);
    const fit = value % 2 ** (8 * size);
    if (random(2) === 0) copy.writeUIntLE(fit, at, size);
    else copy.writeUIntBE(fit, at, size);
    return copy;
  },
  // A number in digits somewhere.
  (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    const number = numbers[random(numbers.length)];
    if (number === undefined) return bytes;
    const value = ['0', '-1', '1', '65536', '2147483648', '99999999999999999999', `${number[0]}0`][random(7)] ?? '0';
    return Buffer.from(text.slice(0, number.index) + value + text.slice(number.index + number[0].length), 'latin1');
  },
  (bytes, random, tokens) => {
    const at = random(bytes.length + 1);
    const token = Buffer.from(tokens[random(tokens.length)] ?? '');
    const times = 1 + (random(20) === 0 ? random(2000) : 0);
    const skipped = random(2) * token.length;
    return concat(bytes.subarray(0, at), ...Array.from({ length: times }, () => token), bytes.subarray(at + skipped));
  },
];

/** Files of mutated ones grow, and those grow again; what is longer tells nothing more. */
const MAX_BYTES = 2_000_000;

const change = (bytes: Uint8Array, kind: string, random: Random, other: Uint8Array): Uint8Array => {
  const tokens = [...(TOKENS.any ?? []), ...(TOKENS[LIKE[kind] ?? kind] ?? []), ...(TOKENS[LIKE[kind] ?? kind] ?? [])];
  let changed = bytes;
  for (let i = 0; i <= random(4); i++) {
    const how = CHANGES[random(CHANGES.length)];
    if (how !== undefined && changed.length > 0) changed = how(changed, random, tokens, other);
  }
  return changed.subarray(0, MAX_BYTES);
};

/** Changes what is packed and packs it again, so that the change gets past checksums. */
const changeInside = (bytes: Uint8Array, kind: string, random: Random, other: Uint8Array): Uint8Array => {
  if (kind.endsWith('gz')) return gzipSync(change(gunzipSync(bytes), kind === 'gz' ? 'txt' : 'warc', random, other));
  const parts = Object.entries(unzipSync(bytes));
  const chosen = random(parts.length);
  return zipSync(
    Object.fromEntries(
      parts.map(([name, part], i) => [name, i === chosen ? change(part, kind, random, other) : part] as const),
    ),
    { level: 1, mtime: new Date(2031, 4, 2) },
  );
};

/** A mutated file: the same for the same number of the same run over the same seeds. */
export const mutated = (seeds: readonly Seed[], run: number, nth: number): Seed => {
  const random = randomOf(run * 1_000_003 + nth);
  const kinds = [...new Set(seeds.map(({ kind }) => kind))];
  const kind = kinds[nth % kinds.length] ?? '';
  const own = seeds.filter((seed) => seed.kind === kind);
  const seed = own[random(own.length)] ?? seeds[0];
  if (seed === undefined) throw new Error('Expected files to start from, found none.');
  const other = (random(4) === 0 ? seeds : own)[random(own.length)]?.bytes ?? seed.bytes;
  const isPacked = (ZIPPED.has(kind) || kind.endsWith('gz')) && random(3) > 0;
  let bytes: Uint8Array;
  try {
    bytes = isPacked ? changeInside(seed.bytes, kind, random, other) : change(seed.bytes, kind, random, other);
  } catch {
    // A fixture that is broken by itself cannot be unpacked.
    bytes = change(seed.bytes, kind, random, other);
  }
  return { name: seed.name, kind, bytes };
};

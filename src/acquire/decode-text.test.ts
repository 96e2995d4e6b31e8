import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const RUSSIAN =
  'Переговоры о порте перенесены в Вельм. Делегации союза и республики прибыли в гостиницу на берегу озера, ' +
  'где посредник намерен зачитать второй проект соглашения по пунктам.\n';
const ENGLISH = 'The delegates met in Velm.\r\nNo date was set.\n';
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

describe('decodeText', () => {
  it('keeps valid UTF-8 to the letter, line ends and decomposed letters included', () => {
    const text = 'Cafe\u0301 \r\n caf\u00e9\r\u2028x';
    expect(decodeText(bytes(text))).toEqual({ text, encoding: 'utf-8' });
  });

  it('leaves a byte-order mark out of the text and notes it', () => {
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], ENGLISH))).toEqual({
      text: ENGLISH,
      encoding: 'utf-8, byte-order mark',
    });
  });

  for (const [name, mark] of [
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-32le', [0xff, 0xfe, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff]],
  ] as const) {
    it(`reads ${name} by its mark`, () => {
      const found = decodeText(Buffer.concat([Buffer.from(mark), iconv.encode(RUSSIAN, name)]));
      expect(found).toEqual({ text: RUSSIAN, encoding: `${name}, byte-order mark` });
    });
  }

  for (const name of ['utf-16le', 'utf-16be'] as const) {
    it(`tells ${name} without a mark from its zero bytes, in Latin and in Cyrillic letters`, () => {
      expect(decodeText(iconv.encode(ENGLISH, name))).toEqual({ text: ENGLISH, encoding: name });
      expect(decodeText(iconv.encode(RUSSIAN, name))).toEqual({ text: RUSSIAN, encoding: name });
    });
  }

  it('reads windows-1251 and koi8-r by their letters', () => {
    expect(decodeText(iconv.encode(RUSSIAN, 'windows-1251'))).toEqual({ text: RUSSIAN, encoding: 'windows-1251' });
    expect(decodeText(iconv.encode(RUSSIAN, 'koi8-r'))).toEqual({ text: RUSSIAN, encoding: 'koi8-r' });
  });

  it('reads the curly quotes and accents of windows-1252', () => {
    const text = 'The envoy’s answer was “no”. The café in Velm closed early, she said.\n';
    expect(decodeText(iconv.encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252' });
  });

  it('follows the encoding that a page declares', () => {
    const page = '<meta charset="windows-1250"><p>Dvořák a Šťastný</p>';
    expect(decodeText(iconv.encode(page, 'windows-1250'))).toEqual({ text: page, encoding: 'windows-1250' });
  });

  it('shows broken bytes in UTF-8 as U+FFFD, keeps the rest and counts them', () => {
    const found = decodeText(bytes('The café was closed, ', [0xc3, 0x28], ' she said: “no”. ', [0xff]));
    expect(found.text).toBe('The café was closed, \ufffd( she said: “no”. \ufffd');
    expect(found.encoding).toBe('utf-8, 2 bytes replaced');
  });

  it('takes a file cut off in the middle of a letter for UTF-8', () => {
    const found = decodeText(bytes('The envoy left the caf', [0xc3]));
    expect(found).toEqual({ text: 'The envoy left the caf\ufffd', encoding: 'utf-8, 1 byte replaced' });
  });

  it('gives back any text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
        expect(decodeText(Buffer.from(text, 'utf8')).text).toBe(text);
      }),
    );
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
        expect(typeof decodeText(any).text).toBe('string');
      }),
    );
  });
});

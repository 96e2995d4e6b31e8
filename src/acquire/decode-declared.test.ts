import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeDeclared } from './decode-declared.ts';

describe('decodeDeclared', () => {
  it.each([
    ['iso-8859-1', '“No”, said Zoë.', 'windows-1252', 'windows-1252'],
    ['KOI8-R', 'Переговоры о порте.', 'koi8-r', 'koi8-r'],
    ['utf-16le', 'Velm', 'utf-16le', 'utf-16le'],
    ['utf-7', 'Zoë', 'utf-7', 'utf-7'],
    ['gb2312', '谈判在港口继续', 'gbk', 'gbk'],
  ])('follows %s', (declared, text, written, encoding) => {
    expect(decodeDeclared(iconv.encode(text, written), declared)).toEqual({ text, encoding });
  });

  it('decodes what only browsers know', () => {
    const bytes = Buffer.from('1b2442243f3b331b2842', 'hex');
    expect(decodeDeclared(bytes, 'iso-2022-jp').encoding).toBe('iso-2022-jp');
  });

  it.each([
    ['windows-1251', 'Zoë sagte „nein“.'],
    ['us-ascii', 'Zoë sagte „nein“.'],
    ['x-velm', 'Zoë sagte „nein“.'],
    [null, 'Zoë sagte „nein“.'],
  ])('lets the bytes decide over %s', (declared, text) => {
    expect(decodeDeclared(Buffer.from(text, 'utf8'), declared)).toEqual({ text, encoding: 'utf-8' });
  });
});

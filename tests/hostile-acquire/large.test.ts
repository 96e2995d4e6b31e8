import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/acquire/formats/index.ts';
import { makeTar } from '../fixtures/acquire/make/tar.ts';
import { makeFolder, put, takeIn } from './take-in.ts';

const folder = makeFolder();
afterAll(folder.remove);

const GIGABYTE = 1024 ** 3;
const ENDINGS = [...new Set(['txt', 'md', 'html', ...FORMATS.flatMap(({ endings }) => endings.slice(0, 1))])];

/** How files of a kind begin, so that they are taken for what their name says. */
const STARTS: Readonly<Record<string, string | Uint8Array>> = {
  html: '<!doctype html><html><body><p>',
  pdf: '%PDF-1.7\n',
  zip: 'PK\x03\x04',
  docx: 'PK\x03\x04',
  odt: 'PK\x03\x04',
  tar: makeTar(
    [
      { name: 'a.txt', content: 'Before all the zeros.' },
      { name: 'b.txt', size: 2 ** 33 },
    ],
    false,
  ),
  gz: gzipSync('Before all the zeros.'),
  warc: 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://velm.example/\r\nContent-Length: 9999999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
  mbox: 'From a@velm.example Fri May  2 10:00:00 2031\nFrom: a@velm.example\nSubject: Zeros\n\n',
  eml: 'From: a@velm.example\nSubject: Zeros\n\n',
  rtf: '{\\rtf1 ',
  vtt: 'WEBVTT\n\n',
};

describe('files of a gigabyte', () => {
  it.each(ENDINGS)(
    'of zeros, named .%s, end in little memory',
    async (ending) => {
      const names = [put(folder.path, `zeros.${ending}`, '', GIGABYTE)];
      const start = STARTS[ending];
      if (start !== undefined) names.push(put(folder.path, `start.${ending}`, start, GIGABYTE));
      for (const name of names) {
        const { given, ms } = await takeIn(folder.path, [name], 700);
        // What is behind the end of gzip is none of it.
        if (name === 'start.gz') expect(given).toEqual([['start.gz!/start', '21 characters']]);
        else expect(given.at(-1)?.[1]).toMatch(/^acquire\/(?!took-too-long|crashed)/);
        expect(given.length).toBeLessThan(4);
        expect(ms).toBeLessThan(110_000);
      }
    },
    180_000,
  );
});

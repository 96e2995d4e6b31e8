import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BOOK_PARTS } from '../../../../tests/fixtures/acquire/make/epub.ts';
import { factsOf, laidOut, ledBack, stepsOf } from '../../../../tests/fixtures/acquire/make/seen-parts.ts';
import { refusedAs, taken } from '../../../../tests/fixtures/acquire/make/take.ts';
import { type FileParts, zipParts } from '../../../../tests/fixtures/acquire/make/zip-parts.ts';

const BOOK = readFileSync('tests/fixtures/acquire/epub/papers.epub');
const PATH = 'pile/papers.epub';
const withParts = (parts: FileParts): Uint8Array => zipParts({ ...BOOK_PARTS, ...parts }, ['mimetype']);
const encryption = (algorithm: string, part: string): FileParts => ({
  'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${part}"/></enc:CipherData></enc:EncryptedData></encryption>`,
});

describe('readEpub', () => {
  it('reads the files of the book in order as one text, without cover and contents', async () => {
    const document = await taken(BOOK, PATH);
    expect(laidOut(document)).toEqual([
      'heading | The lake hotel',
      'paragraph | The two delegations met in Velm on 2 May.',
      'paragraph | They left after\nmidnight.',
      'list-item | Tugs',
      'list-item | Fees',
      'heading | What was paid',
      'table-row | Velm\t40 crowns',
      'paragraph | Nobody asked.',
      'paragraph | Until June.',
    ]);
    expect(ledBack(document)).toContain('2 OEBPS/text/one.xhtml | The two delegations met in Velm on 2 May.');
    expect(ledBack(document)).toContain('2 OEBPS/text/chapter two.xhtml | Velm\t40 crowns');
  });

  it('tells what the book says of itself, and what is missing', async () => {
    const document = await taken(BOOK, 'unnamed');
    expect(factsOf(document).slice(0, 6)).toEqual([
      'title The Velm Papers (file-properties)',
      'byline Lena Orsk, Ivo Brann (file-properties)',
      'published 2031-05-02 (file-properties)',
      'modified 2031-06-01 (file-properties)',
      'outlet Quay Press (file-properties)',
      'language en (file-properties)',
    ]);
    expect(document.title).toBe('The Velm Papers');
    expect(stepsOf(document)).toEqual(['read as an e-book', '1 of its 3 files are missing']);
  });

  it('refuses a book whose text is locked, and reads one whose fonts are', async () => {
    const locked = encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/text/one.xhtml');
    expect(await refusedAs(withParts(locked), PATH)).toBe(
      'acquire/locked: Expected an e-book that can be opened, found one whose text its seller has locked (DRM). Ask its publisher for a copy without the lock.',
    );
    const fonts = encryption('http://www.idpf.org/2008/embedding', 'OEBPS/a.otf');
    expect((await taken(withParts(fonts), PATH)).text).toBe((await taken(BOOK, PATH)).text);
  });

  it('refuses what lacks its list, is cut or holds a bomb, and flattens what is nested beyond reason', async () => {
    const { 'OEBPS/book.opf': _, ...rest } = BOOK_PARTS;
    expect(await refusedAs(zipParts(rest, ['mimetype']), PATH)).toContain('found a file without the list of its parts');
    expect(await refusedAs(BOOK.subarray(0, BOOK.length - 30), PATH)).toContain('acquire/broken: Expected an e-book');
    const page = 'OEBPS/text/one.xhtml';
    expect(await refusedAs(withParts({ [page]: ' '.repeat(60 * 1024 * 1024) }), PATH)).toContain(
      'acquire/too-much-inside',
    );
    const deep = await taken(withParts({ [page]: `<html><body>${'<div>'.repeat(10_000)}Deep.</body></html>` }), PATH);
    expect(deep.text).toContain('Deep.');
    const started = performance.now();
    await taken(withParts({ [page]: `<html><body>Velm ${'<a b="'.repeat(100_000)}</body></html>` }), PATH);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

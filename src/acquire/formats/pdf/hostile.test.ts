import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  line,
  lines,
  type PdfObject,
  type PdfPage,
  writePages,
  writePdf,
} from '../../../../tests/fixtures/acquire/make/pdf-writer.ts';
import { acquireAll } from '../../../../tests/fixtures/acquire/make/told.ts';
import { loadPdfium } from './pdfium.ts';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/acquire/pdf/', import.meta.url));
const page: PdfPage = { content: lines(60, 500, 11, ['Nothing was signed that day, they said.']) };

/** What came out, in one line each. */
const told = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await acquireAll(bytes, 'a.pdf')).map((one) => ('id' in one ? one.text : `${one.code}: ${one.reason}`));

/** Objects of a document whose tree of pages is handed in, as object 2 and further ones. */
const withTree = (tree: readonly PdfObject[]): Uint8Array => writePdf(['<< /Type /Catalog /Pages 2 0 R >>', ...tree]);

describe('PDF documents made to do harm', () => {
  it('gives of trees of pages that go round what can be read, or a refusal', async () => {
    const trees: readonly (readonly PdfObject[])[] = [
      ['<< /Type /Pages /Kids [2 0 R] /Count 1 >>'],
      [
        '<< /Type /Pages /Kids [3 0 R] /Count 2 >>',
        '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1000000 >>',
      ],
      ['<< /Type /Pages /Kids [] /Count 0 >>'],
      ['<< /Type /Pages /Parent 2 0 R /Kids [9 0 R] /Count 3 >>'],
      ['2 0 R'],
    ];
    for (const tree of trees) {
      const given = await told(withTree(tree));
      expect(given.length).toBeGreaterThan(0);
      for (const one of given) expect(one).toMatch(/^acquire\/(?:broken|no-text|too-large): Expected /);
    }
  });

  it('reads no more pages than a report has, and says so', async () => {
    const kids = Array.from({ length: 5_200 }, () => '3 0 R').join(' ');
    const given = await told(
      withTree([
        `<< /Type /Pages /Kids [${kids}] /Count 5200 >>`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        { dictionary: '', stream: line(20, 100, 10, 'Said again and again.') },
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ]),
    );
    expect(given[0]).toContain('Said again and again.');
    expect(given[1]).toBe(
      'acquire/too-large: Expected at most 5,000 pages, found 5,200. Those before are kept. Split the document.',
    );
  }, 60_000);

  it('reads forms that draw themselves, deep nesting and endless drawing without end', async () => {
    // The picture of the first page is object 8; it draws itself, once or, what makes more of it than any memory holds, twice.
    const form = (stream: string): PdfObject => ({
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 400 400] /Resources << /XObject << /Im1 8 0 R >> >>',
      stream,
    });
    const drawn = { content: `${page.content}/Im1 Do\n` };
    const [once] = await told(writePages({ pages: [{ ...drawn, picture: form('/Im1 Do') }] }));
    expect(once).toContain('Nothing was signed');
    const [twice] = await told(writePages({ pages: [{ ...drawn, picture: form('/Im1 Do /Im1 Do') }] }));
    expect(twice).toMatch(
      /^acquire\/broken: Expected pages that can be read, but page 1 of a PDF document is damaged\./,
    );
    // The next document gets a library that has not broken down.
    expect(await told(writePages({ pages: [page] }))).toEqual(['Nothing was signed that day, they said.']);
    const deep = `${'q '.repeat(50_000)}${page.content}${'['.repeat(20_000)}`;
    expect((await told(writePages({ pages: [{ content: deep }] }))).length).toBe(1);
    const shapes = '0 0 m 10 10 l S\n'.repeat(200_000);
    expect((await told(writePages({ pages: [{ content: page.content + shapes }] })))[0]).toContain(
      'Nothing was signed',
    );
  }, 60_000);

  it('takes huge and senseless page boxes', async () => {
    for (const box of ['[0 0 1e30 1e30]', '[0 0 0 0]', '[500 500 -500 -500]', '[nan 0 1 1]', '[0 0 14400 14400]']) {
      const given = await told(writePages({ pages: [{ ...page, extra: `/CropBox ${box} /Rotate 45` }] }));
      expect(given).toHaveLength(1);
    }
    const tall = Array.from({ length: 2_000 }, (_, i) =>
      line(60, 20 + i * 7, 6, `Line ${i} of a very long page.`),
    ).join('');
    expect((await told(writePages({ pages: [{ content: tall, height: 14_400 }] })))[0]).toContain('Line 1999 of');
  });

  it('reads a page of 10,000 annotations, and 10,000 attachments as they are', async () => {
    const notes = Array.from(
      { length: 10_000 },
      () => '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>',
    );
    const bytes = writePages({ pages: [{ ...page, extra: `/Annots [${notes.join(' ')}]` }] });
    expect(await told(bytes)).toEqual(['Nothing was signed that day, they said.']);
    const many = writePages({
      pages: [page],
      more: (first) => ({
        catalogue: `/Names << /EmbeddedFiles << /Names [${`(a) ${first} 0 R `.repeat(10_000)}] >> >>`,
        objects: [
          `<< /Type /Filespec /F (a.txt) /EF << /F ${first + 1} 0 R >> >>`,
          { dictionary: '/Type /EmbeddedFile', stream: 'The same paper.' },
        ],
      }),
    });
    const given = await acquireAll(many, 'a.pdf', { budget: { items: 100 } });
    expect(given).toHaveLength(102);
    expect(given.at(-1)).toMatchObject({ code: 'acquire/too-much-inside' });
  }, 60_000);

  it('reads a page crowded with words in bounded time', async () => {
    const crowd = Array.from({ length: 30_000 }, (_, i) => line((i * 37) % 400, (i * 53) % 580, 4, 'ab')).join('');
    const row = Array.from({ length: 20_000 }, (_, i) => line(i * 0.7, 100, 1, '-')).join('');
    for (const content of [crowd, row]) expect((await told(writePages({ pages: [{ content }] }))).length).toBe(1);
  }, 60_000);

  it('gives for any beginning of a file, and any file with a byte changed, documents or refusals', async () => {
    const whole = readFileSync(`${folder}notes.pdf`);
    for (let part = 1; part < 24; part++) {
      const given = await acquireAll(whole.subarray(0, Math.floor((whole.length * part) / 24)), 'a.pdf');
      expect(given.length).toBeGreaterThan(0);
      const changed = Buffer.from(whole);
      for (let i = part; i < changed.length; i += 97) changed[i] = (changed[i] ?? 0) ^ (1 << (part % 8));
      expect((await acquireAll(changed, 'a.pdf')).length).toBeGreaterThan(0);
    }
  }, 60_000);

  it('gives the memory of each document back', async () => {
    const bytes = readFileSync(`${folder}report.pdf`);
    await told(bytes);
    const before = (await loadPdfium()).memory().byteLength;
    for (let i = 0; i < 30; i++) await told(bytes);
    expect((await loadPdfium()).memory().byteLength).toBe(before);
  }, 60_000);

  it('gives the same document for the same bytes', async () => {
    const bytes = readFileSync(`${folder}newspaper.pdf`);
    const [one, two] = [await acquireAll(bytes, 'a.pdf'), await acquireAll(bytes, 'a.pdf')];
    expect(one).toEqual(two);
  });
});

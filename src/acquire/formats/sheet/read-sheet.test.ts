import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { factsOf, laidOut, ledBack, stepsOf } from '../../../../tests/fixtures/acquire/make/seen-parts.ts';
import { FEES_PARTS } from '../../../../tests/fixtures/acquire/make/sheet.ts';
import { refusedAs, taken } from '../../../../tests/fixtures/acquire/make/take.ts';
import { zipParts } from '../../../../tests/fixtures/acquire/make/zip-parts.ts';
import { MOST_ROWS, SheetText } from './sheet-text.ts';

const file = (name: string): Buffer => readFileSync(`tests/fixtures/acquire/sheet/${name}`);
const utf16 = (words: string): Buffer => Buffer.from(words, 'utf16le');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const withContent = (change: (content: string) => string): Uint8Array =>
  zipParts({ ...FEES_PARTS, 'content.xml': change(String(FEES_PARTS['content.xml'])) }, ['mimetype']);

describe('readSheet', () => {
  it.each(['fees.xlsx', 'fees.xls', 'fees.ods'])('reads %s row by row, as it is shown', async (name) => {
    const document = await taken(file(name), `pile/${name}`);
    const isOpen = name.endsWith('ods');
    const far = name.endsWith('xls') || isOpen ? [] : ['9 | far away'];
    // The formula's cell has no form of its own in Excel's files.
    const sum = isOpen ? '1,240.50' : '1240.5';
    expect(laidOut(document)[0]).toBe('heading | Fees');
    expect(ledBack(document)).toEqual([
      'Fees 1 | Fees of the harbours',
      'Fees 2 | Port\tPaid on\tFee',
      'Fees 3 | Velm\t2 May 2031\t1,240.50',
      'Fees 5 | Ostra\t\tnot settled',
      `Fees 6 | Sum\t\t${sum}`,
      ...far.map((line) => `Fees ${line}`),
      'Fees 5 | Lena Orsk: Ask Kelmar again.',
      'Payers 1 | Paid by\tQuay & Sons',
    ]);
    expect(factsOf(document)).toContain('title Fees of the harbours (file-properties)');
    expect(factsOf(document)).toContain('byline Tomas Vehl (file-properties)');
    expect(stepsOf(document)).toContain('1 hidden sheet read as well: Payers');
    if (!name.endsWith('xls')) expect(stepsOf(document)).toContain('1 hidden row read as well');
  });

  it('knows them by their bytes', async () => {
    for (const name of ['fees.xlsx', 'fees.xls', 'fees.ods'])
      expect((await taken(file(name), 'unnamed')).text).toBe((await taken(file(name), name)).text);
  });

  it('takes neither endless rows nor endless columns from repetitions', async () => {
    const wide = withContent((content) =>
      content.replace(
        '<table:table-cell ><text:p>Velm',
        '<table:table-cell table:number-columns-repeated="2000000000"><text:p>Velm',
      ),
    );
    expect((await taken(wide, 'a.ods')).text.length).toBeLessThan(2000);
    const tall = withContent((content) =>
      content.replace(
        '<table:table-row ><table:table-cell ><text:p>Velm',
        '<table:table-row table:number-rows-repeated="2000000000"><table:table-cell ><text:p>Velm',
      ),
    );
    expect((await taken(tall, 'a.ods')).anchors.length).toBeLessThan(200);
  });

  it('lays out nothing over ranges that a sheet states', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = new Uint8Array(), ...rest } = unzipSync(file('fees.xlsx'));
    const links = '<cols><col min="1" max="999999999" width="9"/></cols>';
    const hostile = Buffer.from(sheet)
      .toString()
      .replace('<sheetData>', `${links}<sheetData>`)
      .replace('</sheetData>', '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>');
    expect(hostile.length).toBeGreaterThan(sheet.length + 100);
    const document = await taken(zipParts({ ...rest, 'xl/worksheets/sheet1.xml': hostile }), 'a.xlsx');
    expect(document.text).toBe((await taken(file('fees.xlsx'), 'a.xlsx')).text);
  });

  it('does not count up to places that no workbook has', async () => {
    const parts = unzipSync(file('fees.xlsx'));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString();
    const comments = Buffer.from(parts['xl/comments1.xml'] ?? []).toString();
    expect(sheet).toContain('r="C3"');
    for (const place of ['C2147483648', 'XFE3', 'ZZZZZZ3', 'C0', '', '3', 'C-1', `C${'9'.repeat(900)}`]) {
      const hostile = {
        'xl/worksheets/sheet1.xml': sheet.replace('r="C3"', `r="${place}"`).replace('<row r="5"', `<row r='${place}'`),
        'xl/comments1.xml': comments.replace('ref="C5"', `ref="${place}"`),
      };
      const { text } = await taken(zipParts({ ...parts, ...hostile }), 'a.xlsx');
      expect(text, place).toContain('Velm');
      expect(text, place).toContain('far away');
    }
  }, 30_000);

  it('does not count properties that a file of before 2007 only states', async () => {
    const bytes = Buffer.from(file('fees.xls'));
    const facts = (await taken(bytes, 'a.xls')).found;
    // A stream of properties: byte order, version, system, class, how many sets, class, where the first begins.
    const starts = [...bytes.keys()].filter(
      (at) => at + 56 < bytes.length && bytes.readUInt32LE(at) === 0xfffe && bytes.readUInt32LE(at + 44) === 48,
    );
    const [at = -1] = starts.filter((start) => bytes.readUInt32LE(start + 24) === 1);
    expect(at).toBeGreaterThan(0);
    bytes.writeUInt32LE(0xffff_fff0, at + 52);
    const document = await taken(bytes, 'a.xls');
    expect(document.text).toContain('Velm');
    expect(document.found.length).toBeLessThanOrEqual(facts.length);
  });

  it('refuses what is locked, too large, broken or hostile, in words', async () => {
    expect(await refusedAs(Buffer.concat([COMPOUND, utf16('EncryptedPackage')]), 'a.xlsx')).toBe(
      'acquire/locked: Expected an office document that can be opened, found one that is locked with a password. Open it with its password, save it without, and add that.',
    );
    expect(await refusedAs(Buffer.concat([COMPOUND, utf16('WordDocument')]), 'a.doc')).toBe(
      'acquire/unsupported: Expected a document of a kind that is read, found a Word document of before 2007 (.doc). Open it in Word or LibreOffice and save it as .docx.',
    );
    expect(await refusedAs(Buffer.concat([COMPOUND, utf16('Workbook')]), 'a.xls')).toContain('acquire/broken');
    expect(await refusedAs(file('fees.xls').subarray(0, 1500), 'a.xls')).toContain(
      'found a compound file of unknown kind',
    );
    expect(await refusedAs(file('fees.xlsx').subarray(0, 9000), 'a.xlsx')).toContain(
      'acquire/broken: Expected a spreadsheet',
    );
    const bomb = zipParts({
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': ' '.repeat(60 * 1024 * 1024),
    });
    expect(await refusedAs(bomb, 'a.xlsx')).toContain('acquire/too-much-inside');
    expect(await refusedAs(file('fees.xlsb'), 'a.xlsb')).toBe(
      'acquire/unsupported: Expected a spreadsheet, found a binary one (.xlsb). Open it in Excel or LibreOffice and save it as .xlsx.',
    );
    const entities = withContent((content) => content.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'));
    expect(await refusedAs(entities, 'a.ods')).toContain('it defines entities of its own');
  });

  it('reads under its name what is a page in truth, as many programs write tables', async () => {
    const page = Buffer.from(`<html><body><table><tr><td>Velm</td><td>40 crowns</td></tr></table></body></html>`);
    expect((await taken(page, 'pile/fees.xls')).text).toContain('Velm\t40 crowns');
  });
});

describe('SheetText', () => {
  const facts = { mediaType: 'text/x', by: 'a test' };

  it('takes as many rows as it may, and says that there are more', () => {
    const text = new SheetText(10_000_000);
    text.openSheet('Fees', false);
    for (let row = 1; row <= MOST_ROWS; row++) text.addRow(row, ['a', 'b'], false);
    expect(text.isFull).toBe(true);
    expect(text.parts(facts, [], []).noticed).toEqual([]);
    text.addRow(MOST_ROWS + 1, ['a'], false);
    const parts = text.parts(facts, [], []);
    expect(parts.noticed).toEqual(['took the first 200,000 rows; there are more']);
    expect(parts.anchors).toHaveLength(MOST_ROWS);
  });

  it('refuses more characters than it may take', () => {
    const text = new SheetText(10);
    text.openSheet('Fees', false);
    expect(() => text.addRow(1, ['0123456789'], false)).toThrow('Expected at most 10 characters in a spreadsheet');
  });

  it('keeps gaps between cells, long ones as one', () => {
    const text = new SheetText(100_000);
    text.openSheet('Fees', false);
    text.addRow(1, ['', 'a', '', 'b', ...Array.from({ length: 16_000 }, () => ''), 'c', ''], false);
    expect(text.parts(facts, [], []).text).toBe('Fees\n\na\t\tb\tc');
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laidOut, ledBack, stepsOf } from '../../../../tests/fixtures/acquire/make/seen-parts.ts';
import { refusedAs, taken } from '../../../../tests/fixtures/acquire/make/take.ts';
import { sniffDelimiter, splitRecords } from './split-records.ts';

const file = (name: string): Buffer => readFileSync(`tests/fixtures/acquire/csv/${name}`);

describe('readCsv', () => {
  it('keeps the text as it is, each record a row that leads back to its number', async () => {
    const document = await taken(file('fees.csv'), 'pile/fees.csv');
    expect(document.text).toBe(file('fees.csv').toString());
    expect(document.mediaType).toBe('text/csv');
    expect(laidOut(document)).toEqual([
      'table-row | Port,Date,"What was paid, and to whom"',
      'table-row | Velm,2031-05-02,"40 crowns, to the harbour office"',
      'table-row | Ostra,2031-05-04,"Nothing.\nThe ""fee"" was waived."',
      'table-row | Kelmar,2031-05-05',
      'table-row | Łódź,2031-05-06,70,and more',
    ]);
    expect(ledBack(document)[4]).toBe('5 | Łódź,2031-05-06,70,and more');
    expect(stepsOf(document)).toEqual(['read as a table of comma-separated values', 'told rows apart by commas']);
  });

  it('tells tabs and semicolons, and the encoding', async () => {
    const calls = await taken(file('calls.tsv'), 'pile/calls.tsv');
    expect(calls.mediaType).toBe('text/tab-separated-values');
    expect(laidOut(calls)[2]).toBe('table-row | Ivo Brann\tTomas Vehl, Velm\t4');
    const payments = await taken(file('payments.csv'), 'pile/payments.csv');
    expect(payments.encoding).toBe('windows-1252');
    expect(laidOut(payments)).toEqual([
      'syntax | sep=;',
      'table-row | Payer;Amount;For',
      'table-row | Quay Müller;1,5;tugs',
      'table-row | Orsk, Sons;2,25;"fees; and dues"',
    ]);
    expect(stepsOf(payments)).toContain('told rows apart by semicolons');
  });

  it('gives rows to where a quote is not closed, and says so', async () => {
    const document = await taken(file('unclosed.csv'), 'pile/unclosed.csv');
    expect(laidOut(document)).toEqual(['table-row | Port,Fee', 'table-row | Velm,40', 'table-row | Ostra,30']);
    expect(document.text).toContain('Halm,10');
    expect(stepsOf(document)).toContain(
      'told 3 rows apart, then a quote is opened and never closed: what follows is text without rows',
    );
  });

  it('reads what is a page in truth as a page, and refuses what is no text', async () => {
    const page = Buffer.from(`<!doctype html><title>Sign in</title><p>${'Sign in to see the table. '.repeat(9)}</p>`);
    expect((await taken(page, 'pile/a.csv')).mediaType).toBe('text/html');
    expect(await refusedAs(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01', 'latin1'), 'pile/a.csv')).toContain(
      'acquire/broken: Expected a table of comma-separated values, as its name says, found a file of type image/png.',
    );
  });
});

describe('splitRecords', () => {
  it('holds every letter that is no line end in exactly one record, whatever the letters', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).map((words) => `"${words.replace(/["\0]/g, "'")}"`);
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, end) => {
        const lines = table.map((cells) => cells.join(','));
        const text = lines.join(end) + end;
        const { spans, broken } = splitRecords(text, 100, null);
        expect(broken).toBeNull();
        expect(spans.map(([from, to]) => text.slice(from, to))).toEqual(lines);
      }),
      { numRuns: 100 },
    );
  });

  it('takes as many rows as it is told to', () => {
    const text = 'a,b\n'.repeat(50);
    expect(splitRecords(text, 50, null)).toMatchObject({ isCut: false });
    expect(splitRecords(text, 49, null)).toMatchObject({ isCut: true });
    expect(splitRecords(text, 49, null).spans).toHaveLength(49);
  });

  it('takes time in step with the length of one that is all quotes or delimiters', () => {
    const started = performance.now();
    for (const letter of ['"', ',', '"a",', '\n', '"\n'])
      splitRecords(letter.repeat(1_000_000 / letter.length), 200_000, null);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe('sniffDelimiter', () => {
  it.each([
    ['a;b\n1,5;2,5\n', ';'],
    ['a,b\n"1;5",2;5\n', ','],
    ['a|b|c\n1|2|3\n', '|'],
    ['one column\nof words\n', ','],
    ['Name\tNote\nVelm\tone, two, three\n', '\t'],
    ['', ','],
  ])('tells that of %j', (text, delimiter) => {
    expect(sniffDelimiter(text, null)).toBe(delimiter);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOf, laidOut, ledBack, stepsOf } from '../../../../tests/fixtures/acquire/make/seen-parts.ts';
import { refusedAs, taken } from '../../../../tests/fixtures/acquire/make/take.ts';

const LETTER = readFileSync('tests/fixtures/acquire/rtf/letter.rtf');
const PATH = 'pile/letter.rtf';
const rich = (content: string): Uint8Array => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${content}}`, 'latin1');
const textOf = async (content: string): Promise<string> => (await taken(rich(content), PATH)).text;

describe('readRtf', () => {
  it('reads the text as it stands, notes and comments behind it, what pages repeat last', async () => {
    expect(laidOut(await taken(LETTER, PATH))).toEqual([
      'heading | Letter on the Velm fee',
      'paragraph | Dear Šimon, the fee is “40 crowns” a ton — as the terms say.',
      'link | the terms',
      'paragraph | Велм and Велм.',
      'list-item | 1. Tugs leave.',
      'list-item | 2. Ostra gladly guarantees.',
      'list-item | By hand.',
      'paragraph | Kept. Kept as well.',
      'table-row | Port\tFee',
      'table-row | Velm\t40 crowns',
      'paragraph | Not for release',
      'paragraph | Below the table,\nin two lines. Pictured.',
      'paragraph | Written В twice',
      'paragraph | {Signed}-byhand',
      'note | From the register.',
      'note | Lena Orsk: Who said so?',
      'running-head | Harbour Office',
      'running-head | page 1',
    ]);
  });

  it('counts paragraphs, cells and empty ones as they end in the file', async () => {
    const lines = ledBack(await taken(LETTER, PATH));
    expect(lines).toContain('1 | Letter on the Velm fee');
    expect(lines).toContain('4 | Велм and Велм.');
    expect(lines).toContain('12 | 40 crowns');
    expect(lines).toContain('1 notes | From the register.');
    expect(lines).toContain('2 headers | page 1');
  });

  it('tells what the file says of itself and what is not as it shows it', async () => {
    const document = await taken(LETTER, 'pile/unnamed');
    expect(factsOf(document)).toEqual([
      'title Letter on the Velm fee (file-properties)',
      'byline Tomas Vehl (file-properties)',
      'created 2031-05-01 (file-properties)',
      'modified 2031-05-02 (file-properties)',
      'title Letter on the Velm fee (heading)',
    ]);
    expect(stepsOf(document)).toEqual([
      'read as a Rich Text document',
      'tracked changes by Ivo Brann: 1 insertion taken as text, 1 deletion left out',
      '1 comment by Lena Orsk put at the end',
      'left out words that are formatted as hidden',
      'its properties say that "Ivo Brann" saved it last',
    ]);
  });

  it('reads letters of two bytes, letters with as many stand-ins as are set, and pairs of Unicode numbers', async () => {
    expect(await textOf(String.raw`{\fonttbl{\f3\fcharset128 M;}}{\f3 \'93\'8c\'8b\'9e} end`)).toBe('東京 end');
    expect(await textOf(String.raw`\uc2\u1042 ??{\uc0\u1045}x\u1052\'3f\'3f\uc1.`)).toBe('ВЕxМ.');
    expect(await textOf(String.raw`\u-10179?\u-8704?`)).toBe('😀');
    expect(await textOf(String.raw`\'93Velm\'94 \'e9t\'e9`)).toBe('“Velm” été');
  });

  it('goes over what a binary says it holds, and ends where the file does', async () => {
    expect(await textOf(String.raw`A{\*\blob\bin3 }}}} B`)).toBe('A B');
    expect(await textOf(String.raw`A\bin99999999 B`)).toBe('A');
    expect(await textOf(String.raw`A\bin-5 B`)).toBe('AB');
  });

  it('reads what is cut off as far as it goes, and says so', async () => {
    const document = await taken(LETTER.subarray(0, 900), PATH);
    expect(document.text).toContain('as the terms say.');
    expect(stepsOf(document)).toContain('read as far as it goes: its text is cut off or badly nested');
    expect(stepsOf(await taken(LETTER, PATH)).join()).not.toContain('as far as it goes');
  });

  it('refuses groups without end and files without words', async () => {
    expect(await refusedAs(rich('{'.repeat(10_000)), PATH)).toContain('its groups are nested deeper than 1000 levels');
    expect((await taken(rich(`${'{'.repeat(900)}deep${'}'.repeat(900)}`), PATH)).text).toBe('deep');
    expect(await refusedAs(rich('{\\pict 8950}'), PATH)).toContain('acquire/no-text');
    expect(await refusedAs(rich(`${'}'.repeat(9)}behind`), PATH)).toContain('acquire/no-text');
  });

  it('takes time in step with its length', async () => {
    const started = performance.now();
    await taken(rich(`${"\\par \\'e9{\\b x}".repeat(100_000)}`), PATH);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

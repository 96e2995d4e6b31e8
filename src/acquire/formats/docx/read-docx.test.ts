import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { MEMO_PARTS } from '../../../../tests/fixtures/acquire/make/docx.ts';
import { factsOf, laidOut, ledBack, stepsOf } from '../../../../tests/fixtures/acquire/make/seen-parts.ts';
import { refusedAs, taken as take } from '../../../../tests/fixtures/acquire/make/take.ts';
import { type FileParts, zipParts } from '../../../../tests/fixtures/acquire/make/zip-parts.ts';
import type { Document } from '../../../model/index.ts';

const MEMO = readFileSync('tests/fixtures/acquire/docx/memo.docx');
const MAIN = 'word/document.xml';
const body = (content: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`;
const words = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const bytesOf = (parts: FileParts | Uint8Array): Uint8Array => (parts instanceof Uint8Array ? parts : zipParts(parts));
const taken = (parts: FileParts | Uint8Array, path = 'pile/memo.docx'): Promise<Document> => take(bytesOf(parts), path);
const refused = (parts: FileParts | Uint8Array): Promise<string> => refusedAs(bytesOf(parts), 'pile/memo.docx');

describe('readDocx', () => {
  it('reads the text as it stands, notes and comments behind it, what pages repeat last', async () => {
    const document = await taken(MEMO);
    expect(laidOut(document)).toEqual([
      'heading | Draft terms for the Velm harbour',
      'paragraph | The two delegations met at the lake hotel on 2 May 2031.',
      'link | lake hotel',
      'heading | What was proposed',
      'list-item | 1. Kelmar withdraws its tugs from the inner basin.',
      'list-item | 2. The port fee falls to 40 crowns a ton.',
      'list-item | (a) Half of it at once,',
      'list-item | (b) the rest in a year.',
      'list-item | 3. Ostra guarantees the passage.',
      'paragraph | Minister Lena Orsk signed the draft for Ostra.',
      'table-row | Port\tFee',
      'table-row | Velm\t40 crowns',
      'table-row | not settled',
      'caption | Table 1: fees in the draft',
      'paragraph | Terms in full; filed by the harbour office\nin Velm.',
      'link | Terms in full',
      'paragraph | Not for release',
      'paragraph | Filed on paper as well.',
      'note | According to the hotel’s register.',
      'note | Lena Orsk, 2031-05-02: Kelmar will not accept this.',
      'running-head | Harbour Office, confidential',
    ]);
    expect(document.text.split('\n\n')).toEqual(
      laidOut(document).flatMap((line) => (line.startsWith('link') ? [] : [line.slice(line.indexOf('|') + 2)])),
    );
  });

  it('leads every stretch back to the paragraph of the part that holds it', async () => {
    const document = await taken(MEMO);
    const lines = ledBack(document);
    expect(lines).toContain('3 | The two delegations met at the lake hotel on 2 May 2031.');
    expect(lines).toContain('16 | 40 crowns');
    expect(lines).toContain('2 footnotes | According to the hotel’s register.');
    expect(lines).toContain('1 comments | Lena Orsk, 2031-05-02: Kelmar will not accept this.');
    for (const { start, end, place } of document.anchors) {
      if (place.kind !== 'paragraph') throw new Error(place.kind);
      const part = String(MEMO_PARTS[place.section === null ? MAIN : `word/${place.section}.xml`]);
      const paragraph = part.split(/<w:p>/)[place.paragraph] ?? '';
      const said = document.text.slice(start, end).match(/\p{L}{3,}/gu) ?? [];
      // What frames a text box goes on behind it.
      if (place.paragraph === 21) continue;
      // The author of a comment is an attribute of it and not in its paragraph; the last line was joined from two.
      const own = said.filter((word) => !/^(?:Lena|Orsk|Ostra|for)$/.test(word));
      expect(own.filter((word) => !paragraph.includes(word))).toEqual([]);
    }
  });

  it('tells what the file says of itself and what is not as it shows it', async () => {
    const document = await taken(MEMO);
    expect(factsOf(document)).toEqual([
      'title Draft terms for the Velm harbour (file-properties)',
      'byline Tomas Vehl (file-properties)',
      'created 2031-05-01 (file-properties)',
      'modified 2031-05-02 (file-properties)',
      'title Draft terms for the Velm harbour (heading)',
    ]);
    expect(stepsOf(document)).toEqual([
      'read as a Word document',
      'tracked changes by Lena Orsk, Ivo Brann: 1 insertion taken as text, 1 deletion left out',
      '1 comment by Lena Orsk put at the end',
      'left out words that are formatted as hidden',
      'its properties say that "Ivo Brann" saved it last',
    ]);
  });

  it('holds every word that another reader finds in the body, but for the hidden ones', async () => {
    const { value } = await mammoth.extractRawText({ buffer: MEMO });
    const { text } = await taken(MEMO);
    const others = value.split(/\n+/).filter((line) => line.trim() && !line.startsWith('Secret'));
    expect(others.length).toBeGreaterThan(12);
    // It joins lines inside of a paragraph.
    const letters = (line: string): string => line.replace(/\s+/g, '');
    expect(others.filter((line) => !letters(text).includes(letters(line)))).toEqual([]);
  });

  it('knows it by its bytes, under any name and with prefixes of another writer', async () => {
    expect((await taken(MEMO, 'pile/unnamed')).text).toBe((await taken(MEMO)).text);
    const main = String(MEMO_PARTS[MAIN])
      .replaceAll('<w:', '<ns0:')
      .replaceAll('</w:', '</ns0:')
      .replaceAll(' w:', ' ns0:');
    const other = { ...MEMO_PARTS, [MAIN]: main.replace('xmlns:w=', 'xmlns:ns0=') };
    expect((await taken(other)).text).toBe((await taken(MEMO)).text);
  });

  it('gives the same document for the same bytes', async () => {
    expect(await taken(MEMO)).toEqual(await taken(MEMO));
  });

  it('keeps tables in cells apart and joins no paragraph across cells', async () => {
    const inner = `<w:tbl><w:tr><w:tc>${words('Fee')}</w:tc><w:tc>${words('40')}</w:tc></w:tr></w:tbl>`;
    const deleted = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Left</w:t></w:r></w:p>';
    const table = `<w:tbl><w:tr><w:tc>${words('Terms')}${inner}</w:tc><w:tc>${deleted}</w:tc></w:tr></w:tbl>`;
    const document = await taken({ ...MEMO_PARTS, [MAIN]: body(table + words('After.')) });
    expect(laidOut(document).slice(0, 4)).toEqual([
      'paragraph | Terms',
      'table-row | Fee\t40',
      'paragraph | Left',
      'paragraph | After.',
    ]);
  });

  it('reads a text that is cut off as far as it goes, and says so', async () => {
    const cut = body(words('The fee falls.') + words('It rises.')).slice(0, -60);
    const document = await taken({ ...MEMO_PARTS, [MAIN]: cut });
    expect(document.text).toContain('The fee falls.');
    expect(stepsOf(document)).toContain('read as far as it goes: its text is cut off or badly nested');
  });

  it('reads it without styles, notes, properties and lists of parts', async () => {
    expect((await taken({ [MAIN]: body(words('Only this.')) })).text).toBe('Only this.');
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>';
    const circle = body(`<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Round.</w:t></w:r></w:p>`);
    expect((await taken({ ...MEMO_PARTS, [MAIN]: circle, 'word/styles.xml': styles })).text).toContain('Round.');
  });

  it('refuses what is broken, hostile, locked or something else, in words', async () => {
    expect(await refused(MEMO.subarray(0, 3000))).toContain(
      'acquire/broken: Expected a Word document that can be read',
    );
    expect(await refused({ 'a.txt': 'Velm' })).toBe(
      'acquire/broken: Expected a Word document, found a file that holds no text of one. Open it in the program that it is from and save it anew.',
    );
    expect(await refused({ [MAIN]: body('') })).toContain('acquire/no-text');
    expect(await refused({ [MAIN]: `<!DOCTYPE w [<!ENTITY a "b">]>${body(words('&a;'))}` })).toContain(
      'it defines entities',
    );
    expect(await refused({ [MAIN]: body('<w:tbl>'.repeat(10_000)) })).toContain('nested deeper than 256 levels');
    expect(await refused({ [MAIN]: body(' '.repeat(60 * 1024 * 1024)) })).toContain('acquire/too-much-inside');
    const bytes = Buffer.from(zipParts({ [MAIN]: body(words('Velm.')) }));
    bytes.writeUInt32LE(7, bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 16);
    expect(await refused(bytes)).toContain('"word/document.xml" in it does not match its checksum');
    bytes.writeUInt16LE(1, bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 8);
    expect(await refused(bytes)).toBe(
      'acquire/locked: Expected a Word document that can be opened, found one that is locked with a password. Open it with its password, save it without, and add that.',
    );
  });

  it('reads under its name what is a page or a text in truth', async () => {
    const page = Buffer.from(`<!doctype html><p>${'The delegations left the hotel. '.repeat(5)}</p>`);
    expect((await taken(page)).mediaType).toBe('text/html');
    expect((await taken(Buffer.from('The delegations left.'))).mediaType).toBe('text/plain');
  });
});

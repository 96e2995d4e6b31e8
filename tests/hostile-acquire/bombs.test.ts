import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/acquire/formats/index.ts';
import { makeZip } from '../fixtures/acquire/make/zip.ts';
import { makeFolder, put, takeIn } from './take-in.ts';

const folder = makeFolder();
afterAll(folder.remove);

const GIGABYTE = 1024 ** 3;
const TEXT = 'The harbour talks went on in Velm.';
const KEPT = { name: 'kept.txt', content: TEXT };
const isRead = (ending: string): boolean => FORMATS.some(({ endings }) => endings.includes(ending));

/** A gigabyte of one byte, packed. */
const packedGigabyte = (): Buffer => {
  const part = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  return Buffer.concat(Array.from({ length: GIGABYTE / (64 * 1024 * 1024) }, () => part));
};

describe('archive bombs', () => {
  it('stops ZIP files that hold ZIP files that hold zeros', async () => {
    let bytes: Uint8Array = Buffer.alloc(16 * 1024 * 1024);
    for (let level = 0; level < 5; level++) {
      const copies = Array.from({ length: 16 }, (_, i) => [`${i}.${level === 0 ? 'txt' : 'zip'}`, bytes] as const);
      bytes = zipSync(Object.fromEntries([['kept.txt', Buffer.from(TEXT)], ...copies]), { level: 9 });
    }
    put(folder.path, 'pile.zip', bytes);
    const { given, ms } = await takeIn(folder.path, ['pile.zip']);
    expect(given[0]).toEqual(['pile.zip!/kept.txt', `${TEXT.length} characters`]);
    expect(given.at(-1)?.[1]).toBe('acquire/too-much-inside');
    expect(ms).toBeLessThan(120_000);
  }, 300_000);

  it('stops gzip of a gigabyte, also in gzip and TAR', async () => {
    const bomb = packedGigabyte();
    put(folder.path, 'bomb.txt.gz', bomb);
    put(folder.path, 'twice.gz', gzipSync(bomb));
    put(
      folder.path,
      'kept.zip',
      makeZip([{ name: 'bomb.gz', content: bomb }, { name: 'zeros.txt', content: Buffer.alloc(18_000_000) }, KEPT]),
    );
    const { given } = await takeIn(folder.path, ['bomb.txt.gz', 'twice.gz', 'kept.zip']);
    expect(given.filter(([, what]) => !/^acquire\/too-(?:much-inside|large)$/.test(what))).toEqual([
      ['kept.zip!/kept.txt', `${TEXT.length} characters`],
    ]);
    expect(given).toHaveLength(5);
  }, 300_000);

  const office: readonly (readonly [string, string, string])[] = [
    ['docx', 'word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
    ['xlsx', 'xl/worksheets/sheet1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
    ['odt', 'content.xml', 'application/vnd.oasis.opendocument.text'],
    ['ods', 'content.xml', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['epub', 'OEBPS/a.xhtml', 'application/epub+zip'],
  ];
  const parts = (ending: string, part: string, type: string, content: string | Uint8Array) => {
    const files: { name: string; content: string | Uint8Array; method?: number }[] = [];
    if (ending.endsWith('x')) {
      const [main, kind] = ending === 'docx' ? ['word/document.xml', 'word'] : ['xl/workbook.xml', 'xl'];
      files.push({
        name: '[Content_Types].xml',
        content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
      });
      files.push({
        name: '_rels/.rels',
        content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
      });
      if (kind === 'xl') {
        files.push({
          name: 'xl/workbook.xml',
          content:
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        });
        files.push({
          name: 'xl/_rels/workbook.xml.rels',
          content:
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        });
      }
    } else files.push({ name: 'mimetype', content: type, method: 0 });
    if (ending === 'epub') {
      files.push({
        name: 'META-INF/container.xml',
        content:
          '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      });
      files.push({
        name: 'OEBPS/a.opf',
        content:
          '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
      });
    }
    return makeZip([...files, { name: part, content }]);
  };

  it.each(office.filter(([ending]) => isRead(ending)))(
    'stops a %s whose main part is 300 MB',
    async (ending, part, type) => {
      const bytes = parts(
        ending,
        part,
        type,
        Buffer.concat([Buffer.from('<a>'), Buffer.alloc(300 * 1024 * 1024, ' ')]),
      );
      put(folder.path, `large.${ending}`, bytes);
      const { given, ms } = await takeIn(folder.path, [`large.${ending}`]);
      expect(given).toHaveLength(1);
      expect(given[0]?.[1]).toMatch(/^acquire\/(?!took-too-long|crashed)/);
      expect(ms).toBeLessThan(110_000);
    },
    180_000,
  );

  it.each(office.filter(([ending]) => isRead(ending)))(
    'does not expand entities in a %s',
    async (ending, part, type) => {
      const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
      const laughs = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "haha"><!ENTITY f SYSTEM "file:///etc/passwd">${entities}]><d><p>&e12; &f; ${TEXT}</p></d>`;
      put(folder.path, `laughs.${ending}`, parts(ending, part, type, laughs));
      const { given, ms } = await takeIn(folder.path, [`laughs.${ending}`], 600);
      expect(given).toHaveLength(1);
      expect(given[0]?.[1]).toMatch(/^acquire\/(?!took-too-long|crashed)|^\d{1,4} characters$/);
      expect(ms).toBeLessThan(110_000);
    },
    120_000,
  );
});

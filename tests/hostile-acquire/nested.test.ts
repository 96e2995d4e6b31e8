import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/acquire/formats/index.ts';
import { makeFolder, put, takeIn } from './take-in.ts';

const folder = makeFolder();
afterAll(folder.remove);

const TIMES = 10_000;
const TEXT = 'The harbour talks went on in Velm.';
const isRead = (ending: string): boolean => FORMATS.some(({ endings }) => endings.includes(ending));

/** ZIP files in each other, stored. */
const nestedZips = (times: number): Buffer => {
  let bytes: Buffer = Buffer.from(TEXT);
  for (let i = 0; i < times; i++) {
    const name = Buffer.from(i === 0 ? 'a.txt' : 'a.zip');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), about, name]);
    const listed = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), about, Buffer.alloc(14), name]);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(listed.length, 12);
    end.writeUInt32LE(head.length + bytes.length, 16);
    bytes = Buffer.concat([head, bytes, listed, end]);
  }
  return bytes;
};

describe('things in things', () => {
  it(`stops at ${TIMES} ZIP files in each other`, async () => {
    put(folder.path, 'deep.zip', nestedZips(TIMES));
    const { given } = await takeIn(folder.path, ['deep.zip'], 600);
    expect(given).toEqual([[`deep.zip${'!/a.zip'.repeat(8)}`, 'acquire/too-much-inside']]);
  }, 180_000);

  it.skipIf(!isRead('eml'))(
    `ends with ${TIMES} parts in each other, and beside each other`,
    async () => {
      const lines = ['From: a@velm.example', 'Subject: Deep', 'MIME-Version: 1.0'];
      const deep = [...lines];
      for (let i = 0; i < TIMES; i++) deep.push(`Content-Type: multipart/mixed; boundary="b${i}"`, '', `--b${i}`);
      deep.push('Content-Type: text/plain', '', TEXT);
      for (let i = TIMES - 1; i >= 0; i--) deep.push(`--b${i}--`);
      put(folder.path, 'deep.eml', deep.join('\r\n'));
      const wide = [...lines, 'Content-Type: multipart/mixed; boundary="b"', ''];
      for (let i = 0; i < TIMES; i++) wide.push('--b', 'Content-Type: text/plain', '', `${TEXT} ${i}`);
      put(folder.path, 'wide.eml', [...wide, '--b--'].join('\r\n'));
      const messages = [...lines];
      for (let i = 0; i < TIMES; i++)
        messages.push('Content-Type: message/rfc822', '', 'From: a@velm.example', `Subject: ${i}`);
      put(folder.path, 'messages.eml', [...messages, '', TEXT].join('\r\n'));
      for (const name of ['deep.eml', 'wide.eml', 'messages.eml']) {
        const { given, ms } = await takeIn(folder.path, [name]);
        expect(given.length).toBeGreaterThan(0);
        expect(ms).toBeLessThan(110_000);
      }
    },
    300_000,
  );

  it.each(['html', 'txt', 'md', 'rtf', 'json', 'csv', 'vtt'])(
    'ends with %s that opens and never closes',
    async (ending) => {
      const opened: Readonly<Record<string, string>> = {
        html: '<div><b>',
        rtf: '{\\b ',
        json: '[{"a":',
        csv: '"a,',
        vtt: '<v a>',
        md: '> - ',
        txt: '(',
      };
      const start =
        ending === 'html'
          ? '<!doctype html><html><body>'
          : ending === 'rtf'
            ? '{\\rtf1 '
            : ending === 'vtt'
              ? 'WEBVTT\n\n00:00.000 --> 00:01.000\n'
              : '';
      put(folder.path, `open.${ending}`, `${start}${(opened[ending] ?? '').repeat(100_000)}${TEXT}`);
      const { given, ms } = await takeIn(folder.path, [`open.${ending}`]);
      expect(given).toHaveLength(1);
      expect(ms).toBeLessThan(110_000);
    },
    120_000,
  );
});

const pdf = (objects: readonly string[], trailer = ''): string => {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer.replace('XREF', String(xref))}>>\nstartxref\n${xref}\n%%EOF\n`;
};

describe.skipIf(!isRead('pdf'))('a PDF that leads back to itself', () => {
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>';
  const words = (content: string): string => `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  const draw = words(`BT /F1 12 Tf 20 100 Td (${TEXT}) Tj ET /X Do`);
  const form =
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream';
  it.each([
    [
      'in its pages',
      pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9999999>>', page, draw, font, form]),
    ],
    [
      'in a form that draws itself',
      pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, draw, font, form]),
    ],
    [
      'in its tables',
      pdf(
        ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, draw, font, form],
        '/Prev XREF',
      ),
    ],
    [
      'in a length',
      pdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        page,
        '<</Length 4 0 R>>\nstream\nBT\nendstream',
        font,
        form,
      ]),
    ],
    [
      'in its outline',
      pdf([
        '<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        page,
        draw,
        font,
        form,
        '<</Type/Outlines/First 7 0 R/Next 7 0 R/Last 7 0 R>>',
      ]),
    ],
  ])(
    'ends %s',
    async (what, content) => {
      const name = put(folder.path, `${what.replaceAll(' ', '-')}.pdf`, content);
      const { given, ms } = await takeIn(folder.path, [name]);
      expect(given).toHaveLength(1);
      expect(ms).toBeLessThan(110_000);
    },
    120_000,
  );
});

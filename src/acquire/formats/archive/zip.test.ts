import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { acquireAll, told } from '../../../../tests/fixtures/acquire/make/told.ts';
import { makeZip } from '../../../../tests/fixtures/acquire/make/zip.ts';
import { type Document, sha256 } from '../../../model/index.ts';

const TEXT = 'The harbour talks went on in Velm.\n';
const SYMLINK = 0o120777;
const DEVICE = 0o020666;

describe('readZip', () => {
  const zip = makeZip([
    { name: 'pile/' },
    { name: 'pile/a.txt', content: TEXT },
    { name: 'pile/photo.jpg', content: 'x' },
    { name: '__MACOSX/pile/._a.txt', content: 'junk' },
    { name: 'pile/.DS_Store', content: 'junk' },
    { name: '../../etc/b.txt', content: 'Below.' },
    { name: '/root/c.txt', content: 'Absolute.' },
    { name: 'C:\\up\\d.txt', content: 'Of a drive.' },
    { name: 'pile/a.txt', content: 'The same name again.' },
    { name: 'link.txt', content: '/etc/passwd', mode: SYMLINK },
    { name: 'tty.txt', content: 'x', mode: DEVICE },
    { name: 'secret.txt', content: 'x', flags: 1 },
    { name: 'wrong.txt', content: 'Altered on the way.', crc: 1 },
    { name: 'lzma.txt', content: 'x', method: 14 },
    { name: 'b\u0007ell\u202e.txt', content: 'Control characters.' },
    { name: 'späť.txt', content: 'UTF-8 that is stated.', flags: 0x800 },
    { name: 'näher.txt', content: 'UTF-8 that is not stated.' },
    { name: Buffer.from([0x84, 0x2e, 0x74, 0x78, 0x74]), content: 'An old name.' },
    { name: 'later.txt', content: 'Sizes behind it.', descriptor: true },
    { name: 'talk.pptx', content: 'PK\u0003\u0004' },
  ]);

  it('gives the files in the order of the list, by harmless names, and refuses what it may not take', async () => {
    expect(told(await acquireAll(zip, 'in.zip'))).toEqual([
      `in.zip!/pile/a.txt: ${TEXT.trim()}`,
      'in.zip!/etc/b.txt: Below.',
      'in.zip!/root/c.txt: Absolute.',
      'in.zip!/up/d.txt: Of a drive.',
      'in.zip!/pile/a (2).txt: The same name again.',
      'in.zip!/link.txt: acquire/not-a-file',
      'in.zip!/tty.txt: acquire/not-a-file',
      'in.zip!/secret.txt: acquire/locked',
      'in.zip!/wrong.txt: acquire/broken',
      'in.zip!/lzma.txt: acquire/broken',
      'in.zip!/bell.txt: Control characters.',
      'in.zip!/späť.txt: UTF-8 that is stated.',
      'in.zip!/näher.txt: UTF-8 that is not stated.',
      'in.zip!/ä.txt: An old name.',
      'in.zip!/later.txt: Sizes behind it.',
      'in.zip!/talk.pptx: acquire/unsupported',
    ]);
  });

  it('says of each file how it came out', async () => {
    const [first] = await acquireAll(zip, 'in.zip');
    expect((first as Document).steps).toEqual([
      { by: 'yauzl 3.4.0', what: 'unpacked "pile/a.txt" from ZIP, dated 2031-05-02T10:20:30', of: sha256(zip) },
      { by: 'backchannel', what: 'read as plain text', of: sha256(TEXT) },
    ]);
  });

  it('goes into archives inside of archives, stored and packed, to eight', async () => {
    const nest = (level: 0 | 9, times: number): Uint8Array => {
      let bytes: Uint8Array = zipSync({ 'deep.txt': Buffer.from(TEXT) }, { level });
      for (let i = 1; i < times; i++) bytes = zipSync({ 'in.zip': bytes, [`${i}.txt`]: Buffer.from(TEXT) }, { level });
      return bytes;
    };
    for (const level of [0, 9] as const) {
      expect(told(await acquireAll(nest(level, 8), 'a.zip'))[0]).toBe(
        `a.zip!/in.zip!/in.zip!/in.zip!/in.zip!/in.zip!/in.zip!/in.zip!/deep.txt: ${TEXT.trim()}`,
      );
      const deeper = told(await acquireAll(nest(level, 10), 'a.zip'));
      expect(deeper.filter((line) => line.endsWith('acquire/too-much-inside'))).toEqual([
        `a.zip${'!/in.zip'.repeat(8)}: acquire/too-much-inside`,
      ]);
      expect(deeper.filter((line) => line.endsWith(TEXT.trim()))).toHaveLength(8);
    }
  });

  it('refuses files that share their bytes, and keeps the one beside them', async () => {
    const bytes = makeZip([
      { name: 'a.txt', content: 'Shared.' },
      { name: 'b.txt', content: 'Shared.', sameAs: 0 },
      { name: 'c.txt', content: TEXT },
    ]);
    expect(told(await acquireAll(bytes, 'in.zip'))).toEqual([
      'in.zip!/a.txt: acquire/broken',
      'in.zip!/b.txt: acquire/broken',
      `in.zip!/c.txt: ${TEXT.trim()}`,
    ]);
  });

  it('refuses one text that unpacks to too much without unpacking it, and keeps the next', async () => {
    const bytes = makeZip([
      { name: 'bomb.txt', content: Buffer.alloc(15_000_000), size: 1000 },
      { name: 'zeros.txt', content: Buffer.alloc(15_000_000) },
      { name: 'c.txt', content: TEXT },
    ]);
    expect(told(await acquireAll(bytes, 'in.zip'))).toEqual([
      'in.zip!/bomb.txt: acquire/broken',
      'in.zip!/zeros.txt: acquire/too-much-inside',
      `in.zip!/c.txt: ${TEXT.trim()}`,
    ]);
  });

  it('stops where all that may come out has come out', async () => {
    const files = Array.from({ length: 20 }, (_, i) => ({ name: `${i}.txt`, content: TEXT.repeat(30) }));
    const given = told(await acquireAll(makeZip(files), 'in.zip', { budget: { bytes: 3000 } }));
    expect(given).toHaveLength(3);
    expect(given[2]).toBe('in.zip: acquire/too-much-inside');
    expect(told(await acquireAll(makeZip(files), 'in.zip', { budget: { items: 4 } }))[4]).toBe(
      'in.zip: acquire/too-much-inside',
    );
  });

  it('refuses one that is cut off, and one that holds no document', async () => {
    expect(told(await acquireAll(zip.subarray(0, -40), 'in.zip'))).toEqual(['in.zip: acquire/broken']);
    expect(told(await acquireAll(zipSync({ 'a.png': Buffer.from('x') }), 'in.zip'))).toEqual(['in.zip: acquire/empty']);
    expect(told(await acquireAll(zipSync({}), 'in.zip'))).toEqual(['in.zip: acquire/empty']);
  });
});

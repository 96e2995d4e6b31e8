import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeTar } from '../../../../tests/fixtures/acquire/make/tar.ts';
import { acquireAll, told } from '../../../../tests/fixtures/acquire/make/told.ts';
import { type Document, sha256 } from '../../../model/index.ts';

const TEXT = 'The harbour talks went on in Velm.\n';

describe('readTar', () => {
  const tar = makeTar([
    { name: 'pile/', type: '5' },
    { name: 'pile/a.txt', content: TEXT },
    { name: 'pile/photo.jpg', content: 'x'.repeat(700) },
    { name: '__MACOSX/pile/._a.txt', content: 'junk' },
    { name: 'pile/.hidden.txt', content: 'junk' },
    { name: 'short', content: 'By its long name.', pax: { path: `pile/${'long '.repeat(40)}name ö.txt` } },
    { name: '../../etc/b.txt', content: 'Below.' },
    { name: 'C:\\up\\c.txt', content: 'Of a drive.' },
    { name: 'pile/a.txt', content: 'The same name again.' },
    { name: 'pile/link.txt', type: '2' },
    { name: 'pile/tty.txt', type: '3' },
    { name: 'pile/notes\u202etxt.md', content: 'Turned.' },
  ]);

  it('gives the files in their order, by harmless names, and refuses what is no file', async () => {
    expect(told(await acquireAll(tar, 'in.tar'))).toEqual([
      'in.tar!/pile/a.txt: The harbour talks went on in Velm.',
      `in.tar!/pile/${'long '.repeat(40)}name ö.txt: By its long name.`,
      'in.tar!/etc/b.txt: Below.',
      'in.tar!/up/c.txt: Of a drive.',
      'in.tar!/pile/a (2).txt: The same name again.',
      'in.tar!/pile/link.txt: acquire/not-a-file',
      'in.tar!/pile/tty.txt: acquire/not-a-file',
      'in.tar!/pile/notestxt.md: Turned.',
    ]);
  });

  it('gives the same from gzip, with the way back in its steps', async () => {
    const packed = gzipSync(tar);
    const given = await acquireAll(packed, 'in.tgz');
    expect(told(given)).toEqual(told(await acquireAll(tar, 'in.tar')).map((line) => line.replace('in.tar', 'in.tgz')));
    expect((given[0] as Document).steps).toEqual([
      {
        by: 'backchannel',
        what: 'unpacked "pile/a.txt" from TAR in gzip, dated 2033-04-20T17:14:56Z',
        of: sha256(packed),
      },
      { by: 'backchannel', what: 'read as plain text', of: sha256(TEXT) },
    ]);
  });

  it('goes into archives inside of archives, also where they stand', async () => {
    const inner = makeTar([{ name: 'deep.txt', content: TEXT }]);
    const outer = makeTar([
      { name: 'inner.tar', content: inner },
      { name: 'inner.tar.gz', content: gzipSync(inner) },
    ]);
    expect(told(await acquireAll(outer, 'out.tar'))).toEqual([
      `out.tar!/inner.tar!/deep.txt: ${TEXT.trim()}`,
      `out.tar!/inner.tar.gz!/deep.txt: ${TEXT.trim()}`,
    ]);
  });

  it.each([
    [
      'in the middle of a file',
      makeTar(
        [
          { name: 'a.txt', content: TEXT },
          { name: 'b.txt', size: 5000, content: 'B' },
        ],
        false,
      ),
      'it ends in the middle of a file',
    ],
    ['without an end mark', makeTar([{ name: 'a.txt', content: TEXT }], false), 'it ends without its end mark'],
    [
      'at a wrong checksum',
      makeTar([
        { name: 'a.txt', content: TEXT },
        { name: 'b.txt', wrongChecksum: true },
      ]),
      'a header has a wrong checksum',
    ],
    [
      'at an endless name',
      makeTar([
        { name: 'a.txt', content: TEXT },
        { name: 'n', type: 'L', size: 2 ** 40 },
      ]),
      'longer than a megabyte',
    ],
  ])('keeps what came before it breaks off %s', async (_, bytes, words) => {
    for (const [path, as] of [
      ['in.tar', bytes],
      ['in.tar.gz', gzipSync(bytes)],
    ] as const) {
      const given = await acquireAll(as, path);
      expect(told(given)).toEqual([`${path}!/a.txt: ${TEXT.trim()}`, `${path}: acquire/broken`]);
      expect(given[1]).toMatchObject({ reason: expect.stringContaining(words) });
    }
  });

  it('refuses a sparse file, and one that says to be huge, and goes on behind them', async () => {
    const bytes = makeTar([
      { name: 'sparse.txt', content: 'x', pax: { 'GNU.sparse.major': '1' } },
      { name: 'b.txt', content: TEXT },
      { name: 'huge.txt', size: 2 ** 41 },
    ]);
    expect(told(await acquireAll(bytes, 'in.tar'))).toEqual([
      'in.tar!/sparse.txt: acquire/not-a-file',
      `in.tar!/b.txt: ${TEXT.trim()}`,
      'in.tar!/huge.txt: acquire/too-large',
      'in.tar: acquire/broken',
    ]);
  });

  it('reads what the tar of the machine writes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tar-'));
    mkdirSync(join(folder, 'pile'));
    writeFileSync(join(folder, 'pile', `${'n'.repeat(180)}.txt`), TEXT);
    for (const format of ['gnu', 'pax']) {
      const to = join(folder, `${format}.tar`);
      execFileSync('tar', ['-C', folder, `--format=${format}`, '-cf', to, 'pile']);
      expect(told(await acquireAll(readFileSync(to), 'in.tar'))).toEqual([
        `in.tar!/pile/${'n'.repeat(180)}.txt: ${TEXT.trim()}`,
      ]);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('readGzip', () => {
  it('names one file by the archive, and reads members one after the other', async () => {
    const bytes = Buffer.concat([gzipSync('First half. '), gzipSync('Second half.')]);
    expect(told(await acquireAll(bytes, 'pile/notes.txt.gz'))).toEqual([
      'pile/notes.txt.gz!/notes.txt: First half. Second half.',
    ]);
  });

  it('refuses one that is cut off, one that is none, and one that holds no document', async () => {
    const bytes = gzipSync(TEXT.repeat(100));
    expect(told(await acquireAll(bytes.subarray(0, -20), 'a.txt.gz'))).toEqual(['a.txt.gz: acquire/broken']);
    expect(told(await acquireAll(Buffer.from([1, 2, 3, 0]), 'a.txt.gz'))).toEqual(['a.txt.gz: acquire/broken']);
    expect(told(await acquireAll(bytes, 'a.png.gz'))).toEqual(['a.png.gz: acquire/empty']);
  });

  it('refuses a text that unpacks to more than may be taken, and a bomb, without unpacking them whole', async () => {
    const large = gzipSync(Buffer.alloc(30 * 1024 * 1024, 'A long text with many words. '));
    expect(told(await acquireAll(large, 'a.txt.gz'))[0]).toMatch(/too-much-inside|too-large/);
    const bomb = gzipSync(gzipSync(Buffer.alloc(300 * 1024 * 1024)));
    const before = process.memoryUsage().rss;
    expect(told(await acquireAll(bomb, 'bomb.gz'))).toEqual(['bomb.gz!/bomb: acquire/too-much-inside']);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});

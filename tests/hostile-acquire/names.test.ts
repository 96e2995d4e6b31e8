import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTar } from '../fixtures/acquire/make/tar.ts';
import { makeZip } from '../fixtures/acquire/make/zip.ts';
import { makeFolder, put, takeIn } from './take-in.ts';

const folder = makeFolder();
afterAll(folder.remove);

const TEXT = 'The harbour talks went on in Velm.';
const READ = `${TEXT.length} characters`;

/** Names, and what of them may stand in a path. */
const NAMES: readonly (readonly [string, string])[] = [
  ['../../../etc/passwd.txt', 'etc/passwd.txt'],
  ['/etc/shadow.txt', 'etc/shadow.txt'],
  ['..\\..\\windows\\win.txt', 'windows/win.txt'],
  ['C:\\Users\\a.txt', 'Users/a.txt'],
  ['\\\\server\\share\\b.txt', 'server/share/b.txt'],
  ['./././c.txt', 'c.txt'],
  ['line\nbreak.txt', 'linebreak.txt'],
  ['bell\u0007\u001b[31m.txt', 'bell[31m.txt'],
  ['gnp\u202etxt.txt', 'gnptxt.txt'],
  ['zero\u200bwidth.txt', 'zerowidth.txt'],
  [`${'long/'.repeat(20)}d.txt`, `${'long/'.repeat(20)}d.txt`],
];

describe('names', () => {
  it.each(['names.zip', 'names.tar', 'names.tgz'])(
    'are no way out of %s',
    async (name) => {
      const files = NAMES.map(([given], i) => ({
        name: name === 'names.zip' ? given : `${i}`,
        content: TEXT,
        pax: { path: given },
      }));
      const tar = makeTar(files);
      put(folder.path, name, name === 'names.zip' ? makeZip(files) : name === 'names.tgz' ? gzipSync(tar) : tar);
      const { given } = await takeIn(folder.path, [name]);
      expect(given).toEqual(NAMES.map(([, plain]) => [`${name}!/${plain}`, READ]));
    },
    60_000,
  );

  it('may be anything on the disk', async () => {
    const odd = [
      'a\nb.txt',
      'bell\u0007.txt',
      'gnp\u202etxt.txt',
      '-rf.txt',
      '$(touch x).txt',
      ' .txt',
      '\u0441\u043b\u043e\u0432\u043e.txt',
    ];
    mkdirSync(join(folder.path, 'odd'));
    for (const name of odd) writeFileSync(join(folder.path, 'odd', name), TEXT);
    const { given } = await takeIn(folder.path, ['odd']);
    expect(new Set(given.map(([path]) => path))).toEqual(new Set(odd.map((name) => `odd/${name}`)));
    expect(given.every(([, what]) => what === READ)).toBe(true);
  }, 60_000);
});

describe('links', () => {
  it('go round in circles without an end, and lead to no device', async () => {
    const pile = join(folder.path, 'pile');
    mkdirSync(join(pile, 'inner'), { recursive: true });
    writeFileSync(join(pile, 'inner', 'a.txt'), TEXT);
    symlinkSync(pile, join(pile, 'inner', 'again'));
    symlinkSync('..', join(pile, 'inner', 'up'));
    symlinkSync('self.txt', join(pile, 'self.txt'));
    symlinkSync('/dev/zero', join(pile, 'zero.txt'));
    symlinkSync('nowhere', join(pile, 'gone.txt'));
    const { given } = await takeIn(folder.path, ['pile'], 400);
    expect(Object.fromEntries(given)).toEqual({
      'pile/inner/a.txt': READ,
      'pile/self.txt': 'acquire/unreadable',
      'pile/zero.txt': 'acquire/not-a-file',
      'pile/gone.txt': 'acquire/not-found',
    });
  }, 60_000);

  it('are not told of one by one without end', async () => {
    const link = makeTar([{ name: 'a.txt', type: '2' }], false);
    put(folder.path, 'many.tar', Buffer.concat(Array.from({ length: 120_000 }, () => link)));
    const { given } = await takeIn(folder.path, ['many.tar'], 500);
    expect(given).toHaveLength(100_001);
    expect(given.at(-1)).toEqual(['many.tar', 'acquire/too-much-inside']);
  }, 60_000);

  it('are refused by name in archives', async () => {
    put(
      folder.path,
      'links.tar',
      makeTar([
        { name: 'passwd.txt', type: '2' },
        { name: 'hard.txt', type: '1' },
        { name: 'null.txt', type: '3' },
        { name: 'a.txt', content: TEXT },
      ]),
    );
    put(
      folder.path,
      'links.zip',
      makeZip([
        { name: 'passwd.txt', content: '/etc/passwd', mode: 0o120777 },
        { name: 'a.txt', content: TEXT },
      ]),
    );
    const { given } = await takeIn(folder.path, ['links.tar', 'links.zip']);
    expect(given).toEqual([
      ['links.tar!/passwd.txt', 'acquire/not-a-file'],
      ['links.tar!/hard.txt', 'acquire/not-a-file'],
      ['links.tar!/null.txt', 'acquire/not-a-file'],
      ['links.tar!/a.txt', READ],
      ['links.zip!/passwd.txt', 'acquire/not-a-file'],
      ['links.zip!/a.txt', READ],
    ]);
  }, 60_000);
});

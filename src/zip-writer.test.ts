import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from './model/index.ts';
import { writeZip } from './zip-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* slowly(...pieces: readonly string[]): AsyncGenerator<string> {
  for (const piece of pieces) yield piece;
}

const write = (name: string): Promise<void> =>
  writeZip(join(folder, name), async (zip) => {
    await zip.add('bag/empty.txt', '');
    await zip.add('bag/Zoë.txt', slowly('The envoys ', 'met.', '\n'.repeat(100_000)));
    await zip.add('bag/noise.bin', new Uint8Array([0, 255, 13, 10]));
    await zip.add('bag/stored.txt', 'The envoys met. '.repeat(500), true);
  });

describe('writeZip', () => {
  it('writes what others unpack, the same bytes each time', async () => {
    await write('a.zip');
    await write('b.zip');
    const bytes = readFileSync(join(folder, 'a.zip'));
    expect(readFileSync(join(folder, 'b.zip')).equals(bytes)).toBe(true);
    const found = unzipSync(bytes);
    expect(Object.keys(found)).toEqual(['bag/empty.txt', 'bag/Zoë.txt', 'bag/noise.bin', 'bag/stored.txt']);
    expect(Buffer.from(found['bag/Zoë.txt'] ?? []).toString()).toBe(`The envoys met.${'\n'.repeat(100_000)}`);
    expect(bytes.length).toBeLessThan(10_000);
  });

  it('tells of each entry its hash and size', async () => {
    await writeZip(join(folder, 'told.zip'), async (zip) => {
      expect(await zip.add('a', slowly('The ', 'envoys'))).toEqual({
        name: 'a',
        sha256: sha256('The envoys'),
        bytes: 10,
      });
    });
  });

  it('writes more entries than 16 bits can count', async (context) => {
    const place = join(folder, 'many.zip');
    await writeZip(place, async (zip) => {
      for (let i = 0; i < 66_000; i++) await zip.add(`${i}`, '', true);
    });
    const unzip = spawnSync('unzip', ['-Z1', place], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const python = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.testzip())';
    const counted =
      unzip.status === 0
        ? unzip.stdout.trim().split('\n').length
        : spawnSync('python3', ['-c', python, place], { encoding: 'utf8' }).stdout;
    if (counted === null) return context.skip('neither unzip nor python3 is here');
    expect(String(counted).split(' ')[0]?.trim()).toBe('66000');
  }, 60_000);

  it('leaves what was there before when filling it fails', async () => {
    const place = join(folder, 'kept.zip');
    writeFileSync(place, 'before');
    await expect(
      writeZip(place, async (zip) => {
        await zip.add('a', 'b');
        throw new Error('no more');
      }),
    ).rejects.toMatchObject({ code: 'write/failed', message: expect.stringContaining('no more') });
    expect(readFileSync(place, 'utf8')).toBe('before');
    expect(existsSync(`${place}.part-${process.pid}`)).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openCase } from '../../src/backchannel.ts';
import { sha256 } from '../../src/model/index.ts';
import type { CustodyLine } from '../../src/store/index.ts';
import { cli, exported, makeFolder, read, story, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

const page = (i: number): string =>
  `<!doctype html><title>Envoys meet</title><article>${story(i)
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article>`;

const pile = writePile(folder.path('pile'), {
  'a.html': page(1),
  'b.txt': story(2),
  'c.txt': new Uint8Array([0, 1, 2, 3, 255, 0, 0, 7]),
});

const custodyOf = async (file: string): Promise<readonly CustodyLine[]> => {
  const store = await openCase(file);
  const lines: CustodyLine[] = [];
  for await (const line of store.custody()) lines.push(line);
  await store.close();
  return lines;
};

const originalsOf = async (file: string): Promise<readonly (Uint8Array | null)[]> => {
  const store = await openCase(file);
  const hashes = ['a.html', 'b.txt'].map((name) => sha256(readFileSync(`${pile}/${name}`)));
  const found = await Promise.all(hashes.map((hash) => store.original(hash)));
  await store.close();
  return found;
};

describe('custody', () => {
  const file = folder.path('talks.case');

  it('logs by which command and when each file came in, what was refused too, once', async () => {
    const began = new Date().toISOString();
    for (let i = 0; i < 2; i++)
      expect((await cli(['read', 'pile', '--case', 'talks.case'], folder.path())).code).toBe(1);
    const entries = (await custodyOf(file)).map(({ entry }) => entry);
    expect(entries.map((entry) => entry?.path).sort()).toEqual(['pile/a.html', 'pile/b.txt', 'pile/c.txt']);
    for (const entry of entries) {
      expect(entry?.how).toEqual({
        kind: 'command',
        words: ['read', 'pile', '--case', 'talks.case'],
        folder: folder.path(),
      });
      expect((entry?.at ?? '') > began).toBe(true);
      const bytes = readFileSync(folder.path(entry?.path ?? ''));
      expect([entry?.sha256, entry?.bytes]).toEqual([sha256(bytes), bytes.length]);
    }
    expect(entries.find((entry) => entry?.path === 'pile/c.txt')?.refused?.code).toBe('acquire/binary');
  }, 120_000);

  it('keeps the bytes of what was read', async () => {
    const [a, b] = await originalsOf(file);
    expect(Buffer.from(a ?? []).toString()).toBe(page(1));
    expect(Buffer.from(b ?? []).toString()).toBe(story(2));
  });

  it('keeps them on the next reading where they were not kept, and the case is the same without', async () => {
    const bare = folder.path('bare.case');
    await read(bare, [pile], { keepOriginals: false });
    expect((await originalsOf(bare)).map((bytes) => bytes !== null)).toEqual([false, true]);
    const before = await exported(bare);
    await read(bare, [pile]);
    expect((await originalsOf(bare)).map((bytes) => bytes !== null)).toEqual([true, true]);
    expect(await exported(bare)).toBe(before);
    expect(await custodyOf(bare)).toHaveLength(3);
  }, 120_000);
});

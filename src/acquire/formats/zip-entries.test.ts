import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Budget } from '../budget.ts';
import { type ByteSource, sourceOf } from '../received.ts';
import { openZip, type ZipEntry, type ZipFile } from './zip-entries.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const open = (bytes: Uint8Array, budget = new Budget()): Promise<ZipFile> => openZip(sourceOf(bytes), budget);
const named = (zip: ZipFile, name: string): ZipEntry => {
  const entry = zip.entries.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no ${name}`);
  return entry;
};
const NOTES = 'The delegations left the lake hotel after midnight. '.repeat(5000);
const PILE = zipSync({
  'notes/a.txt': text(NOTES),
  'stored.txt': [text('Stored as it is.'), { level: 0 }],
  'empty.txt': new Uint8Array(),
  '../climbs.txt': text('Out of here.'),
  'ü/отчёт.txt': text('Velm.'),
});

/** The archive with the bytes changed that stand `offset` behind a signature, in its `nth` occurrence. */
const changed = (bytes: Uint8Array, signature: number, offset: number, value: number, nth = 0): Uint8Array => {
  const copy = Buffer.from(bytes);
  let at = -1;
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  for (let i = 0; i <= nth; i++) at = copy.indexOf(mark, at + 1);
  copy.writeUInt32LE(value, at + offset);
  return copy;
};
const LISTED = 0x02014b50;

describe('openZip', () => {
  it('lists what is there in order, names as given, and unpacks it', async () => {
    const zip = await open(PILE);
    expect(zip.entries.map(({ name }) => name)).toEqual([
      'notes/a.txt',
      'stored.txt',
      'empty.txt',
      '../climbs.txt',
      'ü/отчёт.txt',
    ]);
    const decoded = async (name: string): Promise<string> =>
      new TextDecoder().decode(await zip.read(named(zip, name), 1e6));
    expect(await decoded('notes/a.txt')).toBe(NOTES);
    expect(await decoded('stored.txt')).toBe('Stored as it is.');
    expect(await decoded('empty.txt')).toBe('');
    expect(await decoded('../climbs.txt')).toBe('Out of here.');
  });

  it('reads the list through small windows of a large source', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`page-${i}.txt`, text(`${i}`)])));
    const asked: number[] = [];
    const source: ByteSource = {
      size: many.length,
      read: async (start, length) => {
        asked.push(length);
        return many.subarray(start, start + length);
      },
    };
    const zip = await openZip(source, new Budget());
    expect(zip.entries).toHaveLength(3000);
    expect(asked.length).toBeLessThan(10);
    expect(new TextDecoder().decode(await zip.read(named(zip, 'page-2999.txt'), 10))).toBe('2999');
  });

  it('stops at more than a limit whatever size is stated', async () => {
    const zip = await open(PILE);
    await expect(zip.read(named(zip, 'notes/a.txt'), 1000)).rejects.toMatchObject({ code: 'acquire/too-much-inside' });
    const lying = await open(changed(PILE, LISTED, 24, 100));
    await expect(lying.read(named(lying, 'notes/a.txt'), 1e6)).rejects.toThrow('holds more than its list says');
  });

  it('stops a bomb by its ratio before it is unpacked', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(80 * 1024 * 1024) });
    const zip = await open(bomb);
    const taken: number[] = [];
    const unpacking = async (): Promise<void> => {
      for await (const chunk of zip.unpack(named(zip, 'a.txt'))) taken.push(chunk.length);
    };
    await expect(unpacking()).rejects.toThrow('it looks like an archive made to fill the disk');
    expect(taken.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(named(zip, 'a.txt').packed * 200);
  });

  it('tells a wrong checksum, cut and broken bytes, and a list that leads nowhere', async () => {
    const summed = await open(changed(PILE, LISTED, 16, 12345));
    await expect(summed.read(named(summed, 'notes/a.txt'), 1e6)).rejects.toThrow('does not match its checksum');
    const shortened = await open(changed(PILE, LISTED, 20, 30));
    await expect(shortened.read(named(shortened, 'notes/a.txt'), 1e6)).rejects.toThrow();
    const astray = await open(changed(PILE, LISTED, 42, 0x7fffff00));
    await expect(astray.read(named(astray, 'notes/a.txt'), 1e6)).rejects.toThrow();
    await expect(open(PILE.subarray(0, PILE.length - 40))).rejects.toThrow('End of central directory');
    await expect(open(text('no archive at all'))).rejects.toThrow();
  });

  it('refuses more entries than it is told to list', async () => {
    await expect(openZip(sourceOf(PILE), new Budget(), 4)).rejects.toThrow('Expected at most 4 entries in a ZIP file');
    expect((await openZip(sourceOf(PILE), new Budget(), 5)).entries).toHaveLength(5);
  });
});

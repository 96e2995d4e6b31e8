import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { makeAddition } from '../../tests/contracts/make-case.ts';
import { openSqliteCase } from './sqlite-case-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-open-'));
const mounts: string[] = [];
afterAll(() => {
  for (const mount of mounts) spawnSync('umount', ['-l', mount]);
  rmSync(folder, { recursive: true, force: true });
});

/** A file system of its own, where this machine lets us mount one. */
const mounted = (name: string, size: string): string | null => {
  const place = join(folder, name);
  mkdirSync(place);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]).status !== 0) return null;
  mounts.push(place);
  return place;
};

const openError = async (place: string, create: boolean): Promise<unknown> =>
  openSqliteCase(place, { create, timeoutMs: 50 }).then(
    () => 'opened',
    (error: unknown) => error,
  );

describe('openSqliteCase', () => {
  it('says that there is nothing at a path, and makes nothing there', async () => {
    const place = join(folder, 'none.case');
    expect(await openError(place, false)).toMatchObject({
      code: 'store/not-found',
      message: `Expected a case file at ${place}, found nothing there.`,
    });
    expect(existsSync(place)).toBe(false);
  });

  it.each([
    ['a long text', 'The envoys met in the harbour.\n'.repeat(400)],
    ['a short text', 'hi'],
    ['binary data', Buffer.from([0, 1, 2, 255, 254, 0, 7, 8])],
  ])('refuses %s as a case and leaves it as it is', async (_, content) => {
    const place = join(folder, 'letter.txt');
    writeFileSync(place, content);
    for (const create of [true, false])
      expect(await openError(place, create)).toMatchObject({ code: 'store/not-a-case' });
    expect(readFileSync(place)).toEqual(Buffer.from(content));
  });

  it("refuses another program's database and leaves it as it is", async () => {
    const place = join(folder, 'other.db');
    const other = new DatabaseSync(place);
    other.exec('create table birds (name text)');
    other.close();
    const before = readFileSync(place);
    for (const create of [true, false]) {
      expect(await openError(place, create)).toMatchObject({
        code: 'store/not-a-case',
        message: `Expected a case file at ${place}, found a database of another program.`,
      });
    }
    expect(readFileSync(place)).toEqual(before);
  });

  it('takes an empty file for a new case, but not for one to look into', async () => {
    const place = join(folder, 'empty.case');
    writeFileSync(place, '');
    expect(await openError(place, false)).toMatchObject({ code: 'store/not-a-case' });
    const store = await openSqliteCase(place, { create: true });
    await store.close();
    await (await openSqliteCase(place, { create: false })).close();
  });

  it('refuses a folder, a missing folder, and a file in the place of a folder', async () => {
    writeFileSync(join(folder, 'plain'), 'x');
    const messages: unknown[] = [];
    for (const name of ['.', 'missing/x.case', 'plain/x.case']) {
      const error = await openError(join(folder, name), true);
      expect(error).toMatchObject({ code: 'store/cannot-open' });
      messages.push(error instanceof Error ? error.message.replaceAll(folder, '~') : error);
    }
    expect(messages).toEqual([
      'Expected a case file, or room for a new one, at ~, found a folder.',
      'Expected a case file, or room for a new one, at ~/missing/x.case, found no folder ~/missing.',
      'Expected a case file, or room for a new one, at ~/plain/x.case, found that ~/plain is not a folder.',
    ]);
  });

  it('refuses a file of a newer version', async () => {
    const place = join(folder, 'newer.case');
    await (await openSqliteCase(place, { create: true })).close();
    const database = new DatabaseSync(place);
    database.exec('pragma user_version = 99');
    database.close();
    expect(await openError(place, false)).toMatchObject({ code: 'store/newer-version' });
  });

  it('says that another process is writing', async () => {
    const place = join(folder, 'busy.case');
    const store = await openSqliteCase(place, { create: true, timeoutMs: 50 });
    const other = new DatabaseSync(place);
    other.exec('begin immediate');
    const addition = makeAddition('The envoys met.', 'a.txt');
    await expect(store.add([addition])).rejects.toMatchObject({ code: 'store/locked', place });
    other.exec('rollback');
    other.close();
    expect(await store.add([addition])).toEqual(['new']);
    await store.close();
  });

  it('keeps what was committed when there is no room for more', async () => {
    const place = join(folder, 'full.case');
    const store = await openSqliteCase(place, { create: true, maxPages: 60 });
    await store.add([makeAddition('The envoys met.', 'a.txt')]);
    const large = makeAddition('They talked on. '.repeat(20_000), 'b.txt');
    await expect(store.add([large])).rejects.toMatchObject({ code: 'store/full' });
    expect(await store.entries()).toHaveLength(1);
    await store.close();
    const again = await openSqliteCase(place, { create: true });
    expect(await again.add([large])).toEqual(['new']);
    await again.close();
  });

  it('keeps what was committed when the disk is full', async (context) => {
    const disk = mounted('small-disk', '512k');
    if (!disk) return context.skip('no file system may be mounted here');
    const place = join(disk, 'x.case');
    const store = await openSqliteCase(place, { create: true });
    await store.add([makeAddition('The envoys met.', 'a.txt')]);
    const large = makeAddition('They talked on. '.repeat(80_000), 'b.txt');
    await expect(store.add([large])).rejects.toMatchObject({ code: expect.stringMatching(/^store\/(full|io)$/) });
    await store.close();
    const again = await openSqliteCase(place, { create: false });
    expect(await again.entries()).toHaveLength(1);
    await again.close();
  });

  it('reads a case on a disk that cannot be written to', async (context) => {
    const disk = mounted('sealed-disk', '4m');
    if (!disk) return context.skip('no file system may be mounted here');
    const place = join(disk, 'x # 50%.case');
    const store = await openSqliteCase(join(folder, 'open.case'), { create: true });
    await store.add([makeAddition('The envoys met.', 'a.txt')]);
    await store.keep('lines', 'digest', '[]');
    await store.close();
    copyFileSync(store.place, place);
    if (spawnSync('mount', ['-o', 'remount,ro', disk]).status !== 0) return context.skip('cannot be remounted here');
    const sealed = await openSqliteCase(place, { create: false });
    expect(await sealed.entries()).toHaveLength(1);
    await expect(sealed.add([makeAddition('They parted.', 'b.txt')])).rejects.toMatchObject({
      code: 'store/read-only',
    });
    expect(await sealed.kept('lines')).toEqual({ digest: 'digest', json: '[]' });
    await expect(sealed.keep('lines', 'digest', '[1]')).rejects.toMatchObject({ code: 'store/read-only' });
    await sealed.close();
    expect(await openError(join(disk, 'y.case'), true)).toMatchObject({ code: 'store/cannot-open' });
  });
});

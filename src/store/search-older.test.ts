import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAddition, makeCase } from '../../tests/contracts/make-case.ts';
import { makeOlderCase } from '../../tests/older-case.ts';
import type { CaseStore } from './case-store.ts';
import { openSqliteCase } from './sqlite-case-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-older-'));
const mounts: string[] = [];
afterAll(() => {
  for (const mount of mounts) spawnSync('umount', ['-l', mount]);
  rmSync(folder, { recursive: true, force: true });
});

const addition = makeAddition('Zoë met the envoys. \ud800', 'a.txt', { title: 'Talks at Tirzan' });
const gaps = [
  {
    id: 'gap-1',
    kind: 'no-date',
    text: 'When Zoë met the envoys.',
    closes: 'A dated report.',
    about: [],
    findings: [],
    rests: 0,
    reasons: [],
    evidence: [],
  },
] as const;

const older = join(folder, 'older.case');

/** A file with a document and a case, as it was made before cases could be searched. */
beforeAll(async () => {
  const source = join(folder, 'source.case');
  const store = await openSqliteCase(source, { create: true });
  await store.add([addition]);
  await store.replaceCase('digest', { ...makeCase([addition.document]), gaps });
  await store.close();
  await makeOlderCase(older, 4, (database) => {
    database.prepare('attach ? as source').run(source);
    for (const table of ['documents', 'paths', 'readings', 'derivations']) {
      // Only what the older file had.
      const columns = database.prepare('select name from pragma_table_info(?)').all(table) as {
        readonly name: string;
      }[];
      const names = columns.map(({ name }) => name).join(', ');
      database.exec(`insert into ${table} (${names}) select ${names} from source.${table}`);
    }
    database.exec('insert into items (list, id, json, sha256) select list, id, json, sha256 from source.items');
  });
});

const hitsOf = async (store: CaseStore, query: string) =>
  (await store.search(query, { in: ['documents', 'gaps'], limit: 5 })).hits.map(({ id }) => id);

describe('a case file of before there was search', () => {
  it('is searched like any other once it is opened', async () => {
    const place = join(folder, 'migrated.case');
    copyFileSync(older, place);
    const store = await openSqliteCase(place, { create: false });
    expect(await hitsOf(store, 'zoe env')).toEqual([addition.document.id, 'gap-1']);
    expect(await hitsOf(store, 'tirzan')).toEqual([addition.document.id]);
    expect((await store.derivation())?.digest).toBe('digest');
    const faults = [];
    for await (const fault of store.faults()) faults.push(fault);
    expect(faults).toEqual([]);
    await store.replaceCase('digest-2', makeCase([addition.document]));
    expect(await hitsOf(store, 'envoys')).toEqual([addition.document.id]);
    await store.close();
  });

  it('is searched also where it cannot be written to', async (context) => {
    const disk = join(folder, 'sealed');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status !== 0)
      return context.skip('no file system may be mounted here');
    mounts.push(disk);
    const place = join(disk, 'older.case');
    copyFileSync(older, place);
    if (spawnSync('mount', ['-o', 'remount,ro', disk]).status !== 0) return context.skip('cannot be remounted here');
    const store = await openSqliteCase(place, { create: false });
    expect(await store.kept('lines')).toBeNull();
    expect(await hitsOf(store, 'zoe env')).toEqual([addition.document.id, 'gap-1']);
    await expect(store.keep('lines', 'digest', '[]')).rejects.toMatchObject({ code: 'store/read-only' });
    await store.close();
  });

  it('gets a new index when words are folded in another way', async () => {
    const place = join(folder, 'refolded.case');
    copyFileSync(older, place);
    await (await openSqliteCase(place, { create: false })).close();
    const database = new DatabaseSync(place);
    database.exec('update searchIndexes set version = 0; delete from itemWords');
    database.close();
    const store = await openSqliteCase(place, { create: false });
    expect(await hitsOf(store, 'zoe env')).toEqual([addition.document.id, 'gap-1']);
    await store.close();
  });
});

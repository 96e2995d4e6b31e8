import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { makeAddition } from '../../tests/contracts/make-case.ts';
import { makeOlderCase } from '../../tests/older-case.ts';
import { sha256 } from '../model/index.ts';
import type { CaseStore } from './case-store.ts';
import { CUSTODY_SINCE } from './migrations.ts';
import { documentRow } from './rows.ts';
import { openSqliteCase } from './sqlite-case-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-custody-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entriesOf = async (store: CaseStore): Promise<readonly (string | null)[]> => {
  const paths: (string | null)[] = [];
  for await (const { entry } of store.custody()) paths.push(entry?.path ?? null);
  return paths;
};

const faultsOf = async (store: CaseStore): Promise<readonly string[]> => {
  const codes: string[] = [];
  for await (const { code } of store.faults()) codes.push(code);
  return codes;
};

const { document } = makeAddition('Zoë met the envoys.', 'a.txt');

/** Puts a document into a file of an older version, which had no columns for what came later. */
const fillOlder = (database: InstanceType<typeof DatabaseSync>): void => {
  const { anchors: _, steps: __, ...row } = documentRow(document);
  const names = Object.keys(row);
  database
    .prepare(`insert into documents (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
  database.prepare('insert into paths values (?, ?)').run(document.id, 'a.txt');
};

describe('a case file from before originals and custody were kept', () => {
  it('opens, has no log, and gives the bytes of a plain text', async () => {
    for (const version of [1, CUSTODY_SINCE - 1]) {
      const place = join(folder, `older-${version}.case`);
      await makeOlderCase(place, version, fillOlder);
      const store = await openSqliteCase(place, { create: false });
      expect(await entriesOf(store)).toEqual([]);
      expect(await store.originals()).toEqual([]);
      expect(await store.original(document.sha256)).toEqual(new TextEncoder().encode(document.text));
      await store.keepOriginal(new Uint8Array([1, 2, 3]));
      expect(await store.originals()).toEqual([sha256(new Uint8Array([1, 2, 3]))]);
      await store.close();
    }
  });

  it('is looked at as it is where it cannot be written to', async (context) => {
    const made = join(folder, 'unsealed.case');
    await makeOlderCase(made, CUSTODY_SINCE - 1, fillOlder);
    const disk = join(folder, 'sealed');
    mkdirSync(disk);
    const mount = (...args: readonly string[]): boolean => spawnSync('mount', [...args, disk]).status === 0;
    if (!mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs')) return context.skip('no file system may be mounted here');
    try {
      copyFileSync(made, join(disk, 'older.case'));
      if (!mount('-o', 'remount,ro')) return context.skip('cannot be remounted here');
      const store = await openSqliteCase(join(disk, 'older.case'), { create: false });
      expect(store.isReadOnly).toBe(true);
      expect(await entriesOf(store)).toEqual([]);
      expect(await store.originals()).toEqual([]);
      expect(await store.original(document.sha256)).toEqual(new TextEncoder().encode(document.text));
      await store.close();
    } finally {
      spawnSync('umount', ['-l', disk]);
    }
    return undefined;
  });
});

describe('custody of a process that is killed', () => {
  it('has an entry and an original of each document that was committed, and of no other', async () => {
    const place = join(folder, 'killed.case');
    const script = join(folder, 'killed.mts');
    const from = (file: string): string => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));
    writeFileSync(
      script,
      `import { makeAddition } from ${from('../../tests/contracts/make-case.ts')};
import { sha256 } from ${from('../model/index.ts')};
import { openSqliteCase } from ${from('./sqlite-case-store.ts')};
const store = await openSqliteCase(${JSON.stringify(place)}, { create: true });
const arrival = { at: '2034-03-01T08:15:00.000Z', how: { kind: 'program' }, program: 'backchannel 0.1.0' };
const page = (i) => {
  const original = Buffer.from('<p>Meeting number ' + i + '.' + ' '.repeat(5000));
  const hash = sha256(original);
  return { ...makeAddition('Meeting number ' + i + '.', i + '.html', { sha256: hash, id: 'doc-' + hash.slice(0, 12) }), original, arrival };
};
await store.add([0, 1, 2].map(page));
const fatal = page(5);
const last = { ...fatal, reading: { ...fatal.reading, toJSON: () => process.kill(process.pid, 'SIGKILL') } };
await store.add([page(3), page(4), last]);
`,
    );
    const run = (): unknown => execFileSync(process.execPath, ['--import', 'tsx', script], { stdio: 'pipe' });
    expect(run).toThrow(expect.objectContaining({ signal: 'SIGKILL' }));
    const store = await openSqliteCase(place, { create: false });
    const entries = await store.entries();
    expect(entries).toHaveLength(3);
    expect(await entriesOf(store)).toEqual(['0.html', '1.html', '2.html']);
    expect(await store.originals()).toEqual(entries.map((entry) => entry.sha256).sort());
    expect(await faultsOf(store)).toEqual([]);
    await store.close();
  }, 60_000);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeAddition } from '../tests/contracts/make-case.ts';
import { openSqliteCase } from './store/index.ts';
import { guardStore, newGuardState, quiet } from './store-guard.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-guard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('guardStore', () => {
  it('counts the calls that are under way, also those that fail and those of a list', async () => {
    const state = newGuardState();
    const plain = await openSqliteCase(join(folder, 'a.case'), { create: true });
    const store = guardStore(plain, state);
    expect(store.place).toBe(plain.place);
    const added = store.add([makeAddition('The envoys met.', 'a.txt'), makeAddition('They parted.', 'b.txt')]);
    expect(state[0]).toBe(1);
    const entries = store.entries();
    expect(state[0]).toBe(2);
    expect([await added, (await entries).length]).toEqual([['new', 'new'], 2]);
    expect(state[0]).toBe(0);
    const paths: string[] = [];
    for await (const { document } of store.inputs()) {
      expect(state[0]).toBe(0);
      paths.push(document.path);
    }
    expect(paths.sort()).toEqual(['a.txt', 'b.txt']);
    await store.close();
    await expect(store.entries()).rejects.toThrow();
    expect(state[0]).toBe(0);
  });

  it('is quiet when all that was begun has ended', async () => {
    const state = newGuardState();
    const store = guardStore(await openSqliteCase(join(folder, 'b.case'), { create: true }), state);
    let isAdded = false;
    const adding = store.add([makeAddition('The envoys met.', 'a.txt')]).then(() => {
      isAdded = true;
    });
    await quiet(state);
    expect(isAdded).toBe(true);
    await adding;
  });
});

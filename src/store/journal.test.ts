import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { makeOlderCase } from '../../tests/older-case.ts';
import { makeDecision } from '../model/index.ts';
import { openSqliteCase } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const decision = makeDecision({
  at: '2034-01-01T10:00:00Z',
  by: 'ana',
  kind: 'rate',
  subjects: [{ kind: 'source', name: 'The Harbour Post' }],
  value: 'B',
  why: null,
});

describe('the journal in a case file', () => {
  it('refuses to be changed or shortened, whoever asks', async () => {
    const file = join(folder, 'kept.case');
    const store = await openSqliteCase(file, { create: true });
    await store.decide([decision]);
    await store.close();
    const database = new DatabaseSync(file);
    expect(() => database.prepare('update decisions set json = ?').run('{}')).toThrow(/only added to/);
    expect(() => database.exec('delete from decisions')).toThrow(/only added to/);
    database.close();
  });

  it('is brought into a file of before there was one', async () => {
    const file = join(folder, 'old.case');
    await makeOlderCase(file, 1);
    const store = await openSqliteCase(file, { create: false });
    expect(await store.decide([decision])).toEqual(['new']);
    await store.close();
  });

  it('names an entry that was changed behind its back', async () => {
    const file = join(folder, 'changed.case');
    const store = await openSqliteCase(file, { create: true });
    await store.decide([decision]);
    await store.close();
    const database = new DatabaseSync(file);
    database.exec('drop trigger decisions_no_update');
    database.prepare('update decisions set json = ?').run(JSON.stringify({ ...decision, value: 'A' }));
    database.close();
    const changed = await openSqliteCase(file, { create: false });
    const faults = [];
    for await (const fault of changed.faults()) faults.push(fault.code);
    expect(faults).toEqual(['store/decision-changed']);
    await expect(changed.decisions()).rejects.toThrow(/Expected a decision/);
    await changed.close();
  });
});

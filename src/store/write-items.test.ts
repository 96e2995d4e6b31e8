import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCase, makeDocument } from '../../tests/contracts/make-case.ts';
import type { CaseStore } from './case-store.ts';
import { openSqliteCase } from './sqlite-case-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-items-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idsOf = async (store: CaseStore): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of store.items('documents')) ids.push(id);
  return ids;
};

const faultsOf = async (store: CaseStore): Promise<readonly string[]> => {
  const codes: string[] = [];
  for await (const { code } of store.faults()) codes.push(code);
  return codes;
};

const documents = Array.from({ length: 6 }, (_, i) => makeDocument(`Meeting number ${i}.`, `${i}.txt`));

describe('writing a case over another', () => {
  it('touches only the rows that differ', async () => {
    const place = join(folder, 'rows.case');
    const store = await openSqliteCase(place, { create: true });
    const whole = makeCase(documents);
    await store.replaceCase('one', whole);
    const database = new DatabaseSync(place);
    database.exec(
      'create table touched (id text); create trigger put after insert on items begin insert into touched values (new.id); end; create trigger changed after update on items begin insert into touched values (new.id); end; create trigger dropped after delete on items begin insert into touched values (old.id); end',
    );
    const touched = (): readonly unknown[] => {
      const ids = database
        .prepare('select id from touched order by id')
        .all()
        .map((row) => Object.values(row)[0]);
      database.exec('delete from touched');
      return ids;
    };
    const changed = whole.documents.map((item, at) => (at === 2 ? { ...item, language: 'fr' } : item));
    await store.replaceCase('two', { ...whole, documents: changed });
    expect(touched()).toEqual([whole.documents[2]?.id]);
    await store.replaceCase('three', { ...whole, documents: structuredClone(changed).slice(1) });
    expect(touched()).toEqual([whole.documents[0]?.id]);
    await store.close();
    const again = await openSqliteCase(place, { create: false });
    await again.replaceCase('four', { ...whole, documents: structuredClone(changed).slice(1) });
    expect(touched()).toEqual([]);
    database.close();
    expect(await faultsOf(again)).toEqual([]);
    await again.close();
  });

  it('names rows that were changed, lost or added behind its back', async () => {
    const changes = [
      "update items set json = replace(json, 'en', 'fr') where id = ?",
      'delete from items where id = ?',
      "insert into items (list, id, json, sha256) select 'claims', id, json, sha256 from items where id = ?",
    ];
    for (const [at, change] of changes.entries()) {
      const place = join(folder, `tampered-${at}.case`);
      const store = await openSqliteCase(place, { create: true });
      await store.replaceCase('one', makeCase(documents));
      expect(await faultsOf(store)).toEqual([]);
      const database = new DatabaseSync(place);
      database.prepare(change).run(documents[1]?.id ?? '');
      database.close();
      expect(await faultsOf(store)).toEqual(['store/items-changed']);
      await store.close();
    }
  });

  it('leaves the old case when the process is killed half way', async () => {
    const place = join(folder, 'killed.case');
    const script = join(folder, 'killed.mts');
    const from = (file: string): string => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));
    writeFileSync(
      script,
      `import { makeCase, makeDocument } from ${from('../../tests/contracts/make-case.ts')};
import { openSqliteCase } from ${from('./sqlite-case-store.ts')};
const documents = Array.from({ length: 400 }, (_, i) => makeDocument('Meeting number ' + i + '.', i + '.txt'));
const whole = makeCase(documents);
const store = await openSqliteCase(${JSON.stringify(place)}, { create: true });
await store.replaceCase('one', whole);
const last = { ...whole.documents[399], toJSON: () => process.kill(process.pid, 'SIGKILL') };
await store.replaceCase('two', { ...whole, documents: [...whole.documents.slice(0, 399).map((one) => ({ ...one, language: 'fr' })), last] });
`,
    );
    const run = (): unknown => execFileSync(process.execPath, ['--import', 'tsx', script], { stdio: 'pipe' });
    expect(run).toThrow(expect.objectContaining({ signal: 'SIGKILL' }));
    const store = await openSqliteCase(place, { create: false });
    expect((await store.derivation())?.digest).toBe('one');
    expect(await idsOf(store)).toHaveLength(400);
    expect(await faultsOf(store)).toEqual([]);
    await store.close();
  }, 60_000);
});

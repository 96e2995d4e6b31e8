import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll } from 'vitest';
import { openSqliteCase } from '../../src/store/index.ts';
import { caseSearchContract } from './case-search.ts';
import { caseStoreContract, type StoreUnderTest } from './case-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

const sqlite: StoreUnderTest = {
  name: 'SQLite',
  open: () => openSqliteCase(join(folder, `${++count}.case`), { create: true }),
  reopen: async (store) => {
    await store.close();
    return openSqliteCase(store.place, { create: false });
  },
  beside: (store) => openSqliteCase(store.place, { create: false }),
  tamper: async (store, document, text) => {
    const database = new DatabaseSync(store.place);
    database.prepare('update documents set text = ? where id = ?').run(text, document);
    database.close();
  },
};

caseStoreContract(sqlite);
caseSearchContract(sqlite);

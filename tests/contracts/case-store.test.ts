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
  tamperOriginal: async (store, hash, bytes) => {
    const database = new DatabaseSync(store.place);
    database.prepare('update originals set data = ? where sha256 = ?').run(bytes, hash);
    database.close();
  },
  tamperCustody: async (store, number, json, force) => {
    const database = new DatabaseSync(store.place);
    try {
      if (force) database.exec('drop trigger custody_no_update; drop trigger custody_no_delete');
      if (json === null) database.prepare('delete from custody where number = ?').run(number);
      else database.prepare('update custody set json = ? where number = ?').run(json, number);
    } finally {
      database.close();
    }
  },
  tamperCapture: async (store, id, json, force) => {
    const database = new DatabaseSync(store.place);
    try {
      if (force) database.exec('drop trigger captures_no_update; drop trigger captures_no_delete');
      if (json === null) database.prepare('delete from captures where id = ?').run(id);
      else database.prepare('update captures set json = ? where id = ?').run(json, id);
    } finally {
      database.close();
    }
  },
};

caseStoreContract(sqlite);
caseSearchContract(sqlite);

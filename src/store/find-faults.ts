import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Kysely } from 'kysely';
import { CASE_LISTS, sha256 } from '../model/index.ts';
import { captureFaults } from './capture-rows.ts';
import type { CaseStore, StoreFault } from './case-store.ts';
import { custodyFaults } from './custody-log.ts';
import { fromColumn, hashText } from './exact-text.ts';
import { ItemsDigest, itemSha256 } from './items-digest.ts';
import { CAPTURES_SINCE, CUSTODY_SINCE } from './migrations.ts';
import { isOriginalWhole } from './originals.ts';
import { pathsOf, toDecision, toDocument } from './rows.ts';
import type { Tables } from './tables.ts';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Compares what a case file holds with the hashes taken when it was written. */
export async function* findFaults(
  db: Kysely<Tables>,
  database: DatabaseSyncInstance,
  store: Pick<CaseStore, 'derivation' | 'items' | 'custody'>,
  version: number,
): AsyncGenerator<StoreFault> {
  const check: readonly Readonly<Record<string, unknown>>[] = database.prepare('pragma integrity_check').all();
  for (const row of check) {
    const [message] = Object.values(row);
    if (message !== 'ok') yield { code: 'store/damaged', document: null, reason: String(message) };
  }
  for (const { id } of await db.selectFrom('documents').select('id').orderBy('id').execute()) {
    yield* documentFaults(db, id);
  }
  for (const { id, json } of await db.selectFrom('decisions').selectAll().orderBy('id').execute()) {
    if (toDecision(json)?.id === id) continue;
    const reason = `Expected the decision ${id} as it was taken, found it changed.`;
    yield { code: 'store/decision-changed', document: null, reason };
  }
  if (version >= CUSTODY_SINCE) {
    for (const { sha256: hash } of await db.selectFrom('originals').select('sha256').orderBy('sha256').execute()) {
      if (await isOriginalWhole(db, hash)) continue;
      const named = await db.selectFrom('documents').select('id').where('sha256', '=', hash).executeTakeFirst();
      const reason = `Expected an original with SHA-256 ${hash}, found it changed.`;
      yield { code: 'store/original-changed', document: named?.id ?? null, reason };
    }
    yield* custodyFaults(store.custody());
  }
  if (version >= CAPTURES_SINCE) yield* captureFaults(db);
  const derivation = await store.derivation();
  if (!derivation) return;
  const sum = new ItemsDigest();
  for (const list of CASE_LISTS) {
    for await (const { id, json } of store.items(list)) sum.toggle(itemSha256(list, id, json));
  }
  if (sum.hex !== derivation.itemsSha256) {
    const reason = 'Expected the rows of the case as they were derived, found them changed.';
    yield { code: 'store/items-changed', document: null, reason };
  }
}

async function* documentFaults(db: Kysely<Tables>, id: string): AsyncGenerator<StoreFault> {
  const row = await db
    .selectFrom('documents')
    .leftJoin('readings', 'readings.document', 'documents.id')
    .selectAll('documents')
    .select(['readings.json', 'readings.sha256 as readingSha256'])
    .where('documents.id', '=', id)
    .executeTakeFirst();
  if (!row) return;
  const { json, readingSha256, ...document } = row;
  const found = hashText(fromColumn(document.text));
  if (found !== document.textSha256) {
    const reason = `Expected a text with SHA-256 ${document.textSha256}, found ${found}.`;
    yield { code: 'store/text-changed', document: id, reason };
  }
  try {
    toDocument(document, await pathsOf(db, id));
  } catch (error) {
    yield { code: 'store/document-changed', document: id, reason: `Expected a document, found: ${reason(error)}` };
  }
  if (json === null || sha256(json) !== readingSha256) {
    const reason = `Expected a reading with SHA-256 ${readingSha256}, found ${json === null ? 'none' : 'another'}.`;
    yield { code: 'store/reading-changed', document: id, reason };
  }
}

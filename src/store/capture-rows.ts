import type { Kysely } from 'kysely';
import { byText, Capture, inTime, isAsCaptured, sha256 } from '../model/index.ts';
import type { CaptureAddition, KeptCapture, StoreFault } from './case-store.ts';
import { fromColumn, toColumn } from './exact-text.ts';
import { findOriginal, keepOriginal } from './originals.ts';
import type { Tables } from './tables.ts';

/** Keeps a capture and its body, once. To be called within a transaction, after its document was added. */
export const keepCapture = async (
  db: Kysely<Tables>,
  { capture, body, content, document }: CaptureAddition,
  place: string,
): Promise<void> => {
  await db
    .insertInto('captures')
    .values({ id: capture.id, url: toColumn(capture.url), document, json: toColumn(JSON.stringify(capture)) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  for (const bytes of [body, content]) {
    if (bytes === null || bytes.length === 0) continue;
    const known = await findOriginal(db, sha256(bytes), { originals: true, place }).catch(() => null);
    if (known === null) await keepOriginal(db, bytes);
  }
};

const toCapture = (json: string): Capture | null => {
  try {
    const { success, data } = Capture.safeParse(JSON.parse(json));
    return success && isAsCaptured(data) ? data : null;
  } catch {
    return null;
  }
};

/** In time. What is no longer as it was captured is left out: `faults` tells of it. */
export const readCaptures = async (db: Kysely<Tables>, url: string | undefined): Promise<readonly KeptCapture[]> => {
  let query = db.selectFrom('captures').select(['document', 'json']);
  if (url !== undefined) query = query.where('url', '=', toColumn(url));
  const rows = await query.execute();
  return rows
    .flatMap(({ document, json }): readonly KeptCapture[] => {
      const capture = toCapture(fromColumn(json));
      return capture === null ? [] : [{ capture, document }];
    })
    .sort((a, b) => inTime(a.capture, b.capture));
};

/** Captures that are not as they were made. Their bodies are looked at with all other originals. */
export async function* captureFaults(db: Kysely<Tables>): AsyncGenerator<StoreFault> {
  const rows = await db.selectFrom('captures').select(['id', 'document', 'json']).execute();
  for (const { id, document, json } of rows.sort((a, b) => byText(a.id, b.id))) {
    if (toCapture(fromColumn(json))?.id === id) continue;
    const reason = `Expected the capture ${id} as it was made, found it changed.`;
    yield { code: 'store/capture-changed', document, reason };
  }
}

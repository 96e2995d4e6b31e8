import type { Kysely } from 'kysely';
import { type Arrival, CustodyEntry, custodyHash, custodyLine, type Document, sha256 } from '../model/index.ts';
import type { CustodyLine, RefusedArrival, StoreFault } from './case-store.ts';
import { hashText } from './exact-text.ts';
import type { Tables } from './tables.ts';

type Told = Omit<CustodyEntry, 'number' | 'before'>;

/** What came in as a document. */
export const arrivedAs = (document: Document, reader: string, arrival: Arrival): Told => ({
  ...arrival,
  path: document.path,
  sha256: document.sha256,
  bytes: document.bytes,
  mediaType: document.mediaType,
  document: document.id,
  steps: document.steps,
  textSha256: hashText(document.text),
  reader,
  refused: null,
});

/** What came in and was refused. */
export const arrivedInVain = ({ refusal, arrival, sha256: hash, bytes }: RefusedArrival): Told => ({
  ...arrival,
  path: refusal.path,
  sha256: hash ?? null,
  bytes: bytes ?? null,
  mediaType: null,
  document: null,
  steps: [],
  textSha256: null,
  reader: null,
  refused: { code: refusal.code, reason: refusal.reason },
});

/** What an entry is of: the same bytes at the same path are logged once, and so is a refusal of one kind. */
const seenKey = ({ path, sha256: hash, refused }: Told): string =>
  sha256(JSON.stringify([path, hash, refused?.code ?? null]));

/**
 * Puts an entry at the end of the log, inside a transaction.
 *
 * @returns False when the log has one of the same bytes at the same path.
 */
export const logArrival = async (db: Kysely<Tables>, told: Told): Promise<boolean> => {
  const seen = seenKey(told);
  const known = await db.selectFrom('custody').select('number').where('seen', '=', seen).executeTakeFirst();
  if (known !== undefined) return false;
  const last = await db
    .selectFrom('custody')
    .select(['number', 'sha256'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const json = custodyLine({ ...told, number, before: last?.sha256 ?? null });
  await db
    .insertInto('custody')
    .values({ number, seen, document: told.document, sha256: custodyHash(json), json })
    .execute();
  return true;
};

const entryOf = (json: string): CustodyEntry | null => {
  try {
    return CustodyEntry.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
};

const PAGE = 256;

/** The log in its order. `entry` is null where a line is none. */
export async function* custodyLines(db: Kysely<Tables>, document?: string): AsyncGenerator<CustodyLine> {
  for (let after = 0; ; ) {
    let query = db.selectFrom('custody').select(['number', 'json', 'sha256']).where('number', '>', after);
    if (document !== undefined) query = query.where('document', '=', document);
    const rows = await query.orderBy('number').limit(PAGE).execute();
    for (const { json, sha256: hash } of rows) yield { json, sha256: hash, entry: entryOf(json) };
    after = rows.at(-1)?.number ?? after;
    if (rows.length < PAGE) return;
  }
}

/** Where the log is not as it was written: a line that was changed, taken out, put in or moved. */
export async function* custodyFaults(lines: AsyncIterable<CustodyLine>): AsyncGenerator<StoreFault> {
  let number = 0;
  let before: string | null = null;
  for await (const { json, sha256: hash, entry } of lines) {
    number++;
    const fault = (reason: string): StoreFault => ({
      code: 'store/custody-changed',
      document: entry?.document ?? null,
      reason,
    });
    if (custodyHash(json) !== hash || entry === null)
      yield fault(`Expected entry ${number} of the custody log with SHA-256 ${hash}, found it changed.`);
    else if (entry.number !== number)
      yield fault(`Expected entry ${number} of the custody log, found entry ${entry.number}.`);
    else if (entry.before !== before)
      yield fault(
        `Expected entry ${number} of the custody log to follow ${before ?? 'nothing'}, found that it follows ${entry.before ?? 'nothing'}.`,
      );
    // What stands there now is what the next is held against: one change is one fault or two, not hundreds.
    number = entry?.number ?? number;
    before = hash;
  }
}

import type { Kysely } from 'kysely';
import { byText, Notice } from '../model/index.ts';
import type { KeptNotice, Watched } from './case-store.ts';
import { fromColumn, toColumn } from './exact-text.ts';
import type { Tables } from './tables.ts';

/** Where whoever watches is named. */
const HOLDER = { source: '', item: 'holder' };

/** Rows written by one statement: SQLite takes 32,766 values. */
const ROWS = 1000;

export const readWatched = async (db: Kysely<Tables>, source: string): Promise<readonly Watched[]> => {
  const rows = await db.selectFrom('watches').select(['item', 'json']).where('source', '=', toColumn(source)).execute();
  return rows
    .map(({ item, json }) => ({ source, item: fromColumn(item), json: fromColumn(json) }))
    .filter(({ item }) => source !== HOLDER.source || item !== HOLDER.item)
    .sort((a, b) => byText(a.item, b.item));
};

const holderOf = async (db: Kysely<Tables>): Promise<string | null> => {
  const query = db.selectFrom('watches').select('json').where('source', '=', HOLDER.source);
  const row = await query.where('item', '=', HOLDER.item).executeTakeFirst();
  return row === undefined ? null : fromColumn(row.json);
};

const put = async (db: Kysely<Tables>, rows: readonly Watched[]): Promise<void> => {
  const kept = rows.flatMap(({ source, item, json }) =>
    json === null ? [] : [{ source: toColumn(source), item: toColumn(item), json: toColumn(json) }],
  );
  for (let from = 0; from < kept.length; from += ROWS)
    await db
      .insertInto('watches')
      .values(kept.slice(from, from + ROWS))
      .onConflict((conflict) =>
        conflict.columns(['source', 'item']).doUpdateSet((row) => ({ json: row.ref('excluded.json') })),
      )
      .execute();
  for (const { source, item, json } of rows) {
    if (json !== null) continue;
    const gone = db.deleteFrom('watches').where('source', '=', toColumn(source));
    await gone.where('item', '=', toColumn(item)).execute();
  }
};

/** To be called within a transaction. */
export const holdWatch = async (
  db: Kysely<Tables>,
  holder: string,
  mayTake: (other: string) => boolean,
): Promise<string | null> => {
  const other = await holderOf(db);
  if (other !== null && other !== '' && other !== holder && !mayTake(other)) return other;
  await put(db, [{ ...HOLDER, json: holder }]);
  return null;
};

/** To be called within a transaction. */
export const noteWatch = async (
  db: Kysely<Tables>,
  holder: string,
  rows: readonly Watched[],
  notices: readonly Notice[],
): Promise<readonly KeptNotice[] | null> => {
  if ((await holderOf(db)) !== holder) return null;
  await put(db, rows);
  const added: KeptNotice[] = [];
  for (const notice of notices) {
    const row = await db
      .insertInto('notices')
      .values({ id: notice.id, json: toColumn(JSON.stringify(notice)) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('seq')
      .executeTakeFirst();
    if (row !== undefined) added.push({ seq: row.seq, notice });
  }
  return added;
};

export const readNotices = async (
  db: Kysely<Tables>,
  { after = 0, last }: { readonly after?: number; readonly last?: number },
): Promise<readonly KeptNotice[]> => {
  let query = db.selectFrom('notices').select(['seq', 'json']).where('seq', '>', after).orderBy('seq', 'desc');
  if (last !== undefined) query = query.limit(last);
  const rows = await query.execute();
  return rows.reverse().map(({ seq, json }) => ({ seq, notice: Notice.parse(JSON.parse(fromColumn(json))) }));
};

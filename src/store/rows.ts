import type { Kysely } from 'kysely';
import { byText, Decision, Document, isAsDecided, KeptBeat } from '../model/index.ts';
import { fromColumn, hashText, toColumn } from './exact-text.ts';
import type { Tables } from './tables.ts';

export const documentRow = (document: Document): Tables['documents'] => ({
  id: document.id,
  sha256: document.sha256,
  textSha256: hashText(document.text),
  bytes: document.bytes,
  mediaType: document.mediaType,
  encoding: document.encoding,
  title: document.title === null ? null : toColumn(document.title),
  outlet: document.outlet === null ? null : toColumn(document.outlet),
  byline: document.byline === null ? null : toColumn(document.byline),
  published: document.published,
  found: JSON.stringify(document.found),
  layout: JSON.stringify(document.layout),
  anchors: JSON.stringify(document.anchors),
  steps: JSON.stringify(document.steps),
  text: toColumn(document.text),
});

export const toDocument = (row: Tables['documents'], paths: readonly string[]): Document =>
  Document.parse({
    id: row.id,
    path: paths[0],
    paths,
    sha256: row.sha256,
    bytes: row.bytes,
    mediaType: row.mediaType,
    encoding: row.encoding,
    text: fromColumn(row.text),
    title: row.title === null ? null : fromColumn(row.title),
    outlet: row.outlet === null ? null : fromColumn(row.outlet),
    byline: row.byline === null ? null : fromColumn(row.byline),
    published: row.published,
    found: JSON.parse(row.found),
    layout: JSON.parse(row.layout),
    anchors: JSON.parse(row.anchors),
    steps: JSON.parse(row.steps),
  });

/** Null when it is none, or not as it was decided. */
export const toDecision = (json: string): Decision | null => {
  try {
    const { success, data } = Decision.safeParse(JSON.parse(json));
    return success && isAsDecided(data) ? data : null;
  } catch {
    return null;
  }
};

export const toBeat = (json: string): KeptBeat | null => {
  try {
    return KeptBeat.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
};

/** In code-unit order. */
export const pathsOf = async (db: Kysely<Tables>, document: string): Promise<readonly string[]> => {
  const rows = await db.selectFrom('paths').select('path').where('document', '=', document).execute();
  return rows.map((row) => row.path).sort(byText);
};

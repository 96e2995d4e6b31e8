import type { CustodyEntry, Document } from './model/index.ts';
import type { CaseStore, DocumentEntry } from './store/index.ts';
import type { VerifyFault, VerifyNote } from './verify-fault.ts';

/** What the custody log says, as far as it was held against the documents. */
export interface CustodyChecked {
  readonly entries: number;
  /** SHA-256 of the last entry: whoever has noted it elsewhere can tell that nothing before it was made anew. */
  readonly head: string | null;
  /** Documents that came in before there was a log. */
  readonly unlogged: number;
  /** Originals that are kept or can be made of the stored text, and documents of which there is none. */
  readonly originals: number;
  readonly lost: number;
}

const fault = (
  code: string,
  document: { readonly id: string; readonly path: string | null },
  reason: string,
): VerifyFault => ({ code, row: null, at: null, document, reason });

interface Logged {
  readonly byDocument: ReadonlyMap<string, readonly CustodyEntry[]>;
  readonly entries: number;
  readonly head: string | null;
}

const readLog = async (store: CaseStore): Promise<Logged> => {
  const byDocument = new Map<string, CustodyEntry[]>();
  let entries = 0;
  let head: string | null = null;
  for await (const { entry, sha256 } of store.custody()) {
    entries++;
    head = sha256;
    if (entry === null || entry.document === null) continue;
    const of = byDocument.get(entry.document) ?? [];
    of.push(entry);
    byDocument.set(entry.document, of);
  }
  return { byDocument, entries, head };
};

/** What is wrong with what the log says of one document; that it was changed itself is told by the store. */
const faultsOf = ({ id, sha256, textSha256, paths }: DocumentEntry, arrivals: readonly CustodyEntry[]): string[] => {
  const other = arrivals.find((arrival) => arrival.sha256 !== sha256);
  if (other !== undefined)
    return [`Expected ${id} to have come in with SHA-256 ${sha256}, found that entry ${other.number} has another.`];
  // The text is as acquired from the first path; it may have come in there before there was a log.
  const first = arrivals.find(({ path }) => path === paths[0]);
  return first === undefined || first.textSha256 === textSha256
    ? []
    : [
        `Expected the stored text to be the one that entry ${first.number} made, with SHA-256 ${first.textSha256}, found ${textSha256}.`,
      ];
};

/** Holds the custody log and the originals against the documents. */
export async function* verifyCustody(
  store: CaseStore,
  entries: readonly DocumentEntry[],
): AsyncGenerator<VerifyFault, CustodyChecked> {
  const log = await readLog(store);
  const kept = new Set(await store.originals());
  let [unlogged, originals, lost] = [0, 0, 0];
  for (const entry of entries) {
    const document = { id: entry.id, path: entry.paths[0] ?? null };
    const arrivals = log.byDocument.get(entry.id) ?? [];
    if (arrivals.length === 0) unlogged++;
    for (const reason of faultsOf(entry, arrivals)) yield fault('verify/custody', document, reason);
    if (kept.has(entry.sha256) || entry.sha256 === entry.textSha256) originals++;
    else lost++;
  }
  const known = new Set(entries.map(({ id }) => id));
  for (const [id, [first]] of log.byDocument) {
    if (known.has(id)) continue;
    const reason = `Expected the document that entry ${first?.number} of the custody log is of, found it gone.`;
    yield fault('verify/document-gone', { id, path: first?.path ?? null }, reason);
  }
  return { entries: log.entries, head: log.head, unlogged, originals, lost };
}

/** What stands apart from what was stored, in words; null where nothing does. */
export const difference = (stored: Document, made: Document | null): string | null => {
  if (made === null) return 'no text could be made of the original';
  if (made.text !== stored.text) {
    let at = 0;
    while (at < made.text.length && made.text[at] === stored.text[at]) at++;
    const [was, is] = [stored.text, made.text].map((text) => JSON.stringify(text.slice(at, at + 40)));
    return `the text made of the original differs from the stored one at ${at}: ${is} instead of ${was}`;
  }
  // Documents from before steps were kept have no anchors either.
  if (stored.steps.length === 0 || JSON.stringify(made.anchors) === JSON.stringify(stored.anchors)) return null;
  return 'the places in the original that the stored text is from are others';
};

/** What made a text: the program and the library, with their versions. */
const makersOf = (document: Document, program: string | null): string =>
  [program, document.steps.at(-1)?.by].filter((by) => by !== null && by !== undefined).join(', ') || 'not known';

/** Makes the text of one document again from its original. */
export const makeAgain = async (original: Uint8Array, stored: Document): Promise<Document | null> => {
  const { acquire, sourceOf } = await import('./acquire/index.ts');
  const { path, mediaType, sha256 } = stored;
  const received = { path, source: sourceOf(original), declared: mediaType, known: [], steps: [], depth: 0 };
  const options = { limitBytes: Math.max(original.length, 1) };
  for await (const acquired of acquire(received, options))
    if (acquired.kind === 'document' && acquired.document.sha256 === sha256) return acquired.document;
  return null;
};

/**
 * Makes every text again from its original and holds it against the stored one.
 *
 * Another text made by the same versions is a fault; made by others it is a note, since a library may read better than it did.
 *
 * @returns How many were made again.
 */
export async function* verifyAgain(
  store: CaseStore,
  program: string,
  note: (note: VerifyNote) => void,
): AsyncGenerator<VerifyFault, number> {
  let again = 0;
  for (const { id, sha256, paths } of await store.entries()) {
    // What cannot be opened or was changed is named elsewhere.
    const original = await store.original(sha256).catch(() => null);
    const stored = original && (await store.document(id).catch(() => null));
    if (!original || !stored) continue;
    again++;
    const made = await makeAgain(original, stored);
    const what = difference(stored, made);
    if (what === null) continue;
    const document = { id, path: paths[0] ?? null };
    let then: string | null = null;
    for await (const { entry } of store.custody(id))
      if (entry !== null && entry.path === paths[0]) then = entry.program;
    const [was, is] = [makersOf(stored, then), made === null ? program : makersOf(made, program)];
    const reason = `Expected the same text again, but ${what}.`;
    if (was === is) yield fault('verify/other-text', document, reason);
    else note({ document, text: `${reason} It was made by ${was}; now it is made by ${is}.` });
  }
  return again;
}

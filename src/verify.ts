import type { CaseView } from './case-view.ts';
import { evidenceOf, MAY_LACK_EVIDENCE, shorten } from './evidence-in.ts';
import { CASE_LISTS, type CaseList, type Evidence } from './model/index.ts';
import { programVersion } from './program.ts';
import type { CaseStore } from './store/index.ts';
import { type CustodyChecked, verifyAgain, verifyCustody } from './verify-custody.ts';
import type { VerifyFault, VerifyNote } from './verify-fault.ts';

export interface Verified {
  readonly documents: number;
  readonly rows: number;
  readonly quotes: number;
  readonly custody: CustodyChecked;
  /** Texts that were made again from their originals; null where that was not asked for. */
  readonly again: number | null;
  readonly notes: readonly VerifyNote[];
}

export interface VerifyOptions {
  /** Whether each stored text is also made again from its original; false by default, since it takes as long as acquiring them did. */
  readonly again?: boolean;
}

interface Quoted {
  readonly list: CaseList;
  readonly id: string;
  readonly evidence: Evidence;
}

const notesOf = ({ unlogged, lost }: CustodyChecked): readonly VerifyNote[] =>
  [
    unlogged === 0
      ? null
      : `${unlogged} ${unlogged === 1 ? 'document has' : 'documents have'} no custody entry: read before a log was kept.`,
    lost === 0
      ? null
      : `${lost} ${lost === 1 ? 'document has' : 'documents have'} no original in the case: no copies were kept when it was read. Reading the files again keeps them.`,
  ].flatMap((text) => (text === null ? [] : [{ document: null, text }]));

/**
 * Checks a case against its documents: every stored text and original against its hash, the custody log against its chain and the
 * documents, every quote against the text at its place (law 1).
 *
 * Faults come in order: those of the file and its texts, then those of quotes by document. Texts are held one at a time.
 *
 * @returns How much was checked, once all faults have been given.
 */
export async function* verifyCase(
  store: CaseStore,
  view: CaseView,
  options: VerifyOptions = {},
): AsyncGenerator<VerifyFault, Verified> {
  const entries = await store.entries();
  const paths = new Map(entries.map((entry) => [entry.id, entry.paths[0] ?? null]));
  const pathOf = (id: string): string | null => paths.get(id) ?? null;
  for await (const { code, document, reason } of store.faults()) {
    const named = document === null ? null : { id: document, path: pathOf(document) };
    yield { code, row: null, at: null, document: named, reason };
  }

  const custody = yield* verifyCustody(store, entries);
  const notes: VerifyNote[] = [...notesOf(custody)];
  const program = `backchannel ${programVersion()}`;
  const again = options.again ? yield* verifyAgain(store, program, (note) => notes.push(note)) : null;

  const quoted = new Map<string, Quoted[]>();
  let rows = 0;
  let quotes = 0;
  for (const list of CASE_LISTS) {
    for await (const item of view.items(list)) {
      rows++;
      const found = evidenceOf(list, item);
      if (found.length === 0 && !MAY_LACK_EVIDENCE.has(list)) {
        const reason = 'Expected at least one quote, found none.';
        yield { code: 'verify/no-evidence', row: { list, id: item.id }, at: null, document: null, reason };
      }
      for (const evidence of found) {
        quotes++;
        const of = quoted.get(evidence.document) ?? [];
        of.push({ list, id: item.id, evidence });
        quoted.set(evidence.document, of);
      }
    }
  }

  for (const [id, rowsOf] of quoted) {
    // A document that cannot be opened at all was named above; its quotes stand on nothing.
    const text = (await store.document(id).catch(() => null))?.text ?? null;
    for (const { list, id: row, evidence } of rowsOf) {
      const { start, end, quote } = evidence;
      const found = text?.slice(start, end) ?? null;
      if (found === quote && quote !== '') continue;
      const reason = `Expected ${shorten(quote)}, found ${found === null ? 'no such document' : shorten(found)}.`;
      const path = pathOf(id);
      yield {
        code: 'verify/quote',
        row: { list, id: row },
        at: { document: id, path, start, end },
        document: { id, path },
        reason,
      };
    }
  }
  return { documents: entries.length, rows, quotes, custody, again, notes };
}

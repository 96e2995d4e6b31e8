import { createHash } from 'node:crypto';
import type { ByteSource, ZipEntry, ZipFile } from './acquire/index.ts';
import type { BundledDocument } from './bundle.ts';
import { evidenceOf, MAY_LACK_EVIDENCE, shorten } from './evidence-in.ts';
import { BackchannelError, CASE_LISTS, type Case, type CaseList, CustodyEntry, sha256 } from './model/index.ts';
import { type CustodyLine, custodyFaults } from './store/index.ts';
import type { VerifyFault } from './verify-fault.ts';

/** What of a bundle was checked. */
export interface VerifiedBundle {
  readonly files: number;
  readonly documents: number;
  readonly rows: number;
  readonly quotes: number;
  readonly entries: number;
  readonly originals: number;
  /** SHA-256 of the last entry of the custody log. */
  readonly head: string | null;
}

/** More than any case has; a list of this length takes some hundred megabytes. */
const MAX_FILES = 1_000_000;

/** A text, or a line: more than we write; so that a file that was made to fill the memory does not. */
const MOST_BYTES = 256 * 1024 ** 2;

const notABag = (place: string, found: string): BackchannelError =>
  new BackchannelError('bundle/not-a-bundle', `Expected a bundle of a case at ${place}, found ${found}.`, {
    place,
    next: 'Make one: backchannel bundle FILE --out bundle.zip',
  });

const faultOf = (code: string, reason: string, document: VerifyFault['document'] = null): VerifyFault => ({
  code,
  row: null,
  at: null,
  document,
  reason,
});

/** The files of a bag, by their names in it. */
class BagFiles {
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, ZipEntry>();

  constructor(zip: ZipFile, place: string) {
    this.#zip = zip;
    const root = zip.entries.find(({ name }) => /^(?:[^/]*\/)?bagit\.txt$/.test(name));
    if (root === undefined) throw notABag(place, 'no bagit.txt in it');
    const folder = root.name.slice(0, -'bagit.txt'.length);
    for (const entry of zip.entries)
      if (!entry.isFolder && entry.name.startsWith(folder)) this.#entries.set(entry.name.slice(folder.length), entry);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** @throws Error that says what is damaged in the ZIP file */
  async *pieces(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`there is no ${name} in it`);
    yield* this.#zip.unpack(entry);
  }

  async hash(name: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of this.pieces(name)) hash.update(piece);
    return hash.digest('hex');
  }

  async bytes(name: string): Promise<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`there is no ${name} in it`);
    return Buffer.from(await this.#zip.read(entry, MOST_BYTES));
  }

  async *lines(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const piece of this.pieces(name)) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MOST_BYTES) throw new Error(`a line of ${name} in it is longer than any that we write`);
      yield* lines;
    }
    if (rest !== '') yield rest;
  }
}

const manifestOf = async (bag: BagFiles, name: string): Promise<readonly (readonly [string, string])[]> => {
  const found: (readonly [string, string])[] = [];
  for await (const line of bag.lines(name)) {
    const match = /^([0-9a-f]{64})\s+\*?(\S.*)$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) found.push([match[2], match[1]]);
  }
  return found;
};

/** Every file against the manifests: gives the hash that is listed of each. */
async function* verifyFiles(bag: BagFiles): AsyncGenerator<VerifyFault, ReadonlyMap<string, string>> {
  const listed = new Map<string, string>();
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    for (const [name, hash] of await manifestOf(bag, manifest)) listed.set(name, hash);
  for (const [name, hash] of listed) {
    if (!bag.has(name)) {
      yield faultOf('bundle/file-missing', `Expected ${name} in the bundle, found it missing.`);
      continue;
    }
    const found = await bag.hash(name).catch((error: unknown) => String(error));
    if (found !== hash) yield faultOf('bundle/file-changed', `Expected ${name} with SHA-256 ${hash}, found ${found}.`);
  }
  for (const name of bag.names)
    if (name.startsWith('data/') && !listed.has(name))
      yield faultOf('bundle/file-unlisted', `Expected the manifest to list ${name}, found that it does not.`);
  return listed;
}

const parsed = <T>(line: string): T | null => {
  try {
    return JSON.parse(line) as T;
  } catch {
    return null;
  }
};

async function* custodyOf(bag: BagFiles): AsyncGenerator<CustodyLine> {
  for await (const json of bag.lines('data/custody.jsonl'))
    yield { json, sha256: sha256(json), entry: CustodyEntry.safeParse(parsed(json)).data ?? null };
}

/** What is wrong with one document of the bundle, held against the manifest and the log. */
const documentFaults = (
  { sha256: hash, paths, textSha256, textFile, originalFile }: BundledDocument,
  listed: ReadonlyMap<string, string>,
  arrivals: readonly CustodyEntry[],
): readonly string[] => {
  const other = arrivals.find((arrival) => arrival.sha256 !== hash);
  const first = arrivals.find(({ path }) => path === paths[0]);
  return [
    listed.get(`data/${textFile}`) === textSha256 ? null : 'Expected its text as it was stored, found another.',
    originalFile === null || listed.get(`data/${originalFile}`) === hash
      ? null
      : 'Expected its original as it came in, found another.',
    other === undefined
      ? null
      : `Expected the bytes that entry ${other.number} of the custody log is of, found others.`,
    first === undefined || first.textSha256 === textSha256
      ? null
      : `Expected the text that entry ${first.number} of the custody log made, found another.`,
  ].filter((reason) => reason !== null);
};

/** Texts of documents, the last few of them held. */
const textsOf = (bag: BagFiles, documents: ReadonlyMap<string, BundledDocument>) => {
  const held = new Map<string, string | null>();
  return async (id: string): Promise<string | null> => {
    const document = documents.get(id);
    if (document === undefined) return null;
    const known = held.get(id);
    if (known !== undefined) return known;
    if (held.size >= 1000) held.clear();
    const coding = document.textFile.endsWith('.utf16le') ? 'utf16le' : 'utf8';
    const text = await bag.bytes(`data/${document.textFile}`).then(
      (bytes) => bytes.toString(coding),
      () => null,
    );
    held.set(id, text);
    return text;
  };
};

const isList = (name: string): name is CaseList => (CASE_LISTS as readonly string[]).includes(name);

/** Items of the export, one a line. */
async function* itemsOf(
  bag: BagFiles,
): AsyncGenerator<{ readonly list: CaseList; readonly item: Case[CaseList][number] | null }> {
  let list: CaseList | null = null;
  for await (const line of bag.lines('data/case.json')) {
    const name = /"(\w+)":\[$/.exec(line)?.[1];
    if (name !== undefined) list = isList(name) ? name : null;
    else if (list !== null && line.startsWith('{')) yield { list, item: parsed(line.replace(/,$/, '')) };
  }
}

async function* verifyQuotes(
  bag: BagFiles,
  documents: ReadonlyMap<string, BundledDocument>,
): AsyncGenerator<VerifyFault, { readonly rows: number; readonly quotes: number }> {
  const textOf = textsOf(bag, documents);
  let [rows, quotes] = [0, 0];
  for await (const { list, item } of itemsOf(bag)) {
    rows++;
    if (item === null) {
      yield faultOf('bundle/row-broken', `Expected an item of ${list} in line, found broken JSON.`);
      continue;
    }
    const row = { list, id: item.id };
    const found = evidenceOf(list, item);
    if (found.length === 0 && !MAY_LACK_EVIDENCE.has(list))
      yield { ...faultOf('verify/no-evidence', 'Expected at least one quote, found none.'), row };
    for (const { document, start, end, quote } of found) {
      quotes++;
      const words = (await textOf(document))?.slice(start, end) ?? null;
      if (words === quote && quote !== '') continue;
      const reason = `Expected ${shorten(quote)}, found ${words === null ? 'no such document' : shorten(words)}.`;
      const path = documents.get(document)?.path ?? null;
      const at = { document, path, start, end };
      yield { code: 'verify/quote', row, at, document: { id: document, path }, reason };
    }
  }
  return { rows, quotes };
}

/**
 * Checks a bundle: every file against the manifests, the custody log against its chain, the documents against the log, every quote of
 * the case against the text at its place.
 *
 * @param source The bytes of the ZIP file.
 * @throws BackchannelError `bundle/not-a-bundle`.
 */
export async function* verifyBundle(source: ByteSource, place: string): AsyncGenerator<VerifyFault, VerifiedBundle> {
  const { Budget, openZip } = await import('./acquire/index.ts');
  const budget = new Budget({ bytes: Infinity, ratio: 2000, items: MAX_FILES });
  const zip = await openZip(source, budget, MAX_FILES).catch((cause: unknown) => {
    throw notABag(place, cause instanceof Error ? cause.message : String(cause));
  });
  const bag = new BagFiles(zip, place);
  const checked = { files: 0, documents: 0, rows: 0, quotes: 0, entries: 0, originals: 0, head: null };
  try {
    return yield* verifyBag(bag);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    yield faultOf('bundle/damaged', `Expected all of the bundle to be read, found that ${found}.`);
    return checked;
  }
}

async function* verifyBag(bag: BagFiles): AsyncGenerator<VerifyFault, VerifiedBundle> {
  const listed = yield* verifyFiles(bag);

  for await (const { document, reason } of custodyFaults(custodyOf(bag)))
    yield faultOf('bundle/custody-changed', reason, document === null ? null : { id: document, path: null });
  const arrivals = new Map<string, CustodyEntry[]>();
  let head: string | null = null;
  let entries = 0;
  for await (const { entry, sha256: hash } of custodyOf(bag)) {
    entries++;
    head = hash;
    if (entry?.document) arrivals.set(entry.document, [...(arrivals.get(entry.document) ?? []), entry]);
  }

  const documents = new Map<string, BundledDocument>();
  for await (const line of bag.lines('data/documents.jsonl')) {
    const document = parsed<BundledDocument>(line);
    if (document === null) {
      yield faultOf('bundle/row-broken', 'Expected a document in line, found broken JSON.');
      continue;
    }
    documents.set(document.id, document);
    const named = { id: document.id, path: document.path };
    for (const reason of documentFaults(document, listed, arrivals.get(document.id) ?? []))
      yield faultOf('bundle/document-changed', reason, named);
  }
  for (const [id, [first]] of arrivals)
    if (!documents.has(id)) {
      const reason = `Expected the document that entry ${first?.number} of the custody log is of, found it gone.`;
      yield faultOf('verify/document-gone', reason, { id, path: first?.path ?? null });
    }
  const { rows, quotes } = yield* verifyQuotes(bag, documents);
  const originals = [...documents.values()].filter(({ originalFile }) => originalFile !== null).length;
  return { files: listed.size, documents: documents.size, rows, quotes, entries, originals, head };
}

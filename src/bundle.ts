import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CaseView, exportCase } from './case-view.ts';
import { exportJournal } from './journal.ts';
import { BackchannelError, type Document, sha256 } from './model/index.ts';
import { programVersion } from './program.ts';
import type { CaseStore } from './store/index.ts';
import { writeZip, type ZipContent, type ZipWriter, type ZipWritten } from './zip-writer.ts';

export interface BundleOptions {
  /** Whether the files as they came in are put in; true by default. */
  readonly originals?: boolean;
}

/** What was put into a bundle. */
export interface Bundled {
  readonly documents: number;
  readonly originals: number;
  /** Of all files, not packed. */
  readonly bytes: number;
  /** SHA-256 of the last entry of the custody log; null where the log is empty. */
  readonly head: string | null;
}

/** A document as the bundle lists it: all but its text, which is a file of its own. */
export type BundledDocument = Omit<Document, 'text'> & {
  readonly textSha256: string;
  readonly textFile: string;
  readonly originalFile: string | null;
};

const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const SHIPPED = new URL('../data/bundle/', import.meta.url);

/** With the flag `u` only a surrogate that stands alone is one. UTF-8 cannot hold it. */
const HALF_PAIR = /\p{Surrogate}/u;

/** A text as a file, such that every code unit comes back in its place. */
const textFileOf = ({ id, text }: Document): { readonly name: string; readonly bytes: Uint8Array } =>
  HALF_PAIR.test(text)
    ? { name: `texts/${id}.utf16le`, bytes: Buffer.from(text, 'utf16le') }
    : { name: `texts/${id}.txt`, bytes: Buffer.from(text) };

const originalName = ({ sha256: hash, path }: Document): string => {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(path)?.[1]?.toLowerCase();
  return `originals/${hash}${ending === undefined ? '' : `.${ending}`}`;
};

/** Puts files into a bag and remembers what its manifests say. */
class Bag {
  readonly #zip: ZipWriter;
  readonly #folder: string;
  readonly #written: ZipWritten[] = [];

  constructor(zip: ZipWriter, folder: string) {
    this.#zip = zip;
    this.#folder = folder;
  }

  async put(name: string, content: ZipContent): Promise<void> {
    const written = await this.#zip.add(`${this.#folder}/${name}`, content);
    this.#written.push({ ...written, name });
  }

  get bytes(): number {
    return this.#written.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get files(): number {
    return this.#written.length;
  }

  manifest(isPayload: boolean): string {
    return this.#written
      .filter(({ name }) => name.startsWith('data/') === isPayload)
      .map(({ name, sha256: hash }) => `${hash}  ${name}\n`)
      .join('');
  }
}

async function* documentLines(store: CaseStore, withOriginals: boolean): AsyncGenerator<string> {
  const kept = new Set(await store.originals());
  for await (const { document } of store.inputs()) {
    const { text: _, ...rest } = document;
    const { name, bytes } = textFileOf(document);
    const textSha256 = sha256(bytes);
    const isKept = kept.has(document.sha256) || textSha256 === document.sha256;
    const originalFile = withOriginals && isKept ? originalName(document) : null;
    const line: BundledDocument = { ...rest, textSha256, textFile: name, originalFile };
    yield `${JSON.stringify(line)}\n`;
  }
}

async function* readingLines(store: CaseStore): AsyncGenerator<string> {
  for await (const { reading } of store.inputs()) yield `${JSON.stringify(reading)}\n`;
}

/** Puts in each text, and each original that is kept or can be made of the text; gives how many. */
const putFiles = async (bag: Bag, store: CaseStore, withOriginals: boolean) => {
  let [documents, originals] = [0, 0];
  for await (const { document } of store.inputs()) {
    documents++;
    const { name, bytes } = textFileOf(document);
    await bag.put(`data/${name}`, bytes);
    const original = withOriginals ? await store.original(document.sha256) : null;
    if (original === null) continue;
    originals++;
    await bag.put(`data/${originalName(document)}`, original);
  }
  return { documents, originals };
};

/** The log as lines; gives the hash of the last. */
const custodyOf = async (store: CaseStore): Promise<{ readonly text: string; readonly head: string | null }> => {
  const lines: string[] = [];
  for await (const { json } of store.custody()) lines.push(json);
  const last = lines.at(-1);
  return { text: lines.map((line) => `${line}\n`).join(''), head: last === undefined ? null : sha256(last) };
};

/** Puts in captures, and those of their bodies that are no document's original. */
const putCaptures = async (bag: Bag, store: CaseStore, withOriginals: boolean): Promise<void> => {
  const captures = await store.captures();
  await bag.put('data/captures.jsonl', captures.map((one) => `${JSON.stringify(one)}\n`).join(''));
  if (!withOriginals) return;
  const put = new Set((await store.entries()).map((entry) => entry.sha256));
  for (const { capture } of captures) {
    for (const hash of [capture.sha256, capture.contentSha256]) {
      const body = put.has(hash) ? null : await store.original(hash);
      if (body === null) continue;
      put.add(hash);
      await bag.put(`data/originals/${hash}.body`, body);
    }
  }
};

const changedMeanwhile = (place: string): BackchannelError =>
  new BackchannelError('bundle/changed', `Expected ${place} to stay as it is while it is bundled, found it changed.`, {
    place,
    next: 'Stop what reads into it or decides on it, and bundle it again.',
  });

/**
 * Writes a bundle that others can check without us: a bag (BagIt 1.0, RFC 8493) in a ZIP file with the documents as they came in, their
 * texts, what was read, the case, the decisions and the custody log. The same case gives the same bytes under the same name.
 *
 * @throws BackchannelError `write/failed`, `bundle/changed`, `store/original-changed`: nothing is written.
 * @see RFC 8493
 */
export const writeBundle = async (
  store: CaseStore,
  view: CaseView,
  out: string,
  { originals: withOriginals = true }: BundleOptions = {},
): Promise<Bundled> => {
  const revision = await store.revision();
  let bundled: Bundled | null = null;
  await writeZip(out, async (zip) => {
    const folder = basename(out).replace(/\.zip$/i, '') || 'bundle';
    const bag = new Bag(zip, folder);
    await bag.put('bagit.txt', BAGIT);
    for (const name of ['README.txt', 'verify.mjs'])
      await bag.put(`data/${name}`, await readFile(new URL(name, SHIPPED)));
    await bag.put('data/case.json', exportCase(view));
    await bag.put('data/documents.jsonl', documentLines(store, withOriginals));
    await bag.put('data/readings.jsonl', readingLines(store));
    await bag.put('data/decisions.jsonl', await exportJournal(store));
    const { text, head } = await custodyOf(store);
    await bag.put('data/custody.jsonl', text);
    await putCaptures(bag, store, withOriginals);
    const { documents, originals } = await putFiles(bag, store, withOriginals);
    if ((await store.revision()) !== revision) throw changedMeanwhile(store.place);
    const payload = bag.manifest(true);
    const [bytes, files] = [bag.bytes, bag.files];
    const agent = `Bag-Software-Agent: backchannel ${programVersion()}\n`;
    const oxum = `Payload-Oxum: ${bytes - BAGIT.length}.${files - 1}\n`;
    const custody = head === null ? '' : `Custody-Head: ${head}\n`;
    await bag.put(
      'bag-info.txt',
      `External-Description: A case with its documents and how they came in\n${agent}${oxum}${custody}`,
    );
    await bag.put('manifest-sha256.txt', payload);
    await bag.put('tagmanifest-sha256.txt', bag.manifest(false));
    bundled = { documents, originals, bytes: bag.bytes, head };
  });
  if (bundled === null) throw changedMeanwhile(store.place);
  return bundled;
};

import { BudgetSpent } from '../../budget.ts';
import { hashOf, pathInside, type Received, sourceOf } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import { ByteStream, chunksOf, gunzipped } from '../archive/byte-stream.ts';
import { heldBytes } from '../archive/give-entry.ts';
import type { FormatWork, Piece, ReadFormat } from '../format.ts';
import { openZip, type ZipEntry, type ZipFile } from '../zip-entries.ts';
import { type PageList, readCaptures } from './captures.ts';

/** A list of pages: real ones have some hundred bytes a page. */
const MAX_LIST = 50 * 1024 * 1024;

const WARC_ENTRY = /^archive\/[^/]+\.warc(?:\.gz)?$/;
const PAGES_ENTRY = /^pages\/[^/]+\.jsonl$/;

/** Whether a ZIP file is a web archive as WACZ 1.1 has it: captures, and a list of what there is. */
export const isWacz = ({ entries }: ZipFile): boolean =>
  entries.some(({ name }) => name === 'datapackage.json') && entries.some(({ name }) => WARC_ENTRY.test(name));

/** Addresses that differ in what is behind `#` alone are of one capture. */
const plainAddress = (url: string): string => (URL.canParse(url) ? new URL(url).href : url).replace(/#.*$/, '');

class Pages implements PageList {
  /** With the address that is listed. */
  readonly #listed = new Map<string, string>();
  readonly #found = new Set<string>();

  constructor(urls: readonly string[]) {
    for (const url of urls) this.#listed.set(plainAddress(url), url);
  }

  get size(): number {
    return this.#listed.size;
  }

  has(url: string): boolean {
    return this.#listed.has(plainAddress(url));
  }

  moved(from: string, to: string): void {
    const listed = this.#listed.get(plainAddress(from));
    if (listed !== undefined && !this.has(to)) this.#listed.set(plainAddress(to), listed);
  }

  found(url: string): void {
    this.#found.add(this.#listed.get(plainAddress(url)) ?? url);
  }

  /** Listed addresses of which there was no capture. */
  get missing(): readonly string[] {
    return [...new Set(this.#listed.values())].filter((url) => !this.#found.has(url));
  }
}

const readText = async (zip: ZipFile, entry: ZipEntry): Promise<string> =>
  Buffer.from(await zip.read(entry, MAX_LIST)).toString('utf8');

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listedPages = async (zip: ZipFile): Promise<readonly string[]> => {
  const urls: string[] = [];
  for (const entry of zip.entries.filter(({ name }) => PAGES_ENTRY.test(name)))
    for (const line of (await readText(zip, entry)).split('\n')) {
      const page = line.trim() === '' ? null : parse(line);
      if (isRecord(page) && typeof page.url === 'string' && /^https?:/i.test(page.url)) urls.push(page.url);
    }
  return urls;
};

/** SHA-256 of what is in the archive, as the archive states it. */
const statedHashes = async (zip: ZipFile): Promise<ReadonlyMap<string, string>> => {
  const entry = zip.entries.find(({ name }) => name === 'datapackage.json');
  const stated = entry === undefined ? null : parse(await readText(zip, entry));
  const resources = isRecord(stated) && Array.isArray(stated.resources) ? stated.resources : [];
  return new Map(
    resources.flatMap((resource: unknown): [string, string][] =>
      isRecord(resource) && typeof resource.path === 'string' && typeof resource.hash === 'string'
        ? [[resource.path, resource.hash.replace(/^sha256:/, '').toLowerCase()]]
        : [],
    ),
  );
};

async function* readEntry(
  zip: ZipFile,
  entry: ZipEntry,
  outer: Received,
  hash: string,
  stated: string | undefined,
  pages: PageList | null,
  work: FormatWork,
): AsyncGenerator<Piece> {
  const path = pathInside(outer.path, entry.name);
  if (entry.isEncrypted) return yield { kind: 'refused', refusal: refuse.locked(path, 'a file in the archive') };
  if (entry.isOverlapping) return yield { kind: 'refused', refusal: refuse.overlapping(path) };
  try {
    const stored = await zip.stored(entry);
    const source = stored ?? sourceOf(await zip.read(entry, heldBytes(outer.depth)));
    const own = await hashOf(source);
    if (stated !== undefined && /^[0-9a-f]{64}$/.test(stated) && stated !== own)
      return yield { kind: 'refused', refusal: refuse.altered(path) };
    const step = { by: 'yauzl 3.4.0', what: `unpacked "${entry.name}" from WACZ`, of: hash };
    const received = { ...outer, path, source, steps: [...outer.steps, step], depth: outer.depth + 1 };
    const stream = new ByteStream(entry.name.endsWith('.gz') ? gunzipped(source, work.budget) : chunksOf(source));
    try {
      yield* readCaptures(stream, received, work, own, pages);
    } finally {
      await stream.close();
    }
  } catch (error) {
    if (work.budget.isSpent) throw error;
    const refusal = error instanceof BudgetSpent ? refuse.told(path, error) : refuse.damagedEntry(path, error);
    yield { kind: 'refused', refusal };
  }
}

/** The pages of a web archive in a ZIP file (WACZ): those that its list names, all captures that may be documents when it has none. */
export const readWacz: ReadFormat = async function* (received, work) {
  const zip = await openZip(received.source, work.budget);
  const hash = await hashOf(received.source);
  const urls = await listedPages(zip);
  const pages = urls.length === 0 ? null : new Pages(urls);
  const hashes = await statedHashes(zip);
  for (const entry of zip.entries.filter(({ name }) => WARC_ENTRY.test(name)))
    yield* readEntry(zip, entry, received, hash, hashes.get(entry.name), pages, work);
  for (const url of pages?.missing ?? [])
    yield { kind: 'refused', refusal: refuse.notCaptured(pathInside(received.path, url)) };
};

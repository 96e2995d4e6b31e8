import { gzipSync } from 'fflate';
import { BackchannelError, byText, type Capture, sha256 } from './model/index.ts';
import { programVersion } from './program.ts';
import {
  cdxLine,
  type Indexed,
  infoRecord,
  mimeOf,
  redirectRecords,
  responseRecords,
  revisitRecords,
  type WarcRecord,
  warcBytes,
} from './publish/index.ts';
import type { CaseStore } from './store/index.ts';
import { writeZip, type ZipWritten } from './zip-writer.ts';

/** How many records and pages were written, and how many captures were not, since their bodies were not kept. */
export interface PagesWritten {
  readonly captures: number;
  readonly pages: number;
  readonly left: number;
}

const WARC = 'data.warc.gz';

const packed = (record: WarcRecord): Uint8Array => gzipSync(warcBytes(record), { level: 6, mtime: 0 });

interface Page {
  readonly id: string;
  readonly url: string;
  readonly ts: string;
  readonly title?: string;
}

const keyOf = ({ finalUrl, contentSha256 }: Capture): string => `${finalUrl}\n${contentSha256}`;

/** Writes the records of captures one by one, and remembers where each stands. */
class WarcStream {
  readonly lines: string[] = [];
  readonly pages: Page[] = [];
  captures = 0;
  left = 0;
  readonly #store: CaseStore;
  /** Answers whose bodies stand in the file, by address and hash of what they hold. */
  readonly #written = new Map<string, Capture>();
  #at = 0;

  constructor(store: CaseStore) {
    this.#store = store;
  }

  async *bytes(software: string): AsyncGenerator<Uint8Array> {
    const captures = await this.#store.captures();
    yield this.#put(infoRecord(software, captures[0]?.capture.at ?? ''), null);
    for (const { capture, document } of captures) yield* this.#capture(capture, document);
  }

  async *#capture(capture: Capture, document: string | null): AsyncGenerator<Uint8Array> {
    const records = await this.#recordsOf(capture);
    if (records === null) {
      this.left++;
      return;
    }
    this.captures++;
    for (const redirect of capture.redirects) {
      const [response, request] = redirectRecords(capture, redirect);
      const { url, at, status } = redirect;
      if (response) yield this.#put(response, { url, at, status, mime: mimeOf(redirect), sha256: sha256('') });
      if (request) yield this.#put(request, null);
    }
    const [answer, request] = records;
    if (answer === undefined || request === undefined) return;
    const isAgain = answer.type === 'revisit';
    yield this.#put(answer, {
      url: capture.finalUrl,
      at: capture.at,
      status: capture.status,
      mime: isAgain ? 'warc/revisit' : mimeOf(capture),
      sha256: isAgain ? (this.#written.get(keyOf(capture))?.sha256 ?? capture.sha256) : capture.sha256,
    });
    yield this.#put(request, null);
    if (isAgain || capture.status >= 300) return;
    const title = document === null ? null : ((await this.#store.document(document))?.title ?? null);
    this.pages.push({
      id: capture.id,
      url: capture.finalUrl,
      ts: capture.at,
      ...(title === null ? {} : { title }),
    });
  }

  /** Null where there is nothing that could be written: the body was not kept. */
  async #recordsOf(capture: Capture): Promise<readonly WarcRecord[] | null> {
    const before = this.#written.get(keyOf(capture));
    if (capture.status === 304) return before === undefined ? null : revisitRecords(capture, before);
    if (before?.sha256 === capture.sha256) return revisitRecords(capture, before);
    const body = capture.bytes === 0 ? new Uint8Array() : await this.#store.original(capture.sha256);
    if (body === null) return null;
    this.#written.set(keyOf(capture), capture);
    return responseRecords(capture, body);
  }

  #put(record: WarcRecord, indexed: Indexed | null): Uint8Array {
    const bytes = packed(record);
    if (indexed !== null) this.lines.push(cdxLine(indexed, { filename: WARC, offset: this.#at, length: bytes.length }));
    this.#at += bytes.length;
    return bytes;
  }
}

const jsonLines = (...lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/**
 * Writes the pages of a case as they were captured into one file that web archives read: WACZ 1.1.1, with a WARC 1.1 inside.
 *
 * Captures stand in the order of time; one that brought nothing new refers to the one before. The same captures give the same bytes.
 *
 * @throws BackchannelError `export/no-pages` when there is none with its body; `write/failed`.
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export const exportPages = async (store: CaseStore, path: string): Promise<PagesWritten> => {
  const software = `backchannel ${programVersion()}`;
  const stream = new WarcStream(store);
  const captures = await store.captures();
  const last = captures.at(-1)?.capture;
  if (last === undefined) throw noPages(store.place, 'none');
  await writeZip(path, async (zip) => {
    const resources: ZipWritten[] = [];
    // As it is: whoever replays it reads single records out of the middle.
    resources.push(await zip.add(`archive/${WARC}`, stream.bytes(software), true));
    if (stream.captures === 0) throw noPages(store.place, `${stream.left} whose bodies were not kept`);
    const lines = stream.lines.toSorted(byText).map((line) => `${line}\n`);
    resources.push(await zip.add('indexes/index.cdx', lines.join(''), true));
    const head = { format: 'json-pages-1.0', id: 'pages', title: 'Pages' };
    resources.push(await zip.add('pages/pages.jsonl', jsonLines(head, ...stream.pages)));
    const [main] = stream.pages;
    const datapackage = JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title: 'Pages of a case',
        software,
        modified: last.at,
        ...(main === undefined ? {} : { mainPageUrl: main.url, mainPageDate: main.ts }),
        resources: resources.map(({ name, sha256: hash, bytes }) => ({
          name: name.slice(name.lastIndexOf('/') + 1),
          path: name,
          hash: `sha256:${hash}`,
          bytes,
        })),
      },
      null,
      2,
    );
    const digest = { path: 'datapackage.json', hash: `sha256:${sha256(datapackage)}` };
    await zip.add('datapackage.json', datapackage);
    await zip.add('datapackage-digest.json', `${JSON.stringify(digest, null, 2)}\n`);
  });
  return { captures: stream.captures, pages: stream.pages.length, left: stream.left };
};

const noPages = (place: string, found: string): BackchannelError =>
  new BackchannelError('export/no-pages', `Expected captured pages in ${place}, found ${found}.`, {
    place,
    next: `Read some: backchannel read https://... --case ${place}`,
  });

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { story } from './e2e/pile.ts';

/** Something that is published and may be edited: each version is a text. */
export interface Told {
  readonly name: string;
  readonly versions: string[];
}

/** An item of the feed. `barred`: its page is not for machines; `bare`: it has none. */
export interface Item extends Told {
  readonly number: number;
  readonly kind: 'page' | 'barred' | 'bare';
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const headline = (text: string): string => text.split('\n')[1] ?? '';
const asHtml = (text: string): string =>
  text
    .split(/\n+/)
    .slice(4)
    .filter((line) => line !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');

/** Items that the feed shows at once: older ones roll off. */
const WINDOW = 15;

/**
 * A folder and a server on the loopback address, on which reporting appears, is edited and goes away. What was ever there is kept, so
 * that it can be shown again from the beginning.
 */
export class WatchWorld {
  readonly folder: string;
  readonly files: Told[] = [];
  readonly items: Item[] = [];
  readonly removed = new Set<string>();
  /** What the server does instead of answering for the feed: a status, or something that is no feed. */
  trouble: 'none' | '500' | '404' | 'empty' | 'html' = 'none';
  /** The whole of it as it was after so many edits of each thing; null: as it is now. */
  epoch: number | null = null;
  isShuffled = false;
  asked = 0;
  #server: Server | null = null;
  #port = 0;
  #next = 0;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  get feed(): string {
    return `http://127.0.0.1:${this.#port}/feed.rss`;
  }

  pageOf({ number }: Item): string {
    return `http://127.0.0.1:${this.#port}/${number % 3 === 0 ? 'world' : 'news'}/${number}`;
  }

  async open(): Promise<void> {
    this.#server = createServer((request, response) => {
      this.asked++;
      const path = request.url ?? '';
      const answer = this.#answer(path);
      const headers = { 'content-type': answer.type, ...(answer.tag === null ? {} : { etag: answer.tag }) };
      if (answer.tag !== null && request.headers['if-none-match'] === answer.tag)
        response.writeHead(304, headers).end();
      else response.writeHead(answer.status, headers).end(answer.body);
    });
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((done) => this.#server?.close(done));
  }

  #textOf({ versions }: Told): string {
    return versions[Math.min(this.epoch ?? Number.POSITIVE_INFINITY, versions.length - 1)] ?? '';
  }

  #answer(path: string): {
    readonly status: number;
    readonly type: string;
    readonly body: string;
    readonly tag: string | null;
  } {
    const none = { status: 404, type: 'text/plain', body: 'nothing here', tag: null };
    if (path === '/feed.rss') {
      const { trouble } = this;
      if (trouble === '404') return none;
      if (trouble === '500') return { ...none, status: 500 };
      if (trouble === 'html')
        return { ...none, status: 200, type: 'text/html', body: '<html><body><p>Back soon.</p></body></html>' };
      const body = this.#rss(trouble === 'empty' ? [] : this.items);
      return {
        status: 200,
        type: 'text/html',
        body,
        tag: `"${body.length}-${[...body].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7)}"`,
      };
    }
    const item = this.items.find((one) => this.pageOf(one).endsWith(path));
    if (item === undefined || path === '/robots.txt' || item.kind === 'bare') return none;
    if (item.kind === 'barred') return { ...none, status: 403 };
    if (this.epoch === null && this.removed.has(item.name)) return { ...none, status: 410 };
    const text = this.#textOf(item);
    const body = `<!doctype html><html lang="en"><head><title>${escaped(headline(text))}</title></head><body><article><h1>${escaped(headline(text))}</h1>${asHtml(text)}</article></body></html>`;
    return { status: 200, type: 'text/html; charset=utf-8', body, tag: `"${body.length}-${item.versions.length}"` };
  }

  #rss(items: readonly Item[]): string {
    const shown = (this.epoch === null ? items.slice(-WINDOW) : items).toReversed();
    // A server that cannot make up its mind: another order, another id, and an item twice.
    if (this.isShuffled && shown.length > 2) shown.push(...shown.splice(0, 2), ...shown.slice(0, 1));
    const rows = shown.map((item, i) => {
      const text = this.#textOf(item);
      const id =
        this.isShuffled && i % 2 === 0 && item.kind !== 'bare' ? `other-${item.number}` : `item-${item.number}`;
      const isLost = this.epoch === null && this.removed.has(item.name);
      const link = item.kind === 'bare' ? '' : `<link>${this.pageOf(item)}</link>`;
      return `<item><title>${escaped(headline(text))}</title>${link}<guid isPermaLink="false">${id}</guid><pubDate>Tue, 06 May 2031 09:00:00 GMT</pubDate><description><![CDATA[${asHtml(text)}${isLost ? '<p>Withdrawn.</p>' : ''}]]></description></item>`;
    });
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Veyra Dispatch</title><link>http://127.0.0.1:${this.#port}/</link>${rows.join('\n')}</channel></rss>`;
  }

  #story(): string {
    return story(this.#next++);
  }

  addFile(): Told {
    const file = {
      name: join(this.folder, `file-${String(this.files.length).padStart(3, '0')}.txt`),
      versions: [this.#story()],
    };
    this.files.push(file);
    this.#write(file.name, file.versions[0] ?? '');
    return file;
  }

  addItem(kind: Item['kind']): Item {
    const number = this.items.length;
    const item = { name: `item-${number}`, number, kind, versions: [this.#story()] };
    this.items.push(item);
    return item;
  }

  edit(told: Told): void {
    const last = told.versions.at(-1) ?? '';
    told.versions.push(
      `${last}\nThe ferry will call at a further port, a third official said (edit ${told.versions.length}).\n`,
    );
    if (this.files.includes(told)) this.#write(told.name, told.versions.at(-1) ?? '');
  }

  remove(told: Told): void {
    this.removed.add(told.name);
    if (this.files.includes(told)) rmSync(told.name);
  }

  /** Shows all that was ever there, as it was after so many edits. */
  showAgain(epoch: number): void {
    this.epoch = epoch;
    this.trouble = 'none';
    this.isShuffled = false;
    for (const file of this.files) this.#write(file.name, this.#textOf(file));
  }

  /** Written in two pieces, as programs do. */
  #write(path: string, text: string): void {
    writeFileSync(path, text.slice(0, 300));
    writeFileSync(path, text);
  }
}

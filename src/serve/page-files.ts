import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  json: 'application/json',
};

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name holds a hash of what is in it. */
  readonly isHashed: boolean;
}

/** The built web page. Only files that stood in its folder when it was opened are given: no path leads anywhere else. */
export class PageFiles {
  readonly #files: ReadonlyMap<string, string>;
  readonly #kept = new Map<string, PageFile>();

  /** @param folder Where the page was built; without it there are no files. */
  constructor(folder: string) {
    const found = new Map<string, string>();
    try {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const place = join(entry.parentPath, entry.name);
        found.set(`/${relative(folder, place).split(sep).join('/')}`, place);
      }
    } catch {
      // Not built: the API works without the page.
    }
    this.#files = found;
  }

  get isBuilt(): boolean {
    return this.#files.has('/index.html');
  }

  /** The file at a path of the address; null when there is none. */
  async file(path: string): Promise<PageFile | null> {
    const known = this.#kept.get(path);
    if (known !== undefined) return known;
    const place = this.#files.get(path);
    if (place === undefined) return null;
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    const file = { bytes: new Uint8Array(await readFile(place)), type, isHashed: path.startsWith('/assets/') };
    this.#kept.set(path, file);
    return file;
  }
}

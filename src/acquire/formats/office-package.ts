import { BackchannelError } from '../../model/index.ts';
import type { Received } from '../received.ts';
import type { FormatWork } from './format.ts';
import { readXml, type XmlHandler, type XmlNames } from './xml-events.ts';
import { openZip, type ZipEntry } from './zip-entries.ts';

/** A file that is a ZIP file of parts: Word, OpenDocument, e-books. */
export interface OfficePackage {
  /** As the list has them. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacked bytes of a part, at most so many. @throws when there is no such part, or it is damaged. */
  read(name: string): Promise<Uint8Array>;
  /** Reads a part as XML; see {@link readXml}. A part that is not there says nothing. */
  readXml(name: string, names: XmlNames, handler: XmlHandler): Promise<boolean>;
}

/** Books have a few thousand parts; a hundred thousand are no office file. */
const MAX_PARTS = 20_000;
/** So many times the limit of a text may the markup around it take up. */
const MARKUP_FACTOR = 10;

const tidyName = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

const locked = (what: string): BackchannelError =>
  new BackchannelError(
    'acquire/locked',
    `Expected ${what} that can be opened, found one that is locked with a password.`,
    {
      next: 'Open it with its password, save it without, and add that.',
    },
  );

/** @throws BackchannelError `acquire/locked`. */
export const refuseLocked = (what: string): never => {
  throw locked(what);
};

/**
 * Opens the package that bytes are. Names are compared as Windows does, without regard to capitals.
 *
 * @param what With its article, for messages: `a Word document`.
 * @throws Error that says what is damaged; BudgetSpent; BackchannelError `acquire/locked` when its parts are encrypted.
 */
export const openPackage = async ({ source }: Received, work: FormatWork, what: string): Promise<OfficePackage> => {
  const zip = await openZip(source, work.budget, MAX_PARTS);
  const parts = new Map<string, ZipEntry>();
  for (const entry of zip.entries) {
    const name = tidyName(entry.name);
    if (!entry.isFolder && !parts.has(name)) parts.set(name, entry);
  }
  if (zip.entries.some(({ isEncrypted }) => isEncrypted)) throw locked(what);
  const limit = work.limitBytes * MARKUP_FACTOR;
  return {
    names: zip.entries.map(({ name }) => name),
    has: (name) => parts.has(tidyName(name)),
    async read(name) {
      const entry = parts.get(tidyName(name));
      if (entry === undefined) throw new Error(`it has no part "${name}"`);
      return zip.read(entry, limit);
    },
    async readXml(name, names, handler) {
      const entry = parts.get(tidyName(name));
      if (entry === undefined) return true;
      async function* limited(part: ZipEntry): AsyncGenerator<Uint8Array> {
        let size = 0;
        for await (const chunk of zip.unpack(part)) {
          size += chunk.length;
          if (size > limit) throw new Error(`"${part.name}" in it is larger than ${Math.round(limit / 1024 ** 2)} MB`);
          yield chunk;
        }
      }
      return readXml(limited(entry), names, handler);
    },
  };
};

/** The place that a part names by a relative address, as in a browser: `../media/a.png` beside `word/document.xml`. */
export const resolvePart = (from: string, target: string): string => {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const steps = [...base];
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

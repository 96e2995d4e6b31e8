import { BackchannelError } from '../../../model/index.ts';
import { type OfficePackage, resolvePart } from '../office-package.ts';
import type { XmlNames } from '../xml-events.ts';

const NAMES: XmlNames = {
  'urn:oasis:names:tc:opendocument:xmlns:container': '',
  'http://www.idpf.org/2007/opf': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/2001/04/xmlenc#': 'enc',
};
/** Fonts may be scrambled, so that they serve in one book only: that locks no text (EPUB 3.3, 4.4; Adobe's older way). */
const FONT_SCRAMBLING: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);

/** A file of a book in the order of reading. */
export interface Chapter {
  readonly part: string;
  readonly mediaType: string;
}

/** What a book's own list says of it. */
export interface Book {
  readonly chapters: readonly Chapter[];
  /** By name of the element: `title`, `creator`, `date`, `language`, `publisher`, `modified`; several values joined. */
  readonly facts: ReadonlyMap<string, string>;
}

const packagePart = async (pack: OfficePackage): Promise<string> => {
  let part: string | undefined;
  await pack.readXml('META-INF/container.xml', NAMES, {
    open(name, attribute) {
      if (name === 'rootfile') part ??= attribute('full-path');
    },
    close: () => undefined,
  });
  const found = [part, pack.names.find((name) => /\.opf$/i.test(name))].find((name) => name && pack.has(name));
  if (found) return found;
  throw new BackchannelError('acquire/broken', 'Expected an e-book, found a file without the list of its parts.', {
    next: 'Fetch it again from where it came.',
  });
};

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    // A percent sign that begins no code is itself.
    return address;
  }
};

/** Reads the list of a book's parts: its order of reading without tables of contents and covers, and the facts it gives. */
export const readBook = async (pack: OfficePackage): Promise<Book> => {
  const list = await packagePart(pack);
  const items = new Map<string, Chapter & { readonly isFurniture: boolean }>();
  const order: string[] = [];
  const values = new Map<string, string[]>();
  const furniture = new Set<string>();
  let field: string | null = null;
  let words = '';
  const partOf = (address: string | undefined): string =>
    resolvePart(list, decoded((address ?? '').split('#', 1)[0] ?? ''));
  await pack.readXml(list, NAMES, {
    open(name, attribute) {
      words = '';
      field = name.startsWith('dc:') ? name.slice('dc:'.length) : null;
      if (name === 'meta' && attribute('property') === 'dcterms:modified') field = 'modified';
      const id = attribute('id');
      if (name === 'item' && id !== undefined)
        items.set(id, {
          part: partOf(attribute('href')),
          mediaType: attribute('media-type') ?? '',
          isFurniture: /\bnav\b/.test(attribute('properties') ?? ''),
        });
      else if (name === 'itemref') order.push(attribute('idref') ?? '');
      else if (name === 'reference' && /^(?:cover|toc)$/i.test(attribute('type') ?? ''))
        furniture.add(partOf(attribute('href')));
    },
    text(more) {
      if (field !== null && words.length < 1000) words += more;
    },
    close() {
      const value = words.replace(/\s+/g, ' ').trim();
      if (field !== null && value) values.set(field, [...(values.get(field) ?? []), value]);
      field = null;
    },
  });
  const chapters = [...new Set(order)].flatMap((id) => {
    const item = items.get(id);
    return item === undefined || item.isFurniture || furniture.has(item.part) ? [] : [item];
  });
  return { chapters, facts: new Map([...values].map(([name, all]) => [name, all.join(', ')])) };
};

/** The parts of a book that its seller has locked; fonts do not count. */
export const lockedParts = async (pack: OfficePackage): Promise<ReadonlySet<string>> => {
  const locked = new Set<string>();
  let method = '';
  await pack.readXml('META-INF/encryption.xml', NAMES, {
    open(name, attribute) {
      if (name === 'enc:EncryptedData') method = '';
      if (name === 'enc:EncryptionMethod') method = attribute('Algorithm') ?? '';
      const address = attribute('URI');
      if (name === 'enc:CipherReference' && address !== undefined && !FONT_SCRAMBLING.has(method))
        locked.add(decoded(address).replace(/^\/+/, ''));
    },
    close: () => undefined,
  });
  return locked;
};

import type { Found } from '../../model/index.ts';
import { edtfFromStamp } from '../stated-date.ts';
import type { OfficePackage } from './office-package.ts';
import type { XmlNames } from './xml-events.ts';

const NAMES: XmlNames = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'urn:oasis:names:tc:opendocument:xmlns:meta:1.0': 'meta',
};

/** Names that programs fill in where nobody gave one: the defaults of Word, LibreOffice, Windows, Apache POI, python-docx. */
const NOBODY =
  /^(?:users?|(?:default|windows|office|local) user|microsoft(?: office)? user|admin|administrator|owner|author|unknown(?: author)?|apache poi|python-docx|openpyxl|libreoffice|anonymous|none|n\/a)$/i;
/** Titles of the same kind: what an unsaved document is called. */
const UNTITLED =
  /^(?:untitled\d*|title|document ?\d*|microsoft word - .*|(?:word|powerpoint|excel)[ -](?:document|presentation|worksheet)|slide 1|book ?\d*)$/i;

export const isNobody = (name: string): boolean => NOBODY.test(name);

/** What a file's own properties say, in the words of whichever standard it follows. */
export interface Properties {
  readonly found: readonly Found[];
  readonly noticed: readonly string[];
}

/** Facts from values given by name: title, creator, created, modified, language, publisher, and who saved it last. */
export const propertiesOf = (values: ReadonlyMap<string, string>): Properties => {
  const found: Found[] = [];
  const add = (field: Found['field'], value: string | null | undefined): void => {
    if (value) found.push({ field, value, by: 'file-properties', span: null });
  };
  const title = values.get('title');
  if (title && !UNTITLED.test(title)) add('title', title);
  const creator = values.get('creator');
  if (creator && !isNobody(creator)) add('byline', creator);
  // When the file was begun, or the template it was begun from: no date of publication.
  add('created', edtfFromStamp(values.get('created') ?? ''));
  add('published', edtfFromStamp(values.get('issued') ?? ''));
  add('modified', edtfFromStamp(values.get('modified') ?? ''));
  add('outlet', values.get('publisher'));
  const language = values.get('language');
  if (language && /^[a-z]{2,3}(?:-[\w-]{2,20})?$/i.test(language)) add('language', language);
  const saver = values.get('saver');
  return { found, noticed: saver && !isNobody(saver) ? [`its properties say that "${saver}" saved it last`] : [] };
};

const FIELDS: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:creator': 'writer',
  'meta:initial-creator': 'creator',
  'dc:language': 'language',
  'dcterms:created': 'created',
  'meta:creation-date': 'created',
  'dcterms:modified': 'modified',
  'dc:date': 'modified',
  'cp:lastModifiedBy': 'saver',
};

/**
 * Reads the properties of a Word or OpenDocument file. In OpenDocument `dc:creator` is who saved it last, and
 * `meta:initial-creator` who began it.
 *
 * @param part `docProps/core.xml` or `meta.xml`; without it nothing is known.
 */
export const readProperties = async (pack: OfficePackage, part: string): Promise<Properties> => {
  const values = new Map<string, string>();
  let field: string | undefined;
  let words = '';
  await pack.readXml(part, NAMES, {
    open(name) {
      field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
      words = '';
    },
    text(more) {
      if (field !== undefined && words.length < 1000) words += more;
    },
    close() {
      const value = words.replace(/\s+/g, ' ').trim();
      if (field !== undefined && value && !values.has(field)) values.set(field, value);
      field = undefined;
    },
  });
  const writer = values.get('writer');
  if (writer !== undefined) values.set(part.startsWith('meta') ? 'saver' : 'creator', writer);
  return propertiesOf(values);
};

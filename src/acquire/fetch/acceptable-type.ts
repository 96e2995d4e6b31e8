import { FORMATS, formatNamed } from '../formats/index.ts';

/** Besides what the formats name: texts, pages, feeds, and what says nothing. */
const TEXTS: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'text/xml',
  'application/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
]);

const OPEN: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-download',
  'application/force-download',
  'application/download',
]);

/** The bare type of a Content-Type: small letters, without parameters. */
export const bareType = (contentType: string | null): string =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';

/**
 * What an answer may be by the type that its server gives it: a text, a document of pages or packed, or nothing that is read here.
 * A type that says nothing may be anything: its bytes will tell.
 */
export const kindOfType = (contentType: string | null, url: URL): 'text' | 'pages' | null => {
  const type = bareType(contentType);
  if (TEXTS.has(type)) return 'text';
  const format = FORMATS.find(({ mediaTypes }) => mediaTypes.includes(type));
  if (format !== undefined) return format.size === 'texts' ? 'text' : 'pages';
  if (OPEN.has(type)) return 'pages';
  // Servers often do not know newer endings: a transcript that comes as text/x-something is still one by its name.
  return formatNamed(url.pathname) !== null && !/^(?:image|video|audio|font)\//.test(type) ? 'pages' : null;
};

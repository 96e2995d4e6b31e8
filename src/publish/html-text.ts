import { printable } from './words.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser turns a bare carriage return into a line feed; quotes are kept to the letter.
  '\r': '&#13;',
};

/** Text made safe for content and for quoted attributes of HTML and SVG: documents are not to be trusted. */
export const escapeHtml = (text: string): string =>
  printable(text).replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign] ?? sign);

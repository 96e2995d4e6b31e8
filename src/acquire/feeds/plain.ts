import { Parser } from 'htmlparser2';

/** Longest title or name that is taken. */
const MOST = 400;

/** A title or name as plain text: tags dropped, entities undone, white space joined. Null when nothing is left, or too much. */
export const plainLine = (value: string | null | undefined): string | null => {
  if (value === null || value === undefined) return null;
  let text = value.slice(0, 10 * MOST);
  if (/[<&]/.test(text)) {
    const parts: string[] = [];
    const parser = new Parser({ ontext: (part) => void parts.push(part) }, { decodeEntities: true });
    parser.end(text);
    text = parts.join('');
  }
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' || line.length > MOST ? null : line;
};

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML, with its paragraphs. */
export const asHtml = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`)
    .join('\n');

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

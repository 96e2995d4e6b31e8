import { parsePage } from './html-dom.ts';
import type { TextBlock } from './html-text.ts';

const UNSEEN = /^(?:script|style|noscript|template|svg|iframe|textarea|select|title|head)$/i;
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/i;
/** Stands for the edge of a block until the characters are decoded; HTML text that holds one loses nothing but a space. */
const EDGE = '\u2029';
/** Stands for a "<" that opens no tag: a noncharacter, since millions of entities take the parser minutes. */
const LESS = '\ufdd0';

/**
 * Reads a page that no DOM should be built from: tags are struck out in one pass, block by block, and what is left is
 * decoded. Cruder than reading an article (navigation stays in), but it ends in time in line with the page's length.
 */
export const flattenPage = async (html: string): Promise<readonly TextBlock[]> => {
  const parts: string[] = [];
  const tag = /<(?:!--|!|\?|(\/?)([a-zA-Z][\w:-]{0,40}))/g;
  let from = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [mark, slash = '', name = ''] = match;
    parts.push(html.slice(from, match.index));
    let end: number;
    if (mark === '<!--') end = html.indexOf('-->', tag.lastIndex) + 2;
    else if (UNSEEN.test(name) && !slash) {
      const close = new RegExp(`</${name}[\\s>/]`, 'gi');
      close.lastIndex = tag.lastIndex;
      const found = close.exec(html);
      end = found ? html.indexOf('>', found.index) : -1;
      // A head that is never closed must not swallow the page.
      if (end === -1 && /^head$/i.test(name)) end = html.indexOf('>', tag.lastIndex);
    } else end = html.indexOf('>', tag.lastIndex);
    if (end < tag.lastIndex - 1) {
      from = html.length;
      break;
    }
    if (!name || !INLINE.test(name)) parts.push(EDGE);
    from = end + 1;
    tag.lastIndex = from;
  }
  parts.push(html.slice(from));
  const escaped = parts.join('').replaceAll('<', LESS);
  const page = await parsePage(`<html><head></head><body>${escaped}</body></html>`);
  const text = page.body?.textContent ?? '';
  return text.split(EDGE).flatMap((block): TextBlock[] => {
    const line = block
      .replaceAll(LESS, '<')
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return line ? [{ kind: 'paragraph', text: line, links: [] }] : [];
  });
};

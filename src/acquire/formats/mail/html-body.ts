import { flattenPage } from '../../flatten-page.ts';
import { type HtmlElement, parsePage } from '../../html-dom.ts';
import { isBuildable } from '../../html-guard.ts';
import { readBlocks, type TextBlock } from '../../html-text.ts';
import type { MailLine } from './mail-lines.ts';

/** How mail programs name what is quoted: Apple Mail, Thunderbird and Proton by the type, Gmail and Yahoo by a class. */
const isQuoted = (element: HtmlElement): boolean => {
  const names = element.getAttribute('class') ?? '';
  if (element.localName !== 'blockquote') return /\byahoo_quoted\b/.test(names);
  return /^cite$/i.test(element.getAttribute('type') ?? '') || /\b(?:gmail_quote|protonmail_quote)\b/.test(names);
};

const isSignature = (element: HtmlElement): boolean =>
  /\b(?:gmail_signature|moz-signature|protonmail_signature_block)\b/.test(element.getAttribute('class') ?? '') ||
  /^(?:x_)*(?:signature|applemailsignature|ms-outlook-mobile-signature)$/i.test(element.getAttribute('id') ?? '');

const markOf = (element: HtmlElement): 'quoted' | 'signature' | null =>
  isQuoted(element) ? 'quoted' : isSignature(element) ? 'signature' : null;

/** The lines of one block, each with the links in it. */
const linesOf = (block: TextBlock): readonly MailLine[] => {
  const lines: MailLine[] = [];
  const mark = block.kind === 'quoted' || block.kind === 'signature' ? block.kind : null;
  let from = 0;
  for (const text of block.text.split('\n')) {
    const to = from + text.length;
    const links = block.links.flatMap(([start, end]): [number, number][] =>
      start < to && end > from ? [[Math.max(start, from) - from, Math.min(end, to) - from]] : [],
    );
    if (/\S/.test(text)) lines.push({ text, isApart: lines.length === 0, kind: block.kind, mark, links });
    from = to + 1;
  }
  return lines;
};

/** The lines of a message written in HTML, as its blocks give them. Nothing in it is run or fetched. */
export const htmlLines = async (html: string): Promise<readonly MailLine[]> => {
  if (!isBuildable(html)) return (await flattenPage(html)).flatMap(linesOf);
  const { body } = await parsePage(html);
  return body === null ? [] : readBlocks(body, { isWholePage: false, markOf }).flatMap(linesOf);
};

/** As much of a DOM as this room uses; linkedom's own types need the browser's, which this project does not load. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  setAttribute(name: string, value: string): void;
  remove(): void;
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
}

export const ELEMENT = 1;
export const TEXT = 3;

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === ELEMENT;

/**
 * linkedom builds what is written and adds nothing: without html, head or body tags its document has no body. Pages like
 * that are wrapped; the tags that do stand in them are taken out, so that there is one of each.
 */
const withFrame = (html: string): string => {
  const head = html.slice(0, 200_000);
  if (/<html[\s>]/i.test(head) && /<body[\s>]/i.test(html)) return html;
  const language = /<html[^>]{0,500}\slang=["']?([\w-]+)/i.exec(head)?.[1];
  const inner = html.replace(/<!doctype[^>]{0,500}>|<\/?(?:html|head|body)(?:\s[^>]{0,2000})?>/gi, '');
  return `<html${language ? ` lang="${language}"` : ''}><head></head><body>${inner}</body></html>`;
};

/** Parses a page; nothing in it is run or fetched. linkedom is loaded at the first page, not with the program. */
export const parsePage = async (html: string): Promise<HtmlDocument> => {
  const { parseHTML } = await import('linkedom');
  const parsed = parseHTML(withFrame(html)).document as unknown as HtmlDocument;
  // Tags that stand in a comment only, or are cut off, leave nothing: linkedom fails on asking such a document for its body.
  const page =
    parsed.documentElement === null
      ? (parseHTML('<html><head></head><body></body></html>').document as unknown as HtmlDocument)
      : parsed;
  // linkedom keeps attribute names as written; in HTML `HREF` is `href`.
  if (/<[a-zA-Z][^>]*\s[A-Z]+\s*=/.test(html)) {
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of [...element.attributes]) {
        const lower = name.toLowerCase();
        if (lower !== name && !element.hasAttribute(lower)) element.setAttribute(lower, value);
      }
    }
  }
  return page;
};

/** The text inside an element with white space joined. */
export const lineOf = (node: HtmlNode | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

import type { LayoutPiece } from '../model/index.ts';
import { type HtmlElement, type HtmlNode, isElement, TEXT } from './html-dom.ts';
import { byPlace } from './layout-order.ts';

/** The text of a page's article: blocks with an empty line between them, and what the markup says of each. */
export interface PageText {
  readonly text: string;
  readonly layout: readonly LayoutPiece[];
}

/** One block of text with its links as `[start, end)` inside it. */
export interface TextBlock {
  readonly kind: Exclude<LayoutPiece['kind'], 'link' | 'syntax'>;
  readonly text: string;
  readonly links: readonly (readonly [start: number, end: number])[];
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nothing inside these is shown as text of the article. */
const SKIPPED = names(
  'script style noscript template head title svg math canvas iframe object embed audio video map button input select textarea datalist meter progress dialog',
);
/** Furniture of a page, left out where a whole page is read for want of an article. */
const FURNITURE = names('nav footer aside form menu');

const BLOCKS = names(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul',
);
const KINDS: Readonly<Record<string, TextBlock['kind']>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  tr: 'table-row',
};
const IN_CELLS = 'p,div,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,section,article';

/** Characters that a browser shows nothing for: soft hyphen, zero-width space, word joiner, byte-order mark. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Collects text as a browser would lay it out: runs of white space become one space, none at the ends of a block. */
class BlockWriter {
  readonly blocks: TextBlock[] = [];
  #parts: string[] = [];
  #length = 0;
  #last = '';
  #kind: TextBlock['kind'] = 'paragraph';
  #links: [number, number][] = [];
  #linkStart: number | null = null;

  write(raw: string, kind: TextBlock['kind'], isKept: boolean): void {
    let text = raw.replace(INVISIBLE, '');
    if (!isKept) text = text.replace(/[ \t\n\r\f\v\u00a0\u2028\u2029]+/g, ' ');
    if (text.startsWith(' ') && (this.#length === 0 || this.#last === ' ' || this.#last === '\n')) text = text.slice(1);
    if (!text) return;
    if (this.#length === 0) this.#kind = kind;
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text.at(-1) ?? '';
  }

  /** A line break inside a block; the second one in a row ends the block. */
  break(): void {
    if (this.#length === 0) return;
    if (this.#last === '\n') {
      this.flush();
      return;
    }
    this.#parts.push('\n');
    this.#length += 1;
    this.#last = '\n';
  }

  /** A cell's end in a table row: a tab, as browsers put it when a table is copied. */
  cell(): void {
    if (this.#length === 0 || this.#last === '\t') return;
    this.#parts.push('\t');
    this.#length += 1;
    this.#last = '\t';
  }

  openLink(): void {
    this.#linkStart ??= this.#length;
  }

  closeLink(): void {
    if (this.#linkStart !== null) this.#links.push([this.#linkStart, this.#length]);
    this.#linkStart = null;
  }

  flush(): void {
    const isOpen = this.#linkStart !== null;
    this.closeLink();
    const whole = this.#parts.join('').replace(/[ \t]+\n/g, (match) => `${'\n'.padStart(match.length)}`);
    const text = whole.trimEnd();
    const start = text.length - text.trimStart().length;
    const inside = text.slice(start);
    if (inside) {
      const links = this.#links.flatMap(([from, to]): [number, number][] => {
        const words = whole.slice(from, Math.min(to, text.length));
        const first = from + (words.length - words.trimStart().length) - start;
        const last = from + words.trimEnd().length - start;
        return last > first && first >= 0 ? [[first, last]] : [];
      });
      this.blocks.push({ kind: this.#kind, text: inside, links });
    }
    this.#parts = [];
    this.#length = 0;
    this.#last = '';
    this.#links = [];
    if (isOpen) this.#linkStart = 0;
  }
}

const isHidden = (element: HtmlElement): boolean =>
  element.hasAttribute('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');

/**
 * Reads the blocks under an element in document order. Steps from node to node without recursion.
 *
 * @param options `isWholePage`: leave out navigation, side columns, forms and footers too. `markOf`: what all blocks inside an
 * element are, whatever their own markup says; null for elements that say nothing of that.
 */
export const readBlocks = (
  root: HtmlElement,
  options: {
    readonly isWholePage: boolean;
    readonly markOf?: (element: HtmlElement) => TextBlock['kind'] | null;
  },
): readonly TextBlock[] => {
  const writer = new BlockWriter();
  const kinds: TextBlock['kind'][] = [];
  const marked: { readonly element: HtmlElement; readonly kind: TextBlock['kind'] }[] = [];
  let kept = 0;
  let looseRows = 0;

  const enter = (node: HtmlNode): boolean => {
    if (node.nodeType === TEXT) {
      writer.write(node.textContent ?? '', marked[0]?.kind ?? kinds.at(-1) ?? 'paragraph', kept > 0);
      return false;
    }
    if (!isElement(node)) return false;
    const { localName: name } = node;
    if (name === 'br') writer.break();
    if (SKIPPED.has(name) || isHidden(node)) return false;
    if (options.isWholePage && (FURNITURE.has(name) || node.getAttribute('role') === 'navigation')) return false;
    const mark = options.markOf?.(node) ?? null;
    if (mark !== null) {
      writer.flush();
      marked.push({ element: node, kind: mark });
    }
    if (name === 'tr' && node.querySelector(IN_CELLS)) looseRows++;
    if (BLOCKS.has(name)) writer.flush();
    const kind = KINDS[name];
    if (kind && Object.hasOwn(KINDS, name))
      kinds.push(name === 'tr' && looseRows > 0 ? (kinds.at(-1) ?? 'paragraph') : kind);
    if (name === 'pre') kept++;
    if (name === 'a' && node.hasAttribute('href')) writer.openLink();
    return true;
  };
  const leave = (node: HtmlNode): void => {
    if (!isElement(node)) return;
    const { localName: name } = node;
    if (name === 'a' && node.hasAttribute('href')) writer.closeLink();
    if (name === 'td' || name === 'th') {
      if (looseRows > 0) writer.flush();
      else writer.cell();
    }
    if (BLOCKS.has(name)) writer.flush();
    if (marked.at(-1)?.element === node) {
      writer.flush();
      marked.pop();
    }
    if (Object.hasOwn(KINDS, name)) kinds.pop();
    if (name === 'pre') kept--;
    if (name === 'tr' && looseRows > 0 && node.querySelector(IN_CELLS)) looseRows--;
  };

  let node: HtmlNode | null = root;
  while (node) {
    const isEntered = enter(node);
    if (isEntered && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (isEntered) leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root) leave(node);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  writer.flush();
  return writer.blocks;
};

/** Joins blocks with an empty line between them; each block and link becomes a layout piece. */
export const joinBlocks = (blocks: readonly TextBlock[]): PageText => {
  const layout: LayoutPiece[] = [];
  let at = 0;
  for (const { kind, text, links } of blocks) {
    layout.push({ kind, start: at, end: at + text.length });
    for (const [start, end] of links) layout.push({ kind: 'link', start: at + start, end: at + end });
    at += text.length + 2;
  }
  return { text: blocks.map(({ text }) => text).join('\n\n'), layout: layout.sort(byPlace) };
};

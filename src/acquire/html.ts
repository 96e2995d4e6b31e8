import type { Found, LayoutPiece } from '../model/index.ts';
import { flattenPage } from './flatten-page.ts';
import { readHeader } from './header.ts';
import { type HtmlDocument, type HtmlElement, type HtmlNode, lineOf, parsePage } from './html-dom.ts';
import { isBuildable } from './html-guard.ts';
import { readPageMetadata } from './html-metadata.ts';
import { joinBlocks, readBlocks, type TextBlock } from './html-text.ts';

/** The article of a page as stored, and what the page says of itself. */
export interface PageParts {
  readonly text: string;
  readonly found: readonly Found[];
  readonly layout: readonly LayoutPiece[];
}

/** Readability scores every element several times; beyond this many the page is read whole. */
const MAX_SCORED = 60_000;
/** An article of fewer letters is doubted when the page holds far more: Readability may have taken a teaser for it. */
const SHORT_ARTICLE = 400;

const letterCount = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

const isSeen = (element: HtmlElement): boolean =>
  !element.hasAttribute('hidden') &&
  !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');

const readWhole = (page: HtmlDocument): readonly TextBlock[] => {
  const articles = [...page.querySelectorAll('article')].slice(0, 200);
  const sized = articles.map((article) => ({ article, size: lineOf(article).length }));
  const largest = sized.sort((a, b) => b.size - a.size)[0];
  const main = page.querySelector('main,[role="main"]');
  for (const root of [largest?.article, main, page.body]) {
    const blocks = root ? readBlocks(root, { isWholePage: true }) : [];
    if (letterCount(blocks) > 0) return blocks;
  }
  return [];
};

const readArticle = async (page: HtmlDocument): Promise<readonly TextBlock[]> => {
  for (const element of [...page.querySelectorAll('[hidden],[style]')]) if (!isSeen(element)) element.remove();
  const count = [...page.querySelectorAll('*')].length;
  const { Readability } = await import('@mozilla/readability');
  // Readability's types name the browser's Document; ours is the part of it that linkedom has and this room uses.
  const open = page as unknown as ConstructorParameters<typeof Readability>[0];
  if (count > MAX_SCORED) return [];
  try {
    const reader = new Readability<HtmlNode>(open, {
      serializer: (node) => node as unknown as HtmlNode,
      disableJSONLD: true,
    });
    const content = reader.parse()?.content;
    return content ? readBlocks(content as HtmlElement, { isWholePage: false }) : [];
  } catch {
    // It throws on pages that are put together oddly; those are read whole.
    return [];
  }
};

const letters = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The blocks with the headline as the first one, unless it stands among them already. */
const withHeadline = (blocks: readonly TextBlock[], title: string | null): readonly TextBlock[] => {
  if (!title) return blocks;
  const wanted = letters(title);
  const at = blocks.slice(0, 5).findIndex(({ text }) => letters(text) === wanted);
  if (!wanted || at === 0)
    return at === 0 ? blocks.map((block, i) => (i === 0 ? { ...block, kind: 'heading' } : block)) : blocks;
  if (at > 0) return blocks;
  return [{ kind: 'heading', text: title, links: [] }, ...blocks];
};

/** Facts whose value stands in the stored text as it is get the span of its first block that holds it. */
const withPlaces = (found: readonly Found[], text: string, layout: readonly LayoutPiece[]): readonly Found[] =>
  found.map((fact) => {
    if (fact.field !== 'title' && fact.field !== 'byline') return fact;
    const block = layout.slice(0, 12).find(({ kind, start, end }) => {
      const words = text.slice(start, end);
      return (
        kind !== 'link' &&
        (fact.field === 'title' ? words === fact.value : words.length < 200 && words.includes(fact.value))
      );
    });
    if (!block) return fact;
    const start = text.indexOf(fact.value, block.start);
    return { ...fact, span: [start, start + fact.value.length] };
  });

/** The headline as the page shows it, when it is one: a first heading that shares words with the title in the metadata. */
const headlineOf = (titles: readonly { readonly value: string; readonly isShown: boolean }[]): string | null => {
  const first = titles[0]?.value ?? null;
  const shown = titles.find(({ isShown }) => isShown)?.value ?? null;
  if (first === null || shown === null) return first;
  const words = (title: string): ReadonlySet<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [a, b] = [words(first), words(shown)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared * 3 >= Math.min(a.size, b.size) ? shown : first;
};

const finish = (blocks: readonly TextBlock[], meta: readonly Found[]): PageParts | null => {
  if (letterCount(blocks) === 0) return null;
  const titles = meta.filter(({ field }) => field === 'title');
  const headline = headlineOf(titles.map(({ by, value }) => ({ value, isShown: by === 'markup' })));
  const { text, layout } = joinBlocks(withHeadline(blocks, headline));
  const own = readHeader(text, { hasTitle: headline !== null });
  return { text, layout, found: [...withPlaces(meta, text, layout), ...own] };
};

/**
 * Reads a page: its article by Mozilla's Readability, as blocks of text; the headline first. Where Readability finds
 * nothing, or a scrap, the largest `article`, `main` or the whole body is taken without its furniture.
 *
 * Scripts never run and nothing is fetched. Pages nested or crowded beyond any newsroom's are flattened instead.
 *
 * @param address Where it was received from; null, the default, where that is not known.
 * @returns Null when the page holds no readable text.
 */
export const readPage = async (html: string, address: string | null = null): Promise<PageParts | null> => {
  if (!isBuildable(html)) {
    const head = /^[\s\S]{0,500000}?(?=<\/head>|<body[\s>])/i.exec(html)?.[0];
    const meta =
      head && isBuildable(head) ? readPageMetadata(await parsePage(`${head}</head><body></body></html>`), address) : [];
    return finish(await flattenPage(html), meta);
  }
  const page = await parsePage(html);
  const meta = readPageMetadata(page, address);
  const article = await readArticle(page);
  const size = letterCount(article);
  if (size >= SHORT_ARTICLE) return finish(article, meta);
  const whole = readWhole(await parsePage(html));
  // Readability may take a menu for the article when there is nothing else; the whole page then has no text either.
  const wholeSize = letterCount(whole);
  return finish(wholeSize === 0 || wholeSize > size * 2 ? whole : article, meta);
};

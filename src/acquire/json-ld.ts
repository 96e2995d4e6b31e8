import type { Found } from '../model/index.ts';
import { cleanAuthor } from './byline.ts';
import type { HtmlDocument } from './html-dom.ts';
import { edtfFromStamp } from './stated-date.ts';

type Item = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|SatiricalArticle|ScholarlyArticle|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|PodcastEpisode|RadioEpisode|TVEpisode|VideoObject|AudioObject)$/;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

const isArticle = (item: Item): boolean =>
  asList(item['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type));

const text = (value: unknown): string | null => {
  const [first] = asList(value);
  if (typeof first !== 'string') return isItem(first) ? text(first['@value'] ?? first.name) : null;
  return (
    first
      .replace(/<[^<>]{0,200}>/g, '')
      .replace(/\s+/g, ' ')
      .trim() || null
  );
};

/** Every item of a page's JSON-LD that may be the page's article, `@graph` and arrays opened. Not the lists of others. */
const readItems = (page: HtmlDocument): { articles: readonly Item[]; byId: ReadonlyMap<string, Item> } => {
  const articles: Item[] = [];
  const byId = new Map<string, Item>();
  const pending: unknown[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const source = (script.textContent ?? '')
      .trim()
      .replace(/^(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?$/g, '');
    try {
      pending.push(JSON.parse(source));
    } catch {
      // Broken JSON-LD says nothing; the other metadata may.
    }
  }
  pending.reverse();
  for (let seen = 0; pending.length > 0 && seen < 5000; seen++) {
    const value = pending.pop();
    if (Array.isArray(value)) pending.push(...value.slice(0, 1000).reverse());
    if (!isItem(value)) continue;
    if (typeof value['@id'] === 'string' && !byId.has(value['@id'])) byId.set(value['@id'], value);
    if (isArticle(value)) articles.push(value);
    else pending.push(value.mainEntity, value.mainEntityOfPage);
    pending.push(value['@graph']);
  }
  return { articles, byId };
};

const letters = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What a page's JSON-LD says of its article (schema.org `NewsArticle` and its kin).
 *
 * @param title The title known from elsewhere, to tell the article from others that the page lists.
 */
export const readJsonLd = (page: HtmlDocument, title: string | null): readonly Found[] => {
  const { articles, byId } = readItems(page);
  const wanted = title ? letters(title) : null;
  const isWanted = (item: Item): boolean => {
    const headline = letters(text(item.headline) ?? text(item.name) ?? '');
    return wanted !== null && headline !== '' && (wanted.startsWith(headline) || headline.startsWith(wanted));
  };
  const article = articles.find(isWanted) ?? (articles.length === 1 ? articles[0] : undefined);
  if (!article) return [];
  const open = (value: unknown): unknown =>
    isItem(value) && typeof value['@id'] === 'string' && value.name === undefined
      ? (byId.get(value['@id']) ?? value)
      : value;

  const found: Found[] = [];
  const add = (field: Found['field'], value: string | null): void => {
    if (value && value.length <= 400) found.push({ field, value, by: 'json-ld', span: null });
  };
  add('title', text(article.headline) ?? text(article.name));
  const outlet = text(asList(article.publisher).map(open));
  add('outlet', outlet);
  const authors = asList(article.author).slice(0, 10).map(open);
  const people = authors.flatMap((author) => {
    const isBody = isItem(author) && asList(author['@type']).some((type) => /Organization$/.test(String(type)));
    const name = isBody ? null : cleanAuthor(text(author) ?? '');
    return name && name !== outlet ? [name] : [];
  });
  add('byline', people.length > 0 ? [...new Set(people)].join(', ') : null);
  for (const field of ['published', 'modified'] as const) {
    const stamp = text(article[field === 'published' ? 'datePublished' : 'dateModified']);
    add(field, stamp && edtfFromStamp(stamp));
  }
  const url = text(article.url) ?? (typeof article.mainEntityOfPage === 'string' ? article.mainEntityOfPage : null);
  add('url', url && /^https?:\/\/\S+$/.test(url) ? url : null);
  add('language', text(article.inLanguage));
  return found;
};

import type { Found } from '../model/index.ts';
import { cleanAuthor } from './byline.ts';
import type { HtmlDocument } from './html-dom.ts';
import { isOutletName } from './outlet-name.ts';
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

const ADDRESS = /^https?:\/\/\S+$/;

const isBody = (item: unknown): boolean =>
  isItem(item) && asList(item['@type']).some((type) => /Organization$/.test(String(type)));

/** "KELMAR, May 2 (Ostran Wire)": the agency in the brackets of a dateline. */
const agencyIn = (dateline: string): string | null => {
  const name = /[([/](?<name>\p{Lu}[\p{L}.&' -]{1,40})[)\]/]\W*$/u.exec(dateline)?.groups?.name?.trim() ?? null;
  return name !== null && isOutletName(name) ? name : null;
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
  // What stands elsewhere on the page is named by its `@id`, as an object of nothing else or as a bare address.
  const open = (value: unknown): unknown => {
    const id = typeof value === 'string' ? value : isItem(value) && value.name === undefined ? value['@id'] : undefined;
    return typeof id === 'string' ? (byId.get(id) ?? value) : value;
  };

  const found: Found[] = [];
  const add = (field: Found['field'], value: string | null): void => {
    if (value && value.length <= 400) found.push({ field, value, by: 'json-ld', span: null });
  };
  add('title', text(article.headline) ?? text(article.name));
  const outlet = text(asList(article.publisher).map(open));
  add('outlet', outlet !== null && ADDRESS.test(outlet) ? null : outlet);
  const authors = asList(article.author).slice(0, 10).map(open);
  const people = authors.flatMap((author) => {
    const name = isBody(author) ? null : cleanAuthor(text(author) ?? '');
    return name && name !== outlet ? [name] : [];
  });
  add('byline', people.length > 0 ? [...new Set(people)].join(', ') : null);
  for (const [field, stamps] of [
    ['published', article.datePublished],
    ['modified', article.dateModified],
  ] as const) {
    const stamp = text(stamps);
    add(field, stamp && edtfFromStamp(stamp));
  }
  const { mainEntityOfPage: place } = article;
  const url = text(article.url) ?? (isItem(place) ? text(place['@id']) : text(place));
  add('url', url && ADDRESS.test(url) ? url : null);
  add('language', text(article.inLanguage));

  // Whose text it is: schema.org's words for houses other than the publisher. Of most sites all of them are the site itself.
  const houses = [
    ...authors.filter(isBody),
    ...['sourceOrganization', 'provider', 'copyrightHolder', 'creditText'].flatMap((key) =>
      asList(article[key]).slice(0, 5).map(open),
    ),
  ];
  const based = asList(article.isBasedOn ?? article.isBasedOnUrl)
    .slice(0, 5)
    .map(open);
  houses.push(...based.flatMap((one) => (isItem(one) ? asList(one.publisher).map(open) : [])));
  for (const name of new Set(houses.flatMap((house) => text(house) ?? [])))
    if (isOutletName(name)) add('syndicated', name);
  for (const one of based) {
    const address = typeof one === 'string' ? one : isItem(one) ? (text(one.url) ?? text(one['@id'])) : null;
    add('original', address && ADDRESS.test(address) ? address : null);
  }
  const dateline = text(article.dateline);
  const agency = dateline === null ? null : agencyIn(dateline);
  add('syndicated', agency);
  return found;
};

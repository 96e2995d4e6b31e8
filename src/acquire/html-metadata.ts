import type { Found, FoundBy } from '../model/index.ts';
import { cleanAuthor, readByline } from './byline.ts';
import { type HtmlDocument, type HtmlElement, lineOf } from './html-dom.ts';
import { readJsonLd } from './json-ld.ts';
import { readLabelledDates } from './labelled-dates.ts';
import { isOutletName } from './outlet-name.ts';
import { edtfFromStamp, findStatedDates } from './stated-date.ts';

type Field = Found['field'];

/** Names of meta tags, in small letters: Open Graph first, then Dublin Core and those that newsrooms' systems write. */
const META: Readonly<Record<string, readonly [Field, FoundBy]>> = {
  'og:title': ['title', 'open-graph'],
  'og:site_name': ['outlet', 'open-graph'],
  'og:url': ['url', 'open-graph'],
  'og:locale': ['language', 'open-graph'],
  'article:published_time': ['published', 'open-graph'],
  'og:article:published_time': ['published', 'open-graph'],
  'article:modified_time': ['modified', 'open-graph'],
  'og:updated_time': ['modified', 'open-graph'],
  'article:author': ['byline', 'open-graph'],
  title: ['title', 'meta'],
  headline: ['title', 'meta'],
  'twitter:title': ['title', 'meta'],
  'dc.title': ['title', 'meta'],
  'dcterms.title': ['title', 'meta'],
  'parsely-title': ['title', 'meta'],
  author: ['byline', 'meta'],
  byl: ['byline', 'meta'],
  byline: ['byline', 'meta'],
  'dc.creator': ['byline', 'meta'],
  'dcterms.creator': ['byline', 'meta'],
  'parsely-author': ['byline', 'meta'],
  'sailthru.author': ['byline', 'meta'],
  date: ['published', 'meta'],
  pubdate: ['published', 'meta'],
  'publish-date': ['published', 'meta'],
  publish_date: ['published', 'meta'],
  'publication-date': ['published', 'meta'],
  datepublished: ['published', 'meta'],
  'dc.date': ['published', 'meta'],
  'dc.date.issued': ['published', 'meta'],
  'dcterms.issued': ['published', 'meta'],
  'dcterms.created': ['published', 'meta'],
  'parsely-pub-date': ['published', 'meta'],
  'sailthru.date': ['published', 'meta'],
  'last-modified': ['modified', 'meta'],
  datemodified: ['modified', 'meta'],
  'dcterms.modified': ['modified', 'meta'],
  'dc.publisher': ['outlet', 'meta'],
  'dcterms.publisher': ['outlet', 'meta'],
  publisher: ['outlet', 'meta'],
  'dc.language': ['language', 'meta'],
  'content-language': ['language', 'meta'],
  // What Google News once asked of copies, and of who builds on another's story; many systems still write them.
  'syndication-source': ['original', 'meta'],
  'original-source': ['original', 'meta'],
};

const ADDRESS = /^https?:\/\/[^\s<>"]+$/i;

/** A whole address; one that is relative is taken from the page's own, and is none where that is not known. */
const wholeAddress = (value: string, base: string | null): string | null => {
  if (ADDRESS.test(value)) return value;
  if (base === null || /\s/.test(value) || value === '' || !URL.canParse(value, base)) return null;
  const { href } = new URL(value, base);
  return ADDRESS.test(href) ? href : null;
};

const cleanValue = (field: Field, raw: string, base: string | null): string | null => {
  const value = raw.replace(/\s+/g, ' ').trim();
  if (!value || value.length > 400) return null;
  if (field === 'published' || field === 'modified') return edtfFromStamp(value);
  if (field === 'byline') return cleanAuthor(value);
  if (field === 'url' || field === 'original') return wholeAddress(value, base);
  if (field === 'language') return /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(value) ? value.replaceAll('_', '-') : null;
  return field === 'outlet' && (value.length > 80 || ADDRESS.test(value)) ? null : value;
};

const readMeta = (page: HtmlDocument, base: string | null): readonly Found[] => {
  const found: Found[] = [];
  for (const meta of page.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((key) => meta.getAttribute(key) ?? [])[0];
    const key = name
      ?.trim()
      .toLowerCase()
      .replace(/^dc:/, 'dc.')
      .replace(/^dcterms:/, 'dcterms.');
    const known = key && Object.hasOwn(META, key) ? META[key] : undefined;
    if (!known) continue;
    const [field, by] = known;
    const value = cleanValue(field, meta.getAttribute('content') ?? '', base);
    if (value) found.push({ field, value, by, span: null });
  }
  const href = page.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() ?? '';
  const canonical = wholeAddress(href, base);
  if (canonical !== null) found.push({ field: 'url', value: canonical, by: 'meta', span: null });
  const language = page.documentElement?.getAttribute('lang') ?? '';
  const clean = cleanValue('language', language, base);
  if (clean) found.push({ field: 'language', value: clean, by: 'markup', span: null });
  return found;
};

const closest = (element: HtmlElement, test: (name: string) => boolean): boolean => {
  for (let node = element.parentNode; node; node = node.parentNode) {
    if ('localName' in node && test(String(node.localName))) return true;
  }
  return false;
};

const isAside = (element: HtmlElement): boolean => closest(element, (name) => /^(?:aside|nav|footer|li)$/.test(name));

/** What a time in the page is that of, by its markup and the words in front of it. */
const dateFieldOf = (time: HtmlElement): 'published' | 'modified' => {
  const item = time.getAttribute('itemprop') ?? '';
  if (/dateModified/i.test(item)) return 'modified';
  if (/datePublished/i.test(item)) return 'published';
  const parent = time.parentNode as HtmlElement | null;
  const around = lineOf(parent).slice(0, 120);
  const at = around.indexOf(lineOf(time));
  const label = `${time.getAttribute('class') ?? ''} ${at > 0 ? around.slice(0, at) : around.slice(0, 60)}`;
  const words = label.match(/updated|modified|amended|published|posted/gi) ?? [];
  return /updated|modified|amended/i.test(words.at(-1) ?? '') ? 'modified' : 'published';
};

const readVisible = (page: HtmlDocument): readonly Found[] => {
  const found: Found[] = [];
  const add = (field: Field, value: string | null): void => {
    if (value) found.push({ field, value, by: 'markup', span: null });
  };
  const headings = [...page.querySelectorAll('h1')].slice(0, 20).filter((heading) => !isAside(heading));
  const inArticle = headings.filter((heading) => closest(heading, (name) => name === 'article' || name === 'main'));
  const heading = inArticle[0] ?? (headings.length === 1 ? headings[0] : undefined);
  const title = heading ? lineOf(heading) : '';
  if (title.length >= 4 && title.length <= 400) add('title', title);

  const scope = page.querySelector('article') ?? page.querySelector('main') ?? page.body;
  if (!scope) return found;
  for (const author of [
    ...scope.querySelectorAll('[itemprop="author"],[rel="author"],[class*="byline"],[class*="author"]'),
  ].slice(0, 10)) {
    if (isAside(author)) continue;
    const line = lineOf(author);
    const names = readByline(line)?.value ?? (author.getAttribute('rel') === 'author' ? cleanAuthor(line) : null);
    if (!names) continue;
    add('byline', names);
    break;
  }
  const isKnown = (field: Field): boolean => found.some((fact) => fact.field === field);
  const addDate = (field: 'published' | 'modified', stamp: string | null): void => {
    if (stamp !== null && !isKnown(field)) add(field, stamp);
  };
  for (const time of [
    ...scope.querySelectorAll('time[datetime],[itemprop="datePublished"],[itemprop="dateModified"]'),
  ].slice(0, 20)) {
    if (isAside(time)) continue;
    const stamp = edtfFromStamp(time.getAttribute('datetime') ?? time.getAttribute('content') ?? lineOf(time));
    addDate(dateFieldOf(time), stamp);
    // Further down times are those of quoted posts and of other stories.
    if (isKnown('published') && isKnown('modified')) break;
  }
  const dated = '[class*="date"],[class*="publish"],[class*="timestamp"],[class*="modified"]';
  for (const element of [...scope.querySelectorAll(dated)].slice(0, 20)) {
    const line = lineOf(element);
    if (isAside(element) || line.length > 120) continue;
    for (const { field, edtf } of readLabelledDates(line)) addDate(field, edtf);
    if (isKnown('published') && isKnown('modified')) break;
  }
  return found;
};

/** How templates call the place of a site's name. */
const SITE_NAME =
  '[class*="site-name"],[class*="site-title"],[class*="sitename"],[class*="masthead"],[class*="logo"],[class*="brand"],[id*="logo"],header > a[href="/"]';
const OWNER =
  /(?:©|\(c\)|&copy;|\bcopyright\b)\s*(?:(?:19|20|21)\d{2}(?:\s*[-–]\s*\d{4})?,?\s+)?(?:by\s+)?(?<name>\p{Lu}[\p{L}\p{N} '’&-]{2,50}?)(?=\s*[.,|·;]|\s+(?:all rights|ltd|limited|inc|media|group|publishing)\b|\s*$)/iu;

/** The site's name as the page shows it: at its head, else in the copyright line at its foot. */
const readSiteName = (page: HtmlDocument): readonly Found[] => {
  for (const element of [...page.querySelectorAll(SITE_NAME)].slice(0, 10)) {
    if (closest(element, (name) => name === 'article' || name === 'footer' || name === 'nav')) continue;
    const name = lineOf(element);
    if (
      name.length > 2 &&
      name.length <= 50 &&
      /^\p{Lu}/u.test(name) &&
      !/^(?:home|menu|sign in|log ?in)$/i.test(name) &&
      !/[.!?]\s/.test(name)
    )
      return [{ field: 'outlet', value: name, by: 'markup', span: null }];
  }
  for (const footer of [...page.querySelectorAll('footer')].slice(-2)) {
    const name = OWNER.exec(lineOf(footer).slice(0, 400))?.groups?.name?.trim();
    if (name !== undefined && isOutletName(name)) return [{ field: 'outlet', value: name, by: 'markup', span: null }];
  }
  return [];
};

const letters = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const SUFFIX = /\s+[|–—•·»-]\s+|\s*[|»]\s*|:\s+/gu;

/** Takes an outlet's name off either end of a title: "Talks resume | Kelmar Times", "Kelmar Times: Talks resume". */
const withoutOutlet = (
  title: string,
  isOutlet: (name: string) => boolean,
): { title: string; outlet: string | null } => {
  const cuts = [...title.matchAll(SUFFIX)];
  for (const cut of [...cuts].reverse()) {
    const rest = title.slice(cut.index + cut[0].length).trim();
    if (cut[0].trim() !== ':' && isOutlet(rest)) return { title: title.slice(0, cut.index).trim(), outlet: rest };
  }
  const [first] = cuts;
  const name = first ? title.slice(0, first.index).trim() : '';
  if (first && isOutlet(name)) return { title: title.slice(first.index + first[0].length).trim(), outlet: name };
  return { title, outlet: null };
};

/**
 * What a page says of itself outside the article's text, best kind of source first. Must be called before the page is
 * cut down to its article.
 *
 * @param address Where the page was received from: relative addresses in it are taken from there. Null where it is not known.
 */
export const readPageMetadata = (page: HtmlDocument, address: string | null): readonly Found[] => {
  const base = wholeAddress(page.querySelector('base[href]')?.getAttribute('href')?.trim() ?? '', address) ?? address;
  const meta = readMeta(page, base);
  const visible = readVisible(page);
  const pageTitle = lineOf(page.querySelector('title'));
  const known = [...meta, ...visible].find(({ field }) => field === 'title')?.value ?? (pageTitle || null);
  const named = [...readJsonLd(page, known), ...meta, ...visible];
  const titles = named.filter(({ field }) => field === 'title').map(({ value }) => value);
  const own = named.find(({ field }) => field === 'url')?.value;
  const host = own && URL.canParse(own) ? new URL(own).hostname.replace(/^www\./, '') : null;
  const outlets = new Set(named.filter(({ field }) => field === 'outlet').map(({ value }) => letters(value)));
  const hostLabels = new Set(
    host
      ?.split('.')
      .slice(0, -1)
      .filter((label) => label.length > 3) ?? [],
  );
  const isKnown = (name: string): boolean => outlets.has(letters(name)) || hostLabels.has(letters(name));
  const found = named.flatMap((fact) => {
    // A site's name where a person or a headline should stand, as in a logo set as first heading.
    if ((fact.field === 'byline' || (fact.field === 'title' && fact.by === 'markup')) && isKnown(fact.value)) return [];
    return fact.field === 'title' && fact.by !== 'markup'
      ? [{ ...fact, value: withoutOutlet(fact.value, isKnown).title }]
      : [fact];
  });
  if (pageTitle && pageTitle.length <= 400) {
    // When another title is how this one starts, what follows the bar is the site's name, whatever it looks like. When
    // the headline itself ends in an outlet's name, that is the one it cites.
    const base = titles.find((title) => pageTitle.length > title.length && pageTitle.startsWith(title));
    const rest = base ? /^\s*[|–—•·»-]\s*(?<rest>.+)$/u.exec(pageTitle.slice(base.length))?.groups?.rest : undefined;
    const site = rest
      ?.split(/\s+[|–—•·»-]\s+/u)
      .at(-1)
      ?.trim();
    const end = titles.find((title) => pageTitle.length > title.length && pageTitle.endsWith(title));
    const front = end
      ? /^(?<name>[^|]{3,40}?)\s*[|–—•·»-]\s*$/u.exec(pageTitle.slice(0, -end.length))?.groups?.name
      : undefined;
    const isOutlet = titles.length === 0 ? (name: string): boolean => isKnown(name) || isOutletName(name) : isKnown;
    const cut =
      base && site
        ? { title: base, outlet: site }
        : end && front
          ? { title: end, outlet: front }
          : withoutOutlet(pageTitle, isOutlet);
    found.push({ field: 'title', value: cut.title, by: 'markup', span: null });
    if (cut.outlet && cut.outlet.length <= 60 && findStatedDates(cut.outlet).length === 0) {
      found.push({ field: 'outlet', value: cut.outlet, by: 'markup', span: null });
    }
  }
  if (!found.some(({ field }) => field === 'outlet')) found.push(...readSiteName(page));
  // A logo set as first heading is no headline.
  const sites = new Set(found.filter(({ field }) => field === 'outlet').map(({ value }) => letters(value)));
  return found.filter(({ field, by, value }) => field !== 'title' || by !== 'markup' || !sites.has(letters(value)));
};

import type { AnyFeed } from 'feedsmith';
import { BackchannelError } from '../../model/index.ts';
import { decodeText } from '../decode-text.ts';
import type { Feed, FeedItem, FeedOrigin } from './feed.ts';
import { keyOf } from './feed.ts';
import { asHtml, plainLine } from './plain.ts';

type Parsed = AnyFeed<string>;
type Of<Format extends Parsed['format']> = Extract<Parsed, { readonly format: Format }>['feed'];
type ItemOf<Feed> = Feed extends { items?: infer List }
  ? NonNullable<NonNullable<List> extends readonly (infer Item)[] ? Item : never>
  : never;
type EntryOf<Feed> = Feed extends { entries?: infer List }
  ? NonNullable<NonNullable<List> extends readonly (infer Item)[] ? Item : never>
  : never;

/** What is told of a feed before it is tidied. */
interface Told extends Omit<Feed, 'isCut' | 'format'> {}

/** An address made absolute; null when it leads nowhere on the web. */
const absolute = (address: string | null | undefined, base: string | null): string | null => {
  const trimmed = address?.trim();
  if (!trimmed) return null;
  try {
    const url = base === null ? new URL(trimmed) : new URL(trimmed, base);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};

const compact = (values: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(values.flatMap((value) => plainLine(value) ?? [])),
];

const filled = (value: string | null | undefined): string | null => (value?.trim() ? value : null);

/** "desk@ledger.example (Ana Brodin)" is Ana Brodin; an address alone is nobody. */
const personOf = (name: string | null | undefined): string | null => {
  const inner = /^\S+@\S+\s+\((.{1,200})\)\s*$/.exec(name ?? '')?.[1] ?? name;
  return inner && !/^\S+@\S+$/.test(inner.trim()) ? inner : null;
};

interface Text {
  readonly value?: string | undefined;
  readonly type?: string | undefined;
}

/** A text of Atom as HTML; one that says nothing of its kind is plain. */
const textAsHtml = (text: Text | undefined): string | null => {
  const value = filled(text?.value);
  if (value === null) return null;
  const type = text?.type?.toLowerCase() ?? 'text';
  return type === 'html' || type === 'xhtml' || type === 'text/html' ? value : asHtml(value);
};

const titleOf = (text: Text | undefined): string | null => {
  const type = text?.type?.toLowerCase() ?? 'text';
  // Many feeds write entities into plain titles as well; a tag in one is shown as it is.
  return plainLine(type === 'text' ? text?.value?.replaceAll('<', '&lt;') : text?.value);
};

const DAY_MS = 86_400_000;
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
  monthly: 30 * DAY_MS,
  yearly: 365 * DAY_MS,
};

interface Rhythm {
  readonly updatePeriod?: string | undefined;
  readonly updateFrequency?: number | undefined;
}

const everyOf = (ttlMinutes: number | undefined, rhythm: Rhythm | undefined): number | null => {
  if (ttlMinutes !== undefined && ttlMinutes > 0) return ttlMinutes * 60_000;
  const period = PERIODS[rhythm?.updatePeriod?.trim().toLowerCase() ?? ''];
  return period === undefined ? null : period / Math.max(1, rhythm?.updateFrequency ?? 1);
};

interface LinkOf {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** The page among the links of Atom: one without kind or an alternate, a page rather than anything else. */
const pageAmong = (links: readonly LinkOf[] | undefined): string | undefined => {
  const pages = (links ?? []).filter(({ rel, href }) => href && (rel === undefined || rel === 'alternate'));
  return (pages.find(({ type }) => type === undefined || /html/i.test(type)) ?? pages[0])?.href;
};

const fromOf = (title: string | null | undefined, url: string | null): FeedOrigin | null => {
  const name = plainLine(title);
  return name === null && url === null ? null : { title: name, url };
};

const tellRss = (feed: Of<'rss'>, address: string | null): Told => {
  const site = absolute(feed.link, address);
  const itemOf = (item: ItemOf<Of<'rss'>>): FeedItem => {
    const guid = filled(item.guid?.value);
    const named = absolute(item.link, site ?? address);
    const encoded = filled(item.content?.encoded);
    return {
      id: guid,
      link: named ?? (item.guid?.isPermaLink === false ? null : absolute(guid, null)),
      title: plainLine(item.title),
      authors: compact([...(item.dc?.creators ?? []), ...(item.authors ?? []).map((one) => personOf(one?.name))]),
      published: filled(item.pubDate) ?? filled(item.dc?.dates?.[0]),
      modified: filled(item.dcterms?.modified?.[0]),
      categories: compact([...(item.categories ?? []).map((one) => one?.name), ...(item.dc?.subjects ?? [])]),
      html: encoded ?? filled(item.description),
      isWhole: encoded !== null,
      from: fromOf(item.source?.title, absolute(item.source?.url, null)),
    };
  };
  return {
    title: plainLine(feed.title),
    site,
    language: filled(feed.language) ?? filled(feed.dc?.languages?.[0]),
    everyMs: everyOf(feed.ttl, feed.sy),
    items: (feed.items ?? []).map((item) => itemOf(item as ItemOf<Of<'rss'>>)),
  };
};

const tellRdf = (feed: Of<'rdf'>, address: string | null): Told => {
  const site = absolute(feed.link, address);
  const itemOf = (item: ItemOf<Of<'rdf'>>): FeedItem => {
    const about = filled(item.rdf?.about);
    const encoded = filled(item.content?.encoded);
    return {
      id: about,
      link: absolute(item.link, site ?? address) ?? absolute(about, null),
      title: plainLine(item.title),
      authors: compact(item.dc?.creators ?? []),
      published: filled(item.dc?.dates?.[0]),
      modified: null,
      categories: compact(item.dc?.subjects ?? []),
      html: encoded ?? filled(item.description),
      isWhole: encoded !== null,
      from: fromOf(item.dc?.sources?.[0], null),
    };
  };
  return {
    title: plainLine(feed.title),
    site,
    language: filled(feed.dc?.languages?.[0]),
    everyMs: everyOf(undefined, feed.sy),
    items: (feed.items ?? []).map((item) => itemOf(item as ItemOf<Of<'rdf'>>)),
  };
};

const tellAtom = (feed: Of<'atom'>, address: string | null): Told => {
  const base = absolute(feed.xml?.base, address) ?? address;
  const entryOf = (entry: EntryOf<Of<'atom'>>): FeedItem => {
    const own = absolute(entry.xml?.base, base) ?? base;
    const content = textAsHtml(entry.content);
    const people = entry.authors?.length ? entry.authors : feed.authors;
    return {
      id: filled(entry.id),
      link: absolute(pageAmong(entry.links), own),
      title: titleOf(entry.title),
      authors: compact((people ?? []).map((one) => personOf(one?.name))),
      published: filled(entry.published),
      modified: filled(entry.updated),
      categories: compact((entry.categories ?? []).map((one) => one?.label ?? one?.term)),
      html: content ?? textAsHtml(entry.summary),
      isWhole: content !== null,
      from: fromOf(titleOf(entry.source?.title), absolute(pageAmong(entry.source?.links), null)),
    };
  };
  return {
    title: titleOf(feed.title),
    site: absolute(pageAmong(feed.links), base),
    language: filled(feed.xml?.lang),
    everyMs: everyOf(undefined, feed.sy),
    items: (feed.entries ?? []).map((entry) => entryOf(entry as EntryOf<Of<'atom'>>)),
  };
};

const tellJson = (feed: Of<'json'>, address: string | null): Told => {
  const site = absolute(feed.home_page_url, address);
  const itemOf = (item: ItemOf<Of<'json'>>): FeedItem => {
    const text = filled(item.content_text);
    const whole = filled(item.content_html) ?? (text === null ? null : asHtml(text));
    const summary = filled(item.summary);
    return {
      id: filled(item.id),
      link: absolute(item.url, site ?? address) ?? absolute(item.external_url, site ?? address),
      title: plainLine(item.title),
      authors: compact((item.authors?.length ? item.authors : (feed.authors ?? [])).map((one) => personOf(one?.name))),
      published: filled(item.date_published),
      modified: filled(item.date_modified),
      categories: compact(item.tags ?? []),
      html: whole ?? (summary === null ? null : asHtml(summary)),
      isWhole: whole !== null,
      from: null,
    };
  };
  return {
    title: plainLine(feed.title),
    site,
    language: filled(feed.language),
    everyMs: null,
    items: (feed.items ?? []).map((item) => itemOf(item as ItemOf<Of<'json'>>)),
  };
};

const tell = (parsed: Parsed, address: string | null): Told => {
  switch (parsed.format) {
    case 'rss':
      return tellRss(parsed.feed, address);
    case 'rdf':
      return tellRdf(parsed.feed, address);
    case 'atom':
      return tellAtom(parsed.feed, address);
    case 'json':
      return tellJson(parsed.feed, address);
  }
};

/** An id that items with different addresses share tells nothing; an item that is repeated counts once, as it comes first. */
const tidy = (items: readonly FeedItem[]): readonly FeedItem[] => {
  const linkOf = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { id, link } of items) {
    if (id === null) continue;
    if (!linkOf.has(id)) linkOf.set(id, link);
    else if (linkOf.get(id) !== link) shared.add(id);
  }
  const known = new Map<string, FeedItem>();
  for (const item of items) {
    const own = item.id !== null && shared.has(item.id) ? { ...item, id: null } : item;
    if (own.link === null && own.title === null && own.html === null) continue;
    if (!known.has(keyOf(own))) known.set(keyOf(own), own);
  }
  return [...known.values()];
};

/** Without its document type: what that defines is never wanted, and what it names elsewhere never asked for. */
const withoutDoctype = (text: string): string => {
  const start = text.slice(0, 100_000).search(/<!DOCTYPE/i);
  if (start < 0) return text;
  const end = text.indexOf('>', start);
  const open = text.indexOf('[', start);
  if (open < 0 || open > end) return end < 0 ? text : text.slice(0, start) + text.slice(end + 1);
  const close = /\]\s*>/g;
  close.lastIndex = open;
  const match = close.exec(text);
  return match === null ? text : text.slice(0, start) + text.slice(match.index + match[0].length);
};

const CLOSERS: Readonly<Record<string, string>> = { rss: '</channel></rss>', feed: '</feed>' };

/** A feed in XML that breaks off, closed after its last whole item; null when it is whole, is no XML or has no item. */
const closed = (text: string): string | null => {
  const root = /<((?:[\w-]{1,30}:)?(rss|feed|rdf))[\s>]/i.exec(text.slice(0, 20_000));
  if (root === null || text.lastIndexOf(`</${root[1]}`) >= 0) return null;
  const last = Math.max(text.lastIndexOf('</item>'), text.lastIndexOf('</entry>'));
  if (last < 0) return null;
  const closer = CLOSERS[root[2]?.toLowerCase() ?? ''] ?? `</${root[1]}>`;
  return text.slice(0, text.indexOf('>', last) + 1) + closer;
};

/**
 * Reads a feed: RSS 0.9 to 2.0, Atom, RDF or JSON Feed. Touches no network; its document type is passed over, so that entities which it defines are left as they stand.
 *
 * @param address Where it is from: what its links are relative to. Null leaves out items' links that are not whole.
 * @returns Of a feed that breaks off what came before, with `isCut`.
 * @throws BackchannelError `acquire/broken-feed`.
 */
export const readFeed = async (bytes: Uint8Array, address: string | null): Promise<Feed> => {
  const { parseFeed } = await import('feedsmith');
  const text = withoutDoctype(decodeText(bytes).text);
  const mended = closed(text);
  try {
    const parsed = parseFeed(mended ?? text);
    const told = tell(parsed, address);
    return { ...told, format: parsed.format, items: tidy(told.items), isCut: mended !== null };
  } catch (error) {
    throw new BackchannelError(
      'acquire/broken-feed',
      `Expected a feed (RSS, Atom, RDF or JSON Feed), but it cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      { next: 'Open its address in a browser and look whether it is one.', cause: error },
    );
  }
};

import type { Found } from '../../model/index.ts';
import { cleanAuthor } from '../byline.ts';
import { isOutletName, outletAt } from '../outlet-name.ts';
import { edtfFromStamp } from '../stated-date.ts';
import type { Feed, FeedItem } from './feed.ts';

const hostOf = (address: string | null): string | null =>
  address === null ? null : new URL(address).hostname.replace(/^www\./, '');

const isWithin = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

/** What titles of feeds say besides a name. */
const MARKS = /\s+[|–—>:·»-]\s+|\s*:\s+/;
const NO_NAME = /\b(?:rss|atom|feeds?|latest|updates?|headlines|all|top|posts|articles)\b/i;

/** The name of an outlet in a feed's title: the part that is one, or the whole where it is nothing but a name. */
const nameIn = (title: string): string | null => {
  const parts = title.split(MARKS).filter((part) => part !== '');
  const named = parts.find(isOutletName);
  if (named !== undefined) return named;
  const isName =
    parts.length === 1 && title.length <= 60 && title.split(' ').length <= 5 && /^[\p{Lu}\p{N}]/u.test(title);
  return isName && !NO_NAME.test(title) ? title : null;
};

/** Whose text an item is: whoever it names as its source, else the feed's publisher where the page is the publisher's own. */
const outletOf = ({ title, site }: Feed, { from, link }: FeedItem): string | null => {
  if (from !== null)
    return (from.url === null ? null : outletAt(from.url)) ?? (from.title === null ? null : nameIn(from.title));
  const [own, page] = [hostOf(site), hostOf(link)];
  if (title === null || (own !== null && page !== null && !isWithin(own, page))) return null;
  return (site === null ? null : outletAt(site)) ?? nameIn(title);
};

/** What a feed says of an item, as facts of the document that is made of the item or of its page. */
export const itemFacts = (feed: Feed, item: FeedItem): readonly Found[] => {
  const facts: readonly (readonly [Found['field'], string | null])[] = [
    ['title', item.title],
    ['outlet', outletOf(feed, item)],
    ['byline', item.authors.length === 0 ? null : cleanAuthor(item.authors.join(', '))],
    ['published', item.published === null ? null : edtfFromStamp(item.published)],
    ['modified', item.modified === null ? null : edtfFromStamp(item.modified)],
    ['url', item.link],
    [
      'language',
      /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(feed.language ?? '') ? (feed.language?.replaceAll('_', '-') ?? null) : null,
    ],
  ];
  return facts.flatMap(([field, value]) => (value === null ? [] : [{ field, value, by: 'feed' as const, span: null }]));
};

import { type Notice, sha256 } from '../model/index.ts';

/** Notices that a feed holds at most: the latest. */
export const FEED_NOTICES = 200;

/** An address that is the same wherever the feed is made: RFC 4151 needs a name, which a case has none of. */
const urn = (id: string): string => {
  const hash = sha256(id);
  // The form of a UUID of version 8 (RFC 9562): made from content in a way of one's own.
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

const KIND_WORDS: Readonly<Record<Notice['kind'], string>> = {
  document: 'New document',
  edited: 'Edited',
  finding: 'New finding',
  origin: 'Further origin',
  denial: 'Denied',
  standing: 'Stands otherwise',
  contradiction: 'New contradiction',
  sanction: 'New sanction',
  waiver: 'New waiver',
  deal: 'Deal',
  withdrawn: 'Withdrawn',
  removed: 'File removed',
  silent: 'Source silent',
  back: 'Source back',
};

/** A kind of notice in words, for headings and labels. */
export const sayNoticeKind = (kind: Notice['kind']): string => KIND_WORDS[kind];

/** What a feed of notices is called, and where its entries lead. */
export interface NoticeFeedFacts {
  /** Of the case. */
  readonly name: string;
  /** Of the page that shows an item of the case; nothing leads anywhere where it is left out. */
  readonly addressOf?: (notice: Notice) => string | null;
  /** Of the feed itself. */
  readonly self?: string;
}

/**
 * Notices as an Atom feed, the latest first, at most {@link FEED_NOTICES} of them. The same notices give the same bytes; a notice has the same
 * id in every feed that it stands in.
 *
 * @param notices In the order in which they were kept.
 */
export const noticeFeed = async (
  notices: readonly Notice[],
  { name, addressOf, self }: NoticeFeedFacts,
): Promise<string> => {
  const { generateAtomFeed } = await import('feedsmith');
  const latest = notices.slice(-FEED_NOTICES).reverse();
  const updated = latest.reduce((last, { at }) => (at > last ? at : last), '1970-01-01T00:00:00.000Z');
  return generateAtomFeed(
    {
      id: urn(`feed of notices\n${name}`),
      title: { value: `${name}: what has changed`, type: 'text' },
      updated: new Date(updated),
      generator: { text: 'Backchannel' },
      authors: [{ name: 'Backchannel' }],
      ...(self === undefined ? {} : { links: [{ href: self, rel: 'self' }] }),
      entries: latest.map((notice) => {
        const address = addressOf?.(notice) ?? null;
        return {
          id: urn(notice.id),
          title: { value: notice.text, type: 'text' },
          updated: new Date(notice.at),
          categories: [{ term: notice.kind, label: sayNoticeKind(notice.kind) }],
          ...(address === null ? {} : { links: [{ href: address, rel: 'alternate' }] }),
          content: { value: bodyOf(notice), type: 'text' },
        };
      }),
    },
    { lenient: false },
  );
};

const bodyOf = ({ text, from, to, place, origins, documents, item }: Notice): string =>
  [
    text,
    origins.length === 0 ? null : `Origins: ${origins.join(', ')}`,
    from === null || to === null ? null : `Before: ${from}. Now: ${to}`,
    place === null ? null : `Where: ${place}`,
    documents.length === 0 ? null : `Documents: ${documents.join(', ')}`,
    item === null ? null : `In the case: ${item}`,
  ]
    .filter((line) => line !== null)
    .join('\n');

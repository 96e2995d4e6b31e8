/** Who an item is taken over from, as it says itself. */
export interface FeedOrigin {
  readonly title: string | null;
  readonly url: string | null;
}

/** An item of a feed. Texts are plain, without tags; addresses are absolute. */
export interface FeedItem {
  /** What it is called for good: its id; null where it has none, or one that other items of the feed have too. */
  readonly id: string | null;
  /** Address of its page; null where it has none. */
  readonly link: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** As stated. */
  readonly published: string | null;
  readonly modified: string | null;
  readonly categories: readonly string[];
  /** Its text as HTML, as far as the feed carries it; null where it carries none. */
  readonly html: string | null;
  /** `html` is the whole text, as the feed says, not a summary. */
  readonly isWhole: boolean;
  readonly from: FeedOrigin | null;
}

/** A feed of any kind. */
export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  readonly title: string | null;
  /** Address of the pages that it is of. */
  readonly site: string | null;
  readonly language: string | null;
  /** How often it asks to be looked at; null where it does not say. */
  readonly everyMs: number | null;
  /** In its own order; items that it repeats once. */
  readonly items: readonly FeedItem[];
  /** It broke off: what came before is there. */
  readonly isCut: boolean;
}

/** What an item is known by: its address, else its id, else what it says. */
export const keyOf = ({ id, link, title, html }: FeedItem): string => link ?? id ?? JSON.stringify([title, html]);

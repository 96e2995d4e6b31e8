import { z } from 'zod';
import { Capture, Found } from './model/index.ts';

/** What is remembered of a source. Times are milliseconds since 1970. */
export const SourceState = z.object({
  /** Its first look was taken in: what comes from now on is told. */
  begun: z.boolean(),
  nextAt: z.number(),
  /** Looks in a row in which nothing could be had of it. */
  failures: z.int(),
  /** It was told that nothing can be had of it. */
  isSilent: z.boolean(),
  /** How often it fell silent or came back, so that each time has a notice of its own. */
  turns: z.int(),
  /** How often a feed or a server asks to be looked at. */
  askedMs: z.number().nullable(),
  /** The last capture of a feed. */
  capture: Capture.nullable(),
});
export type SourceState = Readonly<z.infer<typeof SourceState>>;

export const newSource = (now: number): SourceState => ({
  begun: false,
  nextAt: now,
  failures: 0,
  isSilent: false,
  turns: 0,
  askedMs: null,
  capture: null,
});

/** A file as it was when it was read. */
export const FileState = z.object({ size: z.number(), modifiedMs: z.number() });
export type FileState = Readonly<z.infer<typeof FileState>>;

/** An item of a feed that was seen. */
export const ItemState = z.object({
  id: z.string().nullable(),
  link: z.string().nullable(),
  /** Of all that the feed says of it: whether it has changed. */
  sha256: z.string(),
});
export type ItemState = Readonly<z.infer<typeof ItemState>>;

/** What a feed carries of an item, until its page has been had. */
export const KeptItem = z.object({
  /** Where it would stand as a document. */
  path: z.string(),
  page: z.string(),
  what: z.string(),
  /** Of the feed. */
  sha256: z.string(),
});
export type KeptItem = Readonly<z.infer<typeof KeptItem>>;

/** A page that is looked at: one that was named, or that of an item. */
export const PageState = z.object({
  nextAt: z.number().nullable().describe('Null: not looked at again'),
  /** It is looked at after these times, one after the other; null: for as long as it is watched. */
  visits: z.int(),
  failures: z.int(),
  /** What it is now: not had yet, had, nothing there, or not to be had, with the item's own text in its place. */
  is: z.enum(['waiting', 'here', 'gone', 'barred']),
  turns: z.int(),
  /** Came with the first look at its source: not told. */
  isQuiet: z.boolean(),
  facts: z.array(Found).readonly(),
  item: KeptItem.nullable(),
});
export type PageState = Readonly<z.infer<typeof PageState>>;

/** Rows of a source by what they are of: `file:`, `item:`, `page:` and the name; the source itself by the empty string. */
export type Kind = 'file' | 'item' | 'page';

export const rowName = (kind: Kind, name: string): string => `${kind}:${name}`;

/** What is remembered of the things of one source; what cannot be read any more is as if it had never been seen. */
export class SourceMemory {
  readonly source: string;
  state: SourceState;
  readonly files = new Map<string, FileState>();
  readonly items = new Map<string, ItemState>();
  readonly pages = new Map<string, PageState>();

  constructor(source: string, rows: readonly { readonly item: string; readonly json: string | null }[], now: number) {
    this.source = source;
    this.state = newSource(now);
    for (const { item, json } of rows) {
      const value = parse(json);
      const name = item.slice(5);
      if (item === '') this.state = SourceState.safeParse(value).data ?? this.state;
      else if (item.startsWith('file:')) put(this.files, name, FileState.safeParse(value).data);
      else if (item.startsWith('item:')) put(this.items, name, ItemState.safeParse(value).data);
      else if (item.startsWith('page:')) put(this.pages, name, PageState.safeParse(value).data);
    }
  }
}

const parse = (json: string | null): unknown => {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
};

const put = <T>(map: Map<string, T>, name: string, value: T | undefined): void => {
  if (value !== undefined) map.set(name, value);
};

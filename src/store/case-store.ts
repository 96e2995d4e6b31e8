import type {
  Arrival,
  Capture,
  Case,
  CaseList,
  CustodyEntry,
  Decision,
  Document,
  KeptBeat,
  Notice,
  Reading,
  Refusal,
} from '../model/index.ts';
import type { SearchOptions, SearchResult } from './case-search.ts';

/** A document with what was read in it: the unit that is committed. */
export interface Addition {
  readonly document: Document;
  readonly reading: Reading;
  /** The bytes as received, to be kept; only where the stored text does not give them back. */
  readonly original?: Uint8Array;
  /** How it came in, for the custody log; without it nothing is logged. */
  readonly arrival?: Arrival;
  /** The captures that it came out of, committed with it. */
  readonly captures?: readonly CaptureAddition[];
}

/** A capture as it is to be kept. */
export interface CaptureAddition {
  readonly capture: Capture;
  /** As received; null where it is kept already or there is none. */
  readonly body: Uint8Array | null;
  /** Unpacked; null where that is the same, where it is kept already, or where there is none. */
  readonly content: Uint8Array | null;
  /** Id of the document whose text it shows: also of an older one, where only what stands around the text has changed. */
  readonly document: string | null;
}

/** A capture that a store holds. Its body is asked for by `original`, with the hash that it names. */
export type KeptCapture = Pick<CaptureAddition, 'capture' | 'document'>;

/** An input that was refused, for the custody log. */
export interface RefusedArrival {
  readonly refusal: Refusal;
  readonly arrival: Arrival;
  /** Of its bytes, where they were had. */
  readonly sha256?: string;
  readonly bytes?: number;
}

/** An entry of the custody log as it stands there. */
export interface CustodyLine {
  /** The entry as JSON: what was hashed. */
  readonly json: string;
  /** Of `json`, taken when it was written. */
  readonly sha256: string;
  /** Null where the line is no entry: somebody changed it. */
  readonly entry: CustodyEntry | null;
}

/**
 * What became of an addition.
 *
 * `new`: its content was not in the case. `path`: its content was, under other paths. `known`: content and path were.
 * `reread`: content and path were, and the reading took the place of one by another reader.
 */
export type AdditionOutcome = 'new' | 'path' | 'known' | 'reread';

/** What a store knows of a document without its text. */
export interface DocumentEntry {
  readonly id: string;
  /** Of the bytes as received. */
  readonly sha256: string;
  /** Of the stored text, taken when it was stored. */
  readonly textSha256: string;
  /** In code-unit order, never empty. */
  readonly paths: readonly string[];
  /** The reader whose reading is stored, and the hash of that reading. */
  readonly reader: string;
  readonly readingSha256: string;
}

/** How the stored case came about. */
export interface Derivation {
  /** Of what it was derived from: see {@link inputsDigest}. */
  readonly digest: string;
  /** Of its items as they were stored, whatever their order. */
  readonly itemsSha256: string;
}

/** One item of a list of the case. `json` is the item itself. */
export interface StoredItem {
  readonly id: string;
  readonly json: string;
}

/** A piece that was worked out of the case. `digest` is whatever its keeper tells by whether it still fits the case. */
export interface KeptPiece {
  readonly digest: string;
  readonly json: string;
}

/** What a watch remembers of a thing: of a source itself where `item` is empty, of all it watches where `source` is empty too. */
export interface Watched {
  readonly source: string;
  readonly item: string;
  /** Null takes it out. */
  readonly json: string | null;
}

/** A notice with its number in the order in which notices were kept. */
export interface KeptNotice {
  readonly seq: number;
  readonly notice: Notice;
}

/** Something in a store that is not as it was written. */
export interface StoreFault {
  /** Stable and searchable: `store/text-changed`, `store/reading-changed`, `store/decision-changed`, `store/items-changed`, `store/original-changed`, `store/custody-changed`, `store/capture-changed`, `store/damaged`. */
  readonly code: string;
  /** Id of the document that it concerns, or null. */
  readonly document: string | null;
  readonly reason: string;
}

/**
 * Where a case is kept: documents with their readings, and the case that was derived from them.
 *
 * Readings are the truth; the derived case can be thrown away and made again. Every function commits before it returns:
 * a process that ends at any moment leaves what was committed. All functions reject with a `BackchannelError` whose code
 * starts with `store/`. Lists and iterations are in code-unit order of ids, whatever order things were added in.
 *
 * Postgres comes later behind the same interface; `tests/contracts/case-store.ts` is what each must pass.
 */
export interface CaseStore {
  /** What to call it in a message: the path of the file. */
  readonly place: string;

  /** Nothing can be written to it: neither documents nor decisions are taken. */
  readonly isReadOnly: boolean;

  /**
   * Adds documents with their readings, all or none.
   *
   * The same content under several paths is one document with several paths. What is kept of it (media type, text,
   * title, ...) is as acquired from the path that comes first in code-unit order, so that it does not depend on which
   * came first in time. A path may be listed for several documents: a file that changed on disk is a new document, and
   * the old one stays. A reading by another reader takes the place of the stored one.
   */
  add(additions: readonly Addition[]): Promise<readonly AdditionOutcome[]>;

  /**
   * Keeps bytes as they came in, once; `add` keeps those of additions by itself. They are no part of the case.
   *
   * @returns Their SHA-256.
   */
  keepOriginal(bytes: Uint8Array): Promise<string>;

  /**
   * Bytes with this SHA-256: those that were kept, or the text of a document whose bytes are its text in UTF-8. Null when there are none.
   *
   * @throws BackchannelError `store/original-changed` when what is kept are not these bytes.
   */
  original(sha256: string): Promise<Uint8Array | null>;

  /** The SHA-256 of all bytes that were kept by {@link keepOriginal} or `add`, in code-unit order. */
  originals(): Promise<readonly string[]>;

  /** Keeps captures of which there is no new document, all or none; `add` keeps those of additions by itself. Each is kept once. */
  capture(captures: readonly CaptureAddition[]): Promise<void>;

  /**
   * What servers answered, in time. No part of the case, which must not depend on times.
   *
   * @param url Only those of this address, as it was named.
   */
  captures(url?: string): Promise<readonly KeptCapture[]>;

  /** Puts inputs that were refused at the end of the custody log, but those of which it has an entry; `add` logs documents by itself. */
  logRefused(refused: readonly RefusedArrival[]): Promise<void>;

  /**
   * The custody log, oldest first: of each path at which bytes were seen the first time. No part of the case, which must not depend on
   * times.
   *
   * @param document Only the entries of this document.
   */
  custody(document?: string): AsyncIterable<CustodyLine>;

  entries(): Promise<readonly DocumentEntry[]>;

  /** The whole document, or null when there is none with this id. */
  document(id: string): Promise<Document | null>;

  /**
   * Every document with its reading. `reading.document.path` is the document's first path.
   *
   * @param ids Only these documents; one that there is not is left out.
   */
  inputs(ids?: readonly string[]): AsyncIterable<Addition>;

  /**
   * Adds entries to the journal of decisions, all or none. There is no way to change one or take one out: see `undo`.
   *
   * @returns For each, whether it was new; an entry that the journal has is left as it is.
   */
  decide(decisions: readonly Decision[]): Promise<readonly ('new' | 'known')[]>;

  /** The journal, in the order in which things were decided. */
  decisions(): Promise<readonly Decision[]>;

  /** Keeps a beat that documents are read with, in place of what was kept of it before. */
  keepBeat(beat: KeptBeat): Promise<void>;

  /** The beats that were kept, ordered by id; also those of which no reading is left. */
  beats(): Promise<readonly KeptBeat[]>;

  /** Null before a case was derived for the first time. */
  derivation(): Promise<Derivation | null>;

  /**
   * Takes the place of the derived case, in one transaction: readers see the old one or the new one. Only what differs is
   * written; items that are the same objects as in the case that was written last are not even looked at, so a case that was
   * handed in must not be changed.
   */
  replaceCase(digest: string, derived: Case): Promise<void>;

  items(list: CaseList): AsyncIterable<StoredItem>;

  item(list: CaseList, id: string): Promise<StoredItem | null>;

  /** How many items each list of the derived case has. */
  counts(): Promise<Readonly<Record<CaseList, number>>>;

  /**
   * Searches texts and items for all that was typed, with case and accents folded: words in any order, "quoted phrases", and the
   * last word also while it is being typed. Whatever is typed is no error; what holds no letter or digit finds nothing.
   */
  search(query: string, options: SearchOptions): Promise<SearchResult>;

  /**
   * Another text whenever anything in the store may have changed since it was asked for last, by whoever and in whatever process;
   * costs next to nothing. Only texts that one connection gave can be compared.
   */
  revision(): Promise<string>;

  /**
   * Keeps a small piece worked out of the case under a name, in place of what was kept under it before. It is no part of the
   * case: it may be thrown away at any time, no digest depends on it, and `faults` does not look at it.
   */
  keep(name: string, digest: string, json: string): Promise<void>;

  /** What was kept last under a name; null when there is nothing. Its digest may be of a case that is no more. */
  kept(name: string): Promise<KeptPiece | null>;

  /** What is remembered of the things of one source, ordered by them. */
  watched(source: string): Promise<readonly Watched[]>;

  /**
   * Keeps what a watch remembers together with what it noticed, all or nothing. A notice that the store has is left as it is.
   *
   * @param holder Whoever holds the watch, as given to {@link holdWatch}; when somebody else does by now nothing is kept.
   * @returns The notices that were new; null when the watch is held by somebody else.
   */
  noteWatch(
    holder: string,
    rows: readonly Watched[],
    notices: readonly Notice[],
  ): Promise<readonly KeptNotice[] | null>;

  /**
   * Makes somebody the one who watches.
   *
   * @param mayTake Whether the watch may be taken from whoever holds it.
   * @returns Null when it was taken; else who holds it.
   */
  holdWatch(holder: string, mayTake: (other: string) => boolean): Promise<string | null>;

  /** Notices in the order in which they were kept. @param after Only those with a larger number. @param last Only so many, the latest. */
  notices(options?: { readonly after?: number; readonly last?: number }): Promise<readonly KeptNotice[]>;

  /** Compares what is stored with the hashes taken when it was stored. Empty when all is as it was written. */
  faults(): AsyncIterable<StoreFault>;

  close(): Promise<void>;
}

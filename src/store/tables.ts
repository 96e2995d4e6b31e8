import type { Generated } from 'kysely';
import type { ExactText } from './exact-text.ts';

/** The tables of a store as kysely types them. Big columns stand last: SQLite reads a row from the front. */
export interface Tables {
  documents: {
    id: string;
    sha256: string;
    textSha256: string;
    bytes: number;
    mediaType: string;
    encoding: string;
    title: ExactText | null;
    outlet: ExactText | null;
    byline: ExactText | null;
    published: string | null;
    /** JSON of these fields of `Document`. */
    found: string;
    layout: string;
    anchors: string;
    steps: string;
    text: ExactText;
  };
  paths: { document: string; path: string };
  /** One reading a document: a newer reader's takes the place of the older one. */
  readings: { document: string; reader: string; sha256: string; json: string };
  /** The journal of decisions: rows are added, never changed or taken out. */
  decisions: { id: string; json: string };
  beats: { id: string; json: string };
  items: { list: string; id: string; json: string; sha256: string };
  /** At most one row. */
  derivations: { one: number; digest: string; itemsSha256: string };
  /** Pieces worked out of the case, any of which may be thrown away. */
  kept: { name: string; digest: ExactText; json: ExactText };
  /** Bytes as they came in, each once. `coding`: `identity`, or `deflate` without a header. */
  originals: { sha256: string; coding: string; bytes: number; data: Uint8Array };
  /** The custody log: rows are added, never changed or taken out. `seen` names what an entry is of, so that it is logged once. */
  custody: { number: number; seen: string; document: string | null; sha256: string; json: string };
  /** What servers answered: rows are added, never changed or taken out. `document`: whose text it was, where it was one's. */
  captures: { id: string; url: ExactText; document: string | null; json: ExactText };
  /** What a watch remembers of what it looks at, by source and by thing in it. */
  watches: { source: ExactText; item: ExactText; json: ExactText };
  /** What was noticed: rows are added, never changed or taken out. */
  notices: { seq: Generated<number>; id: string; json: ExactText };
}

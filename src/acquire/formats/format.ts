import type { Anchor, Found, LayoutPiece, Refusal } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import type { Ocr } from '../ocr.ts';
import type { Received } from '../received.ts';

/** A text as read from bytes, before it is a document. */
export interface Parts {
  readonly mediaType: string;
  /** How characters were decoded: `utf-8`; of formats that settle it themselves their own name for it. */
  readonly encoding: string;
  /** What read it, with its version: `pdfium 2.15.1`. */
  readonly by: string;
  readonly text: string;
  readonly found: readonly Found[];
  readonly layout: readonly LayoutPiece[];
  readonly anchors: readonly Anchor[];
  /** What a reader of the text should know of how it was made, each a step of its own: `left out 2 deleted passages`. What another program did names it. */
  readonly noticed?: readonly (string | { readonly by: string; readonly what: string })[];
}

/** What comes out of bytes: their own text, things inside of them, and what of them cannot be taken. */
export type Piece =
  | { readonly kind: 'text'; readonly parts: Parts }
  | { readonly kind: 'inside'; readonly received: Received }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface FormatWork {
  /** Largest text taken, in bytes as received. */
  readonly limitBytes: number;
  /** Shared by all that is inside of one file. */
  readonly budget: Budget;
  /**
   * The most bytes that are taken of something inside that has this path; infinite for what is read piece by piece. Null for what is no
   * document by its name: archives pass it over in silence, as folders do.
   */
  readonly mostBytes: (path: string) => number | null;
  /** What recognises text in pictures of pages; null where nothing does. */
  readonly ocr: () => Promise<Ocr | null>;
  /** To be told whenever something that takes minutes has come further, so that it is not taken for hanging. */
  readonly goesOn: () => void;
}

/**
 * Reads bytes of one format. May throw on broken bytes: what came before is kept, and the rest is refused as broken. Must not
 * touch network, file system or clock.
 */
export type ReadFormat = (received: Received, work: FormatWork) => AsyncIterable<Piece>;

/** A kind of file. Its reader, and the library behind it, are loaded when the first such file comes. */
export interface Format {
  /** With its article: `a PDF document`. */
  readonly what: string;
  readonly mediaTypes: readonly string[];
  /** In small letters without dot. */
  readonly endings: readonly string[];
  /**
   * Whether bytes that start like this are of this format, whatever they are called; null for formats that only a name or a
   * declared type tells. Looked at in the order of the list of formats.
   */
  readonly isIt: ((head: Uint8Array, path: string) => boolean) | null;
  /**
   * `texts`: one text, of `limitBytes` at most by default. `pages`: one document that holds more than its text, for which the limit is
   * five times as large. `container`: of any size, read piece by piece.
   */
  readonly size: 'texts' | 'pages' | 'container';
  readonly load: () => Promise<ReadFormat>;
}

/** A PDF or a word processor's file holds pictures and fonts too: so many times the limit of a text. */
export const PAGES_FACTOR = 5;

/** The first bytes that {@link Format.isIt} sees. */
export const HEAD_BYTES = 4096;

/** Whether bytes start with these Latin letters. */
export const startsWith = (head: Uint8Array, letters: string, at = 0): boolean => {
  for (let i = 0; i < letters.length; i++) if (head[at + i] !== letters.charCodeAt(i)) return false;
  return true;
};

import { z } from 'zod';
import { Edtf, Span } from './span.ts';

/** How a fact about a document was found, best first. */
export const FoundBy = z.enum([
  'json-ld',
  'open-graph',
  'meta',
  'front-matter',
  'mail-header',
  'feed',
  'response',
  'markup',
  'dateline',
  'byline',
  'file-properties',
  'heading',
  'text',
  'address',
]);
export type FoundBy = z.infer<typeof FoundBy>;

/**
 * One fact about a document with how it was found, and where if it stands in the text. `syndicated`: the house whose copy the text
 * is, by name; `original`: the address of the text that this one is a copy of.
 */
export const Found = z
  .object({
    field: z.enum([
      'title',
      'outlet',
      'byline',
      'published',
      'modified',
      'created',
      'url',
      'language',
      'syndicated',
      'original',
      'sender',
      'recipient',
      'message',
      'answers',
    ]),
    value: z.string(),
    by: FoundBy,
    span: Span.readonly().nullable(),
  })
  .readonly();
export type Found = z.infer<typeof Found>;

/**
 * What the received file itself says of a stretch of the stored text. Plain text has none. `running-head`: what a page repeats at
 * its head or foot; `quoted`: another's message under an answer; `signature`: what a sender puts under every message; `note`: a
 * footnote, endnote or comment.
 */
export const LayoutPiece = z
  .object({
    kind: z.enum([
      'heading',
      'paragraph',
      'quote',
      'list-item',
      'caption',
      'table-row',
      'link',
      'syntax',
      'running-head',
      'quoted',
      'signature',
      'note',
    ]),
    start: z.int(),
    end: z.int(),
  })
  .readonly();
export type LayoutPiece = z.infer<typeof LayoutPiece>;

/** A place in the file as received: where a person looks to see the words for themselves. All counts begin at 1. */
export const Place = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('page'),
      page: z.int().min(1),
      box: z
        .tuple([z.number(), z.number(), z.number(), z.number()])
        .readonly()
        .describe('Left, top, right, bottom in points, from the top left corner of the page as it is shown'),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('paragraph'),
      paragraph: z.int().min(1),
      section: z
        .string()
        .nullable()
        .describe('Of an e-book the file in it, of a word processor what is no body: notes, ...'),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('part'),
      part: z.string().describe('As IMAP numbers the parts of a message: 1, 1.2, and HEADER for what its header says'),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('time'),
      from: z.number().min(0).describe('Seconds from the start of the recording'),
      to: z.number().min(0),
      speaker: z.string().nullable(),
    })
    .readonly(),
  z.object({ kind: z.literal('row'), sheet: z.string().nullable(), row: z.int().min(1) }).readonly(),
]);
export type Place = z.infer<typeof Place>;

/** The way back from a stretch of the stored text to the file as received. */
export const Anchor = z.object({ start: z.int(), end: z.int(), place: Place }).readonly();
export type Anchor = z.infer<typeof Anchor>;

/** A step on the way from what came in to the stored text. The same bytes give the same steps. */
export const AcquireStep = z
  .object({
    by: z.string().describe('What did it, with its version: yauzl 3.4.0'),
    what: z.string().describe('In words: unpacked "notes/a.pdf", read as a PDF document'),
    of: z.string().length(64).describe('SHA-256 of the bytes that it was done to'),
  })
  .readonly();
export type AcquireStep = z.infer<typeof AcquireStep>;

/**
 * One text as received. The id comes from the bytes, so the same file under two names is one document with two paths.
 * `text` is what offsets point into: for plain text and Markdown the file as decoded, unchanged; for HTML the article's text.
 * Where metadata disagree, `found` keeps every value; the plain fields carry the best one.
 */
export const Document = z
  .object({
    id: z.string(),
    path: z.string().describe('The first of `paths` in code-unit order'),
    paths: z.array(z.string()).readonly(),
    sha256: z.string().length(64).describe('Of the bytes as received'),
    bytes: z.int().describe('Size as received'),
    mediaType: z.string().describe('Told from the bytes and the name: text/plain, application/pdf, ...'),
    encoding: z.string(),
    text: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    published: Edtf.nullable(),
    found: z.array(Found).readonly(),
    layout: z.array(LayoutPiece).readonly(),
    anchors: z
      .array(Anchor)
      .readonly()
      .describe('In text order, never overlapping; none where offsets into the text are the way back'),
    steps: z.array(AcquireStep).readonly().describe('Outermost first'),
  })
  .readonly();
export type Document = z.infer<typeof Document>;

/** An input that was not taken, and why. The rest of the pile is kept. */
export interface Refusal {
  readonly path: string;
  /** Stable and searchable, e.g. `acquire/empty`. */
  readonly code: string;
  /** A sentence: what was expected, what was found, what to do next. */
  readonly reason: string;
}

import { z } from 'zod';
import { Edtf, Span } from './span.ts';

/** How a fact about a document was found, best first. */
export const FoundBy = z.enum([
  'json-ld',
  'open-graph',
  'meta',
  'front-matter',
  'markup',
  'dateline',
  'byline',
  'heading',
  'text',
  'address',
]);
export type FoundBy = z.infer<typeof FoundBy>;

/** One fact about a document with how it was found, and where if it stands in the text. */
export const Found = z
  .object({
    field: z.enum(['title', 'outlet', 'byline', 'published', 'modified', 'url', 'language', 'syndicated']),
    value: z.string(),
    by: FoundBy,
    span: Span.readonly().nullable(),
  })
  .readonly();
export type Found = z.infer<typeof Found>;

/** What the markup of the received file says of a stretch of the stored text. Plain text has none. */
export const LayoutPiece = z
  .object({
    kind: z.enum(['heading', 'paragraph', 'quote', 'list-item', 'caption', 'table-row', 'link', 'syntax']),
    start: z.int(),
    end: z.int(),
  })
  .readonly();
export type LayoutPiece = z.infer<typeof LayoutPiece>;

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
    mediaType: z.enum(['text/plain', 'text/markdown', 'text/html']),
    encoding: z.string(),
    text: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    published: Edtf.nullable(),
    found: z.array(Found).readonly(),
    layout: z.array(LayoutPiece).readonly(),
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

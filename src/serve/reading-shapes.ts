import { z } from '@hono/zod-openapi';
import {
  Anchor,
  Attribution,
  BlockKind,
  CaseDocument,
  Certainty,
  ChainLink,
  ClaimRelation,
  Edtf,
  Form,
  Found,
  Frame,
  LayoutPiece,
  Line,
  MentionType,
  Polarity,
  Reading,
  Span,
  Tense,
} from '../model/index.ts';
import { CustodyLook } from './custody-look.ts';

const Ids = z.array(z.string()).readonly();
const Spans = z.array(Span.readonly()).readonly();

/** A document as other pages name it. */
export const DocumentMark = z
  .object({ title: z.string(), outlet: z.string().nullable(), when: z.string().nullable(), origins: Ids })
  .readonly();
export type DocumentMark = z.infer<typeof DocumentMark>;

/** How a claim stands to claims of other documents, each kind taken together. */
export const NoteRelation = z
  .object({
    kind: ClaimRelation,
    documents: Ids.describe('Other documents, at most twenty'),
    count: z.int().describe('How many documents there are'),
    origins: Ids.describe('Known origins of those claims'),
  })
  .readonly();
export type NoteRelation = z.infer<typeof NoteRelation>;

/** A claim as a note in the margin of its document. */
export const Note = z
  .object({
    id: z.string(),
    type: z.string(),
    text: z.string(),
    chain: z.array(ChainLink).readonly(),
    origins: Ids,
    polarity: Polarity,
    certainty: Certainty,
    tense: Tense,
    status: z.string(),
    when: z.string().nullable().describe('Its date in words'),
    conditions: z.array(z.string()).readonly(),
    spans: Spans.describe('Where it stands in this document, in text order; never empty'),
    judged: z.enum(['positive', 'negative', 'unsure']).nullable(),
    event: z
      .object({ list: z.string(), id: z.string() })
      .readonly()
      .nullable()
      .describe('The row of a ledger it is of'),
    finding: z
      .object({ id: z.string(), text: z.string(), standing: Line.unwrap().shape.standing })
      .readonly()
      .nullable(),
    relations: z.array(NoteRelation).readonly(),
    contradictions: Ids,
    frame: z.string().nullable().describe('Id of the frame of the reading that it was made of'),
  })
  .readonly();
export type Note = z.infer<typeof Note>;

const ReadMention = z
  .object({
    id: z.string(),
    start: z.int(),
    end: z.int(),
    type: MentionType,
    form: z.enum(['name', 'nominal', 'pronoun']),
    entity: z.string().nullable().describe('What it denotes in the case; null where the case has no such entity'),
  })
  .readonly();

const ReadTime = z
  .object({
    id: z.string(),
    start: z.int(),
    end: z.int(),
    edtf: Edtf.nullable(),
    form: Form,
    words: z.string().nullable().describe('What it was read as: "8 to 14 May 2031", "about 5 hours"; null: not placed'),
    anchor: z.string().nullable().describe('What it was counted from, in words'),
  })
  .readonly();

/** Where a document has something from, and how that is known. */
const DocumentOrigin = z
  .object({
    id: z.string(),
    name: z.string(),
    form: Form,
    links: z.array(z.string()).readonly().describe('Outlets from the origin to this one'),
    reasons: z.array(z.string()).readonly(),
    spans: Spans.describe('Where this document says so'),
    documents: z.int().describe('How many documents of the case derive from it'),
  })
  .readonly();

/** What became of a page that this document is of, as far as it was looked at; moments are instants in UTC. */
const PageOf = z
  .object({
    url: z.string(),
    versions: z.int().describe('How many different texts were seen'),
    states: z
      .array(
        z
          .object({
            kind: z.enum(['shown', 'gone', 'other']),
            document: z.string().nullable(),
            status: z.int(),
            from: z.string(),
            to: z.string(),
            captures: z.int(),
            version: z.int().nullable(),
          })
          .readonly(),
      )
      .readonly()
      .describe('In time'),
  })
  .readonly();

/** A document with all that was read in it and all that the case has on it. Offsets count UTF-16 code units of `text`. */
export const ReadingAnswer = z
  .object({
    digest: z.string(),
    document: CaseDocument,
    when: z.string().nullable().describe('Its date in words'),
    bytes: z.int(),
    encoding: z.string(),
    pages: z.array(PageOf).readonly().describe('Of those of its addresses that were fetched'),
    found: z
      .array(Found)
      .readonly()
      .describe('What it says of itself and how that was found; where sources disagree, all of it'),
    disagreements: z
      .array(z.object({ field: Found.unwrap().shape.field, words: z.string() }).readonly())
      .readonly()
      .describe('Where what it says of itself disagrees, in a sentence each'),
    text: z.string().describe('The stored text to the letter'),
    layout: z.array(LayoutPiece).readonly(),
    anchors: z.array(Anchor).readonly().describe('The way from stretches of the text back to the file as received'),
    marks: z
      .array(z.object({ at: z.int(), words: z.string() }).readonly())
      .readonly()
      .describe('Where the file as received turns to another page, row, speaker or part: "page 3"'),
    custody: CustodyLook,
    blocks: z
      .array(
        z
          .object({
            kind: BlockKind,
            start: z.int(),
            end: z.int(),
            speaker: Span.readonly().nullable(),
            language: z
              .string()
              .nullable()
              .describe("BCP 47; the document's own where the block does not tell it, null where neither does"),
            isRead: z.boolean().describe('False where it is in a language that is not read'),
          })
          .readonly(),
      )
      .readonly(),
    mentions: z.array(ReadMention).readonly(),
    attributions: z
      .array(
        Attribution.unwrap()
          .pick({
            id: true,
            source: true,
            cue: true,
            content: true,
            within: true,
            speech: true,
            polarity: true,
            certainty: true,
            kind: true,
          })
          .extend({ origins: Ids.describe('Origins of what the case makes of it') })
          .readonly(),
      )
      .readonly(),
    times: z.array(ReadTime).readonly(),
    frames: z
      .array(
        Frame.unwrap()
          .pick({
            id: true,
            type: true,
            trigger: true,
            extent: true,
            roles: true,
            polarity: true,
            certainty: true,
            status: true,
          })
          .readonly(),
      )
      .readonly(),
    citations: Reading.unwrap().shape.citations,
    notes: z.array(Note).readonly().describe('Claims of this document, in text order'),
    contradictions: z
      .array(z.object({ id: z.string(), kind: z.string(), about: z.string(), claims: Ids }).readonly())
      .readonly()
      .describe('Those in which claims of this document take part'),
    origins: z.array(DocumentOrigin).readonly(),
    entities: z
      .record(z.string(), z.object({ name: z.string(), type: z.string() }))
      .describe('What is denoted here, by id'),
    documents: z.record(z.string(), DocumentMark).describe('Other documents that are named here, by id'),
  })
  .openapi('Reading');
export type ReadingAnswer = z.infer<typeof ReadingAnswer>;

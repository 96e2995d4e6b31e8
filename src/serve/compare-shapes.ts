import { z } from '@hono/zod-openapi';
import { Certainty, ChainLink, ClaimRelation, Line, Polarity, Span } from '../model/index.ts';
import { DocumentMark } from './reading-shapes.ts';

const Texts = z.array(z.string()).readonly();

/** A claim as it is set beside another. */
const ComparedClaim = z
  .object({
    id: z.string(),
    text: z.string(),
    spans: z.array(Span.readonly()).readonly().describe('Where it stands in its document'),
    quote: z.string().describe('The words it stands on, to the letter'),
    chain: z.array(ChainLink).readonly(),
    polarity: Polarity,
    certainty: Certainty,
  })
  .readonly();
export type ComparedClaim = z.infer<typeof ComparedClaim>;

/** What both documents say of one thing, or what one of them says alone. */
const ComparedPair = z
  .object({
    event: z.string().nullable().describe('The row of a ledger it is of'),
    finding: z.string().nullable(),
    a: ComparedClaim.nullable(),
    b: ComparedClaim.nullable(),
    relation: ClaimRelation.nullable().describe('How the two stand to each other; null where neither is related'),
    reasons: Texts,
    onlyA: Texts.describe('Details that the first gives and the second does not: "place: Tirzan"'),
    onlyB: Texts.describe('Details that the second gives and the first does not'),
    contradictions: Texts,
  })
  .readonly();
export type ComparedPair = z.infer<typeof ComparedPair>;

const Telling = DocumentMark.unwrap().extend({ id: z.string() }).readonly();

/** Two documents on one event, or on all that both tell. */
export const CompareAnswer = z
  .object({
    digest: z.string(),
    event: Line.nullable().describe('The event that was asked for; null: all that both tell'),
    a: Telling.nullable(),
    b: Telling.nullable(),
    events: z.array(Line).readonly().describe('What both tell of, at most 300'),
    documents: z.array(Telling).readonly().describe('Documents that can be set beside each other here, at most 300'),
    moreDocuments: z.int(),
    shared: z.array(z.string()).readonly().describe('Origins that both derive from'),
    pairs: z.array(ComparedPair).readonly().describe('By event: what both say, then what one says alone'),
    aloneA: z.int().describe('Claims of the first on things that the second does not tell of'),
    aloneB: z.int(),
    edits: z
      .object({ a: z.array(Span.readonly()).readonly(), b: z.array(Span.readonly()).readonly() })
      .readonly()
      .nullable()
      .describe('Of two texts that have the same words for the most part: what each has for itself; null for others'),
    contradictions: z
      .array(
        z
          .object({
            id: z.string(),
            kind: z.string(),
            about: z.string(),
            values: z
              .array(z.object({ value: z.string(), isInA: z.boolean(), isInB: z.boolean() }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly()
      .describe('Those in which the two stand on different sides'),
  })
  .openapi('Comparison');
export type CompareAnswer = z.infer<typeof CompareAnswer>;

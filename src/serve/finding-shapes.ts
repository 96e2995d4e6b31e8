import { z } from '@hono/zod-openapi';
import { InformationCredibility, Line, SourceReliability } from '../model/index.ts';
import { ClaimCard } from './claim-cards.ts';
import { SourceMark } from './sources-of.ts';

/** A contradiction with the claims of each side; no side wins. */
export const ContradictionCard = z
  .object({
    id: z.string(),
    kind: z.string(),
    about: z.string(),
    values: z.array(
      z.object({
        value: z.string(),
        origins: z.array(z.string()),
        claims: z.array(ClaimCard),
        more: z.int().describe('Claims left out'),
      }),
    ),
    likelySlip: z.object({ value: z.string(), reason: z.string() }).nullable(),
    reasons: z.array(z.string()),
  })
  .openapi('ContradictionCard');
export type ContradictionCard = z.infer<typeof ContradictionCard>;

const SumLine = z.object({
  number: z.int().describe('From 1, as claims name it'),
  rule: z.string(),
  what: z.string(),
  value: z.int(),
  running: z.int().describe('The sum up to and with this line'),
  why: z.string(),
  claims: z.array(z.string()),
  origins: z.array(z.string()),
  isGraded: z.boolean().describe('Below the subtotal: what analysts graded'),
});

/** The arithmetic of a weight, line by line. */
export const FindingSum = z.object({
  lines: z.array(SumLine),
  more: z.int().describe('Lines left out; they are part of the sums'),
  subtotal: z.int(),
  total: z.int(),
  voices: z.int(),
});

/** How credible it is, and the ladder from which that is read. */
export const FindingCredibility = z.object({
  grade: InformationCredibility,
  words: z.string(),
  by: z.enum(['arithmetic', 'analysts']),
  derived: InformationCredibility,
  reasons: z.array(z.string()),
  steps: z.array(z.object({ grade: InformationCredibility, words: z.string(), needs: z.string(), holds: z.boolean() })),
});

/** A finding with all that a reader needs to check it; claims beyond the first come from `/findings/{id}/claims`. */
export const FindingPage = z
  .object({
    digest: z.string(),
    id: z.string(),
    type: z.string(),
    text: z.string(),
    when: z.string().nullable(),
    line: Line.nullable(),
    status: z.string(),
    meaning: z.string().describe('What the standing means'),
    groups: z
      .array(
        z.object({
          side: z.enum(['favour', 'against', 'rejected']),
          origin: z.string().nullable().describe('null: not known'),
          name: z.string(),
          kind: z.string(),
          form: z.string(),
          claims: z.int(),
          documents: z.array(z.object({ id: z.string(), where: z.string() })).describe('At most eight'),
          moreDocuments: z.int(),
          grade: SourceReliability.nullable().describe('As analysts rated it; null where nobody did'),
          points: z.int().describe('What its voice adds to the sum'),
        }),
      )
      .describe('In the order of the claims'),
    claims: z.array(ClaimCard),
    total: z.int().describe('Claims, those against and rejected included'),
    sum: FindingSum,
    credibility: FindingCredibility,
    reliability: z.array(
      z.object({ origin: z.string(), name: z.string(), grade: SourceReliability, reasons: z.array(z.string()) }),
    ),
    contradictions: z.array(ContradictionCard),
    moreContradictions: z.int(),
    rows: z.array(Line).describe('Rows of ledgers that it weighs'),
    conditions: z.array(Line),
    ties: z.array(Line).describe('Ties between those who have a part in it'),
    interests: z.array(Line).describe('Paths on which two of those who have a part in it stand'),
    gaps: z.array(Line).describe('What is not told of it'),
    hypotheses: z.array(z.object({ id: z.string(), text: z.string(), value: z.string() })),
    sources: z.array(SourceMark).describe('Everybody through whom it came'),
  })
  .openapi('FindingPage');
export type FindingPage = z.infer<typeof FindingPage>;

import { z } from 'zod';
import { Consistency } from './decision.ts';
import { EvidenceList, Ids, Texts } from './ledger-row.ts';

/** A hypothesis with what was held against it, and how much speaks against it. */
export const Hypothesis = z
  .object({
    id: z.string(),
    text: z.string(),
    by: z.string(),
    decision: z.string().describe('The entry of the journal that supposed it'),
    cells: z
      .array(
        z
          .object({
            row: z.string().describe('Id of the finding or, where there is none, of the claim'),
            side: z.enum(['favour', 'against']).describe('against: that it is denied was held against the hypothesis'),
            text: z.string(),
            claims: Ids,
            value: Consistency,
            weight: z.int().describe('Points of the row, never below 0'),
            voices: z.int().describe('Independent voices behind the row'),
            score: z.int().describe('Inconsistency: weight once for I, twice for II'),
            spread: z
              .int()
              .nullable()
              .describe(
                'Diagnosticity: how far apart the row stands to the hypotheses; null when held against one only',
              ),
            reasons: Texts,
            decisions: Ids,
          })
          .readonly(),
      )
      .readonly(),
    inconsistency: z.int(),
    corroborated: z.int().describe('Of it, what rests on two or more independent voices'),
    rank: z.int().describe('1: least inconsistent; equal ones share a rank'),
    without: z
      .object({ row: z.string(), side: z.enum(['favour', 'against']), inconsistency: z.int(), rank: z.int() })
      .readonly()
      .nullable()
      .describe('As it would stand without the most telling row'),
    reasons: Texts.describe('The arithmetic, written out'),
    evidence: EvidenceList,
  })
  .readonly();
export type Hypothesis = z.infer<typeof Hypothesis>;

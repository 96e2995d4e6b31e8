import { z } from 'zod';
import { EvidenceList, Ids, row } from './ledger-row.ts';
import { Edtf, Polarity } from './span.ts';

export const Tie = z
  .object({
    ...row,
    kind: z.enum([
      'family',
      'friendship',
      'employment',
      'ownership',
      'directorship',
      'donation',
      'membership',
      'appointment',
      'business',
    ]),
    from: z.string(),
    to: z.string(),
    words: z.string(),
    polarity: Polarity,
    date: Edtf.nullable(),
  })
  .readonly();
export type Tie = z.infer<typeof Tie>;

/** A pattern to check, never an accusation: a path from someone who negotiates to someone who gains. */
export const Interest = z
  .object({
    id: z.string(),
    negotiator: z.string(),
    gains: z.string(),
    deal: z.string(),
    path: z.array(z.object({ tie: z.string(), from: z.string(), to: z.string() }).readonly()).readonly(),
    weakest: z.string().nullable().describe('Tie with the fewest origins'),
    against: Ids.describe('Denials and "no evidence" claims that speak against it'),
    evidence: EvidenceList,
  })
  .readonly();
export type Interest = z.infer<typeof Interest>;

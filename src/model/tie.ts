import { z } from 'zod';
import { EvidenceList, Ids, row, Texts } from './ledger-row.ts';
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
      'school',
      'venue',
    ]),
    from: z.string(),
    to: z.string(),
    words: z.string(),
    polarity: Polarity,
    date: Edtf.nullable().describe('As told of the tie as a whole: a day, or the time for which it held'),
    validFrom: Edtf.nullable().describe('Since when it holds; null when nobody says'),
    validTo: Edtf.nullable().describe('Until when it held; null when it is not told to have ended, or not when'),
    ended: z.boolean().describe('Told as past ("former", "until 2029"), whether or not somebody says since when'),
    share: z.string().nullable().describe('Of ownership: how much, as most origins say it'),
    via: Ids.describe('Of ownership: through whom or what it is held'),
  })
  .readonly();
export type Tie = z.infer<typeof Tie>;

/** One step of a path of ties, in the direction in which the path goes. */
export const InterestHop = z
  .object({
    tie: z.string(),
    from: z.string(),
    to: z.string(),
    validFrom: Edtf.nullable(),
    validTo: Edtf.nullable(),
    origins: z.int().describe('Known, independent origins behind the tie'),
    status: z.string().nullable().describe('Of its finding: corroborated, single-origin, ...; null when not weighed'),
  })
  .readonly();
export type InterestHop = z.infer<typeof InterestHop>;

/** A pattern to check, never an accusation: a path from someone who negotiates to someone who gains. */
export const Interest = z
  .object({
    id: z.string(),
    negotiator: z.string(),
    gains: z.string(),
    deal: z.string(),
    path: z.array(InterestHop).readonly().describe('At most four hops'),
    weakest: z.string().nullable().describe('Tie that least speaks for: by standing, then by weight'),
    overlap: z
      .object({
        verdict: z
          .enum(['overlaps', 'apart', 'unknown'])
          .describe('Whether all ties held while talks and deal were on; unknown when somebody does not say when'),
        interval: Edtf.nullable().describe('The time for which all of it held; null when it cannot be told'),
        reasons: Texts,
      })
      .readonly(),
    against: Ids.describe('Denials and "no evidence" claims that speak against it'),
    evidence: EvidenceList,
  })
  .readonly();
export type Interest = z.infer<typeof Interest>;

import { z } from 'zod';
import { EvidenceList, Ids, row } from './ledger-row.ts';
import { Edtf } from './span.ts';

export const Proposal = z
  .object({
    ...row,
    name: z.string(),
    entity: z.string().nullable(),
    points: z.array(z.int()).readonly().describe('Each number of points that is claimed'),
    by: Ids.describe('Who is said to have made or shaped it'),
    to: Ids,
    versions: z
      .array(
        z
          .object({ id: z.string(), kind: z.string(), text: z.string(), date: Edtf.nullable(), evidence: EvidenceList })
          .readonly(),
      )
      .readonly(),
    clauses: z.array(z.object({ text: z.string(), evidence: EvidenceList }).readonly()).readonly(),
  })
  .readonly();
export type Proposal = z.infer<typeof Proposal>;

export const Stance = z
  .object({
    ...row,
    proposal: z.string().nullable(),
    about: z.string(),
    party: z.string(),
    stance: z.enum(['accepts', 'rejects', 'on-condition', 'silent']),
    date: Edtf.nullable(),
  })
  .readonly();
export type Stance = z.infer<typeof Stance>;

import { z } from 'zod';
import { EvidenceList, Ids, row } from './ledger-row.ts';
import { Form } from './span.ts';

export const Condition = z
  .object({ id: z.string(), text: z.string(), form: Form, on: z.string().nullable(), evidence: EvidenceList })
  .readonly();
export type Condition = z.infer<typeof Condition>;

export const Deal = z
  .object({
    ...row,
    parties: Ids,
    asset: z.string().nullable(),
    assetEntity: z.string().nullable(),
    kind: z.string().nullable().describe('stake, purchase, concession, supply, investment, ...'),
    stage: z.enum(['floated', 'offered', 'in talks', 'agreed', 'done', 'dropped']).nullable(),
    amount: z.string().nullable(),
    conditions: z.array(Condition).readonly(),
  })
  .readonly();
export type Deal = z.infer<typeof Deal>;

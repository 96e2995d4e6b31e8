import { z } from 'zod';
import { Ids, row } from './ledger-row.ts';
import { Edtf } from './span.ts';

export const Sanction = z
  .object({
    ...row,
    target: z.string(),
    by: z.string().nullable(),
    date: Edtf.nullable(),
    reason: z.string().nullable(),
    status: z.enum(['imposed', 'lifted', 'demanded', 'planned', 'denied']),
  })
  .readonly();
export type Sanction = z.infer<typeof Sanction>;

export const SanctionsWaiver = z
  .object({
    ...row,
    for: z.string().nullable(),
    askedBy: Ids,
    grantedBy: Ids,
    directedBy: Ids,
    purpose: z.string().nullable(),
    date: Edtf.nullable(),
    status: z.enum(['asked', 'granted', 'refused', 'denied']),
  })
  .readonly();
export type SanctionsWaiver = z.infer<typeof SanctionsWaiver>;

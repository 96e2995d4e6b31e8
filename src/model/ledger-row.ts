import { z } from 'zod';
import { Evidence } from './span.ts';

export const Ids = z.array(z.string()).readonly();
export const Texts = z.array(z.string()).readonly();
export const EvidenceList = z.array(Evidence).readonly();

/** What every ledger row has. `finding` is the weighed statement that the thing is so. */
export const row = {
  id: z.string(),
  claims: Ids,
  finding: z.string().nullable(),
  corrected: Texts.optional().describe('What analysts corrected in its claims: who, when, why; left out where nothing'),
  evidence: EvidenceList,
};

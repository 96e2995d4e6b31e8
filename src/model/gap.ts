import { z } from 'zod';
import { EvidenceList, Ids, Texts } from './ledger-row.ts';

/** What a case does not tell, how much rests on it, and what would close it. */
export const Gap = z
  .object({
    id: z.string(),
    kind: z.enum([
      'one-origin',
      'unknown-origin',
      'origin-not-read',
      'not-heard',
      'no-date',
      'no-place',
      'no-name',
      'no-amount',
      'no-asset',
      'no-stage',
      'no-party',
      'no-view',
      'no-document-date',
      'no-outlet',
      'open-decision',
    ]),
    text: z.string(),
    closes: z.string().describe('What would close it'),
    about: Ids.describe('Origins, entities, documents, rows of ledgers or decisions that it is about'),
    findings: Ids.describe('What rests on it'),
    rests: z.int().describe('How many findings rest on it: the order in which gaps are shown'),
    reasons: Texts,
    evidence: EvidenceList,
  })
  .readonly();
export type Gap = z.infer<typeof Gap>;

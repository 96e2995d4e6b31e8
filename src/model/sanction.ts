import { z } from 'zod';
import { EvidenceList, Ids, row, Texts } from './ledger-row.ts';
import { Edtf, Form } from './span.ts';

/** What is told of an end to a sanction. Each step is a thing of its own: what is demanded is not promised, what is promised not done. */
export const Removal = z
  .object({
    status: z.enum(['demanded', 'promised', 'planned', 'lifted', 'refused']),
    by: Ids.describe('Who demands, promises, plans, does or refuses it'),
    date: Edtf.nullable(),
    claims: Ids,
    denials: Ids.describe('Claims that this is not so'),
    finding: z.string().nullable(),
    evidence: EvidenceList,
  })
  .readonly();
export type Removal = z.infer<typeof Removal>;

export const Sanction = z
  .object({
    ...row,
    target: z.string(),
    by: z.string().nullable().describe('Who imposed it, as most tell'),
    alsoBy: Ids.describe('Others who are said to have imposed it'),
    unnamedBy: Texts.describe('Words for who imposed it, where they name nobody'),
    date: Edtf.nullable().describe('Since when'),
    until: Edtf.nullable().describe('Until when: as told, or when it was lifted'),
    reason: z.string().nullable().describe('Why, in the words of the text'),
    status: z.enum(['imposed', 'lifted', 'demanded', 'planned', 'denied']),
    form: Form.describe('stated: somebody tells that it was imposed; implied: only its end is spoken of'),
    denials: Ids.describe('Claims that it is not so'),
    removal: z.array(Removal).readonly().describe('What is told of its end, in the order of the steps'),
  })
  .readonly();
export type Sanction = z.infer<typeof Sanction>;

export const SanctionsWaiver = z
  .object({
    ...row,
    for: z.string().nullable(),
    forWords: z.string().nullable().describe('Words for whom it is, where they name nobody'),
    askedBy: Ids,
    askedOf: Ids.describe('Who was asked for it'),
    grantedBy: Ids,
    refusedBy: Ids,
    directedBy: Ids,
    hesitant: z
      .array(
        z
          .object({
            who: z.object({ text: z.string(), entity: z.string().nullable() }).readonly(),
            claims: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('Who hesitated or objected'),
    unnamed: z
      .array(z.object({ role: z.enum(['requester', 'authority', 'director']), text: z.string() }).readonly())
      .readonly()
      .describe('Who had a part in it and is only described'),
    purpose: z.string().nullable(),
    form: z.string().nullable().describe('waiver or licence, as most call it'),
    askedDate: Edtf.nullable().describe('When it was asked for'),
    date: Edtf.nullable().describe(
      'When it was granted or refused; of one that is only asked for, when it was asked for',
    ),
    from: Edtf.nullable().describe('Valid from'),
    until: Edtf.nullable().describe('Valid until'),
    duration: z.string().nullable().describe('For how long, as most tell'),
    status: z.enum(['asked', 'granted', 'refused', 'denied']),
    denials: Ids.describe('Claims that it is not so'),
  })
  .readonly();
export type SanctionsWaiver = z.infer<typeof SanctionsWaiver>;

import { z } from 'zod';
import { Ids, row, Texts } from './ledger-row.ts';
import { Edtf } from './span.ts';

export const Meeting = z
  .object({
    ...row,
    kind: z.enum(['meeting', 'visit', 'call']),
    participants: Ids,
    unnamed: Texts.describe('Participants described but not named'),
    date: Edtf.nullable(),
    dateWords: Texts,
    place: z.string().nullable(),
    placeEntity: z.string().nullable(),
    channel: z.string().nullable().describe('in person, call, message, mediator; null when not stated'),
    duration: z.string().nullable(),
    status: z.enum(['held', 'planned', 'postponed', 'cancelled', 'denied', 'disputed', 'hypothetical']),
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;

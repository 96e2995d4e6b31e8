import { z } from 'zod';
import { Filler } from './filler.ts';
import { EvidenceList, Ids, row, Texts } from './ledger-row.ts';
import { Edtf, Polarity } from './span.ts';

export const Meeting = z
  .object({
    ...row,
    kind: z.enum(['meeting', 'visit', 'call']),
    participants: Ids,
    unnamed: Texts.describe('Participants described but not named'),
    sides: z
      .array(
        z
          .object({
            name: z.string().describe('Country or body, as written or as the case names it'),
            participants: Ids,
            unnamed: Texts.describe('Of the side, described but not named'),
            claims: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('Participants by whose side they are on, as far as it is told; who is of no known side is in none'),
    mediators: Ids.describe('Who went between the sides'),
    date: Edtf.nullable(),
    dateWords: Texts,
    place: z.string().nullable(),
    placeEntity: z.string().nullable(),
    channel: z.string().nullable().describe('in person, call, message, mediator; null when not stated'),
    standing: z.enum(['official', 'unofficial']).nullable().describe('As told; null when not stated, or told as both'),
    duration: z.string().nullable(),
    status: z.enum(['held', 'planned', 'postponed', 'cancelled', 'denied', 'disputed', 'hypothetical']),
    representations: z
      .array(
        z
          .object({
            who: z.string(),
            for: Filler,
            polarity: Polarity.describe('negative: said to have had no mandate, or the mandate denied'),
            claims: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('On whose authority its participants acted'),
    bypassed: z
      .array(
        z
          .object({
            who: Filler,
            polarity: Polarity.describe('negative: it is denied that they were kept out or uninformed'),
            claims: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly()
      .describe('Who was bypassed or uninformed'),
    handedOver: z
      .array(
        z
          .object({
            what: Filler,
            from: Ids,
            to: Ids,
            polarity: Polarity.describe('negative: the handing over is denied'),
            claims: Ids,
            evidence: EvidenceList,
          })
          .readonly(),
      )
      .readonly(),
    attendance: z
      .array(
        z
          .object({
            who: z.string(),
            status: z.enum(['told', 'disputed', 'denied']),
            claims: Ids.describe('Say that they took part'),
            denials: Ids.describe('Say that they did not'),
            evidence: EvidenceList.describe('Of both'),
          })
          .readonly(),
      )
      .readonly()
      .describe('A line for each participant'),
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;

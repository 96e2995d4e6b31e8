import { z } from 'zod';
import { Edtf } from './span.ts';

const Ids = z.array(z.string()).readonly();

/**
 * The light row of any item of a case: what filters, timelines, networks, tables and searches need of it, in the same
 * fields whatever list it is of. Worked out of the case and never part of it.
 */
export const Line = z
  .object({
    id: z.string(),
    list: z.string().describe('The list of the case that the item is in: meetings, findings, entities, ...'),
    kind: z
      .string()
      .nullable()
      .describe('Frame type, kind of tie, type of entity, ...; null where a list has no kinds'),
    text: z.string().describe('The item in one line of plain words, without its date'),
    aside: z.string().nullable().describe('What stands in small print beside it: outlet, post, weakest hop, ...'),
    standing: z
      .enum(['corroborated', 'single-origin', 'unknown-origin', 'disputed', 'denied', 'corrected'])
      .nullable()
      .describe('Of its finding; null where nothing was weighed'),
    state: z.string().nullable().describe('How far it has come: held, planned, granted, in talks, accepts, ...'),
    date: Edtf.nullable(),
    when: z.string().nullable().describe('The date in words'),
    from: z
      .int()
      .nullable()
      .describe('First day that the date may mean, in days since 1970-01-01; null: open or no date'),
    to: z.int().nullable().describe('The day after the last one; null: open or no date'),
    origins: Ids.describe('Known origins of its claims'),
    documents: Ids,
    entities: Ids,
    finding: z.string().nullable(),
    weight: z.int().nullable().describe('Points of its finding'),
    voices: z.int().nullable().describe('Independent voices of its finding'),
    claims: z.int().describe('How many claims it stands on'),
    judged: z.enum(['positive', 'negative', 'unsure']).nullable().describe('What analysts decided of its claims'),
  })
  .readonly();
export type Line = z.infer<typeof Line>;

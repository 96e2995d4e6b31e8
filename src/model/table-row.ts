import { z } from 'zod';
import { Filler } from './filler.ts';
import { row, Texts } from './ledger-row.ts';
import { Certainty, Edtf, Polarity } from './span.ts';

/** A row of a ledger that a beat brings with it: a thing whose frame type no built-in ledger lists. */
export const TableRow = z
  .object({
    ...row,
    type: z.string().describe('Frame type of the beat; its ledger lists the rows of one type or more'),
    cells: z
      .record(z.string(), z.array(Filler).readonly())
      .describe('By role or property of the frame: everybody and everything that some claim gives, ordered'),
    date: Edtf.nullable(),
    dateWords: Texts,
    duration: z.string().nullable(),
    status: z.enum(['held', 'planned', 'postponed', 'cancelled', 'hypothetical', 'ongoing', 'denied', 'disputed']),
    polarity: Polarity.describe('negative: it is only denied'),
    certainty: Certainty.describe('Of the surest claim'),
    conditions: Texts.describe('What it is said to hang on'),
  })
  .readonly();
export type TableRow = z.infer<typeof TableRow>;

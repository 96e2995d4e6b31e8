import { z } from 'zod';

/** `[start, end)` in UTF-16 code units of a document's stored text. */
export const Span = z.tuple([z.int().min(0), z.int().min(0)]).describe('[start, end) in UTF-16 code units');
export type Span = readonly [start: number, end: number];

/** A place in a document with the exact words found there: what every line of a case stands on. */
export const Evidence = z
  .object({
    document: z.string().describe('Document id'),
    start: z.int().min(0),
    end: z.int().min(0),
    quote: z.string().min(1).describe('The stored text from start to end, to the letter'),
  })
  .readonly();
export type Evidence = z.infer<typeof Evidence>;

/** Extended Date/Time Format (Library of Congress): as exact as the words, never sharper. */
export const Edtf = z
  .string()
  .min(4)
  .describe('EDTF: 2031-05-14, 2031-05, 2031-22 (summer), 2031-05-01/2031-05-07, 2031-05~');
export type Edtf = z.infer<typeof Edtf>;

export const Polarity = z.enum(['positive', 'negative']);
export type Polarity = z.infer<typeof Polarity>;

export const Certainty = z.enum(['certain', 'probable', 'possible', 'underspecified']);
export type Certainty = z.infer<typeof Certainty>;

export const Tense = z.enum(['future', 'non-future']);
export type Tense = z.infer<typeof Tense>;

export const Form = z.enum(['stated', 'implied']);
export type Form = z.infer<typeof Form>;

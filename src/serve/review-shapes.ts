import { z } from '@hono/zod-openapi';
import { Chains } from './chains-of.ts';

/** An open question: what it is about, why it is asked, and how much hangs on it. */
export const ReviewItem = z
  .object({
    id: z.string().describe('Of the question; stays while the case asks it'),
    kind: z.enum(['claim', 'contradiction', 'joined', 'kept-apart', 'open-decision', 'source']),
    text: z.string().describe('What is asked about, in a line'),
    why: z.string().describe('Why it stands here, as a sentence'),
    hangs: z.object({ findings: z.int(), interests: z.int() }).describe('What a decision could change'),
    subject: z
      .object({ list: z.string(), id: z.string(), text: z.string() })
      .describe('What a decision is taken on: as the decide route takes it'),
    other: z
      .object({ id: z.string(), text: z.string() })
      .nullable()
      .describe('Of a question of identity: the other one, as the decide route takes it'),
    leads: z.object({ list: z.string(), id: z.string() }).describe('Where more of it stands'),
    judged: z.string().nullable().describe('What analysts decided of it'),
  })
  .openapi('ReviewItem');
export type ReviewItem = z.infer<typeof ReviewItem>;

/** A stretch of a document around what is asked about. */
export const Passage = z
  .object({
    document: z.string(),
    title: z.string(),
    outlet: z.string().nullable(),
    when: z.string().nullable(),
    origins: z.array(z.string()),
    label: z.string().nullable().describe('What of the question stands here: a side, a name'),
    before: z.string(),
    quote: z.string().describe('To the letter'),
    after: z.string(),
    start: z.int().describe('Of the quote in the text of the document, in UTF-16 code units'),
    end: z.int(),
    said: Chains.describe('Who says so'),
    claim: z.string().nullable().describe('The claim that stands on it'),
  })
  .openapi('Passage');
export type Passage = z.infer<typeof Passage>;

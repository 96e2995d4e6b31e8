import { z } from '@hono/zod-openapi';
import { Line } from '../model/index.ts';

const Pieces = z
  .array(z.object({ text: z.string(), isMatch: z.boolean() }).readonly())
  .readonly()
  .describe('One after the other they are the text to the letter');

/** A stretch of a document with what was searched for in it. */
export const FoundPassage = z
  .object({
    start: z.int(),
    end: z.int(),
    matches: z
      .array(z.tuple([z.int(), z.int()]).readonly())
      .readonly()
      .describe('[start, end) of each match in the stored text'),
    pieces: Pieces,
  })
  .readonly();

export const SearchHit = z
  .object({
    line: Line,
    title: Pieces.nullable().describe('Of a document: its title with the matches marked'),
    passages: z.array(FoundPassage).readonly().describe('Of a document: where the words stand, at most three'),
  })
  .readonly();
export type SearchHit = z.infer<typeof SearchHit>;

/** What was found in one list. */
export const SearchGroup = z
  .object({
    list: z.string(),
    total: z.int(),
    isTotalExact: z.boolean().describe('false: there are more than are counted'),
    hits: z.array(SearchHit).readonly(),
  })
  .readonly();
export type SearchGroup = z.infer<typeof SearchGroup>;

export const SearchAnswer = z
  .object({
    digest: z.string(),
    q: z.string(),
    groups: z
      .array(SearchGroup)
      .readonly()
      .describe('A few hits of each list in which something was found; a page of the one list that was asked for'),
    near: z
      .array(z.object({ id: z.string(), name: z.string(), called: z.string(), type: z.string().nullable() }).readonly())
      .readonly()
      .describe('Where no entity is called so: names that are nearest to what was typed'),
  })
  .openapi('SearchAnswer');
export type SearchAnswer = z.infer<typeof SearchAnswer>;

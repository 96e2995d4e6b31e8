import { z } from 'zod';
import { byText } from './ids.ts';
import { isInReadLanguage, READ_LANGUAGE, REPORTING_BLOCKS, type Reading } from './reading.ts';

/** How much of a document was not read, because it is in a language that is not read. */
export const Unread = z
  .object({
    share: z
      .number()
      .min(0)
      .max(1)
      .describe('Of the characters of its reporting, to the thousandth; 0: all of it was read'),
    languages: z
      .array(z.string())
      .readonly()
      .describe('Of what was not read, in order: BCP 47, "und" where it cannot be told'),
  })
  .readonly();
export type Unread = z.infer<typeof Unread>;

/** What of a document was not read for its language. Where nothing is marked as reporting, all that stands in it counts. */
export const unreadOf = ({ blocks, language }: Pick<Reading, 'blocks' | 'language'>): Unread => {
  const reporting = blocks.filter(({ kind }) => REPORTING_BLOCKS.has(kind));
  const counted = reporting.length > 0 ? reporting : blocks;
  const sizeOf = (some: typeof blocks): number => some.reduce((sum, { start, end }) => sum + end - start, 0);
  const unread = counted.filter((block) => !isInReadLanguage(block, language));
  const size = sizeOf(counted);
  const languages = new Set(unread.flatMap((block) => block.language ?? language ?? []));
  languages.delete(READ_LANGUAGE);
  return {
    // A word in a long document is not nothing.
    share: size === 0 || unread.length === 0 ? 0 : Math.max(0.001, Math.round((sizeOf(unread) / size) * 1000) / 1000),
    languages: [...languages].sort(byText),
  };
};

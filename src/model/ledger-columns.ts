import { z } from 'zod';

/** How a field of a row becomes words: a field by its path, a sentence with fields in braces, or one for each item of a list. */
const ColumnPart = z
  .union([
    z.string().min(1),
    z.strictObject({
      each: z.string().min(1).describe('A list of the row: "conditions"'),
      say: z.string().min(1).describe('What to print of each item: a field of it, or words with fields in braces'),
    }),
  ])
  .describe(
    'A field of the row ("place", "sides.name"; "#sides": how many), or words with fields in braces ("asked by {askedBy}"), left out when a field in them is ' +
      'empty; words in square brackets are left out alone ("{status}[ by {by}]"). "disputed" says that some deny the row, "implied" that it only follows. In a ledger of the beat\'s own a field is a role or property of its frames, or date, dateWords, duration, status, polarity, certainty, conditions',
  );
export type ColumnPart = z.infer<typeof ColumnPart>;

/** One column of a ledger as `show` and the brief print it. */
export const LedgerColumn = z.strictObject({
  title: z.string().min(1).max(40),
  shows: z.array(ColumnPart).min(1).readonly().describe('In the order in which they are printed'),
  width: z.number().min(1).max(100).optional().describe('Share of the width in the brief, in percent'),
});
export type LedgerColumn = z.infer<typeof LedgerColumn>;

/** A ledger: what it is called, of which frames it is, and its columns in their order. */
export const LedgerDefinition = z.strictObject({
  title: z.string().min(1),
  lead: z.string().optional().describe('A sentence under the title in the brief'),
  of: z
    .array(z.string().min(1))
    .min(1)
    .readonly()
    .optional()
    .describe(
      "Frames of the beat whose things it lists. Only for a ledger of the beat's own: the built-in ones know theirs",
    ),
  columns: z.array(LedgerColumn).min(1).max(12).readonly(),
});
export type LedgerDefinition = z.infer<typeof LedgerDefinition>;

/** The file `ledgers.yaml` of a beat: ledgers by the name under which `show` prints them. */
export const LedgerDefinitions = z.record(
  z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens'),
  LedgerDefinition,
);
export type LedgerDefinitions = Readonly<Record<string, LedgerDefinition>>;

/** The fields that words with braces name: "asked by {askedBy}" names `askedBy`; words without braces are a field. */
export const fieldsIn = (part: string): readonly string[] =>
  part.includes('{') ? [...part.matchAll(/\{([^{}]*)\}/g)].map(([, field]) => field?.trim() ?? '') : [part.trim()];

/**
 * Fields that are worked out when a row, or an item of a list in one, is printed: that some deny it (`disputed`), whose part is
 * denied (`contested`), words in quotation marks or in others (`quoted`, `paraphrased`), that it only follows (`implied`).
 */
export const WORKED_OUT_FIELDS = ['disputed', 'contested', 'quoted', 'paraphrased', 'implied'] as const;
export type WorkedOutField = (typeof WORKED_OUT_FIELDS)[number];

import { z } from '@hono/zod-openapi';
import { Edtf, Evidence } from '../model/index.ts';

const Piece = z.object({
  text: z.string(),
  id: z.string().optional(),
  list: z.string().optional().describe('The list of the case that the id is of'),
  date: Edtf.optional(),
});

const Part = z.object({
  pieces: z.array(Piece).describe('Words; a name with the id that it leads to, a date in words with its EDTF'),
  field: z.string().nullable().describe('The field of the row that it prints, where it is one'),
  form: z.enum(['stated', 'implied']).nullable(),
  evidence: z.array(Evidence).describe('Of a part that prints an item of a list: where that is told, cut'),
});

const Step = z.object({
  word: z.string(),
  date: Edtf.nullable(),
  when: z.string().nullable().describe('The date in words'),
  isDenied: z.boolean(),
});

/** A row of a ledger as its table shows it. */
export const TableRowAnswer = z.object({
  id: z.string(),
  group: z.string().nullable(),
  cells: z.array(z.array(Part)).describe('By column'),
  isDenied: z.boolean().describe('It is told by denials only'),
  steps: z.array(Step).describe('How far it has come, where the ledger has such steps'),
  line: z.object({
    standing: z.string().nullable(),
    state: z.string().nullable(),
    origins: z.array(z.string()),
    weight: z.int().nullable(),
    voices: z.int().nullable(),
    claims: z.int(),
    documents: z.int(),
    date: Edtf.nullable(),
    from: z.int().nullable(),
    to: z.int().nullable(),
    judged: z.string().nullable(),
  }),
});
export type TableRowAnswer = z.infer<typeof TableRowAnswer>;

const Facet = z.array(z.object({ value: z.string(), count: z.int() }));

/** Rows of a ledger as its table shows them. */
export const LedgerAnswer = z
  .object({
    digest: z.string(),
    name: z.string(),
    title: z.string(),
    lead: z.string().nullable(),
    list: z.string().describe('The list of the case that its rows are in'),
    columns: z.array(z.object({ key: z.string(), title: z.string(), width: z.number().nullable() })),
    steps: z.array(z.string()).describe('Words of the steps in their order; empty for ledgers without'),
    all: z.int().describe('Rows without any filter'),
    total: z.int().describe('Rows that pass the filter'),
    places: z.int().describe('Rows as listed: one that stands in several groups counts in each'),
    offset: z.int(),
    limit: z.int(),
    groups: z.array(z.object({ key: z.string(), title: z.string(), count: z.int(), id: z.string().nullable() })),
    facets: z
      .object({ kind: Facet, state: Facet, standing: Facet })
      .describe('What may be filtered by, and how many rows would be left of it'),
    span: z.object({ from: z.int().nullable(), to: z.int().nullable() }).describe('Days between which all dates lie'),
    items: z.array(TableRowAnswer),
  })
  .openapi('LedgerTable');
export type LedgerAnswer = z.infer<typeof LedgerAnswer>;

/** The ledgers of a case. */
export const LedgerList = z
  .object({
    digest: z.string(),
    items: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        lead: z.string().nullable(),
        list: z.string(),
        rows: z.int(),
        isOwn: z.boolean().describe('Brought by the beat; not built in'),
      }),
    ),
  })
  .openapi('Ledgers');
export type LedgerList = z.infer<typeof LedgerList>;

import { z } from 'zod';
import { LedgerDefinitions } from './ledger-columns.ts';

/** What a case file keeps of a beat that its documents were read with: how its ledgers are printed. */
export const KeptBeat = z
  .object({
    id: z.string().describe('As it stands last in the version of the reader: the name and a hash'),
    name: z.string(),
    title: z.string(),
    ledgers: LedgerDefinitions,
  })
  .readonly();
export type KeptBeat = z.infer<typeof KeptBeat>;

/** The beat's id in a version of a reader. */
export const beatOfReader = (reader: string): string => reader.slice(reader.lastIndexOf('+') + 1);

/** The beat's name in its id: all but the hash. */
export const nameOfBeat = (id: string): string => id.replace(/-[0-9a-f]{12}$/, '');

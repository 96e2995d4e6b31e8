import { z } from 'zod';
import { AcquireStep } from './document.ts';
import { sha256 } from './ids.ts';

/** By whose hand something came in. */
export const Hand = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('command'),
      words: z.array(z.string()).readonly().describe('The command as it was given, secrets left out'),
      folder: z.string().describe('The folder it was given in; it stands nowhere else'),
    })
    .readonly(),
  z
    .object({ kind: z.literal('desk'), by: z.string().describe('Who dropped it on the desk or named it there') })
    .readonly(),
  z
    .object({ kind: z.literal('watch'), source: z.string().describe('The folder, feed or page that is watched') })
    .readonly(),
  z
    .object({ kind: z.literal('program') })
    .readonly()
    .describe('A program that uses this one as a library'),
]);
export type Hand = z.infer<typeof Hand>;

/** When and how something came in: what whoever takes it in knows and its bytes do not say. */
export interface Arrival {
  /** ISO instant, UTC. */
  readonly at: string;
  readonly how: Hand;
  /** What took it in, with its version. */
  readonly program: string;
}

const Hash = z.string().length(64);

/**
 * One entry of the custody log: a document that came in, or an input that was refused. Each carries the hash of the entry before
 * it, so that none can be changed, taken out or put between others without all that follow it being made anew.
 */
export const CustodyEntry = z
  .object({
    number: z.int().min(1),
    before: Hash.nullable().describe('SHA-256 of the entry before, as its line stands in the log; null for the first'),
    at: z.iso.datetime().describe('When it came in, UTC'),
    how: Hand,
    program: z.string(),
    path: z
      .string()
      .describe('Path or address as it was given; of what is inside of a file its path, !/, and the name there'),
    sha256: Hash.nullable().describe('Of the bytes; null where none were had'),
    bytes: z.int().nullable(),
    mediaType: z.string().nullable(),
    document: z.string().nullable().describe('Id of the document that it became; null where it was refused'),
    steps: z.array(AcquireStep).readonly().describe('From what came in to the stored text, outermost first'),
    textSha256: Hash.nullable().describe('Of the stored text'),
    reader: z.string().nullable().describe('Who read the text first'),
    refused: z.object({ code: z.string(), reason: z.string() }).readonly().nullable(),
  })
  .readonly();
export type CustodyEntry = z.infer<typeof CustodyEntry>;

/** The line of an entry: its JSON in the fixed order of its fields, without space. What is hashed. */
export const custodyLine = (entry: CustodyEntry): string => JSON.stringify(CustodyEntry.parse(entry));

/** What the next entry carries as `before`. */
export const custodyHash = (line: string): string => sha256(line);

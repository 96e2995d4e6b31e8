import { acquireBytes } from '../../src/acquire/index.ts';
import { Document } from '../../src/model/index.ts';
import type { Seed } from './seeds.ts';

/** What came of a file. */
export interface Tried {
  readonly documents: number;
  readonly refusals: number;
  /** Promises of the room that were broken; none in a good run. */
  readonly faults: readonly string[];
  /** Refusals whose words are a program's, not ours: no harm, but of no help to who reads them. */
  readonly rough: readonly string[];
}

const ROUGH =
  /is not a function|Cannot (?:read|set|destructure)|undefined|not iterable|Maximum call stack|Invalid (?:array|string) length|is not defined|not an object|of null/;

/** Whether places stand in the text, in order where they must. */
const faultsOf = (document: Document): readonly string[] => {
  const parsed = Document.safeParse(document);
  if (!parsed.success) return [`no document by the schema: ${parsed.error.issues[0]?.path.join('.')}`];
  const { text, layout, anchors, found } = document;
  const isIn = (start: number, end: number): boolean => start >= 0 && start <= end && end <= text.length;
  const faults: string[] = [];
  if (!layout.every(({ start, end }) => isIn(start, end)))
    faults.push('a stretch of the layout is outside of the text');
  if (!anchors.every(({ start, end }) => isIn(start, end))) faults.push('an anchor is outside of the text');
  if (!anchors.every(({ start }, i) => start >= (anchors[i - 1]?.end ?? 0)))
    faults.push('anchors overlap or are out of order');
  if (!found.every(({ span }) => span === null || isIn(span[0], span[1]))) faults.push('a fact is outside of the text');
  return faults;
};

/** Takes in a file and checks all that the room promises of any bytes. */
export const tryFile = async ({ kind, bytes }: Seed): Promise<Tried> => {
  let documents = 0;
  let refusals = 0;
  const faults: string[] = [];
  const rough: string[] = [];
  try {
    // A copy, so that a reader that changes its bytes does not change the next file.
    for await (const one of acquireBytes(Uint8Array.from(bytes), `pile/file.${kind}`)) {
      if (one.kind === 'document') {
        documents++;
        faults.push(...faultsOf(one.document));
      } else {
        refusals++;
        if (ROUGH.test(one.refusal.reason)) rough.push(one.refusal.reason);
      }
    }
  } catch (error) {
    faults.push(`threw: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (documents + refusals === 0) faults.push('gave neither a document nor a refusal');
  return { documents, refusals, faults, rough };
};

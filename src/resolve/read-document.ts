import type { Document, Reading } from '../model/index.ts';

/** A document with what was read in it. */
export interface ReadDocument {
  readonly document: Document;
  readonly reading: Reading;
}

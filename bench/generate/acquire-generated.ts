import { documentFromBytes } from '../../src/acquire/index.ts';
import type { Document } from '../../src/model/index.ts';
import type { GeneratedDocument } from './write-document.ts';

/** An invented text as the product acquires it from a file. */
export const acquireGenerated = async ({ name, text }: GeneratedDocument): Promise<Document> => {
  const acquired = await documentFromBytes(Buffer.from(text), name);
  if (acquired.kind === 'refused') throw new Error(`Expected a document: ${acquired.refusal.reason}`);
  return acquired.document;
};

import { acquireFile, findInputs } from '../../src/acquire/index.ts';
import type { Document, Reading } from '../../src/model/index.ts';
import { type Beat, type Network, read, survey } from '../../src/read/index.ts';

/** The documents of a folder, in the order of their paths; what cannot be taken is left out. */
export const acquireFolder = async (folder: string): Promise<readonly Document[]> => {
  const documents: Document[] = [];
  for (const path of (await findInputs([folder])).files) {
    for await (const acquired of acquireFile(path)) if (acquired.kind === 'document') documents.push(acquired.document);
  }
  return documents;
};

/** Reads documents one by one, as the command line does. */
export const readDocuments = async (
  documents: readonly Document[],
  beat: Beat,
  network: Network,
): Promise<readonly { readonly document: Document; readonly reading: Reading }[]> => {
  const inputs = [];
  for (const document of documents) {
    const [surveyed] = await survey(network, [document]);
    if (surveyed !== undefined)
      inputs.push({ document, reading: read(document, beat, surveyed, { model: network.version }) });
  }
  return inputs;
};

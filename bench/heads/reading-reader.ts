import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Document, Mention, Reading, Span } from '../../src/model/index.ts';
import type { Precision } from '../../src/read/network/index.ts';
import type { Answers, HeadsReader } from './answers.ts';
import type { Labelled } from './labelled-document.ts';

/** What of a checkout is used. Both the first version and this one have it. */
interface Checkout {
  readonly documentFromBytes: (
    bytes: Uint8Array,
    path: string,
  ) => Promise<{ readonly kind: 'document'; readonly document: Document } | { readonly kind: 'refused' }>;
  readonly openReader: (settings: { readonly precision: Precision; readonly threads: number }) => Promise<{
    run(job: {
      kind: 'document';
      document: Document;
    }): Promise<{ kind: 'read'; reading: Reading } | { kind: 'refused'; refusal: { reason: string } }>;
    /** The first version had nothing to close. */
    close?(): Promise<void>;
  }>;
}

/** Types of mentions in the words of worldwide-news-ner. Assets and instruments are what comes nearest to its products. */
const WORLD_TYPES: Readonly<Record<Mention['type'], string>> = {
  person: 'Person',
  organization: 'Organization',
  publicBody: 'Organization',
  place: 'Location',
  facility: 'Facility',
  group: 'NORP',
  asset: 'Product',
  instrument: 'Product',
  money: 'Money',
};

const NOTHING: Answers = { names: { world: [] }, attributions: [], mentions: [], chains: [] };

/** Names, times, attributions and chains of a reading, in the shape that is scored. */
export const answersOfReading = ({ mentions, times, attributions }: Reading): Answers => {
  const names = mentions.filter(({ form }) => form === 'name');
  const world: Labelled[] = [
    // Without its title, as the corpus has it.
    ...names.map(({ head: [start, end], type }) => ({ start, end, label: WORLD_TYPES[type] })),
    ...times.map(({ start, end }) => ({ start, end, label: 'Date' })),
  ];
  const chains = new Map<number, Span[]>();
  for (const { chain, start, end } of mentions) chains.set(chain, [...(chains.get(chain) ?? []), [start, end]]);
  return {
    names: { world },
    attributions,
    mentions: mentions.map(({ start, end }) => [start, end] as const),
    chains: [...chains.values()].filter((chain) => chain.length > 1),
  };
};

/**
 * Reads as the product does, blocks and all: `read` of this checkout or of another, such as that of an older version.
 *
 * A text that it refuses gives nothing.
 */
export const openReadingReader = async (
  checkout: string,
  precision: Precision,
  threads: number,
): Promise<HeadsReader> => {
  const load = (path: string): Promise<Checkout> => import(pathToFileURL(join(checkout, path)).href);
  const { documentFromBytes } = await load('src/acquire/index.ts');
  const { openReader } = await load('src/read-one.ts');
  const reader = await openReader({ precision, threads });
  return {
    called: 'reading',
    read: async (text) => {
      const acquired = await documentFromBytes(Buffer.from(text), 'text.txt');
      if (acquired.kind === 'refused') return NOTHING;
      const outcome = await reader.run({ kind: 'document', document: acquired.document });
      if (outcome.kind === 'refused') throw new Error(`Expected to read it, but: ${outcome.refusal.reason}`);
      return answersOfReading(outcome.reading);
    },
    close: async () => reader.close?.(),
  };
};

import { describe, expect, it } from 'vitest';
import { CASE_LISTS, type Case, type Document, makeDecision, type Reading, sha256 } from '../../src/model/index.ts';
import type { Addition, CaseStore } from '../../src/store/index.ts';

/** A document of plain text as `acquire` would make it, with nothing found in it. */
export const makeDocument = (text: string, path: string, more: Partial<Document> = {}): Document => {
  const hash = sha256(text);
  return {
    id: `doc-${hash.slice(0, 12)}`,
    path,
    paths: [path],
    sha256: hash,
    bytes: Buffer.byteLength(text),
    mediaType: 'text/plain',
    encoding: 'utf-8',
    text,
    title: null,
    outlet: null,
    byline: null,
    published: null,
    found: [],
    layout: [],
    ...more,
  };
};

/** A reading that found one sentence: the whole text. */
export const makeReading = (document: Document, reader = 'reader/1'): Reading => ({
  document: {
    id: document.id,
    path: document.path,
    sha256: document.sha256,
    title: document.title,
    outlet: document.outlet,
    byline: document.byline,
    published: document.published,
  },
  reader,
  language: 'en',
  blocks: [{ kind: 'body', start: 0, end: document.text.length }],
  sentences: [[0, document.text.length]],
  mentions: [],
  attributions: [],
  times: [],
  frames: [],
  citations: [],
});

export const makeAddition = (text: string, path: string, more: Partial<Document> = {}): Addition => {
  const document = makeDocument(text, path, more);
  return { document, reading: makeReading(document) };
};

/** A case whose only list with items is that of its documents, each on its first word. */
export const makeCase = (documents: readonly Document[]): Case => ({
  ...(Object.fromEntries(CASE_LISTS.map((list) => [list, []])) as unknown as Case),
  format: 'backchannel-case/1',
  documents: documents.map((document) => ({
    id: document.id,
    path: document.path,
    paths: document.paths,
    sha256: document.sha256,
    mediaType: document.mediaType,
    language: 'en',
    title: document.title,
    outlet: document.outlet,
    byline: document.byline,
    published: document.published,
    found: {},
    origins: [],
    chain: [],
    evidence: [{ document: document.id, start: 0, end: 4, quote: document.text.slice(0, 4) }],
  })),
});

const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

const everything = async (store: CaseStore) => ({
  entries: await store.entries(),
  inputs: await collect(store.inputs()),
});

/** What a test needs of an implementation. */
export interface StoreUnderTest {
  readonly name: string;
  /** A new, empty store of its own. */
  open(): Promise<CaseStore>;
  /** The same store after its process has gone and another has come. */
  reopen(store: CaseStore): Promise<CaseStore>;
  /** Changes the text of a document behind the store's back. */
  tamper(store: CaseStore, document: string, text: string): Promise<void>;
}

/** What every `CaseStore` keeps to, whatever it is made of. */
export const caseStoreContract = ({ name, open, reopen, tamper }: StoreUnderTest): void => {
  describe(`CaseStore contract: ${name}`, () => {
    it('is empty when new', async () => {
      const store = await open();
      expect(await store.entries()).toEqual([]);
      expect(await collect(store.inputs())).toEqual([]);
      expect(await store.derivation()).toBeNull();
      expect(await store.document('doc-000000000000')).toBeNull();
      expect((await store.counts()).documents).toBe(0);
      await store.close();
    });

    it('gives back a document and its reading to the letter', async () => {
      const text = 'Zoë said: “No”.\r\n\tשלום 👋 \u0000 \ufeff \ud800 end';
      const addition = makeAddition(text, 'pile/a\nb.txt', {
        title: 'A \u0000 title',
        published: '2031-05',
        found: [{ field: 'title', value: 'A title', by: 'heading', span: [0, 3] }],
        layout: [{ kind: 'heading', start: 0, end: 3 }],
      });
      const store = await open();
      expect(await store.add([addition])).toEqual(['new']);
      const again = await reopen(store);
      expect(await again.document(addition.document.id)).toEqual(addition.document);
      expect(await collect(again.inputs())).toEqual([addition]);
      expect(await collect(again.faults())).toEqual([]);
      await again.close();
    });

    it('keeps plain text that looks like an encoded one as it is', async () => {
      const texts = ['\ufeffmarked', '', '0', '\u0000', '\udfff'];
      const store = await open();
      await store.add(texts.map((text, i) => makeAddition(text, `${i}.txt`)));
      const inputs = await collect(store.inputs());
      expect(inputs.map((input) => input.document.text).sort()).toEqual([...texts].sort());
      expect(await collect(store.faults())).toEqual([]);
      await store.close();
    });

    it('says that a document is known when content and path are', async () => {
      const store = await open();
      await store.add([makeAddition('The envoys met.', 'a.txt')]);
      const before = await everything(store);
      expect(await store.add([makeAddition('The envoys met.', 'a.txt')])).toEqual(['known']);
      expect(await everything(store)).toEqual(before);
      await store.close();
    });

    it('adds a path only, for the same content under another path', async () => {
      const store = await open();
      await store.add([makeAddition('The envoys met.', 'b.txt')]);
      expect(await store.add([makeAddition('The envoys met.', 'c.txt')])).toEqual(['path']);
      const [entry, ...others] = await store.entries();
      expect(others).toEqual([]);
      expect(entry?.paths).toEqual(['b.txt', 'c.txt']);
      await store.close();
    });

    it('keeps both documents of a path whose file has changed', async () => {
      const store = await open();
      await store.add([makeAddition('The envoys met.', 'a.txt')]);
      expect(await store.add([makeAddition('The envoys never met.', 'a.txt')])).toEqual(['new']);
      expect((await store.entries()).map((entry) => entry.paths)).toEqual([['a.txt'], ['a.txt']]);
      await store.close();
    });

    it('keeps what was acquired from the path that comes first, whichever came first in time', async () => {
      const html = makeAddition('<p>The envoys met.', 'a.html', { mediaType: 'text/html', text: 'The envoys met.' });
      const plain = makeAddition('<p>The envoys met.', 'b.txt');
      const stores = [await open(), await open()] as const;
      await stores[0].add([html, plain]);
      await stores[1].add([plain]);
      expect(await stores[1].add([html])).toEqual(['path']);
      expect(await everything(stores[1])).toEqual(await everything(stores[0]));
      expect((await stores[1].document(html.document.id))?.text).toBe('The envoys met.');
      for (const store of stores) await store.close();
    });

    it('puts a reading by another reader in the place of the stored one', async () => {
      const store = await open();
      const { document, reading } = makeAddition('The envoys met.', 'a.txt');
      await store.add([{ document, reading }]);
      expect(await store.add([{ document, reading: makeReading(document, 'reader/2') }])).toEqual(['reread']);
      expect((await collect(store.inputs())).map((input) => input.reading.reader)).toEqual(['reader/2']);
      await store.close();
    });

    it('gives documents in order of their ids, in whatever order they came', async () => {
      const additions = Array.from({ length: 150 }, (_, i) => makeAddition(`Meeting number ${i}.`, `${i}.txt`));
      const stores = [await open(), await open()] as const;
      await stores[0].add(additions);
      for (const addition of [...additions].reverse()) await stores[1].add([addition]);
      const ids = (await collect(stores[0].inputs())).map((input) => input.document.id);
      expect(ids).toEqual([...ids].sort());
      expect(ids).toHaveLength(150);
      expect(await everything(stores[1])).toEqual(await everything(stores[0]));
      for (const store of stores) await store.close();
    });

    it('adds entries to the journal once, and gives them in the order in which they were decided', async () => {
      const decide = (at: string, name: string) =>
        makeDecision({ at, by: 'ana', kind: 'rate', subjects: [{ kind: 'source', name }], value: 'B', why: null });
      const [late, early] = [decide('2034-02-01T10:00:00Z', 'Post'), decide('2034-01-01T10:00:00Z', 'Courier')];
      const store = await open();
      expect(await store.decisions()).toEqual([]);
      expect(await store.decide([late])).toEqual(['new']);
      expect(await store.decide([early, late])).toEqual(['new', 'known']);
      expect(await store.decisions()).toEqual([early, late]);
      expect(await collect(store.faults())).toEqual([]);
      const again = await reopen(store);
      expect(await again.decisions()).toEqual([early, late]);
      await again.close();
    });

    it('keeps nothing of a batch that fails', async () => {
      const store = await open();
      const good = makeAddition('The envoys met.', 'a.txt');
      const bad = makeAddition('They parted.', 'b.txt', { bytes: null as unknown as number });
      await expect(store.add([good, bad])).rejects.toThrow();
      expect(await store.entries()).toEqual([]);
      expect(await store.add([good])).toEqual(['new']);
      await store.close();
    });

    it('replaces the derived case as a whole', async () => {
      const [one, two] = [makeDocument('The envoys met.', 'a.txt'), makeDocument('They parted.', 'b.txt')];
      const store = await open();
      await store.replaceCase('digest-1', makeCase([one, two]));
      await store.replaceCase('digest-2', makeCase([two]));
      const again = await reopen(store);
      expect((await again.derivation())?.digest).toBe('digest-2');
      expect((await again.counts()).documents).toBe(1);
      const items = await collect(again.items('documents'));
      expect(items.map((item) => JSON.parse(item.json))).toEqual(makeCase([two]).documents);
      expect(await again.item('documents', one.id)).toBeNull();
      expect((await again.item('documents', two.id))?.id).toBe(two.id);
      await again.close();
    });

    it('names a document whose text is not as it was stored', async () => {
      const store = await open();
      const [kept, changed] = [makeAddition('The envoys met.', 'a.txt'), makeAddition('They parted.', 'b.txt')];
      await store.add([kept, changed]);
      await tamper(store, changed.document.id, 'They partee.');
      const faults = await collect(store.faults());
      expect(faults.map((fault) => [fault.code, fault.document])).toEqual([
        ['store/text-changed', changed.document.id],
      ]);
      await store.close();
    });
  });
};

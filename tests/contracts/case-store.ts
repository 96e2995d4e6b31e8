import { describe, expect, it } from 'vitest';
import { type Case, type Document, makeDecision, type Notice } from '../../src/model/index.ts';
import type { CaseStore } from '../../src/store/index.ts';
import { capturesContract } from './captures.ts';
import { custodyContract } from './custody.ts';
import { makeAddition, makeCase, makeDocument, makeReading } from './make-case.ts';

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
  /** The same store, opened a second time by somebody else. */
  beside(store: CaseStore): Promise<CaseStore>;
  /** Changes the text of a document behind the store's back. */
  tamper(store: CaseStore, document: string, text: string): Promise<void>;
  /** Puts other bytes in the place of an original behind the store's back. */
  tamperOriginal(store: CaseStore, sha256: string, bytes: Uint8Array): Promise<void>;
  /** Tries to change or take out an entry of the custody log; by force where the store does not let it. */
  tamperCustody(store: CaseStore, number: number, json: string | null, force: boolean): Promise<void>;
  /** Changes a capture behind the store's back, or takes it out; with `force` whatever guards it. */
  tamperCapture(store: CaseStore, id: string, json: string | null, force: boolean): Promise<void>;
}

/** What every `CaseStore` keeps to, whatever it is made of. */
export const caseStoreContract = (under: StoreUnderTest): void => {
  const { name, open, reopen, beside, tamper } = under;
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

    it('writes a case over another row by row, whichever of its items are the same objects, new, other or gone', async () => {
      const documents = Array.from({ length: 9 }, (_, i) => makeDocument(`Meeting number ${i}.`, `${i}.txt`));
      const whole = makeCase(documents);
      const items = whole.documents;
      const other = items.slice(0, 3).map((item) => ({ ...item, language: 'fr' }));
      const cases = [
        whole,
        { ...whole, documents: [...other, ...items.slice(3)] },
        { ...whole, documents: items.slice(4) },
        { ...whole, documents: structuredClone(items) },
        makeCase([]),
        whole,
      ];
      const store = await open();
      for (const [at, one] of cases.entries()) {
        await store.replaceCase(`digest-${at}`, one);
        const stored = (await collect(store.items('documents'))).map(({ json }) => JSON.parse(json));
        expect(stored).toEqual([...one.documents].sort((a, b) => (a.id < b.id ? -1 : 1)));
        expect(await collect(store.faults())).toEqual([]);
      }
      await store.close();
    });

    it('gives the same hash of the items whatever was stored before them', async () => {
      const [one, two] = [makeDocument('The envoys met.', 'a.txt'), makeDocument('They parted.', 'b.txt')];
      const stores = [await open(), await open()] as const;
      await stores[0].replaceCase('digest', makeCase([one, two]));
      await stores[1].replaceCase('before', makeCase([two]));
      await stores[1].replaceCase('digest', makeCase([one, two]));
      expect(await stores[1].derivation()).toEqual(await stores[0].derivation());
      for (const store of stores) await store.close();
    });

    it('writes over what another process has written meanwhile', async () => {
      const documents = ['The envoys met.', 'They parted.', 'They met again.'].map((text, i) =>
        makeDocument(text, `${i}.txt`),
      );
      const whole = makeCase(documents);
      const store = await open();
      await store.replaceCase('digest-1', whole);
      const others = await beside(store);
      await others.replaceCase('digest-2', makeCase([documents[0] as Document]));
      await others.close();
      await store.replaceCase('digest-3', { ...whole, documents: whole.documents.slice(0, 2) });
      expect(await collect(store.items('documents'))).toHaveLength(2);
      expect(await collect(store.faults())).toEqual([]);
      await store.close();
    });

    it('keeps the old case whole when writing a new one fails half way', async () => {
      const documents = Array.from({ length: 5 }, (_, i) => makeDocument(`Meeting number ${i}.`, `${i}.txt`));
      const whole = makeCase(documents);
      const store = await open();
      await store.replaceCase('digest-1', whole);
      const before = await collect(store.items('documents'));
      const failing = {
        ...(whole.documents[3] as Case['documents'][number]),
        toJSON: () => {
          throw new Error('no more');
        },
      };
      const changed = whole.documents.map((item, at) => (at === 3 ? failing : { ...item, language: 'fr' }));
      await expect(store.replaceCase('digest-2', { ...whole, documents: changed })).rejects.toThrow('no more');
      expect(await collect(store.items('documents'))).toEqual(before);
      expect((await store.derivation())?.digest).toBe('digest-1');
      expect(await collect(store.faults())).toEqual([]);
      await store.replaceCase('digest-3', { ...whole, documents: whole.documents.slice(1) });
      expect(await collect(store.items('documents'))).toHaveLength(4);
      expect(await collect(store.faults())).toEqual([]);
      await store.close();
    });

    it('keeps a beat in place of what was kept of it before, and no fault comes of it', async () => {
      const store = await open();
      expect(await store.beats()).toEqual([]);
      const beat = { id: 'ports-0123456789ab', name: 'ports', title: 'Ports', ledgers: {} };
      await store.keepBeat(beat);
      const columns = [{ title: 'Who', shows: ['inspector'] }];
      const later = { ...beat, ledgers: { inspections: { title: 'Inspections', of: ['inspection'], columns } } };
      await store.keepBeat(later);
      await store.keepBeat({ ...beat, id: 'mines-0123456789ab', name: 'mines' });
      expect((await store.beats()).map(({ name }) => name)).toEqual(['mines', 'ports']);
      expect((await store.beats())[1]).toEqual(later);
      expect(await collect(store.faults())).toEqual([]);
      await store.close();
    });

    it('tells by its revision whether anything has changed, by whoever', async () => {
      const store = await open();
      const other = await beside(store);
      const seen = new Set<string>();
      const look = async (): Promise<number> => seen.add(await store.revision()).size;
      expect(await look()).toBe(1);
      await store.entries();
      expect(await look()).toBe(1);
      await other.add([makeAddition('The envoys met.', 'a.txt')]);
      expect(await look()).toBe(2);
      await store.keep('lines', 'digest', '[]');
      expect(await look()).toBe(3);
      await other.replaceCase('digest', makeCase([]));
      expect(await look()).toBe(4);
      expect(await look()).toBe(4);
      for (const one of [store, other]) await one.close();
    });

    it('keeps pieces in place of those kept before, and neither the case nor its faults know of them', async () => {
      const store = await open();
      expect(await store.kept('lines')).toBeNull();
      await store.replaceCase('digest-1', makeCase([makeDocument('The envoys met.', 'a.txt')]));
      const before = await store.derivation();
      await store.keep('lines', 'digest-0', '[]');
      await store.keep('seen', 'digest-1', '{"by":"ana \u{1f44b}"}');
      await store.keep('lines', 'digest-1', '["a \u0000 \ud800 b"]');
      const again = await reopen(store);
      expect(await again.kept('lines')).toEqual({ digest: 'digest-1', json: '["a \u0000 \ud800 b"]' });
      expect(await again.kept('seen')).toEqual({ digest: 'digest-1', json: '{"by":"ana \u{1f44b}"}' });
      expect(await again.kept('other')).toBeNull();
      expect(await again.derivation()).toEqual(before);
      expect(await collect(again.faults())).toEqual([]);
      await again.replaceCase('digest-2', makeCase([]));
      expect((await again.kept('lines'))?.digest).toBe('digest-1');
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

    describe('what a watch remembers', () => {
      const notice = (id: string): Notice => ({
        id,
        at: '2034-01-01T10:00:00Z',
        kind: 'document',
        text: `New: ${id} \u0000 \ud800`,
        source: null,
        place: 'a.txt',
        list: 'documents',
        item: 'doc-000000000000',
        from: null,
        to: null,
        documents: [],
        origins: ['The Harbour Post'],
      });
      const row = (source: string, item: string, json: string | null) => ({ source, item, json });

      it('is nothing in a new store', async () => {
        const store = await open();
        expect(await store.watched('')).toEqual([]);
        expect(await store.notices()).toEqual([]);
        await store.close();
      });

      it('is kept with what was noticed, each notice once and in order', async () => {
        const store = await open();
        expect(await store.holdWatch('me', () => false)).toBeNull();
        const first = await store.noteWatch(
          'me',
          [row('feed', 'b', '2'), row('feed', 'a', '1\u0000'), row('other', '', '{}')],
          [notice('one'), notice('two')],
        );
        expect(first?.map(({ notice: { id } }) => id)).toEqual(['one', 'two']);
        const second = await store.noteWatch(
          'me',
          [row('feed', 'a', '3'), row('feed', 'b', null)],
          [notice('two'), notice('three'), notice('three')],
        );
        expect(second?.map(({ notice: { id } }) => id)).toEqual(['three']);
        const again = await reopen(store);
        expect(await again.watched('feed')).toEqual([row('feed', 'a', '3')]);
        expect(await again.watched('other')).toEqual([row('other', '', '{}')]);
        const all = await again.notices();
        expect(all.map(({ notice: { id } }) => id)).toEqual(['one', 'two', 'three']);
        expect(all[0]?.notice).toEqual(notice('one'));
        expect((await again.notices({ last: 2 })).map(({ notice: { id } }) => id)).toEqual(['two', 'three']);
        expect((await again.notices({ after: all[1]?.seq ?? 0 })).map(({ notice: { id } }) => id)).toEqual(['three']);
        await again.close();
      });

      it('belongs to one who watches: another keeps nothing until it may take over', async () => {
        const store = await open();
        const other = await beside(store);
        expect(await store.holdWatch('me', () => false)).toBeNull();
        expect(await other.holdWatch('you', () => false)).toBe('me');
        expect(await other.noteWatch('you', [row('feed', 'a', '1')], [notice('one')])).toBeNull();
        expect(await other.holdWatch('you', (who) => who === 'me')).toBeNull();
        expect(await store.noteWatch('me', [row('feed', 'a', '1')], [notice('one')])).toBeNull();
        expect(await store.watched('feed')).toEqual([]);
        expect(await store.notices()).toEqual([]);
        // Whoever ends in good order leaves an empty name, which anybody may take.
        expect(await other.holdWatch('', () => true)).toBeNull();
        expect(await store.holdWatch('me', () => false)).toBeNull();
        await other.close();
        await store.close();
      });
    });
  });
  custodyContract(under);
  capturesContract(under);
};

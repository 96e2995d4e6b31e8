import { describe, expect, it } from 'vitest';
import { type Arrival, type Document, sha256 } from '../../src/model/index.ts';
import type { Addition, CaseStore } from '../../src/store/index.ts';
import type { StoreUnderTest } from './case-store.ts';
import { makeAddition, makeReading } from './make-case.ts';

const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

const codesOf = async (store: CaseStore): Promise<readonly string[]> =>
  (await collect(store.faults())).map(({ code }) => code);

const arrivalAt = (at: string): Arrival => ({
  at,
  how: { kind: 'command', words: ['read', 'pile', '--case', 'port.case'], folder: '/home/ana/harbour' },
  program: 'backchannel 0.1.0',
});

const MORNING = arrivalAt('2034-03-01T08:15:00.000Z');
const NOON = arrivalAt('2034-03-01T12:00:00.000Z');

/** A page: its text is not its bytes. */
const makePage = (text: string, path: string, arrival?: Arrival): Addition & { readonly original: Uint8Array } => {
  const original = new TextEncoder().encode(`<!doctype html><p>${text}</p>`.padEnd(4000, ' '));
  const hash = sha256(original);
  const changed: Partial<Document> = { id: `doc-${hash.slice(0, 12)}`, sha256: hash, bytes: original.length };
  const { document } = makeAddition(text, path, { ...changed, mediaType: 'text/html' });
  return { document, reading: makeReading(document), original, ...(arrival && { arrival }) };
};

const incompressible = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = state >>> 16;
  }
  return bytes;
};

/** What every `CaseStore` keeps to of originals and custody. */
export const custodyContract = ({
  name,
  open,
  reopen,
  beside,
  tamperOriginal,
  tamperCustody,
}: StoreUnderTest): void => {
  describe(`CaseStore contract, originals and custody: ${name}`, () => {
    it('gives back the bytes that came in to the last one, kept once', async () => {
      const kinds = [
        new Uint8Array([0, 255, 0]),
        new Uint8Array(0),
        incompressible(70_000),
        new TextEncoder().encode('the envoys met. '.repeat(9000)),
      ];
      const store = await open();
      expect(await store.original(sha256('nothing'))).toBeNull();
      for (const bytes of kinds) {
        expect(await store.keepOriginal(bytes)).toBe(sha256(bytes));
        expect(await store.keepOriginal(bytes)).toBe(sha256(bytes));
      }
      const again = await reopen(store);
      expect(await again.originals()).toEqual(kinds.map((bytes) => sha256(bytes)).sort());
      for (const bytes of kinds) expect(await again.original(sha256(bytes))).toEqual(bytes);
      expect(await codesOf(again)).toEqual([]);
      await again.close();
    });

    it('keeps the bytes of what is added, and gives those of a plain text from its text', async () => {
      const page = makePage('The envoys met.', 'a.html');
      const plain = makeAddition('Zoë left.', 'b.txt');
      const unkept = makePage('They parted.', 'c.html');
      const bytes = new TextEncoder().encode(plain.document.text);
      const store = await open();
      await store.add([page, { ...plain, original: bytes }, { ...unkept, original: undefined } as unknown as Addition]);
      expect(await store.original(page.document.sha256)).toEqual(page.original);
      expect(await store.original(plain.document.sha256)).toEqual(bytes);
      expect(await store.original(unkept.document.sha256)).toBeNull();
      await store.close();
    });

    it('has the bytes of a document whichever of its paths came first', async () => {
      const source = '<p>The envoys met.';
      const html = makeAddition(source, 'a.html', { mediaType: 'text/html', text: 'The envoys met.' });
      const plain = makeAddition(source, 'b.txt');
      const original = new TextEncoder().encode(source);
      for (const order of [
        [html, plain],
        [plain, html],
      ]) {
        const store = await open();
        for (const addition of order) await store.add([{ ...addition, original }]);
        expect(await store.original(html.document.sha256)).toEqual(original);
        await store.close();
      }
      const unkept = await open();
      await unkept.add([html]);
      expect(await unkept.original(html.document.sha256)).toBeNull();
      await unkept.add([{ ...plain, original }]);
      expect(await unkept.original(html.document.sha256)).toEqual(original);
      await unkept.close();
    });

    it('names an original that was changed behind its back, and does not give it out', async () => {
      const page = makePage('The envoys met.', 'a.html');
      const store = await open();
      await store.add([page]);
      for (const bytes of [new Uint8Array([1, 2, 3]), new Uint8Array(0)]) {
        await tamperOriginal(store, page.document.sha256, bytes);
        const faults = await collect(store.faults());
        expect(faults.map(({ code, document }) => [code, document])).toEqual([
          ['store/original-changed', page.document.id],
        ]);
        await expect(store.original(page.document.sha256)).rejects.toMatchObject({ code: 'store/original-changed' });
      }
      await store.close();
    });

    it('logs what came in with its hash, its steps and its text, each chained to the one before', async () => {
      const page = makePage('The envoys met.', 'a.html', MORNING);
      const plain = makeAddition('They parted.', 'b.txt');
      const refusal = { path: 'c.bin', code: 'acquire/binary', reason: 'Expected text, found a picture.' };
      const store = await open();
      await store.add([page, { ...plain, arrival: NOON }]);
      await store.logRefused([{ refusal, arrival: NOON, sha256: sha256('picture'), bytes: 7 }]);
      const again = await reopen(store);
      const lines = await collect(again.custody());
      expect(lines.map(({ entry }) => [entry?.number, entry?.path, entry?.at, entry?.document ?? null])).toEqual([
        [1, 'a.html', MORNING.at, page.document.id],
        [2, 'b.txt', NOON.at, plain.document.id],
        [3, 'c.bin', NOON.at, null],
      ]);
      expect(lines.map(({ entry }) => entry?.before)).toEqual([null, lines[0]?.sha256, lines[1]?.sha256]);
      for (const { json, sha256: hash } of lines) expect(sha256(json)).toBe(hash);
      expect(lines[0]?.entry).toMatchObject({
        ...MORNING,
        sha256: page.document.sha256,
        bytes: page.document.bytes,
        textSha256: sha256(page.document.text),
        reader: 'reader/1',
        refused: null,
      });
      expect(lines[2]?.entry).toMatchObject({
        sha256: sha256('picture'),
        refused: { code: refusal.code, reason: refusal.reason },
      });
      expect((await collect(again.custody(plain.document.id))).map(({ entry }) => entry?.path)).toEqual(['b.txt']);
      expect(await codesOf(again)).toEqual([]);
      await again.close();
    });

    it('logs the same bytes at the same path once, whoever comes again and when', async () => {
      const page = makePage('The envoys met.', 'a.html', MORNING);
      const moved = { ...page, document: { ...page.document, path: 'b.html', paths: ['b.html'] }, arrival: NOON };
      const refusal = { path: 'c.bin', code: 'acquire/empty', reason: 'Expected text, found an empty file.' };
      const store = await open();
      const other = await beside(store);
      await store.add([page]);
      await other.add([{ ...page, arrival: NOON }, moved]);
      await store.logRefused([{ refusal, arrival: MORNING }]);
      await other.logRefused([
        { refusal, arrival: NOON },
        { refusal: { ...refusal, code: 'acquire/binary' }, arrival: NOON },
      ]);
      const lines = await collect(store.custody());
      expect(lines.map(({ entry }) => [entry?.path, entry?.at, entry?.refused?.code ?? null])).toEqual([
        ['a.html', MORNING.at, null],
        ['b.html', NOON.at, null],
        ['c.bin', MORNING.at, 'acquire/empty'],
        ['c.bin', NOON.at, 'acquire/binary'],
      ]);
      for (const one of [store, other]) await one.close();
    });

    it('logs nothing of a batch that fails', async () => {
      const page = makePage('The envoys met.', 'a.html', MORNING);
      const bad = makeAddition('They parted.', 'b.txt', { bytes: null as unknown as number });
      const store = await open();
      await expect(store.add([page, { ...bad, arrival: NOON }])).rejects.toThrow();
      expect(await collect(store.custody())).toEqual([]);
      expect(await store.original(page.document.sha256)).toBeNull();
      await store.close();
    });

    it('lets no entry be changed or taken out, and names what was changed by force', async () => {
      const pages = Array.from({ length: 5 }, (_, i) => makePage(`Meeting ${i}.`, `${i}.html`, MORNING));
      const filled = async (): Promise<CaseStore> => {
        const store = await open();
        await store.add(pages);
        return store;
      };
      const store = await filled();
      for (const json of ['{}', null])
        await expect(tamperCustody(store, 2, json, false)).rejects.toThrow(/only added to/);
      const line = (await collect(store.custody()))[1]?.json ?? '';
      await store.close();
      const forged = [line.replace(MORNING.at, NOON.at), 'no entry at all', null];
      for (const json of forged) {
        const changed = await filled();
        await tamperCustody(changed, 2, json, true);
        const codes = await codesOf(changed);
        expect(codes.length).toBeGreaterThan(0);
        expect(new Set(codes)).toEqual(new Set(['store/custody-changed']));
        await changed.close();
      }
    });
  });
};

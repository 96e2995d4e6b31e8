import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveCase, openCase, verifyCase } from '../../src/backchannel.ts';
import type { Document } from '../../src/model/index.ts';
import { difference, exported, makeFolder, read } from './pile.ts';

const FIXTURES = new URL('../fixtures/acquire/', import.meta.url).pathname;
const folder = makeFolder();
afterAll(folder.remove);

/** One of each kind, as they would lie in somebody's folder; some of them again in an archive. */
const LOOSE = [
  'pdf/report.pdf',
  'pdf/columns.pdf',
  'docx/memo.docx',
  'odt/minutes.odt',
  'rtf/letter.rtf',
  'epub/papers.epub',
  'sheet/fees.xlsx',
  'csv/payments.csv',
  'mail/forward.eml',
  'mail/archive.mbox',
  'saved-page/chrome.mhtml',
  'transcript/voices.vtt',
  'transcript/podcast.json',
];
const PACKED = ['docx/memo.docx', 'transcript/names.srt', 'pdf/cut-off.pdf'];

const pile = folder.path('pile');
const place = folder.path('formats.case');
let documents: readonly Document[] = [];

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

beforeAll(async () => {
  mkdirSync(pile);
  for (const path of LOOSE) copyFileSync(join(FIXTURES, path), join(pile, nameOf(path)));
  const inner = zipSync({ 'names.srt': readFileSync(join(FIXTURES, 'transcript/names.srt')) });
  const packed = Object.fromEntries(
    PACKED.map((path) => [`clips/${nameOf(path)}`, readFileSync(join(FIXTURES, path))]),
  );
  writeFileSync(
    join(pile, 'clips.zip'),
    zipSync({ ...packed, 'more/inner.zip': inner, 'clips/photo.jpg': new Uint8Array(40) }),
  );
  await read(place, [pile]);
  const store = await openCase(place);
  const ids = (await store.entries()).map(({ id }) => id);
  documents = await Promise.all(ids.map(async (id) => (await store.document(id)) as Document));
  await store.close();
}, 300_000);

describe('a pile of all kinds', () => {
  it('gives a document for each thing in it, once, with every path that leads there', () => {
    const pathsOf = (ending: string): readonly (readonly string[])[] =>
      documents
        .map(({ paths }) => paths.map((path) => path.slice(pile.length + 1)))
        .filter((paths) => paths.some((path) => path.endsWith(ending)));
    for (const path of LOOSE.filter((one) => !one.endsWith('.mbox')))
      expect(pathsOf(nameOf(path)).length, path).toBeGreaterThan(0);
    expect(pathsOf('memo.docx')).toEqual([['clips.zip!/clips/memo.docx', 'memo.docx']]);
    expect(pathsOf('names.srt')).toEqual([['clips.zip!/clips/names.srt', 'clips.zip!/more/inner.zip!/names.srt']]);
    expect(documents.filter(({ path }) => path.includes('archive.mbox!/')).length).toBeGreaterThan(1);
    expect(documents.some(({ path }) => path.endsWith('photo.jpg'))).toBe(false);
  });

  it('leads back from texts to files, and tells how each was made', () => {
    for (const { path, text, anchors, layout, steps, sha256 } of documents) {
      for (const { start, end } of [...anchors, ...layout]) expect(start < end && end <= text.length, path).toBe(true);
      for (const [at, anchor] of anchors.entries())
        expect((anchors[at - 1]?.end ?? 0) <= anchor.start, `${path}: anchors in text order`).toBe(true);
      expect(steps.at(-1)?.of, path).toBe(sha256);
      expect(steps.length, path).toBeGreaterThanOrEqual(path.split('!/').length);
    }
    const kinds = new Set(documents.flatMap(({ anchors }) => anchors.map(({ place: { kind } }) => kind)));
    expect([...kinds].sort()).toEqual(['page', 'paragraph', 'part', 'row', 'time']);
  });

  it('holds: every quote, every original, every text made again', async () => {
    const store = await openCase(place);
    const faults: unknown[] = [];
    const checked = verifyCase(store, (await deriveCase(store)).view, { again: true });
    for (let next = await checked.next(); ; next = await checked.next()) {
      if (next.done) {
        expect(next.value).toMatchObject({ documents: documents.length, again: documents.length, notes: [] });
        break;
      }
      faults.push(next.value);
    }
    await store.close();
    expect(faults).toEqual([]);
  });

  it('makes the same case whichever file comes first', async () => {
    const file = folder.path('backwards.case');
    const names = readdirSync(pile)
      .sort()
      .reverse()
      .map((name) => join(pile, name));
    // What is in the archive and beside it comes in twice, the archive last and first.
    for (const some of [names.slice(0, 5), names.slice(3), names.slice(-2)]) await read(file, some);
    expect(difference(await exported(file), await exported(place))).toBeNull();
  }, 300_000);

  it('reads nothing twice', async () => {
    const again = await read(place, [pile]);
    expect(again).toMatchObject({ added: 0, paths: 0, reread: 0 });
  });
});

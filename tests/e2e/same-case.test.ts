import { cpSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildCase, deriveCase, openCase, readEach } from '../../src/index.ts';
import type { Addition } from '../../src/store/index.ts';
import { difference, EXAMPLE, exported, makeFolder, read, stories, story, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

const pile = folder.path('pile');
cpSync(EXAMPLE, pile, { recursive: true });
writePile(pile, stories(20));

const undisturbed = (async () => {
  await read(folder.path('plain.case'), [pile]);
  return exported(folder.path('plain.case'));
})();

describe('a case is a pure function of its readings (law 3)', () => {
  it('is the same with one worker and with several', async () => {
    const summary = await read(folder.path('workers.case'), [pile], { workers: 2 });
    expect(summary).toMatchObject({ added: 35, refusals: [] });
    expect(difference(await exported(folder.path('workers.case')), await undisturbed)).toBeNull();
  });

  it('is the same when documents come one by one, out of order and repeatedly', async () => {
    const paths: string[] = [];
    for await (const outcome of readEach([pile], { workers: 2 })) {
      if (outcome.kind === 'read') paths.push(outcome.document.path);
    }
    const file = folder.path('pieces.case');
    const backwards = [...paths].reverse();
    for (const some of [backwards.slice(0, 5), backwards.slice(3, 12), backwards.slice(9), paths.slice(0, 4)]) {
      await read(file, some);
    }
    expect(difference(await exported(file), await undisturbed)).toBeNull();
  });

  it('is the same for any order and any repetition of readings', async () => {
    const inputs: Addition[] = [];
    for await (const outcome of readEach([pile], { workers: 1 })) if (outcome.kind === 'read') inputs.push(outcome);
    const plain = JSON.stringify(buildCase(inputs));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(inputs, { minLength: inputs.length }),
        fc.subarray(inputs),
        (shuffled, repeated) => {
          expect(JSON.stringify(buildCase([...repeated, ...shuffled])) === plain).toBe(true);
        },
      ),
      { numRuns: 15, seed: 20310514 },
    );
  });

  it('writes nothing when the same folder is read twice', async () => {
    await undisturbed;
    const file = folder.path('plain.case');
    const before = { bytes: readFileSync(file), time: statSync(file).mtimeMs };
    const summary = await read(file, [`${pile}/`, `${folder.path('.')}/./pile`]);
    expect(summary).toMatchObject({ added: 0, paths: 0, reread: 0, known: 35 });
    expect({ bytes: readFileSync(file), time: statSync(file).mtimeMs }).toEqual(before);
  });

  it('reads only what is new when a document is added', async () => {
    const file = folder.path('grown.case');
    const grown = writePile(folder.path('grown'), stories(3));
    await read(file, [grown]);
    writePile(grown, { 'story-new.txt': story(40) });
    expect(await read(file, [grown])).toMatchObject({ added: 1, known: 3 });
    await read(folder.path('at-once.case'), [grown]);
    expect(difference(await exported(file), await exported(folder.path('at-once.case')))).toBeNull();
  });

  it('keeps one document with both paths for the same content, whichever was read first', async () => {
    const twins = writePile(folder.path('twins'), { 'a.txt': story(1), 'b.html': story(1) });
    await read(folder.path('ab.case'), [`${twins}/a.txt`, `${twins}/b.html`]);
    await read(folder.path('ba.case'), [`${twins}/b.html`]);
    await read(folder.path('ba.case'), [`${twins}/a.txt`]);
    const text = await exported(folder.path('ba.case'));
    expect(difference(text, await exported(folder.path('ab.case')))).toBeNull();
    expect(JSON.parse(text).documents).toMatchObject([{ paths: [`${twins}/a.txt`, `${twins}/b.html`] }]);
  });

  it('keeps the old version of a file that has changed, and says so', async () => {
    const file = folder.path('changed.case');
    const changing = writePile(folder.path('changing'), { 'a.txt': story(1) });
    await read(file, [changing]);
    writePile(changing, { 'a.txt': story(2) });
    expect(await read(file, [changing])).toMatchObject({ added: 1, changed: [`${changing}/a.txt`] });
    expect(JSON.parse(await exported(file)).documents).toHaveLength(2);
    expect(await read(file, [changing])).toMatchObject({ added: 0, known: 1, changed: [] });
  });

  it('takes the text of an older reader to read it again, without the file', async () => {
    const file = folder.path('older.case');
    await read(file, [writePile(folder.path('older'), stories(2))]);
    const before = await exported(file);
    const store = await openCase(file);
    const inputs: Addition[] = [];
    for await (const input of store.inputs()) inputs.push(input);
    await store.add(
      inputs.map(({ document, reading }) => ({ document, reading: { ...reading, reader: 'older', frames: [] } })),
    );
    await deriveCase(store);
    await store.close();
    expect(difference(await exported(file), before)).not.toBeNull();
    expect(await read(file, [])).toMatchObject({ reread: 2 });
    expect(difference(await exported(file), before)).toBeNull();
  });
});

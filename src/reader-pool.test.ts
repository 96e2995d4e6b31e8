import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFromBytes, type Files } from './acquire/index.ts';
import { exitCodeOf } from './cli/report-error.ts';
import { BackchannelError, type Document, type Reading } from './model/index.ts';
import { readEach } from './read-each.ts';
import type { ReadOutcome } from './read-one.ts';
import { openReaderPool, shareCores } from './reader-pool.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-pool-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = 'Irina Veld met Joran Hale in Lorne on Monday, two officials said. Hale called it a “useful hour”.\n';

const textDocument = async (text: string): Promise<Document> => {
  const acquired = await documentFromBytes(Buffer.from(text), 'a.txt');
  if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
  return acquired.document;
};

describe('shareCores', () => {
  it.each([
    [1, 2, { workers: 1, threads: 2 }],
    [31, 2, { workers: 1, threads: 2 }],
    [32, 2, { workers: 2, threads: 1 }],
    [48, 8, { workers: 3, threads: 2 }],
    [10_000, 8, { workers: 8, threads: 1 }],
    [10_000, 1, { workers: 1, threads: 1 }],
    [0, 4, { workers: 1, threads: 4 }],
  ])('gives %i documents on %i cores as many readers and threads as pay', (documents, cores, shares) => {
    expect(shareCores(documents, cores)).toEqual(shares);
    expect(shares.workers * shares.threads).toBeLessThanOrEqual(cores);
  });
});

describe('openReaderPool', () => {
  it('reads the same with one reader and with several, careful unless asked otherwise', async () => {
    const document = await textDocument(TEXT.repeat(3));
    const readings: (Reading | null)[] = [];
    for (const settings of [
      { workers: 1, threads: 2 },
      { workers: 2 },
      { workers: 1, precision: 'thorough' as const },
    ]) {
      const pool = await openReaderPool(settings);
      const outcome = await pool.run(document);
      await pool.close();
      readings.push(outcome.kind === 'read' ? outcome.reading : null);
    }
    const [one, two, thorough] = readings;
    expect(one?.mentions.length).toBeGreaterThan(0);
    expect(two).toEqual(one);
    expect(one?.reader).toContain('+careful+');
    expect(thorough?.reader).toContain('+thorough+');
    expect(thorough?.reader.replace('thorough', 'careful')).toBe(one?.reader);
  }, 180_000);

  it.each([1, 2])(
    'says once that there is no model, before any document is read, with %i workers',
    async (workers) => {
      const error = await openReaderPool({ workers, model: folder }).then(
        () => null,
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(BackchannelError);
      expect(error).toMatchObject({ code: 'read/no-model', place: join(folder, 'reader.onnx') });
      expect((error as BackchannelError).next).toMatch(/^Reinstall Backchannel/);
    },
    180_000,
  );

  it('ends the command, not each document, when there is no model', async () => {
    const paths = [1, 2, 3].map((k) => join(folder, `${k}.txt`));
    for (const path of paths) writeFileSync(path, TEXT);
    const outcomes: unknown[] = [];
    const reading = (async () => {
      for await (const outcome of readEach(paths, { workers: 1, model: folder })) outcomes.push(outcome);
    })();
    const error = await reading.catch((caught: unknown) => caught);
    expect(outcomes).toEqual([]);
    expect(error).toMatchObject({ name: 'BackchannelError', code: 'read/no-model' });
    expect(exitCodeOf(error)).toBe(3);
  });

  it('reads and refuses what another file system has, also with threads', async () => {
    const bytes = Buffer.from(TEXT);
    const files: Files = {
      stat: async () => ({ kind: 'file', bytes: bytes.length, identity: 'one' }),
      list: async () => [],
      read: async (_, limit) => bytes.subarray(0, limit),
      readAt: async (_, start, length) => bytes.subarray(start, start + length),
    };
    const outcomes: ReadOutcome[] = [];
    const paths = ['nowhere/a.txt', 'nowhere/a.pptx'];
    for await (const outcome of readEach(paths, { workers: 2, files, limitBytes: 200 })) outcomes.push(outcome);
    const read = outcomes.find(({ kind }) => kind === 'read');
    const refused = outcomes.find(({ kind }) => kind === 'refused');
    expect(read).toMatchObject({ kind: 'read', document: { path: 'nowhere/a.txt', text: TEXT } });
    expect(refused).toMatchObject({
      kind: 'refused',
      refusal: { path: 'nowhere/a.pptx', code: 'acquire/unsupported' },
    });
  }, 180_000);

  it('ends its threads while they read', async () => {
    const document = await textDocument(TEXT.repeat(400));
    const pool = await openReaderPool({ workers: 2 });
    const outcome = pool.run(document);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await pool.close();
    expect(await outcome).toMatchObject({ kind: 'refused', refusal: { code: 'read/crashed' } });
  }, 180_000);
});

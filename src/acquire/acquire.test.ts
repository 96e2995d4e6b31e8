import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Document, sha256 } from '../model/index.ts';
import {
  type Acquired,
  type AcquireOptions,
  acquireFile,
  documentFromBytes,
  type FileStat,
  type Files,
  mergePaths,
} from './index.ts';

const TEXT = 'Harbour talks stall in Velm\n\nThe delegations left the lake hotel after midnight.\n';

const documentOf = (acquired: Acquired): Document => {
  if (acquired.kind !== 'document') throw new Error(acquired.refusal.reason);
  return Document.parse(acquired.document);
};
const refusalOf = (acquired: Acquired): readonly [string, string] => {
  if (acquired.kind !== 'refused') throw new Error('was not refused');
  return [acquired.refusal.code, acquired.refusal.reason];
};
const from = (content: string | Uint8Array, path = 'pile/a.txt'): Promise<Acquired> =>
  documentFromBytes(Buffer.from(content), path);

/** The one thing in a file. */
const inFile = async (path: string, files?: Files, options?: AcquireOptions): Promise<Acquired> => {
  const all: Acquired[] = [];
  for await (const one of acquireFile(path, files, options)) all.push(one);
  expect(all).toHaveLength(1);
  return all[0] as Acquired;
};

/** A file system of one path that answers as told. */
const files = (stat: FileStat | Error, read: Uint8Array | Error): Files => ({
  stat: async () => {
    if (stat instanceof Error) throw stat;
    return stat;
  },
  list: async () => [],
  read: async (_, limit) => {
    if (read instanceof Error) throw read;
    return read.subarray(0, limit);
  },
  readAt: async (_, start, length) => {
    if (read instanceof Error) throw read;
    return read.subarray(start, start + length);
  },
});
const failure = (code: string): Error => Object.assign(new Error(`${code}: failed`), { code });
const plainFile: FileStat = { kind: 'file', bytes: 10, identity: '1:1' };

describe('documentFromBytes', () => {
  it('makes a document whose id and hash come from the bytes', async () => {
    const document = documentOf(await from(TEXT));
    expect(document.id).toBe(`doc-${sha256(Buffer.from(TEXT)).slice(0, 12)}`);
    expect(document).toMatchObject({
      path: 'pile/a.txt',
      paths: ['pile/a.txt'],
      bytes: TEXT.length,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      text: TEXT,
      title: 'Harbour talks stall in Velm',
      outlet: null,
      byline: null,
      published: null,
      layout: [],
    });
  });

  it('tells the outlet from an address that is known', async () => {
    const document = documentOf(await from(`URL: https://www.reuters.com/world/a\nDate: 2 May 2031\n\n${TEXT}`));
    expect(document.outlet).toBe('Reuters');
    expect(document.found.find(({ field }) => field === 'outlet')?.by).toBe('address');
  });

  it('keeps every value where places disagree and takes the best', async () => {
    const page = `<html><head><meta name="dc.date" content="2031-05-03"><meta property="article:published_time" content="2031-05-02T10:00:00Z"></head><body><article><p>${'The delegations left the hotel. '.repeat(20)}</p></article></body></html>`;
    const document = documentOf(await from(page, 'a.html'));
    expect(document.published).toBe('2031-05-02');
    expect(document.found.filter(({ field }) => field === 'published').map(({ value, by }) => [value, by])).toEqual([
      ['2031-05-03', 'meta'],
      ['2031-05-02', 'open-graph'],
    ]);
  });

  it('reads a page saved as .txt as a page, and an .html without tags as text', async () => {
    expect(documentOf(await from('<!doctype html><p>The delegations left.</p>')).mediaType).toBe('text/html');
    expect(documentOf(await from(TEXT, 'a.html')).mediaType).toBe('text/plain');
  });

  it('keeps a path with a line break and quotes in it', async () => {
    expect(documentOf(await from(TEXT, 'pile/a\n"b" ü.txt')).path).toBe('pile/a\n"b" ü.txt');
  });

  it('does not take honest sentences for binary by their first letters', async () => {
    expect(documentOf(await from('BM Group said it would pay. MZ did not.')).text).toContain('BM Group');
  });

  it('keeps a text with a stray control character', async () => {
    expect(documentOf(await from(`${TEXT.repeat(5)}\u0000`)).text).toContain('\u0000');
  });

  it.each([
    [
      'nothing',
      '',
      'a.txt',
      'acquire/empty',
      'Expected text, found an empty file (0 bytes). Save it again from where it came.',
    ],
    [
      'white space',
      ' \n\t\u00a0\n',
      'a.md',
      'acquire/empty',
      'Expected text, found nothing but white space. Save it again from where it came.',
    ],
    [
      'a byte-order mark alone',
      '\ufeff',
      'a.txt',
      'acquire/empty',
      'Expected text, found nothing but white space. Save it again from where it came.',
    ],
    [
      'a picture named .txt',
      Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'),
      'a.txt',
      'acquire/binary',
      'Expected text, found a file of type image/png. Save it as plain text, as a page or as PDF first.',
    ],
    [
      'a cut-off PDF named .txt',
      '%PDF-1.7\n1 0 obj\n',
      'a.txt',
      'acquire/broken',
      'Expected a PDF document that can be read, found a damaged one (its structure cannot be made out). Fetch it again from where it came, or open it and save it anew.',
    ],
    [
      'control characters',
      Buffer.from(Array.from({ length: 1000 }, (_, i) => (i * 7) % 32)),
      'a.txt',
      'acquire/binary',
      'Expected text, found binary data (78 of 100 characters are control characters). Save it as plain text, as a page or as PDF first.',
    ],
    [
      'a presentation',
      'PK',
      'a.pptx',
      'acquire/unsupported',
      'Expected a document of a kind that is read, found a presentation, which is not read yet. Save it as PDF, as plain text or as a page first.',
    ],
    [
      'a page without an article',
      '<html><head><title>Velm</title></head><body><script>fill()</script><img src="a.png"></body></html>',
      'a.html',
      'acquire/no-article',
      'Expected a page with an article, found no readable text in it. If the page fills itself by script, save it from the browser once it is shown, or save its text.',
    ],
  ])('refuses %s', async (_, content, path, code, reason) => {
    expect(refusalOf(await from(content, path))).toEqual([code, reason]);
  });

  it('takes a text of exactly the limit and refuses one byte more', async () => {
    const at = async (length: number) => documentFromBytes(Buffer.alloc(length, 'a'), 'a.txt', { limitBytes: 100 });
    expect(documentOf(await at(100)).bytes).toBe(100);
    expect(refusalOf(await at(101))).toEqual([
      'acquire/too-large',
      'Expected at most 100 bytes, found 101 bytes. Split the file, or raise the limit if it is one text.',
    ]);
  });

  it('gives a document or a refusal for any bytes under any ending', async () => {
    const ending = fc.constantFrom('txt', 'md', 'html', 'x', '');
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string().map((text) => Buffer.from(text)),
      fc
        .array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<div>',
            '</table>',
            '<!--',
            '<td>',
            'word ',
            '&amp;',
            '<a href=x>',
            '<html>',
            '<body>',
            '<br>',
            '<script>',
            '>',
          ),
        )
        .map((parts) => Buffer.from(parts.join(''))),
    );
    const commented = await documentFromBytes(Buffer.from('<!--<body><html>'), 'a.html');
    expect(commented).toMatchObject({ kind: 'refused', refusal: { code: expect.stringMatching(/empty|no-article/) } });
    await fc.assert(
      fc.asyncProperty(content, ending, async (bytes, end) => {
        const acquired = await documentFromBytes(bytes, `a.${end}`);
        if (acquired.kind === 'refused') {
          expect(acquired.refusal.code).toMatch(/^acquire\/(?:empty|binary|no-article)$/);
          return;
        }
        const { text, found, layout } = Document.parse(acquired.document);
        for (const { start, end: stop } of layout) expect(start >= 0 && start < stop && stop <= text.length).toBe(true);
        for (const { span } of found) if (span) expect(span[0] < span[1] && span[1] <= text.length).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('acquireFile', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acquire-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a file of the machine', async () => {
    const path = join(folder, 'a\nb.txt');
    await writeFile(path, TEXT);
    expect(documentOf(await inFile(path))).toMatchObject({ path, text: TEXT });
  });

  it('refuses 200 MB by size without reading them', async () => {
    const path = join(folder, 'large.txt');
    await writeFile(path, '');
    await truncate(path, 200 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusalOf(await inFile(path))).toEqual([
      'acquire/too-large',
      'Expected at most 20 MB, found 200 MB. Split the file, or raise the limit if it is one text.',
    ]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it('refuses a file that has grown over the limit since it was looked at', async () => {
    const grown = await inFile('a.txt', files(plainFile, Buffer.alloc(500, 'a')), { limitBytes: 100 });
    expect(refusalOf(grown)[0]).toBe('acquire/too-large');
  });

  it.skipIf(process.platform === 'win32')('refuses a named pipe and a socket at once', async () => {
    const pipe = join(folder, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    expect(refusalOf(await inFile(pipe))).toEqual([
      'acquire/not-a-file',
      'Expected a file, found a named pipe. Copy what it holds into a file and name that.',
    ]);
    const socket = join(folder, 's.txt');
    const server = createServer().listen(socket);
    await new Promise((listening) => server.once('listening', listening));
    expect(refusalOf(await inFile(socket))[1]).toContain('found a socket');
    server.close();
  });

  it('refuses a folder', async () => {
    expect(refusalOf(await inFile(folder))[1]).toContain('found a folder');
  });

  it('says that a file is gone when it vanished before or while it was read', async () => {
    const gone = [
      'acquire/not-found',
      'Expected a file or folder, found nothing at this path. Check the spelling, or whether it was moved.',
    ];
    expect(refusalOf(await inFile(join(folder, 'none.txt')))).toEqual(gone);
    expect(refusalOf(await inFile('a.txt', files(plainFile, failure('ENOENT'))))).toEqual(gone);
  });

  it('says why a file cannot be read', async () => {
    expect(refusalOf(await inFile('a.txt', files(plainFile, failure('EACCES'))))).toEqual([
      'acquire/unreadable',
      'Expected a readable file, but permission was denied (EACCES). Check who may read it, then try again.',
    ]);
    expect(refusalOf(await inFile('a.txt', files(failure('EIO'), new Uint8Array())))[1]).toContain(
      'the disk reported an error',
    );
  });
});

describe('mergePaths', () => {
  it('keeps the same bytes once, with every path, in any order of arrival', async () => {
    const documents = await Promise.all(
      [from(TEXT, 'b/x.txt'), from('Another text.', 'c.txt'), from(TEXT, 'a/y.txt'), from(TEXT, 'b/x.txt')].map(
        async (acquired) => documentOf(await acquired),
      ),
    );
    const merged = mergePaths(documents);
    expect(merged.map(({ path, paths }) => [path, paths])).toContainEqual(['a/y.txt', ['a/y.txt', 'b/x.txt']]);
    expect(merged).toHaveLength(2);
    expect(mergePaths([...documents].reverse())).toEqual(merged);
    expect(mergePaths(merged)).toEqual(merged);
  });
});

import { copyFileSync, readFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openCase } from '../../src/backchannel.ts';
import { sha256 } from '../../src/model/index.ts';
import type { CustodyLine } from '../../src/store/index.ts';
import { cliOf, type Said } from './cli.ts';
import { cli, exported, makeFolder, read, story, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

const page = (i: number): string =>
  `<!doctype html><title>Envoys meet</title><article>${story(i)
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article>`;

const pile = writePile(folder.path('pile'), {
  'a.html': page(1),
  'b.txt': story(2),
  'c.txt': new Uint8Array([0, 1, 2, 3, 255, 0, 0, 7]),
});

const custodyOf = async (file: string): Promise<readonly CustodyLine[]> => {
  const store = await openCase(file);
  const lines: CustodyLine[] = [];
  for await (const line of store.custody()) lines.push(line);
  await store.close();
  return lines;
};

const originalsOf = async (file: string): Promise<readonly (Uint8Array | null)[]> => {
  const store = await openCase(file);
  const hashes = ['a.html', 'b.txt'].map((name) => sha256(readFileSync(`${pile}/${name}`)));
  const found = await Promise.all(hashes.map((hash) => store.original(hash)));
  await store.close();
  return found;
};

const verified = (...args: readonly string[]): Promise<Said> => cliOf(200)('verify', ...args);

/** Puts another value into a field of the entry of the page. */
const forge = (field: string, value: string): string =>
  `update custody set json = json_set(json, '$.${field}', '${value}') where json like '%a.html%'`;

/** Makes hashes and chain of the log anew, as one would who wants to hide what was done to it. */
const rehash = (file: string): void => {
  const database = new DatabaseSync(file);
  const rows = database.prepare('select number, json from custody order by number').all() as {
    readonly number: number;
    readonly json: string;
  }[];
  const isForged = rows.some(({ json }) => json.includes('"Program"'));
  let before: string | null = null;
  for (const { number, json } of isForged ? [] : rows) {
    const line: string = JSON.stringify({ ...JSON.parse(json), before });
    if (line !== json) {
      database.exec('drop trigger if exists custody_no_update');
      database.prepare('update custody set json = ?, sha256 = ? where number = ?').run(line, sha256(line), number);
    }
    before = sha256(line);
  }
  database.close();
};

const rehashTexts = (file: string): void => {
  const database = new DatabaseSync(file);
  const rows = database.prepare('select id, text from documents').all() as {
    readonly id: string;
    readonly text: string;
  }[];
  for (const { id, text } of rows)
    database.prepare('update documents set textSha256 = ? where id = ?').run(sha256(text), id);
  database.close();
};

describe('custody', () => {
  const file = folder.path('talks.case');

  it('logs by which command and when each file came in, what was refused too, once', async () => {
    const began = new Date().toISOString();
    for (let i = 0; i < 2; i++)
      expect((await cli(['read', 'pile', '--case', 'talks.case'], folder.path())).code).toBe(1);
    const entries = (await custodyOf(file)).map(({ entry }) => entry);
    expect(entries.map((entry) => entry?.path).sort()).toEqual(['pile/a.html', 'pile/b.txt', 'pile/c.txt']);
    for (const entry of entries) {
      expect(entry?.how).toEqual({
        kind: 'command',
        words: ['read', 'pile', '--case', 'talks.case'],
        folder: folder.path(),
      });
      expect((entry?.at ?? '') > began).toBe(true);
      const bytes = readFileSync(folder.path(entry?.path ?? ''));
      expect([entry?.sha256, entry?.bytes]).toEqual([sha256(bytes), bytes.length]);
    }
    expect(entries.find((entry) => entry?.path === 'pile/c.txt')?.refused?.code).toBe('acquire/binary');
  }, 120_000);

  it('keeps the bytes of what was read', async () => {
    const [a, b] = await originalsOf(file);
    expect(Buffer.from(a ?? []).toString()).toBe(page(1));
    expect(Buffer.from(b ?? []).toString()).toBe(story(2));
  });

  it('keeps them on the next reading where they were not kept, and the case is the same without', async () => {
    const bare = folder.path('bare.case');
    await read(bare, [pile], { keepOriginals: false });
    expect((await originalsOf(bare)).map((bytes) => bytes !== null)).toEqual([false, true]);
    const before = await exported(bare);
    await read(bare, [pile]);
    expect((await originalsOf(bare)).map((bytes) => bytes !== null)).toEqual([true, true]);
    expect(await exported(bare)).toBe(before);
    expect(await custodyOf(bare)).toHaveLength(3);
  }, 120_000);
});

describe('the command custody', () => {
  const file = folder.path('talks.case');
  const run = cliOf(160);

  it('prints the log', async () => {
    const { code, out } = await run('custody', file);
    expect(code).toBe(0);
    expect(out).toMatch(/pile\/a\.html +read pile --case talks\.case +[0-9a-f]{12} +doc-[0-9a-f]{12}/);
    expect(out).toMatch(/pile\/c\.txt .* refused \(acquire\/binary\)/);
    expect(out).toMatch(/3 entries; the last has SHA-256 [0-9a-f]{64}\n$/);
    const lines = (await run('custody', file, '--json')).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).number)).toEqual([1, 2, 3]);
  });

  it('tells the whole way of one document, and writes its original', async () => {
    const { out } = await run('custody', file, 'a.html');
    expect(out).toContain(' UTC as pile/a.html, by the command: backchannel read pile --case talks.case.');
    expect(out).toContain(sha256(page(1)));
    expect(out).toMatch(/read as a page, by readability 0\.6\.0/);
    const copy = folder.path('copy.html');
    expect((await run('custody', file, 'a.html', '--out', copy)).code).toBe(0);
    expect(readFileSync(copy, 'utf8')).toBe(page(1));
    expect((await run('custody', file, 'nowhere.txt')).err).toContain('(show/not-found)');
  });
});

describe('verify', () => {
  const file = folder.path('verified.case');

  /** A copy of the case in which something was changed behind Backchannel's back. */
  const changed = (name: string, ...statements: readonly string[]): string => {
    const copy = folder.path(`${name}.case`);
    copyFileSync(file, copy);
    const database = new DatabaseSync(copy);
    for (const statement of statements) database.exec(statement);
    database.close();
    return copy;
  };

  it('checks originals and custody, and makes the texts again', async () => {
    await read(file, [pile]);
    const { code, out, err } = await verified(file, '--again');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/custody: 3 entries, the last [0-9a-f]{64}; 2 originals kept; 2 texts made again\.\n$/);
  }, 120_000);

  it.each([
    ['an original', 'store/original-changed', `update originals set data = x'00', coding = 'identity'`],
    [
      'the log',
      'store/custody-changed',
      `drop trigger custody_no_update; update custody set json = replace(json, '"program"', '"Program"') where number = 1`,
    ],
    ['the end of a log', 'verify/custody', `drop trigger custody_no_update; ${forge('sha256', 'e'.repeat(64))}`],
    [
      'the text of an entry',
      'verify/custody',
      `drop trigger custody_no_update; ${forge('textSha256', 'e'.repeat(64))}`,
    ],
    [
      'a document',
      'verify/document-gone',
      "pragma foreign_keys = off; delete from documents where mediaType = 'text/html'",
    ],
  ])('names %s that was changed', async (name, code, statements) => {
    const copy = changed(name.replaceAll(' ', '-'), statements);
    rehash(copy);
    const { code: exit, err } = await verified(copy);
    expect(exit).not.toBe(0);
    expect(err).toContain(`(${code})`);
  });

  it('tells another text by another version from one by the same', async () => {
    const text = `update documents set text = replace(text, 'Anna Brodin', 'Anna B. Brodin') where mediaType = 'text/html'`;
    const [same, other] = [
      changed('same', text),
      changed('other', text, `update documents set steps = replace(steps, 'readability', 'readability before')`),
    ];
    for (const copy of [same, other]) rehashTexts(copy);
    expect((await verified(same, '--again')).err).toMatch(/Expected the same text again, but .*\(verify\/other-text\)/);
    const { err } = await verified(other, '--again');
    expect(err).not.toContain('verify/other-text');
    expect(err).toMatch(
      /note doc-\S+ \(.*a\.html\): Expected the same text again.*readability before 0\.6\.0; now it is made by .*readability 0\.6\.0/,
    );
  });

  it('says of a case from before that there was no log, and finds no fault in that', async () => {
    const copy = changed('before', 'drop trigger custody_no_delete; delete from custody; delete from originals');
    const { code, err } = await verified(copy);
    expect(code).toBe(0);
    expect(err).toContain('note: 2 documents have no custody entry: read before a log was kept.');
    expect(err).toContain('note: 1 document has no original in the case');
  });
});

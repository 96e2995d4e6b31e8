import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/model/index.ts';
import { cliOf, type Said } from './cli.ts';
import { exported, makeFolder, read, story, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

const run = (...args: readonly string[]): Promise<Said> => cliOf(200)(...args);

/** With signs that end a line in some places and not in others. */
const LINES = story(2).replace('told reporters', 'told\u2028reporters\u2029here\u0085');
const HALF = `${story(3)}\nA broken sign \ud83d in Zoë’s note 👋.\n`;
const page = `<!doctype html><title>Envoys meet</title><article>${story(1)
  .split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('')}</article>`;

const file = folder.path('talks.case');
const zip = folder.path('talks-bundle.zip');

beforeAll(async () => {
  await read(file, [writePile(folder.path('pile'), { 'a.html': page, 'b.txt': LINES, 'c.txt': '\u0000\u0001' })]);
}, 120_000);

/** The bundle on the disk, as somebody who got it unpacks it. */
const unpack = (name: string, from = zip): string => {
  const root = folder.path(name);
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(from)))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return join(root, 'talks-bundle');
};

const verifyAlone = (bag: string) => spawnSync(process.execPath, [join(bag, 'data/verify.mjs')], { encoding: 'utf8' });

describe('bundle', () => {
  it('writes a bag that holds everything, the same bytes each time', async () => {
    const { code, err } = await run('bundle', file, '--out', zip);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const first = readFileSync(zip);
    await run('bundle', file, '--out', zip);
    expect(readFileSync(zip).equals(first)).toBe(true);
    const bag = unpack('whole');
    const at = (name: string): string => readFileSync(join(bag, name), 'utf8');
    expect(at('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(at('data/case.json')).toBe(await exported(file));
    expect(at(`data/originals/${sha256(page)}.html`)).toBe(page);
    expect(at(`data/originals/${sha256(LINES)}.txt`)).toBe(LINES);
    expect(at('data/custody.jsonl').trim().split('\n')).toHaveLength(3);
    expect(at('bag-info.txt')).toContain(
      `Custody-Head: ${sha256(at('data/custody.jsonl').trim().split('\n')[2] ?? '')}\n`,
    );
    const payload = at('manifest-sha256.txt').trim().split('\n');
    const bytes = payload.reduce((sum, line) => sum + readFileSync(join(bag, line.slice(66))).length, 0);
    expect(at('bag-info.txt')).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`);
  }, 60_000);

  it('can be checked with sha256sum, with its script, and by us', async (context) => {
    const bag = unpack('checked');
    const { code, out } = await run('verify', zip);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^\d+ files, 2 documents, \d+ rows, \d+ quotes checked: all hold\.\ncustody: 3 entries, the last [0-9a-f]{64}; 2 originals\.\n$/,
    );
    const counted = /documents, (\d+ rows, \d+ quotes)/;
    expect(counted.exec(out)?.[1]).toBe(counted.exec((await run('verify', file)).out)?.[1]);
    const alone = verifyAlone(bag);
    expect([alone.status, alone.stderr]).toEqual([0, '']);
    const quotes = /(\d+) quotes checked/.exec(out)?.[1];
    expect(Number(quotes)).toBeGreaterThan(20);
    expect(alone.stdout).toContain(`2 documents, 3 custody entries, ${quotes} quotes checked: all hold.`);
    const sums = spawnSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], {
      cwd: bag,
    });
    if (sums.error) return context.skip('sha256sum is not here');
    expect(sums.status).toBe(0);
  }, 60_000);

  it('can be checked in Python as its README says', (context) => {
    const bag = unpack('python');
    const script = /\n((?: {4}.*\n|\n)+)/.exec(
      readFileSync(join(bag, 'data/README.txt'), 'utf8').split('two bytes a unit:')[1] ?? '',
    )?.[1];
    const python = spawnSync('python3', ['-c', (script ?? '').replace(/^ {4}/gm, '')], { cwd: bag, encoding: 'utf8' });
    if (python.error) return context.skip('python3 is not here');
    expect([python.stderr, python.stdout]).toEqual(['', '0 quotes do not stand at their places\n']);
  });

  it.each<[string, (bag: string) => void, RegExp]>([
    ['a text', (bag) => edit(bag, /^data\/texts\//, (text) => text.replace('Anna', 'Hanna')), /file-changed|quote/],
    ['an original', (bag) => edit(bag, /^data\/originals\//, (text) => `${text} `), /file-changed/],
    ['a file that is gone', (bag) => rmSync(join(bag, 'data/readings.jsonl')), /file-missing/],
    ['a file that was added', (bag) => writeFileSync(join(bag, 'data/texts/more.txt'), 'x'), /file-unlisted/],
    [
      'the custody log, and its sums made anew',
      (bag) => {
        edit(bag, /custody\.jsonl$/, (text) => text.replace('"number":1', '"number":7'));
        relist(bag);
      },
      /custody-changed/,
    ],
    [
      'a quote, and its sums made anew',
      (bag) => {
        edit(bag, /case\.json$/, (text) => text.replace('"quote":"', '"quote":"~'));
        relist(bag);
      },
      /verify\/quote/,
    ],
    [
      'a text, and its sums made anew',
      (bag) => {
        edit(bag, /^data\/texts\//, (text) => text.replace('Anna', 'Hanna'));
        relist(bag);
      },
      /document-changed/,
    ],
  ])(
    'names %s that is not as it was, whoever checks',
    async (name, change, code) => {
      const bag = unpack(name);
      change(bag);
      const alone = verifyAlone(bag);
      expect(alone.status).toBe(1);
      expect(alone.stderr).toMatch(/^fails /);
      const again = folder.path(`${name}.zip`);
      writeFileSync(again, zipSync(filesOf(bag)));
      const { code: exit, err } = await run('verify', again);
      expect(exit).toBe(1);
      expect(err).toMatch(code);
    },
    60_000,
  );

  it('leaves out the originals where that is asked for, and holds all the same', async () => {
    const bare = folder.path('bare', 'talks-bundle.zip');
    mkdirSync(folder.path('bare'));
    await run('bundle', file, '--out', bare, '--no-originals');
    const bag = unpack('bare-bag', bare);
    expect(existsSync(join(bag, 'data/originals'))).toBe(false);
    expect(verifyAlone(bag).status).toBe(0);
    expect((await run('verify', bare)).code).toBe(0);
  }, 60_000);

  it('keeps offsets right in a text that UTF-8 cannot hold', async () => {
    const odd = folder.path('odd.case');
    copyFileSync(file, odd);
    const database = new DatabaseSync(odd);
    const utf16 = Buffer.from(HALF, 'utf16le');
    const where = "where mediaType = 'text/plain'";
    database
      .prepare(`update documents set text = ?, textSha256 = ? ${where}`)
      .run(new Uint8Array(utf16), sha256(new Uint8Array(utf16)));
    database.close();
    const out = folder.path('odd', 'talks-bundle.zip');
    mkdirSync(folder.path('odd'));
    await run('bundle', odd, '--out', out);
    const bag = unpack('odd-bag', out);
    const listed = readFileSync(join(bag, 'data/documents.jsonl'), 'utf8');
    const name = /"textFile":"(texts\/[^"]*\.utf16le)"/.exec(listed)?.[1] ?? '';
    expect(readFileSync(join(bag, 'data', name)).toString('utf16le')).toBe(HALF);
  }, 60_000);

  it('never takes a bundle for whole of which any byte of content was changed', async () => {
    const whole = readFileSync(zip);
    const contents = (bytes: Uint8Array): string | null => {
      try {
        return sha256(JSON.stringify(Object.entries(unzipSync(bytes)).map(([name, one]) => [name, sha256(one)])));
      } catch {
        return null;
      }
    };
    const sound = contents(whole);
    const flipped = folder.path('flipped.zip');
    let found = 0;
    for (let turn = 0; turn < 120; turn++) {
      const bytes = new Uint8Array(whole);
      const at = Math.floor((((turn * 7919 + 13) % 10_007) / 10_007) * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (turn % 8));
      writeFileSync(flipped, bytes);
      const { code, err } = await run('verify', flipped);
      expect(err).not.toContain('fault in Backchannel');
      if (code === 0) expect(contents(bytes)).toBe(sound);
      else found++;
    }
    expect(found).toBeGreaterThan(80);
  }, 120_000);

  it('refuses what is no bundle', async () => {
    const other = folder.path('other.zip');
    writeFileSync(other, zipSync({ 'a.txt': Buffer.from('x') }));
    const { code, err } = await run('verify', other);
    expect(code).toBe(3);
    expect(err).toContain('(bundle/not-a-bundle)');
  });
});

/** Files of a folder by their names in the bag. */
const filesOf = (bag: string): Record<string, Uint8Array> => {
  const names = spawnSync('find', ['.', '-type', 'f'], { cwd: bag, encoding: 'utf8' }).stdout.trim().split('\n');
  return Object.fromEntries(
    names.map((name) => [`talks-bundle/${name.slice(2)}`, new Uint8Array(readFileSync(join(bag, name)))]),
  );
};

const edit = (bag: string, which: RegExp, change: (text: string) => string): void => {
  const name = Object.keys(filesOf(bag))
    .map((path) => path.slice('talks-bundle/'.length))
    .find(
      (path) =>
        which.test(path) && change(readFileSync(join(bag, path), 'utf8')) !== readFileSync(join(bag, path), 'utf8'),
    );
  if (name === undefined) throw new Error(`nothing to change in ${which}`);
  writeFileSync(join(bag, name), change(readFileSync(join(bag, name), 'utf8')));
};

/** Makes the manifests anew, as one would who wants to hide what was done. */
const relist = (bag: string): void => {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const lines = readFileSync(join(bag, manifest), 'utf8').trim().split('\n');
    const made = lines.map(
      (line) => `${sha256(new Uint8Array(readFileSync(join(bag, line.slice(66)))))}  ${line.slice(66)}\n`,
    );
    writeFileSync(join(bag, manifest), made.join(''));
  }
};

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { type Files, localFiles } from '../../src/acquire/index.ts';
import { deriveCase, openCase, verifyCase } from '../../src/backchannel.ts';
import { cli, exported, makeFolder, RUN, read, stories, story, writePile } from './pile.ts';

const folder = makeFolder();
afterAll(folder.remove);

const PAGE = `<!doctype html><html><head><title>Envoys meet</title><script>document.write('Anna Brodin met a ghost in Hades on Monday.')</script></head>
<body onload="alert(1)"><article><h1>Envoys meet</h1>${story(3)
  .split('\n\n')
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('')}<script>alert('<p>Karel Voss met a ghost</p>')</script></article></body></html>`;

/** Faults that `verify` finds in a case. */
const faults = async (file: string): Promise<readonly string[]> => {
  const store = await openCase(file);
  const found: string[] = [];
  for await (const fault of verifyCase(store, (await deriveCase(store)).view)) found.push(fault.reason);
  await store.close();
  return found;
};

describe('a pile with bad input', () => {
  it('names what it cannot take and keeps the rest', async () => {
    const pile = writePile(folder.path('pile'), {
      'good.txt': story(1),
      'empty.txt': '',
      'blank.txt': ' \n\t\n',
      'picture.txt': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(4000, 7)]),
      'large.txt': '',
      'utf-16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(story(2), 'utf16le')]),
      'broken.txt': Buffer.concat([
        Buffer.from(`${story(4)}Zo`),
        Buffer.from([0xc3, 0x28, 0xe2, 0x82]),
        Buffer.from(' end.\n'),
      ]),
      'page.html': PAGE,
      'two\nlines.txt': story(5),
      'two\nlines.pptx': 'x',
    });
    truncateSync(`${pile}/large.txt`, 200 * 1024 * 1024);
    mkdirSync(`${pile}/folder.txt`);
    const file = folder.path('pile.case');
    const { code, out, err } = await cli(['read', pile, '--case', file]);
    expect(code).toBe(1);
    expect(out).toBe('');
    const lines = err
      .trim()
      .split('\n')
      .map((line) => line.replaceAll(pile, '~'));
    expect(lines.map((line) => /^refused (~\S+|~.*?\.pptx): .* \((\S+)\)$/.exec(line)?.slice(1, 3))).toEqual([
      ['~/blank.txt', 'acquire/empty'],
      ['~/empty.txt', 'acquire/empty'],
      ['~/large.txt', 'acquire/too-large'],
      ['~/picture.txt', 'acquire/binary'],
      ['~/two\\nlines.pptx', 'acquire/unsupported'],
    ]);
    const made = JSON.parse(await exported(file));
    expect(made.documents.map((document: { path: string }) => document.path.replace(`${pile}/`, '')).sort()).toEqual([
      'broken.txt',
      'good.txt',
      'page.html',
      'two\nlines.txt',
      'utf-16.txt',
    ]);
    expect(await faults(file)).toEqual([]);
  });

  it('takes no word from the scripts of a page', async () => {
    const pile = writePile(folder.path('page'), { 'page.html': PAGE });
    await read(folder.path('page.case'), [pile]);
    const text = await exported(folder.path('page.case'));
    expect(text).not.toMatch(/ghost|Hades|alert/);
    expect(JSON.parse(text).documents).toHaveLength(1);
  });

  it('refuses a file that is removed or cannot be read while others are read', async () => {
    const pile = writePile(folder.path('vanishing'), { 'a.txt': story(1), 'b.txt': story(2), 'c.txt': story(3) });
    const failing: Files = {
      ...localFiles,
      readAt: async (path, start, length) => {
        if (path.endsWith('b.txt')) rmSync(path, { force: true });
        if (path.endsWith('c.txt')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
        return localFiles.readAt(path, start, length);
      },
    };
    const { added, refusals } = await read(folder.path('vanishing.case'), [pile], { files: failing });
    expect(added).toBe(1);
    expect(refusals.map((refusal) => refusal.code)).toEqual(['acquire/not-found', 'acquire/unreadable']);
  });

  it('does not take the case for a document, whatever it is called', async () => {
    const pile = writePile(folder.path('inside'), { 'a.txt': story(1) });
    for (let i = 0; i < 2; i++) {
      expect(await read(`${pile}/notes.txt`, [pile])).toMatchObject({ found: 1, refusals: [] });
    }
  });

  it('says that nothing was found in a folder without documents', async () => {
    mkdirSync(folder.path('bare'));
    const { code, err } = await cli(['read', folder.path('bare'), '--case', folder.path('bare.case')]);
    expect(code).toBe(3);
    expect(err).toContain('No documents were found under');
  });

  it.each([
    ['a folder that is not there', 'missing/x.case', 'found no folder'],
    ['a place below a file', 'plain.txt/x.case', 'is not a folder'],
  ])('says why a case cannot be made at %s', async (_, place, words) => {
    writeFileSync(folder.path('plain.txt'), story(1));
    const { code, err } = await cli(['read', folder.path('plain.txt'), '--case', folder.path(place)]);
    expect(code).toBe(3);
    expect(err).toContain(words);
    expect(err).toContain('(store/cannot-open)');
    expect(err.trim().split('\n')).toHaveLength(2);
  });

  it('leaves a document alone that is named as the case', async () => {
    const file = folder.path('letter.txt');
    writeFileSync(file, story(1));
    const { code, err } = await cli(['read', file, '--case', file]);
    expect(code).toBe(3);
    expect(err).toContain('(store/not-a-case)');
    expect(readFileSync(file, 'utf8')).toBe(story(1));
  });
});

describe('standard output', () => {
  const run = (command: string) => {
    const file = folder.path('output.case');
    const shell = `set -o pipefail; "${process.execPath}" --import "${import.meta.resolve('tsx')}" "${RUN}" export "${file}" ${command}`;
    return spawnSync('bash', ['-c', shell], { encoding: 'utf8' });
  };

  it('may be closed by a reader that has seen enough', async () => {
    await read(folder.path('output.case'), [writePile(folder.path('output'), stories(4))]);
    expect(run('| head -c 20')).toMatchObject({ status: 0, stdout: '{"format":"backchann', stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('says so when it leads to a full disk', () => {
    const { status, stderr } = run('> /dev/full');
    expect(status).toBe(3);
    expect(stderr).toMatch(/^backchannel: Expected room on standard output, found: ENOSPC.* \(write\/failed\)\n/);
  });
});

describe('read --json', () => {
  it('prints one reading a line in the order given, and nothing else on standard output', async () => {
    const pile = writePile(folder.path('lines'), {
      'b.txt': story(1),
      'a.txt': story(2),
      'c.txt': story(1),
      'e.txt': '',
    });
    const given = [`${pile}/c.txt`, `${pile}/e.txt`, pile];
    const { code, out, err } = await cli(['read', ...given, '--json']);
    expect(code).toBe(1);
    const readings = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(readings.map((reading) => reading.document.path)).toEqual(
      ['c.txt', 'a.txt', 'b.txt'].map((name) => `${pile}/${name}`),
    );
    expect(err).toMatch(/^refused .*e\.txt: .*\(acquire\/empty\)\n$/);
  });
});

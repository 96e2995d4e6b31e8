import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, findInputs, localFiles } from './index.ts';

describe('findInputs', () => {
  let pile = '';
  const at = (...names: readonly string[]): string => join(pile, ...names);
  beforeAll(async () => {
    pile = await mkdtemp(join(tmpdir(), 'pile-'));
    await mkdir(at('b', 'deep'), { recursive: true });
    await mkdir(at('.git'));
    const names = [
      'z.txt',
      'a.md',
      'b/page.html',
      'b/deep/no-ending',
      'b/x\ny.txt',
      '.hidden.txt',
      '.git/c.txt',
      'p.png',
      's.js',
      'r.ppt',
    ];
    for (const name of names) await writeFile(at(name), 'Text.');
    await symlink(pile, at('b', 'up'));
    await symlink(at('nowhere'), at('b', 'broken.txt'));
  });
  afterAll(() => rm(pile, { recursive: true }));

  it('finds texts at any depth, in order, each once, in spite of links that go round', async () => {
    const { files, refusals } = await findInputs([pile]);
    expect(files.map((path) => relative(pile, path))).toEqual([
      'a.md',
      'b/deep/no-ending',
      'b/page.html',
      'b/x\ny.txt',
      'z.txt',
    ]);
    expect(refusals.map(({ path, code }) => [relative(pile, path), code])).toEqual([
      ['b/broken.txt', 'acquire/not-found'],
      ['r.ppt', 'acquire/unsupported'],
    ]);
  });

  it('gives the same for overlapping paths in any order', async () => {
    const one = await findInputs([pile, at('b'), `${at('a.md')}`]);
    expect(await findInputs([at('a.md'), `${at('b')}/`, pile])).toEqual(one);
    expect(one.files).toHaveLength(5);
  });

  it('names what is no document only when it is named directly', async () => {
    const { files, refusals } = await findInputs([at('p.png'), at('.hidden.txt'), at('none.txt')]);
    expect(files).toEqual([at('.hidden.txt')]);
    expect(refusals.map(({ reason }) => reason)).toEqual([
      'Expected a file or folder, found nothing at this path. Check the spelling, or whether it was moved.',
      'Expected a document, found a file whose name ends in .png. Name only documents, or the folder they are in.',
    ]);
  });

  it('keeps relative paths relative', async () => {
    const found = await findInputs([relative(process.cwd(), pile)]);
    expect(found.files[0]).toBe(`${relative(process.cwd(), pile)}/a.md`);
  });

  it.skipIf(process.platform === 'win32')('refuses a pipe in a folder by name and goes on', async () => {
    execFileSync('mkfifo', [at('b', 'pipe.txt')]);
    const { files, refusals } = await findInputs([pile]);
    expect(files).toHaveLength(5);
    expect(refusals.map(({ reason }) => reason)).toContain(
      'Expected a file, found a named pipe. Copy what it holds into a file and name that.',
    );
    await rm(at('b', 'pipe.txt'));
  });

  it('refuses a folder that may not be listed and goes on', async () => {
    const closed: Files = {
      ...localFiles,
      list: (path) =>
        path.endsWith('deep')
          ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
          : localFiles.list(path),
    };
    const { files, refusals } = await findInputs([pile], closed);
    expect(files).toHaveLength(4);
    expect(refusals.map(({ code }) => code)).toContain('acquire/unreadable');
  });

  it('finds the texts of a folder that may not be written to', async () => {
    await chmod(at('b', 'deep'), 0o555);
    expect((await findInputs([at('b', 'deep')])).files).toHaveLength(1);
    await chmod(at('b', 'deep'), 0o755);
  });
});

import { describe, expect, it } from 'vitest';
import { type DroppedFile, placeDropped, safeName } from './dropped-files.ts';
import { sha256 } from './model/index.ts';
import type { DocumentEntry } from './store/index.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const file = (name: string, text: string): DroppedFile => ({ name, bytes: bytes(text) });

const entry = (path: string, text: string): DocumentEntry => ({
  id: `doc-${path}`,
  sha256: sha256(bytes(text)),
  textSha256: '',
  paths: [path],
  reader: '',
  readingSha256: '',
});

const below = {
  stat: async (path: string) => Promise.reject(new Error(`nothing at ${path}`)),
  list: async () => ['below.txt'],
  read: async (path: string) => Promise.reject(new Error(`nothing at ${path}`)),
  readAt: async (path: string) => Promise.reject(new Error(`nothing at ${path}`)),
};

const pathsOf = (dropped: readonly DroppedFile[], entries: readonly DocumentEntry[] = []): readonly string[] =>
  placeDropped(dropped, entries, below).paths;

describe('safeName', () => {
  it.each([
    ['notes.txt', 'notes.txt'],
    ['Notizen über Gespräche.html', 'Notizen über Gespräche.html'],
    ['pile/2031/notes.txt', 'pile/2031/notes.txt'],
    ['/etc/passwd', 'etc/passwd'],
    ['../../../etc/passwd', 'etc/passwd'],
    ['a/../../b.txt', 'a/b.txt'],
    ['C:\\Users\\me\\b.txt', 'Users/me/b.txt'],
    ['\\\\server\\share\\b.txt', 'server/share/b.txt'],
    ['', 'unnamed'],
    ['..', 'unnamed'],
    [' / . / ', 'unnamed'],
    ['a\u0000b\nc\u001b[31m.txt', 'abc[31m.txt'],
    ['evil\u202etxt.exe', 'eviltxt.exe'],
    ['half \ud83d a pair.txt', 'half  a pair.txt'],
    ['e\u0301tude.txt', 'étude.txt'],
  ])('makes of %j the path %j', (name, path) => {
    expect(safeName(name)).toBe(path);
  });

  it('shortens what is very long and keeps its ending and whole letters', () => {
    const name = safeName(`${'𝒳'.repeat(5000)}.html`);
    expect(name).toMatch(/^(?:𝒳)+\.html$/u);
    expect(name.length).toBeLessThanOrEqual(120);
    const deep = safeName(`${'folder/'.repeat(500)}a.txt`);
    expect(deep).toMatch(/^(?:folder\/){8}a\.txt$/);
  });
});

describe('placeDropped', () => {
  it('numbers different files of one name, and takes one file twice for one', () => {
    expect(pathsOf([file('a.txt', 'one'), file('a.txt', 'two'), file('a.txt', 'one'), file('a.txt', 'three')])).toEqual(
      ['dropped/a.txt', 'dropped/a (2).txt', 'dropped/a (3).txt'],
    );
    expect(pathsOf([file('a', 'one'), file('a', 'two'), file('a/b', 'three')])).toEqual([
      'dropped/a',
      'dropped/a (2)',
      'dropped/a/b',
    ]);
  });

  it('gives what the case has the path that it has there, and a new file of a name of the case another', () => {
    const entries = [entry('pile/01.txt', 'one'), entry('dropped/a.txt', 'two')];
    expect(pathsOf([file('a.txt', 'one'), file('a.txt', 'two'), file('a.txt', 'three')], entries)).toEqual([
      'pile/01.txt',
      'dropped/a.txt',
      'dropped/a (2).txt',
    ]);
  });

  it('shows dropped files beside those of the file system below, as much of each as is asked for', async () => {
    const { files } = placeDropped([file('../a.txt', 'words')], [], below);
    expect(await files.stat('dropped/a.txt')).toMatchObject({ kind: 'file', bytes: 5 });
    expect(Buffer.from(await files.read('dropped/a.txt', 3)).toString()).toBe('wor');
    expect(await files.list('anywhere')).toEqual(['below.txt']);
    await expect(files.stat('dropped/b.txt')).rejects.toThrow('nothing at dropped/b.txt');
    await expect(files.read('a.txt', 3)).rejects.toThrow('nothing at a.txt');
  });
});

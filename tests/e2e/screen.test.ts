import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliOf } from './cli.ts';
import { makeFolder, read, writePile } from './pile.ts';

const LISTS = ['sdn-advanced.xml', 'eu.xml'].map((name) => fileURLToPath(new URL(`../lists/${name}`, import.meta.url)));

const cli = cliOf(100);

describe('names of a case on lists', { timeout: 60_000 }, () => {
  const folder = makeFolder();
  afterAll(folder.remove);
  const file = folder.path('talks.case');
  const index = folder.path('lists.idx');
  beforeAll(async () => {
    const text =
      'The Lorne Gazette\nEnvoy in Lorne\nMay 14, 2031\n\nIrina Veld, an adviser, met Tomas Rask in Lorne on Monday, two officials said. Irina declined to comment.\n';
    await read(file, [writePile(folder.path('pile'), { 'a.txt': text })]);
  });

  it('are looked up in an index of lists, and what is found is a candidate to be judged', async () => {
    const indexed = await cli('screen', 'index', ...LISTS, '--out', index);
    expect(indexed.out).toContain(`The index is in ${index}`);
    const { code, out } = await cli('screen', file, '--lists', index);
    expect(code).toBe(1);
    expect(out).toContain('[ofac:90001]  candidate, not judged');
    expect(out).toMatch(/judge it: backchannel decide .* same\|different\|unsure entity-[0-9a-f]{12} "list:ofac:90001/);
    expect(out).not.toContain('Tomas Rask');
    expect(out).toMatch(/names of the case asked for, 1 with candidates/);
  });

  it('are not asked for by a given name alone when the whole name is told', async () => {
    const { out } = await cli('screen', file, '--lists', index, '--json');
    const asked = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { names: string[] });
    expect(asked.find(({ names }) => names.includes('Irina Veld'))?.names).toEqual(['Irina Veld']);
  });

  it('keep what was judged, with who judged it', async () => {
    const [line] = (await cli('screen', file, '--lists', index, '--json')).out
      .split('\n')
      .filter((one) => one.includes('ofac:90001'));
    const { entity } = JSON.parse(line ?? '{}') as { entity: string };
    const decided = await cli(
      'decide',
      file,
      'different',
      entity,
      'list:ofac:90001',
      '--why',
      'another birth date',
      '--by',
      'Ada',
    );
    expect(decided).toMatchObject({ code: 0 });
    expect((await cli('screen', file, '--lists', index)).out).toMatch(
      /judged different by Ada on .*another birth date/,
    );
  });

  it('are taken from lists as they are, without an index', async () => {
    const { out } = await cli('screen', file, '--lists', ...LISTS);
    expect(out).toContain('[ofac:90001]');
  });

  it('are not cleared by a list that is cut off, empty or none', async () => {
    const cut = folder.path('cut.xml');
    writeFileSync(cut, readFileSync(LISTS[0] ?? '', 'utf8').slice(0, 900));
    const empty = folder.path('empty.csv');
    writeFileSync(empty, '');
    for (const [path, message] of [
      [cut, /screen\/cut-off/],
      [empty, /screen\/empty/],
      [folder.path('pile', 'a.txt'), /screen\/unknown-format/],
      [folder.path('no-such.xml'), /screen\/cannot-read/],
    ] as const) {
      const { code, out, err } = await cli('screen', file, '--lists', path);
      expect(code).toBe(3);
      expect(err).toMatch(message);
      expect(out).not.toMatch(/asked for/);
    }
  });
});

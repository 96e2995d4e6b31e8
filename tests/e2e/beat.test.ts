import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cliOf } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-beat-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = cliOf(100);

describe('a beat of one’s own', { timeout: 120_000 }, () => {
  const beat = join(folder, 'mine');
  const pile = join(folder, 'pile');
  const file = join(folder, 'port.case');

  it('is written so that it passes check and test, and never over anything', async () => {
    expect((await cli('beat', 'new', beat, '--name', 'harbours')).code).toBe(0);
    expect(await cli('beat', 'check', beat)).toMatchObject({ code: 0, err: '' });
    const tested = await cli('beat', 'test', beat);
    expect(tested.out).toMatch(/all 6 examples come out as they should/);
    expect(tested.code).toBe(0);
    const before = readdirSync(beat);
    const again = await cli('beat', 'new', beat, '--name', 'harbours');
    expect(again.code).toBe(3);
    expect(again.err).toMatch(/Expected an empty folder or none/);
    expect(readdirSync(beat)).toEqual(before);
  });

  it('is not written under a name that is none, or that of a shipped one', async () => {
    expect((await cli('beat', 'new', join(folder, 'x'), '--name', 'My Beat')).code).toBe(2);
    expect((await cli('beat', 'new', join(folder, 'x'), '--name', 'diplomacy')).code).toBe(2);
  });

  it('reads a case whose rows stand in a ledger of its own', async () => {
    mkdirSync(pile);
    writeFileSync(
      join(pile, 'a.txt'),
      'Terminal passed\n\nLORNE, May 14 2031 - The Port Authority inspected the terminal in Lorne on Monday, officials said.\n',
    );
    expect((await cli('read', pile, '--case', file, '--beat', beat)).code).toBe(0);
    const shown = await cli('show', file, 'inspections');
    expect(shown.out).toMatch(/inspected\s+by\s+when\s+outcome/);
    expect(shown.out).toMatch(/Port Authority/);
    expect((await cli('export', file)).out).toContain('"type":"inspection"');
  });

  it('is not mixed with another beat: without --beat nothing is read, with another all is read again', async () => {
    const silent = await cli('read', pile, '--case', file);
    expect(silent.code).toBe(2);
    expect(silent.err).toMatch(/it was read with the beat "harbours", found none/);
    expect((await cli('read', pile, '--case', file, '--beat', 'diplomacy')).err).toMatch(
      /was read with the beat "harbours"; all of it is read again with "diplomacy"/,
    );
    expect((await cli('show', file, 'inspections')).code).toBe(2);
  });

  it('prints each example that comes out otherwise with what was read in it, and each fault with its place', async () => {
    const frame = join(beat, 'frames', 'inspection.yaml');
    appendFileSync(frame, '    - The Port Authority inspected the vessel.\n');
    const tested = await cli('beat', 'test', beat);
    expect(tested.code).toBe(1);
    expect(tested.out).toMatch(
      /Expected no inspection, found one: The Port Authority inspected the vessel\.\n {2}read: inspection: inspector “.*Port Authority”/,
    );
    expect(tested.out).toMatch(/1 of 7 examples come out otherwise: 0 not found, 1 found that should not be/);
    writeFileSync(frame, 'frame: inspection\nrolls: {}\n');
    const checked = await cli('beat', 'check', beat);
    expect(checked.code).toBe(1);
    expect(checked.err).toMatch(/^frames\/inspection\.yaml:2:1: Expected one of the keys of this file, found "rolls"/m);
    const read = await cli('read', pile, '--json', '--beat', beat);
    expect(read.code).toBe(3);
    expect(read.err).toMatch(/frames\/inspection\.yaml:2:1/);
  });
});

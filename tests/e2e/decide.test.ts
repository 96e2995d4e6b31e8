import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/index.ts';
import { cliOf } from './cli.ts';
import { exported, makeFolder, read, stories, writePile } from './pile.ts';

/** The command line within this process: each call would else cost the start of one. */
const plain = cliOf(200);
const cli = (argv: readonly string[]) => plain(...argv);

const folder = makeFolder();
afterAll(folder.remove);

const ana = folder.path('ana.case');
const ben = folder.path('ben.case');
beforeAll(async () => {
  const pile = writePile(folder.path('pile'), stories(4));
  await read(ana, [pile]);
  copyFileSync(ana, ben);
});

const caseOf = async (file: string): Promise<Case> => JSON.parse(await exported(file));
const idIn = (text: string): string => /decision-[0-9a-f]+/.exec(text)?.[0] ?? '';

describe('decide and journal', () => {
  it('keeps two apart, says so, and lets it be taken back', async () => {
    const before = await caseOf(ana);
    const told = await cli([
      'decide',
      ana,
      'different',
      'story-000.txt: Brodin',
      'story-001.txt: Brodin',
      '--by',
      'ana',
      '--why',
      'two sisters',
    ]);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toMatch(
      /different, standing\n {2}about Anna Brodin \(entity-\w+\)\n {2}about Anna Brodin \(entity-\w+\)/,
    );
    const brodins = (made: Case): number => made.entities.filter(({ name }) => name === 'Anna Brodin').length;
    expect([brodins(before), brodins(await caseOf(ana))]).toEqual([1, 2]);
    expect((await cli(['decide', ana, 'undo', idIn(told.out), '--by', 'ana'])).code).toBe(0);
    const { decisions, ...after } = await caseOf(ana);
    expect(decisions.map(({ state }) => state).sort()).toEqual(['standing', 'undone']);
    expect(after).toEqual({ ...before, decisions: undefined });
    expect((await cli(['verify', ana])).code).toBe(0);
  });

  it('merges the journals of two people and shows where they disagree', async () => {
    const both = ['story-002.txt: Brodin', 'story-003.txt: Brodin'];
    await cli(['decide', ana, 'same', ...both, '--by', 'ana']);
    await cli(['decide', ben, 'different', ...both, '--by', 'ben']);
    const [fromAna, fromBen] = [folder.path('ana.jsonl'), folder.path('ben.jsonl')];
    await cli(['journal', ana, '--export', fromAna]);
    await cli(['journal', ben, '--export', fromBen]);
    const taken = await cli(['journal', ana, '--import', fromBen]);
    expect(taken.code).toBe(0);
    expect(taken.out).toMatch(/1 entry added, 0 known, 0 refused\.\n/);
    expect(taken.out.match(/disagreed/g)).toHaveLength(2);
    expect((await cli(['journal', ana, '--import', fromBen])).out).toMatch(/0 entries added, 1 known/);
    await cli(['journal', ben, '--import', fromAna]);
    expect(await exported(ben)).toBe(await exported(ana));
  });

  it('refuses lines that are no entry or were changed, by number, and keeps the rest', async () => {
    const path = folder.path('mixed.jsonl');
    const good = readFileSync(folder.path('ben.jsonl'), 'utf8').trim();
    writeFileSync(path, `${good}\nnot json\n${good.replace('"by":"ben"', '"by":"bea"')}\n`);
    const { code, out, err } = await cli(['journal', ben, '--import', path]);
    expect(code).toBe(1);
    expect(out).toMatch(/0 entries added, 1 known, 2 refused/);
    expect(err).toMatch(/line 2: expected a decision as JSON/);
    expect(err).toMatch(/line 3: .* an entry is never changed, but taken back with undo/);
  });

  it('says what it expected for words that mean nothing in the case', async () => {
    const wrong = async (...words: readonly string[]): Promise<string> => {
      const { code, err } = await cli(['decide', ana, ...words, '--by', 'ana']);
      expect(code).toBe(2);
      return err;
    };
    expect(await wrong('same', 'Nobody At All', 'Anna Brodin')).toMatch(/found nothing called “Nobody At All”/);
    expect(await wrong('rate', 'The Halmstead Courier', 'Z')).toMatch(/a source is rated A to F, not Z/);
    expect(await wrong('different', 'story-000.txt: no such words', 'Anna Brodin')).toMatch(/found none there/);
    expect(await wrong('frob', 'Anna Brodin')).toMatch(/Expected one of same, different/);
    expect(await wrong('confirm', 'Anna Brodin')).toMatch(/decide\/not-found/);
    expect(await wrong('undo', 'decision-000000000000')).toMatch(/the id of a decision/);
  });
});

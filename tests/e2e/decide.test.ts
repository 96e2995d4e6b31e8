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

  it('corrects a date and who took part, says so in the row, and has it back with undo', async () => {
    const before = await caseOf(ana);
    const meeting = before.claims.find(({ type, roles }) => type === 'meeting' && (roles.participant?.length ?? 0) > 1);
    const row = (made: Case) => made.meetings.find(({ claims }) => claims.includes(meeting?.id ?? ''));
    const id = meeting?.id ?? '';
    const told = await cli([
      'decide',
      ana,
      'correct',
      id,
      '--value',
      'date=2031-04-02',
      '--why',
      'his diary',
      '--by',
      'ana',
    ]);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toMatch(/correct, standing\n {2}about .*\(2031-04-02\)/);
    const dated = await caseOf(ana);
    expect(row(dated)).toMatchObject({
      date: '2031-04-02',
      corrected: [
        expect.stringMatching(/^D10: correct by ana on \d{4}-\d\d-\d\d: his diary \(date: was .*, is 2031-04-02\)$/),
      ],
    });
    const finding = dated.findings.find(({ claims }) => claims.includes(id));
    expect(finding?.reasons).toEqual(expect.arrayContaining([expect.stringContaining('his diary')]));
    // By the name of an entity, and on the claim as it is now: one entry is about the claim that the other is about.
    const part = await cli(['decide', ana, 'correct', id, 'participant=Karel Voss; the ferryman', '--by', 'ana']);
    expect(part).toMatchObject({ code: 0, err: '' });
    const after = await caseOf(ana);
    const voss = after.entities.find(({ name }) => name === 'Karel Voss')?.id;
    expect(after.claims.find((claim) => claim.id === id)?.roles.participant).toEqual([
      { text: 'Karel Voss', entity: voss },
      { text: 'the ferryman', entity: null },
    ]);
    expect(after.claims.find((claim) => claim.id === id)?.date).toBe('2031-04-02');
    expect((await cli(['verify', ana])).code).toBe(0);
    for (const one of [told, part]) await cli(['decide', ana, 'undo', idIn(one.out), '--by', 'ana']);
    const { decisions: _, ...again } = await caseOf(ana);
    const { decisions: __, ...first } = before;
    expect(again).toEqual(first);
  });

  it('says what a claim can be corrected in', async () => {
    const claim = (await caseOf(ana)).claims.find(({ type }) => type === 'meeting')?.id ?? '';
    const refused = async (...words: readonly string[]): Promise<string> => {
      const { code, err } = await cli(['decide', ana, 'correct', ...words, '--by', 'ana']);
      expect(code).toBeGreaterThan(1);
      return err;
    };
    expect(await refused(claim, 'date=last May')).toMatch(/decide\/not-allowed/);
    expect(await refused(claim, 'date=2031-13-45')).toMatch(/Expected a date, found “2031-13-45”/);
    expect(await refused(claim, 'particpant=Karel Voss')).toMatch(/Roles: .*participant/);
    expect(await refused(claim, 'participant=entity-000000000000')).toMatch(/found nothing called entity-000000000000/);
    expect(await refused('Karel Voss', 'date=2031-05-14')).toMatch(/Expected a claim/);
  });

  it('takes ids of every list, and places by the id of a document', async () => {
    const made = await caseOf(ana);
    const lists = Object.entries(made).flatMap(([list, items]) =>
      Array.isArray(items) && list !== 'decisions' && items.length > 0
        ? [[list, items.at(-1).id as string] as const]
        : [],
    );
    expect(lists.length).toBeGreaterThan(9);
    for (const [list, id] of lists) {
      const noted = await cli(['decide', ana, 'note', id, `of ${list}`, '--by', 'ana']);
      expect([list, noted.err, noted.code]).toEqual([list, '', 0]);
      expect(noted.out).toMatch(/note, standing/);
    }
    const [document] = made.documents;
    const placed = await cli(['decide', ana, 'note', `${document?.id}@0-12`, 'the head', '--by', 'ana']);
    expect(placed.out).toMatch(/note, standing\n/);
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

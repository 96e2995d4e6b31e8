import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/generate/random.ts';
import { ftmLine, ListInventor } from '../../bench/screen/invent-list.ts';
import type { NameType } from '../text/index.ts';
import { type Candidate, indexLists, isIndexFile, ListIndex, screen } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'screen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const AT = '2031-05-14T00:00:00Z';

/** Names that are looked up in other spellings, among some thousand others. */
const LISTED: Readonly<Record<string, readonly [schema: string, name: string]>> = {
  'NK-a': ['Person', 'Daulet Karabayev'],
  'NK-b': ['Person', 'Abdul Rahman Al Nuristani'],
  'NK-c': ['Person', 'Irina Pavlovna Veld'],
  'NK-d': ['Company', 'Azotna Shipping & Trading LLC'],
  'NK-e': ['Vessel', 'MV Sundrift 7'],
  'NK-f': ['Person', 'محمد كرامي'],
  'NK-g': ['Person', 'Kim Yong Hak'],
};

describe('screen', () => {
  let index: ListIndex;
  const out = join(folder, 'lists.idx');
  beforeAll(async () => {
    const inventor = new ListInventor(new Random('screen-test'));
    const lines = Array.from({ length: 5000 }, () => ftmLine(inventor.next()));
    for (const [id, [schema, name]] of Object.entries(LISTED)) {
      const birthDate = schema === 'Person' ? { birthDate: ['1974'] } : {};
      lines.push(`${JSON.stringify({ id, schema, properties: { name: [name], country: ['mt'], ...birthDate } })}\n`);
    }
    const file = join(folder, 'entities.json');
    writeFileSync(file, lines.join(''));
    await indexLists([file], { out, at: AT });
    index = new ListIndex(out);
  });
  afterAll(() => index.close());

  const ask = (name: string, type: NameType = 'person', more = {}): readonly Candidate[] =>
    screen(index, { names: [name], type, birthDates: [], countries: [], ...more }).candidates;
  const firstOf = (name: string, type: NameType = 'person'): string | undefined =>
    ask(name, type)[0]?.entry.ref.slice('opensanctions:'.length);

  it.each<[string, string, NameType]>([
    ['KARABAEV, Daulet', 'NK-a', 'person'],
    ['Даулет Карабаев', 'NK-a', 'person'],
    ['DauletKarabayev', 'NK-a', 'person'],
    ['Daulet Karabyaev', 'NK-a', 'person'],
    ['D. Karabayev', 'NK-a', 'person'],
    ['Abdulrahman Nooristani', 'NK-b', 'person'],
    ['Veld Irina', 'NK-c', 'person'],
    ['Irina Weld', 'NK-c', 'person'],
    ['Dr Irina P. Veld', 'NK-c', 'person'],
    ['Azotna Shipping and Trading', 'NK-d', 'organization'],
    ['Sundrift 7', 'NK-e', 'vessel'],
    ['Mohammed Karami', 'NK-f', 'person'],
    ['Kim Yong-hak', 'NK-g', 'person'],
  ])('finds %s', (name, id, type) => {
    expect(firstOf(name, type)).toBe(id);
  });

  it('leaves every candidate open, with reasons', () => {
    const [one] = ask('Irina Veld');
    expect(one?.verdict).toBe('unsure');
    expect(one?.reasons.map(({ text }) => text)).toContain('“pavlovna” left out');
  });

  it('finds nobody for a name that shares one word, or none', () => {
    expect(ask('Irina Qvorztwax')).toEqual([]);
    expect(ask('Oxbtrand Qvorztwax')).toEqual([]);
    expect(ask('')).toEqual([]);
    expect(ask('...')).toEqual([]);
  });

  it('lets birth dates, countries and sorts speak, each with a reason', () => {
    const score = (more: object): number => ask('Daulet Karabaev', 'person', more)[0]?.score ?? 0;
    const [names, born, other] = [score({}), score({ birthDates: ['1974-03'] }), score({ birthDates: ['1990'] })];
    expect(born).toBeGreaterThanOrEqual(names);
    expect(other).toBeLessThan(names);
    expect(score({ countries: ['MT'] })).toBeGreaterThanOrEqual(names);
    expect(score({ countries: ['FR'] })).toBeLessThan(names);
    const reasons = ask('Daulet Karabaev', 'person', { birthDates: ['1990'] })[0]?.reasons;
    expect(reasons).toContainEqual({ kind: 'birth date', effect: 'against', text: 'born 1990 here, 1974 on the list' });
  });

  it('says which lists it holds', () => {
    expect(index.lists()).toMatchObject([
      { format: 'opensanctions-ftm', published: '2031-05-01', entries: 5007, refused: 0 },
    ]);
  });
});

describe('indexLists', () => {
  const list = join(import.meta.dirname, '../../tests/lists/sdn.xml');

  it('leaves what was there, and nothing else, when a list is damaged', async () => {
    const out = join(folder, 'kept.idx');
    await indexLists([list], { out, at: AT });
    const before = readFileSync(out);
    const bad = join(folder, 'bad.xml');
    writeFileSync(bad, readFileSync(list, 'utf8').slice(0, 2000));
    await expect(indexLists([list, bad], { out, at: AT })).rejects.toMatchObject({ code: 'screen/cut-off' });
    expect(readFileSync(out).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('writes no index when it is stopped', async () => {
    const out = join(folder, 'stopped.idx');
    await expect(indexLists([list], { out, at: AT, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'screen/stopped',
    });
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a list with nobody on it, which would clear everybody', async () => {
    const empty = join(folder, 'empty.xml');
    writeFileSync(empty, '<sdnList><publshInformation/></sdnList>');
    await expect(indexLists([empty], { out: join(folder, 'e.idx'), at: AT })).rejects.toMatchObject({
      code: 'screen/empty',
    });
  });

  it('makes files that are told from other files', async () => {
    const out = join(folder, 'told.idx');
    await indexLists([list], { out, at: AT });
    expect(isIndexFile(out)).toBe(true);
    expect(isIndexFile(list)).toBe(false);
    expect(() => new ListIndex(list)).toThrow(expect.objectContaining({ code: 'screen/not-an-index' }));
  });
});

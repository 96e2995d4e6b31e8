import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../../src/backchannel.ts';
import { simulate } from '../watch-simulation.ts';
import { WatchWorld } from '../watch-world.ts';
import { cli, ended, makeFolder, start, stories, writePile } from './pile.ts';

const folder = makeFolder();
const world = new WatchWorld(folder.path('pile'));
beforeAll(() => world.open());
afterAll(async () => {
  await world.close();
  folder.remove();
});

describe('watch', () => {
  it('makes the case that is made at once, and tells each change once, however often it is killed', async () => {
    const result = await simulate(
      world,
      {
        case: folder.path('watched.case'),
        feed: folder.path('told.atom'),
        reference: folder.path('at-once.case'),
      },
      { speed: 60, steps: 10, stepMs: 1500, killWithinMs: 12_000, seed: 7 },
    );
    expect(result.missing).toEqual([]);
    expect(result.told).toEqual({ twiceInStore: 0, twiceInFeed: 0, neverPrinted: 0 });
    expect(result.difference).toBeNull();
    expect(result.readTwice).toBe(0);
    expect(result.kills).toBeGreaterThan(0);
  }, 600_000);

  it('looks once, tells what has come since, and remembers what it watches', async () => {
    const pile = writePile(folder.path('once'), stories(2));
    const file = folder.path('once.case');
    const first = await cli(['watch', pile, '--case', file, '--once', '--json', '--workers', '1']);
    expect(first).toMatchObject({ code: 0, out: '' });
    expect(first.err).toContain('2 documents read to begin with; what comes from now on is told.');
    writeFileSync(`${pile}/more.txt`, Object.values(stories(3))[2] ?? '');
    writeFileSync(`${pile}/broken.txt`, '');
    const command = `${process.execPath} -e "process.stdin.pipe(require('fs').createWriteStream(process.argv[1],{flags:'a'}))" '${folder.path('ran.jsonl')}'`;
    const second = await cli(['watch', '--case', file, '--once', '--json', '--run', command, '--workers', '1']);
    expect(second.code).toBe(1);
    expect(second.err).toContain('broken.txt');
    const told = second.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told[0]).toMatchObject({ kind: 'document', place: `${pile}/more.txt` });
    expect(readFileSync(folder.path('ran.jsonl'), 'utf8')).toBe(second.out);
    const list = await cli(['watch', '--case', file, '--list']);
    expect(list.out).toMatch(/files .*once\s+watched\s+4 files/);
  }, 300_000);

  it('says who watches when somebody does, and ends in good order', async () => {
    const pile = writePile(folder.path('held'), {});
    const file = folder.path('held.case');
    const child = start(['watch', pile, '--case', file, '--workers', '1']);
    const end = ended(child);
    for (let i = 0; i < 400; i++) {
      await sleep(50);
      const store = await openCase(file).catch(() => null);
      const isHeld = store !== null && (await store.watched('')).some(({ item }) => item === 'beat');
      await store?.close();
      if (isHeld) break;
    }
    const other = await cli(['watch', pile, '--case', file, '--once']);
    expect(other.code).toBe(3);
    expect(other.err).toContain(`found process ${child.pid} on `);
    child.kill('SIGINT');
    expect((await end).code).toBe(0);
    expect((await cli(['watch', pile, '--case', file, '--once'])).code).toBe(0);
  }, 120_000);

  it('refuses a source that is not there, and a command that cannot be', async () => {
    const file = folder.path('none.case');
    const nothing = await cli(['watch', folder.path('nothing-here'), '--case', file, '--once']);
    expect(nothing.err).toContain('Expected a feed, folder, page or list of addresses, found nothing at');
    const open = await cli(['watch', folder.path('once'), '--case', file, '--once', '--run', 'say "no']);
    expect(open).toMatchObject({ code: 2 });
  }, 60_000);
});

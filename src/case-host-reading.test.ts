import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAddition } from '../tests/contracts/make-case.ts';
import { stories, story, writePile } from '../tests/e2e/pile.ts';
import { type CaseHost, openCaseHost } from './case-host.ts';
import type { DroppedFile } from './dropped-files.ts';
import type { Progress } from './read-into.ts';
import { openSqliteCase } from './store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-host-reading-'));
const place = join(folder, 'talks.case');
let host: CaseHost;

beforeAll(async () => {
  host = await openCaseHost(place, { create: true, reader: { limitBytes: 20_000 }, cores: 1 });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const dropped = (name: string, content: string): DroppedFile => ({ name, bytes: Buffer.from(content) });

const pathsOf = async (): Promise<readonly string[]> =>
  (await host.store.entries()).flatMap(({ paths }) => paths).sort();

describe('reading through a host', () => {
  it('reads folders and dropped files, names each that it refuses, and writes nothing beside the case', async () => {
    const pile = writePile(join(folder, 'pile'), stories(2));
    const before = readdirSync(folder);
    const progress: Progress[] = [];
    const summary = await host.read(
      [
        pile,
        join(folder, 'nothing.txt'),
        dropped('report.txt', story(2)),
        dropped('../../report.txt', story(3)),
        dropped('report.txt', story(4)),
        dropped('/etc/empty.txt', ''),
        dropped('talk.pptx', 'PK'),
        dropped('picture', '\u0000\u0001\u0002\u0003'),
        dropped('long.txt', 'They talked. '.repeat(2000)),
        dropped('report.txt', story(2)),
      ],
      { onProgress: (one) => progress.push(one) },
    );
    expect(summary).toMatchObject({ added: 5, known: 0, paths: 0, changed: [], isComplete: true });
    expect(summary.refusals.map(({ path, code }) => [path, code])).toEqual([
      [join(folder, 'nothing.txt'), 'acquire/not-found'],
      ['dropped/etc/empty.txt', 'acquire/empty'],
      ['dropped/long.txt', 'acquire/too-large'],
      ['dropped/picture', 'acquire/binary'],
      ['dropped/talk.pptx', 'acquire/unsupported'],
    ]);
    for (const { reason } of summary.refusals) expect(reason).toMatch(/^Expected .+, found .+/);
    expect(await pathsOf()).toEqual([
      join(pile, 'story-000.txt'),
      join(pile, 'story-001.txt'),
      'dropped/report (2).txt',
      'dropped/report (3).txt',
      'dropped/report.txt',
    ]);
    expect(readdirSync(folder).filter((name) => !name.startsWith('talks.case'))).toEqual(
      before.filter((name) => !name.startsWith('talks.case')),
    );
    expect(existsSync('dropped')).toBe(false);
    expect(progress[0]).toMatchObject({ phase: 'looking' });
    expect(progress.filter(({ phase }) => phase === 'reading').at(-1)).toMatchObject({ done: 8, total: 8 });
    expect(progress.at(-1)).toMatchObject({ phase: 'deriving' });
    const { view, isFresh } = await host.view();
    expect(isFresh).toBe(false);
    expect((await view.counts()).documents).toBe(5);
    expect((await view.counts()).meetings).toBeGreaterThan(0);
  });

  it('knows dropped files by their content, and supposes of what was read', async () => {
    const entries = await host.store.entries();
    const digest = (await host.view()).digest;
    const again = [dropped('another name.txt', story(0)), dropped('report.txt', story(3)), dropped('x.txt', story(3))];
    expect(await host.read(again)).toMatchObject({ found: 2, added: 0, paths: 0, known: 2, refusals: [], changed: [] });
    expect(await host.store.entries()).toEqual(entries);
    expect((await host.view()).digest).toBe(digest);
    const conditions: string[] = [];
    for await (const { id } of host.stored().items('conditions')) conditions.push(id);
    const [condition = ''] = conditions;
    const { supposed, suppositions, words } = await host.suppose({ holds: [condition], fails: [] });
    expect(suppositions).toEqual({ holds: [condition], fails: [] });
    expect(supposed.steps[0]).toMatchObject({ condition, becomes: 'holds' });
    expect(supposed.deals.length).toBeGreaterThan(0);
    for (const { deal } of supposed.deals) expect(words[deal]).toMatch(/\w/);
    expect(words[condition]).toBe((await host.stored().item('conditions', condition))?.text);
  });

  it('looks, decides and derives while it reads, and stops when asked with what it has read', async () => {
    const stop = new AbortController();
    const files = Array.from({ length: 60 }, (_, i) => dropped(`story-${i + 100}.txt`, story(i + 10)));
    let during: Promise<string> | null = null;
    const look = async (): Promise<string> => {
      const [entry] = await host.store.entries();
      const { decision } = await host.decide({
        kind: 'note',
        about: [entry?.id ?? ''],
        value: 'while reading',
        why: null,
        by: 'Mara',
        at: '2031-06-01T00:00:00Z',
      });
      const { view } = await host.view();
      const shown = await view.item('decisions', decision.id);
      stop.abort();
      return shown?.state ?? 'none';
    };
    let last: Progress | null = null;
    const summary = await host.read(files, {
      signal: stop.signal,
      onProgress: (progress) => {
        last = progress;
        if (progress.phase === 'reading' && progress.done > 2) during ??= look();
      },
    });
    expect(await during).toBe('standing');
    expect(last).toMatchObject({ phase: 'deriving' });
    expect(summary.isComplete).toBe(false);
    expect(summary.added).toBeGreaterThan(2);
    expect(summary.added).toBeLessThan(60);
    expect(await host.isCurrent()).toBe(true);
    expect((await host.stored().counts()).documents).toBe(5 + summary.added);
    const rest = await host.read(files.slice(0, summary.added + 1));
    expect(rest).toMatchObject({ added: 1, known: summary.added, isComplete: true });
  });

  it('reads nothing once it was stopped before its turn', async () => {
    const entries = await host.store.entries();
    const summary = await host.read([dropped('late.txt', story(99))], { signal: AbortSignal.abort() });
    expect(summary).toMatchObject({ added: 0, isComplete: false });
    expect(await host.store.entries()).toEqual(entries);
  });
});

describe('the beat of a case', () => {
  it('is the one that the case has; of one’s own the folder must be given, and be there', async () => {
    const own = join(folder, 'own.case');
    const store = await openSqliteCase(own, { create: true });
    const { document, reading } = makeAddition('The envoys met.', 'a.txt');
    await store.add([{ document, reading: { ...reading, reader: 'reader-1+harbours-0123456789ab' } }]);
    await store.close();
    const unnamed = await openCaseHost(own);
    await expect(unnamed.read([dropped('b.txt', story(1))])).rejects.toMatchObject({
      code: 'read/other-beat',
      message: expect.stringContaining('"harbours"'),
      next: expect.stringContaining('--beat harbours'),
    });
    await unnamed.close();
    const gone = join(folder, 'gone');
    const named = await openCaseHost(own, { reader: { beat: gone } });
    await expect(named.read([dropped('b.txt', story(1))])).rejects.toMatchObject({ code: 'read/no-beat', place: gone });
    expect(await named.store.entries()).toHaveLength(1);
    await named.close();
  });
});

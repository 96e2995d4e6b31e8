import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquireGenerated } from '../bench/generate/acquire-generated.ts';
import { generatePile } from '../bench/generate/generate-pile.ts';
import { readGenerated } from '../bench/generate/read-generated.ts';
import { type CaseHost, type CaseHostOptions, openCaseHost } from './case-host.ts';
import { CaseThread } from './case-thread.ts';
import { deriveCase } from './case-view.ts';
import { BackchannelError, makeDecision } from './model/index.ts';
import type { Progress } from './read-into.ts';
import { type Addition, type CaseStore, openSqliteCase } from './store/index.ts';
import { whatIf } from './what-if.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-host-'));
const closing: (() => Promise<void>)[] = [];
const mounts: string[] = [];
let ready = '';
let additions: readonly Addition[] = [];

/** A case that is up to date, of readings that took no network. */
beforeAll(async () => {
  const made: Addition[] = [];
  for (const one of generatePile({ documents: 24, seed: 'host', aStory: 12 })) {
    const document = await acquireGenerated(one);
    made.push({ document, reading: readGenerated(one, document) });
  }
  additions = made;
  ready = join(folder, 'ready.case');
  const store = await openSqliteCase(ready, { create: true });
  await store.add(made.slice(1));
  await deriveCase(store);
  await store.close();
});

afterAll(async () => {
  for (const close of closing) await close();
  for (const mount of mounts) spawnSync('umount', ['-l', mount]);
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const copied = (from = ready): string => {
  const place = join(folder, `${++count}.case`);
  copyFileSync(from, place);
  return place;
};

const open = async (place = copied(), options: CaseHostOptions = {}): Promise<CaseHost> => {
  const host = await openCaseHost(place, options);
  closing.push(() => host.close());
  return host;
};

/** One for all tests that leave it as it was but for notes: a thread takes seconds to start from source. */
let warmed: Promise<CaseHost> | null = null;
const loaded: Progress[] = [];
const shared = (): Promise<CaseHost> => {
  warmed ??= open().then(async (host) => {
    await host.warm((progress) => loaded.push(progress));
    return host;
  });
  return warmed;
};

const openOther = async (place: string): Promise<CaseStore> => {
  const store = await openSqliteCase(place, { create: false });
  closing.push(() => store.close());
  return store;
};

const firstOf = async (host: CaseHost, list: 'claims' | 'documents'): Promise<string> => {
  for await (const { id } of host.stored().items(list)) return id;
  throw new Error(`Expected ${list}.`);
};

let seconds = 0;
const note = (about: string) => ({
  kind: 'note' as const,
  about: [about],
  value: `seen ${++seconds}`,
  why: null,
  by: 'Mara',
  at: new Date(Date.UTC(2031, 0, 1, 0, 0, seconds)).toISOString(),
});

describe('openCaseHost', () => {
  it('shows a case that is up to date without a thread, and says that one dies which may have no memory', async () => {
    const host = await open(copied(), { memoryMegabytes: 1 });
    expect(await host.isCurrent()).toBe(true);
    const { view, digest, ...how } = await host.view();
    expect(how).toEqual({ isFresh: false, isKept: true });
    expect(digest).toBe((await host.store.derivation())?.digest);
    expect((await view.counts()).documents).toBe(23);
    const error = await host.derive().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackchannelError);
    expect(error).toMatchObject({ code: 'host/thread-ended', message: expect.stringContaining('more memory') });
    expect(await host.view()).toMatchObject({ isFresh: false });
  });

  it('says what is wrong with a file, and makes one when asked', async () => {
    await expect(openCaseHost(join(folder, 'none.case'))).rejects.toMatchObject({ code: 'store/not-found' });
    const host = await open(join(folder, 'new.case'), { create: true });
    const { view } = await host.view();
    expect((await view.counts()).documents).toBe(0);
  });

  it('derives a case of an older program first', async () => {
    const host = await shared();
    expect(await host.isCurrent()).toBe(true);
    const database = new DatabaseSync(host.store.place);
    database.exec("update derivations set digest = 'of an older program'");
    database.close();
    expect(await host.isCurrent()).toBe(false);
    expect(await host.view()).toMatchObject({ isFresh: true, isKept: true });
    expect(await host.view()).toMatchObject({ isFresh: false, isKept: true });
  });
});

describe('deciding and deriving', () => {
  it('shows what was decided at the next look, and derives once for two who ask at once', async () => {
    const host = await shared();
    const about = await firstOf(host, 'documents');
    const before = (await host.view()).digest;
    const { decision, isNew } = await host.decide(note(about));
    expect(isNew).toBe(true);
    const both = await Promise.all([host.derive(), host.derive()]);
    expect(both.map(({ isFresh }) => isFresh)).toEqual([true, true]);
    const { view, digest } = await host.view();
    expect(digest).not.toBe(before);
    expect(await view.item('decisions', decision.id)).toMatchObject({ state: 'standing', by: 'Mara' });
    expect(await host.decide({ ...note(about), value: decision.value, at: decision.at })).toMatchObject({
      isNew: false,
    });
  });

  it('sees what was decided while it was deriving', async () => {
    const host = await shared();
    const about = await firstOf(host, 'documents');
    await host.decide(note(about));
    const first = host.derive();
    await pause(1);
    const { decision } = await host.decide(note(about));
    const second = host.derive();
    await first;
    await second;
    expect(await host.isCurrent()).toBe(true);
    expect(await host.stored().item('decisions', decision.id)).not.toBeNull();
  });

  it('derives from memory what it has loaded beforehand, to the same bytes', async () => {
    const host = await shared();
    expect(loaded.at(-1)).toEqual({ phase: 'deriving', done: 23, total: 23, path: null });
    const progress: Progress[] = [];
    await host.decide(note(await firstOf(host, 'claims')));
    await host.derive((one) => progress.push(one));
    expect(progress.at(-1)).toMatchObject({ done: 0, total: 0 });
    const itemsSha256 = (await host.store.derivation())?.itemsSha256;
    const other = await openOther(copied(host.store.place));
    for (const decision of await host.store.decisions()) await other.decide([decision]);
    await deriveCase(other);
    expect((await other.derivation())?.itemsSha256).toBe(itemsSha256);
  });

  it('sees what another process has read and derived', async () => {
    const host = await shared();
    const before = await host.view();
    const other = await openOther(host.store.place);
    await other.add(additions.slice(0, 1));
    expect(await host.isCurrent()).toBe(false);
    await deriveCase(other);
    const now = await host.view();
    expect(now).toMatchObject({ isFresh: false, isKept: true });
    expect(now.digest).not.toBe(before.digest);
    expect((await now.view.counts()).documents).toBe(24);
  });

  it('decides once another process has done writing, and does other things meanwhile', async () => {
    const host = await shared();
    const about = await firstOf(host, 'documents');
    const writing = new DatabaseSync(host.store.place);
    writing.exec('begin immediate');
    let ticks = 0;
    const timer = setInterval(() => ticks++, 20);
    const decided = host.decide(note(about));
    await pause(400);
    expect(await host.stored().item('documents', about)).not.toBeNull();
    writing.exec('rollback');
    writing.close();
    expect(await decided).toMatchObject({ isNew: true });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });

  it('shows from memory what cannot be kept while another process writes', async () => {
    const host = await shared();
    const { decision } = await host.decide(note(await firstOf(host, 'documents')));
    const writing = new DatabaseSync(host.store.place);
    writing.exec('begin immediate');
    const { view, isFresh, isKept } = await host.view();
    expect({ isFresh, isKept }).toEqual({ isFresh: true, isKept: false });
    expect(await view.item('decisions', decision.id)).not.toBeNull();
    expect(await host.stored().item('decisions', decision.id)).toBeNull();
    // At once, since nothing has changed.
    expect(await host.view()).toMatchObject({ isFresh: false, isKept: false, view });
    writing.exec('rollback');
    writing.close();
    expect(await host.derive()).toMatchObject({ isFresh: true, isKept: true });
    expect(await host.view()).toMatchObject({ isFresh: false, isKept: true });
  });

  it('shows a case that cannot be written to, and says so when somebody decides', async (context) => {
    const disk = join(folder, 'sealed');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk]).status !== 0)
      return context.skip('no file system may be mounted here');
    mounts.push(disk);
    const old = copied();
    const database = new DatabaseSync(old);
    database.exec("update derivations set digest = 'of an older program'");
    database.close();
    copyFileSync(old, join(disk, 'old.case'));
    if (spawnSync('mount', ['-o', 'remount,ro', disk]).status !== 0) return context.skip('cannot be remounted here');
    const host = await open(join(disk, 'old.case'));
    const { view, isFresh, isKept } = await host.view();
    expect({ isFresh, isKept }).toEqual({ isFresh: true, isKept: false });
    expect((await view.counts()).documents).toBe(23);
    expect(await host.view()).toMatchObject({ isFresh: false, isKept: false });
    await expect(host.decide(note(await firstOf(host, 'documents')))).rejects.toMatchObject({
      code: 'store/read-only',
    });
  });
});

describe('what would be otherwise', () => {
  it('is as the commands say, without the whole cases', async () => {
    const host = await shared();
    const { view } = await host.view();
    let name = '';
    for await (const origin of view.items('origins')) if (origin.name !== '') name = origin.name;
    const { before, after, changed, dropped, hypotheses } = await whatIf(view, [name]);
    const answer = await host.whatIf([name]);
    expect(answer).toMatchObject({ changed, dropped, hypotheses });
    expect(answer.counts.after.claims).toBe(after.claims.length);
    const left = new Set(after.claims.map(({ id }) => id));
    expect(answer.gone.claims ?? []).toEqual(before.claims.flatMap(({ id }) => (left.has(id) ? [] : [id])));
  });

  it('says what it does not know with its code and what to do next', async () => {
    const host = await shared();
    const error = await host.whatIf(['The Nonesuch Gazette']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackchannelError);
    expect(error).toMatchObject({ code: 'what-if/not-found', next: expect.stringContaining('show') });
    await expect(host.suppose({ holds: ['a rise in tolls'], fails: [] })).rejects.toMatchObject({
      code: 'what-if/no-condition',
    });
  });
});

describe('the thread', () => {
  it('is started anew after it was killed, and the case is whole', async () => {
    const place = copied();
    const thread = new CaseThread({ place, reader: {}, keepOriginals: true, cores: 1 });
    closing.push(() => thread.close(0));
    const store = await openOther(place);
    const [document] = await store.entries();
    await store.decide([
      makeDecision({
        kind: 'note',
        subjects: [{ kind: 'document', document: document?.id ?? '' }],
        value: 'killed',
        why: null,
        by: 'Mara',
        at: '2031-01-01T00:00:00Z',
      }),
    ]);
    for (const ms of [0, 1500]) {
      const asked = thread.ask<'derive'>({ what: 'derive' }).then(
        () => null,
        (error: unknown) => error,
      );
      await pause(ms);
      await thread.kill();
      const error = await asked;
      if (error !== null) expect(error).toMatchObject({ code: 'host/thread-ended', place });
      // Nothing of the killed thread holds the file.
      await store.keep('test', `${ms}`, '[]');
    }
    expect(await thread.ask<'derive'>({ what: 'derive' })).toMatchObject({ made: null });
    for await (const fault of store.faults()) expect(fault).toBeNull();
  });

  it('lets a process end that forgets to close', async () => {
    const script = join(folder, 'forgets.mts');
    const own = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'case-host.ts')));
    writeFileSync(
      script,
      `import { openCaseHost } from ${own};
      const host = await openCaseHost(process.argv[2]);
      await host.warm();
      console.log('warm');`,
    );
    const child = spawn(process.execPath, ['--import', 'tsx', script, copied()], {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(child, 'exit');
    expect({ code, said }).toEqual({ code: 0, said: 'warm\n' });
  });

  it('answers nothing more once it is closed', async () => {
    const host = await openCaseHost(copied());
    await host.derive();
    const late = host.whatIf(['nobody']).catch((caught: unknown) => caught);
    await host.close();
    expect(await late).toMatchObject({ code: expect.stringMatching(/^(host\/closed|what-if\/not-found)$/) });
    for (const asked of [host.view(), host.derive(), host.read([]), host.isCurrent(), host.decide(note('x'))])
      await expect(asked).rejects.toMatchObject({ code: 'host/closed' });
    await host.close();
  });
});

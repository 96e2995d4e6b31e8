import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTar } from '../tests/fixtures/acquire/make/tar.ts';
import { told } from '../tests/fixtures/acquire/make/told.ts';
import { makeZip } from '../tests/fixtures/acquire/make/zip.ts';
import { type Acquired, acquireFile, type Files, refuse } from './acquire/index.ts';
import { AcquireThread, type ThreadLimits } from './acquire-thread.ts';
import { openAcquirer } from './acquirer.ts';

const TEXT = 'The harbour talks went on in Velm.';
const LIMITS: ThreadLimits = { timeLimitMs: 60_000, heapMegabytes: 2048, growthMegabytes: 3072 };

/** A file system of one file, which does not answer at some places of it. */
const oneFile = (bytes: Uint8Array, stuckAt: (start: number) => boolean = () => false): Files => ({
  stat: async () => ({ kind: 'file', bytes: bytes.length, identity: 'one' }),
  list: async () => [],
  read: async (_, limit) => bytes.subarray(0, limit),
  readAt: async (_, start, length) =>
    stuckAt(start) ? new Promise(() => undefined) : bytes.subarray(start, start + length),
});

const linesOf = async (given: AsyncIterable<Acquired>): Promise<readonly string[]> => {
  const all = [];
  for await (const one of given) all.push(one.kind === 'document' ? one.document : one.refusal);
  return told(all).map((line) => line.slice(0, 200));
};

const threads: AcquireThread[] = [];
const threadWith = (limits: Partial<ThreadLimits>): AcquireThread => {
  const thread = new AcquireThread({ ...LIMITS, ...limits }, refuse);
  threads.push(thread);
  return thread;
};
afterAll(() => Promise.all(threads.map((thread) => thread.close())));

const inner = (name: string) =>
  makeTar([
    { name: `${name}1.txt`, content: `${TEXT} ${name} 1` },
    { name: `${name}2.txt`, content: `${TEXT} ${name} 2` },
  ]);

describe('AcquireThread', { timeout: 240_000 }, () => {
  it('gives what there is in files one after the other, as in this thread', async () => {
    const thread = threadWith({});
    for (const bytes of [inner('a'), gzipSync(inner('b')), makeZip([{ name: 'c.txt', content: TEXT }])]) {
      const files = oneFile(bytes);
      const here = [];
      for await (const one of acquireFile('pile.bin', files)) here.push(one);
      const there = [];
      for await (const one of thread.acquire('pile.bin', bytes.length, files, null)) there.push(one);
      const plain = (all: readonly Acquired[]) =>
        all.map((one) => (one.kind === 'document' ? { ...one, bytes: [...one.bytes] } : one));
      expect(plain(there)).toEqual(plain(here));
      expect(there.length).toBeGreaterThan(0);
    }
  });

  it('refuses what does not end by name, and goes on behind it', async () => {
    const deep = makeTar([
      { name: 'first.txt', content: `${TEXT} first` },
      { name: 'stuck.tar', content: inner('stuck') },
      { name: 'then.txt', content: `${TEXT} then` },
    ]);
    const bytes = makeTar([
      { name: 'one.txt', content: `${TEXT} one` },
      { name: 'link.txt', type: '2' },
      { name: 'bad.tar', content: inner('bad') },
      { name: 'deep.tar', content: deep },
      { name: 'last.txt', content: `${TEXT} last` },
    ]);
    const places = new Set([bytes.indexOf('bad1.txt'), bytes.indexOf('stuck1.txt')]);
    const files = oneFile(bytes, (start) => places.has(start));
    const thread = threadWith({ timeLimitMs: 1500 });
    expect(await linesOf(thread.acquire('in.tar', bytes.length, files, null))).toEqual([
      `in.tar!/one.txt: ${TEXT} one`,
      'in.tar!/link.txt: acquire/not-a-file',
      'in.tar!/bad.tar: acquire/took-too-long',
      `in.tar!/deep.tar!/first.txt: ${TEXT} first`,
      'in.tar!/deep.tar!/stuck.tar: acquire/took-too-long',
      `in.tar!/deep.tar!/then.txt: ${TEXT} then`,
      `in.tar!/last.txt: ${TEXT} last`,
    ]);
    const whole = oneFile(inner('w'));
    expect(await linesOf(thread.acquire('w.tar', 10, whole, null))).toHaveLength(2);
  });

  it('refuses a file that itself does not end', async () => {
    const thread = threadWith({ timeLimitMs: 3000 });
    const bytes = makeTar([
      { name: 'a.txt', content: Buffer.alloc(600_000, 'a') },
      { name: 'b.txt', content: TEXT },
    ]);
    const files = oneFile(bytes, (start) => start > 300_000);
    const given = [];
    for await (const one of thread.acquire('in.tar', 0, files, null)) given.push(one);
    expect(given).toEqual([{ kind: 'refused', refusal: refuse.tookTooLong('in.tar', 3) }]);
  });

  it('refuses what needs more memory than there may be, and goes on behind it', async () => {
    const page = `<!doctype html><html><body>${'<p>a<b>b</b><i>c</i></p>'.repeat(20_000)}</body></html>`;
    const bytes = makeTar([
      { name: 'large.html', content: page },
      { name: 'b.txt', content: TEXT },
    ]);
    for (const limits of [{ heapMegabytes: 80 }, { growthMegabytes: 70 }])
      expect(await linesOf(threadWith(limits).acquire('in.tar', bytes.length, oneFile(bytes), null))).toEqual([
        'in.tar!/large.html: acquire/crashed',
        `in.tar!/b.txt: ${TEXT}`,
      ]);
  });
});

describe('openAcquirer', { timeout: 120_000 }, () => {
  it('takes in plain text without a thread, and other things with one', async () => {
    const acquirer = await openAcquirer({ files: oneFile(Buffer.from(TEXT)) });
    const started = performance.now();
    expect(await linesOf(acquirer.acquire('a.txt'))).toEqual([`a.txt: ${TEXT}`]);
    expect(performance.now() - started).toBeLessThan(1000);
    await acquirer.close();
    const zipped = await openAcquirer({ files: oneFile(makeZip([{ name: 'a.txt', content: TEXT }])) });
    expect(await linesOf(zipped.acquire('a.zip'))).toEqual([`a.zip!/a.txt: ${TEXT}`]);
    await zipped.close();
  });

  it('ends its thread when no more is taken, and takes the next file all the same', async () => {
    const acquirer = await openAcquirer({ files: oneFile(inner('a')) });
    for await (const one of acquirer.acquire('a.tar')) {
      expect(one.kind).toBe('document');
      break;
    }
    expect(await linesOf(acquirer.acquire('a.tar'))).toHaveLength(2);
    await acquirer.close();
  });
});

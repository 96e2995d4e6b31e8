import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, sha256 } from '../../../model/index.ts';
import { type Acquired, type AcquireOptions, acquire, acquireBytes } from '../../index.ts';

const archive = readFileSync(new URL('../../../../tests/fixtures/acquire/mail/archive.mbox', import.meta.url));

const all = async (generator: AsyncIterable<Acquired>): Promise<readonly Acquired[]> => {
  const taken: Acquired[] = [];
  for await (const one of generator) taken.push(one);
  return taken;
};
const take = (
  bytes: Uint8Array | string,
  path = 'a.mbox',
  options: AcquireOptions = {},
): Promise<readonly Acquired[]> => all(acquireBytes(Buffer.from(bytes), path, options));
const documentsIn = (taken: readonly Acquired[]): readonly Document[] =>
  taken.flatMap((one) => (one.kind === 'document' ? [one.document] : []));

const message = (n: number, body: string): string =>
  `Subject: Message ${n}\nMessage-ID: <${n}@lorne.example>\nMIME-Version: 1.0\n\n${body}\n`;
const SEAM = 'From ivo@lorne.example Mon Jun  2 16:12:00 2031\n';

describe('readMailbox', () => {
  it('gives each message as the mail that it was, counted from 1', async () => {
    const taken = await take(archive, 'pile/archive.mbox');
    const documents = documentsIn(taken);
    expect(taken).toHaveLength(3);
    expect(documents.map(({ path, title }) => [path, title])).toEqual([
      ['pile/archive.mbox!/1', 'Draft of the harbour terms'],
      ['pile/archive.mbox!/2', 'Answer'],
      ['pile/archive.mbox!/3', 'Broken off'],
    ]);
    const [first, second, third] = documents as [Document, Document, Document];
    // The mark before "From " is gone, and a sentence that begins so parts nothing.
    expect(first.text).toContain('\nFrom what I hear it was the envoy.\n\nFrom now on we meet on Mondays');
    // A line that looks like a seam stays in a message that states its length.
    expect(second.text).toMatch(/From nobody Tue Jun 03 10:02:11 2031\nX: is no message at all$/);
    expect(third.text).toMatch(/at dawn, and the crew$/);
    expect(first.steps[0]?.what).toBe('took message 1 out of the mailbox, bytes 54 to 339');
    expect(first.steps[0]?.of).toBe(sha256(archive));
  });

  it('gives a message the same hash as the mail saved by itself', async () => {
    const [only] = documentsIn(await take(`${SEAM}${message(1, '>From what I hear.')}\n${SEAM}${message(2, 'x')}\n`));
    expect(only?.sha256).toBe(sha256(Buffer.from(message(1, 'From what I hear.'))));
  });

  it('is told by its first lines, not by its name', async () => {
    expect(documentsIn(await take(archive, 'Inbox'))).toHaveLength(3);
    const text = 'From the archive of 10:30, 2031\nThe envoy came at nine.\n';
    expect(documentsIn(await take(text, 'a.txt')).map(({ mediaType }) => mediaType)).toEqual(['text/plain']);
  });

  it('finds every message wherever the pieces that are read end', async () => {
    const [least, most] = [1024 * 1024 - 400, 1024 * 1024 + 400];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: least, max: most }), fc.boolean(), async (size, isServer) => {
        const words = `${'The talks go on.\n'.repeat(Math.ceil(size / 17))}`.slice(0, size - 200);
        const box = `${SEAM}${message(1, words)}\n${SEAM}${message(2, 'Second.')}\n${SEAM}${message(3, 'Third.')}`;
        const taken = documentsIn(await take(isServer ? box.replaceAll('\n', '\r\n') : box));
        expect(taken.map(({ title }) => title)).toEqual(['Message 1', 'Message 2', 'Message 3']);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('holds one message at a time, however large the mailbox', async () => {
    const piece = Buffer.from(`${SEAM}${message(1, 'x'.repeat(76).concat('\n').repeat(4000))}\n`);
    const count = 150;
    let largest = 0;
    const source = {
      size: piece.length * count,
      read: async (start: number, length: number): Promise<Uint8Array> => {
        largest = Math.max(largest, length);
        const out = Buffer.alloc(Math.max(0, Math.min(length, piece.length * count - start)));
        for (let at = 0; at < out.length; ) {
          const from = (start + at) % piece.length;
          at += piece.copy(out, at, from);
        }
        return out;
      },
    };
    let messages = 0;
    for await (const one of acquire({ path: 'big.mbox', source, declared: null, known: [], steps: [], depth: 0 }))
      if (one.kind === 'document') messages++;
    expect(messages).toBe(count);
    expect(largest).toBeLessThan(5 * 1024 * 1024);
  }, 120_000);

  it('refuses a message over the limit by its number and goes on', async () => {
    const box = `${SEAM}${message(1, 'Short.')}\n${SEAM}${message(2, 'long '.repeat(4000))}\n${SEAM}${message(3, 'Short.')}`;
    const taken = await take(box, 'a.mbox', { limitBytes: 1000 });
    expect(
      taken.map((one) => (one.kind === 'refused' ? [one.refusal.path, one.refusal.code] : one.document.title)),
    ).toEqual(['Message 1', ['a.mbox!/2', 'acquire/too-large'], 'Message 3']);
  });

  it('takes a wrong length for no length', async () => {
    const box = `${SEAM}Content-Length: 3\n${message(1, 'One.')}\n${SEAM}Content-Length: 99999\n${message(2, 'Two.')}`;
    expect(documentsIn(await take(box)).map(({ title }) => title)).toEqual(['Message 1', 'Message 2']);
  });
});

import { describe, expect, it } from 'vitest';
import { type Capture, makeCapture, sha256 } from '../../src/model/index.ts';
import type { CaptureAddition, StoreFault } from '../../src/store/index.ts';
import type { StoreUnderTest } from './case-store.ts';
import { makeAddition } from './make-case.ts';

export const captureOf = (url: string, at: string, body: string, more: Partial<Capture> = {}): Capture =>
  makeCapture({
    url,
    finalUrl: url,
    at,
    method: 'GET',
    status: 200,
    statusText: 'OK',
    requestHeaders: [['host', new URL(url).host]],
    headers: [['Content-Type', 'text/plain']],
    redirects: [],
    address: '198.51.100.7',
    sha256: sha256(body),
    bytes: Buffer.byteLength(body),
    contentSha256: sha256(body),
    truncated: null,
    ...more,
  });

const kept = (capture: Capture, body: string | null, document: string | null = null): CaptureAddition => ({
  capture,
  body: body === null ? null : Buffer.from(body),
  content: null,
  document,
});

const faultsOf = async (faults: AsyncIterable<StoreFault>): Promise<readonly string[]> => {
  const codes: string[] = [];
  for await (const { code } of faults) codes.push(code);
  return codes;
};

/** What every `CaseStore` keeps to of captures, whatever it is made of. */
export const capturesContract = ({ name, open, reopen, tamperCapture }: StoreUnderTest): void => {
  describe(`CaseStore contract, captures: ${name}`, () => {
    const url = 'https://courier.example/talks';

    it('keeps captures once, and gives them in time, whatever order they came in', async () => {
      const store = await open();
      const early = captureOf(url, '2031-05-02T09:14:00.000Z', 'The envoys met.');
      const late = captureOf(url, '2031-05-02T11:02:00.000Z', 'The envoys never met.');
      const other = captureOf(`${url}/2`, '2031-05-02T10:00:00.000Z', 'They parted.');
      await store.capture([kept(late, 'The envoys never met.'), kept(other, 'They parted.')]);
      await store.capture([kept(early, 'The envoys met.'), kept(late, 'The envoys never met.')]);
      const again = await reopen(store);
      expect(await again.captures(url)).toEqual([
        { capture: early, document: null },
        { capture: late, document: null },
      ]);
      expect((await again.captures()).map(({ capture }) => capture.id)).toEqual([early.id, other.id, late.id]);
      expect(await again.captures('https://courier.example/')).toEqual([]);
      expect(Buffer.from((await again.original(late.sha256)) ?? []).toString()).toBe('The envoys never met.');
      expect(await faultsOf(again.faults())).toEqual([]);
      await again.close();
    });

    it('commits captures with their document, or neither', async () => {
      const store = await open();
      const text = 'The envoys met.';
      const addition = makeAddition(text, url);
      const captures = [kept(captureOf(url, '2031-05-02T09:14:00.000Z', text), text, addition.document.id)];
      const bad = makeAddition('They parted.', 'b.txt', { bytes: null as unknown as number });
      await expect(store.add([{ ...addition, captures }, bad])).rejects.toThrow();
      expect(await store.captures()).toEqual([]);
      expect(await store.add([{ ...addition, captures }])).toEqual(['new']);
      // Told again, as by a process that was killed before it heard that this was done.
      expect(await store.add([{ ...addition, captures }])).toEqual(['known']);
      expect((await store.captures()).map(({ document }) => document)).toEqual([addition.document.id]);
      await store.close();
    });

    it('lets nobody change or take out a capture, and finds one that was changed by force', async () => {
      const store = await open();
      const capture = captureOf(url, '2031-05-02T09:14:00.000Z', 'The envoys met.');
      await store.capture([kept(capture, 'The envoys met.')]);
      const json = JSON.stringify({ ...capture, at: '2031-05-01T09:14:00.000Z' });
      await expect(tamperCapture(store, capture.id, json, false)).rejects.toThrow('only added to');
      await expect(tamperCapture(store, capture.id, null, false)).rejects.toThrow('only added to');
      await tamperCapture(store, capture.id, json, true);
      expect(await faultsOf(store.faults())).toEqual(['store/capture-changed']);
      expect(await store.captures()).toEqual([]);
      await store.close();
    });
  });
};

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Acquired, acquireBytes } from '../../index.ts';

const FIXTURES = new URL('../../../../tests/fixtures/acquire/saved-page/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, FIXTURES));

const take = async (bytes: Uint8Array | string, path: string): Promise<Acquired> => {
  const all: Acquired[] = [];
  for await (const one of acquireBytes(Buffer.from(bytes), path)) all.push(one);
  expect(all).toHaveLength(1);
  return all[0] as Acquired;
};

describe('readSavedPage', () => {
  it('reads a page that Chrome has saved as the page, with its address and not with the date of saving', async () => {
    const taken = await take(fixture('chrome.mhtml'), 'a.mhtml');
    if (taken.kind === 'refused') throw new Error(taken.refusal.reason);
    const { document } = taken;
    expect(document).toMatchObject({
      mediaType: 'multipart/related',
      title: 'Talks stall in Velm',
      byline: 'Mara Lindt',
      published: '2031-06-03',
    });
    expect(document.text).toMatch(/^Talks stall in Velm\n\nBy Mara Lindt\n\nThe delegations left the lake hotel/);
    expect(document.text).toContain('“Nothing is agreed,” said Ivo Marsh');
    expect(document.text).not.toMatch(/boat|color|Home/);
    expect(document.found).toContainEqual({
      field: 'url',
      value: 'https://kelmar.example/velm-talks',
      by: 'response',
      span: null,
    });
    expect(document.anchors).toEqual([{ start: 0, end: document.text.length, place: { kind: 'part', part: '1' } }]);
    expect(document.steps.map(({ what }) => what)).toEqual([
      'read as a saved page',
      'the page had been saved by Blink on Wed, 4 Jun 2031 21:15:03 -0000',
    ]);
  });

  it('reads a page that Internet Explorer has saved, in its encoding, behind its pictures', async () => {
    const taken = await take(fixture('explorer.mht'), 'a.mht');
    expect(taken).toMatchObject({
      kind: 'document',
      document: { title: 'Переговоры о порте', encoding: 'koi8-r', anchors: [{ place: { part: '2' } }] },
    });
  });

  it('reads a page without parts, as far as it goes', async () => {
    const taken = await take(fixture('single.mht'), 'a.mht');
    expect(taken).toMatchObject({
      document: { text: 'The ship with the survey came back on Monday, the harbour master said.\n\nIt had' },
    });
  });

  it('is told by its first lines under any name, and a mail with pictures is a mail', async () => {
    expect(await take(fixture('chrome.mhtml'), 'saved')).toMatchObject({
      document: { mediaType: 'multipart/related' },
    });
    const mail =
      'From: a@ostra.example\nMessage-ID: <a@b>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\nHe left.\n--b--\n';
    expect(await take(mail, 'a.eml')).toMatchObject({ document: { mediaType: 'message/rfc822' } });
  });

  it('refuses what holds no page', async () => {
    const bare =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/css\n\np {}\n--b--\n';
    expect(await take(bare, 'a.mht')).toMatchObject({ refusal: { code: 'acquire/no-article' } });
  });

  it('gives a document or a refusal whatever is cut or put in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('chrome.mhtml', 'explorer.mht'),
        fc.nat(),
        fc.nat(400),
        fc.uint8Array({ maxLength: 12 }),
        async (name, at, cut, put) => {
          const bytes = fixture(name);
          const place = at % bytes.length;
          const broken = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
          let given = 0;
          // A broken head makes a mail of it, with a picture attached.
          for await (const one of acquireBytes(broken, name))
            given += one.kind === 'document' || one.refusal.reason ? 1 : 0;
          expect(given).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase, openFetcherFor, type WatchClock, watchSourceOf, watchSources } from '../../src/backchannel.ts';
import type { Notice } from '../../src/model/index.ts';
import { makeFolder, story } from './pile.ts';

const folder = makeFolder();
const HOUR_MS = 3_600_000;

/** What a path is answered with; 404 where there is nothing. */
const answers = new Map<string, { readonly status: number; readonly type: string; readonly body: string }>();
let server: Server;
let origin: string;

const page = (i: number, more = ''): string => {
  const [, title = '', , , , ...rest] = story(i).split('\n');
  const paragraphs = [...rest, more].filter((line) => line !== '').map((line) => `<p>${line}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
};
const serve = (path: string, body: string, status = 200, type = 'text/html'): void =>
  void answers.set(path, { status, type, body });
const item = (path: string, title: string, text: string): string =>
  `<item><title>${title}</title><link>${path}</link><guid isPermaLink="false">${path}</guid><description><![CDATA[<p>${text}</p>]]></description></item>`;
const rss = (items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>The Veyra Dispatch</title><link>${origin}/</link>${items.join('')}</channel></rss>`;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const { status, type, body } = answers.get(url) ?? { status: 404, type: 'text/plain', body: 'nothing' };
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  folder.remove();
});

/** A clock that goes when somebody waits for a little while, and stands otherwise. */
const handClock = (): WatchClock & { pass(durationMs: number): void } => {
  let now = Date.parse('2034-01-01T10:00:00Z');
  return {
    now: () => now,
    wait: async (durationMs, signal) => {
      if (signal?.aborted) throw signal.reason;
      if (durationMs < 10_000) {
        now += durationMs;
        return;
      }
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
    },
    pass: (durationMs) => {
      now += durationMs;
    },
  };
};

/** Watches a source once, as the first and each later process would. */
const watching = (file: string, source: string) => {
  const clock = handClock();
  return async (
    afterMs: number,
  ): Promise<{
    readonly notices: readonly Notice[];
    readonly refused: readonly string[];
    readonly paths: readonly string[];
  }> => {
    clock.pass(afterMs);
    const store = await openCase(file, { create: true });
    const fetcher = await openFetcherFor([origin], { mayBePrivate: true, clock, limits: { hostGapMs: 1 } });
    const notices: Notice[] = [];
    const refused: string[] = [];
    try {
      await watchSources(store, {
        sources: [await watchSourceOf(source, async () => true)],
        rhythm: { filesMs: 2000, feedMs: HOUR_MS / 4, pageMs: HOUR_MS, isAsked: true },
        once: true,
        reading: { workers: 1 },
        fetcher,
        clock,
        random: () => 0.5,
        own: [],
        signal: new AbortController().signal,
        onNotices: async (kept) => void notices.push(...kept.map(({ notice }) => notice)),
        onRefused: ({ code }) => void refused.push(code),
        onBegun: () => undefined,
        onTrouble: (error) => {
          throw error;
        },
        onProgress: () => undefined,
        onIdle: () => undefined,
      });
      const paths = (await store.entries()).flatMap((entry) => entry.paths).sort();
      return { notices, refused, paths };
    } finally {
      await fetcher?.close();
      await store.close();
    }
  };
};

/** What was told of sources and documents; what that does to findings is tried elsewhere. */
const ofSources = (notices: readonly Notice[]): readonly (readonly [string, string | null])[] =>
  notices
    .filter(({ kind }) => ['document', 'edited', 'withdrawn', 'silent', 'back'].includes(kind))
    .map(({ kind, place }) => [kind, place] as const);

describe('watch on the web', () => {
  it('tells of pages of a list that are edited, withdrawn and back, and of addresses that lead nowhere', async () => {
    const [a, b, c] = ['/a', '/b', '/c'].map((path) => `${origin}${path}`);
    const list = folder.path('sources.txt');
    writeFileSync(list, `# Ministries\n${a}\n${b}   # the other\n`);
    serve('/a', page(1));
    serve('/b', page(2));
    const watch = watching(folder.path('pages.case'), list);
    expect(await watch(0)).toMatchObject({ notices: [], refused: [], paths: [a, b] });

    serve('/a', page(1, 'The ministry has added this since.'));
    serve('/b', 'gone', 410);
    writeFileSync(list, `${a}\n${b}\n${c}\n`);
    const second = await watch(2 * HOUR_MS);
    expect(ofSources(second.notices)).toEqual([
      ['withdrawn', b],
      ['edited', a],
    ]);
    expect(second.refused).toEqual(['fetch/gone']);

    serve('/b', page(2));
    const third = await watch(2 * HOUR_MS);
    expect(ofSources(third.notices)).toEqual([['back', b]]);
    expect(third.paths).toEqual([a, a, b]);
    expect((await watch(2 * HOUR_MS)).notices).toEqual([]);
  }, 300_000);

  it('reads what a feed names; where a page is barred or holds no article, the text that the feed has of it', async () => {
    const feed = `${origin}/feed.xml`;
    const first = item('/one', 'First of all', 'A teaser.');
    serve('/feed.xml', rss([first]), 200, 'text/html');
    serve('/one', page(3));
    const watch = watching(folder.path('feed.case'), feed);
    expect(await watch(0)).toMatchObject({ notices: [], paths: [`${origin}/one`] });

    serve('/robots.txt', 'User-agent: *\nDisallow: /shut/\n', 200, 'text/plain');
    serve('/paid', 'pay', 402);
    serve('/bare', '<html><body><script>render()</script></body></html>');
    const more = [
      item('/shut/two', 'Talks in Orlo', 'Envoys met in Orlo on Monday, an official said.'),
      item('/paid', 'Talks in Brask', 'Envoys met in Brask on Tuesday, an official said.'),
      item('/bare', 'Talks in Lorne', 'Envoys met in Lorne on Wednesday, an official said.'),
    ];
    serve('/feed.xml', rss([...more, first]), 200, 'application/octet-stream');
    const second = await watch(HOUR_MS / 2);
    expect(
      ofSources(second.notices)
        .map(([, place]) => place)
        .sort(),
    ).toEqual(['/bare', '/paid', '/shut/two'].map((path) => `${feed}!/${origin}${path}.html`).sort());
    // The same items in another order, under other ids, and one twice: nothing is new.
    const shuffled = [...more, first, ...more].reverse().map((text) => text.replace(/<guid[^>]*>/, '$&other-'));
    serve('/feed.xml', rss(shuffled));
    const third = await watch(HOUR_MS / 2);
    expect([third.notices, third.paths]).toEqual([[], second.paths]);
  }, 300_000);

  it('tells once that a feed has fallen silent, and that it is back', async () => {
    const feed = `${origin}/quiet.xml`;
    serve('/quiet.xml', rss([]));
    const watch = watching(folder.path('quiet.case'), feed);
    expect((await watch(0)).notices).toEqual([]);
    serve('/quiet.xml', '<html><body><p>Back soon.</p></body></html>');
    serve('/quiet.xml', 'gone', 404);
    expect(ofSources((await watch(HOUR_MS)).notices)).toEqual([['silent', feed]]);
    expect((await watch(HOUR_MS)).notices).toEqual([]);
    serve('/quiet.xml', rss([item('/five', 'Fifth', 'A teaser.')]));
    serve('/five', page(5));
    expect(ofSources((await watch(HOUR_MS)).notices)).toEqual([
      ['back', feed],
      ['document', `${origin}/five`],
    ]);
  }, 300_000);
});

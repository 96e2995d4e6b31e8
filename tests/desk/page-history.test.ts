import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFetcher } from '../../src/acquire/index.ts';
import { openCase, readInto } from '../../src/backchannel.ts';
import type { ReadingAnswer } from '../../src/serve/index.ts';
import { isLoopback, serve } from '../loopback-server.ts';
import { describeDesk } from './describe-desk.ts';

const page = (tail: string): string =>
  `<!doctype html><html><head><title>Envoys meet in Lorne</title></head><body><article><h1>Envoys meet in Lorne</h1>
<p>Kestria's envoy, Anna Bronid, met Ostra's foreign minister, Karel Voss, in Lorne on Monday, two officials said.</p>
<p>The two spoke for three hours about the harbour and the ships held there. A third meeting is prepared for ${tail}.</p>
</article></body></html>`;

const makeCase = async (folder: string): Promise<string> => {
  const shown = [page('June'), page('the autumn'), null];
  const server = await serve((request, response) => {
    const body = request.url === '/robots.txt' ? null : shown[0];
    response.writeHead(body === null ? 410 : 200, { 'content-type': 'text/html' }).end(body ?? 'Gone.');
  });
  const place = join(folder, 'pages.case');
  const fetcher = await openFetcher({ version: '0', allowAddress: isLoopback, limits: { hostGapMs: 0 } });
  const store = await openCase(place, { create: true });
  for (; shown.length > 0; shown.shift()) await readInto(store, [`${server.origin}/talks`], { workers: 1, fetcher });
  await store.close();
  await fetcher.close();
  await server.close();
  return place;
};

describeDesk(
  'what became of a page',
  (desk) => {
    it('stands at the head of its document: versions with their times, and that it is gone', async () => {
      const { items } = await desk.api<{ readonly items: readonly { readonly id: string }[] }>('/documents');
      expect(items).toHaveLength(2);
      const answers = await Promise.all(items.map(({ id }) => desk.api<ReadingAnswer>(`/documents/${id}/reading`)));
      const first = answers.find(({ text }) => text.includes('June'));
      expect(first?.pages[0]?.states.map(({ kind, version }) => [kind, version])).toEqual([
        ['shown', 1],
        ['shown', 2],
        ['gone', null],
      ]);
      const look = await desk.open(`/documents/${first?.document.id}`);
      const history = look.locator('.reader-head .page-history');
      const words = (await history.innerText()).replace(/\s+/g, ' ');
      expect(words).toMatch(
        /^2 versions of this page, seen \(UTC\) version 1 .* version 2 .* compare gone \(status 410\) /,
      );
      expect(await desk.barriers(look)).toEqual([]);
      await history.getByRole('link', { name: 'compare' }).click();
      await desk.settled(look);
      await expect.poll(() => look.locator('.pane .edited').count()).toBe(2);
      expect(new Set(await look.locator('.pane .edited').allInnerTexts())).toEqual(new Set(['June', 'the autumn']));
    });
  },
  { makeCase },
);

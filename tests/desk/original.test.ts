import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCase, readInto } from '../../src/backchannel.ts';
import type { ReadingAnswer } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

/** A hearing on record: who speaks when. */
const HEARING = `WEBVTT

00:00:04.000 --> 00:00:11.500
<v Chair>Kestria's envoy, Anna Brodin, met Ostra's foreign minister, Karel Voss, in Lorne on 5 May 2031, two officials said.

00:12:05.000 --> 00:12:09.000
<v Lena Varga>Voss denied that a deal had been reached.
`;

/** A page that would do harm in whoever's name it is shown. */
const HOSTILE = `<!doctype html><title>Envoys talk again</title><script>document.title = 'taken'</script><article>${'<p>Envoys of Kestria and Ostra talked again in Lorne on Monday, two officials said, and spoke about the ferry line.</p>'.repeat(4)}</article>`;

interface Rows {
  readonly items: readonly { readonly id: string; readonly path: string }[];
}

describeDesk(
  'the way back to the original',
  (desk) => {
    const idOf = async (name: string): Promise<string> => {
      const { items } = await desk.api<Rows>('/documents');
      return items.find(({ path }) => path.endsWith(name))?.id ?? '';
    };

    it('marks beside the text where the recording is, outside of the text', async () => {
      const id = await idOf('hearing.vtt');
      const page = await desk.open(`/documents/${id}`);
      const marks = await page.evaluate(() =>
        [...document.querySelectorAll('.para[data-place]')].map((para) => getComputedStyle(para, '::after').content),
      );
      expect(marks.join(' ')).toContain('00:00:04, Chair');
      expect(marks.join(' ')).toContain('00:12:05, Lena Varga');
      const { text } = await desk.api<ReadingAnswer>(`/documents/${id}/reading`);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('.text .para')].map((part) => part.textContent).join(''),
      );
      expect(shown).toBe(text);
      expect(await desk.barriers(page)).toEqual([]);
    });

    it('says beside a quote where it was said', async () => {
      const id = await idOf('hearing.vtt');
      const { notes } = await desk.api<ReadingAnswer>(`/documents/${id}/reading`);
      const claim = notes.find(({ text }) => text.includes('Brodin'))?.id ?? '';
      const page = await desk.open(`/claims/${claim}`);
      expect(await page.locator('.quote .where').first().textContent()).toContain('00:00:04, Chair');
    });

    it('tells how a file came in', async () => {
      const id = await idOf('page.html');
      const page = await desk.open(`/documents/${id}`);
      await page.getByText('How it came in').click();
      const told = await page.locator('.custody').textContent();
      expect(told).toContain('2034-03-01 08:15:00 UTC');
      expect(told).toContain('by the command: backchannel read pile --case port.case');
      expect(told).toContain('Save the original');
      expect(await desk.barriers(page)).toEqual([]);
    });

    it('hands out a hostile page as it came in, to be saved and never shown', async () => {
      const id = await idOf('page.html');
      const answer = await fetch(`${desk.origin}/api/v1/documents/${id}/original`, {
        headers: { authorization: `Bearer ${desk.token}` },
      });
      expect(await answer.text()).toBe(HOSTILE);
      const headers = ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy'];
      expect(headers.map((name) => answer.headers.get(name))).toEqual([
        'application/octet-stream',
        `attachment; filename="page.html"; filename*=UTF-8''page.html`,
        'nosniff',
        "default-src 'none'; sandbox",
      ]);
      const page = await desk.open(`/documents/${id}`);
      await page.getByText('How it came in').click();
      const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Save the original').click()]);
      expect(saved.suggestedFilename()).toBe('page.html');
      expect(readFileSync(await saved.path(), 'utf8')).toBe(HOSTILE);
      const unasked = await fetch(`${desk.origin}/api/v1/documents/${id}/original`);
      expect(unasked.status).toBe(401);
      const none = await fetch(`${desk.origin}/api/v1/documents/doc-000000000000/original`, {
        headers: { authorization: `Bearer ${desk.token}` },
      });
      expect(none.status).toBe(404);
    });
  },
  {
    makeCase: async (folder) => {
      const pile = join(folder, 'pile');
      mkdirSync(pile, { recursive: true });
      writeFileSync(join(pile, 'hearing.vtt'), HEARING);
      writeFileSync(join(pile, 'page.html'), HOSTILE);
      const place = join(folder, 'port.case');
      const store = await openCase(place, { create: true });
      await readInto(store, [pile], {
        workers: 1,
        how: { kind: 'command', words: ['read', 'pile', '--case', 'port.case'], folder: '/home/ana' },
        now: () => new Date('2034-03-01T08:15:00Z'),
      });
      await store.close();
      return place;
    },
  },
);

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCase, readInto } from '../../src/backchannel.ts';
import type { ReadingAnswer } from '../../src/serve/index.ts';
import { writePile } from '../e2e/pile.ts';
import { DISAGREEING_PAGE, LANGUAGES_PILE } from '../languages-pile.ts';
import { describeDesk } from './describe-desk.ts';

interface Rows {
  readonly items: readonly { readonly id: string; readonly text: string }[];
}

describeDesk(
  'documents in other languages',
  (desk) => {
    it('are shown to the letter, each paragraph in its language, with what was not read said once above it', async () => {
      const { items } = await desk.api<Rows>('/lines/documents');
      const mixed = items.find(({ text }) => text.startsWith('Envoy'));
      const { text } = await desk.api<ReadingAnswer>(`/documents/${mixed?.id}/reading`);
      const page = await desk.open(`/documents/${mixed?.id}`);
      const paragraphs = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.text .para')].map(({ lang, dataset, textContent }) => ({
          lang,
          unread: dataset['unread'] ?? null,
          text: textContent,
        })),
      );
      expect(paragraphs.map((paragraph) => paragraph.text).join('')).toBe(text);
      const russian = paragraphs.filter(({ lang }) => lang === 'ru');
      expect(russian.map(({ unread }) => unread)).toEqual(['Russian, not read', null]);
      const english = paragraphs.filter(({ lang }) => lang === 'en');
      expect(english.length + russian.length).toBe(paragraphs.length);
      expect(english.every(({ unread }) => unread === null)).toBe(true);
      await expect
        .poll(() => page.locator('.none').innerText())
        .toBe('It is partly in Russian, which was not read: only English is read so far, all of it can be searched.');
      expect(await desk.barriers(page)).toEqual([]);
    });

    it('say where what they tell of themselves disagrees, and all of it with how it was found', async () => {
      const { items } = await desk.api<Rows>('/lines/documents');
      const id = items.find(({ text }) => text === 'Ports reopen')?.id;
      const { document } = await desk.api<ReadingAnswer>(`/documents/${id}/reading`);
      expect(document).toMatchObject({
        published: '2031-05-02',
        modified: '2031-05-06',
        url: 'https://lorne-post.example/ports',
        language: 'en',
      });
      const page = await desk.open(`/documents/${id}`);
      expect(await page.locator('.reader-head .disagree').allInnerTexts()).toEqual([
        'Dates of publication disagree: 2 May 2031 (JSON-LD), 3 May 2031 (the page as shown and a dateline). The first is taken.',
        'Languages disagree: English (the text), German (the page as shown). The first is taken.',
      ]);
      await page.getByText('How this is known').click();
      await expect.poll(() => page.getByText('https://kelmar-times.example/ports from its meta').count()).toBe(1);
      expect(await desk.barriers(page)).toEqual([]);
    });

    it('are said to be unread in the list', async () => {
      const page = await desk.open('/documents?by=table');
      const cells = await page.locator('table.documents tbody td[data-column="Language"]').allInnerTexts();
      expect(cells.sort()).toEqual(['Arabic', 'English', 'English · partly in Russian, which was not read', 'Russian']);
      await expect.poll(() => page.getByText('3 not read in full, for their language').count()).toBe(1);
      expect(await page.getByText('in Arabic: not read').count()).toBe(1);
    });
  },
  {
    makeCase: async (folder) => {
      const place = join(folder, 'languages.case');
      const store = await openCase(place, { create: true });
      await readInto(store, [writePile(join(folder, 'pile'), { ...LANGUAGES_PILE, 'ports.html': DISAGREEING_PAGE })], {
        workers: 2,
      });
      await store.close();
      return place;
    },
  },
);

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeDesk } from './describe-desk.ts';
import { LONG_WORD, MARK, makeHostileCase, VECTORS } from './hostile.ts';
import { VIEWS } from './views.ts';

/** Parts of a page that could only come from the words of a document, were they taken for markup. */
const planted = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const handlers = [...document.querySelectorAll('*')].filter((part) =>
      [...part.attributes].some(({ name }) => name.startsWith('on')),
    );
    const links = [...document.querySelectorAll('a[href], area[href], [formaction]')].filter(
      (part) => part instanceof HTMLAnchorElement && !part.href.startsWith(`${location.origin}/`),
    );
    const others = document.querySelectorAll('iframe, object, embed, base, meta[http-equiv], form[action], style');
    const foreign = [...document.querySelectorAll<HTMLScriptElement | HTMLImageElement>('script, img')].filter(
      ({ src }) => !src.startsWith(`${location.origin}/`),
    );
    return [...handlers, ...links, ...others, ...foreign].map((part) => part.outerHTML.slice(0, 200));
  });

/** Words that stand in another order than they are written in: something has turned them round. */
const turned = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) found.push(`a turning mark: ${text.slice(0, 80)}`);
      for (const { index } of [...text.matchAll(/[A-Za-z]{2}/g)].slice(0, 40)) {
        const [a, b] = [0, 1].map((after) => {
          const range = document.createRange();
          range.setStart(node as Text, index + after);
          range.setEnd(node as Text, index + after + 1);
          return range.getBoundingClientRect();
        });
        const isOnOneLine =
          a !== undefined && b !== undefined && Math.abs(a.top - b.top) < 1 && a.width > 0 && b.width > 0;
        if (isOnOneLine && b.left < a.left) found.push(`turned round: ${text.slice(index, index + 40)}`);
      }
    }
    return found;
  });

const showsTextAlone = async (page: Page): Promise<void> => {
  expect(await page.evaluate((mark) => mark in window, MARK), 'a script of a document has run').toBe(false);
  expect(await planted(page)).toEqual([]);
  expect(await turned(page)).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
};

describeDesk(
  'documents that mean harm',
  (desk) => {
    // The addresses of hostile views need items of each list: what this case lacks is left out.
    const harmless = new Set(['contradiction']);

    it.each(VIEWS.filter(({ name }) => !harmless.has(name)))('run nothing in the view: $name', async ({ address }) => {
      const page = await desk.open(await address(desk.api));
      await showsTextAlone(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await desk.settled(page);
      await showsTextAlone(page);
    });

    it('are read as they are written', async () => {
      const { items } = await desk.api<{ items: readonly { id: string }[] }>('/documents');
      expect(items).toHaveLength(3);
      const texts: string[] = [];
      for (const { id } of items) {
        const page = await desk.open(`/documents/${id}`);
        await showsTextAlone(page);
        texts.push((await page.locator('main').textContent()) ?? '');
        expect(await page.evaluate(() => location.pathname)).toBe(`/documents/${id}`);
        await page.close();
      }
      const all = texts.join('\n');
      for (const vector of VECTORS) expect(all).toContain(vector);
      expect(all).toContain(LONG_WORD);
    });

    it('are searched for as they are written', async () => {
      const page = await desk.open(`/search?q=${encodeURIComponent('"><input autofocus onfocus="alert(1)"> Lorne')}`);
      await showsTextAlone(page);
      const other = await desk.open(`/search?q=${encodeURIComponent('<script>')}&kind=${encodeURIComponent("'><b>")}`);
      await showsTextAlone(other);
    });
  },
  { makeCase: makeHostileCase },
);

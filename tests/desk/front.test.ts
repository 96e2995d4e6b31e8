import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCase } from '../../src/backchannel.ts';
import type { Front } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

const current = (page: Page) => page.locator('article[aria-current="true"]');

describeDesk('the front page', (desk) => {
  it('shows what stands as sentences with mark, ways and origins, and leads to the rest', async () => {
    const { groups, disputes } = await desk.api<Front>('/front');
    const page = await desk.open('/');
    const [corroborated] = groups;
    const section = page.getByRole('region', { name: 'Corroborated' });
    expect(await section.getByRole('article').count()).toBe(corroborated?.items.length);
    const first = section.getByRole('article').first();
    expect(await first.innerText()).toContain(corroborated?.items[0]?.text);
    expect(await first.locator('.mark.corroborated').count()).toBe(1);
    expect(await first.locator('.chain').count()).toBeGreaterThan(0);
    expect(await first.locator('.origin').count()).toBeGreaterThan(1);
    const sides = page.getByRole('region', { name: 'Disputed' }).getByRole('article').first().locator('.side');
    expect(await sides.count()).toBe(disputes.items[0]?.sides.length);
    expect(await page.getByText('First visit').count()).toBe(1);
    await page.getByRole('link', { name: /^all \d+ on one origin$/ }).click();
    await desk.settled(page);
    expect(page.url()).toContain('/findings?standing=single-origin');
  });

  it('is gone through, quoted in place and opened by keys, and what is opened stands in the address', async () => {
    const { groups } = await desk.api<Front>('/front');
    const second = groups[0]?.items[1];
    const page = await desk.open('/');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => current(page).innerText()).toContain(second?.text);
    await page.keyboard.press('o');
    await expect.poll(() => current(page).locator('blockquote').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('complementary', { name: second?.text ?? '' });
    await expect.poll(() => sheet.isVisible()).toBe(true);
    await desk.settled(page);
    expect(new URL(page.url()).searchParams.get('row')).toBe(second?.id);
    await page.reload();
    await desk.settled(page);
    expect(await sheet.isVisible()).toBe(true);
    expect(await desk.barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
  });

  it('is narrowed as a whole by a press on an origin, and widened again', async () => {
    const all = await desk.api<Front>('/front');
    const page = await desk.open('/');
    const shown = () => page.getByRole('article').count();
    const before = await shown();
    const rarest = all.groups[1]?.items.find(({ origins }) => origins.length === 1);
    const chip = page
      .getByRole('region', { name: 'On one origin' })
      .getByRole('article')
      .filter({ hasText: rarest?.text ?? '' });
    await chip.locator('button.origin').first().click();
    await desk.settled(page);
    expect(page.url()).toContain(`origin=${rarest?.origins[0]}`);
    expect(await shown()).toBeLessThan(before);
    await page.locator('.filter .chip').first().click();
    await desk.settled(page);
    expect(await shown()).toBe(before);
  });

  it('draws origins as trees whose leaves are documents, and says what is thin', async () => {
    const page = await desk.open('/', { colours: 'dark' });
    const { origins, gaps } = await desk.api<Front>('/front');
    const trees = page.getByRole('region', { name: 'Origins' });
    expect(await trees.locator('.tree-root').allInnerTexts()).toEqual(
      origins.map(({ name, form }) => (form === 'implied' ? `${name} implied` : name)),
    );
    await trees.locator('.leaf').first().click();
    await desk.settled(page);
    expect(new URL(page.url()).pathname).toBe(`/documents/${origins[0]?.rows[0]?.document}`);
    await page.goBack();
    await desk.settled(page);
    expect(await page.getByRole('region', { name: 'Where it is thin' }).innerText()).toContain(gaps.items[0]?.text);
    expect(await desk.barriers(page)).toEqual([]);
  });
});

describeDesk(
  'the front page of an empty case',
  (desk) => {
    it('says that there is nothing yet and how something comes in', async () => {
      const page = await desk.open('/');
      expect(await page.locator('main').innerText()).toContain('There is nothing in this case yet.');
      expect(await page.locator('main').innerText()).toContain('backchannel read FOLDER --case empty.case');
      expect(await desk.barriers(page)).toEqual([]);
      const review = await desk.open('/review');
      expect(await review.locator('main').innerText()).toContain('Nothing is open.');
      expect(await desk.barriers(review)).toEqual([]);
    });
  },
  {
    makeCase: async (folder) => {
      const place = join(folder, 'empty.case');
      await (await openCase(place, { create: true })).close();
      return place;
    },
  },
);

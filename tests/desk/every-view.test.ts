import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeDesk } from './describe-desk.ts';
import { VIEWS } from './views.ts';

/** Parts that reach beyond the right edge, where nothing scrolls them. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((part) => part.getBoundingClientRect().right > width + 1)
      .map((part) => part.outerHTML.slice(0, 160));
  });

describeDesk('every view', (desk) => {
  it.each(VIEWS)('$name opens, keeps nobody out, and fits', async ({ address }) => {
    const page = await desk.open(await address(desk.api));
    expect(await page.locator('h1').count(), 'one heading of the page').toBe(1);
    expect(await page.title()).toMatch(/^.+ · .+/);
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
    expect(await desk.barriers(page), 'light, 1440 wide').toEqual([]);
    expect(await tooWide(page), 'at 1440').toEqual([]);

    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.settled(page);
    expect(await desk.barriers(page), 'dark, 390 wide').toEqual([]);
    expect(await tooWide(page), 'at 390').toEqual([]);
  });

  it('says that there is nothing at an address that leads nowhere', async () => {
    const nowhere = await desk.open('/nowhere/at/all');
    expect(await nowhere.locator('main').innerText()).toContain('There is no page at this address.');
    const page = await desk.open('/findings/finding-000000000000');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('finding-000000000000');
    expect(desk.forgive(/404/)).toBeGreaterThan(0);
  });
});

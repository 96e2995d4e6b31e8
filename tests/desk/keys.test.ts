import { expect, it } from 'vitest';
import { describeDesk } from './describe-desk.ts';

describeDesk('the keys of the desk', (desk) => {
  it('go to every view that the rail names', async () => {
    const page = await desk.open('/');
    for (const [keys, path] of [
      ['gt', '/timeline'],
      ['gn', '/network'],
      ['gm', '/ledgers/meetings'],
      ['gf', '/findings'],
      ['ge', '/entities'],
      ['go', '/documents'],
      ['gr', '/review'],
      ['gh', '/'],
      ['/', '/search'],
    ] as const) {
      // Out of a field that the view has put the cursor into.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (const key of keys) await page.keyboard.press(key);
      await expect.poll(() => new URL(page.url()).pathname, { message: keys }).toBe(path);
      await desk.settled(page);
    }
  });

  it('are letters like others where something is written', async () => {
    const page = await desk.open('/search');
    const field = page.getByRole('searchbox').or(page.locator('main input')).first();
    await field.fill('');
    await field.pressSequentially('gt?/');
    expect(await field.inputValue()).toBe('gt?/');
    expect(new URL(page.url()).pathname).toBe('/search');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('are told in a dialog that keeps nobody out and gives the focus back', async () => {
    const page = await desk.open('/findings');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.isVisible()).toBe(true);
    expect(await dialog.innerText()).toContain('Timeline');
    expect(await desk.barriers(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') === null)).toBe(true);
  });

  it('lead past the rail: the first stop goes to the view', async () => {
    const page = await desk.open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('To the view');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInRail = await page.evaluate(() => document.activeElement?.closest('nav.rail') !== null);
    expect(isInRail).toBe(false);
  });

  it('show where the focus is, at every stop', async () => {
    const page = await desk.open('/findings');
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return null;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
        const hasRing = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
        return hasRing ? null : focused.outerHTML.slice(0, 160);
      });
      expect(unseen).toBeNull();
    }
  });

  it('turn the page dark and light, and the page stays so', async () => {
    const page = await desk.open('/');
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    const seen = [await theme()];
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('g');
      await page.keyboard.press('l');
      seen.push(await theme());
    }
    expect(seen).toEqual(['light', 'light', 'dark', 'light']);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.reload();
    await desk.settled(page);
    expect(await theme()).toBe('dark');
  });
});

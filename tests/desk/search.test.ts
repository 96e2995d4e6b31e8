import { expect, it } from 'vitest';
import type { ReadingAnswer, SearchAnswer } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

interface Rows {
  readonly items: readonly { readonly id: string; readonly text: string; readonly documents: readonly string[] }[];
}

describeDesk('search', (desk) => {
  /** A word of a name that several documents have. */
  const aName = async (): Promise<string> => {
    const { items } = await desk.api<Rows>('/lines/entities?sort=documents&order=down&kind=person');
    return items[0]?.text.split(' ').at(-1) ?? '';
  };

  it('is come to from anywhere by one key, finds while somebody types, and stays through a reload', async () => {
    const name = await aName();
    const page = await desk.open('/documents');
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox');
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type(name.slice(0, 5).toLowerCase());
    await expect.poll(() => page.locator('.found mark').count()).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('q')).toBe(name.slice(0, 5).toLowerCase());
    expect(await desk.barriers(page)).toEqual([]);
    await page.reload();
    await desk.settled(page);
    expect(await field.inputValue()).toBe(name.slice(0, 5).toLowerCase());
    await expect.poll(() => page.locator('.found mark').count()).toBeGreaterThan(0);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept.toLowerCase()).not.toContain(name.slice(0, 5).toLowerCase());
  });

  it('leads by arrows and Enter to the exact place in a text', async () => {
    const name = await aName();
    const page = await desk.open(`/search?q=${encodeURIComponent(name)}`);
    await expect.poll(() => page.locator('a.hit').count()).toBeGreaterThan(1);
    for (let presses = 0; presses < 2; presses++) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('passage'))).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('at=');
    await desk.settled(page);
    const marked = await page.locator('.text .at').allTextContents();
    expect(marked.join('').toLowerCase()).toContain(name.toLowerCase());
  });

  it('counts what each list has, and shows one list alone', async () => {
    const name = await aName();
    const { groups } = await desk.api<SearchAnswer>(`/search?q=${encodeURIComponent(name)}`);
    const page = await desk.open(`/search?q=${encodeURIComponent(name)}`);
    const claims = groups.find(({ list }) => list === 'claims');
    const tab = page.getByRole('button', { name: `claims ${claims?.total}`, exact: true });
    await tab.click();
    await expect.poll(() => page.locator('.found li').count()).toBe(Math.min(30, claims?.total ?? 0));
    expect(await tab.getAttribute('aria-pressed')).toBe('true');
    expect(new URL(page.url()).searchParams.get('in')).toBe('claims');
    await page.getByRole('button', { name: 'everything' }).click();
    await expect.poll(() => page.locator('section.found').count()).toBeGreaterThan(2);
  });

  it('keeps the last results until the next are there', async () => {
    const name = await aName();
    const page = await desk.open(`/search?q=${encodeURIComponent(name)}`);
    await expect.poll(() => page.locator('.found').count()).toBeGreaterThan(0);
    await page.route('**/api/v1/search**', async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await page.getByRole('searchbox').press('End');
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(350);
    expect(await page.locator('.found').count()).toBeGreaterThan(0);
    expect(await page.getByText('Searching').count()).toBe(0);
    await desk.settled(page);
  });

  it('finds somebody by a spelling that another document has, and tells who is near where nobody is called so', async () => {
    const { items } = await desk.api<{
      items: readonly { id: string; name: string; names: readonly { text: string }[] }[];
    }>('/entities?limit=200&kind=person');
    const spelt = items.flatMap(({ id, name, names }) =>
      names.flatMap(({ text }) => (name.includes(text) || text.includes(name) ? [] : [{ id, text }])),
    )[0];
    if (spelt === undefined) throw new Error('Expected somebody whose name is spelled in two ways.');
    const page = await desk.open(`/search?q=${encodeURIComponent(spelt.text)}&in=entities`);
    await expect.poll(() => page.locator(`a[href*="/entities/${spelt.id}"]`).count()).toBe(1);
    const name = await aName();
    const slipped = `${name.slice(0, 2)}${name[2]}${name.slice(2)}`;
    await page.getByRole('searchbox').fill(slipped);
    await expect.poll(() => page.locator('.near a.hit').allInnerTexts()).toContainEqual(expect.stringContaining(name));
    await page.getByRole('searchbox').fill('qqzzxxy');
    await expect.poll(() => page.getByText('Nothing in this case says “qqzzxxy”.').count()).toBe(1);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('shows a passage as it stands in the text', async () => {
    const { items } = await desk.api<Rows>('/lines/documents');
    const { text } = await desk.api<ReadingAnswer>(`/documents/${items[0]?.id}/reading`);
    const words = /[a-z]{4,} [a-z]{4,} [a-z]{4,}/.exec(text)?.[0] ?? '';
    const page = await desk.open('/search');
    await page.getByRole('searchbox').fill(`"${words}"`);
    await expect.poll(() => page.locator('.passage').count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.passage').first().innerText()).toContain(words);
    await page.reload();
    await desk.settled(page);
    expect(await page.getByRole('searchbox').inputValue()).toBe(`"${words}"`);
  });
});

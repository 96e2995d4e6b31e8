import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { JournalPage, ReviewPage, ReviewPassages } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

const current = (page: Page) => page.locator('.question[aria-current="true"] .asked');

describeDesk('the review queue', (desk) => {
  const queue = () => desk.api<ReviewPage>('/review?limit=200');

  it('shows the first question with why it stands there and its document beside it', async () => {
    const [first] = (await queue()).items;
    const page = await desk.open('/review');
    expect(await current(page).innerText()).toBe(first?.text);
    const { passages } = await desk.api<ReviewPassages>(
      `/review/passages?question=${encodeURIComponent(first?.id ?? '')}`,
    );
    await expect.poll(() => page.locator('.passage mark').allInnerTexts()).toEqual(passages.map(({ quote }) => quote));
    expect(await page.locator('.ask').innerText()).toContain(first?.why);
    const mark = await page.locator('.passage mark').first().boundingBox();
    const text = await page.locator('.passage .text').first().boundingBox();
    expect(mark?.y, 'the quote is in view').toBeGreaterThanOrEqual(text?.y ?? 0);
    expect((mark?.y ?? 0) + 10).toBeLessThan((text?.y ?? 0) + (text?.height ?? 0));
  });

  it('goes on by key, keeps its place in the address, and leads to the passage', async () => {
    const { items } = await queue();
    const page = await desk.open('/review');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => current(page).innerText()).toBe(items[2]?.text);
    await page.keyboard.press('k');
    await expect.poll(() => current(page).innerText()).toBe(items[1]?.text);
    await desk.settled(page);
    await page.reload();
    await desk.settled(page);
    expect(await current(page).innerText()).toBe(items[1]?.text);
    await page.locator('.passage .title').first().click();
    await desk.settled(page);
    expect(page.url()).toMatch(/\/documents\/.+at=/);
  });

  it('takes a side of a contradiction by its number', async () => {
    const { items } = await queue();
    const question = items.find(({ kind }) => kind === 'contradiction');
    const page = await desk.open(`/review?row=${encodeURIComponent(question?.id ?? '')}`, { colours: 'dark' });
    await page.keyboard.press('2');
    await expect.poll(() => page.locator('.passage[aria-current="true"]').count()).toBe(1);
    const label = await page.locator('.passage').nth(1).locator('.label').innerText();
    expect(label.startsWith('2')).toBe(true);
    expect(await page.locator('.ask').innerText()).toContain(label.slice(1).trim());
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('decides, goes on to the next, puts what was decided last, and takes it back', async () => {
    const { items, total } = await queue();
    const page = await desk.open('/review');
    expect(await page.locator('.progress').innerText()).toContain(`0 of ${total} decided`);
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: /Why\?$/ }).fill('checked in the register');
    await page.keyboard.press('Enter');
    await expect.poll(() => current(page).innerText()).toBe(items[1]?.text);
    await expect.poll(() => page.locator('.progress').innerText()).toMatch(/^1 of /);
    expect(await page.locator('.question').last().innerText()).toContain('Confirmed');
    const journal = page.getByRole('region', { name: 'What was decided' });
    await expect.poll(() => journal.innerText(), { timeout: 20_000 }).toContain('stands');
    expect(await journal.innerText()).toContain('checked in the register');
    await page.keyboard.press('z');
    await expect.poll(() => journal.innerText(), { timeout: 20_000 }).toContain('taken back by');
    await expect.poll(() => page.locator('.progress').innerText(), { timeout: 20_000 }).toContain('0 of');
    const { items: entries } = await desk.api<JournalPage>('/journal');
    expect(entries.map(({ kind }) => kind)).toEqual(['undo', 'confirm']);
    expect(await desk.barriers(page)).toEqual([]);
  }, 60_000);
});

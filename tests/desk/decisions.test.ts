import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ItemAnswer, JournalPage } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

interface Rows {
  readonly items: readonly { readonly id: string; readonly text: string; readonly claims: number }[];
}

const why = (page: Page) => page.getByRole('textbox', { name: /Why\?$/ });

describeDesk('deciding in place', (desk) => {
  const newest = async () => (await desk.api<JournalPage>('/journal?limit=1')).items[0];
  /** The sheet of a finding, open beside the front page. */
  const open = async (at: number, colours: 'light' | 'dark' = 'light') => {
    const rows = await desk.api<{ readonly groups: readonly { readonly items: readonly { readonly id: string }[] }[] }>(
      '/front',
    );
    const id = rows.groups.flatMap(({ items }) => items)[at]?.id ?? '';
    const page = await desk.open(`/?row=${id}`, { colours });
    await expect.poll(() => page.locator('.decide .acts').count()).toBe(1);
    return { page, id };
  };
  /** Until the case is put together with all that was decided. */
  const renewed = () =>
    expect.poll(async () => (await desk.api<JournalPage>('/journal?limit=1')).pending, { timeout: 20_000 }).toBe(0);
  const kept = (page: Page) => page.getByRole('list', { name: 'What was decided' });

  it.each([
    ['c', 'Confirm', 'confirm', 'Confirmed'],
    ['x', 'Reject', 'reject', 'Rejected'],
  ])(
    'takes %s by key with a reason, shows it at once, and takes it back',
    async (key, word, kind, said) => {
      const { page, id } = await open(0);
      await page.keyboard.press(key);
      await why(page).fill('as the register says');
      expect(await desk.barriers(page, '.decide')).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(() => kept(page).innerText()).toContain(said);
      await expect.poll(() => kept(page).innerText(), { timeout: 20_000 }).toContain('stands');
      expect(await newest()).toMatchObject({ kind, why: 'as the register says', state: 'standing' });
      expect(await page.locator('.decide .last').innerText()).toContain(`${said}. Undo`);
      await page.keyboard.press('z');
      await expect.poll(() => kept(page).innerText(), { timeout: 20_000 }).toContain('taken back by');
      expect(await newest()).toMatchObject({ kind: 'undo' });
      // The case is as it was: what was rejected stands again.
      await expect.poll(async () => (await desk.api<ItemAnswer>(`/findings/${id}`)).line?.judged ?? null).toBeNull();
      expect(await page.getByRole('button', { name: word }).count()).toBe(1);
      await renewed();
      await desk.settled(page);
      // What is rejected by everybody who tells it is no finding any more, until that is taken back.
      desk.forgive(/404.*findings/);
    },
    60_000,
  );

  it('takes a rejection with the mouse and without a reason', async () => {
    const { page } = await open(1, 'dark');
    await page.getByRole('button', { name: /Reject/ }).click();
    await why(page).press('Escape');
    await expect.poll(() => kept(page).innerText(), { timeout: 20_000 }).toContain('stands');
    expect(await newest()).toMatchObject({ kind: 'reject', why: null });
    expect(await desk.barriers(page)).toEqual([]);
    await kept(page).getByRole('button', { name: 'Take back: Rejected' }).click();
    await expect.poll(() => kept(page).innerText(), { timeout: 20_000 }).toContain('taken back by');
    await renewed();
    desk.forgive(/404.*findings/);
  }, 60_000);

  it('rates how credible, a key each, and keeps a note', async () => {
    const { page } = await open(2);
    await page.keyboard.press('r');
    await expect.poll(() => page.getByRole('group', { name: 'How credible' }).count()).toBe(1);
    expect(await desk.barriers(page, '.decide')).toEqual([]);
    await page.keyboard.press('2');
    await why(page).press('Enter');
    await expect.poll(() => kept(page).innerText()).toContain('Rated 2');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).fill('Ask the clerk');
    await page.keyboard.press('Enter');
    await expect.poll(() => kept(page).innerText()).toContain('Ask the clerk');
    await expect.poll(newest).toMatchObject({ kind: 'note', value: 'Ask the clerk' });
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).press('Escape');
    expect((await newest())?.value).toBe('Ask the clerk');
  }, 60_000);

  it('corrects a date; the reading stays', async () => {
    const { page } = await open(3);
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'date should be' }).fill('2031-05-14');
    expect(await desk.barriers(page, '.decide')).toEqual([]);
    await page.keyboard.press('Enter');
    await why(page).fill('the diary says so');
    await page.keyboard.press('Enter');
    await expect.poll(() => kept(page).innerText()).toContain('Corrected');
    await expect.poll(newest).toMatchObject({ kind: 'correct', value: 'date=2031-05-14' });
    await renewed();
  }, 60_000);

  it.each([
    ['s', 'same', 'Said to be the same'],
    ['d', 'different', 'Kept apart'],
    ['u', 'unsure', 'Left open'],
  ])(
    'says with %s what of two names is so',
    async (key, kind, said) => {
      await renewed();
      const { items } = await desk.api<Rows>('/lines/entities?kind=person&sort=documents&order=down&limit=2');
      const [one, other] = items;
      const page = await desk.open(`/review`);
      // An entity is decided on where it is looked at.
      await page.goto(`${desk.origin}/entities/${one?.id}`);
      await desk.settled(page);
      await page.keyboard.press(key);
      const field = page.getByRole('combobox');
      await field.fill(other?.text ?? '');
      await expect.poll(() => page.getByRole('option').first().innerText()).toContain(other?.text);
      expect(await desk.barriers(page, '.decide')).toEqual([]);
      await field.press('Enter');
      await why(page).press('Escape');
      await expect.poll(() => kept(page).first().innerText()).toContain(said);
      await expect.poll(async () => (await newest())?.kind).toBe(kind);
      await page.keyboard.press('z');
      await expect.poll(async () => (await newest())?.kind, { timeout: 20_000 }).toBe('undo');
      await renewed();
      // Two that are one have one address; the other leads nowhere until that is taken back.
      desk.forgive(/404.*entities/);
    },
    60_000,
  );

  it('loses nothing when the desk does not answer: it can be tried again', async () => {
    const { page } = await open(4);
    await page.route('**/api/v1/decisions', (route) => route.abort());
    await page.keyboard.press('c');
    await why(page).press('Escape');
    await expect.poll(() => kept(page).innerText()).toContain('not kept');
    await page.unroute('**/api/v1/decisions');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => kept(page).innerText(), { timeout: 20_000 }).toContain('stands');
    expect(await newest()).toMatchObject({ kind: 'confirm' });
    expect(desk.forgive(/decisions|ERR_FAILED/)).toBeGreaterThan(0);
  }, 60_000);
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Line } from '../../src/model/index.ts';
import type { MatrixAnswer } from '../../src/serve/index.ts';
import { type Desk, describeDesk } from './describe-desk.ts';

const suppose = async (page: Page, text: string, label: string): Promise<void> => {
  await page.locator('.suppose input').fill(text);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator(`[data-hypothesis="${label}"]`).count(), { timeout: 30_000 }).toBe(1);
};

const heaviest = async (desk: Desk): Promise<readonly Line[]> =>
  (
    await desk.api<{ readonly items: readonly Line[] }>(
      '/lines/findings?sort=weight&order=down&standing=corroborated,single-origin&limit=2',
    )
  ).items;

const cell = (page: Page, place: string) => page.locator(`[data-cell="${place}"]`);
const isCounted = (page: Page, place: string) =>
  expect.poll(() => cell(page, place).getAttribute('class'), { timeout: 30_000 }).not.toContain('pending');

describeDesk('competing hypotheses', (desk) => {
  it('begin with the method in a few sentences, and the first one supposed', async () => {
    const page = await desk.open('/hypotheses');
    expect(await page.locator('.method').innerText()).toContain('What fits every explanation proves none');
    expect(await desk.barriers(page)).toEqual([]);
    await suppose(page, 'It was about the field', 'H1');
    await suppose(page, 'It was about the strait', 'H2');
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('are held against by keys: arrows go through the cells, a letter sets one, and the score is written out', async () => {
    const [first, second] = await heaviest(desk);
    const page = await desk.open(`/hypotheses?rows=${first?.id},${second?.id}`);
    await page.keyboard.press('e');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0 0');
    const row = await page.evaluate(
      () => document.activeElement?.closest('tr')?.querySelector('a')?.getAttribute('href') ?? '',
    );
    await page.keyboard.press('Shift+I');
    // A row may move once it is counted, and the focus goes with it.
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? null);
    await expect.poll(focused).toBe('II');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('c');
    await expect.poll(focused).toBe('C');
    await expect
      .poll(async () => (await desk.api<MatrixAnswer>('/hypotheses/matrix')).rows[0]?.spread ?? null, {
        timeout: 30_000,
      })
      .toBe(3);
    const { hypotheses, rows } = await desk.api<MatrixAnswer>('/hypotheses/matrix');
    expect(row).toContain(rows[0]?.row);
    const against = hypotheses.find(({ label }) => label === 'H1');
    expect(against?.inconsistency).toBe(2 * (rows[0]?.weight ?? 0));
    await expect
      .poll(() => page.locator('[data-hypothesis="H1"] [data-inconsistency]').getAttribute('data-inconsistency'))
      .toBe(String(against?.inconsistency));
    await page.locator('[data-hypothesis="H1"] summary').click();
    const scores = await page
      .locator('[data-hypothesis="H1"] tr[data-score]')
      .evaluateAll((found) => found.reduce((sum, one) => sum + Number(one.getAttribute('data-score')), 0));
    expect(scores).toBe(against?.inconsistency);
    expect(await page.locator('.ranking > li').first().getAttribute('data-hypothesis')).toBe('H2');
  });

  it('are held against by mouse from a menu, and a cell is taken back with Delete', async () => {
    const page = await desk.open('/hypotheses');
    await cell(page, '0 0').click();
    await page
      .getByRole('menuitemradio', { name: /consistent$/ })
      .nth(1)
      .click();
    await expect.poll(() => cell(page, '0 0').innerText()).toBe('C');
    await isCounted(page, '0 0');
    expect(await desk.barriers(page)).toEqual([]);
    await cell(page, '0 0').focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => cell(page, '0 0').innerText(), { timeout: 30_000 }).toBe('II');
  });

  it('take a finding in by its words', async () => {
    const { items } = await desk.api<{ readonly items: readonly Line[] }>('/lines/findings?standing=disputed&limit=1');
    const page = await desk.open('/hypotheses');
    const before = await page.locator('.matrix tbody tr').count();
    await page.locator('.add-row input').fill(items[0]?.text.split(' ').slice(0, 5).join(' ') ?? '');
    await expect.poll(() => page.locator('.add-row [role="option"]').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.matrix tbody tr').count()).toBe(before + 1);
    expect(new URL(page.url()).searchParams.get('rows')).toMatch(/^finding-/);
  });

  it('have no barrier at night, and fit a narrow page', async () => {
    const page = await desk.open('/hypotheses', { colours: 'dark', width: 390, height: 844 });
    expect(await desk.barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('are taken back', async () => {
    const page = await desk.open('/hypotheses');
    await page.getByRole('button', { name: /Take it back.*H2/ }).click();
    await expect.poll(() => page.locator('[data-hypothesis]').count(), { timeout: 30_000 }).toBe(1);
  });
});

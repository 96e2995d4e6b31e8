import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Finding, Line } from '../../src/model/index.ts';
import type { FindingPage } from '../../src/serve/index.ts';
import { type Desk, describeDesk } from './describe-desk.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

const corroborated = async (desk: Desk): Promise<Finding> => {
  const { items } = await desk.api<Items<Finding>>('/findings?standing=corroborated&sort=weight&order=down&limit=200');
  const found = items.find(({ origins, claims }) => origins.length === 2 && claims.length > 1);
  if (found === undefined) throw new Error('Expected a finding of two origins.');
  return found;
};

/** A finding that somebody says and somebody denies. */
const denied = async (desk: Desk): Promise<Finding> => {
  const { items } = await desk.api<Items<Finding>>('/findings?standing=disputed&limit=200');
  const found = items.find(({ denials }) => denials.length > 0);
  if (found === undefined) throw new Error('Expected a finding that is denied and said.');
  return found;
};

/** The sum as somebody with a pencil reads it off the page. */
const readSum = (page: Page) =>
  page.evaluate(() => {
    const number = (text: string): number => Number(text.replace('−', '-').replace('+', ''));
    const points = [...document.querySelectorAll('.sum tr[data-points] .points')].map((cell) =>
      number(cell.textContent ?? ''),
    );
    const total = document.querySelector('.sum [data-sum="total"] [data-value]')?.getAttribute('data-value') ?? '';
    return { points, added: points.reduce((sum, value) => sum + value, 0), total: number(total) };
  });

describeDesk('a finding', (desk) => {
  it('writes its weight out so that a reader comes to the same total', async () => {
    const { items } = await desk.api<Items<Finding>>('/findings?sort=claims&order=down&limit=6');
    for (const { id, weight } of items) {
      const page = await desk.open(`/findings/${id}`);
      const { points, added, total } = await readSum(page);
      expect(points.length, id).toBeGreaterThan(0);
      expect({ added, total }, id).toEqual({ added: weight.total, total: weight.total });
      await page.close();
    }
  });

  it('says what a rule of the sum says, on demand', async () => {
    const { id } = await corroborated(desk);
    const page = await desk.open(`/findings/${id}`);
    await page.locator('.sum button.rule').first().click();
    await expect.poll(() => page.locator('.sum .rule-text').innerText()).toContain('Each independent voice');
  });

  it('shows denials next to those who say so, and each quote leads to its place', async () => {
    const { id, denials } = await denied(desk);
    const page = await desk.open(`/findings/${id}`);
    expect(await page.locator('.side.favour .claim').count()).toBeGreaterThan(0);
    expect(await page.locator('.side.against .claim').count()).toBe(denials.length);
    const href = await page.locator('.claim .quote a').first().getAttribute('href');
    expect(href).toMatch(/^\/documents\/doc-[^?]+\?at=\d+-\d+/);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('weighs the case anew when a source is ticked off, and back when it is ticked again', async () => {
    const { id, origins, weight } = await corroborated(desk);
    const page = await desk.open(`/findings/${id}`);
    const { sources } = await desk.api<FindingPage>(`/findings/${id}/page`);
    const name = sources.find(({ ask }) => ask === origins[0])?.name ?? '';
    await page.getByRole('checkbox', { name }).uncheck();
    await expect
      .poll(() => page.locator('[data-stood="Without them"]').innerText(), { timeout: 30_000 })
      .toContain('one origin');
    expect(await page.locator('[data-stood="As it stands"]').innerText()).toContain('corroborated');
    const without = await readSum(page);
    expect(without.added).toBe(without.total);
    expect(without.total).toBeLessThan(weight.total);
    expect(await page.locator('.changed tbody tr').count()).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('without')).toBe(origins[0]);
    expect(await desk.barriers(page)).toEqual([]);

    await page.reload();
    await expect.poll(() => page.locator('[data-stood="Without them"]').count(), { timeout: 30_000 }).toBe(1);
    expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(false);

    await page.getByRole('checkbox', { name }).check();
    await expect.poll(() => page.locator('.what-if').count()).toBe(0);
    expect((await readSum(page)).total).toBe(weight.total);
    expect(new URL(page.url()).searchParams.has('without')).toBe(false);
  });

  it('is gone through with j and k; Enter opens the place of a claim, b leads back', async () => {
    const { id } = await corroborated(desk);
    const page = await desk.open(`/findings/${id}`);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-claim') ?? null);
    await page.keyboard.press('j');
    const first = await focused();
    expect(first).not.toBeNull();
    await page.keyboard.press('j');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/documents\//);
    await page.goBack();
    await desk.settled(page);
    expect(new URL(page.url()).pathname).toBe(`/findings/${id}`);
  });

  it('has no barrier at night, and fits a narrow page', async () => {
    const { id } = await denied(desk);
    const page = await desk.open(`/findings/${id}`, { colours: 'dark', width: 390, height: 844 });
    expect(await desk.barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('says what is expected and found where an address leads nowhere', async () => {
    const page = await desk.open('/findings/finding-000000000000');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Expected a finding of the case');
    expect(desk.forgive(/404/)).toBeGreaterThan(0);
  });
});

describeDesk('the list of findings', (desk) => {
  it('narrows by standing and by words, which stand in the address', async () => {
    const page = await desk.open('/findings');
    expect(await page.locator('.finding-row').count()).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'disputed' }).click();
    await desk.settled(page);
    const { items } = await desk.api<Items<Line>>('/lines/findings?standing=disputed');
    await expect.poll(() => page.locator('.finding-row').count()).toBe(items.length);
    const word = items[0]?.text.split(' ')[0] ?? '';
    await page.getByRole('searchbox').fill(word);
    await expect.poll(() => new URL(page.url()).searchParams.get('words')).toBe(word);
    await page.reload();
    await desk.settled(page);
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe(word);
    expect(await page.locator('.finding-row').count()).toBeLessThanOrEqual(items.length);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('is gone through with j and opened with Enter', async () => {
    const page = await desk.open('/findings');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row')))
      .toBe('1');
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe(href);
  });

  it('leads from a contradiction to its claims, and from a claim to its finding', async () => {
    const { items } = await desk.api<Items<Line>>('/lines/contradictions');
    const page = await desk.open(`/contradictions/${items[0]?.id}`);
    expect(await page.locator('.pair > section').count()).toBeGreaterThan(1);
    expect(await desk.barriers(page)).toEqual([]);
    await page.locator('.pair .claim .sentence a').first().click();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/claims\//);
    await desk.settled(page);
    expect(await desk.barriers(page)).toEqual([]);
    await page.locator('.leads a').click();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/findings\//);
  });
});

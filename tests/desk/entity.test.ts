import { expect, it } from 'vitest';
import type { Entity } from '../../src/model/index.ts';
import type { EntityPage } from '../../src/serve/index.ts';
import { type Desk, describeDesk } from './describe-desk.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** The person with most spellings. */
const mostSpelled = async (desk: Desk): Promise<Entity> => {
  const { items } = await desk.api<Items<Entity>>('/entities?kind=person&limit=200');
  const [first] = [...items].sort((a, b) => b.names.length - a.names.length);
  if (first === undefined) throw new Error('Expected people in the case.');
  return first;
};

describeDesk('a person', (desk) => {
  it('is shown with every spelling, ties, what they said and what was said of them', async () => {
    const { id, names } = await mostSpelled(desk);
    const answer = await desk.api<EntityPage>(`/entities/${id}/page`);
    const page = await desk.open(`/entities/${id}`);
    expect(await page.locator('.spelled tbody tr').count()).toBe(names.length);
    expect(await page.locator('.ties .posts > li').count()).toBe(answer.ties.length);
    expect(await page.locator('.claim').count()).toBe(answer.said.claims.length + answer.about.claims.length);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('shows more of what was said of them on request', async () => {
    const { id } = await mostSpelled(desk);
    const { about } = await desk.api<EntityPage>(`/entities/${id}/page`);
    expect(about.total).toBeGreaterThan(about.claims.length);
    const page = await desk.open(`/entities/${id}`);
    const before = await page.locator('.claim').count();
    await page
      .getByRole('button', { name: /^Show \d+ more/ })
      .last()
      .click();
    await expect.poll(() => page.locator('.claim').count()).toBeGreaterThan(before);
  });

  it('says why spellings were joined, with the rule', async () => {
    const { id } = await mostSpelled(desk);
    const page = await desk.open(`/entities/${id}`);
    await page.locator('.joined button.rule').first().click();
    await expect.poll(() => page.locator('.joined .rule-text').innerText()).toContain('Identity');
  });

  it('has no barrier at night, and fits a narrow page', async () => {
    const { id } = await mostSpelled(desk);
    const page = await desk.open(`/entities/${id}`, { colours: 'dark', width: 390, height: 844 });
    expect(await desk.barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describeDesk('people, bodies and things', (desk) => {
  it('are listed by type, and found by a part of a name', async () => {
    const page = await desk.open('/entities');
    expect(await page.locator('.group-head').first().innerText()).toMatch(/^People/i);
    const { name } = await mostSpelled(desk);
    await page.getByRole('searchbox').fill(name.slice(0, 6).toLowerCase());
    await expect.poll(() => page.locator('.entity-row a').allInnerTexts()).toContain(name);
    expect(await desk.barriers(page)).toEqual([]);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/entities\/entity-/);
  });

  it('say so where nobody has a name like that', async () => {
    const page = await desk.open('/entities?words=qqqqzz');
    await expect.poll(() => page.getByText('Nobody and nothing is called so.').count()).toBe(1);
    expect(await desk.barriers(page)).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import type { CompareAnswer } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

describeDesk('two documents side by side', (desk) => {
  it('begin with two that tell the same thing; what is picked stands in the address', async () => {
    const answer = await desk.api<CompareAnswer>('/compare');
    const page = await desk.open('/compare');
    const heads = await page.locator('.side-head .said').allInnerTexts();
    expect(heads).toEqual([answer.a?.title, answer.b?.title]);
    expect(await page.locator('.pairs > li').count()).toBe(answer.pairs.length);
    expect(await desk.barriers(page)).toEqual([]);
    await page.keyboard.press('s');
    await expect.poll(() => page.locator('.side-head .said').allInnerTexts()).toEqual([...heads].reverse());
    await page.reload();
    await desk.settled(page);
    expect(await page.locator('.side-head .said').allInnerTexts()).toEqual([...heads].reverse());
    const third = answer.documents.find(({ id }) => id !== answer.a?.id && id !== answer.b?.id);
    if (third === undefined) throw new Error('Expected a third document that tells of it.');
    await page.getByRole('combobox', { name: 'Right' }).selectOption(third.id);
    await expect.poll(() => page.locator('.side-head .said').last().innerText()).toBe(third.title);
    await page.getByRole('combobox', { name: 'On' }).selectOption('');
    await expect.poll(() => new URL(page.url()).searchParams.get('event')).toBeNull();
  });

  it('mark in both texts what is compared, and go there together', async () => {
    const { a, b, event } = await desk.api<CompareAnswer>('/compare');
    const page = await desk.open(`/compare?a=${a?.id}&b=${b?.id}`);
    const { pairs } = await desk.api<CompareAnswer>(`/compare?a=${a?.id}&b=${b?.id}`);
    expect(event).not.toBeNull();
    await expect.poll(() => page.locator('.pane .claim').count()).toBeGreaterThan(1);
    const both = pairs.findLast((pair) => pair.a !== null && pair.b !== null);
    if (both === undefined) throw new Error('Expected a claim that both have.');
    await page
      .locator('.pairs > li', { has: page.locator(`a[href*="${both.a?.id}"]`) })
      .getByRole('button', { name: 'in the texts' })
      .click();
    for (const [pane, claim] of [
      ['a', both.a],
      ['b', both.b],
    ] as const) {
      const mark = page.locator(`[data-pane="${pane}"] [data-at="${claim?.spans[0]?.[0]}"]`).first();
      await expect
        .poll(() =>
          mark.evaluate((one) => {
            const pane = one.closest('.pane')?.getBoundingClientRect();
            const { top } = one.getBoundingClientRect();
            return pane !== undefined && top >= pane.top - 1 && top < pane.bottom;
          }),
        )
        .toBe(true);
    }
  });

  it('scroll together until told not to', async () => {
    const page = await desk.open('/compare');
    const [left, right] = [page.locator('[data-pane="a"]'), page.locator('[data-pane="b"]')];
    await expect.poll(() => page.locator('.pane .para').count()).toBeGreaterThan(5);
    await left.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await expect
      .poll(() => right.evaluate((pane) => pane.scrollHeight - pane.clientHeight - pane.scrollTop))
      .toBeLessThan(3);
    await page.getByRole('checkbox', { name: 'scroll together' }).uncheck();
    await left.evaluate((pane) => pane.scrollTo(0, 0));
    await page.waitForTimeout(200);
    expect(await right.evaluate((pane) => pane.scrollTop)).toBeGreaterThan(0);
  });

  it('show where the two exclude each other, and say so of a document that lacks a claim', async () => {
    const { items } = await desk.api<{
      items: readonly { values: readonly { claims: readonly string[]; evidence: readonly { document: string }[] }[] }[];
    }>('/contradictions');
    const found = items.find(({ values }) => values[0]?.evidence[0]?.document !== values[1]?.evidence[0]?.document);
    const [a, b] = [0, 1].map((side) => found?.values[side]?.evidence[0]?.document);
    const page = await desk.open(`/compare?a=${a}&b=${b}`);
    expect(await page.locator('.between > li').count()).toBeGreaterThan(0);
    const { pairs } = await desk.api<CompareAnswer>(`/compare?a=${a}&b=${b}`);
    const alone = pairs.filter((pair) => pair.a === null || pair.b === null).length;
    expect(await page.locator('.told.absent').count()).toBe(alone);
  });

  it('are come to from the reader', async () => {
    const { a } = await desk.api<CompareAnswer>('/compare');
    const page = await desk.open(`/documents/${a?.id}`);
    await page.getByRole('link', { name: 'Side by side with another' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/compare');
    await desk.settled(page);
    expect(await page.locator('.side-head .said').first().innerText()).toBe(a?.title);
  });
});

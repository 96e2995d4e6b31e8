import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { TimelineAnswer, TimelineItem } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

const answerOf = (page: Page): Promise<TimelineAnswer> =>
  page.evaluate(async () => (await fetch('/api/v1/timeline')).json() as Promise<never>);

const DAY = 86_400_000;
const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Items that are seen at first: in the stretch that most of them lie in. */
const seenIn = ({ lanes, home }: TimelineAnswer): readonly TimelineItem[] =>
  lanes.flatMap(({ items }) =>
    items.filter(({ start, end }) => (start ?? -Infinity) < (home?.end ?? 0) && (end ?? Infinity) > (home?.start ?? 0)),
  );

const items = (page: Page) => page.locator('.time-picture g.item');

describeDesk('the timeline', (desk) => {
  it('draws what has a date and lists what has none', async () => {
    const page = await desk.open('/timeline');
    const answer = await answerOf(page);
    const drawn = await items(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-key')));
    const expected = seenIn(answer).filter(({ list }) => list !== 'documents');
    expect(expected.length).toBeGreaterThan(5);
    for (const { key } of expected) expect(drawn).toContain(key);
    const meetings = answer.lanes.find(({ lane }) => lane === 'meetings');
    const undated = page.locator('.undated details', { hasText: 'Meetings' });
    expect(await undated.locator('summary').innerText()).toContain(`${meetings?.undated} without a date`);
    await undated.locator('summary').click();
    await desk.settled(page);
    expect(await undated.locator('li').count()).toBe(meetings?.undated);
  });

  it('draws a month as a band as wide as the month, and a day as a mark', async () => {
    const page = await desk.open('/timeline');
    const answer = await answerOf(page);
    const width = async (item: TimelineItem | undefined): Promise<number | null> => {
      const band = page.locator(`[data-key="${item?.key}"] rect.band`);
      return (await band.count()) === 0 ? null : Number(await band.getAttribute('width'));
    };
    const seen = seenIn(answer).filter(({ list, isAbout }) => list !== 'documents' && !isAbout);
    const month = seen.find(
      ({ start, end }) => start !== null && end !== null && end - start >= 28 && end - start <= 31,
    );
    const day = seen.find(({ start, end }) => start !== null && end === start + 1);
    expect(await width(day)).toBeNull();
    const wide = (await width(month)) ?? 0;
    const axis = Number(await page.locator('.time-picture .strip').getAttribute('width'));
    const home = (answer.home?.end ?? 0) - (answer.home?.start ?? 0);
    const days = (month?.end ?? 0) - (month?.start ?? 0);
    // The axis shows a little more than all of it.
    expect(wide).toBeGreaterThan((axis * days) / home / 1.2);
    expect(wide).toBeLessThan((axis * days) / home);
  });

  it('lets no words lie upon others', async () => {
    const page = await desk.open('/timeline');
    const boxes = await items(page)
      .locator('text')
      .evaluateAll((all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
      );
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(a.left < b.right && a.right > b.left && a.top + 4 < b.bottom && a.bottom > b.top + 4).toBe(false);
  });

  it('is walked through in time by keys, opens what one stands on, and closes it', async () => {
    const page = await desk.open('/timeline');
    await page.keyboard.press('j');
    const first = await page.locator('.item.here').getAttribute('data-key');
    await page.keyboard.press('j');
    const second = await page.locator('.item.here').getAttribute('data-key');
    expect(second).not.toBe(first);
    const answer = await answerOf(page);
    const startOf = (key: string | null): number =>
      seenIn(answer).find((item) => item.key === key)?.start ?? Number.NEGATIVE_INFINITY;
    expect(startOf(second)).toBeGreaterThanOrEqual(startOf(first));
    await page.keyboard.press('Enter');
    await desk.settled(page);
    expect(new URL(page.url()).searchParams.get('row')).toBe(seenIn(answer).find(({ key }) => key === second)?.row);
    expect(await page.locator('.drawer .quote').count()).toBeGreaterThan(0);
    await page.reload();
    await desk.settled(page);
    expect(await page.locator('.drawer').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.drawer').count()).toBe(0);
  });

  it('narrows every other view to a stretch that is drawn along the days, and widens again', async () => {
    const page = await desk.open('/timeline');
    const strip = await page.locator('.time-picture .strip').boundingBox();
    if (strip === null) throw new Error('Expected days above the lanes.');
    const y = strip.y + strip.height / 2;
    await page.mouse.move(strip.x + strip.width * 0.3, y);
    await page.mouse.down();
    await page.mouse.move(strip.x + strip.width * 0.5, y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/);
    const { searchParams } = new URL(page.url());
    const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''];
    expect(from < to).toBe(true);
    expect(await page.locator('.item.out').count()).toBeGreaterThan(0);
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.waitForURL(/\/findings/);
    expect(new URL(page.url()).searchParams.get('from')).toBe(from);
    expect(new URL(page.url()).searchParams.get('to')).toBe(to);
    await page.goBack();
    await desk.settled(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBeNull();
  });

  it('takes ends of a stretch by keys and from fields', async () => {
    const page = await desk.open('/timeline');
    await page.keyboard.press('j');
    await page.keyboard.press('[');
    const answer = await answerOf(page);
    const key = await page.locator('.item.here').getAttribute('data-key');
    const item = seenIn(answer).find((one) => one.key === key);
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(dayText(item?.start ?? 0));
    const last = dayText((answer.home?.end ?? 1) - 1);
    await page.getByLabel('to', { exact: true }).fill(last);
    await expect.poll(() => new URL(page.url()).searchParams.get('to')).toBe(last);
  });

  it('is looked at from nearer and farther by keys and wheel, and keeps that in its address', async () => {
    const page = await desk.open('/timeline');
    const before = await page.locator('.time-picture .tick').allInnerTexts();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect
      .poll(() => new URL(page.url()).searchParams.get('span'))
      .toMatch(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
    const nearer = await page.locator('.time-picture .tick').allInnerTexts();
    expect(nearer).not.toEqual(before);
    await page.reload();
    await desk.settled(page);
    expect(await page.locator('.time-picture .tick').allInnerTexts()).toEqual(nearer);
    await page.keyboard.press('0');
    await expect.poll(() => new URL(page.url()).searchParams.get('span')).toBeNull();
    await page.locator('.time-picture .ground').hover();
    await page.mouse.wheel(0, -400);
    await expect.poll(() => new URL(page.url()).searchParams.get('span')).not.toBeNull();
  });

  it('says the same in a table', async () => {
    const page = await desk.open('/timeline');
    const answer = await answerOf(page);
    await page.keyboard.press('t');
    await page.waitForSelector('.time-table');
    const rows = await page
      .locator('.time-table tbody tr')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-key')));
    for (const { key } of seenIn(answer)) expect(rows).toContain(key);
    await page.locator('.time-table .said-link').first().click();
    await desk.settled(page);
    expect(await page.locator('.drawer').count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('keeps nobody out (%s)', async (colours) => {
    const page = await desk.open('/timeline', { colours });
    expect(await desk.barriers(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.waitForSelector('.time-table');
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('fits a narrow page', async () => {
    const page = await desk.open('/timeline', { width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await items(page).count()).toBeGreaterThan(3);
  });
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { NetworkAnswer } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

const answerOf = (page: Page): Promise<NetworkAnswer> =>
  page.evaluate(async () => (await fetch('/api/v1/network')).json() as Promise<never>);

const drawn = async (page: Page) => {
  const picture = page.locator('.net-picture');
  return {
    nodes: Number(await picture.getAttribute('data-nodes')),
    edges: Number(await picture.getAttribute('data-edges')),
  };
};

const param = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** Two nodes that hang together by more than one hop. */
const farApart = ({ nodes, edges }: NetworkAnswer): readonly [string, string] => {
  const [start] = edges;
  const near = new Set(
    edges.flatMap(({ source, target }) =>
      source === start?.source ? [target] : target === start?.source ? [source] : [],
    ),
  );
  for (const { source, target } of edges)
    for (const [a, b] of [
      [source, target],
      [target, source],
    ] as const)
      if (near.has(a) && !near.has(b) && b !== start?.source)
        return [nodes[start?.source ?? 0]?.id ?? '', nodes[b]?.id ?? ''];
  throw new Error('Expected a path of two hops in the example.');
};

describeDesk('the network', (desk) => {
  it('draws every node and edge, and the table has as many', async () => {
    const page = await desk.open('/network');
    const { nodes, edges } = await answerOf(page);
    expect(nodes.length).toBeGreaterThan(10);
    expect(await drawn(page)).toEqual({ nodes: nodes.length, edges: edges.length });
    await page.keyboard.press('t');
    await page.waitForSelector('.net-table');
    expect(await page.getByRole('table', { name: 'Nodes' }).locator('tbody tr').count()).toBe(nodes.length);
    expect(await page.getByRole('table', { name: 'Edges' }).locator('tbody tr').count()).toBe(edges.length);
  });

  it('opens the quotes of an edge from the table and from a card, by mouse and by key', async () => {
    const page = await desk.open('/network?as=table');
    await page.getByRole('table', { name: 'Edges' }).locator('.said-link').first().click();
    await desk.settled(page);
    expect(await page.locator('.drawer .quote').count()).toBeGreaterThan(0);
    expect(param(page, 'edge')).not.toBeNull();
    await page.reload();
    await desk.settled(page);
    expect(await page.locator('.drawer .quote').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.drawer').count()).toBe(0);

    const beside = await desk.open('/network');
    await beside.keyboard.press('j');
    const edge = beside.locator('.net-card .edge-link').first();
    await edge.focus();
    await beside.keyboard.press('Enter');
    await desk.settled(beside);
    expect(await beside.locator('.drawer .quote').count()).toBeGreaterThan(0);
  });

  it('picks a node with the mouse in the picture', async () => {
    const page = await desk.open('/network');
    await page.keyboard.press('j');
    await expect.poll(() => param(page, 'node')).not.toBeNull();
    const picked = param(page, 'node');
    await page.keyboard.press('Escape');
    await expect.poll(() => param(page, 'node')).toBeNull();
    // The picture went to it: it stands right of the middle, where the hand says that something can be pressed.
    const picture = page.locator('.net-picture');
    const box = await picture.boundingBox();
    if (box === null) throw new Error('Expected a picture.');
    let x = box.x + box.width * 0.45;
    const isOver = (): Promise<boolean> => picture.evaluate((one) => (one as HTMLElement).style.cursor === 'pointer');
    for (; x < box.x + box.width * 0.75; x += 6) {
      await page.mouse.move(x, box.y + box.height / 2);
      // An edge that leads there is found first: the node is where it ends.
      if (await isOver()) {
        await page.mouse.click(x, box.y + box.height / 2);
        await page.waitForTimeout(400);
        if (param(page, 'node') !== null) break;
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      }
    }
    const found = param(page, 'node');
    expect(found).toBe(picked);
  });

  it('finds somebody by a part of the name', async () => {
    const page = await desk.open('/network');
    const { nodes } = await answerOf(page);
    const person = nodes.find(({ type }) => type === 'person');
    await page.keyboard.press('f');
    await page.keyboard.type(person?.name ?? '');
    await page.keyboard.press('Enter');
    await expect.poll(() => param(page, 'node')).toBe(person?.id);
    expect(await page.locator('.net-card .told').innerText()).toContain(person?.name);
    await page.getByRole('button', { name: 'Only this and its neighbours' }).click();
    await expect.poll(async () => (await drawn(page)).nodes).toBeLessThan(nodes.length);
    expect(param(page, 'around')).toBe(person?.id);
  });

  it('shows a shortest path, each hop with how it stands', async () => {
    const page = await desk.open('/network');
    const [from, to] = farApart(await answerOf(page));
    await page.goto(`${desk.origin}/network?node=${from}&path=${to}`);
    await desk.settled(page);
    const hops = page.locator('.net-card ol li');
    expect(await hops.count()).toBe(2);
    expect(await hops.locator('.mark').count()).toBe(2);
  });

  it('is narrowed by kinds, weight and time, and keeps that in its address', async () => {
    const page = await desk.open('/network');
    const { edges, nodes, span } = await answerOf(page);
    await page.getByLabel(/^places/).uncheck();
    await expect.poll(async () => (await drawn(page)).nodes).toBeLessThan(nodes.length);
    expect(param(page, 'types')?.split(',')).not.toContain('place');
    await page.reload();
    await desk.settled(page);
    expect(await page.getByLabel(/^places/).isChecked()).toBe(false);
    await page.getByLabel(/^places/).check();
    await expect.poll(() => param(page, 'types')).toBeNull();
    await page.getByLabel(/^met together/).uncheck();
    await expect
      .poll(async () => (await drawn(page)).edges)
      .toBe(edges.filter(({ layer }) => layer !== 'meeting').length);
    await page.getByLabel(/^met together/).check();

    await page.getByLabel('First day').focus();
    await page.keyboard.press('End');
    await expect.poll(() => param(page, 'from')).not.toBeNull();
    const last = (span?.end ?? 1) - 1;
    const then = edges.filter(
      ({ times }) =>
        times.length === 0 || times.some(([start, end]) => (start ?? 0) <= last && (end ?? Infinity) > last),
    );
    await expect.poll(async () => (await drawn(page)).edges).toBe(then.length);
  });

  it('sorts its tables', async () => {
    const page = await desk.open('/network?as=table');
    const table = page.getByRole('table', { name: 'Nodes' });
    await table.getByRole('button', { name: 'Rows' }).click();
    const rows = (await table.locator('tbody tr td:last-child').allInnerTexts()).map(Number);
    expect(rows).toEqual([...rows].sort((a, b) => b - a));
    await table.getByRole('button', { name: 'Who or what' }).click();
    const names = await table.locator('tbody tr td:first-child').allInnerTexts();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
  });

  it.each(['light', 'dark'] as const)('keeps nobody out (%s)', async (colours) => {
    const page = await desk.open('/network', { colours });
    await page.keyboard.press('j');
    await page.waitForSelector('.net-card');
    expect(await desk.barriers(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.waitForSelector('.net-table');
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('is drawn anew when the theme changes', async () => {
    const page = await desk.open('/network');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await desk.settled(page);
    expect((await drawn(page)).nodes).toBeGreaterThan(10);
    expect(await page.locator('.net-picture canvas').count()).toBeGreaterThan(0);
  });

  it('fits a narrow page', async () => {
    const page = await desk.open('/network', { width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCase, readInto } from '../../src/backchannel.ts';
import type { ContingencyAnswer, LedgerAnswer } from '../../src/serve/index.ts';
import { describeDesk } from './describe-desk.ts';

const rowsOn = (page: Page) => page.locator('table.rows tr.row');
const asked = (page: Page, key: string): string | null => new URL(page.url()).searchParams.get(key);

describeDesk('the ledgers', (desk) => {
  it('sorts by a column: up, down, and as the ledger has it; the address keeps it', async () => {
    const page = await desk.open('/ledgers/meetings');
    const head = page.getByRole('columnheader', { name: 'When' });
    const sort = () => head.getAttribute('aria-sort');
    expect(await sort()).toBe('none');
    await head.getByRole('button').click();
    await expect.poll(sort).toBe('ascending');
    await desk.settled(page);
    const up = await rowsOn(page).first().innerText();
    await head.getByRole('button').click();
    await expect.poll(sort).toBe('descending');
    await expect.poll(() => rowsOn(page).first().innerText()).not.toBe(up);
    expect([asked(page, 'sort'), asked(page, 'order')]).toEqual(['when', 'down']);
    await page.reload();
    await desk.settled(page);
    expect(await sort()).toBe('descending');
    await head.getByRole('button').click();
    await expect.poll(sort).toBe('none');
    expect(asked(page, 'sort')).toBeNull();
  });

  it('narrows to words and to states, and says how many are left', async () => {
    const page = await desk.open('/ledgers/meetings');
    const { all, items } = await desk.api<LedgerAnswer>('/ledgers/meetings?limit=1000');
    const name = items[0]?.cells[0]?.[0]?.pieces[0]?.text ?? '';
    await page.getByRole('searchbox', { name: 'Rows with these words' }).fill(name);
    await expect.poll(() => asked(page, 'f')).toBe(name);
    const { total } = await desk.api<LedgerAnswer>(`/ledgers/meetings?f=${encodeURIComponent(name)}`);
    expect(total).toBeLessThan(all);
    await expect.poll(() => page.locator('.counts').innerText()).toContain(`${total} of ${all} rows`);
    await page.getByRole('searchbox', { name: 'Rows with these words' }).fill('');
    await expect.poll(() => asked(page, 'f')).toBeNull();
    await page.getByRole('button', { name: 'State', exact: false }).first().click();
    const planned = await desk.api<LedgerAnswer>('/ledgers/meetings?state=planned');
    await page.getByRole('checkbox', { name: `planned ${planned.total}` }).check();
    await expect.poll(() => asked(page, 'state')).toBe('planned');
    await page.keyboard.press('Escape');
    await expect.poll(() => rowsOn(page).count()).toBe(planned.total);
    await page.getByRole('searchbox', { name: 'Rows with these words' }).fill('no row has these words');
    await expect.poll(() => page.locator('main').innerText()).toContain('No row of this ledger passes the filter.');
  });

  it('groups rows and leaves columns out; both are there again after the page is loaded anew', async () => {
    const page = await desk.open('/ledgers/meetings');
    await page.getByLabel('Group by').selectOption('state');
    await expect.poll(() => page.locator('tr.group').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Sides and authority' }).uncheck();
    await page.keyboard.press('Escape');
    const sides = page.getByRole('columnheader', { name: 'Sides and authority' });
    await expect.poll(() => sides.count()).toBe(0);
    await page.reload();
    await desk.settled(page);
    expect(await sides.count()).toBe(0);
    expect(await page.getByLabel('Group by').inputValue()).toBe('state');
    expect(await page.locator('tr.group').count()).toBeGreaterThan(1);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('is driven by keys: next, select, copy, open, close', async () => {
    const page = await desk.open('/ledgers/sanctions?table=waivers');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${desk.origin}/ledgers/meetings`);
    await desk.settled(page);
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['row'] ?? null);
    await expect.poll(at).toBe('1');
    await page.keyboard.press('ArrowDown');
    await expect.poll(at).toBe('2');
    await page.keyboard.press(' ');
    await expect.poll(() => page.locator('tr.selected').count()).toBe(1);
    await page.keyboard.press('y');
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'copied' }).innerText()).toBe('1 row copied');
    const copied = (await page.evaluate(() => navigator.clipboard.readText()))
      .split('\n')
      .map((one) => one.split('\t'));
    const { items } = await desk.api<LedgerAnswer>('/ledgers/meetings?offset=2&limit=1');
    expect(copied).toHaveLength(2);
    expect(copied[0]?.[0]).toBe('Who');
    expect(copied[1]?.at(-1)).toBe(items[0]?.id);
    await page.keyboard.press('Enter');
    await expect.poll(() => asked(page, 'row')).toBe(items[0]?.id);
    await expect.poll(() => page.locator('.drawer blockquote').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.drawer').count()).toBe(0);
    expect(asked(page, 'row')).toBeNull();
  });

  it('gives all rows that pass the filter as CSV', async () => {
    const page = await desk.open('/ledgers/ties?kind=ownership');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    const rows: readonly Record<string, string>[] = parse(await readFile(await download.path(), 'utf8'), {
      bom: true,
      columns: true,
    });
    const { total } = await desk.api<LedgerAnswer>('/ledgers/ties?kind=ownership');
    expect(rows).toHaveLength(total);
    expect(rows.every((row) => /^“.+” — .+ \[doc-\w+ \d+-\d+\]/s.test(row['Quotes'] ?? ''))).toBe(true);
    expect(download.suggestedFilename()).toMatch(/-ties\.csv$/);
  });
});

describeDesk('what hangs on what', (desk) => {
  const firstCondition = async (): Promise<ContingencyAnswer['boxes'][number]> => {
    const { boxes, edges, deals } = await desk.api<ContingencyAnswer>('/contingency');
    const found = boxes.find(
      ({ id, kind }) => kind === 'condition' && edges.some(({ from, to }) => to === id && deals.includes(from)),
    );
    if (found === undefined) throw new Error('Expected a deal of the example to hang on something.');
    return found;
  };

  it('supposes by mouse that a condition holds, and then that it fails; the address keeps it', async () => {
    const page = await desk.open('/ledgers/deals');
    const { id, text } = await firstCondition();
    const box = page.locator('svg.contingency').getByRole('button', { name: text });
    await box.click();
    await expect.poll(() => asked(page, 'holds')).toBe(id);
    await expect.poll(() => page.locator('.sub').innerText()).toContain(`Supposing ${text}`);
    expect(await box.getAttribute('aria-label')).toContain('supposed to hold');
    expect(await page.locator('.follows').innerText()).toContain('holds.');
    await page.reload();
    await desk.settled(page);
    expect(await page.locator('.sub').innerText()).toContain(`Supposing ${text}`);
    await box.click();
    await expect.poll(() => asked(page, 'fails')).toBe(id);
    await expect.poll(() => page.locator('.sub').innerText()).toContain('clos');
    expect(await desk.barriers(page)).toEqual([]);
    await box.click();
    await expect.poll(() => [asked(page, 'holds'), asked(page, 'fails')]).toEqual([null, null]);
  });

  it('supposes by keys, says the same in words, and Escape takes all of it back', async () => {
    const page = await desk.open('/ledgers/deals', { colours: 'dark' });
    const { id, text } = await firstCondition();
    await page.locator('svg.contingency').getByRole('button', { name: text }).focus();
    await page.keyboard.press(' ');
    await expect.poll(() => asked(page, 'holds')).toBe(id);
    await page.getByText('The same in words').click();
    const words = page.locator('.in-words');
    await expect.poll(() => words.innerText()).toContain('supposed to hold');
    expect(await words.getByRole('radio', { name: 'holds' }).first().count()).toBe(1);
    expect(await desk.barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => asked(page, 'holds')).toBeNull();
    await expect.poll(() => words.innerText()).not.toContain('supposed to');
  });

  it('is told in words on a narrow page, and supposed there', async () => {
    const page = await desk.open('/ledgers/deals', { width: 390, height: 844, hasTouch: true });
    expect(await page.locator('svg.contingency').count()).toBe(0);
    const words = page.locator('.in-words');
    await words.getByRole('radio', { name: 'fails' }).first().check();
    await expect.poll(() => page.locator('.sub').innerText()).toContain('Supposing');
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isTooWide).toBe(false);
  });
});

describeDesk('plans, sanctions and paths', (desk) => {
  it('shows a view with its quotes, and leaves empty what nothing is told of', async () => {
    const page = await desk.open('/ledgers/proposals');
    const cell = page.locator('table.matrix button.views').first();
    await cell.click();
    await expect.poll(() => cell.getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => page.locator('tr.under blockquote').count()).toBeGreaterThan(0);
    expect(await page.locator('table.matrix td').filter({ hasText: 'nothing told' }).count()).toBeGreaterThan(0);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('sets who was let past sanctions beside them', async () => {
    const page = await desk.open('/ledgers/sanctions', { colours: 'dark' });
    const side = page.locator('.sanctioned section').first();
    expect(await side.locator('.beside > div').nth(1).locator('article').count()).toBeGreaterThan(0);
    await side.getByRole('button', { name: 'who says so' }).first().click();
    await expect.poll(() => page.locator('.drawer blockquote').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('draws paths hop by hop, narrows them, and says that they say nothing about conduct', async () => {
    const page = await desk.open('/ledgers/interests');
    expect(await page.locator('.sub').innerText()).toContain('A path says nothing about conduct');
    const before = await page.locator('article.path').count();
    const field = page.getByLabel('Negotiator');
    const value = await field.locator('option').last().getAttribute('value');
    await field.selectOption(value);
    await expect.poll(() => asked(page, 'negotiator')).toBe(value);
    await expect.poll(() => page.locator('article.path').count()).toBeLessThan(before);
    expect(await page.locator('article.path').count()).toBeGreaterThan(0);
    expect(await desk.barriers(page)).toEqual([]);
  });
});

/** A case of one text that tells of nothing that a ledger lists. */
const makeQuietCase = async (folder: string): Promise<string> => {
  const pile = join(folder, 'pile');
  mkdirSync(pile, { recursive: true });
  writeFileSync(join(pile, 'weather.txt'), 'Fog lay over the water all morning. By noon it had gone.\n');
  const place = join(folder, 'quiet.case');
  const store = await openCase(place, { create: true });
  try {
    await readInto(store, [pile], { workers: 1 });
  } finally {
    await store.close();
  }
  return place;
};

describeDesk(
  'ledgers without a row',
  (desk) => {
    it('say that nothing is told, and what would make a row appear', async () => {
      for (const [ledger, words] of [
        ['meetings', 'A row appears when a document says that people met'],
        ['proposals', 'Nobody is told to take a view of anything'],
        ['deals', 'Nothing in this case is told to hang on a condition'],
        ['sanctions', 'No sanction and no waiver is told'],
        ['ties', 'No tie between people or bodies is told'],
        ['interests', 'No path of ties leads from someone who negotiates'],
      ] as const) {
        const page = await desk.open(`/ledgers/${ledger}`);
        await expect.poll(() => page.locator('main').innerText(), { message: ledger }).toContain(words);
        expect(await page.locator('table.rows').count(), ledger).toBe(0);
      }
    });
  },
  { makeCase: makeQuietCase },
);

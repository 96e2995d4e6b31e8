import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeDesk } from './describe-desk.ts';

const REPORT = 'Envoy Tomas Reed met Ilse Grant in Vell on 3 May 2031, two officials told The Vell Courier.\n';
/** The beginning of a program: no text, whatever it is called. */
const PROGRAM = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0]);

const documentsIn = async (page: Page): Promise<number> =>
  Number((await page.getByRole('link', { name: /^Documents/ }).innerText()).replace(/\D/g, ''));

/** Drops files on the page, as a hand does from a folder's window. */
const drop = async (page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> => {
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer();
    for (const { name, text } of given) made.items.add(new File([text], name, { type: 'text/plain' }));
    return made;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
};

describeDesk('adding documents', (desk) => {
  it('reads what is picked, says what was refused and why, and shows the case anew', async () => {
    const page = await desk.open('/');
    const before = await documentsIn(page);
    await page.getByRole('button', { name: 'Add documents' }).click();
    await page.getByLabel('Files to add').setInputFiles([
      { name: 'courier.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: PROGRAM },
    ]);
    const report = page.getByRole('region', { name: 'Add documents' });
    await report.getByText('1 document added, 1 refused.').waitFor({ timeout: 60_000 });
    expect(await report.innerText()).toMatch(/notes\.txt\s+Expected text, found/);
    await expect.poll(() => documentsIn(page), { timeout: 20_000 }).toBe(before + 1);
    expect(await desk.barriers(page)).toEqual([]);
    await report.getByRole('button', { name: 'Close' }).click();
    await report.waitFor({ state: 'detached' });
  }, 120_000);

  it('takes what is dropped on any view, and knows what it has already', async () => {
    const page = await desk.open('/timeline');
    await drop(page, [{ name: 'again.txt', text: REPORT }]);
    const report = page.getByRole('region', { name: 'Add documents' });
    await report.getByText('1 already in the case.').waitFor({ timeout: 60_000 });
  }, 120_000);
});

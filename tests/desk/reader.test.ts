import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCase, readInto } from '../../src/backchannel.ts';
import type { ReadingAnswer } from '../../src/serve/index.ts';
import { withoutTurning } from '../../web/core/harmless.ts';
import { controlsIn } from '../../web/core/text/controls.ts';
import { type Desk, describeDesk } from './describe-desk.ts';
import { MARK, makeHostileCase } from './hostile.ts';

interface Rows {
  readonly items: readonly { readonly id: string }[];
}

const readingOf = (desk: Desk, id: string): Promise<ReadingAnswer> => desk.api(`/documents/${id}/reading`);

/** The document with most claims. */
const longest = async (desk: Desk): Promise<ReadingAnswer> => {
  const { items } = await desk.api<Rows>('/lines/documents?limit=200');
  const all = await Promise.all(items.map(({ id }) => readingOf(desk, id)));
  const [most] = all.sort((a, b) => b.notes.length - a.notes.length);
  if (most === undefined) throw new Error('Expected the case to have documents.');
  return most;
};

/** What stands in the text column, to the letter; labels are made by the style and are no text. */
const shownText = (page: Page): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll('.text .para')].map((part) => part.textContent).join(''));

const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((part) => part.textContent).join(''), selector);

describeDesk('the reader', (desk) => {
  it('shows every document to the letter, whatever layers are on', async () => {
    const { items } = await desk.api<Rows>('/lines/documents?limit=200');
    const page = await desk.open('/documents');
    for (const { id } of items.slice(0, 6)) {
      await page.goto(`${desk.origin}/documents/${id}?layers=mentions,attribution,frames,times,blocks,claims`);
      await desk.settled(page);
      expect(await shownText(page)).toBe((await readingOf(desk, id)).text);
    }
  });

  it('sets notes in the margin without one over another, each claim once', async () => {
    const { document: own, notes } = await longest(desk);
    const page = await desk.open(`/documents/${own.id}`);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.note')].map((note) => {
        const { top, bottom, left } = note.getBoundingClientRect();
        return { top, bottom, left };
      }),
    );
    expect(boxes).toHaveLength(notes.length);
    for (const [at, box] of boxes.entries())
      if (at > 0) expect(box.top).toBeGreaterThanOrEqual(boxes[at - 1]?.bottom ?? 0);
    const right = await page.evaluate(() => document.querySelector('.para')?.getBoundingClientRect().right ?? 0);
    expect(boxes.every(({ left }) => left > right)).toBe(true);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('goes through claims by key; the one looked at stands beside its line, both lit, its decisions open', async () => {
    const { document: own, notes, text } = await longest(desk);
    const page = await desk.open(`/documents/${own.id}`);
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press('j');
    await page.keyboard.press('k');
    await desk.settled(page);
    const [fourth] = notes.slice(3);
    expect(new URL(page.url()).searchParams.get('note')).toBe(fourth?.id);
    const [start = 0, end = 0] = fourth?.spans[0] ?? [];
    await page.locator(`[data-note="${fourth?.id}"]`).hover();
    expect(await textOf(page, '.text .claim-lit')).toContain(text.slice(start, end));
    const apart = await page.evaluate(
      ([id, at]) =>
        Math.abs(
          (document.querySelector(`[data-note="${id}"]`)?.getBoundingClientRect().top ?? 0) -
            (document.querySelector(`[data-at="${at}"]`)?.getClientRects()[0]?.top ?? 999),
        ),
      [fourth?.id, start] as const,
    );
    expect(apart).toBeLessThan(200);
    await expect.poll(() => page.locator('.note.active').getByRole('button', { name: 'Confirm' }).count()).toBe(1);
    await page.reload();
    await desk.settled(page);
    expect(await page.locator('.note.active').getAttribute('data-note')).toBe(fourth?.id);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.note.active').count()).toBe(0);
  });

  it('lights the words of a note that is pointed at, and the note of words that are', async () => {
    const { document: own, notes } = await longest(desk);
    const page = await desk.open(`/documents/${own.id}`);
    const note = notes[0];
    await page.locator(`[data-at="${note?.spans[0]?.[0]}"]`).first().hover();
    await expect.poll(() => page.locator('.note.lit').count()).toBe(1);
  });

  it('switches layers by key and button; they stand in the address', async () => {
    const { document: own } = await longest(desk);
    const page = await desk.open(`/documents/${own.id}`);
    const names = page.getByRole('button', { name: 'names' });
    expect(await names.getAttribute('aria-pressed')).toBe('false');
    expect(await page.locator('.para .mention').count()).toBe(0);
    await page.keyboard.press('1');
    await expect.poll(() => names.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.para .mention').count()).toBeGreaterThan(5);
    await page.reload();
    await desk.settled(page);
    expect(await page.locator('.para .mention').count()).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'who says so' }).click();
    await expect.poll(() => page.locator('.para .source').count()).toBe(0);
    for (const key of ['3', '4', '5']) await page.keyboard.press(key);
    await expect.poll(() => page.locator('.para .trigger').count()).toBeGreaterThan(0);
    expect(await page.locator('.para .time').count()).toBeGreaterThan(0);
    expect(await desk.barriers(page)).toEqual([]);
  });

  it('goes to the place of a quote, marks it, and says what stands on it', async () => {
    const { document: own, notes, text } = await longest(desk);
    const last = notes.at(-1);
    const [start = 0, end = 0] = last?.spans[0] ?? [];
    const page = await desk.open(`/documents/${own.id}?at=${start}-${end}`);
    expect(await textOf(page, '.text .at')).toBe(text.slice(start, end));
    await expect.poll(() => page.locator('.text .at').first().isVisible()).toBe(true);
    const top = await page
      .locator('.text .at')
      .first()
      .evaluate((mark) => mark.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(900);
    const panel = page.getByRole('region', { name: 'What stands on this passage' });
    expect(await panel.innerText()).toContain(last?.text ?? 'a claim');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
  });

  it('tells what stands on a passage that is selected, in the offsets of the stored text', async () => {
    const { document: own, notes, text } = await longest(desk);
    const [start = 0, end = 0] = notes[0]?.spans[0] ?? [];
    const page = await desk.open(`/documents/${own.id}?layers=mentions,attribution,claims`);
    await page.evaluate(
      ([from, to]) => {
        const pieces = [...document.querySelectorAll<HTMLElement>('.para [data-at]')];
        const at = (offset: number): [Node, number] => {
          const piece = pieces.findLast((one) => Number(one.dataset['at']) <= offset) as HTMLElement;
          return [piece.firstChild as Node, offset - Number(piece.dataset['at'])];
        };
        document.getSelection()?.setBaseAndExtent(...at(to), ...at(from));
      },
      [start + 2, end - 3] as const,
    );
    const panel = page.getByRole('region', { name: 'What stands on this passage' });
    await expect.poll(() => panel.count()).toBe(1);
    const quote = text.slice(start + 2, end - 3);
    expect(await panel.innerText()).toContain(quote.slice(0, 60));
    expect(await panel.innerText()).toContain(notes[0]?.text);
    expect(await panel.getByRole('button', { name: 'Note' }).count()).toBe(1);
  });

  it('walks the documents of the filter', async () => {
    const { items } = await desk.api<Rows>('/lines/documents?sort=date');
    const page = await desk.open(`/documents/${items[0]?.id}`);
    await page.keyboard.press('n');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/documents/${items[1]?.id}`);
    await desk.settled(page);
    await page.keyboard.press('p');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/documents/${items[0]?.id}`);
  });

  it('folds notes under their paragraph on a narrow page, and numbers them in print', async () => {
    const { document: own, notes } = await longest(desk);
    const page = await desk.open(`/documents/${own.id}`, { width: 390, height: 844 });
    expect(await page.locator('.note').first().isVisible()).toBe(false);
    const fold = page
      .locator('.text')
      .getByRole('button', { name: /^\d+ claims?$/ })
      .first();
    await fold.click();
    await expect.poll(() => page.locator('.note').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    for (const number of [1, notes.length])
      await expect
        .poll(() =>
          page
            .locator('.note')
            .nth(number - 1)
            .isVisible(),
        )
        .toBe(true);
    expect(await page.locator('.layers').isVisible()).toBe(false);
  });

  it('shows documents under their origins and as a table, by key too', async () => {
    const page = await desk.open('/documents');
    const { items } = await desk.api<{ items: readonly { readonly text: string; documents: readonly string[] }[] }>(
      '/lines/origins?sort=documents&order=down',
    );
    expect(await page.getByRole('heading', { level: 3 }).first().innerText()).toContain(items[0]?.text);
    await page.keyboard.press('t');
    await expect.poll(() => page.getByRole('table').count()).toBe(1);
    await page.getByRole('button', { name: 'Claims' }).click();
    await expect.poll(() => page.locator('th[aria-sort="ascending"]').innerText()).toMatch(/claims/i);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/documents\/doc-/);
  });
});

describeDesk(
  'the reader of documents that mean harm',
  (desk) => {
    it('shows them to the letter, runs nothing, and makes control characters visible', async () => {
      const { items } = await desk.api<Rows>('/lines/documents');
      const page = await desk.open('/documents');
      for (const { id } of items) {
        for (const layers of ['none', 'mentions,attribution,frames,times,blocks,claims']) {
          await page.goto(`${desk.origin}/documents/${id}?layers=${layers}`);
          await desk.settled(page);
          const { text } = await readingOf(desk, id);
          // What turns letters has a sign in its place, one for one, and is named there.
          expect(await shownText(page)).toBe(withoutTurning(text));
          expect(await page.evaluate((mark) => mark in window, MARK)).toBe(false);
          expect(await page.locator('.text .para :is(img, script, iframe, form, input, a)').count()).toBe(0);
          const named = await page
            .locator('.text [data-control]')
            .evaluateAll((all) => all.map((one) => one.getAttribute('data-control')));
          const wanted = controlsIn(text).map(({ name }) => name);
          expect(named).toEqual(wanted);
        }
      }
    });

    it('finds words in them and shows the place', async () => {
      const page = await desk.open('/search?q=onerror');
      await expect.poll(() => page.locator('.passage').count()).toBeGreaterThan(0);
      expect(await page.evaluate((mark) => mark in window, MARK)).toBe(false);
    });
  },
  { makeCase: makeHostileCase },
);

/** Half a megabyte of talk, with something to read in every third turn. */
const transcript = (): string => {
  const turns: string[] = ['Hearing on the strait', '', 'May 5, 2031', ''];
  for (let at = 0; turns.length < 3400; at++) {
    turns.push(
      at % 3 === 0
        ? `VOSS: Karel Voss met Anna Brodin in Lorne on May ${(at % 27) + 1}, 2031, two officials told The Halmstead Courier in the ${at}th hour of it.`
        : `CHAIR: We come to point ${at} of the paper now, and I would ask everybody to keep to the time that was agreed for each of the speakers, as before, so that those who have waited since the morning are heard as well. The next page is before you; it has not changed since the last session.`,
      '',
    );
  }
  return turns.join('\n');
};

describeDesk(
  'the reader of a long transcript',
  (desk) => {
    it('is quick, holds all of the text for the search of the browser, and goes to a place far down', async () => {
      const { items } = await desk.api<Rows>('/lines/documents');
      const { text, notes } = await readingOf(desk, items[0]?.id ?? '');
      expect(text.length).toBeGreaterThan(350_000);
      const page = await desk.open('/documents');
      const begun = performance.now();
      await page.goto(`${desk.origin}/documents/${items[0]?.id}`);
      await page.locator('.text .para').first().waitFor();
      expect(performance.now() - begun).toBeLessThan(6000);
      await desk.settled(page);
      expect(await shownText(page)).toBe(text);
      expect(await page.locator('.note').count()).toBeLessThan(Math.max(1, notes.length));
      const last = notes.at(-1);
      const [start = 0, end = 0] = last?.spans[0] ?? [];
      await page.goto(`${desk.origin}/documents/${items[0]?.id}?at=${start}-${end}`);
      await expect.poll(() => textOf(page, '.text .at')).toBe(text.slice(start, end));
      await expect
        .poll(() =>
          page
            .locator('.text .at')
            .first()
            .evaluate((mark) => Math.abs(mark.getBoundingClientRect().top - 450)),
        )
        .toBeLessThan(460);
    });
  },
  {
    makeCase: async (folder) => {
      const pile = join(folder, 'pile');
      mkdirSync(pile, { recursive: true });
      writeFileSync(join(pile, 'hearing.txt'), transcript());
      const place = join(folder, 'long.case');
      const store = await openCase(place, { create: true });
      await readInto(store, [pile], { workers: 2 });
      await store.close();
      return place;
    },
  },
);

/**
 * Browser tests of the desk: a real Chromium on a real server on a copy of a real case.
 *
 *   import { expect, it } from 'vitest';
 *   import { describeDesk } from './describe-desk.ts';
 *
 *   describeDesk('the timeline', (desk) => {
 *     it('shows a month as a band', async () => {
 *       const page = await desk.open('/timeline');
 *       await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(3);
 *       expect(await desk.barriers(page)).toEqual([]);
 *     });
 *   });
 *
 * - `desk.open(address)` gives a page (of playwright) of its own, 1440 × 900 and light unless said, once nothing is loading any
 *   more. After a click or a key, `await desk.settled(page)` waits for that again.
 * - A test fails when a page of it logs an error, throws, breaks the Content-Security-Policy, opens a dialog, is answered
 *   with 4xx or 5xx, or asks anything of another host. What a test provokes on purpose it forgives at its end, and says how
 *   often: `expect(desk.forgive(/404/)).toBe(1)`.
 * - `desk.barriers(page)`: serious and critical findings of axe, best called once a view and once with its dialog open.
 * - The tests of one `describeDesk` share one copy of the case: what one decides the next sees. Decisions that others would
 *   trip over belong into a `describeDesk` of their own. Another case: `describeDesk(name, body, { makeCase })`.
 * - The example is read and the page built once for all files, when something of theirs has changed (see example-case.ts and
 *   built-page.ts).
 * - Where there is no Chromium the tests are skipped and say so (or fail, where `BACKCHANNEL_NEEDS_CHROMIUM=1`); `BACKCHANNEL_CHROMIUM` names one that is in no usual place.
 *   `BACKCHANNEL_SEE=1` shows the browser, slowly.
 *
 * Run one: `npx vitest run tests/desk/timeline.test.ts`.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from './chromium.ts';
import { exampleCase } from './example-case.ts';
import { findBarriers } from './find-barriers.ts';
import { type ServedDesk, serveCase } from './serve-case.ts';
import { settled } from './settled.ts';
import { PageWatch } from './watch-page.ts';

/** What a page is looked at with. */
export interface Look {
  /** CSS pixels; 1440 by 900 unless said. */
  readonly width?: number;
  readonly height?: number;
  readonly colours?: 'light' | 'dark';
  /** A finger instead of a mouse. */
  readonly hasTouch?: boolean;
}

/** A desk on a copy of a case, and a browser before it. */
export interface Desk {
  /** As in `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** What the address of the page must have to be let in. */
  readonly token: string;
  /** The copy of the case file. */
  readonly place: string;
  /** A new page at an address of the desk (`/findings?origin=...`), settled. It shares nothing with other pages. */
  open(address: string, look?: Look): Promise<Page>;
  /** Another page beside one, as a second tab of the same browser. */
  openBeside(page: Page, address: string): Promise<Page>;
  /** Asks the API under `/api/v1`, as a program beside the browser would. @throws Error with what it answers instead */
  api<Answer>(path: string): Promise<Answer>;
  /** Waits until nothing is loading and what was loaded stands on the page. */
  settled(page: Page): Promise<void>;
  /** See {@link findBarriers}. */
  barriers(page: Page, within?: string): Promise<readonly string[]>;
  /** Takes out problems that the test provoked; gives how many there were. */
  forgive(pattern: RegExp): number;
}

class OpenDesk implements Desk {
  readonly place: string;
  readonly #browser: Browser;
  readonly #served: ServedDesk;
  readonly #watches = new Map<BrowserContext, PageWatch>();

  constructor(browser: Browser, served: ServedDesk, place: string) {
    this.#browser = browser;
    this.#served = served;
    this.place = place;
  }

  get origin(): string {
    return this.#served.origin;
  }

  get token(): string {
    return this.#served.token;
  }

  async open(address: string, look: Look = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
      colorScheme: look.colours ?? 'light',
      hasTouch: look.hasTouch ?? false,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    context.setDefaultTimeout(15_000);
    this.#watches.set(context, new PageWatch(context, this.origin));
    const page = await context.newPage();
    await page.goto(this.#served.address(address));
    await this.settled(page);
    return page;
  }

  async openBeside(page: Page, address: string): Promise<Page> {
    const beside = await page.context().newPage();
    await beside.goto(`${this.origin}${address}`);
    await this.settled(beside);
    return beside;
  }

  async api<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(`${this.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(`Expected an answer of ${path}, found ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async settled(page: Page): Promise<void> {
    await settled(page, this.#watchOf(page));
  }

  barriers(page: Page, within?: string): Promise<readonly string[]> {
    return findBarriers(page, within);
  }

  forgive(pattern: RegExp): number {
    return [...this.#watches.values()].reduce((sum, watch) => sum + watch.forgive(pattern), 0);
  }

  /** Closes the pages of a test; gives what went wrong on them. */
  async finish(): Promise<readonly string[]> {
    const watches = [...this.#watches];
    this.#watches.clear();
    await Promise.all(watches.map(([context]) => context.close()));
    return watches.flatMap(([, watch]) => watch.problems);
  }

  async close(): Promise<void> {
    await this.finish();
    await this.#browser.close();
    await this.#served.close();
  }

  #watchOf(page: Page): PageWatch {
    const watch = this.#watches.get(page.context());
    if (watch === undefined) throw new Error('Expected a page that this desk has opened in this test.');
    return watch;
  }
}

const chromium = findChromium();

/** What is behind {@link Desk} once the tests run. */
const standIn = (opened: () => OpenDesk): Desk => ({
  get origin() {
    return opened().origin;
  },
  get token() {
    return opened().token;
  },
  get place() {
    return opened().place;
  },
  open: (address, look) => opened().open(address, look),
  openBeside: (page, address) => opened().openBeside(page, address),
  api: (path) => opened().api(path),
  settled: (page) => opened().settled(page),
  barriers: (page, within) => opened().barriers(page, within),
  forgive: (pattern) => opened().forgive(pattern),
});

/**
 * Tests of the desk in a browser; see the head of this file.
 *
 * @param options `makeCase`: makes the case in a folder of its own and gives its place; the example case unless given.
 */
export const describeDesk = (
  name: string,
  body: (desk: Desk) => void,
  options: { readonly makeCase?: (folder: string) => Promise<string> } = {},
): void => {
  if (chromium === null && process.env['BACKCHANNEL_NEEDS_CHROMIUM'] === '1') {
    it(`${name}: has a Chromium to run in`, () => expect.fail('There is none: BACKCHANNEL_CHROMIUM can name one.'));
    return;
  }
  if (chromium === null) {
    describe.skip(`${name} (no Chromium on this machine: BACKCHANNEL_CHROMIUM can name one)`, () =>
      body(
        standIn(() => {
          throw new Error('There is no Chromium.');
        }),
      ));
    return;
  }
  describe(name, () => {
    let folder = '';
    let desk: OpenDesk | null = null;
    const opened = (): OpenDesk => {
      if (desk === null) throw new Error('Expected a test to ask for the desk: it is opened before the first.');
      return desk;
    };
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'backchannel-desk-'));
      const place = join(folder, 'sarrow-strait.case');
      if (options.makeCase === undefined) copyFileSync(await exampleCase(), place);
      const at = options.makeCase === undefined ? place : await options.makeCase(folder);
      const served = await serveCase(at);
      desk = new OpenDesk(await launchChromium(chromium), served, at);
    }, 420_000);
    afterEach(async () => {
      if (desk !== null) expect(await desk.finish(), 'what went wrong on the pages of this test').toEqual([]);
    });
    afterAll(async () => {
      await desk?.close();
      if (folder !== '') rmSync(folder, { recursive: true, force: true });
    });
    body(standIn(opened));
  });
};

import type { Browser, Page } from 'playwright-core';
import { settled } from '../../tests/desk/settled.ts';
import { VIEWS } from '../../tests/desk/views.ts';
import { PageWatch } from '../../tests/desk/watch-page.ts';
import type { DeskProcess } from './desk-process.ts';
import { recordedFrames, recordFrames } from './frame-times.ts';
import type { Query } from './invent-queries.ts';
import { timeAnswer, timeFirstView } from './time-page.ts';

const LARGE = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'UTC' } as const;

const withPage = async <T>(
  browser: Browser,
  desk: DeskProcess,
  use: (page: Page, settle: () => Promise<void>) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext(LARGE);
  // What runs this file names the functions within those that are handed to the page, by a helper that the page has not.
  await context.addInitScript({ content: 'globalThis.__name ??= (made) => made;' });
  try {
    const watch = new PageWatch(context, desk.origin);
    const page = await context.newPage();
    return await use(page, () => settled(page, watch));
  } finally {
    await context.close();
  }
};

/** From the navigation in a browser that has seen nothing to the findings of the front page on the screen. */
export const measureFirstView = (browser: Browser, desk: DeskProcess): Promise<number> =>
  withPage(browser, desk, (page) => timeFirstView(page, desk.address('/'), 'main [id^="front "]'));

/** Goes to an address without loading the page again, as a link does. */
const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    // Counts as the input: what follows is what any change of the filter does.
    window.dispatchEvent(new Event('change'));
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, address);

export interface Measured {
  readonly what: string;
  readonly times: readonly number[];
}

const FILTERS_A_KIND = 20;

interface Head {
  readonly origins: readonly { readonly id: string }[];
  readonly dates: { readonly from: number | null; readonly to: number | null };
}

const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Filters of each kind, none twice in a row. */
const filtersOf = ({ origins, dates }: Head): Readonly<Record<string, readonly string[]>> => {
  const [from, to] = [dates.from ?? 0, dates.to ?? 0];
  const step = Math.max(1, Math.floor((to - from) / (FILTERS_A_KIND + 2)));
  const standings = ['corroborated', 'single-origin', 'disputed', 'denied', 'unknown-origin'];
  const times = <T>(make: (at: number) => T): readonly T[] =>
    Array.from({ length: FILTERS_A_KIND }, (_, at) => make(at));
  return {
    'an origin': times((at) => `origin=${origins[at % origins.length]?.id}`),
    'a standing': times((at) => `standing=${standings[at % standings.length]}`),
    'a stretch of time': times((at) => `from=${dayOf(from + at * step)}&to=${dayOf(from + (at + 2) * step)}`),
  };
};

/** From a change of the filter to the rows that pass it on the screen, in the longest list and in a ledger. */
export const measureFilters = async (browser: Browser, desk: DeskProcess): Promise<readonly Measured[]> => {
  const head = (await (await desk.ask('/case')).json()) as Head;
  const measured: Measured[] = [];
  for (const path of ['/findings', '/ledgers/meetings', '/timeline']) {
    await withPage(browser, desk, async (page, settle) => {
      await page.goto(desk.address(path));
      await settle();
      for (const [kind, filters] of Object.entries(filtersOf(head))) {
        const times: number[] = [];
        for (const filter of filters) {
          const took = await timeAnswer(page, () => goTo(page, `${path}?${filter}`));
          if (took !== null) times.push(took);
        }
        measured.push({ what: `filter by ${kind}: ${path}`, times });
      }
    });
  }
  return measured;
};

/** From the last key of a search to its hits on the screen. */
export const measureSearchPage = (
  browser: Browser,
  desk: DeskProcess,
  queries: readonly Query[],
): Promise<readonly number[]> =>
  withPage(browser, desk, async (page, settle) => {
    await page.goto(desk.address('/search'));
    await settle();
    const field = page.getByRole('searchbox').first();
    const times: number[] = [];
    for (const { words } of queries) {
      const took = await timeAnswer(page, () => field.fill(words));
      if (took !== null) times.push(took);
    }
    return times;
  });

/** From the navigation to nothing under way, for each view: the first time that the server is asked for it, and again. */
export const measureViews = async (
  browser: Browser,
  desk: DeskProcess,
): Promise<readonly { readonly what: string; readonly first: number; readonly again: number }[]> => {
  const ask = async <Answer>(path: string): Promise<Answer> => (await (await desk.ask(path)).json()) as Answer;
  const measured: { what: string; first: number; again: number }[] = [];
  for (const { name, address } of VIEWS) {
    const path = await address(ask);
    const times: number[] = [];
    for (let time = 0; time < 2; time++) {
      await withPage(browser, desk, async (page, settle) => {
        const started = performance.now();
        await page.goto(desk.address(path));
        await settle();
        times.push(performance.now() - started);
      });
    }
    measured.push({ what: name, first: times[0] ?? Number.NaN, again: times[1] ?? Number.NaN });
  }
  return measured;
};

const MOVED_MS = 5000;

/** Frames of the network while it is moved and zoomed for five seconds, after its layout has come to rest. */
export const measureNetwork = (
  browser: Browser,
  desk: DeskProcess,
): Promise<{ readonly nodes: number; readonly edges: number; readonly frames: readonly number[] }> =>
  withPage(browser, desk, async (page, settle) => {
    const network = (await (await desk.ask('/network')).json()) as {
      readonly nodes: readonly unknown[];
      readonly edges: readonly unknown[];
    };
    await page.goto(desk.address('/network'));
    await settle();
    const picture = page.locator('main canvas').last();
    await picture.waitFor();
    const box = await picture.boundingBox();
    if (box === null) throw new Error('Expected the picture of the network on the page.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await recordFrames(page);
    const until = Date.now() + MOVED_MS;
    for (let turn = 0; Date.now() < until; turn++) {
      await page.mouse.down();
      for (let step = 1; step <= 12; step++) {
        await page.mouse.move(x + Math.sin(turn + step / 4) * 150, y + Math.cos(turn + step / 4) * 100);
      }
      await page.mouse.up();
      for (let step = 0; step < 4; step++) await page.mouse.wheel(0, turn % 2 === 0 ? -120 : 120);
    }
    return { nodes: network.nodes.length, edges: network.edges.length, frames: await recordedFrames(page) };
  });

import type { Page } from 'playwright-core';
import type { PageWatch } from './watch-page.ts';

/** Nothing must be under way for this long. */
const QUIET_MS = 80;
const PATIENCE_MS = 20_000;

/** What still keeps a page busy: empty when it shows all there is. Runs in the page. */
const busyParts = (): readonly string[] => {
  const busy = [...document.querySelectorAll('[aria-busy="true"]')].map((part) => part.outerHTML.slice(0, 120));
  // Between its being loaded and its being drawn a page is blank.
  if (document.body.innerText.trim() === '') busy.push('a blank page');
  if (document.fonts.status !== 'loaded') busy.push('fonts');
  return busy;
};

/**
 * Waits until a page has nothing under way: no request of it is open, nothing on it says `aria-busy="true"` (which every
 * part of the desk says while it loads), its fonts are there, and all that has stayed so for a moment.
 *
 * @throws Error naming what it still waits for after 20 seconds.
 */
export const settled = async (page: Page, watch: PageWatch): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  let quietSince = Number.POSITIVE_INFINITY;
  for (;;) {
    const busy = await page.evaluate(busyParts);
    const now = Date.now();
    const isQuiet = busy.length === 0 && !watch.isWaiting(page);
    if (!isQuiet) quietSince = Number.POSITIVE_INFINITY;
    else if (quietSince === Number.POSITIVE_INFINITY) quietSince = now;
    else if (now - quietSince >= QUIET_MS) return;
    if (now > until) {
      throw new Error(
        `Expected ${page.url()} to settle, still under way: ${[...busy, ...watch.waiting(page)].join('\n')}`,
      );
    }
    await page.waitForTimeout(20);
  }
};

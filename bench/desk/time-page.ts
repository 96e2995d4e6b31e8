import type { Page } from 'playwright-core';

interface Noted {
  /** When something was put in, and when the last change that came of it was painted; on the page's own clock. */
  begun: number | null;
  painted: number | null;
}

declare global {
  interface Window {
    __noted?: Noted;
    __usable?: number;
  }
}

/** How long a page must stay as it is to count as having answered. */
const QUIET_MS = 400;

/**
 * Time from an input (a click, a key, what is typed) to the paint of the last change that comes of it in the view, in
 * milliseconds, on the page's own clock.
 *
 * @param act Gives the input, once.
 * @returns Null when nothing on the page changed.
 */
export const timeAnswer = async (page: Page, act: () => Promise<void>): Promise<number | null> => {
  await page.evaluate(() => {
    const noted: Noted = { begun: null, painted: null };
    window.__noted = noted;
    const begin = (event: Event): void => {
      noted.begun ??= event.timeStamp;
    };
    for (const type of ['pointerdown', 'keydown', 'input', 'change', 'click']) {
      window.addEventListener(type, begin, { capture: true });
    }
    const observer = new MutationObserver(() => {
      if (window.__noted !== noted) {
        observer.disconnect();
        for (const type of ['pointerdown', 'keydown', 'input', 'change', 'click']) {
          window.removeEventListener(type, begin, { capture: true });
        }
        return;
      }
      if (noted.begun === null) return;
      // After the frame that shows the change has been made.
      requestAnimationFrame(() => setTimeout(() => (noted.painted = performance.now())));
    });
    const view = document.querySelector('main') ?? document.body;
    observer.observe(view, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  await act();
  let last: number | null = null;
  let since = Date.now();
  while (Date.now() - since < QUIET_MS) {
    await page.waitForTimeout(40);
    const painted = await page.evaluate(() => window.__noted?.painted ?? null);
    if (painted !== last) {
      last = painted;
      since = Date.now();
    }
  }
  return page.evaluate(() => {
    const noted = window.__noted;
    delete window.__noted;
    return noted?.begun == null || noted.painted === null ? null : noted.painted - noted.begun;
  });
};

/**
 * Opens an address in a page that has seen nothing yet; gives the time from the start of the navigation to the paint of the
 * first part that a selector matches, in milliseconds.
 */
export const timeFirstView = async (page: Page, address: string, selector: string): Promise<number> => {
  await page.addInitScript((wanted) => {
    const look = (): void => {
      if (document.querySelector(wanted) === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => (window.__usable ??= performance.now())));
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(address);
  await page.waitForFunction(() => window.__usable !== undefined, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.__usable ?? Number.NaN);
};

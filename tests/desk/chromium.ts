import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium is called where it is installed, and where it is on systems that put it on no path. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The Chromium of this machine: `BACKCHANNEL_CHROMIUM` if that is set, else the first of the usual places; null where there
 * is none.
 *
 * @throws Error when `BACKCHANNEL_CHROMIUM` names no program: whoever sets it wants the tests to run.
 */
export const findChromium = (environment: NodeJS.ProcessEnv = process.env): string | null => {
  const named = environment['BACKCHANNEL_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`Expected a program at ${named}, which BACKCHANNEL_CHROMIUM names, found none.`);
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isProgram) ?? null;
};

/** Quiet and cut off: what a browser would fetch for itself must not look like a request of the page. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts it without a window. As root it runs only without its sandbox. */
export const launchChromium = (executablePath: string, flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...flags],
  });

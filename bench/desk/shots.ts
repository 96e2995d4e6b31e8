/**
 * Pictures of every view of the desk, to be looked at: on the example case, 1440 and 390 pixels wide, light and dark.
 *
 *   npm run desk:shots                              all, into out/shots
 *   npm run desk:shots -- --only timeline,finding   some
 *   npm run desk:shots -- --case FILE --out FOLDER  of another case (a copy of it is looked at)
 *
 * A page that scrolls is taken whole, up to {@link TALLEST}. What goes wrong on a page is printed beside its picture.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from '../../tests/desk/chromium.ts';
import { exampleCase } from '../../tests/desk/example-case.ts';
import { type ServedDesk, serveCase } from '../../tests/desk/serve-case.ts';
import { settled } from '../../tests/desk/settled.ts';
import { VIEWS, type View } from '../../tests/desk/views.ts';
import { PageWatch } from '../../tests/desk/watch-page.ts';

const { values } = parseArgs({
  options: {
    case: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string', default: 'out/shots' },
  },
});

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const COLOURS = ['light', 'dark'] as const;
/** CSS pixels: a list of thousands of rows is told by its beginning. */
const TALLEST = 6000;

const ask =
  ({ origin, token }: ServedDesk) =>
  async <Answer>(path: string): Promise<Answer> => {
    const answer = await fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    return (await answer.json()) as Answer;
  };

const shoot = async (browser: Browser, desk: ServedDesk, view: View): Promise<void> => {
  const address = await view.address(ask(desk));
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' });
  const watch = new PageWatch(context, desk.origin);
  const page = await context.newPage();
  await page.goto(desk.address(address));
  for (const size of SIZES) {
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      await settled(page, watch);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width: size.width, height: Math.min(TALLEST, Math.max(size.height, height)) };
      const path = join(values.out, `${view.name.replaceAll(' ', '-')}-${size.width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true, clip });
      console.log(`${path}  ${clip.width} × ${clip.height}  ${address}`);
    }
  }
  for (const problem of watch.problems) console.log(`  ! ${problem}`);
  await context.close();
};

const chromium = findChromium();
if (chromium === null) throw new Error('Expected a Chromium on this machine: name it in BACKCHANNEL_CHROMIUM.');
const wanted = values.only === undefined ? null : new Set(values.only.split(',').map((name) => name.trim()));
const views = VIEWS.filter(({ name }) => wanted === null || wanted.has(name));
if (views.length === 0)
  throw new Error(`Expected views to take pictures of, of: ${VIEWS.map(({ name }) => name).join(', ')}.`);
mkdirSync(values.out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'backchannel-shots-'));
const place = join(folder, 'sarrow-strait.case');
copyFileSync(values.case ?? (await exampleCase()), place);
const desk = await serveCase(place);
const browser = await launchChromium(chromium);
try {
  for (const view of views) {
    try {
      await shoot(browser, desk, view);
    } catch (error) {
      console.log(`  ! ${view.name}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
}

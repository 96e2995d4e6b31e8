import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from './chromium.ts';
import { findBarriers } from './find-barriers.ts';
import { settled } from './settled.ts';
import { PageWatch } from './watch-page.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`;

const STRICT = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;

/** Pages on which things go wrong, each in one way. */
const PAGES: Readonly<Record<string, string>> = {
  '/quiet': page('<p>All is well</p>'),
  '/logs': page('<script>console.error("the list is empty")</script>'),
  '/throws': page('<script>setTimeout(() => { throw new Error("no such origin") })</script>'),
  '/inline': page('<script>window.ran = true</script>', STRICT),
  '/elsewhere': page('<img alt="" src="http://elsewhere.invalid/pixel.gif">'),
  '/asks': page('<script>alert("are you there")</script>'),
  '/missing-part': page('<script src="/nowhere.js"></script>'),
  '/slow': page(
    '<p aria-busy="true">Loading</p><script>fetch("/later").then((answer) => answer.text()).then((text) => { document.querySelector("p").textContent = text; document.querySelector("p").ariaBusy = "false"; })</script>',
  ),
  '/barred': page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color:#bbb">Hard to read</p>'),
};

const chromium = findChromium();

describe.skipIf(chromium === null)('PageWatch', () => {
  let server: Server;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = PAGES[request.url ?? ''];
      if (request.url === '/later') setTimeout(() => response.end('Here it is'), 300);
      else if (body === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const visit = async (path: string) => {
    const context = await browser.newContext();
    const watch = new PageWatch(context, origin);
    const opened = await context.newPage();
    await opened.goto(origin + path);
    await settled(opened, watch);
    return { opened, watch };
  };

  it('has nothing to say of a page on which all is well', async () => {
    const { opened, watch } = await visit('/quiet');
    expect(watch.problems).toEqual([]);
    expect(await findBarriers(opened)).toEqual([]);
  });

  it.each([
    ['/logs', /^console: the list is empty/],
    ['/throws', /^not caught: Error: no such origin/],
    ['/inline', /^console: .*Content Security Policy/],
    ['/elsewhere', /^request to another host: http:\/\/elsewhere\.invalid\/pixel\.gif/],
    ['/asks', /^dialog: alert are you there/],
    ['/missing-part', /^console: .*404.*nowhere\.js/],
  ])('tells what goes wrong on %s', async (path, problem) => {
    const { watch } = await visit(path);
    expect(watch.problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });

  it('forgives what is provoked, and only that', async () => {
    const { watch } = await visit('/logs');
    expect(watch.forgive(/another matter/)).toBe(0);
    expect(watch.forgive(/the list is empty/)).toBe(1);
    expect(watch.problems).toEqual([]);
  });

  it('waits for what is loading', async () => {
    const { opened } = await visit('/slow');
    expect(await opened.textContent('p')).toBe('Here it is');
  });

  it('names the places that keep people out', async () => {
    const { opened } = await visit('/barred');
    const barriers = (await findBarriers(opened)).join('\n');
    expect(barriers).toMatch(/image-alt \(critical\)/);
    expect(barriers).toMatch(/color-contrast \(serious\)/);
  });
});

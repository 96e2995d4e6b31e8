import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeDesk } from './describe-desk.ts';

const whereIs = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(pathname + search);
};

const here = (page: Page) => page.locator('nav [aria-current="page"]').innerText();

describeDesk('addresses of the desk', (desk) => {
  it('lose the token as soon as it has let the browser in', async () => {
    const page = await desk.open('/findings?standing=disputed');
    expect(whereIs(page)).toBe('/findings?standing=disputed');
    const cookies = await page.context().cookies();
    expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('keep view and filter when the page is loaded again', async () => {
    const page = await desk.open('/timeline?from=2030-01-01&to=2035-12-31');
    const before = whereIs(page);
    const title = await page.title();
    await page.reload();
    await desk.settled(page);
    expect(whereIs(page)).toBe(before);
    expect(await page.title()).toBe(title);
  });

  it('keep the filter from view to view, back and forward', async () => {
    const page = await desk.open('/?standing=disputed');
    const visited = [whereIs(page)];
    for (const title of ['Findings', 'Meetings', 'Documents']) {
      await page.locator('nav').getByRole('link', { name: title }).first().click();
      await desk.settled(page);
      expect(await here(page)).toContain(title);
      visited.push(whereIs(page));
    }
    expect(visited).toEqual([
      '/?standing=disputed',
      '/findings?standing=disputed',
      '/ledgers/meetings?standing=disputed',
      '/documents?standing=disputed',
    ]);
    for (const address of visited.toReversed().slice(1)) {
      await page.goBack();
      await desk.settled(page);
      expect(whereIs(page)).toBe(address);
    }
    await page.goForward();
    await desk.settled(page);
    expect(whereIs(page)).toBe('/findings?standing=disputed');
    expect(await here(page)).toContain('Findings');
  });

  it('open in a second tab without the token', async () => {
    const page = await desk.open('/findings');
    const beside = await desk.openBeside(page, '/entities?standing=corroborated');
    expect(await here(beside)).toContain('People');
  });

  it('let in nobody without the token', async () => {
    const page = await desk.open('/');
    await page.context().clearCookies();
    const answer = await page.goto(`${desk.origin}/findings`);
    expect(answer?.status()).toBe(401);
    expect(await page.locator('body').innerText()).not.toContain('sarrow-strait');
    expect(desk.forgive(/401/)).toBeGreaterThan(0);
  });
});

describeDesk('the policy of the desk', (desk) => {
  it.each(['/', '/findings', '/api/v1/case', '/api/v1/nowhere', '/nowhere.js'])('is strict at %s', async (path) => {
    const answer = await fetch(desk.origin + path, { headers: { authorization: `Bearer ${desk.token}` } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]));
    expect(directives.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src', 'worker-src', 'font-src'])
      expect(directives.get(name), name).toBe("'self'");
    expect(directives.get('base-uri')).toBe("'none'");
    expect(directives.get('frame-ancestors')).toBe("'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is one that the page keeps: nothing in it is written in line', async () => {
    const page = await desk.open('/');
    const html = await (await page.request.get(`${desk.origin}/`)).text();
    expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/i);
    expect(html.match(/(?:src|href)="([^"]*)"/g)?.every((one) => /="\.?\/[^/]/.test(one))).toBe(true);
  });

  it('stops a script that is planted all the same', async () => {
    const page = await desk.open('/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.__planted = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.__planted = true">');
    });
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => '__planted' in window)).toBe(false);
    expect(desk.forgive(/Content Security Policy|404/)).toBeGreaterThan(0);
  });
});

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCaseHost } from '../../src/backchannel.ts';
import type { CaseHost } from '../../src/case-host.ts';
import { type RunningDesk, serveDesk } from '../../src/serve/index.ts';
import { exampleCase } from './example-case.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let folder: string;
let host: CaseHost;
let desk: RunningDesk;

/** A request as written: `fetch` would put the address right and set the headers that are tried here. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port: desk.port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', fail);
    sent.end();
  });

const bearer = (): Readonly<Record<string, string>> => ({ Authorization: `Bearer ${desk.token}` });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-serve-'));
  const file = join(folder, 'example.case');
  copyFileSync(await exampleCase(), file);
  host = await openCaseHost(file);
  desk = await serveDesk(host, {
    port: 0,
    page: join(folder, 'page'),
    by: 'Ada',
    now: () => new Date('2031-08-01T09:00:00Z'),
    version: '0.0.0',
  });
});

afterAll(async () => {
  await desk.close();
  await host.close();
  rmSync(folder, { recursive: true });
});

/** Nothing of the case may stand in an answer to whoever may not see it. */
const tellsNothing = ({ body }: Answer): void => {
  expect(body.length).toBeLessThan(400);
  expect(body).not.toContain('example.case');
  expect(Object.keys(JSON.parse(body))).toEqual(['error']);
};

describe('serveDesk', () => {
  it('answers whoever has the token, in the address, as a bearer or in its cookie', async () => {
    expect((await ask(`/api/v1/case?token=${desk.token}`)).status).toBe(200);
    expect((await ask('/api/v1/case', bearer())).status).toBe(200);
    expect((await ask('/api/v1/case', { Cookie: `backchannel-${desk.port}=${desk.token}` })).status).toBe(200);
    const documents = JSON.parse((await ask('/api/v1/documents', bearer())).body);
    expect(documents.total).toBe(15);
    expect(documents.items[0]).toMatchObject({ path: expect.any(String), sha256: expect.any(String) });
  });

  it('takes the token out of the address of a page and keeps it in a cookie that scripts cannot read', async () => {
    const answer = await ask(`/timeline?from=2031-01-01&token=${desk.token}`);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/timeline?from=2031-01-01');
    const [cookie] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toContain(`backchannel-${desk.port}=${desk.token}`);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  it('leads to itself whatever the address begins with', async () => {
    const { status, headers } = await ask(`//elsewhere.example/page?token=${desk.token}`);
    expect(status).toBe(303);
    expect(headers['location']).toBe('/elsewhere.example/page');
  });

  it.each([
    ['none', '/api/v1/case', {}],
    ['an empty one', '/api/v1/case?token=', {}],
    ['another', '/api/v1/case?token=AAAA', {}],
    ['a part of it', () => `/api/v1/case?token=${desk.token.slice(0, -1)}`, {}],
    ['another as bearer', '/api/v1/documents', { Authorization: 'Bearer nope' }],
    ['none, for a page', '/', {}],
    ['none, for a file of the page', '/assets/index.js', {}],
    ['none, for the description of the API', '/api/v1/openapi.json', {}],
    ['none, for events', '/api/v1/events', {}],
  ])('gives nothing without the token: %s', async (_, path, headers) => {
    const answer = await ask(typeof path === 'string' ? path : path(), headers as Record<string, string>);
    expect(answer.status).toBe(401);
    tellsNothing(answer);
  });

  it('does not let a wrong token in the address pass by a right cookie', async () => {
    const answer = await ask('/api/v1/case?token=AAAA', { Cookie: `backchannel-${desk.port}=${desk.token}` });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['another name in Host', { Host: 'desk.example' }],
    ['another port in Host', { Host: '127.0.0.1:1' }],
    ['a name that begins alike', { Host: '127.0.0.1.example' }],
    ['a foreign Origin', { Origin: 'https://news.example' }],
    ['an Origin of null', { Origin: 'null' }],
    ['the Origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['a script of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }],
  ])('gives nothing to a request with %s, token or not', async (_, headers) => {
    const answer = await ask('/api/v1/documents', { ...bearer(), ...headers });
    expect(answer.status).toBe(403);
    tellsNothing(answer);
    const decision = await ask('/api/v1/decisions', { ...bearer(), ...headers }, 'POST');
    expect(decision.status).toBe(403);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '//etc/passwd',
    '/etc/passwd',
    '/other.case',
    '/api/v1/../../other.case',
    '/api/v1/documents/..%2f..%2fother.case',
    '/api/v1/nothing-of-the-kind/x/y',
    '/%00',
  ])('gives nothing that is outside of the case: %s', async (path) => {
    const answer = await ask(path, bearer());
    expect(answer.status).toBeGreaterThanOrEqual(400);
    tellsNothing(answer);
  });

  it('sends a strict policy with every answer, errors included', async () => {
    for (const path of ['/', '/api/v1/case', '/api/v1/nothing', '/assets/none.js'])
      for (const headers of [bearer(), {}]) {
        const answer = await ask(path, headers as Record<string, string>);
        const policy = String(answer.headers['content-security-policy']);
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("script-src 'self'");
        expect(policy).not.toMatch(/unsafe|data:|blob:|\*|https?:/);
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
  });

  it('answers what is asked wrongly in the one shape, with what was expected', async () => {
    const wrong = await ask('/api/v1/lines/meetings?limit=-1', bearer());
    expect(wrong.status).toBe(422);
    expect(JSON.parse(wrong.body).error).toMatchObject({
      code: 'serve/invalid',
      message: expect.stringContaining('limit'),
      next: expect.any(String),
    });
    const missing = await ask('/api/v1/meetings/meeting-000000000000', bearer());
    expect(missing.status).toBe(404);
    expect(JSON.parse(missing.body).error.code).toBe('serve/not-found');
  });

  it('says which port is taken', async () => {
    const again = serveDesk(host, {
      port: desk.port,
      page: folder,
      by: 'Ada',
      now: () => new Date(),
      version: '0.0.0',
    });
    await expect(again).rejects.toThrow(`Expected port ${desk.port} to be free`);
  });

  it('listens on the loopback address only', async () => {
    expect(desk.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}$/);
  });
});

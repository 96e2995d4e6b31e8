import { execFileSync } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { isLoopback, type LoopbackServer, serve } from '../../../tests/loopback-server.ts';
import { headerValues, isAsCaptured, sha256 } from '../../model/index.ts';
import type { Fetched, Fetcher, FetcherSettings } from './fetcher.ts';
import { openFetcher } from './index.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

type Listener = Parameters<typeof serve>[0];

/** Without rules for machines, unless `answer` is asked for them itself. */
const serving = async (answer: Listener, { withRobots = false } = {}): Promise<LoopbackServer> => {
  const server = await serve((request, response) => {
    if (!withRobots && request.url === '/robots.txt') response.writeHead(404).end();
    else answer(request, response);
  });
  opened.push(server.close);
  return server;
};

const fetching = async (settings: Partial<FetcherSettings> = {}): Promise<Fetcher> => {
  const fetcher = await openFetcher({
    version: '9.9.9',
    allowAddress: isLoopback,
    ...settings,
    limits: { hostGapMs: 0, ...settings.limits },
  });
  opened.push(() => fetcher.close());
  return fetcher;
};

/** A certificate that nobody has signed but its owner; null where the machine has nothing to make one. */
const makeCertificate = (): { readonly key: string; readonly cert: string } | null => {
  try {
    const command =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout - -subj /CN=news.example -days 2';
    const made = execFileSync('openssl', command.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return { key: made, cert: made };
  } catch {
    return null;
  }
};

const page = (words: string): string => `<!doctype html><title>Talks</title><p>${words}</p>`;
const codeOf = (fetched: Fetched): string => ('refusal' in fetched ? fetched.refusal.code : fetched.kind);
const taken = (fetched: Fetched): Extract<Fetched, { kind: 'captured' }> => {
  if (fetched.kind !== 'captured') throw new Error(`expected a capture, found ${JSON.stringify(fetched)}`);
  return fetched;
};

describe('fetch', () => {
  it('keeps what was sent and what was answered as it was', async () => {
    const server = await serving((_, response) => {
      response.writeHead(
        200,
        'Fine',
        [
          ['Content-Type', 'text/html; charset=utf-8'],
          ['X-Twice', 'one'],
          ['X-Twice', 'two'],
          ['Set-Cookie', 'seen=1'],
        ].flat(),
      );
      response.end(page('The envoys met.'));
    });
    const fetcher = await fetching({ contact: 'mailto:desk@paper.example' });
    const { capture, bytes, body } = taken(await fetcher.fetch(`${server.origin}/talks#part`));
    expect(Buffer.from(bytes).toString()).toBe(page('The envoys met.'));
    expect(body).toEqual(bytes);
    expect(capture).toMatchObject({
      url: `${server.origin}/talks`,
      finalUrl: `${server.origin}/talks`,
      method: 'GET',
      status: 200,
      statusText: 'Fine',
      address: '127.0.0.1',
      redirects: [],
      truncated: null,
      sha256: sha256(bytes),
      contentSha256: sha256(bytes),
      bytes: bytes.length,
    });
    expect(headerValues(capture, 'x-twice')).toEqual(['one', 'two']);
    expect(capture.requestHeaders.map(([name, value]) => `${name}: ${value}`)).toEqual([
      `host: 127.0.0.1:${server.port}`,
      'connection: close',
      'user-agent: Backchannel/9.9.9 (+mailto:desk@paper.example)',
      'accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
      'accept-encoding: gzip, deflate, br',
    ]);
    expect(isAsCaptured(capture)).toBe(true);
    expect(isAsCaptured({ ...capture, status: 203 })).toBe(false);
    // No cookie comes back, and nothing else is asked for.
    const again = taken(await fetcher.fetch(`${server.origin}/talks`)).capture;
    expect(again.requestHeaders.map(([name]) => name)).not.toContain('cookie');
    expect(server.asked).toEqual(['/robots.txt', '/talks', '/talks']);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ] as const)('unpacks %s, and keeps the body as received beside it', async (coding, pack) => {
    const content = Buffer.from(page('The envoys met.'));
    const packed = pack(content);
    const server = await serving((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding }).end(packed),
    );
    const fetched = taken(await (await fetching()).fetch(server.origin));
    expect(Buffer.from(fetched.bytes).equals(content)).toBe(true);
    expect(Buffer.from(fetched.body).equals(packed)).toBe(true);
    expect(fetched.capture).toMatchObject({ sha256: sha256(packed), contentSha256: sha256(content) });
  });

  it('refuses what unpacks too far, without unpacking it', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const server = await serving((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    );
    const fetcher = await fetching();
    expect(codeOf(await fetcher.fetch(`${server.origin}/`))).toBe('fetch/unpacks-too-far');
    const wide = await fetching({ limits: { ratio: 1e9 } });
    expect(codeOf(await wide.fetch(`${server.origin}/`))).toBe('fetch/too-large');
  });

  it.each([
    ['gzip', Buffer.from('not packed at all'), 'fetch/damaged'],
    ['gzip', gzipSync(page('The envoys met.')).subarray(0, 40), 'fetch/damaged'],
    ['br', brotliCompressSync(page('The envoys met.')).subarray(0, 20), 'fetch/damaged'],
    ['zstd', Buffer.from('x'), 'fetch/coding'],
    ['gzip, gzip, gzip', Buffer.from('x'), 'fetch/coding'],
  ])('says that content under %s cannot be unpacked', async (coding, body, code) => {
    const server = await serving((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding }).end(body),
    );
    expect(codeOf(await (await fetching()).fetch(server.origin))).toBe(code);
  });

  it('follows redirects one by one, and tells them', async () => {
    const server = await serving((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b' }).end();
      else if (request.url === '/b') response.writeHead(307, { location: 'c?d=é#x' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.'));
    });
    const { capture } = taken(await (await fetching()).fetch(`${server.origin}/a`));
    expect(capture.url).toBe(`${server.origin}/a`);
    expect(capture.redirects.map(({ url, status }) => [url, status])).toEqual([
      [`${server.origin}/a`, 301],
      [`${server.origin}/b`, 307],
    ]);
    expect(capture.finalUrl.startsWith(`${server.origin}/c?d=`)).toBe(true);
  });

  it.each([
    ['http://10.0.0.1/', 'fetch/not-public'],
    ['http://[fd00::1]/', 'fetch/not-public'],
    ['http://0x7f000002/', 'fetch/not-public'],
    ['http://169.254.169.254/latest/meta-data/', 'fetch/not-public'],
    ['file:///etc/passwd', 'fetch/redirect-elsewhere'],
    ['javascript:alert(1)', 'fetch/redirect-elsewhere'],
    ['http://news.example:22/', 'fetch/port'],
    ['http://a:b@news.example/', 'fetch/bad-url'],
    ['http://%zz/', 'fetch/bad-redirect'],
  ])('does not follow a redirect to %s', async (location, code) => {
    const server = await serving((_, response) => response.writeHead(302, { location }).end());
    expect(codeOf(await (await fetching()).fetch(server.origin))).toBe(code);
  });

  it('ends redirects that go round in a circle, and refuses those that lead nowhere', async () => {
    const server = await serving((request, response) => {
      response.writeHead(302, request.url === '/none' ? {} : { location: '/' }).end();
    });
    const fetcher = await fetching();
    expect(codeOf(await fetcher.fetch(`${server.origin}/`))).toBe('fetch/redirects');
    expect(server.asked.filter((path) => path === '/')).toHaveLength(11);
    expect(codeOf(await fetcher.fetch(`${server.origin}/none`))).toBe('fetch/bad-redirect');
  });

  it.each([
    ['http://127.0.0.1/', 'fetch/not-public'],
    ['http://127.1/', 'fetch/not-public'],
    ['http://2130706433/', 'fetch/not-public'],
    ['http://[::1]/', 'fetch/not-public'],
    ['http://[::ffff:127.0.0.1]/', 'fetch/not-public'],
    ['http://[64:ff9b::7f00:1]/', 'fetch/not-public'],
    ['http://0.0.0.0/', 'fetch/not-public'],
    ['http://localhost/', 'fetch/not-public'],
    ['ftp://news.example/', 'fetch/bad-url'],
    ['http://user:secret@news.example/', 'fetch/bad-url'],
    ['http://', 'fetch/bad-url'],
  ])('refuses %s when nothing else is allowed', async (url, code) => {
    const fetcher = await fetching({
      allowAddress: () => false,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    expect(codeOf(await fetcher.fetch(url))).toBe(code);
  });

  it('tells nobody the name and password of an address', async () => {
    const fetched = await (await fetching()).fetch('http://user:secret@news.example/a');
    expect(JSON.stringify(fetched)).not.toContain('secret');
    expect(fetched).toMatchObject({ refusal: { path: 'http://news.example/a', code: 'fetch/bad-url' } });
  });

  it('asks nothing of a host whose certificate is nobody’s', async () => {
    const made = makeCertificate();
    if (made === null) return expect(process.env.CI).toBeUndefined();
    let asked = 0;
    const secure = createSecureServer(made, (_, response) => {
      asked++;
      response.end('x');
    });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    opened.push(() => new Promise((resolve) => secure.close(() => resolve())));
    const address = secure.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const fetcher = await fetching({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    expect(codeOf(await fetcher.fetch(`https://news.example:${port}/`))).toBe('fetch/certificate');
    expect(asked).toBe(0);
  });

  it('asks by IPv6 where an address is one', async () => {
    const server = createHttpServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.'));
    });
    const isThere = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(0, '::1', () => resolve(true));
    });
    // A machine without IPv6 has nothing to be asked.
    if (!isThere) return;
    opened.push(() => new Promise((resolve) => server.close(() => resolve())));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { capture } = taken(await (await fetching()).fetch(`http://[0:0::1]:${port}/`));
    expect([capture.url, capture.address]).toEqual([`http://[::1]:${port}/`, '::1']);
  });

  it('refuses an address that is longer than any', async () => {
    expect(codeOf(await (await fetching()).fetch(`http://news.example/${'a'.repeat(9000)}`))).toBe('fetch/bad-url');
  });

  it('refuses a name of which one address is not public, whatever the others are', async () => {
    const fetcher = await fetching({
      allowAddress: () => false,
      resolve: async () => [
        { address: '93.184.216.34', family: 4 },
        { address: '192.168.1.1', family: 4 },
      ],
    });
    const fetched = await fetcher.fetch('http://news.example/');
    expect(fetched).toEqual({
      kind: 'refused',
      refusal: {
        path: 'http://news.example/',
        code: 'fetch/not-public',
        reason:
          'Expected a host on the public internet, found that news.example leads to 192.168.1.1, an address of this machine or of a network of its own. Save the page from your browser and read the file.',
      },
    });
  });

  it('connects to the address that was checked, though the name leads elsewhere a moment later', async () => {
    const server = await serving((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.')),
    );
    const hosts: string[] = [];
    const fetcher = await fetching({
      resolve: async (host) => {
        hosts.push(host);
        return [{ address: '127.0.0.1', family: 4 }];
      },
    });
    const { capture } = taken(await fetcher.fetch(`http://bücher.example:${server.port}/`));
    // Once for the rules, once for the page: never by the connection itself.
    expect(hosts).toEqual(['xn--bcher-kva.example', 'xn--bcher-kva.example']);
    expect(capture.url).toBe(`http://xn--bcher-kva.example:${server.port}/`);
    expect(capture.address).toBe('127.0.0.1');
  });

  it('tries again later where a name is not known or nobody listens', async () => {
    const fetcher = await fetching({
      resolve: async (host) => {
        if (host === 'gone.example') throw new Error('ENOTFOUND');
        return [{ address: '127.0.0.1', family: 4 }];
      },
    });
    const server = await serve(() => undefined);
    await server.close();
    for (const host of ['gone.example', 'deaf.example']) {
      const fetched = await fetcher.fetch(`http://${host}:${server.port}/`);
      expect(fetched.kind).toBe('later');
      expect(codeOf(fetched)).toBe(host === 'gone.example' ? 'fetch/no-such-host' : 'fetch/unreachable');
    }
  });

  it('ends answers that drip, that do not begin, and that do not end', async () => {
    const timers: NodeJS.Timeout[] = [];
    const server = await serving((request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(200, { 'content-type': 'text/html' });
      if (request.url === '/drip') timers.push(setInterval(() => response.write('x'), 20));
      else if (request.url === '/long') timers.push(setInterval(() => response.write('x'.repeat(2000)), 10));
      else {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 120)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      }
    });
    const fetcher = await fetching({
      limits: { firstByteMs: 200, totalMs: 900, bytesPerSecond: 5000, rateWindowMs: 150, textBytes: 2_000_000 },
    });
    try {
      const found: Record<string, string> = {};
      for (const path of ['silent', 'drip', 'long', 'endless'])
        found[path] = codeOf(await fetcher.fetch(`${server.origin}/${path}`));
      expect(found).toEqual({
        silent: 'fetch/too-slow',
        drip: 'fetch/too-slow',
        long: 'fetch/too-slow',
        endless: 'fetch/too-large',
      });
    } finally {
      for (const timer of timers) clearInterval(timer);
    }
  });

  it('says that an answer was cut short: fewer bytes than stated, chunks without an end, a server that dies', async () => {
    const server = await serving((request, response) => {
      if (request.url === '/stated') {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1000 });
        response.write('half', () => response.socket?.destroy());
      } else {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('half', () => setTimeout(() => response.socket?.destroy(), 20));
      }
    });
    const fetcher = await fetching();
    for (const path of ['stated', 'chunks']) {
      const fetched = await fetcher.fetch(`${server.origin}/${path}`);
      expect([fetched.kind, codeOf(fetched)]).toEqual(['later', 'fetch/cut-short']);
    }
  });

  it('refuses headers without end and answers that are no HTTP', async () => {
    const raw = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        if (data.toString().startsWith('GET /robots.txt')) socket.end('HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n');
        else if (data.toString().startsWith('GET /headers'))
          socket.end(`HTTP/1.1 200 OK\r\n${`x-filler: ${'y'.repeat(1000)}\r\n`.repeat(1000)}\r\n`);
        else socket.end('SSH-2.0-OpenSSH_9.2p1 Debian\r\n');
      });
    });
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    opened.push(() => new Promise((resolve) => raw.close(() => resolve())));
    const address = raw.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const fetcher = await fetching();
    expect(codeOf(await fetcher.fetch(`http://127.0.0.1:${port}/headers`))).toBe('fetch/headers');
    expect(codeOf(await fetcher.fetch(`http://127.0.0.1:${port}/ssh`))).toBe('fetch/not-http');
  });

  it.each([
    [200, { 'content-type': 'image/png' }, 'x', 'fetch/type'],
    [200, { 'content-type': 'video/mp4' }, 'x', 'fetch/type'],
    [200, { 'content-type': 'text/css' }, 'x', 'fetch/type'],
    [200, { 'content-type': 'text/html', 'content-length': '0' }, '', 'fetch/empty'],
    [204, {}, '', 'fetch/empty'],
    [206, { 'content-type': 'text/html' }, 'x', 'fetch/status'],
    [401, {}, '', 'fetch/status'],
    [402, {}, '', 'fetch/status'],
    [403, {}, '', 'fetch/status'],
    [304, {}, '', 'fetch/status'],
    [500, {}, '', 'fetch/not-now'],
    [404, {}, 'Nothing here.', 'gone'],
    [410, {}, 'Taken down.', 'gone'],
    [451, {}, 'By order of a court.', 'gone'],
  ])('meets status %i with %o', async (status, headers, body, code) => {
    const server = await serving((_, response) => response.writeHead(status, headers).end(body));
    const fetched = await (await fetching()).fetch(server.origin);
    expect(codeOf(fetched)).toBe(code);
    if (fetched.kind === 'gone') expect(Buffer.from(fetched.body).toString()).toBe(body);
  });

  it('refuses a body that is stated too large before it comes', async () => {
    const server = await serving((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 5_000_000_000 }).flushHeaders(),
    );
    const fetched = await (await fetching()).fetch(server.origin);
    expect(codeOf(fetched)).toBe('fetch/too-large');
  });

  it('asks whether anything has changed, and tells when nothing has', async () => {
    let words = 'The envoys met.';
    const server = await serving((request, response) => {
      const tag = `"${sha256(words).slice(0, 8)}"`;
      if (request.url === '/tagged' && request.headers['if-none-match'] === tag)
        response.writeHead(304, { etag: tag }).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html', ...(request.url === '/tagged' ? { etag: tag } : {}) })
          .end(page(words));
    });
    const fetcher = await fetching();
    for (const [path, status] of [
      ['tagged', 304],
      ['plain', 200],
    ] as const) {
      words = 'The envoys met.';
      const first = taken(await fetcher.fetch(`${server.origin}/${path}`)).capture;
      const second = await fetcher.fetch(`${server.origin}/${path}`, first);
      expect(second).toMatchObject({ kind: 'unchanged', capture: { status, contentSha256: first.contentSha256 } });
      // The answer that said so may be held against a later one just as well.
      if (second.kind !== 'unchanged') return;
      expect((await fetcher.fetch(`${server.origin}/${path}`, second.capture)).kind).toBe('unchanged');
      words = 'The envoys never met.';
      const third = taken(await fetcher.fetch(`${server.origin}/${path}`, second.capture));
      expect(Buffer.from(third.bytes).toString()).toContain('never');
    }
  });

  it('keeps to robots.txt, and asks for it once', async () => {
    const server = await serving(
      (request, response) =>
        request.url === '/robots.txt'
          ? response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /drafts')
          : response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.')),
      { withRobots: true },
    );
    const fetcher = await fetching();
    expect(codeOf(await fetcher.fetch(`${server.origin}/drafts/1`))).toBe('fetch/robots');
    expect(codeOf(await fetcher.fetch(`${server.origin}/news`))).toBe('captured');
    expect(server.asked).toEqual(['/robots.txt', '/news']);
  });

  it.each([
    [200, 'captured'],
    [401, 'captured'],
    [404, 'captured'],
    [429, 'fetch/robots-unknown'],
    [503, 'fetch/robots-unknown'],
  ])('where robots.txt is answered by status %i, finds %s', async (status, code) => {
    const server = await serving(
      (request, response) =>
        request.url === '/robots.txt'
          ? response.writeHead(status).end('')
          : response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.')),
      { withRobots: true },
    );
    expect(codeOf(await (await fetching()).fetch(server.origin))).toBe(code);
  });

  it('visits a host once at a time with a pause between, and others meanwhile', async () => {
    let open = 0;
    let most = 0;
    const times: number[] = [];
    const answer: Listener = (_, response) => {
      times.push(performance.now());
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.'));
      }, 30);
    };
    const server = await serving(answer);
    const fetcher = await fetching({ limits: { hostGapMs: 120 } });
    await Promise.all([1, 2, 3].map((number) => fetcher.fetch(`${server.origin}/${number}`)));
    expect(most).toBe(1);
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(145);
  });

  it('stays away as long as it is told to', async () => {
    let now = Date.UTC(2031, 4, 2, 9, 14);
    const waits: number[] = [];
    const clock = {
      now: () => now,
      wait: async (ms: number) => {
        waits.push(ms);
        now += ms;
      },
    };
    let isBusy = true;
    const server = await serving((_, response) => {
      if (isBusy) response.writeHead(503, { 'retry-after': '3600' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.'));
    });
    const fetcher = await fetching({ clock });
    const later = { kind: 'later', retryAt: '2031-05-02T10:14:00.000Z' };
    expect(await fetcher.fetch(`${server.origin}/a`)).toMatchObject(later);
    isBusy = false;
    expect(await fetcher.fetch(`${server.origin}/b`)).toMatchObject(later);
    expect(server.asked).toEqual(['/robots.txt', '/a']);
    now += 55 * 60 * 1000;
    expect((await fetcher.fetch(`${server.origin}/b`)).kind).toBe('captured');
    expect(waits).toEqual([5 * 60 * 1000]);
  });

  it('waits as long between visits as robots.txt asks', async () => {
    let now = Date.UTC(2031, 4, 2);
    const waits: number[] = [];
    const clock = {
      now: () => now,
      wait: async (ms: number) => {
        waits.push(ms);
        now += ms;
      },
    };
    const server = await serving(
      (request, response) =>
        request.url === '/robots.txt'
          ? response.end('User-agent: *\nCrawl-delay: 30')
          : response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.')),
      { withRobots: true },
    );
    const fetcher = await fetching({ clock, limits: { hostGapMs: 2000 } });
    for (const path of ['a', 'b', 'c']) expect((await fetcher.fetch(`${server.origin}/${path}`)).kind).toBe('captured');
    expect(waits).toEqual([30_000, 30_000]);
  });

  it('comes back to a server that was away', async () => {
    const answer: Listener = (request, response) =>
      request.url === '/robots.txt'
        ? response.writeHead(404).end()
        : response.writeHead(200, { 'content-type': 'text/html' }).end(page('Here.'));
    const first = await serve(answer);
    const fetcher = await fetching();
    expect((await fetcher.fetch(`${first.origin}/a`)).kind).toBe('captured');
    await first.close();
    expect(await fetcher.fetch(`${first.origin}/b`)).toMatchObject({
      kind: 'later',
      refusal: { code: 'fetch/unreachable' },
    });
    const second = await serve(answer, first.port);
    opened.push(second.close);
    expect((await fetcher.fetch(`${first.origin}/b`)).kind).toBe('captured');
  });

  it('stops where it is when it is told to', async () => {
    const server = await serving(() => undefined);
    const fetcher = await fetching();
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(fetcher.fetch(server.origin, null, stop.signal)).rejects.toThrow('enough');
  });
});

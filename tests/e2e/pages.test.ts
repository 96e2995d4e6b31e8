import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../../src/backchannel.ts';
import { headerValues, sha256 } from '../../src/model/index.ts';
import { type LoopbackServer, serve } from '../loopback-server.ts';
import { cli, exported, makeFolder, story } from './pile.ts';

const folder = makeFolder();

/** What the site shows at the moment, by path. */
const site = new Map<
  string,
  { readonly status: number; readonly body: string; readonly more?: Record<string, string> }
>();
let server: LoopbackServer;

const page = (text: string, around = ''): string =>
  `<!doctype html><title>Envoys meet</title>${around}<article>${text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article>`;

beforeAll(async () => {
  server = await serve((request, response) => {
    const found = site.get(request.url ?? '') ?? { status: 404, body: 'Nothing here.' };
    response.writeHead(found.status, { 'content-type': 'text/html; charset=utf-8', ...found.more }).end(found.body);
  });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const read = (...paths: string[]) =>
  cli(
    ['read', ...paths.map((path) => `${server.origin}${path}`), '--case', 'talks.case', '--private-hosts'],
    folder.path(),
  );

const inside = async () => {
  const store = await openCase(folder.path('talks.case'));
  try {
    const entries = await store.entries();
    const faults: string[] = [];
    for await (const fault of store.faults()) faults.push(fault.reason);
    return {
      documents: await Promise.all(entries.map((entry) => store.document(entry.id))),
      captures: await store.captures(),
      original: await store.original((await store.captures())[0]?.capture.sha256 ?? ''),
      faults,
    };
  } finally {
    await store.close();
  }
};

describe('read URL', () => {
  it('asks for nothing of this machine or its network unless told that it may', async () => {
    site.set('/talks', { status: 200, body: page(story(1)) });
    const { code, err: stderr } = await cli(['read', `${server.origin}/talks`, '--case', 'none.case'], folder.path());
    expect([code, stderr]).toEqual([3, expect.stringContaining('(fetch/not-public)')]);
    expect(server.asked).toEqual([]);
  });

  it('takes a page into a case, with its capture and its bytes', async () => {
    site.set('/talks', {
      status: 200,
      body: page(story(1), '<link rel="canonical" href="/other"><img src="/picture.png"><script src="/x.js"></script>'),
      more: { etag: '"1"', 'last-modified': 'Fri, 02 May 2031 09:14:00 GMT' },
    });
    expect((await read('/talks#part')).code).toBe(0);
    const { documents, captures, original, faults } = await inside();
    const [document] = documents;
    expect(document?.path).toBe(`${server.origin}/talks`);
    expect(document?.found).toContainEqual({
      field: 'url',
      value: `${server.origin}/talks`,
      by: 'response',
      span: null,
    });
    expect(document?.found).toContainEqual({ field: 'modified', value: '2031-05-02', by: 'response', span: null });
    expect(document?.steps[0]?.what).toBe(`fetched ${server.origin}/talks`);
    expect(captures.map((one) => [one.document, one.capture.contentSha256])).toEqual([
      [document?.id, document?.sha256],
    ]);
    expect(Buffer.from(original ?? []).toString()).toBe(site.get('/talks')?.body);
    expect(headerValues(captures[0]?.capture ?? { headers: [] }, 'etag')).toEqual(['"1"']);
    expect(faults).toEqual([]);
    // The page alone: neither what it shows nor what it points at.
    expect(server.asked).toEqual(['/robots.txt', '/talks']);
  }, 120_000);

  it('keeps what was seen again as a capture, and no second document, though the page around its text differs', async () => {
    const before = await inside();
    const text = await exported(folder.path('talks.case'));
    expect((await read('/talks')).code).toBe(0);
    site.set('/talks', { status: 200, body: page(story(1), '<!-- visit 2 -->') });
    expect((await read('/talks')).code).toBe(0);
    const after = await inside();
    expect(after.documents).toEqual(before.documents);
    const [id] = before.documents.map((document) => document?.id);
    expect(after.captures.map(({ document }) => document)).toEqual([id, id, id]);
    expect(await exported(folder.path('talks.case'))).toBe(text);
  }, 120_000);

  it('keeps both versions of a page that was edited, and says so', async () => {
    site.set('/talks', { status: 200, body: page(story(1).replace('.', ', officials said.')) });
    const { code, err: stderr } = await read('/talks');
    expect(code).toBe(0);
    expect(stderr).toContain(`changed ${server.origin}/talks: the page has changed since it was read`);
    const { documents, captures } = await inside();
    expect(documents.map((document) => document?.paths)).toEqual([
      [`${server.origin}/talks`],
      [`${server.origin}/talks`],
    ]);
    expect(new Set(captures.map(({ document }) => document)).size).toBe(2);
  }, 120_000);

  it('tells when a page is gone, keeps what it was and that it is gone, and reads the others', async () => {
    site.set('/talks', { status: 410, body: 'Taken down.' });
    site.set('/second', { status: 200, body: page(story(2)) });
    const { code, err: stderr } = await read('/talks', '/second', '/never');
    expect(code).toBe(1);
    expect(stderr).toContain('found it gone (status 410). The case keeps the 2 versions that it has. (fetch/gone)');
    expect(stderr).toContain('found nothing at this address (status 404)');
    const { documents, captures, faults } = await inside();
    expect(documents).toHaveLength(3);
    expect(captures.map(({ capture }) => capture.status).sort()).toEqual([200, 200, 200, 200, 200, 404, 410]);
    expect(faults).toEqual([]);
  }, 120_000);

  it('shows what was captured, the versions of a page with their times, and what changed in words', async () => {
    const address = `${server.origin}/talks`;
    const show = async (...words: string[]) => (await cli(['show', 'talks.case', ...words], folder.path())).out;
    expect(await show('captures', address)).toMatch(/410/);
    const versions = await show('versions', address);
    expect(versions).toContain('2 versions');
    expect(versions).toMatch(/version 1 .*:\d\d +3 +doc-.*\n.*version 2 .*:\d\d +1 +doc-/);
    expect(versions).toMatch(/[1-9] added, 0 removed/);
    expect(versions).toContain('gone (status 410)');
    const changes = await show('changes');
    expect(changes).toContain('officials said');
    expect(changes).toMatch(/\n\+ .*\[, officials said/);
    expect(changes).not.toContain('/second');
    expect((await cli(['show', 'talks.case', 'versions', 'https://other.example/'], folder.path())).err).toContain(
      'show/no-captures',
    );
    const [first, second] = (await inside()).captures
      .flatMap(({ document }) => document ?? [])
      .filter((id, i, all) => all.indexOf(id) === i);
    const diff = await cli(['diff', 'talks.case', first ?? '', second ?? ''], folder.path());
    expect(changes).toContain(diff.out.trim());
    expect((await cli(['diff', 'talks.case', address, first ?? ''], folder.path())).err).toContain(
      'Expected one document at',
    );
  }, 120_000);

  it('writes its pages as a web archive, which reads as the same documents', async () => {
    expect(
      (await cli(['export', 'talks.case', '--format', 'wacz', '--out', 'pages.wacz'], folder.path())).err,
    ).toContain('4 pages in 7 captures');
    expect((await cli(['read', 'pages.wacz', '--case', 'again.case'], folder.path())).code).toBe(0);
    const texts = async (name: string): Promise<readonly (string | undefined)[]> => {
      const store = await openCase(folder.path(name));
      const found = await Promise.all((await store.entries()).map(({ id }) => store.document(id)));
      await store.close();
      return found.map((document) => document?.text).sort();
    };
    expect(new Set(await texts('again.case'))).toEqual(new Set(await texts('talks.case')));
  }, 120_000);

  it('prints what is read in a page without a case', async () => {
    const address = `${server.origin}/second`;
    const { code, out: stdout } = await cli(['read', address, '--json', '--private-hosts'], folder.path());
    expect(code).toBe(0);
    expect(JSON.parse(stdout).document).toMatchObject({
      path: address,
      sha256: sha256(site.get('/second')?.body ?? ''),
    });
  }, 120_000);
});

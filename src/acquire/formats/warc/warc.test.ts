import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { acquireAll, told } from '../../../../tests/fixtures/acquire/make/told.ts';
import { makeZip } from '../../../../tests/fixtures/acquire/make/zip.ts';
import { type Document, sha256 } from '../../../model/index.ts';

const URL_A = 'https://velm.example/harbour/';
const PAGE = `<!doctype html><html><head><title>Harbour talks stall</title></head><body><article><h1>Harbour talks stall</h1><p>${'The delegations left the lake hotel after midnight, two officials said. '.repeat(8)}</p></article></body></html>`;

interface Capture {
  readonly url?: string;
  readonly type?: string;
  readonly http?: readonly string[];
  readonly body?: string | Uint8Array;
  readonly extra?: readonly string[];
  readonly length?: number;
  readonly version?: string;
}

/** One record as bytes. Without HTTP lines the body is all that it holds. */
const record = ({
  url = URL_A,
  type = 'response',
  http,
  body = PAGE,
  extra = [],
  length,
  version = '1.0',
}: Capture) => {
  const lines = http ?? (type === 'response' ? ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'] : []);
  const head = lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n\r\n`;
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
  const fields = [
    `WARC/${version}`,
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2031-05-02T10:00:00Z',
  ];
  return Buffer.concat([
    Buffer.from([...fields, ...extra, `Content-Length: ${length ?? block.length}`, '', ''].join('\r\n')),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
};
const sha = (bytes: string) => `sha-256:${createHash('sha256').update(bytes).digest('hex')}`;
const lines = async (bytes: Uint8Array, path = 'a.warc') =>
  told(await acquireAll(bytes, path)).map((line) => line.replace(/\n[\s\S]*/, '').slice(0, 100));

describe('readWarc', () => {
  const html = (extra: readonly string[]) => ['HTTP/1.1 200 OK', 'Content-Type: text/html', ...extra];
  const chunked = `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)};x=y\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`;

  it('gives what may be a document, with its address and time', async () => {
    const bytes = Buffer.concat([
      record({ type: 'warcinfo', body: 'software: none', http: [] }),
      record({ http: html(['Last-Modified: Thu, 01 May 2031 08:00:00 GMT']) }),
      record({ type: 'request', http: ['GET / HTTP/1.1'], body: '' }),
      record({ url: 'https://velm.example/a.css', http: ['HTTP/1.1 200 OK', 'Content-Type: text/css'] }),
      record({ url: 'https://velm.example/b', http: ['HTTP/1.1 404 Gone', 'Content-Type: text/html'] }),
      record({ url: '<https://velm.example/c.php>', version: '1.1' }),
      record({ url: 'https://velm.example/d.js?x', type: 'resource', extra: ['Content-Type: text/html'] }),
      record({
        url: 'https://velm.example/e.txt',
        http: ['HTTP/1.1 200 OK', 'Content-Type: text/plain'],
        body: 'Plain.',
      }),
      record({ url: 'https://velm.example/f', http: ['HTTP/1.1 200 OK'], body: Buffer.from([0, 1, 2, 3]) }),
    ]);
    const given = await acquireAll(bytes, 'a.warc');
    expect(given.map(({ path }) => path)).toEqual([
      `a.warc!/${URL_A}`,
      'a.warc!/https://velm.example/c.php',
      'a.warc!/https://velm.example/d.js?x',
      'a.warc!/https://velm.example/e.txt',
    ]);
    const page = given[0] as Document;
    expect(page).toMatchObject({ mediaType: 'text/html', title: 'Harbour talks stall', sha256: sha256(PAGE) });
    expect(page.found).toContainEqual({ field: 'url', value: URL_A, by: 'response', span: null });
    expect(page.found).toContainEqual({ field: 'modified', value: '2031-05-01', by: 'response', span: null });
    expect(page.steps[0]).toEqual({
      by: 'backchannel',
      what: `taken from WARC, captured of ${URL_A} at 2031-05-02T10:00:00Z`,
      of: sha256(bytes),
    });
    const packed = Buffer.concat([gzipSync(bytes.subarray(0, 300)), gzipSync(bytes.subarray(300))]);
    expect(await lines(packed, 'a.warc.gz')).toEqual(
      (await lines(bytes)).map((line) => line.replace('a.warc', 'a.warc.gz').slice(0, 100)),
    );
  });

  it.each([
    ['chunks', html(['Transfer-Encoding: chunked']), chunked],
    ['chunks that are undone', html(['Transfer-Encoding: chunked']), PAGE],
    ['gzip', html(['Content-Encoding: gzip']), gzipSync(PAGE)],
    ['gzip that is undone', html(['Content-Encoding: gzip']), PAGE],
    ['Brotli', html(['Content-Encoding: br']), brotliCompressSync(PAGE)],
  ])('undoes %s', async (_, http, body) => {
    const [page] = await acquireAll(record({ http, body }), 'a.warc');
    expect(page).toMatchObject({ sha256: sha256(PAGE) });
  });

  it('refuses what does not match its digest, and takes what does, by the block or the payload', async () => {
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${PAGE}`;
    const sha1 = (bytes: string) => `sha1:${createHash('sha1').update(bytes).digest('hex')}`;
    const bytes = Buffer.concat([
      record({
        url: 'https://velm.example/1',
        extra: [`WARC-Block-Digest: ${sha(block)}`, `WARC-Payload-Digest: ${sha1(PAGE)}`],
      }),
      record({ url: 'https://velm.example/2', extra: [`WARC-Payload-Digest: ${sha('another')}`] }),
      record({ url: 'https://velm.example/3', extra: [`WARC-Block-Digest: ${sha('another')}`] }),
      record({ url: 'https://velm.example/4', extra: ['WARC-Payload-Digest: crc9:abc'] }),
    ]);
    expect((await lines(bytes)).map((line) => line.replace(/: Harbour.*/, ''))).toEqual([
      'a.warc!/https://velm.example/1',
      'a.warc!/https://velm.example/2: acquire/altered',
      'a.warc!/https://velm.example/3: acquire/altered',
      'a.warc!/https://velm.example/4',
    ]);
  });

  it('passes over a note that a page was as before, and names one whose page is not there', async () => {
    const digest = [`WARC-Payload-Digest: ${sha(PAGE)}`];
    const note = { type: 'revisit', http: ['HTTP/1.1 200 OK', 'Content-Type: text/html'], body: '' };
    const bytes = Buffer.concat([
      record({ extra: digest }),
      record({ ...note, extra: digest }),
      record({ ...note, url: 'https://velm.example/x', extra: [`WARC-Payload-Digest: ${sha('x')}`] }),
    ]);
    expect((await lines(bytes)).slice(1)).toEqual(['a.warc!/https://velm.example/x: acquire/not-captured']);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -50)],
    ['with a wrong length', (bytes: Buffer) => Buffer.concat([bytes, record({ length: 10 }), bytes])],
    [
      'that states no length',
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n')]),
    ],
  ])('keeps what came before in one that is %s', async (_, damage) => {
    const bytes = damage(Buffer.concat([record({ url: 'https://velm.example/1' }), record({})]));
    const given = await lines(bytes);
    expect(given[0]).toContain('a.warc!/https://velm.example/1: Harbour');
    expect(given.at(-1)).toBe('a.warc: acquire/broken');
  });

  it('reads what warcio writes', async () => {
    async function* body() {
      yield Buffer.from(PAGE);
    }
    for (const gzip of [false, true]) {
      const made = WARCRecord.create(
        {
          url: URL_A,
          date: '2031-05-02T10:00:00Z',
          type: 'response',
          warcVersion: 'WARC/1.1',
          httpHeaders: { 'Content-Type': 'text/html' },
        },
        body(),
      );
      const bytes = await WARCSerializer.serialize(made, { gzip });
      expect(Buffer.from(gzip ? '' : bytes).toString()).toContain(gzip ? '' : 'WARC-Payload-Digest: sha256:');
      expect(await acquireAll(bytes, gzip ? 'a.warc.gz' : 'a.warc')).toMatchObject([{ sha256: sha256(PAGE) }]);
    }
  });
});

describe('readWacz', () => {
  const warc = gzipSync(
    Buffer.concat([
      record({ url: 'https://velm.example/frame' }),
      record({ url: 'http://velm.example/old', http: ['HTTP/1.1 301 Moved', 'Location: /harbour/'], body: '' }),
      record({ url: 'http://velm.example/harbour/' }),
    ]),
  );
  const wacz = (hash: string, urls: readonly string[]) =>
    makeZip([
      { name: 'datapackage.json', content: JSON.stringify({ resources: [{ path: 'archive/data.warc.gz', hash }] }) },
      { name: 'archive/data.warc.gz', content: warc, method: 0 },
      {
        name: 'pages/pages.jsonl',
        content: ['{"format":"json-pages-1.0"}', ...urls.map((url) => JSON.stringify({ url }))].join('\n'),
      },
    ]);

  it('gives the pages of the list, also one that has moved, and names one that was not captured', async () => {
    const bytes = wacz(`sha256:${sha256(warc)}`, ['http://velm.example/old#top', 'https://velm.example/none']);
    for (const path of ['a.wacz', 'a.zip']) {
      const given = await acquireAll(bytes, path);
      expect(given.map((one) => [one.path, 'id' in one ? one.title : one.code])).toEqual([
        [`${path}!/archive/data.warc.gz!/http://velm.example/harbour/`, 'Harbour talks stall'],
        [`${path}!/https://velm.example/none`, 'acquire/not-captured'],
      ]);
    }
  });

  it('takes all captures where there is no list, and none where the hash is another', async () => {
    expect(await lines(wacz('', []), 'a.wacz')).toHaveLength(2);
    expect(await lines(wacz(`sha256:${sha256('another')}`, []), 'a.wacz')).toEqual([
      'a.wacz!/archive/data.warc.gz: acquire/altered',
    ]);
  });
});

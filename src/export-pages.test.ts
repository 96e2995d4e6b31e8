import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { gunzipSync, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { captureOf } from '../tests/contracts/captures.ts';
import { makeAddition } from '../tests/contracts/make-case.ts';
import { exportPages, openCase } from './backchannel.ts';
import { sha256 } from './model/index.ts';
import type { CaseStore } from './store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-wacz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const URL_ONE = 'https://courier.example/talks?b=2&a=1';
const PAGE = '<!doctype html><title>Envoys meet</title><p>Zoë: “The envoys met.”';
const EDITED = PAGE.replace('met', 'never met');
const packed = gzipSync(EDITED);
const at = (minute: number): string => `2031-05-02T09:${String(minute).padStart(2, '0')}:30.250Z`;

const html = { headers: [['Content-Type', 'text/html; charset=utf-8']] as const };
const first = captureOf(URL_ONE, at(1), PAGE, {
  ...html,
  headers: [...html.headers, ['Transfer-Encoding', 'chunked'], ['X-Author', 'Zo\u00eb'], ['X-Author', 'second']],
  redirects: [
    {
      url: 'http://courier.example/t',
      at: at(1),
      status: 301,
      statusText: 'Moved Permanently',
      location: URL_ONE,
      requestHeaders: [['host', 'courier.example']],
      headers: [['Location', URL_ONE]],
      address: '198.51.100.7',
    },
  ],
});
const unchanged = captureOf(URL_ONE, at(2), '', {
  status: 304,
  statusText: 'Not Modified',
  headers: [['ETag', '"1"']],
  contentSha256: sha256(PAGE),
});
const same = captureOf(URL_ONE, at(3), PAGE, html);
const edited = captureOf(URL_ONE, at(4), EDITED, {
  headers: [...html.headers, ['Content-Encoding', 'gzip']],
  sha256: sha256(packed),
  bytes: packed.length,
});
const gone = captureOf(URL_ONE, at(5), 'Taken down.', { ...html, status: 410, statusText: 'Gone' });

const fill = async (name: string): Promise<CaseStore> => {
  const store = await openCase(join(folder, name), { create: true });
  const addition = makeAddition(PAGE, URL_ONE, { title: 'Envoys meet' });
  const capture = { capture: first, body: Buffer.from(PAGE), content: null, document: addition.document.id };
  await store.add([{ ...addition, captures: [capture] }]);
  await store.capture([
    { capture: gone, body: Buffer.from('Taken down.'), content: null, document: null },
    { capture: edited, body: packed, content: Buffer.from(EDITED), document: null },
    { capture: same, body: null, content: null, document: addition.document.id },
    { capture: unchanged, body: null, content: null, document: addition.document.id },
  ]);
  return store;
};

const written = async (name: string) => {
  const store = await fill(`${name}.case`);
  const told = await exportPages(store, join(folder, `${name}.wacz`));
  await store.close();
  const bytes = readFileSync(join(folder, `${name}.wacz`));
  const files = unzipSync(bytes);
  const text = (path: string): string => Buffer.from(files[path] ?? []).toString();
  return { told, bytes, files, text };
};

const recordsIn = async (warc: Uint8Array) => {
  const records = [];
  for await (const record of new WARCParser([warc], { parseHttp: false })) {
    const block = Buffer.from(await record.readFully(false));
    const header = (name: string) => record.warcHeader(name);
    expect(header('WARC-Block-Digest')).toBe(`sha256:${sha256(block)}`);
    records.push({ type: record.warcType, url: record.warcTargetURI, block: block.toString('latin1'), header });
  }
  return records;
};

describe('exportPages', () => {
  it('writes requests and answers as they were, one after the other in time', async () => {
    const { told, files } = await written('a');
    expect(told).toEqual({ captures: 5, pages: 2, left: 0 });
    const records = await recordsIn(files['archive/data.warc.gz'] ?? new Uint8Array());
    expect(records.map(({ type }) => type)).toEqual([
      'warcinfo',
      ...['response', 'request', 'response', 'request'],
      ...['revisit', 'request', 'revisit', 'request'],
      ...['response', 'request', 'response', 'request'],
    ]);
    expect(records[1]?.block).toBe(`HTTP/1.1 301 Moved Permanently\r\nLocation: ${URL_ONE}\r\n\r\n`);
    expect(records[3]?.block).toBe(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nX-Author: Zo\u00eb\r\nX-Author: second\r\n\r\n${Buffer.from(PAGE).toString('latin1')}`,
    );
    expect(records[3]?.header('WARC-IP-Address')).toBe('198.51.100.7');
    expect(records[4]?.block).toBe('GET /talks?b=2&a=1 HTTP/1.1\r\nhost: courier.example\r\n\r\n');
    expect(records[4]?.header('WARC-Concurrent-To')).toBe(records[3]?.header('WARC-Record-ID'));
    expect(records[5]?.header('WARC-Profile')).toMatch(/server-not-modified$/);
    expect(records[7]?.header('WARC-Profile')).toMatch(/identical-payload-digest$/);
    for (const i of [5, 7]) expect(records[i]?.header('WARC-Refers-To')).toBe(records[3]?.header('WARC-Record-ID'));
    expect(records[9]?.header('WARC-Payload-Digest')).toBe(`sha256:${sha256(packed)}`);
    expect(records[11]?.block).toContain('HTTP/1.1 410 Gone');
    expect(new Set(records.map(({ header }) => header('WARC-Record-ID'))).size).toBe(records.length);
  });

  it('is read by others: bodies are unpacked, the index leads to each record', async () => {
    const { files, text } = await written('b');
    const warc = files['archive/data.warc.gz'] ?? new Uint8Array();
    const lines = text('indexes/index.cdx').trim().split('\n');
    expect(lines).toEqual([...lines].sort());
    const told = lines.map((line) => JSON.parse(line.slice(line.indexOf('{'))));
    expect(lines[0]?.startsWith('example,courier)/t 20310502090130 {')).toBe(true);
    expect(lines[1]?.startsWith('example,courier)/talks?a=1&b=2 20310502090130 {')).toBe(true);
    expect(told.map(({ mime, status }) => [mime, status])).toEqual([
      ['application/octet-stream', '301'],
      ['text/html', '200'],
      ['warc/revisit', '304'],
      ['warc/revisit', '200'],
      ['text/html', '200'],
      ['text/html', '410'],
    ]);
    const contents = [];
    for (const { offset, length } of told) {
      const record = await new WARCParser([warc.subarray(offset, offset + length)]).parse();
      contents.push(await record?.contentText());
    }
    expect(contents).toEqual(['', PAGE, '', '', EDITED, 'Taken down.']);
    expect(Buffer.from(gunzipSync(warc.subarray(0, told[0].offset))).toString()).toContain('WARC-Type: warcinfo');
  });

  it('lists its pages and all its hashes, and keeps the archive as it is in the package', async () => {
    const { bytes, files, text } = await written('c');
    const [head, ...pages] = text('pages/pages.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head.format).toBe('json-pages-1.0');
    expect(pages.map(({ url, ts, title }) => [url, ts, title])).toEqual([
      [URL_ONE, at(1), 'Envoys meet'],
      [URL_ONE, at(4), undefined],
    ]);
    const datapackage = JSON.parse(text('datapackage.json'));
    expect(datapackage).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', mainPageUrl: URL_ONE });
    expect(datapackage.resources.map(({ path }: { path: string }) => path)).toEqual([
      'archive/data.warc.gz',
      'indexes/index.cdx',
      'pages/pages.jsonl',
    ]);
    for (const { path, hash, bytes: size } of datapackage.resources)
      expect([hash, size]).toEqual([`sha256:${sha256(files[path] ?? '')}`, files[path]?.length]);
    expect(JSON.parse(text('datapackage-digest.json'))).toEqual({
      path: 'datapackage.json',
      hash: `sha256:${sha256(text('datapackage.json'))}`,
    });
    expect(bytes.indexOf(Buffer.from(files['archive/data.warc.gz'] ?? []))).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same captures', async () => {
    expect((await written('d')).bytes.equals((await written('e')).bytes)).toBe(true);
  });

  it('leaves out what has no body, and says so; writes nothing where there is none', async () => {
    const store = await openCase(join(folder, 'f.case'), { create: true });
    const out = join(folder, 'f.wacz');
    await expect(exportPages(store, out)).rejects.toMatchObject({ code: 'export/no-pages' });
    const bodiless = { capture: first, body: null, content: null, document: null };
    await store.capture([bodiless]);
    await expect(exportPages(store, out)).rejects.toMatchObject({ code: 'export/no-pages' });
    expect(() => readFileSync(out)).toThrow('ENOENT');
    await store.capture([{ capture: gone, body: Buffer.from('Taken down.'), content: null, document: null }]);
    expect(await exportPages(store, out)).toEqual({ captures: 1, pages: 0, left: 1 });
    await store.close();
  });
});

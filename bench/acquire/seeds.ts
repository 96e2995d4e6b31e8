import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { makeTar } from '../../tests/fixtures/acquire/make/tar.ts';
import { makeZip } from '../../tests/fixtures/acquire/make/zip.ts';

/** A file to start from. */
export interface Seed {
  readonly name: string;
  /** Its ending, by which it is counted. */
  readonly kind: string;
  readonly bytes: Uint8Array;
}

const FIXTURES = fileURLToPath(new URL('../../tests/fixtures/acquire', import.meta.url));

/** Larger fixtures would take the time of all others. */
const MAX_BYTES = 200_000;

const WORDS = 'The delegations left the lake hotel in Velm after midnight, two officials said. ';

export const PAGE = `<!doctype html><html lang="en"><head><title>Harbour talks stall</title><meta property="og:site_name" content="The Velm Ledger"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour talks stall","datePublished":"2031-05-02"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Harbour talks stall</h1><p>${WORDS.repeat(6)}</p><ul><li>One</li><li>Two</li></ul><table><tr><td>Fee</td><td>3 million</td></tr></table></article></body></html>`;

const capture = (url: string, body: string): Buffer => {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`;
  return Buffer.from(
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-05-02T10:00:00Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`,
  );
};

const MAIL = [
  'From: Irina Sand <irina@velm.example>',
  'To: desk@ledger.example',
  'Subject: =?utf-8?Q?Harbour_talks?=',
  'Date: Fri, 02 May 2031 10:00:00 +0000',
  'Message-ID: <1@velm.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  `${WORDS}=E2=80=93`,
  '--b',
  'Content-Type: text/html; name="a.html"',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename="a.html"',
  '',
  Buffer.from(PAGE).toString('base64'),
  '--b--',
  '',
].join('\r\n');

const CUES = [1, 2, 3].map((n) => `00:00:0${n}.000 --> 00:00:0${n + 1}.000\n<v Irina Sand>${WORDS}\n`);

const RTF = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title Harbour talks}{\\author Irina}}\\pard ${WORDS}\\par caf\\'e9 \\u8211?\\par{\\footnote A note.}\\trowd\\cellx100\\cell\\row}`;

/** Seeds made here, for all kinds that need none of another program. */
export const madeSeeds = (): readonly Seed[] => {
  const files = [
    { name: 'pile/a.txt', content: WORDS },
    { name: 'pile/b.html', content: PAGE },
    { name: 'c.eml', content: MAIL },
  ];
  const [tar, zip] = [makeTar([...files, { name: 'x', content: WORDS, pax: { path: 'long.txt' } }]), makeZip(files)];
  const warc = Buffer.concat([capture('https://velm.example/', PAGE), capture('https://velm.example/b', PAGE)]);
  const wacz = makeZip([
    { name: 'datapackage.json', content: '{"resources":[]}' },
    { name: 'archive/data.warc.gz', content: gzipSync(warc), method: 0 },
    { name: 'pages/pages.jsonl', content: '{"format":"json-pages-1.0"}\n{"url":"https://velm.example/b"}\n' },
  ]);
  const made: Readonly<Record<string, string | Uint8Array>> = {
    txt: `Harbour talks stall\n\nVELM, 2 May 2031 - ${WORDS.repeat(5)}`,
    md: `---\ntitle: Harbour talks\ndate: 2031-05-02\n---\n\n# Harbour talks\n\n${WORDS}\n\n- one\n- two\n`,
    html: PAGE,
    tar,
    gz: gzipSync(WORDS.repeat(20)),
    tgz: gzipSync(tar),
    zip,
    warc,
    'warc.gz': Buffer.concat([gzipSync(warc.subarray(0, 200)), gzipSync(warc.subarray(200))]),
    wacz,
    eml: MAIL,
    mbox: `From irina@velm.example Fri May  2 10:00:00 2031\n${MAIL.replaceAll('\r\n', '\n')}\n`.repeat(3),
    vtt: `WEBVTT\n\n${CUES.join('\n')}`,
    srt: CUES.map((cue, i) => `${i + 1}\n${cue.replaceAll('.000', ',000')}`).join('\n'),
    csv: `date,party,"what was said"\n2031-05-02,Velm,"${WORDS}"\n`.repeat(4),
    tsv: `date\tparty\n2031-05-02\tVelm\n`.repeat(4),
    rtf: RTF,
    rss: `<?xml version="1.0"?><rss version="2.0"><channel><title>Ledger</title><item><title>Harbour</title><link>https://velm.example/a</link><description>&lt;p&gt;${WORDS}&lt;/p&gt;</description></item></channel></rss>`,
    mht: `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://velm.example/\r\n\r\n${PAGE}\r\n--b--\r\n`,
  };
  return Object.entries(made).map(([kind, bytes]) => ({ name: `made.${kind}`, kind, bytes: Buffer.from(bytes) }));
};

const isFixture = (path: string): boolean => !/^make[/\\]|README|\.(?:ts|json|mjs|js|py)$/.test(path);

/** The fixtures of all formats and what is made here, by kind and name, always the same. */
export const allSeeds = (): readonly Seed[] => {
  const fixtures = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FIXTURES, join(entry.parentPath, entry.name)))
    .filter(isFixture)
    .map((name) => ({ name, kind: extname(name).slice(1) || 'none', bytes: readFileSync(join(FIXTURES, name)) }))
    .filter(({ bytes }) => bytes.length <= MAX_BYTES);
  return [...fixtures, ...madeSeeds()].sort((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1));
};

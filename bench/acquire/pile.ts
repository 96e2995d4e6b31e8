import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { MEMO_PARTS } from '../../tests/fixtures/acquire/make/docx.ts';
import { MINUTES_PARTS } from '../../tests/fixtures/acquire/make/odt.ts';
import { makeTar } from '../../tests/fixtures/acquire/make/tar.ts';
import { makeZip } from '../../tests/fixtures/acquire/make/zip.ts';
import { zipParts } from '../../tests/fixtures/acquire/make/zip-parts.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const PDFS = fileURLToPath(new URL('../../tests/fixtures/acquire/pdf', import.meta.url));

/** Paragraphs of the example cases, which are fictional and ours. */
const paragraphs = (): readonly string[] =>
  readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(EXAMPLES, name), 'utf8').split(/\n\s*\n/))
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 80);

/** Paragraphs of one made-up document: some 800 words. */
const PARAGRAPHS = 20;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const latin = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0)}?`).replace(/[{}]/g, '');

/** Files of one kind, with how many documents are in them. */
export interface Heap {
  readonly kind: string;
  readonly documents: number;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Files of each kind, the same each time: `documents` texts of some 800 words in each heap, PDFs as the fixtures have them. */
export const makePile = (documents: number): readonly Heap[] => {
  const all = paragraphs();
  const texts = Array.from({ length: documents }, (_, i) =>
    Array.from({ length: PARAGRAPHS }, (_, k) => all[(i * 7 + k * (1 + (i % 5))) % all.length] ?? ''),
  );
  const page = (text: readonly string[], i: number): string =>
    `<!doctype html><html lang="en"><head><title>Report ${i}</title></head><body><nav><a href="/">Home</a></nav><article><h1>Report ${i}</h1>${text.map((words) => `<p>${escaped(words)}</p>`).join('')}</article></body></html>`;
  const mail = (text: readonly string[], i: number): string =>
    `From: Irina Sand <irina@velm.example>\nTo: desk@ledger.example\nSubject: Report ${i}\nDate: Fri, 02 May 2031 10:00:00 +0000\nMessage-ID: <${i}@velm.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(text.join('\n\n')).toString('base64').replace(/.{76}/g, '$&\n')}\n`;
  const word = (text: readonly string[]): Uint8Array =>
    zipParts({
      ...MEMO_PARTS,
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text.map((words) => `<w:p><w:r><w:t>${escaped(words)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    });
  const open = (text: readonly string[]): Uint8Array =>
    zipParts({
      ...MINUTES_PARTS,
      'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${text.map((words) => `<text:p>${escaped(words)}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
    });
  const rich = (text: readonly string[]): string => `{\\rtf1\\ansi ${text.map(latin).join('\\par\n')}}`;
  const cues = (text: readonly string[]): string =>
    `WEBVTT\n\n${text.map((words, i) => `00:${String(i).padStart(2, '0')}:00.000 --> 00:${String(i).padStart(2, '0')}:50.000\n<v Irina Sand>${escaped(words)}\n`).join('\n')}`;
  const rows = (text: readonly string[]): string =>
    `number,words\n${text.map((words, i) => `${i},"${words.replaceAll('"', '""')}"`).join('\n')}\n`;
  const capture = (text: readonly string[], i: number): Uint8Array => {
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(text, i)}`;
    return gzipSync(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://velm.example/${i}\r\nWARC-Date: 2031-05-02T10:00:00Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`,
    );
  };
  const each = (kind: string, make: (text: readonly string[], i: number) => string | Uint8Array): Heap => ({
    kind,
    documents,
    files: texts.map((text, i) => ({ name: `${i}.${kind}`, bytes: Buffer.from(make(text, i)) })),
  });
  const one = (kind: string, bytes: Uint8Array): Heap => ({ kind, documents, files: [{ name: `all.${kind}`, bytes }] });
  const plain = texts.map((text, i) => ({ name: `pile/${i}.txt`, content: text.join('\n\n') }));
  const pdfs = ['report.pdf', 'columns.pdf', 'newspaper.pdf', 'scripts.pdf'].map((name) =>
    readFileSync(join(PDFS, name)),
  );
  return [
    each('txt', (text) => text.join('\n\n')),
    each('md', (text, i) => `# Report ${i}\n\n${text.join('\n\n')}`),
    each('html', page),
    each('pdf', (_, i) => pdfs[i % pdfs.length] ?? ''),
    each('docx', word),
    each('odt', open),
    each('rtf', rich),
    each('eml', mail),
    one(
      'mbox',
      Buffer.from(
        texts.map((text, i) => `From irina@velm.example Fri May  2 10:00:00 2031\n${mail(text, i)}\n`).join(''),
      ),
    ),
    each('csv', rows),
    each('vtt', cues),
    one('zip', makeZip(plain)),
    one('tgz', gzipSync(makeTar(plain))),
    one('warc.gz', Buffer.concat(texts.map(capture))),
  ];
};

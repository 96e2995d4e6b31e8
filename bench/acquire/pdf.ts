/**
 * How fast PDF documents are read, page for page, beside `pdftotext` where it is installed, and how much of the same words comes out.
 *
 *     npx tsx bench/acquire/pdf.ts [PDF ...]
 *
 * Without names it measures documents that it makes: a long report in one column with heads and feet, and a page of the fixtures in three.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireBytes } from '../../src/acquire/index.ts';
import { line, lines, type PdfPage, writePages } from '../../tests/fixtures/acquire/make/pdf-writer.ts';

const FIXTURES = fileURLToPath(new URL('../../tests/fixtures/acquire/pdf/', import.meta.url));
const ROUNDS = 3;

const WORDS =
  'the pilot carried both papers over water before anybody at either ministry had read them and left again without an answer'.split(
    ' ',
  );

const pageOf = (number: number): PdfPage => {
  const text = Array.from({ length: 44 }, (_, row) =>
    Array.from({ length: 13 }, (_, i) => WORDS[(number * 7 + row * 5 + i * 3) % WORDS.length]).join(' '),
  );
  const head = line(60, 800, 8, 'A REPORT TO PARLIAMENT');
  return { content: head + lines(60, 760, 11, text) + line(290, 40, 8, `${number}`), width: 595, height: 842 };
};

interface Measured {
  readonly name: string;
  readonly pages: number;
  readonly megabytes: number;
  readonly own: number;
  readonly other: number | null;
  readonly shared: number | null;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words of one text that the other has too, each as often as it has it. */
const sharedWords = (one: string, other: string): number => {
  const counts = new Map<string, number>();
  for (const word of wordsOf(other)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = wordsOf(one);
  const met = words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
  return words.length === 0 ? 1 : met.length / words.length;
};

const secondsOf = async (work: () => Promise<void> | void): Promise<number> => {
  let least = Infinity;
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await work();
    least = Math.min(least, (performance.now() - start) / 1000);
  }
  return least;
};

const measure = async (path: string): Promise<Measured> => {
  const bytes = readFileSync(path);
  let text = '';
  let pages = 0;
  const own = await secondsOf(async () => {
    for await (const one of acquireBytes(bytes, basename(path))) {
      if (one.kind === 'refused' || !one.document.path.endsWith('.pdf')) continue;
      text = one.document.text;
      pages = Math.max(...one.document.anchors.map(({ place }) => (place.kind === 'page' ? place.page : 0)));
    }
  });
  let theirs = '';
  const run = (): void => {
    const ran = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    theirs = ran.error === undefined ? ran.stdout : '';
  };
  run();
  const other = theirs === '' ? null : await secondsOf(run);
  const shared = theirs === '' ? null : sharedWords(theirs, text);
  return { name: basename(path), pages, megabytes: bytes.length / 1024 ** 2, own, other, shared };
};

const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
try {
  const made = join(folder, 'report-400-pages.pdf');
  writeFileSync(made, writePages({ pages: Array.from({ length: 400 }, (_, i) => pageOf(i + 1)) }));
  const named = process.argv.slice(2);
  const paths = named.length > 0 ? named : [made, `${FIXTURES}newspaper.pdf`, `${FIXTURES}report.pdf`];
  // The library is loaded once, and not measured.
  await measure(`${FIXTURES}hyphens.pdf`);
  for (const path of paths) {
    const { name, pages, megabytes, own, other, shared } = await measure(path);
    const rate = (seconds: number): string => `${(pages / seconds).toFixed(0)} pages/s`;
    const theirs = other === null ? 'pdftotext is not installed' : `pdftotext ${rate(other)}`;
    const same = shared === null ? '' : `, ${(shared * 100).toFixed(1)} % of its words here too`;
    process.stdout.write(`${name}: ${pages} pages, ${megabytes.toFixed(2)} MB: ${rate(own)}; ${theirs}${same}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

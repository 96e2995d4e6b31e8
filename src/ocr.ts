import { spawn } from 'node:child_process';
import type { GreyPicture, Ocr, OcrLine } from './acquire/index.ts';

const PROGRAM = 'tesseract';
/** A page of small print takes some ten seconds. */
const PAGE_LIMIT_MS = 90_000;
const ANSWER_LIMIT_MS = 10_000;
/** What the program may take of memory, in kilobytes; a page of 300 dots an inch takes a tenth. */
const MEMORY_KB = 2 * 1024 * 1024;
/** Most that it may answer: the words of a page are some 100 KB. */
const ANSWER_BYTES = 32 * 1024 * 1024;
/** Each language more makes it slower; so many at once where the document names none. */
const MOST_LANGUAGES = 4;
/** Trained data that is of no language: which way a page is turned, formulas. */
const NO_LANGUAGES: ReadonlySet<string> = new Set(['osd', 'equ', 'snum']);

interface Ran {
  readonly out: string;
  readonly err: string;
}

/** Runs the program. @throws Error when it is not there, fails, takes too long or answers too much. */
const run = (args: readonly string[], input: readonly Uint8Array[], limitMs: number): Promise<Ran> =>
  new Promise((resolve, reject) => {
    // The shell sets the bound on memory; Windows has no such shell.
    const [program, all] =
      process.platform === 'win32'
        ? [PROGRAM, args]
        : ['/bin/sh', ['-c', `ulimit -v ${MEMORY_KB}; exec "$0" "$@"`, PROGRAM, ...args]];
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    const child = spawn(program, all, { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    const out: Uint8Array[] = [];
    let size = 0;
    let err = '';
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      clearTimeout(timer);
      reject(new Error(why));
    };
    const timer = setTimeout(() => fail(`it took longer than ${limitMs / 1000} seconds`), limitMs);
    child.stdout.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > ANSWER_BYTES) fail(`it answered more than ${ANSWER_BYTES / 1024 ** 2} MB`);
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Uint8Array) => {
      if (err.length < 4_000) err += Buffer.from(chunk).toString('utf8');
    });
    child.on('error', (error) => fail(error.message));
    // It may end before it has read all; its exit code then says why.
    child.stdin.on('error', () => undefined);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve({ out: Buffer.concat(out).toString('utf8'), err });
      else reject(new Error(err.trim().split('\n', 1)[0] || `it ended with ${signal ?? code}`));
    });
    for (const part of input) child.stdin.write(part);
    child.stdin.end();
  });

/** A picture as a portable greymap, which the program reads from its standard input. */
const greymap = ({ width, height, dots }: GreyPicture): readonly Uint8Array[] => [
  Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'),
  dots,
];

const LINE_LEVEL = 4;
const WORD_LEVEL = 5;

/** Lines and words of its table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const readTable = (table: string): readonly OcrLine[] => {
  const lines: { readonly box: OcrLine['box']; readonly words: OcrLine['words'][number][] }[] = [];
  for (const row of table.split('\n').slice(1)) {
    const cells = row.split('\t');
    const [level, , , , , , left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.slice(0, 11).map(Number);
    const box: OcrLine['box'] = [left, top, left + width, top + height];
    if (level === LINE_LEVEL) lines.push({ box, words: [] });
    const text = cells[11]?.trim() ?? '';
    if (level === WORD_LEVEL && text !== '')
      lines.at(-1)?.words.push({ text, box, sure: Math.max(0, confidence) / 100 });
  }
  return lines.filter(({ words }) => words.length > 0);
};

/** The language of a tag or of the program's own code (`eng`, `chi_sim`) in two letters where it has such; null for what is none. */
const languageOf = (tag: string): string | null => {
  try {
    return new Intl.Locale(tag.split(/[-_]/, 1)[0] ?? '').language;
  } catch {
    return null;
  }
};

const start = async (): Promise<Ocr | null> => {
  let version: string;
  let listed: string;
  try {
    const said = await run(['--version'], [], ANSWER_LIMIT_MS);
    version = /tesseract\s+v?([\w.-]+)/i.exec(`${said.out}\n${said.err}`)?.[1] ?? 'of unknown version';
    const languages = await run(['--list-langs'], [], ANSWER_LIMIT_MS);
    listed = `${languages.out}\n${languages.err}`;
  } catch {
    return null;
  }
  const installed = listed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[a-z]{3}(?:_[a-z]+)*$/i.test(line) && !NO_LANGUAGES.has(line))
    .sort((a, b) => Number(b === 'eng') - Number(a === 'eng') || (a < b ? -1 : 1));
  if (installed.length === 0) return null;
  return {
    by: `tesseract ${version}`,
    languagesFor: (language) => {
      const wanted = language === null ? null : languageOf(language);
      const own = wanted === null ? [] : installed.filter((code) => languageOf(code) === wanted);
      return (own.length > 0 ? own : installed.slice(0, MOST_LANGUAGES)).join('+');
    },
    read: async (picture, languages) => {
      const args = [
        'stdin',
        'stdout',
        '-l',
        languages,
        '--dpi',
        `${Math.round(picture.resolution)}`,
        '--psm',
        '3',
        'tsv',
      ];
      return readTable((await run(args, greymap(picture), PAGE_LIMIT_MS)).out);
    },
  };
};

let started: Promise<Ocr | null> | null = null;

/** Tesseract as installed on this machine, looked for once; null where it is not, or has no language. */
export const openOcr = (): Promise<Ocr | null> => {
  started ??= start();
  return started;
};

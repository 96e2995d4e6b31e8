import type { Ocr } from '../../ocr.ts';
import type { FormatWork } from '../format.ts';
import { drawPage } from './draw-page.ts';
import { type PagePieces, toPieces } from './lay-out.ts';
import { wordsFromOcr } from './ocr-words.ts';
import type { OpenPdf } from './open-pdf.ts';
import { hasBrokenDown } from './pdfium.ts';
import { type PageContent, readPage } from './read-page.ts';

/** The pages of a document, and what became of those that are not simply text. Page numbers from 1. */
export interface PagesRead {
  readonly pages: readonly PagePieces[];
  readonly layers: readonly number[];
  readonly hidden: readonly number[];
  readonly scanned: readonly number[];
  readonly unknown: readonly number[];
  readonly broken: readonly number[];
  readonly cut: readonly number[];
  readonly failed: { readonly pages: readonly number[]; readonly why: string };
  readonly recognised: readonly {
    readonly by: string;
    readonly languages: string;
    readonly pages: readonly number[];
  }[];
  readonly tooMany: { readonly pages: number; readonly most: number } | null;
  readonly fullAt: { readonly page: number; readonly limit: number } | null;
  /** The library broke down inside: nothing more can be asked of it. */
  readonly hasFailed: boolean;
}

/** More pages than any report has; a file can state millions. */
const MOST_PAGES = 5_000;
/** Others get their turn after so many pages. */
const PAGES_AT_ONCE = 10;

const lettersOf = ({ words }: PageContent): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** What to say of a failed recognition: one line, and short. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.trim().slice(0, 160) ?? '';

const recognise = async (
  pdf: OpenPdf,
  content: PageContent,
  ocr: Ocr,
  languages: string,
): Promise<PagePieces | null> => {
  const drawn = drawPage(pdf, content.number - 1);
  const words = wordsFromOcr(await ocr.read(drawn, languages), drawn);
  return words.length === 0
    ? null
    : toPieces({ ...content, pictures: [], edges: { across: [], down: [] }, isRough: true }, words, []);
};

/**
 * Reads the pages of a document one after the other.
 *
 * @param language Of the document as its file states it.
 * @returns What came before a breakdown of the library is kept.
 */
export const readPages = async (pdf: OpenPdf, work: FormatWork, language: string | null): Promise<PagesRead> => {
  const { limitBytes } = work;
  const pages: PagePieces[] = [];
  const lists = {
    layers: [] as number[],
    hidden: [] as number[],
    scanned: [] as number[],
    unknown: [] as number[],
    broken: [] as number[],
    cut: [] as number[],
    failed: [] as number[],
  };
  let why = '';
  const recognised = new Map<string, { readonly by: string; readonly languages: string; readonly pages: number[] }>();
  let letters = 0;
  let hasFailed = false;
  let fullAt: PagesRead['fullAt'] = null;

  const takeUnread = async (content: PageContent): Promise<void> => {
    const { number, kind } = content;
    const ocr = await work.ocr();
    if (ocr !== null) {
      const languages = ocr.languagesFor(language);
      try {
        const pieces = await recognise(pdf, content, ocr, languages);
        work.goesOn();
        if (pieces !== null) {
          pages.push(pieces);
          const own = recognised.get(languages) ?? { by: ocr.by, languages, pages: [] };
          recognised.set(languages, own);
          own.pages.push(number);
          return;
        }
      } catch (error) {
        hasFailed = hasBrokenDown(error);
        why ||= wordsOf(error);
        lists.failed.push(number);
      }
    } else if (kind === 'picture') lists.scanned.push(number);
    else lists.unknown.push(number);
    // What little is written on it is text all the same.
    pages.push(toPieces({ ...content, isRough: false }, content.words, content.slanted));
  };

  const last = Math.min(pdf.pages, MOST_PAGES);
  let index = 0;
  for (; index < last && !hasFailed; index++) {
    if (index % PAGES_AT_ONCE === PAGES_AT_ONCE - 1) {
      work.goesOn();
      await new Promise((resolve) => setImmediate(resolve));
    }
    let content: PageContent | null;
    try {
      content = readPage(pdf, index);
    } catch (error) {
      lists.broken.push(index + 1);
      hasFailed = hasBrokenDown(error);
      continue;
    }
    if (content === null) {
      lists.broken.push(index + 1);
      continue;
    }
    const { number, kind } = content;
    letters += lettersOf(content);
    if (letters > limitBytes) {
      fullAt = { page: number, limit: limitBytes };
      break;
    }
    if (content.isCut) lists.cut.push(number);
    if (content.hasHiddenText) lists.hidden.push(number);
    if (kind === 'layer') lists.layers.push(number);
    if (kind === 'picture' || kind === 'unknown-letters') await takeUnread(content);
    else if (kind !== 'blank')
      pages.push(toPieces({ ...content, isRough: kind === 'layer' }, content.words, content.slanted));
  }
  if (hasFailed) for (; index < last; index++) lists.broken.push(index + 1);
  const { failed, ...rest } = lists;
  return {
    pages,
    ...rest,
    failed: { pages: failed, why },
    recognised: [...recognised.values()],
    tooMany: pdf.pages > MOST_PAGES ? { pages: pdf.pages, most: MOST_PAGES } : null,
    fullAt,
    hasFailed,
  };
};

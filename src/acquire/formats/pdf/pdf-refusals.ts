import type { Refusal } from '../../../model/index.ts';
import { pageList } from './page-list.ts';

const areOrIs = (pages: readonly number[], one: string, many: string): string => (pages.length === 1 ? one : many);

/** Every way in which pages of a PDF document are declined, besides those for all formats. */
export const refusePdf = {
  /** @param isWhole The document has no other text. */
  scanned: (path: string, pages: readonly number[], isWhole: boolean): Refusal => ({
    path,
    code: 'acquire/scanned',
    reason: isWhole
      ? 'Expected text in a PDF document, found only pictures of pages. Install Tesseract (tesseract-ocr) so that their text is recognised, then read it again.'
      : `Expected text on all pages, but ${pageList(pages)} ${areOrIs(pages, 'is a picture', 'are pictures')} of text and ${areOrIs(pages, 'was', 'were')} not read; the rest was. Install Tesseract (tesseract-ocr) so that ${areOrIs(pages, 'its', 'their')} text is recognised, then read it again.`,
  }),
  unknownLetters: (path: string, pages: readonly number[]): Refusal => ({
    path,
    code: 'acquire/scanned',
    reason: `Expected text that can be copied, but the fonts of ${pageList(pages)} do not say which letters they show, and what came out may be wrong. Install Tesseract (tesseract-ocr) so that ${areOrIs(pages, 'it is', 'they are')} read as ${areOrIs(pages, 'a picture', 'pictures')}, then read it again.`,
  }),
  /** @param pages How many had text. */
  mended: (path: string, pages: number): Refusal => ({
    path,
    code: 'acquire/broken',
    reason: `Expected a whole PDF document, found one that was cut off or whose list of pages is lost. What is left of it (${pages === 1 ? 'one page' : `${pages} pages`} with text) is kept. Fetch it again from where it came.`,
  }),
  ocrFailed: (path: string, pages: readonly number[], why: string): Refusal => ({
    path,
    code: 'acquire/scanned',
    reason: `Expected Tesseract to read ${pageList(pages)}, but it failed (${why}). What it could read is kept. Look at ${areOrIs(pages, 'this page', 'these pages')} yourself.`,
  }),
  brokenPages: (path: string, pages: readonly number[]): Refusal => ({
    path,
    code: 'acquire/broken',
    reason: `Expected pages that can be read, but ${pageList(pages)} of a PDF document ${areOrIs(pages, 'is', 'are')} damaged. The others are kept. Fetch it again from where it came, or open it and save it anew.`,
  }),
  cutPages: (path: string, pages: readonly number[], most: number): Refusal => ({
    path,
    code: 'acquire/too-large',
    reason: `Expected at most ${most.toLocaleString('en')} letters on a page, found more on ${pageList(pages)}. What came before them is kept. Split the page, or save its text.`,
  }),
  tooManyPages: (path: string, pages: number, most: number): Refusal => ({
    path,
    code: 'acquire/too-large',
    reason: `Expected at most ${most.toLocaleString('en')} pages, found ${pages.toLocaleString('en')}. Those before are kept. Split the document.`,
  }),
  tooMuchText: (path: string, page: number, limit: number): Refusal => ({
    path,
    code: 'acquire/too-large',
    reason: `Expected at most ${limit.toLocaleString('en')} letters in a PDF document, found more from page ${page} on. Those before are kept. Split the document, or raise the limit.`,
  }),
};

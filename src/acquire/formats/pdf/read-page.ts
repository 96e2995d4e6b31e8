import type { GreyPicture } from '../../ocr.ts';
import { type Box, heightOf, type PageView, widthOf } from './geometry.ts';
import type { OpenPdf } from './open-pdf.ts';
import { readPictures } from './page-pictures.ts';
import { readWords, type Word } from './page-words.ts';
import { borrow } from './pdfium.ts';
import { renderPage } from './render-page.ts';

/** One page, let go by the library. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly slanted: readonly Word[];
  readonly pictures: readonly Box[];
  /** Thin lines across. */
  readonly rules: readonly Box[];
  /**
   * `text`: written on it. `layer`: a picture with a text laid under it by a program that recognised it. `picture`: no text, but a picture
   * or a drawing. `unknown-letters`: written in fonts that do not say which letters they show. `blank`: nothing.
   */
  readonly kind: 'text' | 'layer' | 'picture' | 'unknown-letters' | 'blank';
  /** Text that is drawn as invisible and belongs to no picture was left out. */
  readonly hasHiddenText: boolean;
  readonly isCut: boolean;
  /** Drawn for recognising its text, where that was asked for and it has none. */
  readonly drawn: GreyPicture | null;
}

/** A picture that covers this share of a page is the page. */
const COVERING = 0.4;
/** A scan may bear a stamp or a page number as text: so many letters are no text of a page. */
const FEW_LETTERS = 25;
/** Drawings of fewer shapes are frames and rules. */
const MANY_SHAPES = 150;
/** Share of letters that nobody can tell from which a page cannot be read. */
const UNKNOWN = 0.4;
/** The plane of a PDF page is 14,400 points at most (PDF 1.7, annex C); what is larger has gone wrong. */
const LARGEST_SIDE = 1_000_000;

const LETTER: PageView = { left: 0, bottom: 0, right: 612, top: 792, quarters: 0 };

const viewOf = ({ library }: OpenPdf, page: number): PageView =>
  borrow(library, 16, (room) => {
    const quarters = ((library.FPDFPage_GetRotation(page) % 4) + 4) % 4;
    if (library.FPDF_GetPageBoundingBox(page, room) === 0) return { ...LETTER, quarters };
    const memory = library.memory();
    // The library's order for boxes of this kind: left, top, right, bottom.
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((at) => memory.getFloat32(room + at, true));
    const sides = [right - left, top - bottom];
    const isSound = sides.every((side) => side > 0 && side < LARGEST_SIDE);
    return isSound ? { left, bottom, right, top, quarters } : { ...LETTER, quarters };
  });

const kindOf = (letters: number, unknown: number, hasLayer: boolean, isPicture: boolean): PageContent['kind'] => {
  if (letters >= FEW_LETTERS && unknown > letters * UNKNOWN) return 'unknown-letters';
  if (hasLayer) return 'layer';
  if (letters < FEW_LETTERS && isPicture) return 'picture';
  return letters > 0 ? 'text' : 'blank';
};

/**
 * Reads one page.
 *
 * @param index From 0.
 * @param draws Whether a page without text is drawn, so that its text can be recognised.
 * @returns Null where the library cannot load the page.
 */
export const readPage = (pdf: OpenPdf, index: number, draws: boolean): PageContent | null => {
  const { library, document } = pdf;
  const page = library.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  const textPage = library.FPDFText_LoadPage(page);
  try {
    const view = viewOf(pdf, page);
    const written = textPage === 0 ? null : readWords(library, textPage, view);
    const { boxes, rules, cover, shapes } = readPictures(library, page, view);
    const { words = [], slanted = [], hidden = [] } = written ?? {};
    const seenLetters = [...words, ...slanted].reduce((sum, { text }) => sum + text.length, 0);
    const hasLayer = cover >= COVERING && hidden.length > 0;
    const isPicture = cover >= COVERING || shapes >= MANY_SHAPES;
    const kind = kindOf(seenLetters, written?.unknownLetters ?? 0, hasLayer, isPicture);
    const needsReading = kind === 'picture' || kind === 'unknown-letters';
    return {
      number: index + 1,
      width: widthOf(view),
      height: heightOf(view),
      words: kind === 'layer' ? [...hidden, ...words] : words,
      slanted,
      pictures: boxes,
      rules,
      kind,
      hasHiddenText: hidden.length > 0 && kind !== 'layer',
      isCut: written?.isCut ?? false,
      drawn: draws && needsReading ? renderPage(library, page, view) : null,
    };
  } finally {
    if (textPage !== 0) library.FPDFText_ClosePage(textPage);
    library.FPDF_ClosePage(page);
  }
};

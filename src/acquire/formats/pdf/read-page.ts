import { type Box, heightOf, widthOf } from './geometry.ts';
import type { OpenPdf } from './open-pdf.ts';
import { readPictures } from './page-pictures.ts';
import { viewOf } from './page-view.ts';
import { readWords } from './page-words.ts';
import type { Edges } from './path-edges.ts';
import type { Word } from './word.ts';

/** One page, let go by the library. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly slanted: readonly Word[];
  readonly pictures: readonly Box[];
  /** Straight lines drawn on it. */
  readonly edges: Edges;
  /**
   * `text`: written on it. `layer`: a picture with a text laid under it by a program that recognised it. `picture`: no text, but a picture
   * or a drawing. `unknown-letters`: written in fonts that do not say which letters they show. `blank`: nothing.
   */
  readonly kind: 'text' | 'layer' | 'picture' | 'unknown-letters' | 'blank';
  /** Text that is drawn as invisible and belongs to no picture was left out. */
  readonly hasHiddenText: boolean;
  readonly isCut: boolean;
}

/** A picture that covers this share of a page is the page. */
const COVERING = 0.4;
/** A scan may bear a stamp or a page number as text: so many letters are no text of a page. */
const FEW_LETTERS = 25;
/** Drawings of fewer shapes are frames and rules. */
const MANY_SHAPES = 150;
/** Share of letters that nobody can tell from which a page cannot be read. */
const UNKNOWN = 0.4;
const kindOf = (letters: number, unknown: number, hasLayer: boolean, isPicture: boolean): PageContent['kind'] => {
  if (letters >= FEW_LETTERS && unknown > letters * UNKNOWN) return 'unknown-letters';
  if (hasLayer) return 'layer';
  if (letters < FEW_LETTERS && isPicture) return 'picture';
  return letters > 0 ? 'text' : 'blank';
};

/** Reads one page. @param index From 0. @returns Null where the library cannot load it. */
export const readPage = (pdf: OpenPdf, index: number): PageContent | null => {
  const { library, document } = pdf;
  const page = library.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  const textPage = library.FPDFText_LoadPage(page);
  try {
    const view = viewOf(pdf, page);
    const written = textPage === 0 ? null : readWords(library, textPage, view);
    const { boxes, edges, cover, shapes } = readPictures(library, page, view);
    const { words = [], slanted = [], hidden = [] } = written ?? {};
    const seenLetters = [...words, ...slanted].reduce((sum, { text }) => sum + text.length, 0);
    const hasLayer = cover >= COVERING && hidden.length > 0;
    const isPicture = cover >= COVERING || shapes >= MANY_SHAPES;
    const kind = kindOf(seenLetters, written?.unknownLetters ?? 0, hasLayer, isPicture);
    return {
      number: index + 1,
      width: widthOf(view),
      height: heightOf(view),
      words: kind === 'layer' ? [...hidden, ...words] : words,
      slanted,
      pictures: boxes,
      edges,
      kind,
      hasHiddenText: hidden.length > 0 && kind !== 'layer',
      isCut: written?.isCut ?? false,
    };
  } finally {
    if (textPage !== 0) library.FPDFText_ClosePage(textPage);
    library.FPDF_ClosePage(page);
  }
};

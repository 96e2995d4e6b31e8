import type { GreyPicture } from '../../ocr.ts';
import { heightOf, type PageView, widthOf } from './geometry.ts';
import type { OpenPdf } from './open-pdf.ts';
import { viewOf } from './page-view.ts';
import type { Pdfium } from './pdfium.ts';

/** What Tesseract's makers ask for. */
const RESOLUTION = 300;
/** A page of 300 dots an inch has 9 million dots; a poster is drawn coarser. */
const MOST_DOTS = 30_000_000;
const LONGEST_SIDE = 12_000;
const POINTS = 72;

const GREY_FORMAT = 1;
/** fpdfview.h: FPDF_ANNOT, so that stamps and filled forms show, and FPDF_GRAYSCALE. */
const FLAGS = 0x01 | 0x08;
const WHITE = 0xffffffff;

const render = (library: Pdfium, page: number, view: PageView, resolution: number): GreyPicture => {
  const [wide, high] = [widthOf(view) / POINTS, heightOf(view) / POINTS];
  const fitting = Math.min(resolution, Math.sqrt(MOST_DOTS / (wide * high)), LONGEST_SIDE / Math.max(wide, high));
  const width = Math.max(1, Math.round(wide * fitting));
  const height = Math.max(1, Math.round(high * fitting));
  const bitmap = library.FPDFBitmap_CreateEx(width, height, GREY_FORMAT, 0, 0);
  if (bitmap === 0) throw new Error(`no room to draw a page of ${width} by ${height} dots`);
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE | 0);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    const stride = library.FPDFBitmap_GetStride(bitmap);
    const from = library.FPDFBitmap_GetBuffer(bitmap);
    const memory = new Uint8Array(library.memory().buffer);
    const dots = new Uint8Array(width * height);
    for (let row = 0; row < height; row++)
      dots.set(memory.subarray(from + row * stride, from + row * stride + width), row * width);
    return { width, height, dots, resolution: fitting };
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
};

/**
 * Draws one page as it is shown.
 *
 * @param index From 0.
 * @param resolution Dots an inch, 300 by default; fewer where the page is huge.
 * @throws Error when the page cannot be loaded or there is no room to draw it.
 */
export const drawPage = (pdf: OpenPdf, index: number, resolution = RESOLUTION): GreyPicture => {
  const page = pdf.library.FPDF_LoadPage(pdf.document, index);
  if (page === 0) throw new Error('the page cannot be loaded');
  try {
    return render(pdf.library, page, viewOf(pdf, page), resolution);
  } finally {
    pdf.library.FPDF_ClosePage(page);
  }
};

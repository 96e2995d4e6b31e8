import type { PageView } from './geometry.ts';
import type { OpenPdf } from './open-pdf.ts';
import { borrow } from './pdfium.ts';

/** The plane of a PDF page is 14,400 points at most (PDF 1.7, annex C); what is larger has gone wrong. */
const LARGEST_SIDE = 1_000_000;

const LETTER: PageView = { left: 0, bottom: 0, right: 612, top: 792, quarters: 0 };

/** How a page that is loaded is shown. What is no sound box is taken for a letter's. */
export const viewOf = ({ library }: OpenPdf, page: number): PageView =>
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

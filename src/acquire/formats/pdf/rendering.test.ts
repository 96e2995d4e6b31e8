import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acquireAll } from '../../../../tests/fixtures/acquire/make/told.ts';
import type { Anchor, Document } from '../../../model/index.ts';
import type { GreyPicture } from '../../ocr.ts';
import { drawPage } from './draw-page.ts';
import type { Box } from './geometry.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { viewOf } from './page-view.ts';
import { readWords } from './page-words.ts';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/acquire/pdf/', import.meta.url));
const RESOLUTION = 144;

/** Documents with nothing on them but text, and thin rules. */
const TEXT_ONLY = ['columns', 'newspaper', 'report', 'scripts', 'turned', 'cropped', 'hyphens', 'notes'] as const;

const documentOf = async (bytes: Uint8Array, name: string): Promise<Document> => {
  const [one] = await acquireAll(bytes, name);
  if (one === undefined || !('id' in one)) throw new Error(`Expected a document, found ${one?.code}.`);
  return one;
};

const boxOf = ({ place }: Anchor): Box => (place.kind === 'page' ? place.box : [0, 0, 0, 0]);
const pageOf = ({ place }: Anchor): number => (place.kind === 'page' ? place.page : 0);

/** Counts dots of ink inside a box that is given in points, or blanks it. @param around More dots on each side. */
const overDots = (picture: GreyPicture, box: Box, around: number, use: (at: number) => void): void => {
  const scale = picture.resolution / 72;
  const [left, top] = [Math.floor(box[0] * scale) - around, Math.floor(box[1] * scale) - around];
  const [right, bottom] = [Math.ceil(box[2] * scale) + around, Math.ceil(box[3] * scale) + around];
  for (let y = Math.max(0, top); y < Math.min(picture.height, bottom); y++)
    for (let x = Math.max(0, left); x < Math.min(picture.width, right); x++) use(y * picture.width + x);
};

const inkIn = (picture: GreyPicture, box: Box): number => {
  let dark = 0;
  overDots(picture, box, 0, (at) => {
    if ((picture.dots[at] ?? 255) < 128) dark++;
  });
  return dark;
};

/** Rows of ink that are no rule: a rule is dark from one end to the other. */
const inkLeft = ({ dots, width, height }: GreyPicture): number => {
  let dark = 0;
  for (let y = 0; y < height; y++) {
    const row = dots.subarray(y * width, (y + 1) * width).filter((dot) => dot < 128).length;
    if (row < width * 0.2) dark += row;
  }
  return dark;
};

const withPdf = async <T>(bytes: Uint8Array, use: (pdf: OpenPdf) => T): Promise<T> => {
  const pdf = await openPdf(bytes);
  try {
    return use(pdf);
  } finally {
    pdf.close(false);
  }
};

describe('anchors of a PDF, held against the page as drawn', () => {
  for (const name of TEXT_ONLY) {
    it(`${name}: in each line's box there is ink, and without the boxes there is none`, async () => {
      const bytes = readFileSync(`${folder}${name}.pdf`);
      const { anchors, layout } = await documentOf(bytes, `${name}.pdf`);
      await withPdf(bytes, (pdf) => {
        for (let page = 1; page <= pdf.pages; page++) {
          const own = anchors.filter((anchor) => pageOf(anchor) === page);
          const picture = drawPage(pdf, page - 1, RESOLUTION);
          for (const anchor of own) expect(inkIn(picture, boxOf(anchor))).toBeGreaterThan(8);
          // What pages repeat stands in the text once, with the place where it stands first.
          const repeats = layout.some(({ kind }) => kind === 'running-head') && page > 1;
          if (repeats) continue;
          for (const anchor of own)
            overDots(picture, boxOf(anchor), 1, (at) => {
              picture.dots[at] = 255;
            });
          // Bullets are drawn as shapes by browsers: some dots of ink.
          expect(inkLeft(picture)).toBeLessThan(name === 'report' ? 120 : 12);
        }
      });
    });
  }

  for (const name of [...TEXT_ONLY, 'grid']) {
    it(`${name}: each word stands in the box of its line`, async () => {
      const bytes = readFileSync(`${folder}${name}.pdf`);
      const { text, anchors } = await documentOf(bytes, `${name}.pdf`);
      await withPdf(bytes, (pdf) => {
        const { library, document } = pdf;
        let checked = 0;
        for (let index = 0; index < pdf.pages; index++) {
          const page = library.FPDF_LoadPage(document, index);
          const textPage = library.FPDFText_LoadPage(page);
          const read = readWords(library, textPage, viewOf(pdf, page));
          const words = [...read.words, ...read.slanted];
          library.FPDFText_ClosePage(textPage);
          library.FPDF_ClosePage(page);
          for (const anchor of anchors.filter((one) => pageOf(one) === index + 1)) {
            const [left, top, right, bottom] = boxOf(anchor);
            const inside = words.filter(
              ({ ink }) => ink[0] >= left && ink[1] >= top && ink[2] <= right && ink[3] <= bottom,
            );
            const line = text.slice(anchor.start, anchor.end);
            // Every word of the line that the library places is in the line's box.
            for (const word of line.split(/[\s\t]+/).filter((part) => part.length > 3)) {
              const bare = word.replace(/[-\u00ad]$/, '');
              expect(inside.map((one) => one.text.replace(/[-\u00ad]$/, '')).join('')).toContain(bare);
              checked++;
            }
          }
        }
        expect(checked).toBeGreaterThan(5);
      });
    });
  }
});

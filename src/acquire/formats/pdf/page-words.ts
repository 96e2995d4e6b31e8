import { type Box, boxToShown, heightOf, type PageView, toReading, toShown, widthOf } from './geometry.ts';
import { borrow, type Pdfium } from './pdfium.ts';
import type { Word } from './word.ts';
import { type Look, WordWriter } from './word-writer.ts';

/** What is written on a page. */
export interface PageWords {
  /** In the file's order. */
  readonly words: readonly Word[];
  /** Set at a slant, as watermarks and stamps are. */
  readonly slanted: readonly Word[];
  /** Drawn as invisible: an OCR layer if the page is a picture. */
  readonly hidden: readonly Word[];
  /** Letters whose font does not say which letters they are. */
  readonly unknownLetters: number;
  readonly letters: number;
  /** Not all of it was taken. */
  readonly isCut: boolean;
}

/** A page of small print has some 15,000 letters. */
export const MOST_LETTERS = 200_000;

/** Ligatures and the shapes that Arabic and Hebrew letters take: a person who copies them gets the letters. */
const SHAPES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc]/;
/** Nothing is shown for these. */
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/;
const BOLD = /bold|black|heavy|demi/i;
/** PDFium's mark for a hyphen that it takes for one at the end of a line. */
const LINE_HYPHEN = 2;
/** Invisible, and used as a stencil only: PDF 1.7, table 106. */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);
const SLANT = Math.PI / 18;

const F32 = 4;
const F64 = 8;

/** Looks of text objects on one page; a page has far fewer than letters, unless the program that made it sets each by itself. */
const lookReader = (library: Pdfium, textPage: number, view: PageView, room: number) => {
  const bolds = new Map<number, boolean>();
  const isBold = (object: number): boolean => {
    const font = library.FPDFTextObj_GetFont(object);
    const known = bolds.get(font);
    if (known !== undefined) return known;
    const bytes = library.FPDFFont_GetBaseFontName(font, room, 200);
    const name = bytes > 0 && bytes <= 200 ? new Uint8Array(library.memory().buffer, room, bytes - 1).slice() : [];
    const bold = BOLD.test(String.fromCharCode(...name));
    bolds.set(font, bold);
    return bold;
  };
  let last = 0;
  let look: Look | null = null;
  return (object: number, index: number): Look => {
    if (look !== null && object === last) return look;
    last = object;
    let [a, b, c, d] = [1, 0, 0, 1];
    if (library.FPDFText_GetMatrix(textPage, index, room) !== 0) {
      const memory = library.memory();
      [a, b, c, d] = [0, 1, 2, 3].map((i) => memory.getFloat32(room + i * F32, true)) as [
        number,
        number,
        number,
        number,
      ];
    }
    const [fromX, fromY] = toShown(view, 0, 0);
    const [toX, toY] = toShown(view, a, b);
    const angle = Math.atan2(toY - fromY, toX - fromX);
    const quarters = Math.round(angle / (Math.PI / 2));
    const size = library.FPDFText_GetFontSize(textPage, index) * Math.hypot(c, d);
    look = {
      size: Number.isFinite(size) && size > 0 ? size : 1,
      isBold: isBold(object),
      isHidden: INVISIBLE_MODES.has(library.FPDFTextObj_GetTextRenderMode(object)),
      turn: ((quarters % 4) + 4) % 4,
      isSlanted: Math.abs(angle - quarters * (Math.PI / 2)) > SLANT,
    };
    return look;
  };
};

interface LetterPlace {
  readonly ink: Box;
  /** With the room that its font gives it. */
  readonly loose: Box;
  readonly origin: readonly [x: number, y: number];
}

/** What the library has written of a letter: left, right, bottom, top; the loose box as left, top, right, bottom; the origin. */
const placeOf = (memory: DataView, room: number, view: PageView): LetterPlace => ({
  ink: boxToShown(
    view,
    memory.getFloat64(room, true),
    memory.getFloat64(room + 2 * F64, true),
    memory.getFloat64(room + F64, true),
    memory.getFloat64(room + 3 * F64, true),
  ),
  loose: boxToShown(
    view,
    memory.getFloat32(room + 4 * F64, true),
    memory.getFloat32(room + 4 * F64 + F32, true),
    memory.getFloat32(room + 4 * F64 + 2 * F32, true),
    memory.getFloat32(room + 4 * F64 + 3 * F32, true),
  ),
  origin: toShown(view, memory.getFloat64(room + 6 * F64, true), memory.getFloat64(room + 7 * F64, true)),
});

const isShown = ([left, top, right, bottom]: Box, width: number, height: number): boolean => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= 0 && x <= width && y >= 0 && y <= height;
};

const lettersOf = (code: number): string => {
  if (code === LINE_HYPHEN) return '-';
  if (code < 0x500) return String.fromCharCode(code);
  const letter = code > 0xffff ? String.fromCodePoint(Math.min(code, 0x10ffff)) : String.fromCharCode(code);
  return SHAPES.test(letter) ? letter.normalize('NFKC') : letter;
};

/** Reads what is written on a page that is loaded. Letters outside of what the page shows are left out. */
export const readWords = (library: Pdfium, textPage: number, view: PageView): PageWords => {
  const count = library.FPDFText_CountChars(textPage);
  const writer = new WordWriter();
  const [width, height] = [widthOf(view), heightOf(view)];
  let unknownLetters = 0;
  let letters = 0;
  borrow(library, 256, (room) => {
    const lookOf = lookReader(library, textPage, view, room);
    for (let i = 0; i < Math.min(count, MOST_LETTERS); i++) {
      const code = library.FPDFText_GetUnicode(textPage, i);
      const object = library.FPDFText_GetTextObject(textPage, i);
      if (code === 0x20 || code === 0xa0 || code === 0x3000 || (code > 0 && code < 0x20 && code !== LINE_HYPHEN)) {
        writer.space(object === 0 || code < 0x20 ? 'made-out' : 'written');
        continue;
      }
      const text = lettersOf(code);
      if (object === 0 || UNSEEN.test(text) || code === 0 || code === 0xfffe) continue;
      if (library.FPDFText_GetCharBox(textPage, i, room, room + F64, room + 2 * F64, room + 3 * F64) === 0) continue;
      library.FPDFText_GetLooseCharBox(textPage, i, room + 4 * F64);
      library.FPDFText_GetCharOrigin(textPage, i, room + 6 * F64, room + 7 * F64);
      const placed = placeOf(library.memory(), room, view);
      const look = lookOf(object, i);
      if (!isShown(placed.ink, width, height)) continue;
      const [x1] = toReading(look.turn, placed.loose[0], placed.loose[1]);
      const [x2] = toReading(look.turn, placed.loose[2], placed.loose[3]);
      const [, baseline] = toReading(look.turn, placed.origin[0], placed.origin[1]);
      if (!Number.isFinite(x1 + x2 + baseline)) continue;
      letters++;
      if (library.FPDFText_HasUnicodeMapError(textPage, i) === 1) unknownLetters++;
      writer.letter(text, look, Math.min(x1, x2), Math.max(x1, x2), baseline, placed.ink);
    }
  });
  writer.end();
  const { words, slanted, hidden } = writer;
  return { words, slanted, hidden, unknownLetters, letters, isCut: count > MOST_LETTERS };
};

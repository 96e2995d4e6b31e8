/** A page as a picture: one byte a dot, from black to white, row by row from the top left. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
  /** Dots an inch. */
  readonly resolution: number;
}

/** Left, top, right, bottom, in dots. */
type DotBox = readonly [left: number, top: number, right: number, bottom: number];

/** A line as recognised in a picture. */
export interface OcrLine {
  readonly box: DotBox;
  /** From left to right on the page; sure from 0 to 1. */
  readonly words: readonly { readonly text: string; readonly box: DotBox; readonly sure: number }[];
}

/** What recognises text in pictures. Handed in, since it is a program of its own. */
export interface Ocr {
  /** With its version: `tesseract 5.3.0`. */
  readonly by: string;
  /** Languages that it reads by, given the document's own as BCP 47 tag or null: `eng`, `eng+rus`. */
  languagesFor(language: string | null): string;
  /** @throws When it fails or takes too long; the page is then named as unread. */
  read(picture: GreyPicture, languages: string): Promise<readonly OcrLine[]>;
}

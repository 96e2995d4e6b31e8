import type { GreyPicture, OcrLine } from '../../ocr.ts';
import type { Box } from './geometry.ts';
import type { Word } from './word.ts';

/** Lines less sure than this are what OCR makes of photographs and stains. */
const LEAST_SURE = 0.35;
/** Size of the type of a line, which reaches from the tops of its letters to their tails: 0.9 of the size in common faces. */
const SIZE_OF_LINE = 1.1;
const POINTS = 72;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Words as recognised in the drawing of a page, as if they were written on it. */
export const wordsFromOcr = (lines: readonly OcrLine[], { resolution }: GreyPicture): readonly Word[] => {
  const scale = POINTS / resolution;
  const sure = lines.filter(
    ({ words }) => words.length > 0 && words.reduce((sum, word) => sum + word.sure, 0) / words.length >= LEAST_SURE,
  );
  const usual = median(sure.map(({ box }) => box[3] - box[1]));
  return sure.flatMap(({ box, words }) => {
    const height = box[3] - box[1];
    // How high a line is depends on its letters; only what is far from the usual is another size.
    const size = (height > usual * 0.6 && height < usual * 1.4 ? usual : height) * SIZE_OF_LINE * scale;
    const standing = words.filter(({ text }) => !/[gjpqyQ,;()[\]]/.test(text)).map((word) => word.box[3]);
    const baseline = (standing.length > 0 ? median(standing) : box[3] - height * 0.2) * scale;
    return words.map(({ text, box: [left, top, right, bottom] }, i): Word => {
      const ink: Box = [left * scale, top * scale, right * scale, bottom * scale];
      const before = i === 0 ? 'nothing' : 'made-out';
      return { text, left: ink[0], right: ink[2], baseline, size, isBold: false, ink, turn: 0, before };
    });
  });
};

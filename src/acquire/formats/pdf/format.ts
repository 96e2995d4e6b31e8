import { type Format, HEAD_BYTES } from '../format.ts';

const MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** Acrobat takes the mark anywhere in the first 1,024 bytes, and mail gateways do put lines before it (PDF 1.7, appendix H, note 13). */
const isPdf = (head: Uint8Array): boolean => {
  const last = Math.min(head.length - MARK.length, 1024, HEAD_BYTES);
  for (let at = 0; at <= last; at++) {
    // A text that speaks of the mark is no PDF: what stands before it is on lines of its own.
    const isAtLineStart = at === 0 || head[at - 1] === 0x0a || head[at - 1] === 0x0d;
    if (isAtLineStart && MARK.every((byte, i) => head[at + i] === byte) && isVersion(head, at + MARK.length))
      return true;
  }
  return false;
};

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const isVersion = (head: Uint8Array, at: number): boolean =>
  isDigit(head[at]) && head[at + 1] === 0x2e && isDigit(head[at + 2]);

export const PDF: Format = {
  what: 'a PDF document',
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  endings: ['pdf'],
  isIt: isPdf,
  size: 'pages',
  load: async () => (await import('./read-pdf.ts')).readPdf,
};

import { fileTypeFromBuffer } from 'file-type';

/** Characters that no text holds: control characters other than tab, line ends, form feed, backspace and escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0007\u000e-\u001a\u001c-\u001f\u007f]/g;

/** Share of control characters from which bytes are taken for binary: random bytes have 11 %, texts with slips far below 1 %. */
const BINARY_SHARE = 0.01;

/** Formats that look like text and are none that we read: told by how they start. */
const WRITTEN_FORMATS: readonly { readonly start: string; readonly what: string }[] = [
  { start: '%PDF-', what: 'a PDF document (application/pdf)' },
  { start: '{\\rtf', what: 'a Rich Text document (application/rtf)' },
  { start: '%!PS', what: 'a PostScript document (application/postscript)' },
];

/**
 * Names what bytes are when they are no text.
 *
 * Signatures of two or three letters ("BM", "MZ") start honest sentences too, so a signature counts only when the
 * decoded text holds control characters or broken characters as well.
 *
 * @returns For instance `a file of type image/png`, or null for text.
 */
export const describeBinary = async (bytes: Uint8Array, text: string): Promise<string | null> => {
  const head = text.slice(0, 1_000_000);
  const start = head.trimStart();
  const written = WRITTEN_FORMATS.find((format) => start.startsWith(format.start));
  if (written) return written.what;
  const controls = head.match(CONTROLS)?.length ?? 0;
  if (controls === 0 && !head.includes('\ufffd')) return null;
  const type = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined);
  if (type && type.mime !== 'application/xml') return `a file of type ${type.mime}`;
  const share = controls / Math.max(1, head.length);
  if (share > BINARY_SHARE) return `binary data (${Math.round(share * 100)} of 100 characters are control characters)`;
  const broken = head.match(/\ufffd/g)?.length ?? 0;
  return broken / Math.max(1, head.length) > 0.3 ? 'bytes that are text in no known encoding' : null;
};

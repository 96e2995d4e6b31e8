import { BackchannelError } from '../../../model/index.ts';
import { mendPdf } from './mend.ts';
import { loadPdfium, type Pdfium, restPdfium } from './pdfium.ts';

/** A document that the library holds open. */
export interface OpenPdf {
  readonly library: Pdfium;
  readonly document: number;
  readonly pages: number;
  /** Its list of pages was lost and has been made anew from what is left. */
  readonly isMended: boolean;
  /** Gives its memory back. To be called once. @param hasFailed The library broke down inside of it. */
  close(hasFailed: boolean): void;
}

/** What the library answers when it cannot open a file: fpdfview.h, FPDF_ERR_*. */
const FORMAT_ERROR = 3;
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

const whyNot = (error: number): BackchannelError => {
  if (error === PASSWORD_ERROR)
    return new BackchannelError(
      'acquire/locked',
      'Expected a PDF document that opens, found one that asks for a password.',
      {
        next: 'Open it with its password, save it without one, and name that file.',
      },
    );
  if (error === SECURITY_ERROR)
    return new BackchannelError(
      'acquire/locked',
      'Expected a PDF document that opens, found one locked by a method that is not known.',
      { next: 'Print it to a new PDF from the program that opens it, and name that file.' },
    );
  const what = error === FORMAT_ERROR ? 'its structure cannot be made out' : `the library gave error ${error}`;
  return new BackchannelError(
    'acquire/broken',
    `Expected a PDF document that can be read, found a damaged one (${what}).`,
    {
      next: 'Fetch it again from where it came, or open it and save it anew.',
    },
  );
};

/** @returns What the library answers instead, when it cannot open them. */
const open = (library: Pdfium, bytes: Uint8Array, isMended: boolean): OpenPdf | number => {
  const pointer = library.malloc(bytes.length);
  if (pointer === 0) throw new Error(`no room for ${bytes.length} bytes`);
  let document = 0;
  const close = (hasFailed: boolean): void => {
    // A library that broke down inside is let go as a whole.
    if (!hasFailed) {
      if (document !== 0) library.FPDF_CloseDocument(document);
      library.free(pointer);
    }
    restPdfium(library, hasFailed);
  };
  try {
    new Uint8Array(library.memory().buffer).set(bytes, pointer);
    document = library.FPDF_LoadMemDocument64(pointer, bytes.length, 0);
    if (document !== 0) return { library, document, pages: library.FPDF_GetPageCount(document), isMended, close };
  } catch (error) {
    close(true);
    throw error;
  }
  const error = library.FPDF_GetLastError();
  close(false);
  return error;
};

/**
 * Opens a document from its bytes, which are copied into the library's memory. One that was cut off is mended first, if whole pages are
 * left in it.
 *
 * @throws BackchannelError `acquire/locked`, `acquire/broken`.
 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf> => {
  const library = await loadPdfium();
  const opened = open(library, bytes, false);
  const isWhole = typeof opened !== 'number' && opened.pages > 0;
  if (isWhole || opened === PASSWORD_ERROR || opened === SECURITY_ERROR) {
    if (typeof opened === 'number') throw whyNot(opened);
    return opened;
  }
  const mended = mendPdf(bytes);
  const again = mended === null ? null : open(library, mended, true);
  if (again === null || typeof again === 'number') {
    if (typeof opened === 'number') throw whyNot(opened);
    return opened;
  }
  if (typeof opened !== 'number') opened.close(false);
  return again;
};

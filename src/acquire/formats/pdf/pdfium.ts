import { BackchannelError } from '../../../model/index.ts';

/** The version of the library in package.json; steps name it. */
export const PDFIUM = 'pdfium 2.15.1';

/** A function of the library: pointers, numbers and booleans are all numbers there. */
type Call = (...numbers: readonly number[]) => number;

const CALLS = [
  'malloc',
  'free',
  'PDFiumExt_Init',
  'FPDF_LoadMemDocument64',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_GetPageCount',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageBoundingBox',
  'FPDFPage_GetRotation',
  'FPDF_GetMetaText',
  'FPDFCatalog_GetLanguage',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_GetTextObject',
  'FPDFText_GetCharBox',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetFontSize',
  'FPDFText_GetMatrix',
  'FPDFText_HasUnicodeMapError',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFTextObj_GetFont',
  'FPDFFont_GetBaseFontName',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetMatrix',
  'FPDFPath_CountSegments',
  'FPDFPath_GetPathSegment',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetType',
  'FPDFPathSegment_GetClose',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetAttachment',
  'FPDFAttachment_GetName',
  'FPDFAttachment_GetFile',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_Destroy',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetStride',
  'FPDF_RenderPageBitmap',
] as const;

/** The library's own functions, without the wrappers that turn values: those cost as much as the calls themselves. */
export type Pdfium = Readonly<Record<(typeof CALLS)[number], Call>> & {
  /** The library's memory. To be asked for anew after each call, since memory that grows moves. */
  readonly memory: () => DataView<ArrayBuffer>;
};

const start = async (): Promise<Pdfium> => {
  const { init } = await import('@embedpdf/pdfium');
  // What it has to say when it breaks down is in the error that it throws.
  const quiet = { print: () => undefined, printErr: () => undefined };
  const { pdfium } = await init(quiet as Parameters<typeof init>[0]);
  const exported = pdfium.wasmExports as unknown as Readonly<Record<string, Call | undefined>>;
  const heap = pdfium as unknown as { readonly HEAPU8: Uint8Array<ArrayBuffer> };
  let view = new DataView(heap.HEAPU8.buffer);
  const calls = CALLS.map((name) => {
    const call = exported[name];
    if (call === undefined)
      throw new BackchannelError('acquire/library', `Expected ${PDFIUM} to have ${name}, found that it has not.`, {
        next: 'Install the dependencies again: npm ci.',
      });
    return [name, call] as const;
  });
  const library = {
    ...(Object.fromEntries(calls) as Record<(typeof CALLS)[number], Call>),
    memory: () => {
      if (view.buffer !== heap.HEAPU8.buffer) view = new DataView(heap.HEAPU8.buffer);
      return view;
    },
  };
  library.PDFiumExt_Init();
  return library;
};

let loaded: Promise<Pdfium> | null = null;

/** The library, one of it a thread, loaded when the first PDF comes: 40 ms. */
export const loadPdfium = (): Promise<Pdfium> => {
  loaded ??= start();
  return loaded;
};

/** Memory of the library never shrinks; past this many bytes it is let go, and the next PDF loads it anew. */
const MOST_KEPT = 512 * 1024 * 1024;

/** To be called when a document is done. @param hasFailed The library broke down inside: it is not used again. */
export const restPdfium = (library: Pdfium, hasFailed: boolean): void => {
  if (hasFailed || library.memory().byteLength > MOST_KEPT) loaded = null;
};

/** Whether the library broke down inside, so that what it holds can no longer be relied on: it ran into a trap or out of stack. */
export const hasBrokenDown = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError);

/** Lends a stretch of the library's memory for the time of a call. */
export const borrow = <T>(library: Pdfium, bytes: number, use: (pointer: number) => T): T => {
  const pointer = library.malloc(bytes);
  if (pointer === 0) throw new Error(`no room for ${bytes} bytes`);
  try {
    return use(pointer);
  } finally {
    library.free(pointer);
  }
};

/** Longest string taken from the properties of a file, in bytes. */
const STRING_BYTES = 64 * 1024;

/** A string that the library writes as UTF-16 with a zero at its end; empty where there is none. */
export const stringOf = (library: Pdfium, write: (pointer: number, bytes: number) => number): string => {
  const bytes = Math.min(write(0, 0), STRING_BYTES);
  if (bytes <= 2) return '';
  return borrow(library, bytes, (pointer) => {
    if (write(pointer, bytes) > bytes) return '';
    const written = new Uint8Array(library.memory().buffer, pointer, bytes).slice();
    return new TextDecoder('utf-16le').decode(written).replace(/\0[\s\S]*$/, '');
  });
};

/** Lends a string to the library as it wants the names of properties: Latin letters and a zero. */
export const withLetters = <T>(library: Pdfium, letters: string, use: (pointer: number) => T): T =>
  borrow(library, letters.length + 1, (pointer) => {
    const memory = library.memory();
    for (let i = 0; i < letters.length; i++) memory.setUint8(pointer + i, letters.charCodeAt(i) & 0x7f);
    memory.setUint8(pointer + letters.length, 0);
    return use(pointer);
  });

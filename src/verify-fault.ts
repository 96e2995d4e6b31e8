import type { CaseList } from './model/index.ts';

/** A row of the case, or a document, that is not what it should be. */
export interface VerifyFault {
  /** Stable and searchable: `verify/quote`, `verify/no-evidence`, `verify/custody`, `verify/document-gone`, `verify/other-text`, or a code of the store such as `store/text-changed`. */
  readonly code: string;
  /** List and id of the row; null when the fault is of a document or of the file. */
  readonly row: { readonly list: CaseList; readonly id: string } | null;
  /** The document and the place in it; null when there is none. */
  readonly at: {
    readonly document: string;
    readonly path: string | null;
    readonly start: number;
    readonly end: number;
  } | null;
  readonly document: { readonly id: string; readonly path: string | null } | null;
  /** What was expected and what was found. */
  readonly reason: string;
}

/** Something that whoever checks a case should know and that is no fault. */
export interface VerifyNote {
  readonly document: { readonly id: string; readonly path: string | null } | null;
  readonly text: string;
}

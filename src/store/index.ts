export type { DocumentHit, ItemHit, SearchHit, SearchOptions, SearchResult } from './case-search.ts';
export type {
  Addition,
  AdditionOutcome,
  CaptureAddition,
  CaseStore,
  CustodyLine,
  Derivation,
  DocumentEntry,
  KeptCapture,
  KeptNotice,
  KeptPiece,
  RefusedArrival,
  StoredItem,
  StoreFault,
  Watched,
} from './case-store.ts';
export { custodyFaults } from './custody-log.ts';
export { inputsDigest } from './inputs-digest.ts';
export type { OpenOptions } from './open-sqlite.ts';
export type { SearchPassage, SearchPiece } from './search-passages.ts';
export { openSqliteCase } from './sqlite-case-store.ts';

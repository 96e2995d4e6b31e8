export type { Clock, Fetched, FetchedPage, Fetcher, FetchLimits } from './acquire/index.ts';
export type {
  Bundled,
  BundleOptions,
  DecisionRequest,
  PageFetcherSettings,
  PagesWritten,
  Progress,
  ReadIntoOptions,
  ReadOutcome,
  ReadSummary,
  RefusedLine,
  TakenIn,
  Verified,
  VerifiedBundle,
  VerifyFault,
  VerifyNote,
  VerifyOptions,
} from './backchannel.ts';
export {
  type CaseStore,
  type CaseView,
  decide,
  deriveCase,
  exportCase,
  exportJournal,
  exportPages,
  importJournal,
  openCase,
  openFetcherFor,
  readEach,
  readInto,
  verifyBundle,
  verifyCase,
  wholeCase,
  writeBundle,
} from './backchannel.ts';
export { buildCase } from './build-case.ts';
export {
  type DealOutlook,
  type DealState,
  type Gain,
  type Supposable,
  type Supposed,
  type SupposeStep,
  type Suppositions,
  suppose,
} from './ledgers/index.ts';
export * from './model/index.ts';
export {
  compareNames,
  NAME_THRESHOLDS,
  NAME_TYPES,
  type NameMatch,
  type NameReason,
  type NameType,
  type NameVerdict,
} from './text/index.ts';
export { byRest, type DroppedSource, dropSources, findSource, type MatrixRow, matrixOf } from './weigh/index.ts';
export { type ChangedFinding, type WhatIf, type WhatIfSupposed, whatIf, whatIfSupposed } from './what-if.ts';

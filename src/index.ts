export type {
  DecisionRequest,
  Progress,
  ReadIntoOptions,
  ReadOutcome,
  ReadSummary,
  RefusedLine,
  TakenIn,
  Verified,
  VerifyFault,
} from './backchannel.ts';
export {
  type CaseStore,
  type CaseView,
  decide,
  deriveCase,
  exportCase,
  exportJournal,
  importJournal,
  openCase,
  readEach,
  readInto,
  verifyCase,
  wholeCase,
} from './backchannel.ts';
export { buildCase } from './build-case.ts';
export * from './model/index.ts';

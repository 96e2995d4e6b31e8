export type { Progress, ReadIntoOptions, ReadOutcome, ReadSummary, Verified, VerifyFault } from './backchannel.ts';
export {
  type CaseStore,
  type CaseView,
  deriveCase,
  exportCase,
  openCase,
  readEach,
  readInto,
  verifyCase,
  wholeCase,
} from './backchannel.ts';
export { buildCase } from './build-case.ts';
export * from './model/index.ts';

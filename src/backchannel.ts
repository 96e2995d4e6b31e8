/**
 * The one place where rooms are joined: here the real file system, store, reader, beat and deriving are chosen, and the
 * files beside this one say how they work together. Rooms themselves know only what is handed to them.
 */
import type { CaseStore, OpenOptions } from './store/index.ts';

export type { Clock as WatchClock } from './acquire/index.ts';
export type { AcquirerSettings } from './acquirer.ts';
export { beatsOf, ledgersOf } from './beat-ledgers.ts';
export { type Bundled, type BundleOptions, writeBundle } from './bundle.ts';
export {
  type CaseHost,
  type CaseHostOptions,
  type HostReadOptions,
  openCaseHost,
} from './case-host.ts';
export { keepLines, linesOf } from './case-lines.ts';
export { CaseKeeper, type CaseView, deriveCase, exportCase, wholeCase } from './case-view.ts';
export { type DecisionRequest, decide } from './decide.ts';
export { type DoubtfulNames, doubtfulNames } from './doubtful-names.ts';
export type { DroppedFile } from './dropped-files.ts';
export { editsBetween } from './edits-between.ts';
export { exportPages, type PagesWritten } from './export-pages.ts';
export { exportJournal, importJournal, type RefusedLine, type TakenIn } from './journal.ts';
export { NearestNames, type NearName, nearestNames } from './nearest-names.ts';
export { newBeat } from './new-beat.ts';
export { openFetcherFor, type PageFetcherSettings } from './page-fetcher.ts';
export { readEach } from './read-each.ts';
export { type Progress, type ReadIntoOptions, type ReadSummary, readInto } from './read-into.ts';
export type { ReadOutcome } from './read-one.ts';
export type { PoolSettings } from './reader-pool.ts';
export { type SettledBeat, settleBeat } from './settle-beat.ts';
export type { CaseStore } from './store/index.ts';
export { type ExampleResult, testBeat } from './test-beat.ts';
export { type Verified, type VerifyOptions, verifyCase } from './verify.ts';
export { type VerifiedBundle, verifyBundle } from './verify-bundle.ts';
export type { VerifyFault, VerifyNote } from './verify-fault.ts';
export { type WatchListener, type WatchOptions, watchSources } from './watch.ts';
export {
  type WatchedSource,
  type WatchSource,
  watchedSources,
  watchSourceOf,
  webAddressesOf,
} from './watch-sources.ts';

/**
 * Opens a case file, or makes one.
 *
 * @param place Path of the file. By custom it ends in `.case`.
 * @param options `create`: whether a file that is not there is made; false by default.
 * @throws BackchannelError `store/not-found`, `store/not-a-case`, `store/newer-version`, `store/cannot-open`, ...
 */
export const openCase = async (place: string, options: Partial<OpenOptions> = {}): Promise<CaseStore> => {
  const { openSqliteCase } = await import('./store/index.ts');
  return openSqliteCase(place, { create: false, ...options });
};

import type { Case, Document } from '../model/index.ts';
import { type BriefOptions, makeBrief } from './make-brief.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';

export type { ContingencyGraph, ContingencyNode } from './brief.ts';
export { CaseSight, NO_SIGHT, sightOf } from './case-sight.ts';
export { type ContingencyPicture, LINE as CONTINGENCY_LINE, layOutContingency } from './lay-out-contingency.ts';
export type { BriefOptions } from './make-brief.ts';
export { type Lines, makeLines } from './make-lines.ts';
export { type Moment, momentOf } from './moment.ts';
export { FEED_NOTICES, noticeFeed, sayNoticeKind } from './notice-feed.ts';
export { type CellPart, type CellPiece, type NameOfId, printRow } from './print-row.ts';
export { sayAgain } from './say-again.ts';
export { sayArrival, sayHand, sayInstant } from './say-custody.ts';
export { sayDate, sayDatesIn, sayTime } from './say-date.ts';
export { sayDisagreement } from './say-disagreement.ts';
export { placeMarks, placesIn, sayClock, sayPlace } from './say-place.ts';
export { markUnread, sayUnread } from './say-unread.ts';
export { setApart } from './set-apart.ts';
export { STANDING_MEANINGS, STANDING_WORDS, STANDINGS } from './standing.ts';
export { type Stand, sayStand, saySteps, standingStep } from './standing-step.ts';
export { tellChanges } from './tell-changes.ts';
export { oneLine } from './words.ts';

/**
 * The written report of a case as one HTML page: what stands, a timeline, the cast, the ledgers, disputed points, what rests
 * on one origin, what is missing, where the documents come from, and every quote as a note.
 *
 * The page holds all it needs, runs no script and fetches nothing; it is made for light and dark, wide and narrow screens and
 * A4. Every sentence stands on a note that holds its quote to the letter. Long lists are cut and say how much was left out.
 * The same case gives the same bytes; the order of `documents` does not matter.
 *
 * @param documents The case's documents with their texts: each quote is checked against them.
 * @param options Title and the name of the case file in hints; see {@link BriefOptions}.
 * @returns UTF-16 text that ends with a newline, to be stored as UTF-8.
 * @throws BackchannelError `publish/quote-not-found` when a quote is not in its document at its place.
 * @see docs/publish.md
 */
export const briefHtml = (case_: Case, documents: readonly Document[], options: BriefOptions = {}): string =>
  renderHtml(makeBrief(case_, documents, options));

/**
 * The same report as Markdown, with tables and footnotes as GitHub reads them. What {@link briefHtml} draws stands here as a
 * table; all else is the same, note for note.
 *
 * @throws BackchannelError `publish/quote-not-found` when a quote is not in its document at its place.
 */
export const briefMarkdown = (case_: Case, documents: readonly Document[], options: BriefOptions = {}): string =>
  renderMarkdown(makeBrief(case_, documents, options));
export {
  type PageHistory,
  type PageState,
  pageHistories,
  type SeenPage,
  sayState,
} from './page-history.ts';
export { cdxLine, type Indexed, mimeOf, type RecordPlace, sortKey } from './warc/cdx-line.ts';
export {
  infoRecord,
  redirectRecords,
  responseRecords,
  revisitRecords,
  type WarcRecord,
  warcBytes,
} from './warc/warc-record.ts';

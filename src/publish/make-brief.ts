import type { Case, Document, LedgerDefinitions } from '../model/index.ts';
import { byDate, edtfInterval } from '../text/index.ts';
import type { Block, Brief, Section } from './brief.ts';
import { CaseLookup } from './case-lookup.ts';
import { cast } from './cast.ts';
import { columnsTable } from './columns-table.ts';
import { contingency } from './contingency.ts';
import { disputed } from './disputed.ts';
import { hypotheses } from './hypotheses.ts';
import { makeTimeline } from './make-timeline.ts';
import { missing } from './missing.ts';
import { NoteBook } from './note-book.ts';
import { documentsAndOrigins } from './origin-trees.ts';
import { ownLedgers } from './own-ledgers.ts';
import { patterns } from './patterns.ts';
import { sayDate } from './say-date.ts';
import { sayUnread } from './say-unread.ts';
import { stancesTable } from './stances-table.ts';
import { onOneOrigin } from './thin.ts';
import { whatStands } from './what-stands.ts';
import { counted, oneLine } from './words.ts';

/** What a brief is called and which file its hints name. */
export interface BriefOptions {
  /** Default: "What the reporting says, and on whose word". */
  readonly title?: string;
  /** The case file, for "backchannel show FILE findings". Default: `FILE`. */
  readonly file?: string;
  /** How the ledgers are printed, as the beat says; without it each has all that its rows have. */
  readonly ledgers?: LedgerDefinitions;
}

/**
 * Sets the report of a case in order, before it becomes HTML or Markdown.
 *
 * @throws BackchannelError `publish/quote-not-found` when a quote is not in its document at its place.
 */
export const makeBrief = (case_: Case, documents: readonly Document[], options: BriefOptions = {}): Brief => {
  const lookup = new CaseLookup(case_, documents, options.ledgers);
  const book = new NoteBook(lookup);
  const sections = [
    whatStands(lookup, book),
    timeline(lookup, book),
    cast(lookup, book),
    ledgers(lookup, book),
    disputed(lookup, book),
    hypotheses(lookup, book),
    onOneOrigin(lookup, book),
    missing(lookup, book),
    documentsAndOrigins(lookup, book),
  ].filter((section) => section !== null);
  return {
    title: oneLine(options.title ?? '') || 'What the reporting says, and on whose word',
    standsOn: standsOn(case_),
    file: oneLine(options.file ?? '') || 'FILE',
    origins: lookup.origins.map(({ id, name, documents: own }) => ({ id, name: oneLine(name), documents: own.length })),
    sections,
    notes: book.notes,
  };
};

const timeline = (lookup: CaseLookup, book: NoteBook): Section => {
  const made = makeTimeline(lookup, book);
  const isEmpty = made.drawn.length + made.distant.length + made.undated.length === 0;
  return {
    id: 'timeline',
    title: 'When',
    lead: isEmpty ? null : 'A band is as wide as the date is vague.',
    blocks: isEmpty
      ? [{ kind: 'plain', text: 'No meeting, proposal, sanction, waiver or deal was found.' }]
      : [{ kind: 'timeline', timeline: made }],
  };
};

const ledgers = (lookup: CaseLookup, book: NoteBook): Section => {
  const { meetings, proposals, deals, conditions, money, sanctions, waivers, ties } = lookup.case;
  const blocks: readonly (Block | null)[] = [
    columnsTable(lookup, book, 'meetings', meetings),
    columnsTable(lookup, book, 'proposals', proposals),
    stancesTable(lookup, book),
    columnsTable(lookup, book, 'deals', deals),
    contingency(lookup, book),
    columnsTable(
      lookup,
      book,
      'conditions',
      // Those of deals stand with the deals.
      conditions.filter((one) => one.deals.length === 0).map((one) => ({ ...one, finding: null })),
    ),
    columnsTable(lookup, book, 'money', money),
    columnsTable(lookup, book, 'sanctions', sanctions),
    columnsTable(lookup, book, 'waivers', waivers),
    columnsTable(lookup, book, 'ties', ties),
    ...ownLedgers(lookup).map(({ name, rows }) => columnsTable(lookup, book, name, rows)),
    patterns(lookup, book),
  ];
  const found = blocks.filter((block) => block !== null);
  return {
    id: 'ledgers',
    title: 'Ledgers',
    lead: null,
    blocks: found.length > 0 ? found : [{ kind: 'plain', text: 'No ledger has an entry.' }],
  };
};

/** "14 documents of 9 outlets, from 4 origins; published 3–17 May 2031." */
const standsOn = ({ documents, origins }: Case): string => {
  const outlets = new Set(documents.flatMap(({ outlet }) => (outlet === null ? [] : [oneLine(outlet)]))).size;
  const unknown = documents.filter((document) => document.origins.length === 0).length;
  const undated = documents.filter(({ published }) => published === null).length;
  const known = origins.filter((origin) => origin.documents.length > 0).length;
  const dates = documents.flatMap(({ published }) => (published === null ? [] : [published])).sort(byDate);
  const [first, last] = [dates[0], dates.at(-1)];
  const range =
    first === undefined || last === undefined || edtfInterval(first) === null || edtfInterval(last) === null
      ? 'no dates stated'
      : `published ${first === last ? sayDate(first) : sayDate(`${first.split('/')[0]}/${last.split('/').at(-1)}`)}`;
  const cannot = unknown === 0 ? '' : ` (${unknown} of unknown origin)`;
  const unread = sayUnread(documents.map((document) => document.unread));
  const inWords = `${counted(documents.length, 'document')}${cannot} of ${counted(outlets, 'outlet')}, from ${counted(known, 'origin')}; ${range}${undated > 0 && dates.length > 0 ? ` (${undated} without a date)` : ''}.`;
  return unread === null ? inWords : `${inWords} ${unread}`;
};

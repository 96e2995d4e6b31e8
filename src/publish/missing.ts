import type { Claim, Entity } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import type { Block, Section, Sentence } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { dealName } from './deal-name.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { isExactDay, sayDate } from './say-date.ts';
import { findingText, sentenceOn } from './state-findings.ts';
import { missingList } from './thin.ts';
import { capital, listed, oneLine } from './words.ts';

/** What the documents leave open, said as plainly as what they hold. */
export const missing = (lookup: CaseLookup, book: NoteBook): Section => {
  const blocks = [
    ...openMeetings(lookup, book),
    oneSided(lookup, book),
    openDeals(lookup, book),
    openProposals(lookup, book),
    unknownFindings(lookup, book),
    documentsWith(lookup, 'Documents whose origin cannot be told', ({ origins }) => origins.length === 0),
    documentsWith(lookup, 'Documents without a date', ({ published }) => published === null),
    documentsWith(lookup, 'Documents without an outlet', ({ outlet }) => outlet === null),
  ].filter((block) => block !== null);
  return {
    id: 'missing',
    title: 'What is missing',
    lead: blocks.length === 0 ? null : 'What these documents do not say. It may well be known elsewhere.',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'plain', text: 'No gaps were noticed.' }],
  };
};

const openMeetings = (lookup: CaseLookup, book: NoteBook): readonly (Block | null)[] => {
  const meetings = lookup.case.meetings
    .filter((row) => row.status !== 'denied' && row.status !== 'hypothetical')
    .sort((a, b) => byDate(a.date, b.date) || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      ...row,
      what: `${capital(row.kind)}: ${listed([...lookup.names(row.participants), ...row.unnamed.map(oneLine)], 5)}`,
      told: lookup.claimsOf(row.claims),
    }));
  const list = (title: string, rows: typeof meetings, rest: (row: (typeof meetings)[number]) => string): Block | null =>
    missingList(
      title,
      rows.map((row) => () => sentenceOn(book, `${row.what}${rest(row)}.`, row.told)),
      'meetings',
    );
  return [
    list(
      'No exact day',
      meetings.filter((row) => !isExactDay(row.date)),
      ({ date, dateWords: [words] }) => {
        if (words === undefined) return date === null ? '; no date at all' : `; only ${sayDate(date)}`;
        return `; only “${oneLine(words)}”${date === null ? '' : ` (${sayDate(date)})`}`;
      },
    ),
    list(
      'No place',
      meetings.filter((row) => row.place === null && row.kind !== 'call'),
      (row) => (row.date === null ? '' : `, ${sayDate(row.date)}`),
    ),
    list(
      'Somebody took part who is not named',
      meetings.filter((row) => row.unnamed.length > 0),
      (row) => `; not named: ${listed(row.unnamed.map((one) => `“${oneLine(one)}”`))}`,
    ),
  ];
};

/** Whether an entity is heard in claims: it speaks in a chain itself, or someone of its side does. */
const isHeard = (lookup: CaseLookup, entity: string, claims: readonly Claim[]): boolean => {
  const own = lookup.entities.get(entity);
  const names = new Set(sidesOf(own));
  return claims.some(({ chain }) =>
    chain.some((link) => {
      if (link.kind === 'outlet' || link.entity === null) return false;
      if (link.entity === entity) return true;
      return sidesOf(lookup.entities.get(link.entity)).some((side) => names.has(side));
    }),
  );
};

/** An entity's sides and, for a body or a country, its own name: who speaks for it has that name as side. */
const sidesOf = (entity: Entity | undefined): readonly string[] =>
  entity === undefined
    ? []
    : [...entity.sides, ...(entity.type === 'person' ? [] : [entity.name])].map((name) => oneLine(name).toLowerCase());

const oneSided = (lookup: CaseLookup, book: NoteBook): Block | null => {
  const rows = [
    ...lookup.case.meetings
      .filter((row) => row.status !== 'hypothetical')
      .map((row) => ({ parties: row.participants, claims: row.claims, what: row.kind as string })),
    ...lookup.case.deals.map((row) => ({ parties: row.parties, claims: row.claims, what: dealName(lookup, row) })),
  ];
  const sentences = rows.flatMap(({ parties, claims, what }): readonly (() => Sentence | null)[] => {
    if (parties.length < 2) return [];
    const told = lookup.claimsOf(claims);
    const heard = parties.filter((party) => isHeard(lookup, party, told));
    if (heard.length === 0 || heard.length === parties.length) return [];
    const silent = parties.filter((party) => !heard.includes(party));
    const [who, not] = [listed(lookup.names(heard), 4), listed(lookup.names(silent), 4)];
    return [() => sentenceOn(book, `${capital(what)}: heard from the side of ${who}; not from that of ${not}.`, told)];
  });
  return missingList('Only one side heard', sentences, 'claims');
};

const openDeals = (lookup: CaseLookup, book: NoteBook): Block | null =>
  missingList(
    'Deals of which parts are not told',
    lookup.case.deals.flatMap((row) => {
      const open = [
        ...(row.parties.length < 2 ? ['who deals with whom'] : []),
        ...(row.asset === null ? ['what is dealt in'] : []),
        ...(row.stage === null ? ['how far it has come'] : []),
        ...(row.amount === null ? ['for how much'] : []),
      ];
      if (open.length === 0) return [];
      return [
        () => sentenceOn(book, `${dealName(lookup, row)}: not told ${listed(open)}.`, lookup.claimsOf(row.claims)),
      ];
    }),
    'deals',
  );

const openProposals = (lookup: CaseLookup, book: NoteBook): Block | null => {
  const taken = new Set(lookup.case.stances.flatMap((stance) => stance.proposal ?? []));
  return missingList(
    'Proposals on which nobody’s view is told, or whose author is not',
    lookup.case.proposals.flatMap((row) => {
      const open = [
        ...(row.by.length === 0 ? ['its author'] : []),
        ...(taken.has(row.id) ? [] : ['anybody’s view of it']),
      ];
      if (open.length === 0) return [];
      const text = `${capital(oneLine(row.name))}: not told ${listed(open)}.`;
      return [() => sentenceOn(book, text, lookup.claimsOf(row.claims))];
    }),
    'proposals',
  );
};

const unknownFindings = (lookup: CaseLookup, book: NoteBook): Block | null =>
  missingList(
    'Origin unknown',
    lookup.case.findings
      .filter((finding) => finding.status === 'unknown-origin')
      .map((finding) => () => {
        const claims = lookup.claimsOf(finding.claims);
        return sentenceOn(book, findingText(finding, claims), claims);
      }),
    'findings',
  );

const documentsWith = (
  lookup: CaseLookup,
  title: string,
  isOpen: (document: CaseLookup['case']['documents'][number]) => boolean,
): Block | null => {
  const paths = lookup.case.documents.filter(isOpen).map(({ id }) => lookup.path(id));
  if (paths.length === 0) return null;
  const { shown, more } = cut([...paths].sort(), LIMITS.listed, 'documents');
  return { kind: 'names', title, items: shown, more };
};

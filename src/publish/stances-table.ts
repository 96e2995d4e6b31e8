import type { Stance } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import type { Block, Cell, CellLine } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDate } from './say-date.ts';
import { capital, oneLine } from './words.ts';

const STANCE_WORDS: Readonly<Record<Stance['stance'], string>> = {
  accepts: 'accepts',
  rejects: 'rejects',
  'on-condition': 'on condition',
  silent: 'silent',
};

/** Who takes which view: what is proposed down, parties across. An empty cell means that nothing is told, not silence. */
export const stancesTable = (lookup: CaseLookup, book: NoteBook): Block | null => {
  const { stances, proposals } = lookup.case;
  const nameOf = new Map(proposals.map((proposal) => [proposal.id, capital(oneLine(proposal.name))]));
  const counts = new Map<string, number>();
  for (const { party } of stances) counts.set(party, (counts.get(party) ?? 0) + 1);
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([party]) => party);
  const parties = ranked.slice(0, LIMITS.parties);
  const subjects = new Map<string, { readonly name: string; readonly stances: Stance[] }>();
  for (const stance of stances) {
    const about = oneLine(stance.about);
    const name = (stance.proposal === null ? null : nameOf.get(stance.proposal)) ?? (capital(about) || 'Not stated');
    const key = stance.proposal ?? about.toLowerCase();
    const subject = subjects.get(key);
    if (subject === undefined) subjects.set(key, { name, stances: [stance] });
    else subject.stances.push(stance);
  }
  const { shown, more } = cut([...subjects.values()], LIMITS.rows, 'stances');
  const rows = shown.flatMap(({ name, stances: taken }): readonly (readonly Cell[])[] => {
    const notes = book.ofClaims(lookup.claimsOf(taken.flatMap((stance) => stance.claims)));
    if (notes === null) return [];
    const rest = taken.filter((stance) => !parties.includes(stance.party));
    const cells = [...parties.map((party) => taken.filter((stance) => stance.party === party)), rest];
    return [
      [
        [{ text: name, notes }],
        ...cells.slice(0, ranked.length > parties.length ? undefined : -1).map((list, index) =>
          [...list]
            .sort((a, b) => byDate(a.date, b.date) || (a.id < b.id ? -1 : 1))
            .flatMap((stance): readonly CellLine[] => {
              const refs = book.ofClaims(lookup.claimsOf(stance.claims), 2);
              if (refs === null) return [];
              const who = index < parties.length ? '' : `${lookup.name(stance.party)}: `;
              const standing = lookup.finding(stance.finding)?.status;
              const date = stance.date === null ? [] : [{ text: sayDate(stance.date), isAside: true }];
              const text = `${who}${STANCE_WORDS[stance.stance]}`;
              return [{ text, notes: refs, ...(standing === undefined ? {} : { standing }) }, ...date];
            }),
        ),
      ],
    ];
  });
  if (rows.length === 0) return null;
  const columns = ['On', ...lookup.names(parties), ...(ranked.length > parties.length ? ['Others'] : [])];
  return {
    kind: 'table',
    title: lookup.ledgers.stances?.title ?? 'Stances',
    lead: lookup.ledgers.stances?.lead ?? null,
    columns,
    widths: columns.map((_, index) => (index === 0 ? 28 : 72 / (columns.length - 1))),
    rows,
    isFolded: false,
    more,
  };
};

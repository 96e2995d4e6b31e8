import { dateOf } from '../ledgers/index.ts';
import type { Claim, Edtf } from '../model/index.ts';
import { byDate, edtfInterval } from '../text/index.ts';
import type { CaseLookup } from './case-lookup.ts';
import { dealName } from './deal-name.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDate } from './say-date.ts';
import { setApart } from './set-apart.ts';
import { LANES, type Lane, type Timeline, type TimelineItem } from './timeline.ts';
import { listed, oneLine } from './words.ts';

interface Draft {
  readonly id: string;
  readonly lane: Lane;
  readonly label: string;
  readonly date: Edtf | null;
  readonly dateWords?: readonly string[];
  readonly status: string;
  readonly isOpen: boolean;
  readonly claims: readonly Claim[];
  readonly finding: string | null;
}

const LEDGER: Readonly<Record<Lane, string>> = {
  'Meetings and calls': 'meetings',
  Proposals: 'proposals',
  'Sanctions and waivers': 'sanctions',
  Deals: 'deals',
};

/** Everything that the ledgers give a place in time, as drafts. */
const draftsOf = (lookup: CaseLookup): readonly Draft[] => {
  const { meetings, proposals, sanctions, waivers, deals } = lookup.case;
  const first = (entity: string | null | undefined): string | null => (entity == null ? null : lookup.name(entity));
  return [
    ...meetings.map((row): Draft => {
      const who = listed([...lookup.names(row.participants), ...row.unnamed.map(oneLine)], 3) || row.kind;
      const where = row.place === null ? '' : `, ${oneLine(row.place)}`;
      return {
        id: row.id,
        lane: 'Meetings and calls',
        label: `${who}${row.kind === 'call' ? ' (call)' : where}`,
        date: row.date,
        dateWords: row.dateWords,
        status: row.status === 'hypothetical' ? 'only supposed' : row.status,
        isOpen: row.status !== 'held' && row.status !== 'disputed',
        claims: lookup.claimsOf(row.claims),
        finding: row.finding,
      };
    }),
    ...proposals.flatMap((row): readonly Draft[] => {
      const claims = lookup.claimsOf(row.claims);
      const base = { lane: 'Proposals', isOpen: false, claims, finding: row.finding } as const;
      const dated = row.versions.filter((version) => version.date !== null);
      if (dated.length === 0) {
        const date = dateOf(claims.filter((claim) => claim.polarity === 'positive'));
        return [{ ...base, id: row.id, label: oneLine(row.name), date, status: 'proposed' }];
      }
      return dated.map((version) => ({
        ...base,
        id: version.id,
        label: `${oneLine(row.name)}, ${oneLine(version.kind)}`,
        date: version.date,
        status: oneLine(version.kind),
      }));
    }),
    ...sanctions.map((row): Draft => {
      const by = first(row.by);
      return {
        id: row.id,
        lane: 'Sanctions and waivers',
        label: `Sanctions on ${lookup.name(row.target)}${by === null ? '' : ` by ${by}`}`,
        date: row.date,
        status: row.status,
        isOpen: row.status === 'demanded' || row.status === 'planned' || row.status === 'denied',
        claims: lookup.claimsOf(row.claims),
        finding: row.finding,
      };
    }),
    ...waivers.map(
      (row): Draft => ({
        id: row.id,
        lane: 'Sanctions and waivers',
        label: `Waiver${row.for === null ? '' : ` for ${lookup.name(row.for)}`}`,
        date: row.date,
        status: row.status,
        isOpen: row.status !== 'granted',
        claims: lookup.claimsOf(row.claims),
        finding: row.finding,
      }),
    ),
    ...deals.map((row): Draft => {
      const claims = lookup.claimsOf(row.claims);
      return {
        id: row.id,
        lane: 'Deals',
        label: dealName(lookup, row),
        date: dateOf(claims.filter((claim) => claim.polarity === 'positive')),
        status: row.stage ?? 'stage not stated',
        isOpen: row.stage !== 'agreed' && row.stage !== 'done',
        claims,
        finding: row.finding,
      };
    }),
  ];
};

/**
 * What happened when, for the picture: each row of the ledgers that has a date as an interval as wide as the date is
 * vague, the rest listed. A row that has no quote is left out.
 */
export const makeTimeline = (lookup: CaseLookup, book: NoteBook): Timeline => {
  const others = otherDates(lookup);
  const drafts = [...draftsOf(lookup)].sort(
    (a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || byDate(a.date, b.date) || (a.id < b.id ? -1 : 1),
  );
  const kept: TimelineItem[] = [];
  const left = new Map<Lane, number>();
  const taken = new Map<string, number>();
  for (const draft of drafts) {
    const interval = draft.date === null ? null : edtfInterval(draft.date);
    const place = `${draft.lane} ${interval === null ? 'undated' : 'dated'}`;
    const count = taken.get(place) ?? 0;
    if (count >= (interval === null ? LIMITS.listed : LIMITS.lane)) {
      left.set(draft.lane, (left.get(draft.lane) ?? 0) + 1);
      continue;
    }
    const notes = book.ofClaims(draft.claims);
    if (notes === null) continue;
    taken.set(place, count + 1);
    kept.push({
      id: draft.id,
      lane: draft.lane,
      label: draft.label,
      when: draft.date === null || interval === null ? null : sayDate(draft.date),
      words: interval === null ? (draft.dateWords ?? []).slice(0, 2).map(oneLine) : [],
      start: interval?.start ?? null,
      end: interval?.end ?? null,
      others: interval === null ? [] : (others.get(draft.finding ?? '') ?? []).filter((one) => one.edtf !== draft.date),
      standing: lookup.finding(draft.finding)?.status ?? null,
      isOpen: draft.isOpen,
      status: draft.status,
      origins: lookup.inOrder(draft.claims.flatMap((claim) => claim.origins)),
      notes,
    });
  }
  const dated = kept.filter((item) => item.when !== null);
  const { drawn, distant } = setApart(dated);
  return {
    drawn,
    distant,
    undated: kept.filter((item) => item.when === null),
    more: [...left].map(([lane, count]) => ({ lane, count, ledger: LEDGER[lane] })),
  };
};

type OtherDate = TimelineItem['others'][number] & { readonly edtf: Edtf };

/** By finding: the dates of its contradiction on date. */
const otherDates = (lookup: CaseLookup): ReadonlyMap<string, readonly OtherDate[]> => {
  const findingOf = new Map(lookup.case.findings.flatMap((f) => f.claims.map((claim) => [claim, f.id] as const)));
  const found = new Map<string, readonly OtherDate[]>();
  for (const { kind, values } of lookup.case.contradictions) {
    if (kind !== 'date') continue;
    const dates = values.flatMap(({ claims }): readonly OtherDate[] => {
      const edtf = lookup.claimsOf(claims.slice(0, 1))[0]?.date ?? null;
      const interval = edtf === null ? null : edtfInterval(edtf);
      return edtf === null || interval === null ? [] : [{ edtf, when: sayDate(edtf), ...interval }];
    });
    const finding = findingOf.get(values[0]?.claims[0] ?? '');
    if (finding !== undefined) found.set(finding, dates);
  }
  return found;
};

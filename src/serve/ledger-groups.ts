import { DealStage, type Line } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';

/** What rows can be put together by. */
export const GROUPINGS = ['kind', 'state', 'standing', 'month', 'year', 'party', 'place', 'origin'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Rows that have something in common. */
export interface RowGroup {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  /** Of an origin or entity. */
  readonly id: string | null;
}

export interface GroupedLines {
  readonly groups: readonly RowGroup[];
  /** Group by group; a row stands in each of its groups. */
  readonly lines: readonly { readonly line: Line; readonly group: string }[];
}

const STAGES: readonly string[] = DealStage.options;
const STANDINGS = ['corroborated', 'single-origin', 'unknown-origin', 'disputed', 'denied', 'corrected'];
const STANDING_WORDS: Readonly<Record<string, string>> = {
  'single-origin': 'one origin',
  'unknown-origin': 'origin unknown',
  corrected: 'corrected by its origin',
};
const PLACES: ReadonlySet<string> = new Set(['place', 'facility']);
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** What no group of its own is for; it comes last. */
const NONE = '~';
/** Groups that are told apart; the rest is one. */
const MOST = 400;
const REST = '~rest';

const dayOf = (day: number): Date => new Date(day * 86_400_000);

/** The month or year in which all of a date lies; a date that is wider is in none. */
const stretchOf = ({ from, to, date }: Line, by: 'month' | 'year'): readonly [string, string] => {
  if (date === null) return [`${NONE}none`, 'no date told'];
  if (from !== null && to !== null) {
    const [first, last] = [dayOf(from), dayOf(to - 1)];
    const year = String(first.getUTCFullYear());
    if (first.getUTCFullYear() === last.getUTCFullYear()) {
      if (by === 'year') return [year, year];
      if (first.getUTCMonth() === last.getUTCMonth()) {
        const month = first.getUTCMonth();
        return [`${year}-${String(month + 1).padStart(2, '0')}`, `${MONTHS[month]} ${year}`];
      }
      return [`${year}-99`, `${year}, no exact month`];
    }
  }
  return [`${NONE}long`, by === 'year' ? 'not within one year' : 'not within one month'];
};

type Key = readonly [key: string, title: string, id: string | null];

const keysOf = async (now: Snapshot, by: Grouping, line: Line): Promise<readonly Key[]> => {
  const word = (value: string | null, none: string): readonly Key[] => [
    value === null ? [NONE, none, null] : [value, value, null],
  ];
  switch (by) {
    case 'kind':
      return word(line.kind, 'no kind told');
    case 'state':
      return word(line.state, 'not told how far it came');
    case 'standing':
      return line.standing === null
        ? [[NONE, 'not weighed', null]]
        : [[line.standing, STANDING_WORDS[line.standing] ?? line.standing, null]];
    case 'month':
    case 'year':
      return [[...stretchOf(line, by), null]];
    case 'origin':
      return named(now, line.origins, 'origin unknown', () => true);
    case 'party':
      return named(now, line.entities, 'nobody named', (kind) => !PLACES.has(kind ?? ''));
    case 'place':
      return named(now, line.entities, 'no place named', (kind) => PLACES.has(kind ?? ''));
  }
};

const named = async (
  now: Snapshot,
  ids: readonly string[],
  none: string,
  isMeant: (kind: string | null) => boolean,
): Promise<readonly Key[]> => {
  const found: Key[] = [];
  for (const id of ids) {
    const line = await now.line(id);
    if (line !== null && isMeant(line.kind)) found.push([id, line.text, id]);
  }
  return found.length === 0 ? [[NONE, none, null]] : found;
};

/** Puts lines together, each group in the order in which the lines came. */
export const groupLines = async (now: Snapshot, lines: readonly Line[], by: Grouping): Promise<GroupedLines> => {
  const found = new Map<string, { title: string; id: string | null; lines: Line[] }>();
  // A line has the same groups whatever is asked; who has a part in it is looked up once.
  const known = await now.work(`ledgers/groups/${by}`, async () => new Map<string, readonly Key[]>());
  const keysOfLine = async (line: Line): Promise<readonly Key[]> => {
    const keys = known.get(line.id) ?? (await keysOf(now, by, line));
    known.set(line.id, keys);
    return keys;
  };
  for (const line of lines)
    for (const [key, title, id] of known.get(line.id) ?? (await keysOfLine(line))) {
      const group = found.get(key) ?? { title, id, lines: [] };
      group.lines.push(line);
      found.set(key, group);
    }
  const ordered = [...found].sort(([a, x], [b, y]) => {
    const [last, other] = [a.startsWith(NONE), b.startsWith(NONE)];
    if (last !== other) return last ? 1 : -1;
    if (by === 'month' || by === 'year') return a < b ? -1 : 1;
    if (by === 'standing') return STANDINGS.indexOf(a) - STANDINGS.indexOf(b);
    const [stage, next] = [STAGES.indexOf(a), STAGES.indexOf(b)];
    if (by === 'state' && stage >= 0 && next >= 0) return stage - next;
    return y.lines.length - x.lines.length || (x.title < y.title ? -1 : 1);
  });
  const [shown, rest] = [ordered.slice(0, MOST), ordered.slice(MOST)];
  if (rest.length > 0) {
    const all = new Set(rest.flatMap(([, group]) => group.lines));
    shown.push([REST, { title: `${rest.length} more, few rows each`, id: null, lines: [...all] }]);
  }
  return {
    groups: shown.map(([key, { title, id, lines: own }]) => ({ key, title, id, count: own.length })),
    lines: shown.flatMap(([group, { lines: own }]) => own.map((line) => ({ line, group }))),
  };
};

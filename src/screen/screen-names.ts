import type { IndexedList } from './index-file.ts';
import { type Asked, judgeCandidate, type Likeness } from './judge-candidate.ts';
import type { ListEntry } from './list-entry.ts';
import type { ListIndex } from './list-index.ts';
import { once } from './list-values.ts';

/** An entry of a list that may be who was asked for: to be judged by people, never a hit. */
export interface Candidate extends Likeness {
  readonly entry: ListEntry;
  readonly list: IndexedList;
  /** Always open: the machine never says that somebody is on a list. */
  readonly verdict: 'unsure';
}

export interface ScreenOptions {
  /** Candidates below this score are left out; 0.6 by default. At 0.5 and above names are unsure, at 0.7 and above they match. */
  readonly least?: number;
  /** The most candidates that are given; 10 by default. */
  readonly most?: number;
}

/** What was found for one who was asked for. */
export interface Screened {
  /** By score, the highest first; of one score by reference. */
  readonly candidates: readonly Candidate[];
  /** Candidates beyond the most that are given. */
  readonly more: number;
}

export const SCREEN_DEFAULTS = { least: 0.6, most: 10 } as const;

/** A list may tell of one entry in several places: names, dates and countries are taken together. */
const gather = (index: ListIndex, entry: ListEntry): ListEntry => {
  const additions = index.additionsOf(entry.ref);
  if (additions.length === 0) return entry;
  const dates = [entry.listed, ...additions.map(({ listed }) => listed)].filter((date) => date !== null);
  return {
    ...entry,
    programs: once([...additions.flatMap(({ programs }) => programs), ...entry.programs]),
    listed: dates.toSorted()[0] ?? null,
  };
};

/**
 * Looks somebody up on all lists of an index.
 *
 * @returns Candidates with scores and reasons; none when nobody on the lists is near. The same for the same index and question.
 */
export const screen = (index: ListIndex, asked: Asked, options: ScreenOptions = {}): Screened => {
  const { least, most } = { ...SCREEN_DEFAULTS, ...options };
  const lists = index.lists();
  const entries = new Map<number, { readonly stored: ReturnType<ListIndex['entryOf']>; readonly names: Set<number> }>();
  for (const name of asked.names) {
    for (const found of index.find(name, asked.type)) {
      const stored = index.entryOf(found);
      const known = entries.get(stored.id) ?? { stored, names: new Set<number>() };
      known.names.add(found - stored.firstName);
      entries.set(stored.id, known);
    }
  }
  const byRef = new Map<string, Candidate>();
  for (const { stored, names } of entries.values()) {
    const { entry } = stored;
    const list = lists[stored.list];
    const listed = [...names].flatMap((at) => entry.names[at] ?? []);
    const likeness = judgeCandidate(asked, entry, listed);
    if (likeness === null || list === undefined || likeness.score < least) continue;
    // A list may have rows of one entry apart: the row that fits best stands for it.
    const key = `${list.file} ${entry.ref}`;
    const known = byRef.get(key);
    if (known === undefined || known.score < likeness.score)
      byRef.set(key, { ...likeness, entry, list, verdict: 'unsure' });
  }
  const ranked = [...byRef.values()].sort(
    (a, b) => b.score - a.score || (a.entry.ref < b.entry.ref ? -1 : a.entry.ref > b.entry.ref ? 1 : 0),
  );
  return {
    candidates: ranked.slice(0, most).map((one) => ({ ...one, entry: gather(index, one.entry) })),
    more: Math.max(0, ranked.length - most),
  };
};

import type { Edtf, Interest, Tie } from '../model/index.ts';
import { type DayInterval, edtfInterval } from '../text/index.ts';

type Overlap = Interest['overlap'];

const MS_PER_DAY = 86_400_000;
const dayOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** The days from the first to the last that any of the dates may mean; null when none can be placed or one is open. */
const hullOf = (dates: readonly (Edtf | null)[]): DayInterval | null => {
  const placed = dates.flatMap((date) => (date === null ? [] : (edtfInterval(date) ?? [])));
  if (placed.length === 0) return null;
  const starts = placed.map(({ start }) => start);
  const ends = placed.map(({ end }) => end);
  return {
    start: starts.includes(null) ? null : Math.min(...(starts as number[])),
    end: ends.includes(null) ? null : Math.max(...(ends as number[])),
  };
};

/**
 * Whether the ties of a path held while talks and deal were on.
 *
 * `apart` is said only where the dates told leave no room: a tie whose latest possible end lies before the earliest possible
 * day of talks and deal, or whose earliest beginning lies behind their last. `overlaps` needs a beginning for every tie, told
 * not to have ended before. All else is `unknown`, with what is missing.
 *
 * @param when Dates of the negotiator's talks and of the deal.
 */
export const overlapOf = (
  ties: readonly Tie[],
  when: readonly (Edtf | null)[],
  nameOf: (entity: string) => string,
): Overlap => {
  const called = (tie: Tie): string => `${nameOf(tie.from)}, ${tie.words}, ${nameOf(tie.to)}`;
  const talks = hullOf(when);
  if (talks === null || talks.start === null || talks.end === null)
    return { verdict: 'unknown', interval: null, reasons: ['no date of the talks or of the deal is told'] };
  const apart: string[] = [];
  const missing: string[] = [];
  let [from, to]: [number, number] = [talks.start, talks.end];
  for (const tie of ties) {
    const begins = tie.validFrom === null ? null : edtfInterval(tie.validFrom);
    const ends = tie.validTo === null ? null : edtfInterval(tie.validTo);
    if (ends !== null && ends.end !== null && ends.end <= talks.start)
      apart.push(`${called(tie)}: ended ${tie.validTo}, before talks and deal (from ${dayOf(talks.start)})`);
    else if (begins !== null && begins.start !== null && begins.start >= talks.end)
      apart.push(`${called(tie)}: began ${tie.validFrom}, after talks and deal (to ${dayOf(talks.end - 1)})`);
    else if (tie.ended && ends === null) missing.push(`${called(tie)}: told as past, nobody says since when`);
    else if (begins === null && tie.kind !== 'family') missing.push(`${called(tie)}: nobody says since when`);
    if (begins?.end != null) from = Math.max(from, begins.end - 1);
    if (ends?.start != null) to = Math.min(to, ends.start + 1);
  }
  if (apart.length > 0) return { verdict: 'apart', interval: null, reasons: apart };
  if (missing.length > 0) return { verdict: 'unknown', interval: null, reasons: missing };
  if (from >= to)
    return { verdict: 'unknown', interval: null, reasons: ['the dates that are told are too wide to say'] };
  return {
    verdict: 'overlaps',
    interval: `${dayOf(from)}/${dayOf(to - 1)}`,
    reasons: [`every tie is told to have held between ${dayOf(from)} and ${dayOf(to - 1)}, when talks or deal were on`],
  };
};

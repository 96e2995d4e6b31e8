import type { Edtf, Interest, Tie } from '../model/index.ts';
import { type DayInterval, edtfInterval } from '../text/index.ts';

type Overlap = Interest['overlap'];

const MS_PER_DAY = 86_400_000;
const dayOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** The days that each of the dates may mean; those that are open or cannot be placed are left out. */
const daysOf = (dates: readonly (Edtf | null)[]): readonly { readonly start: number; readonly end: number }[] =>
  dates.flatMap((date) => {
    const days: DayInterval | null = date === null ? null : edtfInterval(date);
    return days === null || days.start === null || days.end === null ? [] : [{ start: days.start, end: days.end }];
  });

/**
 * Whether the ties of a path held while talks and deal were on.
 *
 * `overlaps`: on all days that the date of some talk or of the deal may mean, every tie is told to have begun and not to have
 * ended; family needs no beginning. `apart` is said only where the dates leave no room: a tie whose latest possible end lies
 * before the earliest possible day of talks and deal, or whose earliest beginning lies behind their last. All else is
 * `unknown`, with what is missing.
 *
 * @param when Dates of the negotiator's talks and of the deal.
 */
export const overlapOf = (
  ties: readonly Tie[],
  when: readonly (Edtf | null)[],
  nameOf: (entity: string) => string,
): Overlap => {
  const called = (tie: Tie): string => `${nameOf(tie.from)}, ${tie.words}, ${nameOf(tie.to)}`;
  const days = daysOf(when);
  if (days.length === 0)
    return { verdict: 'unknown', interval: null, reasons: ['no date of the talks or of the deal is told'] };
  const [first, last] = [Math.min(...days.map(({ start }) => start)), Math.max(...days.map(({ end }) => end))];
  const apart: string[] = [];
  const missing: string[] = [];
  let held = days;
  for (const tie of ties) {
    const begins = tie.validFrom === null ? null : edtfInterval(tie.validFrom);
    const ends = tie.validTo === null ? null : edtfInterval(tie.validTo);
    if (ends?.end != null && ends.end <= first)
      apart.push(`${called(tie)}: ended ${tie.validTo}, before talks and deal (from ${dayOf(first)})`);
    else if (begins?.start != null && begins.start >= last)
      apart.push(`${called(tie)}: began ${tie.validFrom}, after talks and deal (to ${dayOf(last - 1)})`);
    else if (tie.ended && ends === null) missing.push(`${called(tie)}: told as past, nobody says since when`);
    else if (begins === null && tie.kind !== 'family') missing.push(`${called(tie)}: nobody says since when`);
    held = held.filter(
      ({ start, end }) =>
        (begins?.end ?? Number.NEGATIVE_INFINITY) <= start + 1 && (ends?.start ?? Number.POSITIVE_INFINITY) >= end - 1,
    );
  }
  if (apart.length > 0) return { verdict: 'apart', interval: null, reasons: apart };
  if (missing.length > 0) return { verdict: 'unknown', interval: null, reasons: missing };
  if (held.length === 0)
    return { verdict: 'unknown', interval: null, reasons: ['the dates that are told are too wide to say'] };
  const [from, to] = [Math.min(...held.map(({ start }) => start)), Math.max(...held.map(({ end }) => end))];
  return {
    verdict: 'overlaps',
    interval: `${dayOf(from)}/${dayOf(to - 1)}`,
    reasons: [`talks or deal were on within ${dayOf(from)} to ${dayOf(to - 1)}, when every tie is told to have held`],
  };
};

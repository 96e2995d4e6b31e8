import type { Anchor, Place } from '../model/index.ts';
import { oneLine } from './words.ts';

/** The first anchor that ends after a place; anchors are in text order. */
const firstAfter = (anchors: readonly Anchor[], at: number): number => {
  let [low, high] = [0, anchors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Places in the original that a stretch of the stored text is from, in text order; those of an empty stretch are of what it stands in. */
export const placesIn = (anchors: readonly Anchor[], start: number, end: number): readonly Place[] => {
  const found: Place[] = [];
  for (let i = firstAfter(anchors, start); i < anchors.length; i++) {
    const anchor = anchors[i];
    if (anchor === undefined || anchor.start >= Math.max(end, start + 1)) break;
    found.push(anchor.place);
  }
  return found;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds from the start of a recording as `00:12:05`. */
export const sayClock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
};

/** `3`, `3–5`, `3, 5 and 9`; of many the first and the last. */
const sayNumbers = (numbers: readonly number[]): string => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const [first = 0, last = first] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 1) return `${first}`;
  if (last - first === sorted.length - 1 || sorted.length > 3) return `${first}–${last}`;
  return `${sorted.slice(0, -1).join(', ')} and ${last}`;
};

const counted = (word: string, numbers: readonly number[]): string =>
  `${word}${new Set(numbers).size === 1 ? '' : 's'} ${sayNumbers(numbers)}`;

type Of<Kind extends Place['kind']> = Extract<Place, { readonly kind: Kind }>;

const only = <Kind extends Place['kind']>(places: readonly Place[], kind: Kind): readonly Of<Kind>[] =>
  places.filter((place): place is Of<Kind> => place.kind === kind);

/** What is alike in groups, in the order in which each is met first. */
const grouped = <T>(
  items: readonly T[],
  key: (item: T) => string | null,
): readonly (readonly [string | null, readonly T[]])[] => {
  const groups = new Map<string | null, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
};

const sayTimes = (times: readonly Of<'time'>[]): string => {
  const from = Math.min(...times.map((time) => time.from));
  const to = Math.max(...times.map((time) => time.to));
  const [begin, end] = [sayClock(from), sayClock(to)];
  const speakers = [...new Set(times.flatMap(({ speaker }) => (speaker === null ? [] : [oneLine(speaker)])))];
  return [begin === end || times.length === 1 ? begin : `${begin}–${end}`, ...speakers].join(', ');
};

/** IMAP's word for the header of a message, which is no part of its body. */
const HEADER = 'HEADER';

/**
 * Where a stretch of a stored text stands in the file as received, in words: `page 3`, `row 12 of sheet Payments`,
 * `00:12:05, Chair`, `part 1.2`, `paragraph 7`. Null where the offsets into the text are the way back.
 */
export const sayPlace = (anchors: readonly Anchor[], start: number, end: number): string | null => {
  const places = placesIn(anchors, start, end);
  if (places.length === 0) return null;
  const [pages, times] = [only(places, 'page'), only(places, 'time')];
  const parts = [...new Set(only(places, 'part').map(({ part }) => oneLine(part)))];
  const numbered = parts.filter((part) => part !== HEADER);
  const words = [
    pages.length === 0
      ? null
      : counted(
          'page',
          pages.map(({ page }) => page),
        ),
    ...grouped(only(places, 'paragraph'), ({ section }) => section).map(([section, of]) => {
      const paragraphs = counted(
        'paragraph',
        of.map(({ paragraph }) => paragraph),
      );
      return section === null ? paragraphs : `${paragraphs} of ${oneLine(section)}`;
    }),
    parts.includes(HEADER) ? 'the header' : null,
    numbered.length === 0 ? null : `part${numbered.length === 1 ? '' : 's'} ${numbered.join(', ')}`,
    times.length === 0 ? null : sayTimes(times),
    ...grouped(only(places, 'row'), ({ sheet }) => sheet).map(([sheet, of]) => {
      const rows = counted(
        'row',
        of.map(({ row }) => row),
      );
      return sheet === null ? rows : `${rows} of sheet ${oneLine(sheet)}`;
    }),
  ].filter((said) => said !== null);
  return words.join('; ');
};

/** Kinds of places of which there are few enough to be marked beside a text. */
const MARKED: ReadonlySet<Place['kind']> = new Set(['page', 'part', 'time', 'row']);

/** Where the original turns to another page, row, speaker or part, with its words; in text order. */
export const placeMarks = (anchors: readonly Anchor[]): readonly { readonly at: number; readonly words: string }[] => {
  const marks: { readonly at: number; readonly words: string }[] = [];
  for (const anchor of anchors) {
    if (!MARKED.has(anchor.place.kind)) continue;
    const words = sayPlace([anchor], anchor.start, anchor.end);
    if (words !== null && words !== marks.at(-1)?.words) marks.push({ at: anchor.start, words });
  }
  return marks;
};

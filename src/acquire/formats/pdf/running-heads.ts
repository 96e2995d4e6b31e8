import type { Segment } from './segments.ts';

/** The pieces of a page with its upper and lower edge, all in the reading space of its main text. */
export interface Edged {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly segments: readonly Segment[];
}

/** Heads and feet stand in this share of a page's height, and are of no more rows. */
const MARGIN = 0.16;
const MOST_ROWS = 4;
/** The same height on two pages, in points. */
const SAME_HEIGHT = 8;
/** A page number that stands alone counts as one this close to the edge, even on the only page. */
const CLOSE_TO_EDGE = 0.09;

const ROMAN = /^[ivxlc]{1,7}$/i;
const PAGE_NUMBER =
  /^(?:(?:page|pages|seite|página|pagina|strona|страница|стр\.?|p\.|pg\.?)\s*)?[-–—|[(]?\s*#\s*[-–—|\])]?(?:\s*(?:\/|of|von|de|sur|di|из)\s*#)?$/iu;

/** A text with its numbers made alike, by which it is the same on two pages. */
export const alike = (text: string): string => {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return ROMAN.test(plain) ? '#' : plain.replace(/\p{N}+/gu, '#');
};

const romanValue = (text: string): number => {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...text.toLowerCase()].map((digit) => values[digit] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
};

const numberIn = (text: string): number =>
  ROMAN.test(text.trim()) ? romanValue(text.trim()) : Number(/\d+/.exec(text)?.[0] ?? Number.NaN);

interface Candidate {
  readonly page: number;
  readonly segment: Segment;
  /** From the edge of the page. */
  readonly distance: number;
  readonly key: string;
}

type Side = 'top' | 'bottom';

const distanceFrom = ({ top, bottom }: Edged, side: Side, { baseline }: Segment): number =>
  side === 'top' ? baseline - top : bottom - baseline;

/** The rows at one edge of a page, outermost first. */
const rowsAt = (edged: Edged, side: Side): readonly (readonly Candidate[])[] => {
  const { page, top, bottom, segments } = edged;
  const near = segments
    .map((segment) => ({ segment, distance: distanceFrom(edged, side, segment) }))
    .filter(({ distance }) => distance <= (bottom - top) * MARGIN)
    .sort((a, b) => a.distance - b.distance);
  const rows: Candidate[][] = [];
  let rowDistance = -Infinity;
  for (const { segment, distance } of near) {
    const key = `${side} ${alike(segment.text)} ${Math.round(segment.size)}`;
    const candidate = { page, segment, distance, key };
    if (distance - rowDistance < 4) rows.at(-1)?.push(candidate);
    else {
      if (rows.length === MOST_ROWS) break;
      rows.push([candidate]);
      rowDistance = distance;
    }
  }
  return rows;
};

/** Pages with the same at the same height; a number has to count along with the pages. */
const fellowsOf = (candidate: Candidate, group: readonly Candidate[]): number => {
  const text = alike(candidate.segment.text);
  const isNumber = PAGE_NUMBER.test(text);
  // Figures and signs alone are of a table.
  if (!isNumber && !/\p{L}{2}/u.test(text)) return 0;
  const pages = new Set<number>();
  for (const { page, distance, segment } of group) {
    const isSame = Math.abs(distance - candidate.distance) <= SAME_HEIGHT;
    const counts = !isNumber || numberIn(segment.text) - numberIn(candidate.segment.text) === page - candidate.page;
    if (page !== candidate.page && isSame && counts) pages.add(page);
    if (pages.size >= 2) break;
  }
  return pages.size;
};

/** Between a head and the text under it there is more room than between lines, in sizes of the type. */
const ROOM = 1.7;

/** Whether a row at the edge of a page stands apart from what is further inside. */
const standsApart = ({ segment, distance }: Candidate, all: readonly number[]): boolean => {
  const inner = all.find((other) => other > distance + 4);
  return inner === undefined || inner - distance >= segment.size * ROOM;
};

/**
 * Finds what pages repeat at their heads and feet: the same words at the same height on three pages or more, or on two where
 * they stand apart from the text, numbers aside; and page numbers that count along. On left and right pages they may differ. From the edge inwards, up to the first row of other text.
 */
export const findRunningHeads = (pages: readonly Edged[]): ReadonlySet<Segment> => {
  const found = new Set<Segment>();
  const sides = pages.flatMap((page) =>
    (['top', 'bottom'] as const).map((side) => ({
      rows: rowsAt(page, side),
      height: page.bottom - page.top,
      all: page.segments.map((segment) => distanceFrom(page, side, segment)).sort((a, b) => a - b),
    })),
  );
  const groups = new Map<string, Candidate[]>();
  for (const candidate of sides.flatMap(({ rows }) => rows.flat())) {
    const group = groups.get(candidate.key);
    // Enough to find a fellow; a file of thousands of pages has thousands.
    if (group === undefined) groups.set(candidate.key, [candidate]);
    else group.push(candidate);
  }
  for (const { rows, height, all } of sides) {
    for (const row of rows) {
      const running = row.filter((candidate) => {
        const fellows = fellowsOf(candidate, groups.get(candidate.key) ?? []);
        if (fellows >= 2 || (fellows === 1 && standsApart(candidate, all))) return true;
        const isClose = candidate.distance <= height * CLOSE_TO_EDGE;
        return isClose && PAGE_NUMBER.test(alike(candidate.segment.text));
      });
      for (const { segment } of running) found.add(segment);
      if (running.length < row.length) break;
    }
  }
  return found;
};

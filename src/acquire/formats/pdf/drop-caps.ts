import { union } from './geometry.ts';
import { type Segment, topOf } from './segments.ts';

/** A letter that reaches over several lines is so much larger than they are. */
const LARGER = 1.7;
const LETTER = /^["“„«‘']?\p{L}$/u;
const WORD = /^[\p{L}\p{M}'’]+/u;

const firstWord = (text: string): string => (WORD.exec(text)?.[0] ?? '').toLowerCase();

/** The line that goes on from a large letter: to its right, as high as its top, while its foot stands lower. */
const lineBeside = (cap: Segment, segments: readonly Segment[]): Segment | null => {
  const beside = segments.filter(
    (segment) =>
      segment !== cap &&
      cap.size >= segment.size * LARGER &&
      segment.left >= cap.right - segment.size * 0.3 &&
      segment.left - cap.right < segment.size * 1.2 &&
      Math.abs(topOf(segment) - topOf(cap)) < segment.size * 0.7 &&
      cap.baseline > segment.baseline + segment.size * 0.6,
  );
  return beside.reduce<Segment | null>((a, b) => (a !== null && a.baseline <= b.baseline ? a : b), null);
};

/** Puts large letters at the beginning of a story to the line that they begin. */
export const joinDropCaps = (segments: readonly Segment[]): readonly Segment[] => {
  const caps = segments.filter(({ text }) => LETTER.test(text)).slice(0, 40);
  if (caps.length === 0) return segments;
  const joined = new Map<Segment, Segment>();
  const taken = new Set<Segment>();
  const seen = new Set(segments.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []));
  for (const cap of caps) {
    const line = lineBeside(cap, segments);
    if (line === null || joined.has(line)) continue;
    taken.add(cap);
    const first = firstWord(line.text);
    // "A" before "ferry" is a word of its own, "T" before "he" is not: what the page has elsewhere tells.
    const isWord = seen.has(first) && !seen.has(cap.text.toLowerCase().replace(/^\P{L}+/u, '') + first);
    joined.set(line, { ...line, text: `${cap.text}${isWord ? ' ' : ''}${line.text}`, ink: union(cap.ink, line.ink) });
  }
  return segments.filter((segment) => !taken.has(segment)).map((segment) => joined.get(segment) ?? segment);
};

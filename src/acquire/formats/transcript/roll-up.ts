import type { Caption } from './cue.ts';

/** Share of captions that begin with the line that the one before ended in, from which on a file is one whose lines roll up. */
const ROLLING_SHARE = 0.3;
/** Lines on the screen at once; a repeat is looked for among these. */
const SHOWN = 4;
/** Seconds between two captions of which one takes over what the other shows. */
const TOUCHING = 0.1;

const linesOf = (caption: Caption): readonly string[] => caption.lines.filter((line) => /\S/.test(line));

const isTouching = (caption: Caption, before: Caption): boolean => caption.from <= before.to + TOUCHING;

const goesOnFrom = (line: string, before: string): boolean =>
  line === before || (line.length > before.length && line.startsWith(`${before} `));

const isRolling = (captions: readonly Caption[]): boolean => {
  let repeats = 0;
  for (const [i, caption] of captions.entries()) {
    const before = captions[i - 1];
    if (before && isTouching(caption, before) && goesOnFrom(caption.lines[0] ?? '', before.lines.at(-1) ?? ''))
      repeats++;
  }
  return captions.length > 3 && repeats >= (captions.length - 1) * ROLLING_SHARE;
};

/** The lines of a caption that were not shown yet, given those on the screen, and what is on the screen then. */
const newLines = (
  lines: readonly string[],
  shown: readonly string[],
): { readonly lines: readonly string[]; readonly shown: readonly string[] } => {
  for (let count = Math.min(lines.length, shown.length); count > 0; count--) {
    if (!lines.slice(0, count).every((line, i) => line === shown[shown.length - count + i])) continue;
    const rest = lines.slice(count);
    return { lines: rest, shown: [...shown, ...rest].slice(-SHOWN) };
  }
  const [first = '', ...rest] = lines;
  const last = shown.at(-1);
  if (last === undefined || !goesOnFrom(first, last)) return { lines, shown: [...shown, ...lines].slice(-SHOWN) };
  // Captions that grow word by word.
  const added = first.slice(last.length).trim();
  return { lines: [added, ...rest], shown: [...shown.slice(0, -1), ...lines].slice(-SHOWN) };
};

/**
 * Gives each word once. Captions of live broadcasts and machines repeat the line before, or grow word by word; others are written
 * twice for players that blink. What a speaker says twice in captions of their own stays.
 */
export const withoutRepeats = (captions: readonly Caption[]): readonly Caption[] => {
  const said = captions
    .map((caption) => ({ ...caption, lines: linesOf(caption) }))
    .filter(({ lines }) => lines.length > 0);
  if (!isRolling(said)) {
    return said.filter((caption, i) => {
      const before = said[i - 1];
      return !before || before.lines.join('\n') !== caption.lines.join('\n') || !isTouching(caption, before);
    });
  }
  let shown: readonly string[] = [];
  return said.flatMap((caption, i): Caption[] => {
    const before = said[i - 1];
    if (before && !isTouching(caption, before)) shown = [];
    const told = newLines(caption.lines, shown);
    shown = told.shown;
    return told.lines.length === 0 ? [] : [{ ...caption, lines: told.lines }];
  });
};

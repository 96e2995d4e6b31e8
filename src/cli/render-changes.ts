import { type WordHunk, wordHunks } from '../text/index.ts';
import { plainCell } from './plain.ts';
import { wrap } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Words that stay the same, shown on each side of a change. */
const AROUND = 60;

/** Where a change is shown from: not in the middle of a word. */
const startOf = (text: string, at: number): number => {
  if (at <= AROUND) return 0;
  const blank = text.indexOf(' ', at - AROUND);
  return blank < 0 || blank >= at ? at - AROUND : blank + 1;
};

const endOf = (text: string, at: number): number => {
  if (text.length - at <= AROUND) return text.length;
  const blank = text.lastIndexOf(' ', at + AROUND);
  return blank <= at ? at + AROUND : blank;
};

/** Changes near each other are shown in one passage. */
const passages = (hunks: readonly WordHunk[]): readonly (readonly WordHunk[])[] => {
  const groups: WordHunk[][] = [];
  for (const hunk of hunks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && hunk.first[0] - last.first[1] <= 2 * AROUND && hunk.second[0] - last.second[1] <= 2 * AROUND)
      group.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
};

const side = (
  text: string,
  stretches: readonly (readonly [number, number])[],
  mark: (words: string) => string,
): string => {
  const from = startOf(text, stretches[0]?.[0] ?? 0);
  const to = endOf(text, stretches.at(-1)?.[1] ?? 0);
  let [shown, at] = ['', from];
  for (const [start, end] of stretches) {
    shown += text.slice(at, start);
    if (end > start) shown += mark(text.slice(start, end));
    at = end;
  }
  shown += text.slice(at, to);
  return `${from > 0 ? '… ' : ''}${plainCell(shown)}${to < text.length ? ' …' : ''}`;
};

/**
 * The places where two texts differ, each with what stood there (`-`) and what stands there now (`+`), the words themselves in
 * brackets.
 *
 * @returns Null when the texts are too different to be versions of one another.
 */
export const renderChanges = (before: string, after: string, terminal: Pick<Terminal, 'width'>): string | null => {
  const hunks = wordHunks(before, after);
  if (hunks === null) return null;
  const block = (sign: string, text: string): string =>
    wrap(text, terminal.width - 2)
      .map((line, i) => `${i === 0 ? sign : ' '} ${line}\n`)
      .join('');
  return passages(hunks)
    .map((group) => {
      const was = side(
        before,
        group.map(({ first }) => first),
        (words) => `[${words}]`,
      );
      const is = side(
        after,
        group.map(({ second }) => second),
        (words) => `[${words}]`,
      );
      return block('-', was) + block('+', is);
    })
    .join('\n');
};

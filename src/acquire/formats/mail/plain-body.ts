import type { MailLine } from './mail-lines.ts';

/** The marks of quoted lines: ">", "> >", ">>". A program's ">From " is undone where mailboxes are read. */
const QUOTE_MARKS = /^(?:>[ ]?)+/;

const depthOf = (line: string): number => (QUOTE_MARKS.exec(line)?.[0].match(/>/g) ?? []).length;

/**
 * Joins the lines that a program broke for the way (RFC 3676): those that end in a space go on in the next of the same depth of
 * quotation. Spaces that were put before lines are taken away.
 *
 * @param isSpaceDropped The space at a broken line's end was put there too (`DelSp=yes`).
 */
export const unfoldFlowed = (text: string, isSpaceDropped: boolean): string => {
  const lines: { depth: number; parts: string[]; isOpen: boolean }[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const marks = /^>*/.exec(raw)?.[0] ?? '';
    const line = raw.slice(marks.length).replace(/^ /, '');
    const isOpen = line.endsWith(' ') && line !== '-- ';
    const words = isOpen && isSpaceDropped ? line.slice(0, -1) : line;
    const last = lines.at(-1);
    if (last?.isOpen && last.depth === marks.length && line !== '-- ') {
      last.parts.push(words);
      last.isOpen = isOpen;
    } else lines.push({ depth: marks.length, parts: [words], isOpen });
  }
  return lines.map(({ depth, parts }) => `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${parts.join('')}`).join('\n');
};

/** The lines of a plain message; of several empty lines one is kept. */
export const plainLines = (text: string): readonly MailLine[] => {
  const lines: MailLine[] = [];
  let isApart = true;
  let isQuoted = false;
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\f]/)) {
    const line = raw.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').trimEnd();
    const isMarked = depthOf(line) > 0;
    if (!/[^\s>]/.test(line) && !isMarked) {
      isApart = true;
      continue;
    }
    // "-- " keeps its meaning without its space.
    lines.push({
      text: line,
      isApart: isApart || isMarked !== isQuoted,
      kind: null,
      mark: isMarked ? 'quoted' : null,
      links: [],
    });
    isQuoted = isMarked;
    isApart = false;
  }
  return lines;
};

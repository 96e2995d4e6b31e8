import type { Found, LayoutPiece } from '../model/index.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHeader } from './header.ts';
import { byPlace } from './layout-order.ts';

/** What a Markdown text says of itself, and its marks. The text stays as it is. */
export interface MarkdownParts {
  readonly found: readonly Found[];
  readonly layout: readonly LayoutPiece[];
}

interface SourceLine {
  readonly start: number;
  readonly text: string;
}

const sourceLines = (text: string, from: number): readonly SourceLine[] => {
  const lines: SourceLine[] = [];
  let start = from;
  for (const match of text.slice(from).matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, text: text.slice(start, from + match.index) });
    start = from + match.index + match[0].length;
  }
  if (start < text.length) lines.push({ start, text: text.slice(start) });
  return lines;
};

/** Bounded on every side, so that a line of brackets costs no more than its length. */
const INLINE =
  /(?<comment><!--[^>]{0,2000}-->)|(?<image>!\[[^[\]\n]{0,500}\]\([^()\n]{0,2000}\))|\[(?<label>[^[\]\n]{1,500})\](?<target>\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)|\[[^[\]\n]{0,200}\])|<(?<address>https?:\/\/[^<>\s]{1,2000})>|(?<tag><\/?[a-zA-Z][^<>\n]{0,500}>)|(?<strong>\*\*|__)|(?<emphasis>(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}]))|(?<code>`+)|(?<escape>\\(?=[!-/:-@[-`{-~]))/gu;

const inlinePieces = (start: number, text: string): readonly LayoutPiece[] => {
  const pieces: LayoutPiece[] = [];
  const add = (kind: LayoutPiece['kind'], from: number, to: number): void => {
    if (to > from) pieces.push({ kind, start: start + from, end: start + to });
  };
  for (const match of text.matchAll(INLINE)) {
    const at = match.index;
    const end = at + match[0].length;
    const { label, address } = match.groups ?? {};
    if (label !== undefined) {
      add('syntax', at, at + 1);
      add('link', at + 1, at + 1 + label.length);
      add('syntax', at + 1 + label.length, end);
    } else if (address !== undefined) {
      add('syntax', at, at + 1);
      add('link', at + 1, end - 1);
      add('syntax', end - 1, end);
    } else add('syntax', at, end);
  }
  return pieces;
};

type BlockKind = Exclude<LayoutPiece['kind'], 'syntax' | 'link'>;

interface OpenBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

/** Line by line: headings, quotes, list items, table rows and paragraphs; their marks, links and fences as `syntax`. */
const layoutOf = (text: string, from: number): readonly LayoutPiece[] => {
  const pieces: LayoutPiece[] =
    from > 0 ? [{ kind: 'syntax', start: 0, end: text.slice(0, from).trimEnd().length }] : [];
  // Written to in `close`, which the compiler does not follow.
  let open = null as OpenBlock | null;
  let fence: string | null = null;
  const close = (): void => {
    if (open) pieces.push(open);
    open = null;
  };
  const syntax = (start: number, end: number): void => {
    if (end > start) pieces.push({ kind: 'syntax', start, end });
  };
  for (const line of sourceLines(text, from)) {
    const { start } = line;
    const content = line.text.trimEnd();
    const end = start + content.length;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence !== null || mark) {
      close();
      if (mark) syntax(start, end);
      if (fence === null) fence = mark ?? null;
      else if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (!content.trim()) {
      close();
      continue;
    }
    if (/^ {0,3}(?:=+|-+)$/.test(content) && open && open.kind === 'paragraph') {
      open = { ...open, kind: 'heading' };
      close();
      syntax(start, end);
      continue;
    }
    // Rules and table rulers are short; a pattern over a line of millions of marks overflows the stack.
    const isShort = content.length <= 1000;
    if (
      isShort &&
      (/^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/.test(content) || /^\|?[ :|-]*-[ :|-]*$/.test(content))
    ) {
      close();
      syntax(start, end);
      continue;
    }
    if (/^ {0,3}\[[^\]\n]{1,200}\]:\s/.test(content)) {
      close();
      syntax(start, end);
      continue;
    }
    const lead = /^(\s*(?:>\s?)+)?(\s*(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+))?\s*/.exec(content) ?? [
      '',
    ];
    const [whole = '', quote, sign] = lead;
    const inner = start + whole.length;
    const closing = sign?.includes('#') ? (/\s+#+$/.exec(content)?.[0].length ?? 0) : 0;
    syntax(start + (whole.length - whole.trimStart().length), start + whole.trimEnd().length);
    const isRow = !quote && !sign && content.startsWith('|', whole.length);
    const kind: BlockKind = sign?.includes('#')
      ? 'heading'
      : sign
        ? 'list-item'
        : quote
          ? 'quote'
          : isRow
            ? 'table-row'
            : 'paragraph';
    if (open && (kind === 'paragraph' || (kind === 'quote' && open.kind === 'quote'))) open = { ...open, end };
    else {
      close();
      open = { kind, start: inner, end: end - closing };
    }
    syntax(end - closing, end);
    if (kind === 'heading' || kind === 'table-row') close();
    if (isRow) for (const bar of content.matchAll(/\|/g)) syntax(start + bar.index, start + bar.index + 1);
    pieces.push(...inlinePieces(inner, content.slice(whole.length, content.length - closing)));
  }
  close();
  return pieces.filter(({ start, end }) => end > start).sort(byPlace);
};

/** The text with its marks as spaces: same length, so that offsets are those of the text. Only the ends are looked at. */
const withoutMarks = (text: string, layout: readonly LayoutPiece[]): string => {
  const parts: string[] = [];
  let from = 0;
  for (const { kind, start, end } of layout) {
    if (kind !== 'syntax' || start < from) continue;
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n\r]/g, ' '));
    from = end;
  }
  return [...parts, text.slice(from)].join('');
};

/** Reads a Markdown text: YAML front matter, first heading, then what any text says of itself. */
export const readMarkdown = (text: string): MarkdownParts => {
  const front = readFrontMatter(text);
  const layout = layoutOf(text, front?.end ?? 0);
  const found: Found[] = [...(front?.found ?? [])];
  const heading = layout.find(({ kind }) => kind === 'heading');
  const body = layout.find(({ kind }) => kind === 'paragraph');
  const plain = withoutMarks(text, layout);
  // A heading far down is a section's; the first one counts when at most a line or two stand before it.
  if (heading && (!body || heading.start < body.start || heading.start < 300)) {
    const words = plain.slice(heading.start, heading.end);
    const start = heading.start + (words.length - words.trimStart().length);
    const value = words.replace(/\s+/g, ' ').trim();
    if (value)
      found.push({ field: 'title', value, by: 'heading', span: [start, heading.start + words.trimEnd().length] });
  }
  const hasTitle = found.some(({ field }) => field === 'title');
  return { found: [...found, ...readHeader(plain, { hasTitle })], layout };
};

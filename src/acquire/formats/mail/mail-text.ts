import type { Anchor, Found, LayoutPiece } from '../../../model/index.ts';
import { readHeader } from '../../header.ts';
import { byPlace } from '../../layout-order.ts';
import type { MailBody } from './mail-bodies.ts';
import { type MailFacts, sayCorrespondent } from './mail-facts.ts';
import { type MailLine, markLines } from './mail-lines.ts';
import { FORWARD_SUBJECT } from './quote-words.ts';

/** A message as stored. */
export interface MailText {
  readonly text: string;
  readonly layout: readonly LayoutPiece[];
  readonly anchors: readonly Anchor[];
  readonly found: readonly Found[];
}

/** Puts lines together, and remembers where each stands. */
class TextWriter {
  readonly layout: LayoutPiece[] = [];
  #parts: string[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** Where the line stands. */
  line(text: string, isApart: boolean): readonly [start: number, end: number] {
    if (this.#length > 0) this.#put(isApart ? '\n\n' : '\n');
    const start = this.#length;
    this.#put(text);
    return [start, this.#length];
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** The header as a mail program shows it: the subject over the lines that say who wrote to whom, and when. */
const writeHeader = (writer: TextWriter, facts: MailFacts): readonly Found[] => {
  const found: Found[] = [];
  const by = 'mail-header';
  if (facts.subject !== null) {
    const [start, end] = writer.line(facts.subject, true);
    writer.layout.push({ kind: 'heading', start, end });
    found.push({ field: 'title', value: facts.subject, by, span: [start, end] });
  }
  let isFirst = true;
  const line = (label: string, words: readonly string[]): readonly (readonly [number, number])[] => {
    if (words.length === 0) return [];
    const [start, end] = writer.line(`${label}: ${words.join(', ')}`, isFirst);
    isFirst = false;
    writer.layout.push({ kind: 'running-head', start, end });
    let at = start + label.length + 2;
    return words.map((word) => {
      const from = at;
      at += word.length + 2;
      return [from, from + word.length];
    });
  };
  const said = facts.unseen.map((fact) => ({ ...fact }));
  const place = (field: Found['field'], value: string, span: readonly [number, number] | undefined): void => {
    const fact = said.find((one) => one.field === field && one.span === null && one.value === value);
    if (fact && span) fact.span = [span[0], span[1]];
  };
  const from = facts.from.map(sayCorrespondent);
  const senders = line('From', from);
  for (const [i, value] of from.entries()) place('sender', value, senders[i]);
  const [first, name = ''] = [senders[0], facts.from[0]?.name];
  if (first && name !== '') {
    place('byline', name, [first[0], first[0] + name.length]);
    place('outlet', name, [first[0], first[0] + name.length]);
  }
  for (const [label, list] of [
    ['To', facts.to],
    ['Cc', facts.copy],
  ] as const) {
    const words = list.map(sayCorrespondent);
    const spans = line(label, words);
    for (const [i, value] of words.entries()) {
      const [start = 0, end = 0] = spans[i] ?? [];
      found.push({ field: 'recipient', value, by, span: [start, end] });
    }
  }
  const [dated] = line('Date', facts.date === null ? [] : [facts.date]);
  const day = said.find(({ field }) => field === 'published');
  if (day && dated && facts.date !== null) day.span = [dated[0], dated[1]];
  return [...found, ...said];
};

/** One piece for each run of lines that are the same; a block of a page is a piece of its own. */
const writeLines = (writer: TextWriter, lines: readonly MailLine[]): void => {
  let before: MailLine | null = null;
  let piece: { kind: LayoutPiece['kind']; start: number; end: number } | null = null;
  for (const line of lines) {
    const isOther: boolean = before !== null && before.mark !== line.mark;
    const [start, end] = writer.line(line.text, before === null || line.isApart || isOther);
    const kind = line.mark ?? line.kind;
    // What a page marks and turns out to be the sender's own is a paragraph like others.
    const said = kind === 'quoted' || kind === 'signature' ? (line.mark ?? 'paragraph') : kind;
    if (piece !== null && piece.kind === said && !isOther && (line.mark !== null || !line.isApart)) piece.end = end;
    else {
      if (piece !== null) writer.layout.push(piece);
      piece = said === null ? null : { kind: said, start, end };
    }
    for (const [from, to] of line.links) writer.layout.push({ kind: 'link', start: start + from, end: start + to });
    before = line;
  }
  if (piece !== null) writer.layout.push(piece);
};

/** The text with what is not the sender's own as white space, so that offsets stay. */
const ownWords = (text: string, layout: readonly LayoutPiece[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of layout) {
    if ((kind !== 'quoted' && kind !== 'signature' && kind !== 'running-head') || start < at) continue;
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return [...parts, text.slice(at)].join('');
};

/**
 * Puts the text of a message together: subject, header lines, and the parts that a mail program would show. Anchors name each by its
 * number, the header by IMAP's own word for it.
 */
export const writeMail = (facts: MailFacts, bodies: readonly MailBody[]): MailText => {
  const writer = new TextWriter();
  const anchors: Anchor[] = [];
  const found = writeHeader(writer, facts);
  if (writer.length > 0) anchors.push({ start: 0, end: writer.length, place: { kind: 'part', part: 'HEADER' } });
  const isForward = FORWARD_SUBJECT.test(facts.subject ?? '');
  for (const { part, lines } of bodies) {
    if (lines.length === 0) continue;
    const start = writer.length === 0 ? 0 : writer.length + 2;
    writeLines(writer, markLines(lines, { isForward }));
    anchors.push({ start, end: writer.length, place: { kind: 'part', part: part.number } });
  }
  const layout = [...writer.layout].sort(byPlace);
  const { text } = writer;
  const own = readHeader(ownWords(text, layout), { hasTitle: facts.subject !== null });
  return { text, layout, anchors, found: [...found, ...own] };
};

import type { TextBlock } from '../../html-text.ts';
import { blockAt, Flow, ParagraphText, type PlacedBlock } from '../flow.ts';
import type { XmlHandler } from '../xml-events.ts';
import type { OpenStyles } from './styles.ts';

/** What a text holds that is not as it is shown. */
export interface OpenNotes {
  readonly authors: Set<string>;
  insertions: number;
  deletions: number;
  hidden: number;
  readonly commenters: string[];
}

/** Where paragraphs go: the text itself, its notes, its comments, what pages repeat. */
interface Target {
  readonly flow: Flow;
  readonly kind: 'note' | 'running-head' | null;
  /** Of a comment: who wrote it and when, put before its first words. */
  author: string;
  day: string;
  isBegun: boolean;
}

interface OpenParagraph {
  readonly text: ParagraphText;
  readonly number: number;
  readonly kind: TextBlock['kind'];
  readonly target: Target;
  readonly sign: string;
}

interface OpenList {
  readonly style: string | undefined;
  number: number;
  /** The first paragraph of an item carries its number. */
  isAwaited: boolean;
}

const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'text:note-citation text:ruby-text text:hidden-text text:hidden-paragraph table:covered-table-cell office:forms ' +
    'text:sequence-decls text:variable-decls text:user-field-decls office:scripts office:settings draw:image draw:object svg:title svg:desc'
  ).split(' '),
);
/** Longest run of spaces that one element may ask for. */
const MOST_SPACES = 100;

/**
 * Reads `content.xml` or `styles.xml` of an OpenDocument text; blocks are gathered in the flows that come with it. Deleted text,
 * which is kept apart in the file, and hidden text are left out. Paragraphs and headings are counted as they stand in the file.
 */
export const textHandler = (
  styles: OpenStyles,
  notes: OpenNotes,
  section: string | null,
  limit: number,
): { readonly handler: XmlHandler; readonly blocks: () => readonly PlacedBlock[] } => {
  const target = (kind: Target['kind']): Target => ({
    flow: new Flow(limit),
    kind,
    author: '',
    day: '',
    isBegun: true,
  });
  const body = target(section === null ? null : 'running-head');
  const remarks = target('note');
  const comments: Target[] = [];
  const targets: Target[] = [body];
  const path: string[] = [];
  const open: OpenParagraph[] = [];
  const lists: OpenList[] = [];
  /** By style: how far the last list of it has counted, for one that goes on. */
  const counted = new Map<string, number>();
  const spans: boolean[] = [];
  let number = 0;
  let skipped = 0;
  let changes = 0;
  let contents = 0;
  // Pages are described in styles.xml, with what they repeat.
  let isInside = section === null;

  const openList = (attribute: (name: string) => string | undefined): void => {
    const style = attribute('text:style-name') ?? lists.at(-1)?.style;
    const goesOn = attribute('text:continue-numbering') === 'true' || attribute('text:continue-list') !== undefined;
    const level = lists.length + 1;
    const before = goesOn ? counted.get(`${style} ${level}`) : undefined;
    lists.push({ style, number: before ?? styles.startOf(style, level) - 1, isAwaited: false });
  };
  const openItem = (attribute: (name: string) => string | undefined): void => {
    const list = lists.at(-1);
    if (list === undefined) return;
    const stated = attribute('text:start-value');
    list.number = stated === undefined ? list.number + 1 : Number(stated);
    list.isAwaited = true;
  };
  const takeSign = (): string => {
    const list = lists.at(-1);
    if (!list?.isAwaited) return '';
    list.isAwaited = false;
    return styles.signOf(
      list.style,
      lists.map((one) => one.number),
    );
  };
  const openParagraph = (name: string, style: string | undefined): void => {
    const to = targets.at(-1) ?? body;
    const sign = takeSign();
    const own = name === 'text:h' ? 'heading' : styles.kindOf(style);
    const kind = to.kind ?? (own === 'paragraph' && lists.length > 0 ? 'list-item' : own);
    open.push({ text: new ParagraphText(), number, kind, target: to, sign });
    if (contents > 0) open.at(-1)?.text.openLink();
    spans.push(styles.isHidden(style));
  };
  const closeParagraph = (): void => {
    spans.pop();
    const paragraph = open.pop();
    if (paragraph === undefined) return;
    const { text, kind, target: to, sign } = paragraph;
    const place = { kind: 'paragraph', paragraph: paragraph.number, section } as const;
    const [first, ...more] = text.end(kind, place);
    if (first === undefined) return;
    const by = to.isBegun ? '' : [to.author, to.day].filter(Boolean).join(', ');
    to.isBegun = true;
    const head = (by && `${by}: `) + (sign && `${sign} `);
    const links = first.links.map(([start, end]) => [start + head.length, end + head.length] as const);
    to.flow.add([{ ...blockAt(kind, head + first.text, place), links }, ...more]);
  };
  const put = (write: (text: ParagraphText) => void): void => {
    const paragraph = open.at(-1);
    // Between a note and its paragraphs stand facts about it.
    if (paragraph === undefined || paragraph.target !== targets.at(-1) || path.at(-1) === 'text:note') return;
    if (spans.some(Boolean)) notes.hidden++;
    else write(paragraph.text);
  };
  const flow = (): Flow => (targets.at(-1) ?? body).flow;
  const openers: Readonly<Record<string, (attribute: (name: string) => string | undefined) => void>> = {
    'text:span': (attribute) => spans.push(styles.isHidden(attribute('text:style-name'))),
    'text:s': (attribute) => {
      const count = Number(attribute('text:c') ?? 1);
      put((text) => text.add(' '.repeat(Math.max(0, Math.min(MOST_SPACES, count || 1)))));
    },
    'text:tab': () => put((text) => text.tab()),
    'text:line-break': () => put((text) => text.break()),
    'text:a': () => open.at(-1)?.text.openLink(),
    'text:list': openList,
    'text:list-item': openItem,
    'text:note-body': () => targets.push(remarks),
    'office:annotation': () => {
      const comment = { ...target('note'), isBegun: false };
      comments.push(comment);
      targets.push(comment);
    },
    'text:table-of-content': () => contents++,
    'table:table-row': () => flow().openRow(),
    'table:table-cell': () => flow().openCell(),
    'text:tracked-changes': () => changes++,
    'text:insertion': () => notes.insertions++,
    'text:deletion': () => notes.deletions++,
    'office:master-styles': () => {
      isInside = true;
    },
  };
  const closers: Readonly<Record<string, () => void>> = {
    'text:p': closeParagraph,
    'text:h': closeParagraph,
    'text:span': () => spans.pop(),
    'text:a': () => open.at(-1)?.text.closeLink(),
    'text:list': () => {
      const list = lists.pop();
      if (list) counted.set(`${list.style} ${lists.length + 1}`, list.number);
    },
    'text:note-body': () => targets.pop(),
    'office:annotation': () => {
      const by = targets.pop()?.author;
      if (by) notes.commenters.push(by);
    },
    'text:table-of-content': () => contents--,
    'table:table-row': () => flow().closeRow(),
    'text:tracked-changes': () => changes--,
  };
  const isLeftOut = (name: string, attribute: (name: string) => string | undefined): boolean => {
    if (name === 'text:section' && attribute('text:display') === 'none') {
      notes.hidden++;
      return true;
    }
    return LEFT_OUT.has(name);
  };

  const handler: XmlHandler = {
    open(name, attribute) {
      const isParagraph = name === 'text:p' || name === 'text:h';
      if (isParagraph) number++;
      if (skipped > 0 || isLeftOut(name, attribute)) {
        skipped++;
        return;
      }
      path.push(name);
      styles.open(name, attribute);
      if (isParagraph && changes === 0 && isInside) openParagraph(name, attribute('text:style-name'));
      else if (Object.hasOwn(openers, name)) openers[name]?.(attribute);
    },
    text(words) {
      if (skipped > 0) return;
      const last = path.at(-1);
      const comment = targets.at(-1);
      if (last === 'dc:creator' && changes > 0) notes.authors.add(words.trim());
      else if (last === 'dc:creator' && comment && !comment.isBegun) comment.author += words.trim();
      else if (last === 'dc:date' && comment && !comment.isBegun)
        comment.day = /^\d{4}-\d{2}-\d{2}/.exec(words.trim())?.[0] ?? comment.day;
      else put((text) => text.addJoined(words));
    },
    close(name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      path.pop();
      styles.close(name);
      const isParagraph = name === 'text:p' || name === 'text:h';
      if (isParagraph && (changes > 0 || !isInside)) return;
      if (Object.hasOwn(closers, name)) closers[name]?.();
    },
  };
  return {
    handler,
    blocks: () => [body, remarks, ...comments].flatMap(({ flow: one }) => one.blocks),
  };
};

import type { TextBlock } from '../../html-text.ts';
import { Flow, ParagraphText } from '../flow.ts';
import type { XmlHandler } from '../xml-events.ts';
import { isOn } from './names.ts';
import type { ListSigns } from './numbering.ts';
import type { ListPlace, ParagraphStyle } from './styles.ts';

/** What tracked changes and hidden words a document holds. */
export interface Changes {
  readonly authors: Set<string>;
  insertions: number;
  deletions: number;
  hidden: number;
}

export interface StoryContext {
  readonly style: (id: string | null) => ParagraphStyle;
  readonly signs: ListSigns;
  readonly changes: Changes;
  /** Of a part other than the body, for the way back to it: `footnotes`. */
  readonly section: string | null;
  /** What all blocks of the part are: null in the body, where styles tell. */
  readonly kind: 'note' | 'running-head' | null;
  readonly limit: number;
  /** Comments: called for each with who wrote it and when. */
  readonly onComment?: (author: string) => void;
}

interface OpenParagraph {
  text: ParagraphText;
  number: number;
  style: string | null;
  list: ListPlace | null;
  outline: number | null;
  /** Its end is deleted, so that it goes on in the next one. */
  isJoined: boolean;
}

/** Elements whose words are no words of the text as it stands; what ends in "Change" tells how it looked before. */
const LEFT_OUT: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:sectPr', 'w:tblPr', 'w:tblGrid', 'w:rt']);
/** Notes that are only lines between text and notes. */
const SEPARATORS: ReadonlySet<string> = new Set(['separator', 'continuationSeparator', 'continuationNotice']);
/** What a paragraph never goes on beyond. */
const STORIES: ReadonlySet<string> = new Set(['w:body', 'w:footnote', 'w:endnote', 'w:comment', 'w:hdr', 'w:ftr']);

/**
 * Reads one part of a Word document: body, notes, comments, a header. Its blocks are in `flow` when all has gone by.
 *
 * Deleted and hidden words are left out and counted, insertions are words like any others. Of alternatives the first is
 * taken. Paragraphs are counted as they stand in the file, empty and deleted ones too.
 */
export const storyHandler = (context: StoryContext): { readonly handler: XmlHandler; readonly flow: Flow } => {
  const { changes, section } = context;
  const flow = new Flow(context.limit);
  const path: string[] = [];
  const open: OpenParagraph[] = [];
  /** Fields under way: whether what goes by is still their code and not their result. */
  const fields: { isCode: boolean; code: string; isLink: boolean }[] = [];
  const alternatives: boolean[] = [];
  let carried: OpenParagraph | null = null;
  let skipped = 0;
  let number = 0;
  let isHidden = false;
  let lead = '';

  const kindOf = ({ style, list, outline }: OpenParagraph): { kind: TextBlock['kind']; place: ListPlace | null } => {
    const styled = context.style(style);
    const place = list ?? styled.list;
    const isListed = place !== null && place.list !== '0';
    const isHeading = outline === null ? styled.kind === 'heading' : outline < 9;
    if (context.kind !== null) return { kind: context.kind, place: isListed ? place : null };
    const plain = styled.kind === 'contents' || styled.kind === 'heading' ? 'paragraph' : styled.kind;
    return { kind: isHeading ? 'heading' : isListed ? 'list-item' : plain, place: isListed ? place : null };
  };
  const finish = (paragraph: OpenParagraph): void => {
    const { kind, place } = kindOf(paragraph);
    const at = { kind: 'paragraph', paragraph: paragraph.number, section } as const;
    // An empty paragraph shows no number.
    const sign = place !== null && paragraph.text.length > 0 ? context.signs(place) : '';
    const head = lead + (sign ? `${sign} ` : '');
    const blocks = paragraph.text.end(kind, at);
    if (blocks.length > 0) lead = '';
    const isContents = context.style(paragraph.style).kind === 'contents';
    flow.add(
      blocks.map((block, i) => {
        const text = i === 0 ? head + block.text : block.text;
        const moved = text.length - block.text.length;
        const links = block.links.map(([start, end]) => [start + moved, end + moved] as const);
        const places = [{ start: 0, end: text.length, place: at }];
        return { ...block, text, places, links: isContents ? [[0, text.length] as const] : links };
      }),
    );
  };
  const endCarried = (): void => {
    if (carried !== null) finish(carried);
    carried = null;
  };
  const link = (isOpen: boolean): void => {
    const text = open.at(-1)?.text;
    if (isOpen) text?.openLink();
    else text?.closeLink();
  };
  const field = (type: string | undefined): void => {
    const last = fields.at(-1);
    if (type === 'begin') fields.push({ isCode: true, code: '', isLink: false });
    else if (type === 'separate' && last) {
      last.isCode = false;
      last.isLink = /^\s*HYPERLINK\b/i.test(last.code);
      if (last.isLink) link(true);
    } else if (type === 'end') {
      if (last?.isLink) link(false);
      fields.pop();
    }
  };
  const isShown = (): boolean => !isHidden && !fields.some(({ isCode }) => isCode);
  const put = (write: (text: ParagraphText) => void): void => {
    const text = open.at(-1)?.text;
    if (text !== undefined && isShown()) write(text);
  };
  const openParagraph = (): void => {
    const fresh = { number, style: null, list: null, outline: null, isJoined: false };
    open.push({ ...fresh, ...(carried ? { number: carried.number } : {}), text: carried?.text ?? new ParagraphText() });
    carried = null;
  };
  const closeParagraph = (): void => {
    const paragraph = open.pop();
    // A field whose code never ends would swallow the rest.
    for (const one of fields) one.isCode = false;
    if (paragraph?.isJoined) carried = paragraph;
    else if (paragraph) finish(paragraph);
  };
  const property = (name: string, attribute: (name: string) => string | undefined): void => {
    const paragraph = open.at(-1);
    const value = attribute('w:val');
    const [outer, parent] = path.slice(-3);
    if (name === 'w:vanish' && parent === 'w:rPr' && outer === 'w:r' && isOn(value)) isHidden = true;
    if (paragraph === undefined) return;
    if (name === 'w:pStyle') paragraph.style = value ?? null;
    if (name === 'w:outlineLvl') paragraph.outline = Number(value);
    if (name === 'w:ilvl') paragraph.list = { list: paragraph.list?.list ?? '0', level: Number(value) };
    if (name === 'w:numId') paragraph.list = { list: value ?? '0', level: paragraph.list?.level ?? 0 };
  };
  const author = (attribute: (name: string) => string | undefined): void => {
    const name = attribute('w:author')?.trim();
    if (name) changes.authors.add(name);
  };
  const startComment = (attribute: (name: string) => string | undefined): void => {
    const name = attribute('w:author')?.replace(/\s+/g, ' ').trim() ?? '';
    const day = /^\d{4}-\d{2}-\d{2}/.exec(attribute('w:date') ?? '')?.[0];
    if (name) context.onComment?.(name);
    const words = [name, day].filter(Boolean).join(', ');
    lead = words ? `${words}: ` : '';
  };
  const isLeftOut = (name: string, attribute: (name: string) => string | undefined): boolean => {
    const parent = path.at(-1);
    if (name === 'w:del' || name === 'w:moveFrom' || name === 'w:ins' || name === 'w:moveTo') {
      author(attribute);
      const isDeleted = name === 'w:del' || name === 'w:moveFrom';
      // Of rows and ends of paragraphs it only says that they belong to what was put in or out.
      const isOwn = parent !== 'w:rPr' && parent !== 'w:trPr';
      if (isOwn && isDeleted) changes.deletions++;
      else if (isOwn) changes.insertions++;
      const paragraph = open.at(-1);
      if (isDeleted && parent === 'w:rPr' && path.at(-2) === 'w:pPr' && paragraph) paragraph.isJoined = true;
      return isDeleted;
    }
    if (name === 'mc:Fallback' && alternatives.at(-1)) return true;
    const isSeparator = (name === 'w:footnote' || name === 'w:endnote') && SEPARATORS.has(attribute('w:type') ?? '');
    return LEFT_OUT.has(name) || name.endsWith('Change') || isSeparator;
  };

  const handler: XmlHandler = {
    open(name, attribute) {
      if (name === 'w:p') number++;
      if (skipped > 0 || isLeftOut(name, attribute)) {
        skipped++;
        return;
      }
      path.push(name);
      if (name === 'w:p') openParagraph();
      else if (name === 'w:r') isHidden = false;
      else if (name === 'w:tab' && path.at(-2) === 'w:r') put((text) => text.tab());
      else if (name === 'w:ptab') put((text) => text.tab());
      else if (name === 'w:br' || name === 'w:cr') put((text) => text.break());
      else if (name === 'w:noBreakHyphen') put((text) => text.add('-'));
      else if (name === 'w:fldChar') field(attribute('w:fldCharType'));
      else if (name === 'w:hyperlink') link(true);
      else if (name === 'w:tr') {
        endCarried();
        flow.openRow();
      } else if (name === 'w:tc') flow.openCell();
      else if (name === 'w:comment') startComment(attribute);
      else if (name === 'mc:AlternateContent') alternatives.push(false);
      else if (name === 'mc:Choice' && alternatives.length > 0) alternatives[alternatives.length - 1] = true;
      else property(name, attribute);
    },
    text(words) {
      if (skipped > 0) return;
      const last = path.at(-1);
      const code = fields.at(-1);
      if (last === 'w:instrText' && code?.isCode && code.code.length < 1000) code.code += words;
      if (last !== 'w:t' && last !== 'm:t') return;
      if (isHidden) changes.hidden++;
      put((text) => text.add(words));
    },
    close(name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      path.pop();
      if (name === 'w:p') closeParagraph();
      else if (name === 'w:r') isHidden = false;
      else if (name === 'w:hyperlink') link(false);
      else if (name === 'mc:AlternateContent') alternatives.pop();
      else if (name === 'w:tc') endCarried();
      else if (name === 'w:tr') flow.closeRow();
      else if (STORIES.has(name)) {
        endCarried();
        lead = '';
      }
    },
  };
  return { handler, flow };
};

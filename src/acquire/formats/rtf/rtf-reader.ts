import type { TextBlock } from '../../html-text.ts';
import { ParagraphText } from '../flow.ts';
import { codePageOf, codePageOfCharset, decodeBytes } from './code-pages.ts';
import { TextTarget } from './text-target.ts';
import type { RtfHandler } from './tokens.ts';
import { CHARACTERS, DESTINATIONS, type Destination, PARAGRAPH_ENDS, SKIPPED } from './words.ts';

/** What holds inside of a group and is as before behind it. */
interface Group {
  readonly destination: Destination;
  readonly target: TextTarget;
  /** The control word that it is known by. */
  readonly name: string;
  /** How many letters behind a Unicode number stand for it in older programs. */
  readonly fallbacks: number;
  readonly page: string;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
  readonly isLink: boolean;
  readonly style: number;
  readonly outline: number | null;
  readonly isInTable: boolean;
  /** Of a text box the paragraph that it stands in, which goes on behind it. */
  readonly host: ParagraphText | null;
}

interface Style {
  name: string;
  isHeading: boolean;
}

const isHeadingName = (name: string | undefined): boolean => /^(?:heading \d|title|subtitle)$/i.test(name ?? '');

/** Where words are words of a text. */
const WORDY: ReadonlySet<Destination> = new Set(['text', 'note', 'comment', 'running-head']);

/** Reads Rich Text as it goes by. Groups are kept on a list, so that their depth costs no stack. */
export class RtfReader implements RtfHandler {
  readonly #text: TextTarget;
  readonly #notes: TextTarget;
  readonly #comments: TextTarget;
  readonly #heads: TextTarget;
  readonly #groups: Group[] = [];
  readonly #facts = new Map<string, string>();
  readonly #fonts = new Map<number, string>();
  readonly #styles = new Map<number, Style>();
  readonly #authors: string[] = [];
  readonly #named = new Set<string>();
  readonly #commenters: string[] = [];
  readonly #counts = { insertions: 0, deletions: 0, hidden: 0 };
  #group: Group;
  #pending = '';
  #skip = 0;
  #isStarred = false;
  #isFirst = false;
  #page = 'windows-1252';
  #font = 0;
  #isField = false;
  #words = '';
  #time: (number | null)[] = [];

  constructor(limit: number) {
    this.#text = new TextTarget(null, null, limit);
    this.#notes = new TextTarget('notes', 'note', limit);
    this.#comments = new TextTarget('comments', 'note', limit);
    this.#heads = new TextTarget('headers', 'running-head', limit);
    this.#group = {
      destination: 'text',
      target: this.#text,
      name: '',
      fallbacks: 1,
      page: this.#page,
      isHidden: false,
      isDeleted: false,
      isInserted: false,
      isLink: false,
      style: 0,
      outline: null,
      isInTable: false,
      host: null,
    };
  }

  /** The code page that the file is in where its fonts name no other. */
  get codePage(): string {
    return this.#page;
  }

  open(): void {
    this.#flush();
    this.#groups.push(this.#group);
    this.#skip = 0;
    this.#isFirst = true;
    const { destination } = this.#group;
    if (destination === 'authors' || destination === 'styles') this.#words = '';
    if (destination === 'styles') this.#group = { ...this.#group, style: 0 };
  }

  close(): void {
    this.#flush();
    const ended = this.#group;
    const outer = this.#groups.pop() ?? ended;
    if (ended.isLink && !outer.isLink) ended.target.text.closeLink();
    this.#closeDestination(ended, outer);
    this.#group = outer;
    this.#skip = 0;
    this.#isStarred = false;
    this.#isFirst = false;
  }

  bytes(letters: string): void {
    this.#isFirst = false;
    this.#isStarred = false;
    const taken = letters.slice(this.#skip);
    this.#skip = Math.max(0, this.#skip - letters.length);
    if (this.#group.destination !== 'skipped') this.#pending += taken;
  }

  word(name: string, value: number | null): void {
    this.#flush();
    if (name === '*') {
      this.#isStarred = true;
      return;
    }
    if (this.#skip > 0 && name !== 'u') {
      this.#skip--;
      return;
    }
    const isFirst = this.#isFirst || this.#isStarred;
    const isStarred = this.#isStarred;
    this.#isFirst = false;
    this.#isStarred = false;
    if (isFirst && this.#openDestination(name, isStarred)) return;
    if (this.#group.destination === 'skipped') return;
    if (Object.hasOwn(CHARACTERS, name)) this.#put(CHARACTERS[name] ?? '');
    else if (name === 'u' && value !== null) {
      this.#put(String.fromCharCode(value & 0xffff));
      this.#skip = this.#group.fallbacks;
    } else if (!this.#layOut(name)) this.#set(name, value);
  }

  /** What was read, when all has gone by. */
  end(): {
    readonly text: TextTarget;
    readonly notes: TextTarget;
    readonly comments: TextTarget;
    readonly heads: TextTarget;
    readonly facts: ReadonlyMap<string, string>;
    readonly changes: {
      readonly insertions: number;
      readonly deletions: number;
      readonly hidden: number;
      readonly authors: ReadonlySet<string>;
      readonly commenters: readonly string[];
    };
  } {
    this.#flush();
    for (const target of [this.#text, this.#notes, this.#comments, this.#heads])
      target.endParagraph('paragraph', false);
    return {
      text: this.#text,
      notes: this.#notes,
      comments: this.#comments,
      heads: this.#heads,
      facts: this.#facts,
      changes: { ...this.#counts, authors: this.#named, commenters: this.#commenters },
    };
  }

  /** @returns Whether the word begins a group of its own kind. */
  #openDestination(name: string, isStarred: boolean): boolean {
    const outer = this.#group;
    if (SKIPPED.has(name)) {
      this.#group = { ...outer, destination: 'skipped', name };
      return true;
    }
    const destination = Object.hasOwn(DESTINATIONS, name) ? DESTINATIONS[name] : undefined;
    if (destination === undefined) {
      if (isStarred) this.#group = { ...outer, destination: 'skipped', name };
      return isStarred;
    }
    // What is left out is left out with all that it holds, but for the letters of a group in two spellings.
    if (outer.destination === 'skipped' && name !== 'ud' && name !== 'result') return true;
    const targets: Partial<Record<Destination, TextTarget>> = {
      note: this.#notes,
      comment: this.#comments,
      'running-head': this.#heads,
    };
    const isLink = name === 'fldrslt' && this.#isField;
    if (isLink && !outer.isLink) outer.target.text.openLink();
    if (name === 'fldrslt') this.#isField = false;
    const host = name === 'shptxt' ? outer.target.text : null;
    if (host !== null) outer.target.text = new ParagraphText();
    this.#words = '';
    this.#time = [];
    const target = targets[destination] ?? outer.target;
    this.#group = { ...outer, destination, name, target, isLink: isLink || outer.isLink, host: host ?? outer.host };
    return true;
  }

  #closeDestination(ended: Group, outer: Group): void {
    const words = this.#words.replace(/\s+/g, ' ').trim();
    const isEnd = ended.destination !== outer.destination;
    if (ended.destination === 'authors' && !isEnd) this.#authors.push(words.replace(/;$/, ''));
    if (ended.host !== null && ended.host !== outer.host) {
      ended.target.endOpen();
      ended.target.text = ended.host;
    }
    if (!isEnd) return;
    if (ended.destination === 'field-code') this.#isField = /^HYPERLINK\b/i.test(words);
    if (ended.destination === 'list-sign') {
      ended.target.isListed = true;
      // Bullets say nothing; numbers and letters do.
      ended.target.sign = /[\p{L}\p{N}]/u.test(words) ? words : '';
    }
    if (ended.destination === 'comment-author') {
      this.#commenters.push(words);
      this.#comments.lead = words ? `${words}: ` : '';
    }
    if (ended.destination === 'fact') this.#fact(ended.name, words);
    if (ended.target !== outer.target) ended.target.endOpen();
  }

  #fact(name: string, words: string): void {
    const [year, month, day] = this.#time;
    const two = (value: number | null | undefined): string => String(value ?? 0).padStart(2, '0');
    const time = year ? `${year}-${two(month)}${day ? `-${two(day)}` : ''}` : '';
    const fields: Readonly<Record<string, readonly [string, string]>> = {
      title: ['title', words],
      author: ['creator', words],
      operator: ['saver', words],
      creatim: ['created', time],
      revtim: ['modified', time],
    };
    const [field, value] = fields[name] ?? ['', ''];
    if (field && value) this.#facts.set(field, value);
  }

  #flush(): void {
    if (this.#pending === '') return;
    const letters = this.#pending;
    this.#pending = '';
    this.#put(decodeBytes(letters, this.#group.page));
  }

  #put(letters: string): void {
    const { destination, target, isHidden, isDeleted } = this.#group;
    if (WORDY.has(destination)) {
      if (isHidden) this.#counts.hidden++;
      if (!isHidden && !isDeleted) target.text.add(letters);
    } else if (destination !== 'skipped' && destination !== 'fonts') {
      if (this.#words.length < 2000) this.#words += letters;
      if (destination === 'styles') this.#nameStyle();
    }
  }

  #nameStyle(): void {
    const style = this.#styles.get(this.#group.style);
    if (style !== undefined) style.name = this.#words.replace(/;\s*$/, '').trim();
  }

  /** @returns Whether the word lays the text out: ends a paragraph, a cell, a row, a line. */
  #layOut(name: string): boolean {
    const { destination, target } = this.#group;
    const isText = WORDY.has(destination);
    if (name === 'tab' || name === 'line' || name === 'lbr') {
      if (!isText) this.#words += ' ';
      else if (!this.#group.isHidden && !this.#group.isDeleted) {
        if (name === 'tab') target.text.tab();
        else target.text.break();
      }
      return true;
    }
    if (!isText) return false;
    if (PARAGRAPH_ENDS.has(name) || name === 'nestcell') {
      // The end of a deleted paragraph: it goes on in the next one.
      if (!this.#group.isDeleted) target.endParagraph(this.#kind(), this.#group.isInTable || name === 'nestcell');
      return true;
    }
    if (name === 'cell') {
      target.endParagraph(this.#kind(), true);
      target.endCell();
    } else if (name === 'row') target.endRow();
    else return false;
    return true;
  }

  #kind(): TextBlock['kind'] {
    const { style, outline, target } = this.#group;
    const entry = this.#styles.get(style);
    const isHeading = outline === null ? entry?.isHeading === true || isHeadingName(entry?.name) : outline < 9;
    return isHeading ? 'heading' : target.isListed ? 'list-item' : 'paragraph';
  }

  /** Takes a control word that sets something. */
  #set(name: string, value: number | null): void {
    const group = this.#group;
    const isOn = value !== 0;
    switch (name) {
      case 'uc':
        this.#group = { ...group, fallbacks: Math.max(0, Math.min(100, value ?? 1)) };
        return;
      case 'v':
        this.#group = { ...group, isHidden: isOn };
        return;
      case 'deleted':
        if (isOn && !group.isDeleted) this.#counts.deletions++;
        this.#group = { ...group, isDeleted: isOn };
        return;
      case 'revised':
        if (isOn && !group.isInserted) this.#counts.insertions++;
        this.#group = { ...group, isInserted: isOn };
        return;
      case 'revauth':
      case 'revauthdel':
        this.#nameAuthor(value ?? 0);
        return;
      case 'plain':
        this.#group = { ...group, isHidden: false, isDeleted: false, isInserted: false, page: this.#page };
        return;
      case 'pard':
        this.#group = { ...group, style: 0, outline: null, isInTable: false };
        return;
      case 'intbl':
        this.#group = { ...group, isInTable: isOn };
        return;
      case 's':
        this.#group = { ...group, style: value ?? 0 };
        if (group.destination === 'styles') this.#styles.set(value ?? 0, { name: '', isHeading: false });
        return;
      case 'outlinelevel':
        this.#setOutline(value ?? 9);
        return;
      default:
        this.#setLetters(name, value);
    }
  }

  #setOutline(level: number): void {
    const group = this.#group;
    const style = group.destination === 'styles' ? this.#styles.get(group.style) : undefined;
    if (group.destination !== 'styles') this.#group = { ...group, outline: level };
    else if (style !== undefined) style.isHeading = level < 9;
  }

  #nameAuthor(number: number): void {
    const name = this.#authors[number];
    if (name && name !== 'Unknown') this.#named.add(name);
  }

  /** Fonts, code pages and the parts of a date. */
  #setLetters(name: string, value: number | null): void {
    const group = this.#group;
    if (name === 'f') {
      this.#font = value ?? 0;
      if (group.destination !== 'fonts') this.#group = { ...group, page: this.#fonts.get(this.#font) ?? this.#page };
    } else if (name === 'fcharset' && group.destination === 'fonts') {
      // Charset 0 is the Western one by its letter, and in fact whatever the file is in.
      const page = value === 0 || value === 1 ? null : codePageOfCharset(value ?? 0);
      if (page !== null) this.#fonts.set(this.#font, page);
    } else if (name === 'cpg' && group.destination === 'fonts' && value) this.#fonts.set(this.#font, codePageOf(value));
    else if (name === 'ansicpg' && value) this.#setPage(codePageOf(value));
    else if (name === 'mac') this.#setPage('macintosh');
    else if (name === 'pc') this.#setPage('cp437');
    else if (name === 'pca') this.#setPage('cp850');
    else if (name === 'yr') this.#time[0] = value;
    else if (name === 'mo') this.#time[1] = value;
    else if (name === 'dy') this.#time[2] = value;
  }

  #setPage(page: string): void {
    this.#page = page;
    this.#group = { ...this.#group, page };
  }
}

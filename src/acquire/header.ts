import type { Found } from '../model/index.ts';
import { countryOf, isCommonWord, placesByName } from '../text/index.ts';
import { readByline, readNames } from './byline.ts';
import { readLabelledDates } from './labelled-dates.ts';
import { type Line, splitLines } from './lines.ts';
import { readIssueLine, readMasthead, readNamedDateLine } from './masthead.ts';
import { readNameplate } from './nameplate.ts';
import { isBareName, readNote } from './notes.ts';
import { isOutletName } from './outlet-name.ts';
import { dateAlone, edtfFromStamp, findStatedDates } from './stated-date.ts';

/** How far into a text its own header is looked for: lines that say something, and characters. */
const HEADER_LINES = 14;
const HEADER_CHARS = 6000;
/** From this length on a line is a paragraph of the report and no part of its header. */
const BODY_CHARS = 140;
/** Headlines are shorter than this; the longest of news agencies run to about 150. */
const TITLE_CHARS = 200;

/** Header lines with an address in them may be longer. */
const HEADER_LINE_CHARS = 600;

type Field = Found['field'];

const LABELS: readonly { readonly words: RegExp; readonly field: Field }[] = [
  { words: /^(?:title|headline|subject)\s*:\s*/i, field: 'title' },
  { words: /^(?:author|authors|byline|written by|reporter|by)\s*:\s*/i, field: 'byline' },
  {
    words: /^(?:last )?(?:updated|modified|edited)(?:\s+(?:on|at))?\s*:?\s+/i,
    field: 'modified',
  },
  {
    words:
      /^(?:(?:first )?published|publication date|date published|date of publication|release date|air date|aired|broadcast|recorded|posted|issued|date|dated)(?:\s+(?:on|at))?\s*:?\s+/i,
    field: 'published',
  },
  {
    words:
      /^(?:(?:outlet|publication|publisher|newspaper|published (?:by|in)|site|website|station)\s*:?|(?:issued by|issuer|programme|program|show|podcast|channel|broadcaster|agency|newsletter|magazine)\s*:)\s+/i,
    field: 'outlet',
  },
  { words: /^source\s*:\s*/i, field: 'outlet' },
  { words: /^(?:url|link|address|permalink|web|canonical)\s*:\s*/i, field: 'url' },
  { words: /^(?:language|lang)\s*:\s*/i, field: 'language' },
];

/** Bars, points, dashes and tabs, and the white space before a further label on the same line ("TITLE: ... LINK: ..."). */
const SEPARATOR =
  /\s+[|•·‧∙/]\s+|\s+[–—-]{1,2}\s+|\t+|\s+(?=(?:DATE|Date|LINK|Link|URL|AUTHOR|Author|BYLINE|Byline|SOURCE|Source|OUTLET|Outlet|PUBLISHED|Published|UPDATED|Updated):\s)/g;
const ADDRESS = /^https?:\/\/\S+$/;

const piece = (line: Line, from: number, to: number): Line => {
  const raw = line.text.slice(from, to);
  const start = line.start + from + (raw.length - raw.trimStart().length);
  return { start, end: start + raw.trim().length, text: raw.trim() };
};

/** The pieces of a header line between bars, points and dashes: "By Jane Doe | 2 May 2031 | Kelmar Times". */
const splitPieces = (line: Line): readonly Line[] => {
  const pieces: Line[] = [];
  let from = 0;
  for (const match of line.text.matchAll(SEPARATOR)) {
    pieces.push(piece(line, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(piece(line, from, line.text.length));
  return pieces.filter(({ text }) => text);
};

const found = (field: Field, value: string, by: Found['by'], start: number, end: number): Found => ({
  field,
  value,
  by,
  span: [start, end],
});

/** "From: The Quay Letter <letter@quay.example>": the sender of a newsletter, where it is nobody's name. */
const SENDER = /^from\s*:\s*["“]?(?<name>\p{Lu}[^<>"”@]{2,50}?)["”]?\s*<[^<>\s]+@[^<>\s]+>$/iu;

const readSender = (line: Line): readonly Found[] | null => {
  const name = SENDER.exec(line.text)?.groups?.name;
  if (name === undefined || (readNames(name) !== null && !/&|^the /i.test(name) && !isOutletName(name))) return null;
  const start = line.start + line.text.indexOf(name);
  return [found('outlet', name, 'text', start, start + name.length)];
};

const readLabel = (line: Line): readonly Found[] | null => {
  const sender = readSender(line);
  if (sender !== null) return sender;
  for (const { words, field } of LABELS) {
    const label = words.exec(line.text)?.[0];
    if (label === undefined) continue;
    const start = line.start + label.length;
    const value = line.text.slice(label.length).replace(/^["'“”]|["'“”]$/g, '');
    if (!value) return null;
    const at = line.text.indexOf(value, label.length) + line.start;
    if (field === 'published' || field === 'modified') {
      const date = dateAlone(value);
      const stamp = date?.edtf ?? (/^\d{4}-?\d{2}/.test(value) ? edtfFromStamp(value) : null);
      if (stamp === null) continue;
      const [from, to] = date ? [at + date.start, at + date.end] : [at, at + value.length];
      return [found(field, stamp, 'dateline', from, to)];
    }
    if (field === 'byline') {
      const names = readNames(value);
      return names ? [found('byline', names.value, 'byline', at + names.start, at + names.end)] : null;
    }
    if (field === 'url') return ADDRESS.test(value) ? [found('url', value, 'text', start, line.end)] : null;
    if (field === 'language') {
      return /^[a-z]{2,3}(?:-[\w-]+)?$/i.test(value) ? [found('language', value, 'text', start, line.end)] : null;
    }
    if (field === 'outlet') {
      // "Programme: The Long Table (Radio Ostra)"
      const house = /\((?<house>[^()]{3,40})\)\s*$/.exec(value)?.groups?.house;
      if (house !== undefined && isOutletName(house)) {
        const from = line.start + line.text.lastIndexOf(house);
        return [found('outlet', house, 'text', from, from + house.length)];
      }
      if (ADDRESS.test(value)) return [found('url', value, 'text', start, line.end)];
      return isBareName(value) ? [found('outlet', value, 'text', at, at + value.length)] : null;
    }
    return value.length <= TITLE_CHARS ? [found('title', value, 'text', at, at + value.length)] : null;
  }
  return null;
};

const readPiece = (line: Line): readonly Found[] | null => {
  const labelled = readLabel(line);
  if (labelled) return labelled;
  const date = dateAlone(line.text);
  if (date) return [found('published', date.edtf, 'dateline', line.start + date.start, line.start + date.end)];
  const byline = readByline(line.text);
  if (byline) {
    const { outlet } = byline;
    return [
      found('byline', byline.value, 'byline', line.start + byline.start, line.start + byline.end),
      ...(outlet ? [found('outlet', outlet.value, 'byline', line.start + outlet.start, line.start + outlet.end)] : []),
    ];
  }
  // "By Kelmar News Agency": no person, but the house whose copy it is.
  const house = /^[Bb][Yy]\s+(?<name>.+)$/.exec(line.text)?.groups?.name;
  if (house && isOutletName(house)) return [found('syndicated', house, 'byline', line.end - house.length, line.end)];
  // "Kelmar Times, 2 May 2031": a name with the date behind a comma; a place there is passed over.
  const [only, second] = findStatedDates(line.text);
  if (only && !second && only.start > 2 && /^(?:[^\p{L}\p{N}]|T?\d{1,2}[:.]\d{2})*$/u.test(line.text.slice(only.end))) {
    const name = line.text.slice(0, only.start).replace(/[\s,(]+$/, '');
    if (name && /[,(]\s*$/.test(line.text.slice(0, only.start)) && isBareName(name) && !/,/.test(name)) {
      const published = found('published', only.edtf, 'dateline', line.start + only.start, line.start + only.end);
      return isOutletName(name)
        ? [found('outlet', name, 'text', line.start, line.start + name.length), published]
        : [published];
    }
  }
  return null;
};

/** What a header line says; null when it is no header line. Names of outlets count only beside a date or a byline. */
const readLine = (line: Line): readonly Found[] | null => {
  if (line.text.length > HEADER_LINE_CHARS) return null;
  const pieces = splitPieces(line);
  const isLabelled = /\s[A-Za-z]+:\s/.test(line.text.slice(1)) && pieces.length > 1;
  const whole = isLabelled ? null : readPiece(line);
  if (whole) return whole;
  const dates = readLabelledDates(line.text);
  if (dates.length > 0)
    return dates.map(({ field, edtf, start, end }) =>
      found(field, edtf, 'dateline', line.start + start, line.start + end),
    );
  if (pieces.length < 2) return null;
  const read = pieces.map(readPiece);
  if (!read.some((piece) => piece !== null)) return null;
  const named = readNamedDateLine(pieces);
  return pieces.flatMap((part, i) => {
    if (i === 0 && named !== null) return [named];
    const known = read[i];
    if (known) return known;
    // "By Jane Doe | Kelmar Wire": the author's house.
    const isAuthors = read[i - 1]?.some(({ field }) => field === 'byline') === true;
    return isOutletName(part.text)
      ? [found('outlet', part.text, isAuthors ? 'byline' : 'text', part.start, part.end)]
      : [];
  });
};

const isBody = (line: Line): boolean =>
  line.text.length >= BODY_CHARS || (line.text.length >= 60 && /[.!?…]["'”’)]?$/.test(line.text));

/** Words of more than three letters nearly all begin with a capital: the way of headlines, whatever they end in. */
const isTitleCase = (text: string): boolean => {
  const words = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return words.length >= 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.8;
};

/** Endings that a headline does not have: a full stop (unless of an initial), a comma, a colon, a word that needs another. */
const isOpenEnded = (text: string): boolean =>
  /[,;:]$/.test(text) ||
  (/\.["'”’)]?$/.test(text) && !/(?:\b\p{L}\.){2,}$|…$|\.\.\.$/u.test(text) && !isTitleCase(text)) ||
  /\s(?:the|a|an|of|and|or|to|in|on|for|with|by|from|at|as|that|which)$/.test(text);

const isTitle = (line: Line, next: Line | undefined, isNextClose: boolean, widest: number): boolean => {
  const { text } = line;
  if (text.length > TITLE_CHARS || text.length < 8 || text.split(/\s+/).length < 2 || isOpenEnded(text)) return false;
  if (!/^["'“‘«(]?[\p{Lu}\p{N}]/u.test(text) || /^(?:https?:|www\.|©|\(c\))/i.test(text)) return false;
  // "MARA: Good morning" is a turn of a transcript; "[00:01]" a time mark.
  if (/^[\p{Lu}][\p{Lu} .'-]{1,30}:\s/u.test(text) || /^\[?\d{1,2}:\d{2}/.test(text) || /^[-*•–]\s/.test(text))
    return false;
  if (!next) return false;
  if (!isNextClose) return true;
  if (readLine(next)) return true;
  // A line that runs on, or one of a text broken at a fixed width, is the start of a paragraph.
  if (/^[\p{Ll},;]/u.test(next.text)) return false;
  const isWrapped = widest <= 100 && text.length > widest * 0.6;
  return !isWrapped && (next.text.length >= text.length * 1.5 || widest >= text.length * 2);
};

/** An agency named in a dateline, "KELMAR, May 2 (Ostran Wire) -", and the date there when its year is given. */
const DATELINE =
  /^(?<place>\p{Lu}[\p{L}.'’/ -]{1,40}?(?:,\s*\p{Lu}[\p{L}. ]{1,30}?)?)(?:[,.]?\s+(?<date>(?:\p{Lu}[a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}[a-z]{2,8}\.?)(?:,?\s+\d{4})?))?,?\s*(?:\((?<agency>\p{Lu}[\p{L}.&/' -]{1,40})\))?\s*(?:[–—]|--?)\s+(?=["'“‘«]?\p{Lu})/u;

/** "LORNE, May 2. /MARROW/. The …", "(Marrow) LORNE, May 2: The …": the ways of agencies that put no dash. */
const OTHER_DATELINES: readonly RegExp[] = [
  /^(?<place>\p{Lu}[\p{L}.'’/ -]{1,40}?)(?:,\s*\p{Lu}[\p{L}. ]{1,30}?)?,\s+(?<date>(?:\p{Lu}[a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}[a-z]{2,8}\.?)(?:,?\s+\d{4})?)[.,]?\s*[/[](?<agency>\p{Lu}[\p{L}.&' -]{1,40})[/\]][.:–—-]*\s*(?=\S)/u,
  /^[([](?<agency>\p{Lu}[\p{L}.&' -]{1,40})[)\]]\s+(?<place>\p{Lu}[\p{L}.'’/ -]{1,40}?),\s+(?<date>(?:\p{Lu}[a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}[a-z]{2,8}\.?)(?:,?\s+\d{4})?)\s*[:.–—-]+\s*(?=\S)/u,
];

const readDateline = (line: Line): readonly Found[] => {
  const head = line.text.slice(0, 200);
  const match = DATELINE.exec(head) ?? OTHER_DATELINES.map((form) => form.exec(head)).find((found) => found) ?? null;
  const { date, agency, place = '' } = match?.groups ?? {};
  if (!match) return [];
  const facts: Found[] = [];
  const stated = date ? findStatedDates(date)[0] : undefined;
  if (date && stated) {
    const at = line.start + match[0].indexOf(date, place.length);
    facts.push(found('published', stated.edtf, 'dateline', at + stated.start, at + stated.end));
  }
  if (agency && findStatedDates(agency).length === 0) {
    const at =
      line.start + match[0].search(new RegExp(`[([/]${agency.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[)\\]/]`)) + 1;
    facts.push(found('syndicated', agency, 'dateline', at, at + agency.length));
  }
  return facts;
};

/** A date glued to the start of the first paragraph: "date 2031-05-02 The minister ...", "2 May 2031 - The minister ...". */
const readGluedDate = (text: string, line: Line): readonly Found[] => {
  const head = text.slice(line.start, Math.min(line.end, line.start + 120));
  const label = /^(?:publication date|date published|published|posted|dated?)(?:\s+on)?\s*:?\s+/i.exec(head)?.[0] ?? '';
  const date = findStatedDates(head).find(({ start }) => start === label.length);
  if (!date) return [];
  const after = head
    .slice(date.end)
    .replace(/^(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|\s?[+-]\d{2}:?\d{2})?)/, '');
  const isIso = /^\d{4}-/.test(head.slice(label.length));
  const isGlued = label || isIso ? /^\s*(?:$|[-–—|:]?\s*["'“]?\p{Lu})/u.test(after) : /^\s+[-–—|]\s+\S/.test(after);
  return isGlued ? [found('published', date.edtf, 'dateline', line.start + date.start, line.start + date.end)] : [];
};

/** A show that says whose it is: "From Ostra Public Radio, I'm ...", "You're listening to The Long Table, the podcast ...". */
const BROADCAST: readonly RegExp[] = [
  /\b(?:From|from) (?<name>(?:[Tt]he )?\p{Lu}[\p{L}'’.&]*(?: (?:of |the )?\p{Lu}[\p{L}'’.&]*){0,4}), (?:I'm|I’m|I am|this is) \p{Lu}/u,
  /\b(?:[Ww]elcome (?:back )?to|[Yy]ou're listening to|[Yy]ou’re listening to|[Tt]his is) (?<name>(?:[Tt]he )?\p{Lu}[\p{L}'’&]*(?: (?:of |the )?\p{Lu}[\p{L}'’&]*){0,4}), (?:the|a|your|our) (?:\p{L}+ ){0,4}(?:podcast|show|programme|program|newscast|broadcast)\b/u,
];

const readBroadcast = (text: string): readonly Found[] => {
  const head = text.slice(0, 3000);
  for (const form of BROADCAST) {
    const match = form.exec(head);
    const name = match?.groups?.name;
    if (!match || !name) continue;
    const at = match.index + match[0].indexOf(name);
    return [found('outlet', name, 'text', at, at + name.length)];
  }
  return [];
};

const COPYRIGHT =
  /^(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:(?:19|20|21)\d{2}(?:\s*[-–]\s*\d{4})?,?\s+)?(?:by\s+)?(?<name>\p{Lu}[\p{L}\p{N} .'’&-]{1,50}?)(?:,?\s+(?:19|20|21)\d{2})?(?:[.,]?\s*all rights reserved)?\.?$/iu;
const REPORTING_BY = /^\(?(?:additional )?reporting by (?<names>[^;().]{4,120})(?:[;.)]|$)/i;

/** What the last lines say: a byline, a copyright line, a house that the text was taken from. */
const readFooter = (line: Line): readonly Found[] => {
  const note = readNote(line);
  if (note.length > 0 || line.text.length > TITLE_CHARS) return note;
  const { text, start } = line;
  const within = (field: Field, value: string, by: Found['by']): readonly Found[] => {
    const at = start + text.indexOf(value);
    return [found(field, value, by, at, at + value.length)];
  };
  const owner = COPYRIGHT.exec(text)?.groups?.name?.trim();
  if (owner && isBareName(owner)) return within('outlet', owner, 'text');
  // Under a text "Source: X" says where it was taken from; whose page it stood on is not said.
  const source = /^source\s*:\s*(?<name>\S.*)$/i.exec(text)?.groups?.name?.replace(/\.$/, '');
  if (source && isBareName(source)) return within('syndicated', source, 'text');
  const reporters = REPORTING_BY.exec(text)?.groups?.names;
  const names = reporters ? readNames(reporters) : null;
  if (names && !/^additional/i.test(text)) return within('byline', names.value, 'byline');
  const byline = readByline(text);
  if (byline) return [found('byline', byline.value, 'byline', start + byline.start, start + byline.end)];
  return (readLabel(line) ?? []).filter(({ field }) => field === 'published' || field === 'modified');
};

/** "... said. (Kelmar)", "(Kelmar, 4 May)", "... said. /KELMAR/": an agency signs at the end of its dispatch. */
const CLOSING_TAG =
  /(?:^|[.!?…"”]\s+)[([/](?<name>\p{Lu}[\p{L}\p{N}.&'’-]*(?: \p{Lu}[\p{L}\p{N}.&'’-]*){0,2})(?:,\s[^()/]{1,25})?[)\]/]$/u;

const readClosingTag = (line: Line): readonly Found[] => {
  const name = CLOSING_TAG.exec(line.text)?.groups?.name;
  if (name === undefined || name.length < 3) return [];
  const isOrdinary = name.split(' ').every((word) => isCommonWord(word.toLowerCase())) || placesByName(name).length > 0;
  // "... the Treaty (OTO)": short for what stands before it.
  const isShort = /^\p{Lu}{2,6}$/u.test(name) && !isOutletName(name);
  if (isOrdinary || isShort || countryOf(name) !== null) return [];
  const start = line.start + line.text.lastIndexOf(name);
  return [found('syndicated', name, 'text', start, start + name.length)];
};

/**
 * Reads what a text says of itself: title, byline, dates, outlet, in its first lines, its dateline and its last lines.
 *
 * Facts come in text order with the span they stand at; dates as EDTF. Rather nothing than a guess: a date needs its year,
 * a byline two words, an outlet a label or a wording that only outlets have.
 *
 * @param text The stored text, or one of the same length with markup blanked out.
 * @param options `hasTitle`: the title is known from elsewhere and none is looked for.
 */
export const readHeader = (text: string, options: { readonly hasTitle: boolean }): readonly Found[] => {
  const lines = splitLines(text, 0, Math.min(text.length, HEADER_CHARS));
  const said = lines.flatMap((line, i) => (line.text ? [{ line, isAfterGap: i === 0 || !lines[i - 1]?.text }] : []));
  const widest = Math.max(0, ...said.map(({ line }) => line.text.length));
  const facts: Found[] = [];
  let hasTitle = options.hasTitle;
  let body = said.length;
  const sources: { readonly fact: Found; readonly line: number }[] = [];
  const marked = new Set<number>();

  const masthead = options.hasTitle ? null : readMasthead(said.slice(0, HEADER_LINES));
  if (masthead) {
    facts.push(masthead.outlet);
    marked.add(0);
  }
  const issue = masthead === null && said[0] !== undefined ? readIssueLine(said[0].line) : null;
  if (issue) facts.push(issue);
  const plate =
    masthead === null && issue === null ? readNameplate(said.slice(0, HEADER_LINES).map(({ line }) => line)) : null;
  for (const [i, { line }] of said.slice(0, HEADER_LINES).entries()) {
    if (masthead && i === 0) continue;
    const read = readLine(line);
    if (read && !(i === 0 && isBody(line))) {
      marked.add(i);
      hasTitle ||= read.some(({ field }) => field === 'title');
      if (/^source\s*:/i.test(line.text)) sources.push(...read.map((fact) => ({ fact, line: i })));
      else facts.push(...read);
      continue;
    }
    const note = readNote(line);
    if (note.length > 0) {
      facts.push(...note);
      marked.add(i);
      continue;
    }
    if (i === plate?.line) continue;
    // What stands under the name in a masthead is no headline.
    if (masthead && i < masthead.lines) continue;
    const next = said[i + 1];
    if (!hasTitle && !isBody(line)) {
      // A masthead: the outlet's name above the headline.
      if (next && !isBody(next.line) && isOutletName(line.text)) {
        facts.push(found('outlet', line.text, 'heading', line.start, line.end));
        marked.add(i);
        continue;
      }
    }
    if (!hasTitle && isTitle(line, next?.line, next ? !next.isAfterGap : false, widest)) {
      facts.push(found('title', line.text, 'heading', line.start, line.end));
      hasTitle = true;
      continue;
    }
    if (isBody(line)) {
      // A standfirst: a sentence or two between headline and byline.
      if (said.slice(i + 1, i + 4).some((later) => readByline(later.line.text) !== null)) continue;
      body = i;
      break;
    }
    // Neither title nor header nor a section's one word: the report has begun, and headlines do not follow.
    if (line.text.includes(' ')) hasTitle = true;
  }
  // "Source: X" under a headline may be the source of the story; among other header lines it is where the file is from.
  for (const { fact, line } of sources) {
    if (fact.field === 'url' || marked.has(line - 1) || marked.has(line + 1)) facts.push(fact);
  }
  const first = said[0]?.line;
  if (first && !marked.has(0)) facts.push(...readGluedDate(text, first));
  for (const { line } of said.slice(0, Math.min(said.length, body + 2))) {
    if (line.text.length < 60) continue;
    const told = readDateline(line);
    facts.push(...told);
    if (told.length > 0) break;
  }
  facts.push(...readBroadcast(text));
  const hasOutlet = facts.some(({ field }) => field === 'outlet');
  if (plate && !hasOutlet) facts.push(plate.outlet);

  const headEnd = said[Math.min(body, said.length - 1)]?.line.end ?? 0;
  const tail = splitLines(text, Math.max(headEnd, text.length - 2500)).filter((line) => line.text);
  for (const line of tail.slice(-6)) if (line.start >= headEnd) facts.push(...readFooter(line));
  if (!facts.some(({ field }) => field === 'outlet' || field === 'syndicated'))
    facts.push(...tail.slice(-3).flatMap(readClosingTag).slice(0, 1));
  return facts.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
};

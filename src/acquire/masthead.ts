import type { Found } from '../model/index.ts';
import { isCommonWord, isGivenName, orgHead, placesByName } from '../text/index.ts';
import type { Line } from './lines.ts';
import { isOutletName } from './outlet-name.ts';
import { findStatedDates } from './stated-date.ts';

/** What stands under a masthead and says what sort of page this is. */
const SECTION =
  /^(?:investigations?|comment|opinion|analysis|editorial|features?|profile|interview|news|world|politics|business|culture|special report|exclusive|letters?|corrections?(?: and clarifications?)?|clarifications?|obituar(?:y|ies)|the brief|briefing|newsletter|press (?:service|office|release|statement|notice)|media release|statement|communiqué|news (?:service|desk)|international|national|foreign desk|long read|weekend|magazine|no\.? ?\d[\w-]*|issue \d+|vol\.? ?\d.*)$/i;
/** "English page", "International edition", "The Late Desk, world service", "Transcript". */
const EDITION =
  /^(?:(?:the )?(?:\p{L}+[ ,]+){1,4}(?:page|pages|edition|service|desk|supplement|section|bulletin)|(?:\p{L}+[ -]+){0,2}transcript\b.{0,160})$/iu;
/** "The magazine of the short-sea trades", "Independent since 1921". */
const TAGLINE =
  /\b(?:all (?:about|the news)|news (?:and views|from|of|for)\b|in english$|your (?:\p{L}+ ){0,2}(?:news|guide|reading)|the (?:magazine|newspaper|paper|journal|voice|weekly|daily|review|home|organ) (?:of|for)|since (?:1[89]|20)\d\d|est\.? (?:1[89]|20)\d\d|founded in|independent)\b/iu;

/** A turn of a transcript: the report has begun without a headline. */
const TURN = /^\p{Lu}[\p{Lu} .'’-]{2,40}:\s/u;

const bare = (text: string): string => text.replace(/^the\s+/i, '').toLowerCase();

const isSection = (text: string): boolean => SECTION.test(text) || EDITION.test(text);

/** A name and nothing more: every word of weight capitalised, no verb's ending mark, not a person and not a place. */
const isName = (text: string): boolean => {
  const words = text.split(/\s+/);
  if (words.length > 9 || text.length > 80 || /[.!?:;,"“”«»]|\d/.test(text)) return false;
  if (!words.every((word) => /^[\p{Lu}&]/u.test(word) || /^(?:of|the|and|for|de|da|do|la|le|el|du|des)$/.test(word)))
    return false;
  if (placesByName(text).length > 0) return false;
  return !(words.length === 2 && isGivenName(words[0] ?? ''));
};

/** The office, ministry or house whose own statement a page is: its first line heads a body. */
const isBody = (text: string): boolean =>
  text.split(/\s+/).some((word) => orgHead(word).includes('public-body')) && !isCommonWord(bare(text));

/**
 * The name of the house above a headline: the first line of a block of short lines that holds a section, a tagline, a date or
 * a number besides it, with the headline in a block of its own below; or the name beside the date in "Name | section | date".
 *
 * @param lines The first lines that say something, with whether a blank line stands above each.
 * @returns The outlet and, where the block is a masthead, how many of the lines belong to it; null when there is none.
 */
export const readMasthead = (
  lines: readonly { readonly line: Line; readonly isAfterGap: boolean }[],
): { readonly outlet: Found; readonly lines: number } | null => {
  const first = lines[0]?.line;
  if (first === undefined) return null;
  const end = lines.findIndex(({ isAfterGap }, i) => i > 0 && isAfterGap);
  const block = lines.slice(0, end < 0 ? 0 : end).map(({ line }) => line);
  const below = lines[end]?.line;
  const short = block.every((line) => line.text.length < 90 || EDITION.test(line.text));
  const marked = block
    .slice(1)
    .some((line) => isSection(line.text) || TAGLINE.test(line.text) || findStatedDates(line.text).length > 0);
  const section = block.slice(1).some((line) => isSection(line.text) || TAGLINE.test(line.text));
  const isHeaded = below !== undefined && (below.text.length < 200 || TURN.test(below.text) || section);
  if (short && marked && isHeaded) {
    const [name = ''] = TAGLINE.test(first.text) ? first.text.split(/[.|–—]\s/) : [first.text];
    // A programme's name above its station's: the station is the outlet.
    const station = block
      .slice(1)
      .map((line) => ({ line, name: line.text.split(/[,|·]/)[0]?.trim() ?? '' }))
      .find((one) => isOutletName(one.name) && !isSection(one.name));
    if (station !== undefined && !isOutletName(name) && isName(name) && !isBody(name))
      return { outlet: fact(station.name, station.line.start), lines: block.length };
    const tagged = name !== first.text;
    const isArticled =
      /^the\s+\S+\s+\S/i.test(name) && !name.split(/\s+/).every((word) => isCommonWord(word.toLowerCase()));
    if (isName(name) && (section || tagged || isArticled || isOutletName(name) || isBody(name))) {
      return { outlet: fact(name, first.start), lines: block.length };
    }
  }
  return null;
};

/** "Narrows №88", "The Quay Letter, issue 12": a number of a series and nothing more. */
const ISSUE =
  /^(?<name>\p{Lu}[\p{L}\p{N} .'’&-]{1,40}?),?\s*(?:[–—-]\s*)?(?:№|#|no\.|nr\.|issue|vol\.|volume)\s*\d{1,5}\.?$/iu;

/** The name of a series in its first line, before the number of the issue; null when the line is no such line. */
export const readIssueLine = (line: Line): Found | null => {
  const name = ISSUE.exec(line.text)?.groups?.name?.trim();
  return name === undefined || !isName(name) ? null : fact(name, line.start + line.text.indexOf(name));
};

/** "Canal Sovarra | Friday 26 September 2031 | Updated 21:12": a name that opens a line with a date between bars. */
export const readNamedDateLine = (pieces: readonly Line[]): Found | null => {
  const [first, ...rest] = pieces;
  if (first === undefined || !rest.some((piece) => findStatedDates(piece.text).length > 0)) return null;
  if (
    SECTION.test(first.text) ||
    first.text.split(/\s+/).length > 4 ||
    !/^[\p{Lu}\p{N}][\p{L}\p{N} .&'’-]*$/u.test(first.text)
  )
    return null;
  if (
    placesByName(first.text).length > 0 ||
    (first.text.split(/\s+/).length < 4 &&
      !/&|^The /.test(first.text) &&
      isGivenName(first.text.split(/\s+/)[0] ?? '')) ||
    isCommonWord(first.text.toLowerCase())
  )
    return null;
  if (findStatedDates(first.text).length > 0) return null;
  return fact(first.text, first.start);
};

const fact = (name: string, start: number): Found => ({
  field: 'outlet',
  value: name.trim(),
  by: 'heading',
  span: [start, start + name.trim().length],
});

import type { Found } from '../model/index.ts';
import { isCommonWord, isGivenName, isSurname, LEGAL_FORMS, placesByName } from '../text/index.ts';
import type { Line } from './lines.ts';
import { isOutletName } from './outlet-name.ts';
import { findStatedDates } from './stated-date.ts';

/** What only pages of a series or a programme carry beside a name. */
const SERIES =
  /^(?:.{0,40}\btranscript\b.{0,80}|(?:the )?(?:\p{L}+[ -]){0,2}(?:edition|issue|newsletter|bulletin|podcast)(?: \d+)?|(?:issue|episode|vol(?:ume|\.)|no\.?|nr\.?|№|#|number|season) ?\d.{0,40}|corrections?(?: and clarifications?)?|clarifications?|press (?:release|statement|notice)|media release|statement|regulatory (?:announcement|notice)|communiqu[eé]|(?:a|the|your) (?:\p{L}+ ){0,4}(?:newsletter|letter|podcast|show|programme|bulletin|week)\b.{0,60})$/iu;
const SECTION =
  /^(?:live(?: (?:blog|updates?|page|desk))?|business|politics|world|markets?|news|comment|opinion|column|analysis|features?|investigations?|interview|culture|letters?|exclusive|international|national|editorial|newsdesk|staff|updated?(?: \d.*)?|\d{1,2}[:.]\d{2}.{0,8}|price .{1,20}|published|broadcast|aired|first published|as broadcast|online|print)$/iu;

const DATE_REST =
  /^(?:[^\p{L}\p{N}]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.]\d{2}|at|on|of|the|broadcast|published|aired|updated|first|programme|GMT|UTC)*$/iu;

/** A date and hardly anything else. */
const isDate = (text: string): boolean => {
  const [date, ...more] = findStatedDates(text);
  if (date === undefined || more.length > 0) return false;
  return DATE_REST.test(text.slice(0, date.start)) && DATE_REST.test(text.slice(date.end));
};

const SMALL = /^(?:of|the|and|for|de|da|do|du|des|la|le|el|on|in|to|&)$/;

/** A company's legal form ends its name, in whatever case. */
const isCompany = (words: readonly string[]): boolean =>
  words.length > 1 && LEGAL_FORMS.has((words.at(-1) ?? '').toLowerCase().replaceAll('.', ''));

const isPerson = (name: string): boolean => {
  const words = name.split(/\s+/);
  const [first = ''] = words;
  if (isCompany(words)) return false;
  return words.length > 1 && words.length < 4 && !/^[Tt]he$/.test(first) && isGivenName(first) && !/&/.test(name);
};

/** Every word of weight capitalised, six at most, no place, no person. A sign ("RK3") and a site ("Marrow.info") are names. */
const isName = (name: string): boolean => {
  const words = name.split(/\s+/);
  if (name.length < 3 || name.length > 60 || words.length > 6 || !/\p{Lu}/u.test(name)) return false;
  if (!/^[\p{L}\p{N} .'’&+-]+$/u.test(name) || /\.\s/.test(name)) return false;
  if (isCompany(words)) return words.slice(0, -1).every((word) => /^[\p{Lu}&]/u.test(word) || SMALL.test(word));
  if (!words.every((word) => /^[\p{Lu}&+]/u.test(word) || SMALL.test(word) || /^\d{1,3}$/.test(word))) return false;
  return placesByName(name).length === 0 && !isPerson(name);
};

/** Title-case headlines are made of common words; few names of outlets are, and those say what they are. */
const isCommon = (name: string): boolean =>
  !isOutletName(name) &&
  name
    .split(/\s+/)
    .every((word) => SMALL.test(word.toLowerCase()) || (isCommonWord(word.toLowerCase()) && !isSurname(word)));

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly kind: 'series' | 'section' | 'date' | 'name' | 'person' | 'other';
}

const MARKS = /\s*[|•·‧∙/—–[\]()"“”«»*]+\s*|\s+-{1,2}\s+|,\s+|:\s+|\.\s+(?=\p{Lu})/gu;

const kindOf = (text: string): Piece['kind'] => {
  if (isDate(text)) return 'date';
  if (SERIES.test(text)) return 'series';
  if (SECTION.test(text)) return 'section';
  const byline = /^(?:by|with|presented by|hosted by)\s+/i.test(text);
  if (byline || isPerson(text)) return 'person';
  return isName(text) ? 'name' : 'other';
};

const piecesOf = (line: Line): readonly Piece[] => {
  const pieces: Piece[] = [];
  const add = (from: number, to: number): void => {
    const raw = line.text.slice(from, to);
    // "Undertow podcast": what the name is of is none of it.
    const text = raw
      .replace(/^[\s#*_]+|[\s*_,;:]+$|(?<=\p{Ll})\.$/gu, '')
      .replace(/^(\p{Lu}.*\S)\s+(?:podcast|newsletter|magazine|news agency|newspaper|radio|live|transcript)$/u, '$1');
    if (/[\p{L}\p{N}]/u.test(text))
      pieces.push({ text, start: line.start + from + raw.indexOf(text), kind: kindOf(text) });
  };
  let from = 0;
  for (const match of line.text.matchAll(MARKS)) {
    // "4 May, 2035" and "Friday, 4 May 2035" are one date.
    if (match[0].startsWith(',') && isDate(line.text.slice(from).split(/[|•·/—–[\]()]/)[0] ?? '')) continue;
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, line.text.length);
  return pieces;
};

/** "RK3", "TV7": stations. */
const CALL_SIGN = /^\p{Lu}{1,4}\d{1,2}$/u;

/** Lines in which an outlet may name itself: above the headline or just below it. */
const NAME_LINES = 4;
const LONGEST = 160;

const isSolid = (pieces: readonly Piece[]): boolean => pieces.every(({ kind }) => kind !== 'other');
const has = (pieces: readonly Piece[], kind: Piece['kind']): boolean => pieces.some((piece) => piece.kind === kind);

const isSeriesLine = (line: Line | undefined): boolean => {
  const pieces = line === undefined ? [] : piecesOf(line);
  return pieces.length > 0 && pieces.every(({ kind }) => kind === 'series');
};

/** "Tin & Tallow · 4 May 2031" on top of all: a name, a bar and a date. */
const isPlate = (line: Line, pieces: readonly Piece[], at: number): boolean =>
  at === 0 && pieces.length === 2 && pieces[1]?.kind === 'date' && /[|•·‧∙—–]/.test(line.text);

/**
 * The name by which a page heads itself where no masthead of the common form does: a name beside what only series and
 * programmes carry ("RK3 · The Evening Session · Transcript"), a name of an outlet beside a date, a section or a person.
 *
 * @param lines The first lines that say something.
 * @returns The name, and whether its line is nothing but a nameplate; null when there is none.
 */
export const readNameplate = (lines: readonly Line[]): { readonly outlet: Found; readonly line: number } | null => {
  const first = lines.slice(0, NAME_LINES);
  for (const [at, line] of first.entries()) {
    if (line.text.length > LONGEST) return null;
    const pieces = piecesOf(line);
    const names = pieces.filter(({ kind }) => kind === 'name');
    const [name] = names;
    if (name === undefined) continue;
    const said = names.find(({ text }) => isOutletName(text) || CALL_SIGN.test(text));
    const next = first[at + 1];
    const below = next === undefined || next.text.length > LONGEST ? [] : piecesOf(next);
    const isUnder =
      at === 1 &&
      pieces.length === 1 &&
      isSeriesLine(first[0]) &&
      below.length > 0 &&
      (has(below, 'date') || isSolid(below));
    const isSeries = isSolid(pieces) && (has(pieces, 'series') || isPlate(line, pieces, at));
    const isTitled = pieces[0] === name && pieces[1]?.kind === 'series';
    const isAbove = at === 0 && pieces.length === names.length && below[0]?.kind === 'series';
    const isBeside =
      said !== undefined &&
      isSolid(pieces) &&
      pieces.length > names.length &&
      (has(pieces, 'date') || has(pieces, 'section') || has(pieces, 'person'));
    const isAlone =
      at < 3 &&
      said !== undefined &&
      pieces.length === 1 &&
      (at === 0 ? below.length > 0 && isSolid(below) && !has(below, 'name') : below[0]?.kind === 'date');
    // "Vessary Herald. Translated by the desk. 31.03.2037": further words beside a name that only outlets have.
    const isDated = said !== undefined && said === pieces[0] && has(pieces, 'date');
    // "Lorns Allehanda, 9 April 2037. Interview: Odd Brand": two words or more, a date, what sort of text it is.
    const isKind =
      at > 0 && name === pieces[0] && /\s/.test(name.text) && pieces[1]?.kind === 'date' && has(pieces, 'section');
    // "The Evening Session, RK3, 29 March 2037", and below it that this is a transcript.
    const isProgramme = at === 0 && isSolid(pieces) && has(pieces, 'date') && has(below, 'series');
    const chosen = said ?? (isSeries || isAbove || isTitled || isUnder || isKind || isProgramme ? name : null);
    if (
      chosen === null ||
      !(isSeries || isAbove || isTitled || isUnder || isBeside || isAlone || isDated || isKind || isProgramme) ||
      isCommon(chosen.text)
    )
      continue;
    const { text, start } = chosen;
    return { outlet: { field: 'outlet', value: text, by: 'heading', span: [start, start + text.length] }, line: at };
  }
  return null;
};

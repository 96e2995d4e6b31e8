import { isOutletName } from './outlet-name.ts';

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const PARTICLE =
  '(?:(?:de|da|del|della|di|do|dos|das|du|van|von|der|den|ter|ten|la|le|al|el|bin|ben|ibn|af|av|zu|y|e)\\s+){0,3}';
const PERSON = `${WORD}(?:\\s+${PARTICLE}${WORD}){1,4}`;
const PERSONS = `${PERSON}(?:(?:,\\s+and|,|\\s+and|\\s+&)\\s+${PERSON}){0,5}`;

const BYLINE = new RegExp(
  `^(?<cue>(?:[Ww]ritten |[Ss]tory |[Ww]ords |[Rr]eported |WRITTEN )?(?:[Bb]y|BY):?\\s+)(?<names>${PERSONS})(?<rest>.*)$`,
  'u',
);
const NAMES = new RegExp(`^(?<names>${PERSONS})(?<rest>.*)$`, 'u');
/** What may stand after the names of a byline and still leave it one: a place, a post, a house. */
const REST = /^\s*$|^\.$|^,?\s+(?:in|at|for|of)\s+\p{Lu}[^.!?]{0,60}$|^\s*[,/]\s*[^.!?]{1,60}$/u;
const POST = /\b(?:correspondent|editor|reporter|staff|desk|bureau|chief|columnist|writer|contributor|analyst)\b/i;

/** Names of a byline, with where they stand in the string given. */
export interface BylineNames {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The house that stands where a person would, as in "By Jane Doe, Kelmar Times"; null when there is none. */
  readonly outlet: { readonly value: string; readonly start: number; readonly end: number } | null;
}

interface Part {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The names between commas, "and" and "&", each with its place. */
const splitNames = (names: string, before: number): readonly Part[] => {
  const parts: Part[] = [];
  let from = 0;
  const add = (to: number): void => {
    if (to > from) parts.push({ value: names.slice(from, to), start: before + from, end: before + to });
  };
  for (const match of names.matchAll(/,?\s+(?:and|&)\s+|,\s+/g)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(names.length);
  return parts;
};

const isPerson = (part: Part): boolean => !POST.test(part.value) && !isOutletName(part.value);

const fromMatch = (match: RegExpExecArray, before: number): BylineNames | null => {
  const { names = '', rest = '' } = match.groups ?? {};
  if (!REST.test(rest)) return null;
  const parts = splitNames(names, before);
  const last = parts.findLastIndex(isPerson);
  const [first, end] = [parts[0], parts[last]];
  if (!first || !end || !isPerson(first)) return null;
  const house = parts.slice(last + 1).find((part) => isOutletName(part.value)) ?? null;
  const value = rest.replace(/^[\s,/]*(?:(?:for|of|at)\s+)?/, '');
  const start = before + names.length + rest.length - value.length;
  const inRest = isOutletName(value) ? { value, start, end: start + value.length } : null;
  return {
    value: names.slice(first.start - before, end.end - before),
    start: first.start,
    end: end.end,
    outlet: house ?? inRest,
  };
};

/** Reads "By Jane Doe and John Roe in Kelmar". Null when the line is no byline: names need at least two words. */
export const readByline = (line: string): BylineNames | null => {
  if (line.length > 200) return null;
  const match = BYLINE.exec(line);
  return match ? fromMatch(match, match.groups?.cue?.length ?? 0) : null;
};

/** Reads the value of an `author` field: the same without the word "by", which is dropped if it stands there. */
export const readNames = (value: string): BylineNames | null => {
  if (value.length > 200) return null;
  const match = NAMES.exec(value);
  return readByline(value) ?? (match ? fromMatch(match, 0) : null);
};

/** The people of a metadata value, as one line: "By" dropped, white space joined. Null for addresses and bare handles. */
export const cleanAuthor = (value: string): string | null => {
  const line = value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by:?\s+/i, '');
  if (!line || line.length > 150 || /https?:|www\.|[@<>{}]/i.test(line)) return null;
  return /\p{Lu}|\p{Lo}/u.test(line) ? line : null;
};

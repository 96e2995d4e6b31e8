import type { QueryPart } from './search-query.ts';
import { type SearchWord, wordsOf } from './search-words.ts';

/** A piece of a stored text; the pieces of a passage, one after the other, are the text of that passage to the letter. */
export interface SearchPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A short stretch of a stored text with the words that were searched for. Offsets count UTF-16 code units of that text. */
export interface SearchPassage {
  readonly start: number;
  readonly end: number;
  /** [start, end) of each match in it, in the order of the text. */
  readonly matches: readonly (readonly [number, number])[];
  readonly pieces: readonly SearchPiece[];
}

interface Match {
  readonly start: number;
  readonly end: number;
  /** Which part of the query it is of. */
  readonly part: number;
}

/** The most passages of one text. */
const MOST_PASSAGES = 3;
/** Code units before the first match of a passage, and how long it may be. */
const BEFORE = 70;
const LONGEST = 240;
/** In a book, how far is looked once something was found, and how many matches are weighed at most. */
const FAR = 200_000;
const MOST_MATCHES = 500;

const fits = (word: string, wanted: string, isOpen: boolean): boolean =>
  isOpen ? word.startsWith(wanted) : word === wanted;

/** Every place where a part of the query stands, in the order of the text; those that overlap are one. */
const matchesIn = (text: string, parts: readonly QueryPart[]): readonly Match[] => {
  const found: Match[] = [];
  const longest = Math.max(0, ...parts.map(({ words }) => words.length));
  const recent: SearchWord[] = [];
  for (const word of wordsOf(text)) {
    if (found.length >= MOST_MATCHES || (found.length > 0 && word.start > FAR)) break;
    recent.push(word);
    if (recent.length > longest) recent.shift();
    for (const [part, { words, isOpen }] of parts.entries()) {
      const first = recent.length - words.length;
      if (first < 0) continue;
      const stands = words.every((wanted, at) =>
        fits(recent[first + at]?.word ?? '', wanted, isOpen && at === words.length - 1),
      );
      if (stands) found.push({ start: recent[first]?.start ?? word.start, end: word.end, part });
    }
  }
  return found;
};

/** Matches without overlap: two parts of a query may stand on the same words. */
const merged = (matches: readonly Match[]): readonly (readonly [number, number])[] => {
  const spans: [number, number][] = [];
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
};

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Moves an edge to the nearest space within a word's length, and never into a pair of surrogates. */
const snapped = (text: string, at: number, least: number, most: number, step: 1 | -1): number => {
  for (let edge = at; edge > least && edge < most && Math.abs(edge - at) < 30; edge += step) {
    if (/\s/u.test(text[step === 1 ? edge - 1 : edge] ?? '')) return edge;
  }
  const edge = Math.min(Math.max(at, least), most);
  return edge > 0 && edge < text.length && isLowSurrogate(text, edge) ? edge - 1 : edge;
};

const piecesOf = (
  text: string,
  start: number,
  end: number,
  spans: readonly (readonly [number, number])[],
): readonly SearchPiece[] => {
  const pieces: SearchPiece[] = [];
  const push = (from: number, to: number, isMatch: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMatch });
  };
  let at = start;
  for (const [from, to] of spans) {
    push(at, from, false);
    push(from, to, true);
    at = to;
  }
  push(at, end, false);
  return pieces;
};

/** A whole short text, a title, with its matches marked. */
export const markedWhole = (text: string, parts: readonly QueryPart[]): readonly SearchPiece[] =>
  piecesOf(text, 0, text.length, merged(matchesIn(text, parts)));

/**
 * The passages of a text in which most of the query stands together, in the order of the text; empty when it stands nowhere in it
 * (only in the title, say).
 */
export const passagesOf = (text: string, parts: readonly QueryPart[]): readonly SearchPassage[] => {
  const matches = matchesIn(text, parts);
  // Windows one after the other; of those with equally many parts the first are taken.
  const windows: { readonly matches: Match[]; readonly parts: Set<number> }[] = [];
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    const last = windows.at(-1);
    if (last && match.end - (last.matches[0]?.start ?? 0) <= LONGEST - BEFORE) {
      last.matches.push(match);
      last.parts.add(match.part);
    } else windows.push({ matches: [match], parts: new Set([match.part]) });
  }
  const best = windows
    .map((window, at) => ({ ...window, at }))
    .sort((a, b) => b.parts.size - a.parts.size || a.at - b.at)
    .slice(0, MOST_PASSAGES)
    .sort((a, b) => a.at - b.at);
  let least = 0;
  return best.map((window) => {
    const spans = merged(window.matches);
    const [first] = spans[0] ?? [0, 0];
    const lastEnd = spans.at(-1)?.[1] ?? first;
    const start = snapped(text, Math.max(least, first - BEFORE), least, first, 1);
    const next = windows[window.at + 1]?.matches[0]?.start ?? text.length;
    const end = snapped(text, Math.max(lastEnd, Math.min(next, start + LONGEST)), lastEnd, text.length, -1);
    least = end;
    return { start, end, matches: spans, pieces: piecesOf(text, start, end, spans) };
  });
};

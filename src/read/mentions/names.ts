import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { isCapitalised, isGlued, isPossessive, type Run } from './capitals.ts';
import { ADDRESSES, FIELDS, HEAD_TYPES, ORG_FORMS, PRESS_WORDS, ROLES } from './lexicon.ts';
import { type PersonNoun, personNounEndingAt, startOfRole } from './roles.ts';
import { isDemonym } from './world-of-names.ts';

/** A possible name: tokens `[first, last)` without title, and what stands before it. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  /** Where the title before the name begins; `first` when there is none. */
  readonly from: number;
  readonly role: string | null;
  readonly noun: PersonNoun | null;
  /** Tokens of what the post is said to belong to. */
  readonly side: Run | null;
}

/** Splits a run at the titles inside it and reads the post written in front of it. */
export const splitRun = (text: string, tokens: readonly Token[], run: Run): readonly Piece[] => {
  const pieces: Piece[] = [];
  let first = run.first;
  for (const title of titlesIn(tokens, run)) {
    const from = Math.max(first, startOfRole(tokens, title.noun, first));
    if (from > first) pieces.push(...plainPieces(text, tokens, { first, last: from }));
    const end = title.after;
    if (title.end <= end) {
      // a post without a name after it is a description, found elsewhere; the body it belongs to is a name
      const body = bodyAfter(tokens, title.noun.last, title.end);
      if (body !== null) pieces.push(...plainPieces(text, tokens, body));
      first = title.end;
      continue;
    }
    const next = title.end;
    const side = from > first ? { first, last: from } : sideBefore(tokens, from);
    pieces.push({
      first: end,
      last: next,
      from,
      role: title.noun.kind === 'address' ? null : wordsOf(text, tokens, from, end),
      noun: title.noun,
      side,
    });
    first = next;
  }
  if (first < run.last) pieces.push(...plainPieces(text, tokens, { first, last: run.last }));
  return pieces;
};

export const wordsOf = (text: string, tokens: readonly Token[], first: number, last: number): string => {
  const a = tokens[first];
  const b = tokens[last - 1];
  return a === undefined || b === undefined ? '' : text.slice(a.start, b.end).replace(/\s+/g, ' ');
};

interface Title {
  readonly noun: PersonNoun;
  /** First token of the name. */
  readonly after: number;
  /** End of the name. */
  readonly end: number;
}

const titlesIn = (tokens: readonly Token[], run: Run): readonly Title[] => {
  const tail = tokens[run.last - 1];
  const bodyTail = tail !== undefined && (HEAD_TYPES.has(tail.lower) || ORG_FORMS.has(tail.lower));
  const found: Title[] = [];
  for (let i = run.first; i < run.last; i++) {
    const noun = personNounEndingAt(tokens, i);
    if (noun === null || noun.first < run.first || noun.kind === 'person' || noun.plural) continue;
    if (noun.first > run.first && /^(?:of|for|and)$/.test(tokens[noun.first - 1]?.text ?? '')) continue;
    // "The Courier": a paper's name, though a courier is a person
    if (i === run.last - 1 && PRESS_WORDS.has(noun.noun) && isCapitalised(tokens[i])) continue;
    const next = personNounEndingAt(tokens, i + 1);
    if (i + 1 < run.last && next !== null && next.kind !== 'person' && next.first > i && next.kind !== 'kin') continue;
    let after = i + 1;
    if (/^(?:of|for)$/.test(tokens[after]?.text ?? '') && after < run.last) after = afterField(tokens, after, run.last);
    if (bodyTail && after < run.last && run.last - i > 1 && isBodyRest(tokens, after, run.last)) continue;
    if (i === run.first && after < run.last && isCompoundHead(tokens, after)) continue;
    found.push({ noun, after, end: run.last });
  }
  return found.map((title, at) => {
    const next = found[at + 1];
    return next === undefined
      ? title
      : { ...title, end: Math.max(title.after, startOfRole(tokens, next.noun, title.after)) };
  });
};

/** "Secretary of the Security Council": the body of a post. */
const bodyAfter = (tokens: readonly Token[], at: number, last: number): Run | null => {
  if (!/^(?:of|for)$/.test(tokens[at]?.text ?? '')) return null;
  const first = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  const head = tokens[last - 1];
  return first < last && head !== undefined && HEAD_TYPES.has(head.lower) ? { first, last } : null;
};

/** "Secretary of State X": the field belongs to the post. */
const afterField = (tokens: readonly Token[], of: number, last: number): number => {
  let i = of + 1;
  if (tokens[i]?.lower === 'the') i++;
  while (i < last && (isEnglishWord(tokens[i]?.lower ?? '') || tokens[i]?.text === 'and')) i++;
  // "Minister of Energy of Ostra Ana Berg": at least two words are left for the name
  return tokens[i - 1]?.text === 'of' && last - i >= 3 ? i + 1 : i;
};

const isBodyRest = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens.slice(first, last).every((token) => isEnglishWord(token.lower) || !/^\p{L}/u.test(token.text));

/** "General Staff", "Justice Department", "Speaker House": the noun is the first word of a body's name. */
const isCompoundHead = (tokens: readonly Token[], index: number): boolean => {
  const next = tokens[index];
  return (
    next !== undefined &&
    isEnglishWord(next.lower) &&
    (HEAD_TYPES.has(next.lower) || FIELDS.has(next.lower) || next.lower === 'staff')
  );
};

/** A run without a title inside: its own post may stand before it in lower case. */
const plainPieces = (text: string, tokens: readonly Token[], run: Run): readonly Piece[] => {
  const before = roleBefore(tokens, run.first);
  if (before === null) return [{ ...run, from: run.first, role: null, noun: null, side: null }];
  const from = startOfRole(tokens, before, sentenceFloor(tokens, run.first));
  const named = before.plural || before.kind === 'address' || before.kind === 'person';
  return [
    {
      ...run,
      from: before.plural ? run.first : from,
      role: named ? null : wordsOf(text, tokens, from, run.first),
      noun: before,
      side: before.plural ? null : sideBefore(tokens, from),
    },
  ];
};

const sentenceFloor = (tokens: readonly Token[], index: number): number => {
  const sentence = tokens[index]?.sentence;
  let i = index;
  while (i > 0 && tokens[i - 1]?.sentence === sentence && index - i < 8) i--;
  return i;
};

const roleBefore = (tokens: readonly Token[], first: number): PersonNoun | null => {
  const before = tokens[first - 1];
  const here = tokens[first];
  if (before === undefined || here === undefined || before.sentence !== here.sentence) return null;
  if (isGlued(tokens, first) || before.pos === 'VERB') return null;
  const noun = personNounEndingAt(tokens, first - 1);
  if (noun === null) return null;
  if (isCapitalised(before) && !ROLES.has(noun.noun) && !ADDRESSES.has(before.lower)) return null;
  return noun;
};

/** "Ostra's", "Ostran", "the fund's" in front of a post or the name of a body. */
export const sideBefore = (tokens: readonly Token[], from: number): Run | null => {
  const sentence = tokens[from]?.sentence;
  let last = from;
  if (isPossessive(tokens, from - 1) && tokens[from - 1]?.sentence === sentence) last = from - 1;
  let first = last;
  while (first > 0 && tokens[first - 1]?.sentence === sentence && last - first < 5) {
    const token = tokens[first - 1];
    if (token === undefined || !isCapitalised(token) || /^(?:the|a|an)$/i.test(token.text)) break;
    // a common word that only begins the sentence is no side
    if (
      tokens[first - 2]?.sentence !== sentence &&
      last === from &&
      isEnglishWord(token.lower) &&
      !isDemonym(token.lower)
    )
      break;
    first--;
  }
  while (first < last - 1 && personNounEndingAt(tokens, first) !== null) first++;
  if (first < last) return { first, last };
  if (last === from) return null;
  const owner = tokens[last - 1];
  return owner !== undefined && owner.sentence === sentence && owner.pos !== 'PRON' ? { first: last - 1, last } : null;
};

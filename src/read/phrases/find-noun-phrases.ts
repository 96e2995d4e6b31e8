import { reportingWord, roleNoun } from '../../text/index.ts';
import type { NounPhrase, Quote, Sentence, Token } from '../known.ts';

/** Words that open a noun phrase besides articles, and that the tagger sometimes calls something else. */
const OPENERS = new Set([
  'both',
  'all',
  'some',
  'several',
  'many',
  'few',
  'other',
  'another',
  'each',
  'every',
  'no',
  'any',
]);
const POSSESSIVE = new Set(["'s", '’s', "'", '’']);
const PRONOUN_OF_OWNER = new Set(['his', 'her', 'their', 'its', 'our', 'my', 'your', 'whose']);
/** Pronouns that stand for a clause or open one: markers, never phrases. */
const MARKERS = new Set(['who', 'whom', 'which', 'that', 'what', 'whoever', 'whose', 'there', 'where', 'when']);
const PERSONAL = /^(?:i|he|she|it|we|you|they|him|them|me|us|(?:him|her|it|my|your)self|(?:them|our|your)selves)$/;
const JOINERS = new Set(['and', 'or', '&', 'nor']);
const LONG_JOINERS = [['as', 'well', 'as'], ['along', 'with'], ['together', 'with'], ['alongside'], ['plus']];

type Draft = { -readonly [K in keyof NounPhrase]: NounPhrase[K] };

/**
 * Noun phrases with their heads, joined phrases ("A, B and C"), appositions and of-phrases.
 *
 * A shallow reading from parts of speech, in text order. A possessor is a phrase of its own inside the phrase it owns, and
 * comes before it. Never crosses a sentence or the edge of quoted speech.
 */
export const findNounPhrases = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  quotes: readonly Quote[],
): readonly NounPhrase[] => {
  const edges = speechEdges(quotes);
  const phrases: Draft[] = [];
  for (const sentence of sentences) {
    const from = phrases.length;
    chunk(tokens, sentence, phrases, edges);
    attach(tokens, phrases, from);
    join(tokens, phrases, from, sentence.first);
  }
  return phrases;
};

/** Offsets of the marks of quoted speech; the marks of a scare quote join what they enclose to the sentence. */
const speechEdges = (quotes: readonly Quote[]): ReadonlySet<number> =>
  new Set(quotes.flatMap((quote) => (quote.scare ? [] : [quote.start, quote.end - 1])));

const isQuoteMark = (token: Token): boolean => /^["“”„«»‘’'`]+$/.test(token.text);

const chunk = (tokens: readonly Token[], sentence: Sentence, phrases: Draft[], edges: ReadonlySet<number>): void => {
  let i = sentence.first;
  while (i < sentence.last) {
    const begin = i;
    let head = -1;
    let inner = -1;
    let compound = -1;
    const possessors: [number, number, number][] = [];
    for (; i < sentence.last; i++) {
      const token = tokens[i];
      if (token === undefined) break;
      if (i > begin && isGluedHyphen(tokens, i, sentence.last)) {
        // "brother-in-law", "five-hour talks", "Kestrian-led group": what follows the hyphen belongs to the same word.
        if (head >= 0) compound = head;
        head = -1;
        const next = tokens[i + 1];
        if (next !== undefined && (!isNominal(next) || isGluedHyphen(tokens, i + 2, sentence.last))) i++;
        continue;
      }
      if (POSSESSIVE.has(token.lower) && token.pos === 'PART' && head >= 0) {
        possessors.push([inner < 0 ? begin : inner, i, head]);
        head = -1;
        continue;
      }
      if (isQuoteMark(token)) {
        if (!edges.has(token.start) && i > begin && continues(tokens, i + 1, head)) continue;
        break;
      }
      // "In 2027 Hale met", "in 2027 the two met": a year is a phrase of its own.
      if (head < 0 && /^(?:PROPN|DET)$/.test(token.pos) && i === begin + 1 && isYear(tokens, begin)) break;
      if (head < 0 && isModifier(token, tokens[i + 1])) {
        if (token.pos === 'VERB' && i === begin && !mayOpen(tokens[i - 1], token, tokens[i + 1])) break;
        continue;
      }
      // "peace talks Monday", "with Veld next week": a time after a noun is when, not what.
      if (head >= 0 && beginsTime(tokens, i)) break;
      // "On July 3 Hale met": the name after a date with its preposition is another phrase.
      if (head >= 0 && token.pos === 'PROPN' && isTimeBefore(tokens, begin, i)) break;
      // "in a written statement Hale said": what is said or written is no title of who says it.
      if (head >= 0 && token.pos === 'PROPN' && isUtterance(tokens[head])) break;
      // "the plan he drafted", "Veld herself", "in 2027 he met": a pronoun adds nothing to a noun or a year.
      if (i > begin && PERSONAL.test(token.lower) && (head >= 0 || tokens[i - 1]?.pos === 'NUM')) break;
      if (isNominal(token)) {
        head = i;
        continue;
      }
      // A number or adjective inside a name: "the 19-point plan", "Group of Seven" handled by the of-attachment.
      if (head >= 0 && (token.pos === 'NUM' || token.pos === 'ADJ') && isNominalAt(tokens, i + 1)) continue;
      if (head >= 0 && token.pos === 'NUM' && /\d/.test(token.text)) continue;
      break;
    }
    if (head < 0 && compound >= 0) {
      head = compound;
      i = compound + 1;
    }
    if (head < 0) {
      const number = tokens[begin];
      if (i > begin && number !== undefined && hasNumber(tokens, begin, i)) head = i - 1;
      else {
        i = Math.max(i, begin + 1);
        if (i > begin + 1) i = begin + 1;
        continue;
      }
    }
    const last = Math.max(head + 1, i);
    const preposition = prepositionBefore(tokens, begin, sentence.first);
    for (const [first, end, ownerHead] of possessors) {
      phrases.push(draft(phrases.length, first, end, ownerHead, null));
    }
    inner = phrases.length;
    for (let k = phrases.length - possessors.length; k < phrases.length; k++) {
      const owner = phrases[k];
      if (owner !== undefined) {
        owner.attachedTo = inner;
        owner.attachment = 'possessive';
      }
    }
    phrases.push(draft(inner, begin, trimEnd(tokens, last, begin), head, preposition));
    i = last;
  }
};

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const TIME_NOUN =
  /^(?:week|month|year|quarter|weekend|night|summer|winter|spring|autumn|fall|morning|evening|afternoon)$/;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "Monday", "next week", "last May", "this year" after the head of a phrase. */
const beginsTime = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? '';
  if (WEEKDAY.test(word) && !TIME_NOUN.test(tokens[at - 1]?.lower ?? '')) return true;
  if (!/^(?:next|last|this|earlier|later)$/.test(word)) return false;
  const next = tokens[at + 1]?.lower ?? '';
  return WEEKDAY.test(next) || TIME_NOUN.test(next) || MONTH.test(next) || next === 'this' || next === 'last';
};

/** Whether tokens `[first, last)` are a weekday or month, with day or year, behind "on", "in", "since", "by" or "until". */
const isTimeBefore = (tokens: readonly Token[], first: number, last: number): boolean => {
  if (!/^(?:on|in|since|by|until)$/.test(tokens[first - 1]?.lower ?? '')) return false;
  const [name, ...rest] = tokens.slice(first, last).map(({ lower }) => lower);
  if (name === undefined || !(WEEKDAY.test(name) || MONTH.test(name))) return false;
  return rest.every((word) => /^\d{1,4}$/.test(word));
};

const isYear = (tokens: readonly Token[], at: number): boolean =>
  /^(?:1[89]|2[0-2])\d\d$/.test(tokens[at]?.text ?? '') &&
  /^(?:in|since|by|until|from|during)$/.test(tokens[at - 1]?.lower ?? '');

/** A hyphen with a word right before and right after it. */
const isGluedHyphen = (tokens: readonly Token[], at: number, last: number): boolean => {
  const hyphen = tokens[at];
  if (hyphen === undefined || at + 1 >= last || !/^[-‐‑]$/.test(hyphen.text)) return false;
  return tokens[at - 1]?.end === hyphen.start && tokens[at + 1]?.start === hyphen.end;
};

const draft = (index: number, first: number, last: number, head: number, preposition: number | null): Draft => ({
  index,
  first,
  last,
  head,
  preposition,
  group: [index],
  attachedTo: null,
  attachment: null,
});

const trimEnd = (tokens: readonly Token[], last: number, first: number): number => {
  let end = last;
  while (end > first + 1 && tokens[end - 1]?.pos === 'PUNCT') end--;
  return end;
};

const isUtterance = (noun: Token | undefined): boolean =>
  noun?.pos === 'NOUN' && reportingWord(noun.lemma, 'noun') !== null && roleNoun(noun.lemma) === null;

const hasNumber = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens.slice(first, last).some((token) => token.pos === 'NUM');

const continues = (tokens: readonly Token[], at: number, head: number): boolean => {
  const token = tokens[at];
  return token !== undefined && (isNominal(token) || (head < 0 && isModifier(token, tokens[at + 1])));
};

const isNominal = (token: Token): boolean =>
  (token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    token.pos === 'SYM' ||
    (token.pos === 'PRON' && !PRONOUN_OF_OWNER.has(token.lower))) &&
  !MARKERS.has(token.lower) &&
  /[\p{L}\p{N}$€£¥%]/u.test(token.text);

const isNominalAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && isNominal(token) && token.pos !== 'PRON';
};

const isModifier = (token: Token, next: Token | undefined): boolean => {
  if (MARKERS.has(token.lower) && token.lower !== 'whose') return false;
  if (token.pos === 'DET' || token.pos === 'NUM' || token.pos === 'ADJ') return true;
  if (PRONOUN_OF_OWNER.has(token.lower) || OPENERS.has(token.lower)) return true;
  // "a leaked draft", "frozen assets", "a fast-growing company": a participle in front of its noun.
  if (token.pos === 'VERB' && /(?:ed|en|ing)$/.test(token.lower) && next !== undefined && isNominal(next)) {
    return next.pos !== 'PRON' && next.pos !== 'PROPN';
  }
  return token.pos === 'ADV' && next?.pos === 'ADJ';
};

/**
 * Whether a participle begins a phrase rather than being the verb: "in frozen assets", but "Kestria froze assets", "was
 * named head", "and leaked documents", "denied meeting Veld".
 */
const mayOpen = (before: Token | undefined, token: Token, next: Token | undefined): boolean => {
  if (before === undefined || before.sentence !== token.sentence) return !token.lower.endsWith('ing');
  if (next?.pos === 'NOUN' && next.lower.endsWith('ing')) return false;
  return (before.pos === 'ADP' && before.lower !== 'to') || before.pos === 'VERB';
};

const prepositionBefore = (tokens: readonly Token[], first: number, start: number): number | null => {
  for (let at = first - 1; at >= start && at >= first - 2; at--) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.pos === 'ADP' || token.lower === 'to') return at;
    if (token.pos !== 'ADV' && !isQuoteMark(token)) return null;
  }
  return null;
};

/** Of-phrases hang on the phrase before them; a description between commas after a name is an apposition. */
const attach = (tokens: readonly Token[], phrases: Draft[], from: number): void => {
  for (let i = from; i < phrases.length; i++) {
    const phrase = phrases[i];
    if (phrase === undefined || phrase.attachedTo !== null) continue;
    const before = previousTop(phrases, i, from);
    if (before === null) continue;
    if (isAside(tokens, before, phrase)) {
      phrase.attachedTo = root(phrases, before).index;
      phrase.attachment = 'apposition';
      phrase.preposition = null;
      continue;
    }
    if (phrase.preposition !== null) {
      const word = tokens[phrase.preposition]?.lower;
      const adjacent = phrase.preposition === before.last;
      if (adjacent && word === 'of') {
        phrase.attachedTo = before.index;
        phrase.attachment = 'of';
      }
      continue;
    }
    if (isApposition(tokens, phrases, before, phrase)) {
      phrase.attachedTo = root(phrases, before).index;
      phrase.attachment = 'apposition';
    } else if (isNamedAfter(tokens, before, phrase)) {
      phrase.attachedTo = before.index;
      phrase.attachment = 'apposition';
    }
  }
};

/** What stands in brackets or between commas behind a name without being a name: "(KP)", ", 54,", ", K-Lorne,". */
const isAside = (tokens: readonly Token[], before: Draft, phrase: Draft): boolean => {
  const opening = tokens[phrase.first - 1]?.text;
  const closing = tokens[phrase.last]?.text;
  if (opening === '(' || opening === '[') return phrase.first - before.last < 12;
  if (opening !== ',' || closing !== ',' || phrase.first - 1 !== before.last) return false;
  const words = tokens.slice(phrase.first, phrase.last);
  return words.every((word) => word.pos === 'NUM') || (words[0]?.text.length === 1 && words[1]?.text === '-');
};

const previousTop = (phrases: readonly Draft[], i: number, from: number): Draft | null => {
  for (let k = i - 1; k >= from; k--) {
    const phrase = phrases[k];
    if (phrase !== undefined && phrase.attachment !== 'possessive') return phrase;
  }
  return null;
};

/** The phrase at the end of a string of of-phrases and appositions: what the whole denotes. */
const root = (phrases: readonly Draft[], phrase: Draft): Draft => {
  let at = phrase;
  for (let steps = 0; at.attachedTo !== null && steps < 50; steps++) {
    const next = phrases[at.attachedTo];
    if (next === undefined) break;
    at = next;
  }
  return at;
};

const isApposition = (tokens: readonly Token[], phrases: readonly Draft[], before: Draft, phrase: Draft): boolean => {
  const comma = tokens[before.last];
  if (comma?.text !== ',' || before.last + 1 !== phrase.first) return false;
  const base = tokens[root(phrases, before).head];
  const head = tokens[phrase.head];
  const opener = tokens[phrase.first];
  if (base === undefined || head === undefined || opener === undefined) return false;
  const named = base.pos === 'PROPN';
  const described = head.pos === 'NOUN';
  // "Hale, the envoy, …" and "the envoy, Tomas Hale, …"; "Hale, Veld and Marsh" is a list.
  // One name is not described by several: "…Brask, two officials said".
  if (named && described && isPlural(head) && before.group.length === 1) return false;
  if (named && described) return opener.pos !== 'PRON' || PRONOUN_OF_OWNER.has(opener.lower);
  const after = tokens[phrase.last]?.text;
  return base.pos === 'NOUN' && head.pos === 'PROPN' && isDefinite(tokens, before) && (after === ',' || after === '.');
};

/** "the firm of Hale's son, Tomas, …": the name of the last of a string of of-phrases. */
const isNamedAfter = (tokens: readonly Token[], before: Draft, phrase: Draft): boolean => {
  if (before.attachment !== 'of' || tokens[before.last]?.text !== ',' || before.last + 1 !== phrase.first) return false;
  const named = tokens[before.head]?.pos === 'NOUN' && tokens[phrase.head]?.pos === 'PROPN';
  return named && isDefinite(tokens, before) && /^[,.]$/.test(tokens[phrase.last]?.text ?? '');
};

const IRREGULAR_PLURALS = new Set(['people', 'men', 'women', 'children', 'police', 'media', 'persons']);
const isPlural = (noun: Token): boolean =>
  IRREGULAR_PLURALS.has(noun.lower) ||
  (noun.lower.endsWith('s') && noun.lemma !== noun.lower && !noun.lower.endsWith('ss'));

const isDefinite = (tokens: readonly Token[], phrase: Draft): boolean => {
  const opener = tokens[phrase.first]?.lower ?? '';
  return opener === 'the' || PRONOUN_OF_OWNER.has(opener) || tokens[phrase.first]?.pos === 'PROPN';
};

/** Joins "A, B and C" with whatever hangs on each of them in between. */
const join = (tokens: readonly Token[], phrases: Draft[], from: number, start: number): void => {
  let run: Draft[] = [];
  let sealed = false;
  const close = (): void => {
    if (run.length > 1 && sealed) {
      const group = run.map((phrase) => phrase.index);
      for (const phrase of run) {
        phrase.group = group;
        // "between A and B": the preposition governs the whole list.
        phrase.preposition ??= run[0]?.preposition ?? null;
      }
    }
    run = [];
    sealed = false;
  };
  let end = -1;
  for (let i = from; i < phrases.length; i++) {
    const phrase = phrases[i];
    if (phrase === undefined || phrase.attachment === 'possessive') continue;
    const opens = run.length > 0 ? gap(tokens, end, phrase.first) : null;
    if (phrase.attachedTo !== null) {
      end = phrase.last;
      continue;
    }
    // "envoys of A and B": several people of two masters; B hangs on "envoys" as A does.
    const master = opens === 'and' ? sharedMaster(tokens, phrases, i, run) : null;
    if (master !== null) {
      phrase.attachedTo = master.attachedTo;
      phrase.attachment = 'of';
      phrase.preposition = master.preposition;
      end = phrase.last;
      continue;
    }
    // "In May, A and B met": what opens a sentence is no part of the list that follows.
    const opener = opens === 'comma' && run[0]?.preposition === start;
    // "in 2027, and he has": a pronoun of the subject after "and" begins a clause.
    const subject = /^(?:he|she|they|we|i)$/.test(tokens[phrase.head]?.lower ?? '') && run[0]?.preposition != null;
    if (opens === null || opener || subject || (phrase.preposition !== null && phrase.preposition >= end)) {
      close();
      run = [phrase];
    } else {
      // After "and" the list is complete; a further comma begins something else.
      if (sealed && opens === 'comma') close();
      run.push(phrase);
      sealed ||= opens === 'and';
    }
    end = phrase.last;
  }
  close();
};

/** The name behind "of" that a bare name after "and" goes with: the head is several people, and both are names. */
const sharedMaster = (
  tokens: readonly Token[],
  phrases: readonly Draft[],
  i: number,
  run: readonly Draft[],
): Draft | null => {
  const phrase = phrases[i];
  const before = phrases[i - 1];
  const head = tokens[run.at(-1)?.head ?? -1];
  if (phrase === undefined || before?.attachment !== 'of' || phrase.preposition !== null || head === undefined)
    return null;
  const names = tokens[phrase.head]?.pos === 'PROPN' && tokens[before.head]?.pos === 'PROPN';
  const people = (head.pos === 'NOUN' && isPlural(head)) || (/s$/.test(head.lower) && roleNoun(head.lower) !== null);
  return names && people && before.attachedTo === run.at(-1)?.index ? before : null;
};

/** What stands between two phrases when it joins them: a comma, or "and" (with or without comma). */
const gap = (tokens: readonly Token[], end: number, first: number): 'comma' | 'and' | null => {
  const between = tokens.slice(end, first).filter((token) => !isQuoteMark(token));
  const words = between.map((token) => token.lower).filter((word) => word !== ',');
  if (between.length === 0) return null;
  if (words.length === 0) return 'comma';
  if (words.length === 1 && JOINERS.has(words[0] ?? '')) return 'and';
  return LONG_JOINERS.some((joiner) => joiner.join(' ') === words.join(' ')) ? 'and' : null;
};

import type { Block } from '../../model/index.ts';
import type { Sentence, Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import {
  ADDRESSES,
  CREEDS,
  DIRECTIONS,
  FIELDS,
  HEAD_TYPES,
  KIN,
  NOT_NAMES,
  OF_HEADS,
  ORG_FORMS,
  PARTICLES,
  PLURAL_PEOPLE,
  ROLES,
  SAYING,
  TIME_WORDS,
} from './lexicon.ts';

/** How a sentence uses capitals: as prose does, on every word as titles do, or throughout. */
export type Regime = 'plain' | 'title' | 'caps';

/** Tokens `[first, last)` that may be a name. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const WORD = /^\p{L}/u;

export const isCapitalised = (token: Token | undefined): boolean =>
  token !== undefined && (CAPITAL.test(token.text) || /^[a-z]\p{Lu}\p{L}{2,}/u.test(token.text));

/** Whether a token stands right after the one before it, with nothing between. */
export const isGlued = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const before = tokens[index - 1];
  return token !== undefined && before !== undefined && before.end === token.start;
};

/** The token is the possessive mark "'s", or the apostrophe of a plural. */
export const isPossessive = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined || !isGlued(tokens, index)) return false;
  if (/^['’]s$/i.test(token.text)) return token.pos === 'PART' || token.pos === 'AUX' || token.pos === 'VERB';
  const before = tokens[index - 1];
  return /^['’]$/.test(token.text) && /s$/i.test(before?.text ?? '') && WORD.test(tokens[index + 1]?.text ?? '');
};

/**
 * How a sentence uses capitals.
 *
 * Title: nearly all words of four letters and more are capitalised, and more than a name would take up.
 */
export const findRegime = (tokens: readonly Token[], sentence: Sentence, block: Block | undefined): Regime => {
  let long = 0;
  let capital = 0;
  let upper = 0;
  let letters = 0;
  let lowerWords = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    const text = tokens[i]?.text ?? '';
    if (!WORD.test(text)) continue;
    letters += text.length;
    upper += text.replace(/[^\p{Lu}]/gu, '').length;
    if (/^\p{Ll}/u.test(text)) lowerWords++;
    if (text.length < 4 && !CAPITAL.test(text)) continue;
    if (text.length < 4) continue;
    long++;
    if (CAPITAL.test(text)) capital++;
  }
  if (letters > 12 && upper / letters > 0.8) return 'caps';
  const unfinished = !/[.!?:;,]/.test(tokens[sentence.last - 1]?.text ?? '');
  const needed = block?.kind === 'headline' || unfinished ? 3 : 4;
  if (long >= needed && capital / long >= 0.8 && (block?.kind === 'headline' || lowerWords <= long)) {
    const last = tokens[sentence.last - 1];
    if (block?.kind === 'headline' || last === undefined || !/[.!?]/.test(last.text)) return 'title';
  }
  return 'plain';
};

/** Whether a token may be (part of) a name in prose. */
const mayName = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined || !isCapitalised(token) || !WORD.test(token.text)) return false;
  if (TIME_WORDS.has(token.lower) && !isGivenUse(tokens, index)) return false;
  if (NOT_NAMES.has(token.lower)) return false;
  if (DIRECTIONS.has(token.lower) && /ern$/.test(token.lower) && !hasCapitalBeside(tokens, index)) return false;
  if (CREEDS.has(token.lower) && !hasCapitalBeside(tokens, index)) return false;
  if (tokens[index + 1]?.text === '$' || /^[$€£]/.test(tokens[index + 1]?.text ?? '')) return false;
  // "anti-Ostran", "post-Soviet": an adjective, whatever the capital says.
  const prefix = tokens[index - 2];
  if (isGlued(tokens, index) && tokens[index - 1]?.text === '-' && isGlued(tokens, index - 1) && prefix !== undefined) {
    if (/^\p{Ll}/u.test(prefix.text) && !PARTICLES.has(prefix.lower)) return false;
  }
  return true;
};

const hasCapitalBeside = (tokens: readonly Token[], index: number): boolean =>
  [tokens[index - 1], tokens[index + 1]].some(
    (other) =>
      other?.sentence === tokens[index]?.sentence &&
      other !== undefined &&
      isCapitalised(other) &&
      WORD.test(other.text) &&
      !TIME_WORDS.has(other.lower),
  );

/** "May" and "April" before another name are given names; before a number or after a preposition they are months. */
const isGivenUse = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || !/^(?:may|april|june|august|jan|summer|autumn|wed|sun|sat)$/.test(token.lower))
    return false;
  if (
    /^(?:in|by|of|since|until|from|to|during|early|late|mid|last|next|this|between|and|on)$/.test(
      tokens[index - 1]?.lower ?? '',
    )
  )
    return false;
  return next?.sentence === token.sentence && isCapitalised(next) && !isEnglishWord(next.lower);
};

/** Whether a description beside a name may end before this token: a mark, "who", or what tells more of the same person. */
export const isClosedBy = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined) return true;
  if (/^[,.;:)—–-]$/.test(token.text) || token.lower === 'who') return true;
  const next = tokens[index + 1];
  return (
    token.pos === 'ADP' ||
    (token.pos === 'VERB' && /(?:ed|ing|own)$/.test(token.lower) && next?.pos === 'ADP' && !SAYING.has(token.lemma))
  );
};

/** Whether nothing but marks stands before a token in its sentence, or an end mark or colon does. */
export const isSentenceStart = (tokens: readonly Token[], sentence: Sentence | undefined, index: number): boolean => {
  if (sentence === undefined) return false;
  for (let i = index - 1; i >= sentence.first; i--) {
    const text = tokens[i]?.text ?? '';
    if (/^[“"‘'«([\-–—•*·>]+$/.test(text)) continue;
    return /^[:.!?…]+$/.test(text);
  }
  return true;
};

/**
 * Stretches of capitalised words with what joins them into one name, in text order, never overlapping.
 *
 * Only sentences that use capitals as prose does. Common words that a sentence begins with are left off.
 */
export const findRuns = (tokens: readonly Token[], sentence: Sentence): readonly Run[] => {
  const runs: Run[] = [];
  let i = sentence.first;
  while (i < sentence.last) {
    const start = startOfRun(tokens, sentence, i);
    if (start === null) {
      i++;
      continue;
    }
    const last = endOfRun(tokens, sentence, start);
    const first = isSentenceStart(tokens, sentence, start) ? afterCommonStart(tokens, start, last) : start;
    if (first < last && !isShouted(tokens, first, last)) runs.push({ first, last });
    i = Math.max(last, i + 1);
  }
  return runs;
};

/** Common words in capitals throughout, as on a plate or in a heading: no name shows in them. */
const isShouted = (tokens: readonly Token[], first: number, last: number): boolean =>
  last - first > 1 &&
  tokens.slice(first, last).every((token) => /^[\p{Lu}\P{L}]+$/u.test(token.text) && isEnglishWord(token.lower));

const startOfRun = (tokens: readonly Token[], sentence: Sentence, index: number): number | null => {
  if (mayName(tokens, index)) {
    const token = tokens[index];
    if (token !== undefined && /^(?:the|a|an)$/.test(token.lower)) {
      // "From The Velm Courier": a capital on the article in mid-sentence is part of the name.
      return !isSentenceStart(tokens, sentence, index) && mayName(tokens, index + 1) ? index : null;
    }
    return index;
  }
  const token = tokens[index];
  const glued = tokens[index + 1]?.text === '-' && isGlued(tokens, index + 1) && isGlued(tokens, index + 2);
  if (token !== undefined && PARTICLES.has(token.lower) && glued && mayName(tokens, index + 2)) return index;
  return null;
};

const endOfRun = (tokens: readonly Token[], sentence: Sentence, start: number): number => {
  let end = start + 1;
  if (!mayName(tokens, start)) end = start + 3;
  for (;;) {
    const next = joinedEnd(tokens, sentence, start, end);
    if (next === null) return end;
    end = next;
  }
};

/** Where the run ends when the name goes on at `at`, or null when it does not. */
const joinedEnd = (tokens: readonly Token[], sentence: Sentence, start: number, at: number): number | null => {
  if (at >= sentence.last) return null;
  const here = tokens[at];
  const before = tokens[at - 1];
  if (here === undefined || before === undefined) return null;
  const may = (index: number): boolean => index < sentence.last && mayName(tokens, index);
  if (may(at)) return /^(?:the|a|an)$/.test(here.lower) ? null : at + 1;
  if (here.text === '-' && isGlued(tokens, at) && isGlued(tokens, at + 1)) {
    if (may(at + 1)) return at + 2;
    // "Jean-luc", "Kim Jong-un": a short lower-case second half belongs to a name, a participle does not ("Ostra-led").
    const half = tokens[at + 1];
    return half !== undefined && /^\p{Ll}+$/u.test(half.text) && !isEnglishWord(half.lower) ? at + 2 : null;
  }
  if (here.text === '&' && may(at + 1)) return at + 2;
  if (here.text === '.' && isGlued(tokens, at) && isGlued(tokens, at + 1) && at + 1 < sentence.last) {
    // "Velm.Az": the address of a site is its name
    const ending = tokens[at + 1];
    return ending !== undefined && /^\p{L}{2,4}$/u.test(ending.text) && !isEnglishWord(ending.lower) ? at + 2 : null;
  }
  if (PARTICLES.has(here.lower) && /^\p{Ll}/u.test(here.text)) return afterParticles(tokens, sentence, at);
  if ((here.text === 'of' || here.text === 'for') && isOfHead(tokens, start, at)) {
    const next = tokens[at + 1]?.text === 'the' ? at + 2 : at + 1;
    return may(next) ? next + 1 : null;
  }
  if (here.text === 'and' && may(at + 1) && joinsFields(tokens, start, at)) return at + 2;
  if (here.text === ',' && may(at + 1) && /^(?:jr|sr|inc|ltd|llc)\.?$/i.test(tokens[at + 1]?.text ?? '')) return at + 2;
  if (isPossessive(tokens, at) && may(at + 1) && PLURAL_PEOPLE.test(before.text) && isEnglishWord(before.lower)) {
    return at + 2;
  }
  return null;
};

const afterParticles = (tokens: readonly Token[], sentence: Sentence, at: number): number | null => {
  let i = at;
  while (i < sentence.last && i < at + 3 && PARTICLES.has(tokens[i]?.text ?? '')) i++;
  if (tokens[i]?.text === '-' && isGlued(tokens, i)) i++;
  const next = tokens[i];
  if (i >= sentence.last || next === undefined || !mayName(tokens, i)) return null;
  return isEnglishWord(next.lower) && !isGlued(tokens, i) && tokens[at]?.lower === 'y' ? null : i + 1;
};

const isOfHead = (tokens: readonly Token[], start: number, at: number): boolean => {
  const before = tokens[at - 1];
  if (before === undefined || !OF_HEADS.has(before.lower)) return false;
  return at - start < 6;
};

const joinsFields = (tokens: readonly Token[], start: number, at: number): boolean => {
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  if (left === undefined || right === undefined) return false;
  if (FIELDS.has(left.lower) && FIELDS.has(right.lower)) return true;
  // "Ministry of Oil and Gas", "Department for Ports and Lights"
  const inOf = tokens.slice(start, at).some((token) => token.text === 'of' || token.text === 'for');
  return inOf && isEnglishWord(left.lower) && isEnglishWord(right.lower) && !ROLES.has(right.lower);
};

/** Leaves off what only the sentence's start capitalised. */
const afterCommonStart = (tokens: readonly Token[], first: number, last: number): number => {
  const token = tokens[first];
  const next = tokens[first + 1];
  if (token === undefined) return last;
  if (/^(?:the|a|an)$/.test(token.lower)) return first + 1;
  if (!isEnglishWord(token.lower) || (next?.text === '.' && last > first + 1)) return first;
  if (/^\p{Lu}{2,}$/u.test(token.text)) return first;
  if (['DET', 'PRON', 'ADP', 'SCONJ', 'CCONJ', 'AUX', 'PART', 'INTJ', 'NUM'].includes(token.pos)) {
    return last > first + 1 ? first + 1 : last;
  }
  if (last === first + 1 || next === undefined) return token.pos === 'PROPN' || token.pos === 'NOUN' ? first : last;
  if (token.pos === 'ADV' || token.pos === 'VERB') return first + 1;
  if (/^(?:first|second|third|last|next|both|two|three|other)$/.test(token.lower)) return first + 1;
  const known =
    ROLES.has(token.lower) ||
    KIN.has(token.lower) ||
    ADDRESSES.has(token.lower) ||
    HEAD_TYPES.has(token.lower) ||
    DIRECTIONS.has(token.lower) ||
    FIELDS.has(token.lower) ||
    ORG_FORMS.has(token.lower);
  if (known || next.text === '-' || next.text === 'of') return first;
  // "Critics Voss and Kell": a plural common noun before a word that can only be a name.
  return /s$/.test(token.lower) && !/ss$/.test(token.lower) && !isEnglishWord(next.lower) ? first + 1 : first;
};

import type { Sentence, Token } from '../known.ts';
import { isGlued, isPossessive, type Run } from './capitals.ts';

/** A name with its title: tokens `[from, last)`, of which `[first, last)` is the name. */
export interface Titled extends Run {
  readonly from: number;
}

/** Marks of quotation around a tag within a phrase. */
export const MARKS = /^["“”‘’']$/;

/** What tells how an unnamed source is placed follows it. */
const PLACED = /^(?:familiar|briefed|close|aware|knowledgeable|involved|acquainted|privy|present|close-by)$/;

/** "of the Ostran fund", "to Ostra", "in Tarsk", "familiar with the talks". */
export const endOfPhrase = (
  tokens: readonly Token[],
  sentence: Sentence,
  runs: readonly Titled[],
  from: number,
  personal: boolean,
): { last: number; side: string | null } => {
  const next = tokens[from];
  if (next === undefined || from >= sentence.last) return { last: from, side: null };
  if (
    personal &&
    (PLACED.test(next.lower) ||
      (next.lower === 'with' && /^(?:knowledge|direct|access|ties|first)/.test(tokens[from + 1]?.lower ?? '')))
  ) {
    return { last: endOfPlacing(tokens, sentence, from + 1), side: null };
  }
  if (next.text === 'of' || (personal && /^(?:to|in|for|from|at)$/.test(next.text))) {
    let at = from + 1;
    const article = /^(?:the|a|an|his|her|their|its)$/.test(tokens[at]?.lower ?? '');
    if (article) at++;
    const quoted = MARKS.test(tokens[at]?.text ?? '');
    if (quoted) at++;
    const run = runs.find((name) => name.from === at);
    if (run !== undefined) {
      let last = run.last + (quoted && MARKS.test(tokens[run.last]?.text ?? '') ? 1 : 0);
      if (isPossessive(tokens, last)) {
        last = endOfPossessed(tokens, sentence, runs, last);
      } else while (last < sentence.last && tokens[last]?.pos === 'NOUN' && next.text === 'of') last++;
      return {
        last,
        side: tokens
          .slice(run.first, run.last)
          .map((token) => token.text)
          .join(' '),
      };
    }
    if (next.text === 'of' || ((next.text === 'to' || next.text === 'at') && article)) {
      let last = at;
      while (last < sentence.last && continuesPhrase(tokens, last, at)) last++;
      const side = MARKS.test(tokens[last - 1]?.text ?? '')
        ? (tokens[last - 2]?.text ?? null)
        : (tokens[last - 1]?.text ?? null);
      if (isPossessive(tokens, last)) last = endOfPossessed(tokens, sentence, runs, last);
      if (last > at) return { last, side };
    }
  }
  return { last: from, side: null };
};

const continuesPhrase = (tokens: readonly Token[], index: number, from: number): boolean => {
  const token = tokens[index];
  if (token === undefined) return false;
  if (/^(?:NOUN|ADJ|PROPN|NUM)$/.test(token.pos)) return true;
  if (token.text === '-') return isGlued(tokens, index) && isGlued(tokens, index + 1);
  // a tag in quotation marks: the 19-point "peace plan"
  if (!MARKS.test(token.text) || isPossessive(tokens, index)) return false;
  return MARKS.test(tokens[index + 1]?.text ?? '')
    ? false
    : (index > from && tokens.slice(index + 1, index + 4).some((other) => MARKS.test(other.text))) ||
        MARKS.test(tokens[index - 2]?.text ?? '') ||
        MARKS.test(tokens[index - 3]?.text ?? '');
};

const endOfPossessed = (
  tokens: readonly Token[],
  sentence: Sentence,
  runs: readonly Titled[],
  mark: number,
): number => {
  let last = mark + 1;
  while (last < sentence.last && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[last]?.pos ?? '')) {
    last = runs.find((run) => run.from === last)?.last ?? last + 1;
  }
  return last;
};

const STOPS = new Set([
  'who',
  'which',
  'that',
  'when',
  'while',
  'because',
  'as',
  'but',
  'if',
  'where',
  'after',
  'before',
  'though',
  'although',
  'whom',
  'whose',
]);
const MOST = 14;

const endOfPlacing = (tokens: readonly Token[], sentence: Sentence, from: number): number => {
  let i = from;
  while (i < sentence.last && i - from < MOST) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'AUX' || STOPS.has(token.lower)) break;
    if (token.pos === 'PUNCT' && token.text !== '-' && !/^['’]$/.test(token.text)) break;
    if (token.pos === 'VERB' && !/ing$/.test(token.lower)) break;
    i++;
  }
  const last = tokens[i - 1];
  return last !== undefined && (last.pos === 'ADP' || last.pos === 'CCONJ' || last.pos === 'ADV') ? i - 1 : i;
};

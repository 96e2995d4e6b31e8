import type { MentionType } from '../../model/index.ts';
import type { Sentence, Token } from '../known.ts';
import { isCapitalised, isGlued, isPossessive, type Run } from './capitals.ts';
import { GROUPS, HEAD_TYPES, ROLE_MODIFIERS } from './lexicon.ts';
import { wordsOf } from './names.ts';
import { type PersonNoun, personNounEndingAt, startOfRole } from './roles.ts';
import { isDemonym } from './world-of-names.ts';

/** A description: tokens `[first, last)`, with its head noun and whose it is. */
export interface Nominal {
  readonly first: number;
  readonly last: number;
  readonly head: Run;
  readonly type: MentionType;
  readonly role: string | null;
  readonly side: string | null;
  readonly noun: PersonNoun | null;
  readonly definite: boolean;
}

/** A name with its title: tokens `[from, last)`, of which `[first, last)` is the name. */
export interface Titled extends Run {
  readonly from: number;
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'some',
  'several',
  'many',
  'few',
  'both',
  'another',
  'one',
  'other',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'dozens',
  'certain',
  'unnamed',
  'anonymous',
  'multiple',
  'various',
  'no',
  'any',
  'all',
]);
const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your']);
/** What tells how an unnamed source is placed follows it. */
const PLACED = /^(?:familiar|briefed|close|aware|knowledgeable|involved|acquainted|privy|present|close-by)$/;

/**
 * Descriptions of people, bodies and things in a sentence, in text order; they may contain names but not one another.
 *
 * @param runs Names of the sentence, as possible possessors and complements.
 */
export const findNominals = (
  text: string,
  tokens: readonly Token[],
  sentence: Sentence,
  runs: readonly Titled[],
): readonly Nominal[] => {
  const found: Nominal[] = [];
  let floor = sentence.first;
  for (let i = sentence.first; i < sentence.last; i++) {
    const nominal = nominalAt(text, tokens, sentence, runs, i, floor);
    if (nominal === null) continue;
    found.push(nominal);
    floor = nominal.head.last;
    i = Math.max(i, nominal.head.last - 1);
  }
  return found;
};

const nominalAt = (
  text: string,
  tokens: readonly Token[],
  sentence: Sentence,
  runs: readonly Titled[],
  at: number,
  floor: number,
): Nominal | null => {
  const token = tokens[at];
  if (token === undefined || runs.some((run) => run.from <= at && at < run.last)) return null;
  const person = personNounEndingAt(tokens, at);
  const lemma = token.lower;
  const group = GROUPS.has(lemma);
  const bodyType = HEAD_TYPES.get(lemma) ?? null;
  if (person === null && !group && bodyType === null) return null;
  if (person?.kind === 'address') return null;
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN' && !(person !== null && token.pos === 'ADJ')) return null;
  if (goesOn(tokens, sentence, runs, at)) return null;
  const headFirst = person?.first ?? at;
  const start = startOfPhrase(tokens, sentence, runs, headFirst, floor);
  const plural = person?.plural ?? (group || (lemma.endsWith('s') && !lemma.endsWith('ss')));
  const bare =
    tokens[start.first - 1]?.text === ',' && runs.some((run) => run.last === start.first - 1) && person !== null;
  if (!start.determined && !bare && !(plural && (person !== null || group))) return null;
  const personal = person !== null && !(bodyType !== null && !person.plural && person.kind === 'person' && false);
  const type: MentionType | null = personal ? (person.plural ? 'group' : 'person') : group ? 'group' : bodyType;
  if (type === null || type === 'place') return null;
  const end = endOfPhrase(tokens, sentence, runs, at + 1, personal || group);
  const roleFirst = person === null ? at : startOfRole(tokens, person, start.inner);
  return {
    first: start.first,
    last: closesMark(tokens, start.first, end.last) ? end.last + 1 : end.last,
    head: { first: headFirst, last: at + 1 },
    type,
    role:
      person === null || person.kind === 'person'
        ? null
        : wordsOf(text, tokens, Math.max(roleFirst, start.inner), at + 1),
    side: start.side ?? end.side,
    noun: person,
    definite: start.definite,
  };
};

/** The noun is only the first part of a compound, or a title before a name. */
const goesOn = (tokens: readonly Token[], sentence: Sentence, runs: readonly Titled[], at: number): boolean => {
  const next = tokens[at + 1];
  if (next === undefined || at + 1 >= sentence.last) return false;
  if (isGlued(tokens, at + 1) && next.text === '-') return true;
  if (isPossessive(tokens, at + 1)) return false;
  if (runs.some((run) => run.from === at + 1)) return true;
  if (
    ROLE_MODIFIERS.has(next.lower) &&
    personNounEndingAt(tokens, at + 2) !== null &&
    personNounEndingAt(tokens, at) !== null
  )
    return true;
  return next.pos === 'NOUN' || next.pos === 'PROPN' || (next.pos === 'NUM' && /^\d/.test(next.text) && false);
};

interface Start {
  readonly first: number;
  /** First token after determiner or possessor. */
  readonly inner: number;
  readonly determined: boolean;
  readonly definite: boolean;
  readonly side: string | null;
}

const startOfPhrase = (
  tokens: readonly Token[],
  sentence: Sentence,
  runs: readonly Titled[],
  head: number,
  floor: number,
): Start => {
  let first = head;
  let side: string | null = null;
  let modified = false;
  const low = Math.max(sentence.first, floor);
  while (first - 1 >= low) {
    const before = tokens[first - 1];
    if (before === undefined) break;
    const run = runs.find((name) => name.from <= first - 1 && first - 1 < name.last);
    if (run !== undefined) {
      const name = tokens
        .slice(run.first, run.last)
        .map((token) => token.text)
        .join(' ');
      side ??= name;
      modified = true;
      first = Math.max(run.from, low);
      continue;
    }
    if (isPossessive(tokens, first - 1)) {
      // the owner may be a description found before: the outer one then contains it
      const owner = ownerBefore(tokens, runs, first - 1, sentence.first);
      if (owner === null) break;
      return { first: owner.first, inner: first, determined: true, definite: true, side: owner.name };
    }
    if (DETERMINERS.has(before.lower)) {
      const numbers = first - 1;
      let start = numbers;
      while (start - 1 >= low && DETERMINERS.has(tokens[start - 1]?.lower ?? '')) start--;
      while (/^(?:that|one|no)$/.test(tokens[start]?.lower ?? '') && start < numbers) start++;
      const lead = tokens[start]?.lower ?? '';
      if (lead === 'no' || lead === 'any')
        return { first: start, inner: first, determined: false, definite: false, side };
      return {
        first: start,
        inner: first,
        determined: true,
        definite: lead === 'the' || /^th/.test(lead) || lead === 'both',
        side,
      };
    }
    if (POSSESSIVES.has(before.lower)) {
      return { first: first - 1, inner: first, determined: true, definite: true, side: null };
    }
    const joined = before.text === '-' && isGlued(tokens, first) && isGlued(tokens, first - 1);
    if (joined && first - 2 >= low) {
      first -= 2;
      continue;
    }
    if (
      MARKS.test(before.text) &&
      MARKS.test(tokens[head + 1]?.text ?? '') &&
      /^(?:ADJ|NOUN|DET|NUM|PROPN)$/.test(tokens[first - 2]?.pos ?? '')
    ) {
      first--;
      continue;
    }
    if (isCapitalised(before) && isDemonym(before.lower)) side = before.text;
    const fits =
      before.pos === 'ADJ' ||
      before.pos === 'NOUN' ||
      before.pos === 'PROPN' ||
      before.pos === 'NUM' ||
      ROLE_MODIFIERS.has(before.lower) ||
      (before.pos === 'VERB' && /(?:ed|ing)$/.test(before.lower) && DETERMINERS.has(tokens[first - 2]?.lower ?? ''));
    if (!fits || head - first > 6) break;
    modified = true;
    first--;
  }
  return { first, inner: first, determined: modified && side !== null && false, definite: false, side };
};

/** Title, side and article in front of an owner's name: "the Ostran president Voss's envoy". */
const isOwnersWord = (tokens: readonly Token[], runs: readonly Titled[], first: number): boolean => {
  const before = tokens[first - 1];
  if (before === undefined) return false;
  if (runs.some((run) => run.last === first)) return true;
  if (isCapitalised(before) && before.pos !== 'ADP' && before.pos !== 'VERB')
    return runs.some((run) => run.from <= first - 1 && first - 1 < run.last) || isDemonym(before.lower);
  return before.lower === 'the' || ROLE_MODIFIERS.has(before.lower) || personNounEndingAt(tokens, first - 1) !== null;
};

/** The phrase opened a quotation mark that the next token closes. */
const closesMark = (tokens: readonly Token[], first: number, last: number): boolean =>
  /^["”’]$/.test(tokens[last]?.text ?? '') &&
  tokens.slice(first, last).filter((token) => MARKS.test(token.text) && token.text !== '’').length === 1;

const MARKS = /^["“”‘’']$/;

const ownerBefore = (
  tokens: readonly Token[],
  runs: readonly Titled[],
  mark: number,
  low: number,
): { first: number; name: string } | null => {
  const run = runs.find((name) => name.last === mark);
  if (run !== undefined) {
    let first = run.from;
    while (first - 1 >= low && isOwnersWord(tokens, runs, first)) first--;
    return {
      first,
      name: tokens
        .slice(run.first, run.last)
        .map((token) => token.text)
        .join(' '),
    };
  }
  const noun = tokens[mark - 1];
  if (noun === undefined || mark - 1 < low) return null;
  let first = mark - 1;
  while (first - 1 >= low && mark - first < 5) {
    const before = tokens[first - 1];
    if (before === undefined) break;
    if (DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower)) return { first: first - 1, name: noun.text };
    if (before.pos !== 'ADJ' && before.pos !== 'NOUN' && before.pos !== 'PROPN') break;
    first--;
  }
  return { first, name: noun.text };
};

/** "of the Ostran fund", "to Ostra", "in Tarsk", "familiar with the talks". */
const endOfPhrase = (
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

import type { MentionType } from '../../model/index.ts';
import type { Sentence, Token } from '../known.ts';
import { isCapitalised, isGlued, isPossessive, type Run } from './capitals.ts';
import { GROUPS, HEAD_TYPES, ROLE_MODIFIERS } from './lexicon.ts';
import { wordsOf } from './names.ts';
import { endOfPhrase, MARKS, type Titled } from './phrase-end.ts';
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
  const personal = person !== null;
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
  return next.pos === 'NOUN' || next.pos === 'PROPN';
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
    first--;
  }
  return { first, inner: first, determined: false, definite: false, side };
};

/** Title, side and article in front of an owner's name: "the Ostran president Voss's envoy". */
const isOwnersWord = (tokens: readonly Token[], runs: readonly Titled[], first: number): boolean => {
  const before = tokens[first - 1];
  if (before === undefined) return false;
  if (runs.some((run) => run.last === first)) return true;
  if (isCapitalised(before) && before.pos !== 'ADP' && before.pos !== 'VERB')
    return runs.some((run) => run.from <= first - 1 && first - 1 < run.last) || isDemonym(before.lower);
  if (before.lower === 'the' || personNounEndingAt(tokens, first - 1) !== null) return true;
  return ROLE_MODIFIERS.has(before.lower) && personNounEndingAt(tokens, first) !== null;
};

/** The phrase opened a quotation mark that the next token closes. */
const closesMark = (tokens: readonly Token[], first: number, last: number): boolean =>
  /^["”’]$/.test(tokens[last]?.text ?? '') &&
  tokens.slice(first, last).filter((token) => MARKS.test(token.text) && token.text !== '’').length === 1;

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
  if (noun === undefined || mark - 1 < low || noun.pos === 'PRON') return null;
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

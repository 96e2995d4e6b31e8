import type { MentionType } from '../../model/index.ts';
import type { Known, Token } from '../known.ts';
import type { RecognisedSpan } from '../network/index.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { GROUPS, HEAD_TYPES } from './lexicon.ts';
import { type PersonNoun, personNounEndingAt, startOfRole } from './roles.ts';
import { isCapitalised, isGlued, isPossessive, type Run, tokensAt, wordsOf } from './words.ts';
import { isDemonym } from './world-of-names.ts';

/** A description: tokens `[first, last)`, with its head noun and whose it is. */
export interface Nominal extends Run {
  readonly head: Run;
  readonly type: MentionType;
  readonly role: string | null;
  readonly side: string | null;
  readonly definite: boolean;
  readonly confidence: number;
}

/** A name of the text, as far as descriptions need it. */
export interface NamedRun extends Run {
  /** Where the title before it begins. */
  readonly from: number;
}

const POSSESSIVES = /^(?:his|her|their|its|my|our|your)$/;
const DETERMINERS =
  /^(?:the|a|an|this|that|these|those|some|several|many|few|both|another|one|other|two|three|four|five|six|seven|eight|nine|ten|dozens|certain|unnamed|anonymous|multiple|various|all)$/;
const SEVERAL =
  /^(?:these|those|several|many|few|both|two|three|four|five|six|seven|eight|nine|ten|dozens|multiple|various|all)$/;
const RELATIVES =
  /^(?:who|whom|whose|which|that|where|when|while|because|as|but|if|after|before|though|although|since)$/;

/**
 * Descriptions of people, bodies and things, in text order; they may contain names and one another, and no two share a head.
 *
 * The network says where they are and which are people, bodies and things; the noun that heads one tells a public body from
 * another, and which things are plans and papers, fields and ships. What tells more in a clause of its own is left off.
 *
 * @param names Names of the text in order; a span headed by one is no description.
 * @param adjectives Tokens that are adjectives of a country or people.
 */
export const findNominals = (
  known: Pick<Known, 'text' | 'tokens' | 'recognised'>,
  names: readonly NamedRun[],
  adjectives: ReadonlySet<number>,
): readonly Nominal[] => {
  const { text, tokens, recognised } = known;
  const at = tokensAt(tokens);
  const nameAt = new Int32Array(tokens.length).fill(-1);
  names.forEach((name, index) => {
    nameAt.fill(index, name.from, name.last);
  });
  const runs = recognised.spans.map((span) => at(span.start, span.end));
  const parts = new Set(recognised.spans.map((span, i) => `${runs[i]?.first} ${runs[i]?.last} ${span.type}`));
  const byHead = new Map<number, Nominal>();
  recognised.spans.forEach((span, i) => {
    const run = trimmed(tokens, runs[i] as Run);
    if (run === null) return;
    const head = headOf(tokens, run, nameAt);
    if (head === null || isJoined(tokens, run, head, span, parts)) return;
    const nominal = describe(text, tokens, { run, head, span, names, nameAt, adjectives });
    if (nominal === null) return;
    const held = byHead.get(head);
    if (held === undefined || isBetter(nominal, held)) byHead.set(head, nominal);
  });
  return [...byHead.values()].sort((a, b) => a.first - b.first || b.last - a.last);
};

/** Of two with one head the wider: "officials familiar with the talks" says more than "officials". */
const isBetter = (a: Nominal, b: Nominal): boolean =>
  a.last - a.first > b.last - b.first || (a.last - a.first === b.last - b.first && a.confidence > b.confidence);

const isEdge = (tokens: readonly Token[], index: number): boolean =>
  !/[\p{L}\p{N}]/u.test(tokens[index]?.text ?? '') || isPossessive(tokens, index);

const trimmed = (tokens: readonly Token[], run: Run): Run | null => {
  let { first, last } = run;
  const sentence = tokens[first]?.sentence;
  while (last > first && (tokens[last - 1]?.sentence !== sentence || isEdge(tokens, last - 1))) last--;
  while (first < last && isEdge(tokens, first)) first++;
  return first < last ? { first, last } : null;
};

/** Whether a noun phrase ends before a token: a preposition, a verb, a mark, a clause of its own. */
const endsCore = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined) return true;
  if (token.text === '-' || isPossessive(tokens, index) || /^["“”‘’']$/.test(token.text)) return false;
  if (isGlued(tokens, index) && tokens[index - 1]?.text === '-') return false;
  if (token.pos === 'PUNCT' || RELATIVES.test(token.lower)) return true;
  return (
    token.pos === 'ADP' || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'SCONJ' || token.pos === 'PART'
  );
};

const isNoun = (token: Token | undefined): boolean => token !== undefined && /^(?:NOUN|PROPN)$/.test(token.pos);

/** The noun that heads a description, or null when it is headed by a name, a pronoun or nothing. */
const headOf = (tokens: readonly Token[], run: Run, nameAt: Int32Array): number | null => {
  let head: number | null = null;
  for (let i = run.first; i < run.last; i++) {
    const noun = isNoun(tokens[i]) || personNounEndingAt(tokens, i) !== null;
    if (head !== null && endsCore(tokens, i) && !(noun && tokens[i]?.pos !== 'ADP')) break;
    if (noun) head = i;
  }
  if (head === null || nameAt[head] !== -1) return null;
  const isWord = personNounEndingAt(tokens, head) !== null || HEAD_TYPES.has(tokens[head]?.lower ?? '');
  // a capital that begins a sentence says nothing of a word of English
  const isName = isCapitalised(tokens[head]) && (head > run.first || !isEnglishWord(tokens[head]?.lower ?? ''));
  return isName && !isWord ? null : head;
};

/** "bankers and lawyers": two descriptions; the network sees each on its own as well. */
const isJoined = (
  tokens: readonly Token[],
  run: Run,
  head: number,
  span: RecognisedSpan,
  parts: ReadonlySet<string>,
): boolean => {
  for (let i = run.first + 1; i <= head; i++) {
    if (!/^(?:and|or|,)$/.test(tokens[i]?.lower ?? '')) continue;
    const before = tokens[i - 1];
    const several = before?.pos === 'NOUN' && before.lower !== before.lemma;
    if (several || parts.has(`${run.first} ${i} ${span.type}`)) return true;
  }
  const next = tokens[head + 1];
  return /^(?:and|or)$/.test(next?.lower ?? '') && head + 1 < run.last;
};

interface Draft {
  readonly run: Run;
  readonly head: number;
  readonly span: RecognisedSpan;
  readonly names: readonly NamedRun[];
  readonly nameAt: Int32Array;
  readonly adjectives: ReadonlySet<number>;
}

const describe = (text: string, tokens: readonly Token[], draft: Draft): Nominal | null => {
  const { run, head, span } = draft;
  const person = personNounEndingAt(tokens, head);
  if (person?.kind === 'address') return null;
  const type = typeOf(tokens, run, head, person, span.type);
  if (type === null) return null;
  const lead = tokens[run.first]?.lower ?? '';
  const inner = innerOf(tokens, run, head);
  const determined = inner > run.first || DETERMINERS.test(lead);
  const personal = type === 'person' || type === 'group';
  if (!determined && !personal) return null;
  const { first } = run;
  const last = endOf(tokens, run, head);
  // neither edge cuts a name in two
  const opening = draft.names[draft.nameAt[first] ?? -1];
  const closing = draft.names[draft.nameAt[last - 1] ?? -1];
  if ((opening !== undefined && opening.from < first) || (closing !== undefined && closing.last > last)) return null;
  const roleFirst = person === null ? head : Math.max(startOfRole(tokens, person, inner), inner);
  return {
    first,
    last,
    head: { first: person?.first ?? head, last: head + 1 },
    type,
    role: person === null || person.kind === 'person' ? null : wordsOf(text, tokens, roleFirst, head + 1),
    side: sideOf(tokens, draft, inner, last),
    definite:
      /^(?:the|this|that|these|those|both)$/.test(lead) || POSSESSIVES.test(lead) || isPossessive(tokens, inner - 1),
    confidence: span.confidence,
  };
};

const TEXTS =
  /^(?:plan|proposal|draft|treat(?:y|ies)|agreement|accord|memorandum|contract|roadmap|blueprint|document|text)s?$/;

const typeOf = (
  tokens: readonly Token[],
  run: Run,
  head: number,
  person: PersonNoun | null,
  seen: RecognisedSpan['type'],
): MentionType | null => {
  const noun = tokens[head];
  if (noun === undefined) return null;
  const byNoun = HEAD_TYPES.get(noun.lower) ?? HEAD_TYPES.get(noun.lemma) ?? null;
  if (seen === 'person') {
    if (person === null && byNoun === 'publicBody' && !GROUPS.has(noun.lower)) return byNoun;
    const plural = person?.plural ?? (noun.lower !== noun.lemma && noun.lower.endsWith('s'));
    const counted = tokens.slice(run.first, head).some((token) => SEVERAL.test(token.lower));
    return plural || counted || GROUPS.has(noun.lower) ? 'group' : 'person';
  }
  if (seen === 'organization') {
    // "a former chief executive of Halden", taken for the company
    if (person !== null && !person.plural && (person.kind === 'role' || person.kind === 'kin') && byNoun === null)
      return 'person';
    if (GROUPS.has(noun.lower)) return 'group';
    // "an older draft", taken for a body; a paper may be a newspaper, a programme may be run by people
    if (byNoun === 'instrument' && TEXTS.test(noun.lower)) return 'instrument';
    return byNoun === 'publicBody' ? 'publicBody' : 'organization';
  }
  if (seen === 'place') return byNoun === 'facility' || byNoun === 'publicBody' || byNoun === 'asset' ? byNoun : null;
  if (seen === 'object') return byNoun === 'asset' || byNoun === 'instrument' || byNoun === 'facility' ? byNoun : null;
  if (seen === 'abstract' || seen === 'event') return byNoun === 'instrument' || byNoun === 'asset' ? byNoun : null;
  return null;
};

/** First token after determiner or possessor. */
const innerOf = (tokens: readonly Token[], run: Run, head: number): number => {
  for (let i = head; i > run.first; i--) if (isPossessive(tokens, i - 1)) return i;
  let i = run.first;
  while (i < head && (DETERMINERS.test(tokens[i]?.lower ?? '') || POSSESSIVES.test(tokens[i]?.lower ?? ''))) i++;
  return i;
};

/** Up to the first mark or clause of its own behind the head. */
const endOf = (tokens: readonly Token[], run: Run, head: number): number => {
  for (let i = head + 1; i < run.last; i++) {
    const token = tokens[i];
    if (token === undefined) return i;
    if (/^[,;:—–(]$/.test(token.text) || RELATIVES.test(token.lower) || token.pos === 'AUX')
      return trimmed(tokens, { first: run.first, last: i })?.last ?? i;
  }
  return run.last;
};

/** Whose it is said to be: the possessor, the country before the noun, what follows "of", "to", "for", "from", "at" or "in". */
const sideOf = (tokens: readonly Token[], draft: Draft, inner: number, last: number): string | null => {
  const { run, head, names, nameAt, adjectives } = draft;
  const nameText = (index: number): string => {
    const name = names[nameAt[index] ?? -1];
    return name === undefined
      ? ''
      : tokens
          .slice(name.first, name.last)
          .map((token) => token.text)
          .join(' ');
  };
  for (let i = head - 1; i >= inner; i--) {
    if ((nameAt[i] ?? -1) >= 0) return nameText(i);
    if (adjectives.has(i) || (isCapitalised(tokens[i]) && isDemonym(tokens[i]?.lower ?? '')))
      return tokens[i]?.text ?? null;
  }
  const owner = inner - 2;
  if (isPossessive(tokens, inner - 1) && owner >= run.first)
    return (nameAt[owner] ?? -1) >= 0 ? nameText(owner) : (tokens[owner]?.text ?? null);
  if (!/^(?:of|to|for|from|at|in)$/.test(tokens[head + 1]?.text ?? '')) return null;
  let at = head + 2;
  const article = /^(?:the|a|an|his|her|their|its)$/.test(tokens[at]?.lower ?? '');
  while (at < last && (article ? at === head + 2 : false)) at++;
  if ((nameAt[at] ?? -1) >= 0) {
    // "the head of Ostra's Reserve Fund"
    const end = names[nameAt[at] ?? -1]?.last ?? at;
    return nameText(isPossessive(tokens, end) && (nameAt[end + 1] ?? -1) >= 0 ? end + 1 : at);
  }
  if (tokens[head + 1]?.text !== 'of' && !article) return null;
  let end = at;
  while (end < last && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[end]?.pos ?? '')) end++;
  return end > at ? (tokens[end - 1]?.text ?? null) : null;
};

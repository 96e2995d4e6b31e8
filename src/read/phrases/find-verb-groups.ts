import type { NounPhrase, Sentence, Token } from '../known.ts';

const MODALS = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'must', 'shall', 'should']);
const MODAL_FORMS = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ["'ll", 'will'],
  ['’ll', 'will'],
  ["'d", 'would'],
  ['’d', 'would'],
]);
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'hardly']);
const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", '’s', "'re", '’re', "'m"]);

/** Auxiliaries, adverbs, negation and one main verb: tokens `[first, last)`. */
export interface Group {
  readonly first: number;
  readonly last: number;
  readonly verb: number;
  readonly lemma: string;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: string | null;
  readonly kind: 'finite' | 'infinitive' | 'gerund' | 'participle';
}

/** Verb groups: auxiliaries, adverbs, negation and one main verb. */
export const findVerbGroups = (
  tokens: readonly Token[],
  sentence: Sentence,
  phrases: readonly NounPhrase[],
): readonly Group[] => {
  const inPhrase = new Uint8Array(sentence.last - sentence.first);
  for (const phrase of phrases) {
    for (let i = phrase.first; i < phrase.last; i++) inPhrase[i - sentence.first] = 1;
  }
  const groups: Group[] = [];
  let i = sentence.first;
  while (i < sentence.last) {
    const token = tokens[i];
    if (token === undefined) break;
    const begins = (isVerb(token) || isAux(token)) && inPhrase[i - sentence.first] === 0;
    if (!begins) {
      i++;
      continue;
    }
    const first = i;
    let verb = i;
    let end = i + 1;
    let negated = NEGATIONS.has(tokens[first - 1]?.lower ?? '');
    let modal: string | null = null;
    const noteModal = (word: string): void => {
      const lemma = MODAL_FORMS.get(word) ?? word;
      if (MODALS.has(lemma)) modal = lemma;
    };
    noteModal(token.lower);
    let reached = isVerb(token) && !isPerfectAux(tokens, i, sentence.last);
    for (let k = i + 1; k < sentence.last; k++) {
      const next = tokens[k];
      if (next === undefined || inPhrase[k - sentence.first] === 1) break;
      if (NEGATIONS.has(next.lower)) {
        negated = true;
        end = k + 1;
        continue;
      }
      if (next.pos === 'ADV' && !reached) continue;
      if (reached) break;
      if (isAux(next) || isVerb(next)) {
        verb = k;
        end = k + 1;
        noteModal(next.lower);
        reached = isVerb(next) && !isPerfectAux(tokens, k, sentence.last);
        continue;
      }
      break;
    }
    const main = tokens[verb] ?? token;
    const before = tokens[first - 1];
    const early = tokens[first - 2];
    const infinitive =
      before?.lower === 'to' || (before?.pos === 'ADV' && early?.lower === 'to' && /ly$/.test(before.lower));
    const hasBe = rangeSome(tokens, first, verb, (word) => BE.has(word.lower) || word.lemma === 'be');
    const hasGet = rangeSome(tokens, first, verb, (word) => word.lemma === 'get');
    const participle = isParticiple(main);
    const passive = (hasBe || hasGet) && participle && !main.lower.endsWith('ing');
    groups.push({
      first,
      last: end,
      verb,
      lemma: main.lemma === '' ? main.lower : main.lemma,
      passive,
      negated,
      modal,
      kind: infinitive
        ? 'infinitive'
        : (first === verb && main.lower.endsWith('ing')) || token.lower === 'having'
          ? 'gerund'
          : 'finite',
    });
    i = end;
  }
  return groups;
};

/** The tagger takes "have" in "to have met" and "having met" for a verb of its own. */
const isPerfectAux = (tokens: readonly Token[], at: number, last: number): boolean => {
  if (!/^(?:have|has|had|having)$/.test(tokens[at]?.lower ?? '')) return false;
  let next = at + 1;
  while (next < last && tokens[next]?.pos === 'ADV') next++;
  const word = tokens[next];
  return next < last && word !== undefined && isVerb(word) && isParticiple(word) && !word.lower.endsWith('ing');
};

export const rangeSome = (
  tokens: readonly Token[],
  first: number,
  last: number,
  test: (token: Token) => boolean,
): boolean => {
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token !== undefined && test(token)) return true;
  }
  return false;
};

const isVerb = (token: Token): boolean => token.pos === 'VERB' && /\p{L}/u.test(token.text);
const isAux = (token: Token): boolean => token.pos === 'AUX';
/** The tagger does not tell past tense from participle; both differ from the lemma. */
export const isParticiple = (token: Token): boolean =>
  token.lower !== token.lemma ||
  /^(?:put|set|cut|let|hit|read|split|shut|cast|broadcast|spread|quit|come|become|overcome|run)$/.test(token.lower);

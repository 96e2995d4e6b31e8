import type { Sentence, Token } from '../known.ts';

/** A verb with its auxiliaries: tokens `[first, last)`. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly verb: number;
  readonly passive: boolean;
  readonly negated: boolean;
  /** would, could, may, should, will, ... or null. */
  readonly modal: string | null;
  /** "has met", "to have met" */
  readonly perfect: boolean;
  /** "is meeting" */
  readonly progressive: boolean;
  readonly form: 'finite' | 'infinitive' | 'participle';
}

const AUXILIARIES = new Set([
  ...[
    'be',
    'am',
    'is',
    'are',
    'was',
    'were',
    'been',
    'being',
    "'m",
    "'re",
    "'s",
    '’m',
    '’re',
    '’s',
    'have',
    'has',
    'had',
  ],
  ...['having', "'ve", '’ve', 'do', 'does', 'did', 'get', 'gets', 'got', 'gotten', 'will', 'would', 'shall', 'should'],
  ...['can', 'could', 'may', 'might', 'must', 'ca', 'wo', 'cannot', "'ll", '’ll', "'d", '’d'],
]);
const MODALS = new Map([
  ...['will', 'would', 'shall', 'should', 'can', 'could', 'may', 'might', 'must'].map((word) => [word, word] as const),
  ...([
    ["'ll", 'will'],
    ['’ll', 'will'],
    ['wo', 'will'],
    ['ca', 'can'],
    ['cannot', 'can'],
    ["'d", 'would'],
    ['’d', 'would'],
  ] as const),
]);
const NEGATIONS = /^(?:not|n't|n’t|never|neither|nor|hardly)$/;
const BE = /^(?:be|am|is|are|was|were|been|being|'m|'re|'s|’m|’re|’s|get|gets|got|gotten)$/;
const HAVE = /^(?:have|has|had|having|'ve|’ve)$/;
/** Between an auxiliary and its verb. */
const REACH = 8;

/** The verb at a token with what stands before it: "has not been able", "to have met", "was called off". */
export const findGroup = (tokens: readonly Token[], sentence: Sentence, verb: number): VerbGroup => {
  const main = tokens[verb];
  let first = verb;
  let negated = false;
  let modal: string | null = null;
  let be = false;
  let have = false;
  for (let i = verb - 1; i >= Math.max(sentence.first, verb - REACH); i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (AUXILIARIES.has(token.lower) && !(token.pos === 'PART' && token.text.endsWith('s'))) {
      first = i;
      modal ??= MODALS.get(token.lower) ?? null;
      be ||= BE.test(token.lower);
      have ||= HAVE.test(token.lower);
      negated ||= token.lower === 'cannot';
    } else if (NEGATIONS.test(token.lower)) {
      negated = true;
      first = i;
    } else if (token.lower !== 'to' && (token.pos === 'ADV' || (token.pos === 'PART' && token.lower !== "'s")))
      continue;
    else break;
  }
  // "not to meet", "neither met nor spoke"
  let before = first - 1;
  while (before > sentence.first && tokens[before]?.pos === 'ADV' && /ly$/.test(tokens[before]?.lower ?? '')) before--;
  const infinitive = tokens[before]?.lower === 'to';
  if (NEGATIONS.test(tokens[before - (infinitive ? 1 : 0)]?.lower ?? '')) negated = true;
  // "was not a success"
  const lower = main?.lower ?? '';
  if (AUXILIARIES.has(lower) && NEGATIONS.test(tokens[verb + 1]?.lower ?? '')) negated = true;
  const past = isParticiple(main);
  const passive = past && !lower.endsWith('ing') && be && !(have && /^(?:been)$/.test(lower));
  return {
    first,
    last: verb + 1,
    verb,
    passive,
    negated,
    modal,
    perfect: have,
    progressive: be && lower.endsWith('ing'),
    form: infinitive
      ? 'infinitive'
      : first === verb && (lower.endsWith('ing') || (have && !be))
        ? 'participle'
        : /^having$/.test(tokens[first]?.lower ?? '') || /^being$/.test(tokens[first]?.lower ?? '')
          ? 'participle'
          : 'finite',
  };
};

/** The tagger does not tell past tense from participle; both differ from the lemma. */
const isParticiple = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.lower !== token.lemma ||
    /^(?:put|set|cut|let|hit|read|split|shut|cast|broadcast|spread|quit|come|become|overcome|run)$/.test(token.lower));

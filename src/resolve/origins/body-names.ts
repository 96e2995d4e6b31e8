import type { Reading, Span } from '../../model/index.ts';
import {
  FUNCTION_WORDS,
  isCommonWord,
  isGivenName,
  isSurname,
  nameTokens,
  OFFICE_WORDS,
  ORGANIZATION_SORTS,
  placesByName,
} from '../../text/index.ts';
import { type Leaf, wordsAt } from '../pile.ts';
import { isStater } from './stating.ts';

/** How a body is called for short: "the Directorate". Of these few stand side by side in one story. */
const RARE_KINDS = new Set(
  'directorate authority inspectorate registry tribunal ombudsman secretariat comptroller regulator'.split(' '),
);
/** There are many of these: the document must name the one it means in full. */
const KINDS = new Set(
  'council commission committee board agency service bureau institute foundation fund trust exchange chamber corporation federation association syndicate consortium mission command'.split(
    ' ',
  ),
);

/** The names that a body of some kind goes by. */
export interface BodyNames {
  /** Its full name; empty where that tells it from no other. */
  readonly full: readonly string[];
  /** What kind of body its name calls it; null for none of those that stand alone for one. */
  readonly kind: string | null;
  /** The one word of its name that can stand alone ("Varuna" of "Varuna Reserve Authority"); null for none. */
  readonly word: string | null;
}

/** Works out the names that a body goes by from its name in full. */
export const bodyNames = (name: string): BodyNames => {
  const tokens = nameTokens(name.replace(/, \p{Lu}[\p{L} -]+$/u, '')).filter((token, at) => at > 0 || token !== 'the');
  const joint = tokens.findIndex((token) => token === 'of' || token === 'for' || token === 'on');
  const head = tokens[(joint < 0 ? tokens.length : joint) - 1] ?? '';
  const kind = RARE_KINDS.has(head) || KINDS.has(head) ? head : null;
  const telling = tokens.filter((token) => token !== kind && !FUNCTION_WORDS.has(token));
  const [first = ''] = tokens;
  const isTelling =
    tokens.length > 1 &&
    first.length > 4 &&
    first !== kind &&
    !isCommonWord(first) &&
    !OFFICE_WORDS.has(first) &&
    !ORGANIZATION_SORTS.has(first) &&
    placesByName(first).length === 0 &&
    !isGivenName(first) &&
    !isSurname(first);
  return {
    full: kind !== null && telling.length > 0 && tokens.length > 2 ? tokens : [],
    kind,
    word: isTelling ? first : null,
  };
};

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
}

const tokensOf = (words: string): readonly Token[] =>
  [...words.matchAll(/\p{L}[\p{L}\p{N}-]*/gu)].map((match) => ({
    text: nameTokens(match[0]).join(''),
    start: match.index,
    end: match.index + match[0].length,
    isCapital: /^\p{Lu}/u.test(match[0]),
  }));

/** Kinds of bodies that a document names, each with the names in full; gathered once for each reading. */
const namesOfKind = new WeakMap<Reading, ReadonlyMap<string, ReadonlySet<string>>>();

const namedKinds = (leaf: Leaf): ReadonlyMap<string, ReadonlySet<string>> => {
  const known = namesOfKind.get(leaf.reading);
  if (known !== undefined) return known;
  const found = new Map<string, Set<string>>();
  for (const mention of leaf.reading.mentions) {
    if (mention.form !== 'name') continue;
    const tokens = nameTokens(wordsAt(leaf, mention.head)).filter((token, at) => at > 0 || token !== 'the');
    if (tokens.length < 2) continue;
    for (const token of tokens) {
      if (!KINDS.has(token) && !RARE_KINDS.has(token)) continue;
      const names = found.get(token) ?? new Set<string>();
      names.add(tokens.join(' '));
      found.set(token, names);
    }
  }
  namesOfKind.set(leaf.reading, found);
  return found;
};

/** Whether "the Council" can only be this body in a document: no other of the kind is named there. */
const isTheOnly = (leaf: Leaf, { kind, full }: BodyNames): boolean => {
  if (kind === null || full.length === 0) return false;
  const name = full.join(' ');
  const named = [...(namedKinds(leaf).get(kind) ?? [])];
  const isOurs = (one: string): boolean => one.includes(name) || name.includes(one);
  return named.every(isOurs) && (named.length > 0 || RARE_KINDS.has(kind));
};

/** Where a sentence names the body as the one who states something, in full or short; null where it does not (rule O21). */
export const statedBy = (leaf: Leaf, words: string, names: BodyNames): Span | null => {
  const { full, kind, word } = names;
  const tokens = tokensOf(words);
  for (const [at, token] of tokens.entries()) {
    if (!token.isCapital) continue;
    const last = tokens[at + full.length - 1];
    if (full.length > 0 && last !== undefined && full.every((one, nth) => tokens[at + nth]?.text === one)) {
      if (isStater(words, [token.start, last.end])) return [token.start, last.end];
      continue;
    }
    const span: Span = [token.start, token.end];
    const next = tokens[at + 1];
    const previous = tokens[at - 1];
    // "And Varuna", "The Directorate": a word of any sentence is no part of the name.
    const isJoined = previous?.isCapital === true && !FUNCTION_WORDS.has(previous.text);
    const isAlone = !isJoined && next?.isCapital !== true;
    const before = words.slice(0, token.start);
    const isKind = token.text === kind && /\b[Tt]he $/.test(before) && !/^ (?:of|for|on) /.test(words.slice(token.end));
    const isWord = token.text === word && !/\b(?:in|at|of|from|near|to|outside) (?:the )?$/i.test(before);
    if (!isAlone || !isStater(words, span)) continue;
    if (isWord || (isKind && isTheOnly(leaf, names))) return span;
  }
  return null;
};

import type { Reading, Span } from '../../model/index.ts';
import { type Leaf, wordsAt } from '../pile.ts';

/** What a body says of itself in the first person of its kind is known by these words. */
const STATING =
  /(?<!\p{L})(?:said|says|say|stated|states|called|calls|denied|denies|deny|described|describes|insisted|insists|maintains|maintained|dismissed|dismisses|rejected|rejects|announced|announces|declared|declares|confirmed|confirms|claimed|claims|published|issued|statement|communiqu[eé]|press release|read-?out|in the words of|according to|by the words of|assert(?:s|ed)|recalled|recalls|emphasi[sz]ed|underlined|noted|notes|told|wrote|flatly|answered|put out|released|added|adds|reiterat(?:es|ed)|repeat(?:s|ed)|acknowledged|admit(?:s|ted)|clarified|warn(?:s|ed)|conceded|contends)(?!\p{L})/iu;
/** Nothing was stated to anyone but the asker. */
const NOTHING_STATED =
  /\b(?:(?:had|has|have|did|does|do) not (?:immediately |yet )?(?:repl(?:y|ied)|respond(?:ed)?|comment(?:ed)?|answer(?:ed)?|return(?:ed)?)|declin(?:ed|es) to|no comment|no (?:reply|answer|response)|would look into)\b/i;
/** Given out to all: a report that prints it is not the only one to have it. */
const GIVEN_OUT =
  /(?<!\p{L})(?:(?:in|by|through|with) (?:an?|its|the|another) (?:\p{Ll}+ ){0,3}(?:statement|communiqu[eé]|press release|declaration|note)|(?:statement|communiqu[eé]|press release) (?:\p{Ll}+ )?(?:issued|released|published|sent|posted|by|from|of)|issued an? (?:\p{Ll}+ )?(?:statement|communiqu[eé]|press release)|(?:the|its) statement (?:said|says|added|reads?))(?!\p{L})/iu;
const SAYS_AFTER =
  /^(?:['’]s?\s+(?:board|management|spokes\p{L}+|statement|press release|denial|lawyers?)\b|,?\s+(?:(?:has|had|also|later|itself|in turn|on \p{Lu}\p{L}+|\p{Ll}+ly|which|plc|ltd|inc)\s+){0,3})?\s*(?:said|says|stated|states|called|denied|denies|described|insisted|insists|dismissed|dismisses|rejected|rejects|announced|announces|declared|confirmed|confirms|claimed|claims|published a|issued a|put out|added|adds|reiterates|reiterated|repeats|repeated|acknowledged|admits|admitted|clarified|warns|warned|conceded|contends|told (?:reporters|journalists|parliament|the (?:press|exchange|stock exchange|market)))(?!\p{L})/iu;
const SAID_BEFORE =
  /\b(?:according to|in the words of|(?:statement|press release|announcement|filing|notice|denial) (?:by|from|of|issued by))\s+(?:the\s+)?$/iu;

/** Whether a place in a sentence names the one who states something: before the verb, or after "according to". */
export const isStater = (words: string, [from, to]: Span): boolean =>
  SAYS_AFTER.test(words.slice(to, to + 80)) || SAID_BEFORE.test(words.slice(Math.max(0, from - 50), from));

/** A sentence in which somebody states something. */
export interface StatingSentence {
  readonly extent: Span;
  readonly words: string;
  /** It says that a statement was given out. */
  readonly isGivenOut: boolean;
}

const known = new WeakMap<Reading, readonly StatingSentence[]>();

/** The sentences of a document that may pass on a statement, in text order; gathered once for each reading. */
export const statingSentences = (leaf: Leaf): readonly StatingSentence[] => {
  const made = known.get(leaf.reading) ?? gather(leaf);
  known.set(leaf.reading, made);
  return made;
};

const gather = (leaf: Leaf): readonly StatingSentence[] => {
  const reporting = leaf.reading.blocks.filter(({ kind }) => kind === 'body' || kind === 'turn' || kind === 'headline');
  return leaf.reading.sentences.flatMap((extent): readonly StatingSentence[] => {
    if (!reporting.some((block) => block.start <= extent[0] && extent[0] < block.end)) return [];
    const words = wordsAt(leaf, extent);
    if (!STATING.test(words) || NOTHING_STATED.test(words)) return [];
    return [{ extent, words, isGivenOut: GIVEN_OUT.test(words) }];
  });
};

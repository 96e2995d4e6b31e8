import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { isCapitalised, isGlued, type Run } from './words.ts';

/** A name of a body, and how sure it is. */
export interface NamedBody extends Run {
  readonly confidence: number;
}

/**
 * Places where a body is called by the noun of its name alone, "the Front" after "the Delta Front", which the network overlooks.
 *
 * @param bodies Names of bodies in the document.
 * @param taken For each token, whether a name has it.
 * @returns Each place with the first of the bodies that has the noun; in text order.
 */
export const shortForms = <T extends NamedBody>(
  tokens: readonly Token[],
  bodies: readonly T[],
  taken: (index: number) => boolean,
): readonly (readonly [index: number, body: T])[] => {
  const byNoun = new Map<string, T>();
  for (const body of bodies) {
    const noun = nounOf(tokens, body);
    if (noun === null) continue;
    const known = byNoun.get(noun);
    if (known === undefined || known.confidence < body.confidence) byNoun.set(noun, body);
  }
  if (byNoun.size === 0) return [];
  const found: (readonly [number, T])[] = [];
  for (const { index, text, sentence, lower } of tokens) {
    if (lower !== 'the') continue;
    const noun = tokens[index + 1];
    const body = byNoun.get(noun?.text ?? '');
    if (body === undefined || noun?.sentence !== sentence || taken(index + 1) || /^\p{Lu}{2}/u.test(text)) continue;
    const next = tokens[index + 2];
    const goesOn = next?.sentence === sentence && (isCapitalised(next) || /^(?:of|for)$/.test(next.text));
    if (!goesOn && !(next?.text === '-' && isGlued(tokens, index + 2))) found.push([index + 1, body]);
  }
  return found;
};

/** "Front" of "Delta Front", "Directorate" of "Directorate for Trade": the noun by which a body may be called. */
const nounOf = (tokens: readonly Token[], { first, last }: Run): string | null => {
  if (last - first < 2) return null;
  let at = last - 1;
  for (let i = first + 1; i < last; i++) {
    if (!/^(?:of|for|on)$/.test(tokens[i]?.text ?? '')) continue;
    at = i - 1;
    break;
  }
  const noun = tokens[at];
  return noun !== undefined && /^\p{Lu}\p{Ll}{2}/u.test(noun.text) && isEnglishWord(noun.lower) ? noun.text : null;
};

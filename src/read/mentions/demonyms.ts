import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { isPossessive, type Run } from './capitals.ts';
import { FOLLOWERS } from './lexicon.ts';
import { isCountry, isDemonym } from './world-of-names.ts';

const SUFFIX = /(?:ian|an|ean|ese|ish|nian|i|ic|ch)$/;

const isFormedFrom = (lower: string, names: ReadonlySet<string>): boolean => formedFrom(lower, names) !== null;

/** The name of the document that a word is formed from, in lower case ("ostra" for "ostran"), or null. */
export const formedFrom = (lower: string, names: ReadonlySet<string>): string | null => {
  if (!SUFFIX.test(lower) || lower.length < 4) return null;
  for (let cut = 1; cut <= 4; cut++) {
    const stem = lower.slice(0, -cut);
    if (stem.length < 3) break;
    for (const ending of ['', 'a', 'e', 'ia', 'y', 'o', 'land', 'istan', 'stan', 'is', 'os', 'us']) {
      if (stem + ending !== lower && stem + ending !== `${lower}s` && names.has(stem + ending)) return stem + ending;
    }
  }
  return null;
};

/** Whether a name is the adjective of a place or people: before a noun in lower case, or after "is". */
export const isAdjective = (tokens: readonly Token[], run: Run, names: ReadonlySet<string>): boolean => {
  if (run.last - run.first !== 1) return false;
  const token = tokens[run.first];
  if (token === undefined) return false;
  if (isCountry(token.text)) return false;
  if (isDemonym(token.lower)) return !isPlural(token.lower);
  if (isPossessive(tokens, run.last)) return false;
  const next = tokens[run.last];
  const before =
    next !== undefined &&
    next.sentence === token.sentence &&
    /^\p{Ll}/u.test(next.text) &&
    (next.pos === 'NOUN' || next.pos === 'ADJ');
  if (isFormedFrom(token.lower, names)) return !isPlural(token.lower);
  return (
    before && /(?:ian|ese|ish|[^aeiou]an)$/.test(token.lower) && !isEnglishWord(token.lower) && token.lower.length >= 5
  );
};

const isPlural = (lower: string): boolean => /(?:ans|is|ians)$/.test(lower);

/** Whether a name is that of a people: "Ostrans". */
export const isPeople = (tokens: readonly Token[], run: Run, names: ReadonlySet<string>): boolean => {
  if (run.last - run.first !== 1) return false;
  const lower = tokens[run.first]?.lower ?? '';
  if (isCountry(tokens[run.first]?.text ?? '') || !lower.endsWith('s')) return false;
  if (FOLLOWERS.has(lower)) return true;
  const one = lower.slice(0, -1);
  return isDemonym(lower)
    ? isDemonym(one) || lower.endsWith('ans')
    : isFormedFrom(one, names) && /(?:an|ian|i)$/.test(one);
};

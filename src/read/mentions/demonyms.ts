import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import type { SeenName } from './name-types.ts';
import { isCapitalised, isPossessive, type Run } from './words.ts';
import { isCountry, isDemonym } from './world-of-names.ts';

const SUFFIX = /(?:ian|an|ean|ese|ish|nian|i|ic|ch)$/;

/** The name of the document that a word is formed from, in lower case ("ostra" for "ostran"), or null. */
const formedFrom = (lower: string, names: ReadonlySet<string>): string | null => {
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

const isPlural = (lower: string): boolean =>
  /(?:ans|is|ians)$/.test(lower) || (lower.endsWith('s') && isDemonym(lower.slice(0, -1)));

/** Whether a noun or another adjective follows that the word may belong to. */
const modifies = (tokens: readonly Token[], run: Run): boolean => {
  const next = tokens[run.last];
  if (next === undefined || next.sentence !== tokens[run.first]?.sentence || isPossessive(tokens, run.last))
    return false;
  return next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'PROPN' || next.text === '-';
};

/**
 * Whether a name is the adjective of a country, a people or a creed, and so no mention: "Ostran officials", but "the Ostrans".
 *
 * @param names Keys of the names of the document.
 */
export const isAdjective = (tokens: readonly Token[], name: SeenName, names: ReadonlySet<string>): boolean => {
  const token = tokens[name.first];
  if (token === undefined || name.last - name.first !== 1 || isCountry(token.text)) return false;
  const plain = !isPlural(token.lower) && !isPossessive(tokens, name.last);
  if (isDemonym(token.lower)) return plain;
  if (formedFrom(token.lower, names) !== null) return plain && (name.type === 'group' || modifies(tokens, name));
  // "the Ostran government", where no Ostra is named
  const next = tokens[name.last];
  if (name.type === 'organization' && plain && SUFFIX.test(token.lower) && STATE_NOUNS.has(next?.lower ?? ''))
    return next?.sentence === token.sentence;
  return name.type === 'group' && !token.lower.endsWith('s') && (token.pos === 'ADJ' || modifies(tokens, name));
};

/**
 * Names of the document that adjectives in front of a noun are formed from ("ostra", where it says "Ostran officials"): of countries,
 * towns and peoples, as a rule.
 *
 * @param names Keys of the names of the document, and their words.
 */
export const namesWithAdjectives = (tokens: readonly Token[], names: ReadonlySet<string>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const token of tokens) {
    const next = tokens[token.index + 1];
    if (!isCapitalised(token) || next === undefined || next.sentence !== token.sentence) continue;
    if (!/^(?:NOUN|ADJ)$/.test(next.pos) || isCapitalised(next) || isDemonym(token.lower)) continue;
    const name = formedFrom(token.lower, names);
    if (name !== null) found.add(name);
  }
  return found;
};

/** What a state has one of: a word in front that is formed like an adjective says which state's. */
const STATE_NOUNS: ReadonlySet<string> = new Set(
  'government parliament president presidency army navy military police border cabinet capital'.split(' '),
);

/** Whether a name is that of a people: "Ostrans", "Cabo Velmans"; of a land that the document does not name, behind "the". */
export const isPeople = (tokens: readonly Token[], run: Run, names: ReadonlySet<string>): boolean => {
  const token = tokens[run.last - 1];
  const lower = token?.lower ?? '';
  if (!lower.endsWith('s') || !isCapitalised(token)) return false;
  const one = lower.slice(0, -1);
  const isFormed = formedFrom(one, names) !== null && /(?:an|ian|i)$/.test(one);
  if (run.last - run.first === 2) return isFormed && isCapitalised(tokens[run.first]);
  if (run.last - run.first !== 1 || isCountry(token?.text ?? '')) return false;
  if (isDemonym(lower)) return isDemonym(one) || lower.endsWith('ans');
  const isThe = tokens[run.first - 1]?.lower === 'the' && /\p{L}{3}i?ans$/u.test(lower) && !isEnglishWord(lower);
  return isFormed || (isThe && !isCapitalised(tokens[run.last]) && !isPossessive(tokens, run.last));
};

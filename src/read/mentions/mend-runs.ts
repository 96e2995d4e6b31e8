import type { Known, Sentence, Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { isGlued, isSentenceStart, type Run } from './capitals.ts';
import { isCountry, isDemonym } from './world-of-names.ts';

/** "Ostra-Velland", "US-Russian": two names, or a name and an adjective, unless the pair is one person's name. */
export const splitPair = (tokens: readonly Token[], run: Run, names: ReadonlySet<string>): readonly Run[] => {
  const [a, mark, b] = tokens.slice(run.first, run.last);
  if (
    /^\p{Lu}$/u.test(a?.text ?? '') &&
    mark?.text === '-' &&
    run.last - run.first === 3 &&
    b !== undefined &&
    b.text.length > 1
  )
    return [{ first: run.last - 1, last: run.last }];
  if (run.last - run.first !== 3 || mark?.text !== '-' || a === undefined || b === undefined) return [run];
  const left = { first: run.first, last: run.first + 1 };
  const right = { first: run.last - 1, last: run.last };
  if (isDemonym(b.lower)) return isDemonym(a.lower) ? [] : [left];
  const isKnown = (token: Token): boolean =>
    isCountry(token.text) || [...names].some((name) => name === token.lower || name.endsWith(` ${token.lower}`));
  return isKnown(a) && isKnown(b) ? [left, right] : [run];
};

/** "Mirra gas field", "Druva refinery": the noun in lower case belongs to the name of the thing. */
export const withThing = (tokens: readonly Token[], run: Run): Run => {
  const sentence = tokens[run.first]?.sentence;
  if (
    isGlued(tokens, run.last) ||
    isDemonym(tokens[run.last - 1]?.lower ?? '') ||
    isCountry(tokens[run.last - 1]?.text ?? '')
  )
    return run;
  const noun = (index: number): boolean => tokens[index]?.sentence === sentence && tokens[index]?.pos === 'NOUN';
  const kind = /^(?:gas|oil|lng|copper|gold|iron|coal|lithium|uranium|nuclear|power|natural)$/;
  let at = run.last;
  while (at < run.last + 2 && noun(at) && kind.test(tokens[at]?.lower ?? '')) at++;
  if (!noun(at) || !THINGS.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.pos === 'NOUN') return run;
  return { first: run.first, last: at + 1 };
};
const THINGS = /^(?:field|pipeline|refinery|mine|terminal|deposit|smelter|shipyard|dam|plant|oilfield|airport|hotel)$/;

/** A common word that only its sentence's start capitalised is a name when the document has it as one elsewhere. */
export const dropLoneStarts = (
  tokens: readonly Token[],
  sentences: Known['sentences'],
  runs: readonly (readonly Run[])[],
): readonly (readonly Run[])[] => {
  const isLone = (run: Run, sentence: Sentence | undefined): boolean => {
    const token = tokens[run.first];
    if (token === undefined || run.last - run.first > 1 || !isSentenceStart(tokens, sentence, run.first)) return false;
    return isEnglishWord(token.lower) && !/^\p{Lu}{2,}$/u.test(token.text) && !isCountry(token.text);
  };
  const elsewhere = new Set<string>();
  runs.forEach((list, i) => {
    for (const run of list) {
      if (!isLone(run, sentences[i])) for (const token of tokens.slice(run.first, run.last)) elsewhere.add(token.text);
    }
  });
  return runs.map((list, i) =>
    list.filter((run) => !isLone(run, sentences[i]) || elsewhere.has(tokens[run.first]?.text ?? '')),
  );
};

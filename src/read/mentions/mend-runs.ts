import type { Known, Sentence, Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { isGlued, isSentenceStart, type Run } from './capitals.ts';
import { HEAD_TYPES } from './lexicon.ts';
import { isCountry, isDemonym, isPlace } from './world-of-names.ts';

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
  const next = tokens[run.last];
  const modifies =
    next !== undefined && next.sentence === b.sentence && /^\p{Ll}/u.test(next.text) && next.pos === 'NOUN';
  if (isDemonym(b.lower)) return isDemonym(a.lower) || modifies ? [] : [left];
  // "the Velm-Ostran deal": an adjective made of names that are spoken of elsewhere, or not at all
  if (modifies && /(?:ian|ese|ish|[^aeiou]an)$/.test(b.lower) && !isEnglishWord(b.lower)) return [];
  const isKnown = (token: Token): boolean =>
    isPlace(token.text) || [...names].some((name) => name === token.lower || name.endsWith(` ${token.lower}`));
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

/** "National Reserve Fund T. A. Voss": a body's name ends before the initials of the person named after it. */
export const splitAtInitials = (tokens: readonly Token[], run: Run): readonly Run[] => {
  for (let i = run.first + 1; i + 1 < run.last; i++) {
    if (!/^\p{Lu}\.?$/u.test(tokens[i]?.text ?? '') || !HEAD_TYPES.has(tokens[i - 1]?.lower ?? '')) continue;
    if (!/^(?:\.|\p{Lu}\.?|\p{Lu}\p{Ll}+)$/u.test(tokens[i + 1]?.text ?? '')) continue;
    // "President of the Republic S. Voss": one word is part of the post
    if (/^(?:of|the)$/.test(tokens[i - 2]?.lower ?? '')) continue;
    return [
      { first: run.first, last: i },
      { first: i, last: run.last },
    ];
  }
  return [run];
};

const GENERATION = /^(?:jr|sr|junior|senior|père|fils)\.?$/iu;

/** "Voss junior", "S. Voss (jr.)": what tells father and son apart belongs to the name. */
export const withGeneration = (tokens: readonly Token[], run: Run): Run => {
  const sentence = tokens[run.first]?.sentence;
  const next = tokens[run.last];
  if (next === undefined || next.sentence !== sentence || isGlued(tokens, run.last)) return run;
  if (GENERATION.test(next.text)) {
    // "Voss junior staff": an adjective of what follows
    const after = tokens[run.last + 1];
    const goesOn = /^(?:junior|senior)$/i.test(next.text) && after?.sentence === sentence && after.pos === 'NOUN';
    return goesOn ? run : { first: run.first, last: run.last + 1 };
  }
  if (next.text !== '(' || !GENERATION.test(tokens[run.last + 1]?.text ?? '')) return run;
  for (let i = run.last + 2; i < run.last + 4; i++)
    if (tokens[i]?.text === ')') return { first: run.first, last: i + 1 };
  return run;
};

/** "Young Voss": the sentence's first word is no given name where the surname is known without it. */
export const withoutAge = (tokens: readonly Token[], run: Run, names: ReadonlySet<string>): Run => {
  if (
    run.last - run.first !== 2 ||
    !/^(?:young|younger|old|older|elder|late|poor|little)$/.test(tokens[run.first]?.lower ?? '')
  )
    return run;
  const family = tokens[run.first + 1]?.lower ?? '';
  const whole = `${tokens[run.first]?.lower} ${family}`;
  return [...names].some((name) => name !== whole && (name === family || name.endsWith(` ${family}`)))
    ? { first: run.first + 1, last: run.last }
    : run;
};

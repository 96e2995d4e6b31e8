import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

let isLexeme: ((word: string) => boolean) | null = null;
const answers = new Map<string, boolean>();
const REMEMBERED = 50_000;

/**
 * Whether a word is one of the English vocabulary, so that a capital on it may mean no more than a sentence's start.
 *
 * Asks the word list of wink-nlp's English lite model (87,000 words, no proper names), also for the regular inflections
 * the list leaves out. Some surnames are words ("Hale", "Marsh"): true says little, false says much.
 */
export const isEnglishWord = (word: string): boolean => {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const known = answers.get(lower);
  if (known !== undefined) return known;
  if (isLexeme === null) {
    const document = winkNLP(model, []).readDoc('');
    isLexeme = (form) => Boolean(document.isLexeme(form));
  }
  const lookup = isLexeme;
  const answer = stems(lower).some((stem) => stem.length > 1 && lookup(stem));
  if (answers.size >= REMEMBERED) answers.clear();
  answers.set(lower, answer);
  return answer;
};

/** The word and what is left when a regular ending is taken off. */
const stems = (lower: string): readonly string[] => {
  const all = [lower];
  const without = (ending: string, put = ''): void => {
    if (lower.endsWith(ending) && lower.length - ending.length >= 3) all.push(lower.slice(0, -ending.length) + put);
  };
  without('ies', 'y');
  without('es');
  without('s');
  without('ied', 'y');
  without('ed');
  without('ed', 'e');
  without('ing');
  without('ing', 'e');
  without('men', 'man');
  if (/([^aeiou])\1(?:ed|ing)$/.test(lower)) all.push(lower.replace(/[^aeiou](?:ed|ing)$/, ''));
  return all;
};

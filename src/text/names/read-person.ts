import { legalFormNames, personTitles } from '../world/name-lists.ts';
import { isGivenName } from '../world/persons.ts';
import { MOST_NAME_WORDS } from './align-words.ts';
import { stripGenitive } from './fold.ts';
import { withLetters } from './look-alike.ts';
import { type NameWord, nameWord } from './name-word.ts';
import { GENERATIONS, HONORIFICS, PARTICLES } from './name-words.ts';
import { remember } from './remember.ts';
import { isEastSyllable } from './sound-classes.ts';
import { type RawWord, splitWords } from './split-words.ts';

/** A person's name taken apart for comparing. */
export interface ReadPerson {
  /** The words that name, in the order written, "Family, Given" turned round. */
  readonly words: readonly NameWord[];
  /** "jr", "sr", "ii", ...; null when none is written. */
  readonly generation: string | null;
  /** Pairs of indexes into `words`: child and father, as the filiation between them says ("bin", "ibn"). */
  readonly filiations: readonly (readonly [child: number, father: number])[];
  /** Whether particles stand in it ("bin", "von"). */
  readonly hasParticles: boolean;
  /** All words run together. */
  readonly solid: string;
}

const FILIATIONS: ReadonlySet<string> = new Set(['bin', 'ibn', 'ben', 'bint', 'ould', 'oglu', 'bar', 'bat']);
/** Words that say a former name follows. */
const FORMER: ReadonlySet<string> = new Set(['nee', 'born', 'geb', 'geboren', 'aka', 'alias', 'dite', 'dit']);

const particles: ReadonlySet<string> = new Set([...PARTICLES, ...FILIATIONS, ...FORMER, 'and']);

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** "Mora, Ana" is Ana Mora; "Mora, Jr." is not. */
const inOrder = (name: string): string => {
  const comma = name.indexOf(',');
  if (comma === -1 || comma !== name.lastIndexOf(',')) return name;
  const [family, given] = [name.slice(0, comma).trim(), name.slice(comma + 1).trim()];
  const plain = given.toLowerCase().replace(/[.\s]/g, '');
  if (family === '' || given === '' || GENERATIONS.has(plain) || personTitles().after.has(plain)) return name;
  return `${given} ${family}`;
};

/** Titles before and behind the name go, and so does a legal form behind it, as long as a name is left. */
const withoutTitles = (words: readonly RawWord[]): readonly RawWord[] => {
  const { before, after } = personTitles();
  let first = 0;
  let last = words.length;
  const isTitle = (text: string): boolean => before.has(text) || HONORIFICS.has(text);
  for (let size = 4; size >= 1 && first < last - 1; size--) {
    if (first + size >= last) continue;
    const text = words
      .slice(first, first + size)
      .map((word) => word.text)
      .join(' ');
    if (!isTitle(text)) continue;
    // "Don Mora" may be Don by name; before two words and more it is a title.
    const left = words.slice(first + size, last).filter((word) => !isTitle(word.text)).length;
    if (left < 2 && isGivenName(capitalised(text))) break;
    first += size;
    size = 5;
  }
  while (last - first > 2) {
    const text = words[last - 1]?.text ?? '';
    if (!after.has(text) && !(text.length > 1 && legalFormNames().has(text) && !/^[ivx]+$/.test(text))) break;
    last--;
  }
  return words.slice(first, last);
};

/** "Abdulaziz", "Abd al-Aziz", "Abdel Aziz" begin with one word: servant of. */
const ABDUL = /^abd(?:[aeiou]l|[aeiou]?(?=([rnszdt])\1)|al|oul)(?=[a-z]{3})/;
const ABD = /^(?:abd|abd[aeiou]|abd[aeiou][lrnszdt]|abdoul)$/;

const splitAbdul = (words: readonly RawWord[]): readonly RawWord[] =>
  words.flatMap((word): readonly RawWord[] => {
    if (word.script === 'latin' && ABD.test(word.text)) return [{ ...word, text: 'abdul' }];
    const match = word.script === 'latin' ? ABDUL.exec(word.text) : null;
    if (match === null) return [word];
    const rest = word.text.slice(match[0].length);
    return [
      { ...word, text: 'abdul' },
      { ...word, text: rest, native: rest },
    ];
  });

/** A name in Chinese or Korean characters parted: one for the family (two where four are written), the rest given. */
const splitCharacters = (word: RawWord): readonly RawWord[] => {
  const letters = [...word.written];
  if ((word.script !== 'han' && word.script !== 'hangul') || letters.length < 2 || letters.length > 4) return [word];
  if (/[\p{Script=Katakana}\p{Script=Hiragana}]/u.test(word.written)) return [word];
  const syllables = word.text.split(' ');
  const family = letters.length === 4 ? 2 : 1;
  if (syllables.length !== letters.length) return [word];
  const part = (from: number, to?: number): RawWord => ({
    ...word,
    written: letters.slice(from, to).join(''),
    native: letters.slice(from, to).join(''),
    text: syllables.slice(from, to).join(''),
  });
  return [part(0, family), part(family)];
};

/** "Kim Jong Un" and "Kim Jong-un" are two words: family and given name. */
const joinSyllables = (words: readonly RawWord[]): readonly RawWord[] => {
  const join = (x: RawWord, y: RawWord): RawWord => ({ ...x, text: x.text + y.text, native: x.native + y.native });
  const at = words.findIndex(
    (word, index) =>
      word.isHyphened && index > 0 && isEastSyllable(word.text) && isEastSyllable(words[index - 1]?.text ?? ''),
  );
  const before = words[at - 1];
  const second = words[at];
  if (before !== undefined && second !== undefined && words.length <= 3)
    return [...words.slice(0, at - 1), join(before, second), ...words.slice(at + 1)];
  if (words.length !== 3 || !words.every((word) => word.text.length > 1 && isEastSyllable(word.text))) return words;
  const [a, b, c] = words as [RawWord, RawWord, RawWord];
  return [a, join(b, c)];
};

const unspaced = (word: RawWord): RawWord => ({ ...word, text: withLetters(word.text.replace(/ /g, '')) });

const readPerson = (name: string): ReadPerson => {
  const raw = splitWords(inOrder(stripGenitive(name)).replace(/[()[\]]/g, ' '), false);
  const split = raw.length === 1 && raw[0] !== undefined ? splitCharacters(raw[0]) : raw;
  const plain = withoutTitles(split.map(unspaced));
  const last = plain.at(-1)?.text ?? '';
  const generation = plain.length > 1 ? (GENERATIONS.get(last) ?? null) : null;
  const named = joinSyllables(splitAbdul(generation === null ? plain : plain.slice(0, -1)));
  const words: NameWord[] = [];
  const filiations: (readonly [number, number])[] = [];
  let front = '';
  let isFiliation = false;
  let child = 0;
  const hasName = named.some((word) => word.text.length > 1 && !particles.has(word.text));
  for (const [at, word] of named.entries()) {
    // "Ben Mora" is Ben by name, "Al Mora" may be.
    const isName = at === 0 && word.text !== 'bin' && named.length > 1 && isGivenName(capitalised(word.text));
    if (hasName && particles.has(word.text) && !isName) {
      front += word.text;
      if (FILIATIONS.has(word.text) && !isFiliation) {
        isFiliation = true;
        child = words.length - 1;
      }
      continue;
    }
    if (isFiliation && child >= 0 && word.text !== 'abdul') filiations.push([child, words.length]);
    const isWeak =
      word.text === 'abdul' || particles.has(word.text) || (HONORIFICS.has(word.text) && at < named.length - 1);
    words.push(nameWord(word.text, word.native, word.script, { joined: front + word.text, isWeak }));
    // "bin Abdul Aziz": the father is Aziz.
    if (word.text === 'abdul') continue;
    front = '';
    isFiliation = false;
  }
  return {
    words: words.slice(0, MOST_NAME_WORDS),
    generation,
    filiations,
    hasParticles: words.length < named.length,
    solid: named.map((word) => (word.script === 'han' || word.script === 'hangul' ? word.native : word.text)).join(''),
  };
};

/** Takes a person's name apart for comparing. Never fails; a name without letters has no words. Names met before are remembered. */
export const personOf: (name: string) => ReadPerson = remember(readPerson);

import type { Mention } from '../model/index.ts';
import { givenNameGender } from '../text/index.ts';
import { wordsAt } from './pile.ts';
import type { ReadDocument } from './read-document.ts';

/** As names, titles and words for kin tell it. */
export type Gender = 'm' | 'f';

const MALE =
  /^(?:mr|sir|lord|king|prince|herr|monsieur|señor|son|brother|father|husband|uncle|nephew|grandson|widower|.*(?:son|father|brother)-in-law|chairman|spokesman|businessman)$/i;
const FEMALE =
  /^(?:mrs|ms|miss|madam|madame|dame|lady|queen|princess|frau|señora|daughter|sister|mother|wife|aunt|niece|granddaughter|widow|.*(?:daughter|mother|sister)-in-law|chairwoman|spokeswoman|businesswoman)$/i;

/** The gender that a title or a word for kin tells; null for other words. */
export const genderOfWord = (word: string): Gender | null => {
  const bare = word.replace(/\.$/, '');
  return MALE.test(bare) ? 'm' : FEMALE.test(bare) ? 'f' : null;
};

/**
 * The gender of a person that the mentions of a chain show: by title or kin word in front of a name ("Ms Voss", "his sister Ada
 * Voss"); where none says, by the given name. Null where nothing tells, or two say different things.
 */
export const genderOfMentions = (leaf: ReadDocument, mentions: readonly Mention[]): Gender | null => {
  const names = mentions.filter(({ form }) => form === 'name');
  const titles = names.flatMap(({ start, head, role }) => {
    const title = wordsAt(leaf, [start, head[0]]).trim().split(/\s+/).at(-1) ?? '';
    return genderOfWord(title) ?? genderOfWord(role?.trim().split(/\s+/).at(-1) ?? '') ?? [];
  });
  const given = names.flatMap(({ head }) => {
    const words = wordsAt(leaf, head).split(/\s+/);
    const gender = words.length > 1 ? givenNameGender(words[0] ?? '') : null;
    return gender === 'm' || gender === 'f' ? [gender] : [];
  });
  const told = new Set<Gender>(titles.length > 0 ? titles : given);
  const [one] = told;
  return told.size === 1 && one !== undefined ? one : null;
};

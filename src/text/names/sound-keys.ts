import { doubleMetaphone } from 'double-metaphone';
import { remember } from './remember.ts';
import { consonantSkeleton } from './roman-key.ts';

/** Codes shorter than this say too little to look for near ones: half the surnames of a city share two consonants. */
const SHORTEST_FOR_NEAR = 3;

/** The sound codes of a word, primary first, without repeats. */
export const soundCodes: (token: string) => readonly string[] = remember((token) =>
  [...new Set(doubleMetaphone(token))].filter((code) => code !== ''),
);

/**
 * Keys under which names that sound alike meet: the double-metaphone codes, the consonant skeleton, and each of them with
 * one sound left out, so that codes that differ by one sound share a key.
 *
 * @returns Sorted, without repeats. Two words that share no key never sound alike.
 * @see L. Philips, "The Double Metaphone Search Algorithm", 2000; W. Garbe's symmetric deletion for the left-out sounds.
 */
export const soundKeys: (token: string) => readonly string[] = remember((token) => {
  const keys = new Set<string>();
  for (const code of [...soundCodes(token), consonantSkeleton(token).toUpperCase()]) {
    keys.add(code);
    if (code.length < SHORTEST_FOR_NEAR) continue;
    for (let left = 0; left < code.length; left++) keys.add(code.slice(0, left) + code.slice(left + 1));
  }
  keys.delete('');
  return [...keys].sort();
});

import type { Entity } from '../model/index.ts';
import { stemsOf } from '../resolve/index.ts';
import { isSameSide } from '../text/index.ts';

/** One office by several names. */
const OFFICES: readonly (readonly [words: RegExp, office: string])[] = [
  [/\b(?:head of (?:the )?government|prime minister|premier|chancellor)\b/gi, 'premier'],
  [/\b(?:head of state|president)\b/gi, 'president'],
  [/\b(?:foreign minister|minister of foreign affairs)\b/gi, 'foreignminister'],
];
/** Tell nobody apart. */
const IDLE = /\b(?:himself|herself|themselves|sanctioned|former|current|then|the|a|an|of|own)\b/gi;
/** Of the words that describe somebody so many must be told of whom they are to describe. */
const MOST = 0.75;
const ALL_OF = 2;

const wordsOf = (text: string): readonly string[] => {
  const plain = OFFICES.reduce((held, [words, office]) => held.replace(words, ` ${office} `), text);
  return [...stemsOf(plain.replace(IDLE, ' '))];
};

/**
 * Whether words may describe somebody: "the head of the government of Sovarra" a Sovarran prime minister. All of a short description,
 * most of a longer one, must be told of them somewhere; a country and its adjective are one.
 *
 * @param tiedTo Names of those whom they are told to work for or belong to.
 */
export const describes = (text: string, entity: Entity | undefined, tiedTo: readonly string[] = []): boolean => {
  if (entity === undefined || !/^the\b/i.test(text.trim())) return false;
  const asked = wordsOf(text);
  const told = [entity.name, ...entity.roles.map((role) => role.text), ...tiedTo].flatMap((one) => wordsOf(one));
  const met = asked.filter((word) => told.some((other) => other === word || isSameSide(other, word) === true));
  return asked.length > 0 && met.length / asked.length >= (asked.length <= ALL_OF ? 1 : MOST);
};

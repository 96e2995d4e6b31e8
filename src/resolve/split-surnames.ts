import type { Mention } from '../model/index.ts';
import { isSameGivenName, parsePersonName, romanKey } from '../text/index.ts';
import { singleName } from './local-entities.ts';
import type { ReadDocument } from './read-document.ts';

const headOf = (leaf: ReadDocument, mention: Mention): string => leaf.document.text.slice(...mention.head);

/** A person whom a document names in full and calls by the surname alone. */
export interface Called {
  readonly surname: string;
  readonly given: string;
}

interface Chain {
  readonly called: Called;
  /** Where the full name stands. */
  readonly full: readonly number[];
  /** Where the surname stands alone, without title or post. */
  readonly bare: readonly Mention[];
}

const chainsOf = (leaf: ReadDocument): ReadonlyMap<number, Chain> => {
  const named = new Map<number, Mention[]>();
  for (const mention of leaf.reading.mentions) {
    if (mention.form !== 'name' || mention.type !== 'person') continue;
    named.set(mention.chain, [...(named.get(mention.chain) ?? []), mention]);
  }
  const chains = new Map<number, Chain>();
  for (const [chain, mentions] of named) {
    const full = mentions.filter((mention) => singleName(headOf(leaf, mention)) === null);
    const first = full[0];
    const { family, given } = parsePersonName(first === undefined ? '' : headOf(leaf, first));
    const [word] = given;
    if (first === undefined || word === undefined) continue;
    const surname = romanKey(family);
    const alone = mentions.filter((mention) => romanKey(singleName(headOf(leaf, mention)) ?? '') === surname);
    if (alone.length === 0) continue;
    const bare = alone.filter((mention) => mention.role === null && mention.start === mention.head[0]);
    chains.set(chain, { called: { surname, given: word }, full: full.map(({ start }) => start), bare });
  }
  return chains;
};

/** Whom a document names in full and calls by the surname alone. */
export const calledOf = (leaf: ReadDocument): readonly Called[] =>
  [...chainsOf(leaf).values()].map((one) => one.called);

/** So many documents call somebody else by the surname alone. */
const OTHERS_LEAST = 2;

/**
 * Tells of a surname and a given name whether several documents call somebody else by that surname alone, and one at most the
 * person of that given name.
 */
export const gatherCalled = (all: readonly (readonly Called[])[]): ((surname: string, given: string) => boolean) => {
  const bySurname = new Map<string, string[]>();
  for (const { surname, given } of all.flat()) {
    const known = bySurname.get(surname);
    if (known === undefined) bySurname.set(surname, [given]);
    else known.push(given);
  }
  return (surname, given) => {
    const givens = bySurname.get(surname) ?? [];
    const own = givens.filter((one) => isSameGivenName(one, given)).length;
    return own <= 1 && givens.length - own >= OTHERS_LEAST;
  };
};

/** A chain that says the surname alone so often is of him. */
const OFTEN = 3;

/**
 * Parts chains that take a surname alone, paragraphs away from the full name, for the one of two bearers whom no other document
 * calls so (rule S15).
 *
 * @param isOthers Whether the pile calls somebody else by a surname, and nowhere else the person of that given name.
 */
export const splitSurnames = (
  leaf: ReadDocument,
  isOthers: (surname: string, given: string) => boolean,
): ReadDocument => {
  const moved = new Map<Mention, number>();
  let next = leaf.reading.mentions.reduce((most, mention) => Math.max(most, mention.chain), -1) + 1;
  for (const { called, full, bare } of chainsOf(leaf).values()) {
    if (bare.length === 0 || bare.length >= OFTEN) continue;
    const apart = bare.filter(({ start }) => full.every((at) => hasBreak(leaf.document.text, at, start)));
    if (apart.length === 0 || !isOthers(called.surname, called.given)) continue;
    for (const mention of apart) moved.set(mention, next);
    next++;
  }
  if (moved.size === 0) return leaf;
  const mentions = leaf.reading.mentions.map((mention): Mention => {
    const chain = moved.get(mention);
    return chain === undefined ? mention : { ...mention, chain };
  });
  return { ...leaf, reading: { ...leaf.reading, mentions } };
};

const hasBreak = (text: string, a: number, b: number): boolean =>
  /\n\s*\n/.test(text.slice(Math.min(a, b), Math.max(a, b)));

import type { Mention } from '../model/index.ts';
import { nameTokens, parsePersonName } from '../text/index.ts';
import type { ReadDocument } from './read-document.ts';

const headOf = (leaf: ReadDocument, mention: Mention): string => leaf.document.text.slice(...mention.head);

/** The word of a name of one word, folded; null for longer ones. */
const wordOf = (leaf: ReadDocument, mention: Mention): string | null => {
  if (mention.form !== 'name') return null;
  const tokens = nameTokens(headOf(leaf, mention));
  return tokens.length === 1 ? (tokens[0] ?? null) : null;
};

/** What a document says of words that stand alone as names. */
export interface PlaceWords {
  /** Words that it reads as names of places. */
  readonly places: readonly string[];
  /** Full names of persons, folded. */
  readonly borne: readonly string[];
  /** Names of bodies, folded. */
  readonly bodies: readonly string[];
}

/** The words of names that a document reads as places, and those that its persons bear. */
export const placeWordsOf = (leaf: ReadDocument): PlaceWords => {
  const places = new Set<string>();
  const borne = new Set<string>();
  const bodies = new Set<string>();
  for (const mention of leaf.reading.mentions) {
    if (mention.form !== 'name') continue;
    const word = wordOf(leaf, mention);
    if (mention.type === 'place' && word !== null) places.add(word);
    if (mention.type === 'organization') bodies.add(nameTokens(headOf(leaf, mention)).join(' '));
    if (mention.type !== 'person') continue;
    const { tokens } = parsePersonName(headOf(leaf, mention));
    if (tokens.length > 1) borne.add(tokens.join(' '));
  }
  return { places: [...places], borne: [...borne], bodies: [...bodies] };
};

/** Words that the pile reads as names of places and that are part of no person's full name; what it reads as a body too is none. */
export const gatherPlaceWords = (all: readonly PlaceWords[]): ReadonlySet<string> => {
  const places = new Set<string>();
  for (const one of all) for (const word of one.places) places.add(word);
  const bodies = new Set(all.flatMap((one) => one.bodies));
  for (const { borne } of all)
    for (const name of borne) if (!bodies.has(name)) for (const word of name.split(' ')) places.delete(word);
  return places;
};

/**
 * Parts chains in which a place stands as a misspelling of a person's surname (rule S11): a single word that other texts, or
 * this one, read as a place, and that nobody bears beside a given name, is that place however like a surname it sounds.
 *
 * @param isPlace Whether the pile reads a word so.
 */
export const splitPlaces = (leaf: ReadDocument, isPlace: (word: string) => boolean): ReadDocument => {
  const { mentions } = leaf.reading;
  const named = new Map<number, Set<string>>();
  for (const mention of mentions) {
    if (mention.form !== 'name' || mention.type !== 'person') continue;
    named.set(mention.chain, (named.get(mention.chain) ?? new Set()).add(nameTokens(headOf(leaf, mention)).join(' ')));
  }
  const moved = new Map<string, number>();
  let next = mentions.reduce((most, mention) => Math.max(most, mention.chain), -1) + 1;
  const split = mentions.map((mention): Mention => {
    const isOther = mention.type === 'person' && mention.role === null && (named.get(mention.chain)?.size ?? 0) > 1;
    const word = isOther ? wordOf(leaf, mention) : null;
    if (word === null || !isPlace(word)) return mention;
    const chain = moved.get(word) ?? next++;
    moved.set(word, chain);
    return { ...mention, type: 'place', chain };
  });
  return moved.size === 0 ? leaf : { ...leaf, reading: { ...leaf.reading, mentions: split } };
};

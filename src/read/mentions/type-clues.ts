import type { Token } from '../known.ts';
import type { NameType } from './name-types.ts';
import type { Run } from './words.ts';
import { type Clue, wordsBeside } from './words-beside.ts';

/** Logarithms of odds by type. */
export type Weights = Map<NameType, number>;
export type Clues = ReadonlyMap<NameType, number>;
export const NO_CLUES: Clues = new Map();

export const addClues = (sum: Weights, clues: Clues, share: number): void => {
  for (const [type, weight] of clues) sum.set(type, (sum.get(type) ?? 0) + share * weight);
};

/**
 * What each clue says of each type: logarithms of how much oftener it stands beside names of the type than beside others, rounded.
 * Counted over the training part of worldwide-news-ner.
 */
const WEIGHTS: Readonly<Record<Clue, Readonly<Partial<Record<NameType, number>>>>> = {
  locative: { place: 2, facility: 1, person: -1 },
  motion: { place: 2.5, facility: 1.5, person: -0.5 },
  article: { person: -3, organization: 0.7, facility: 0.7, other: 0.5, place: -0.5 },
  articleOfMany: { person: -2 },
  at: { person: -2, organization: 0.5, facility: 1 },
  ofState: { place: 2.5, person: 0.5 },
  ofSeat: { place: 1, organization: 1.5, person: -2 },
  ofPlace: { place: 3.5 },
  ofFirm: { organization: 3.5 },
  ofKin: { person: 3 },
  inShares: { organization: 2.5, asset: 1 },
  address: { person: 4.5 },
  personNoun: { person: 3 },
  hasState: { place: 3.5, person: 0.5 },
  hasSeat: { place: 1.5, organization: 0.5, person: -0.5 },
  hasKin: { person: 3 },
  hasFirm: { organization: 3 },
  stateNoun: { place: 0.5, person: 0.5 },
  officialNoun: { place: 0.8, organization: 0.5, person: -2 },
  ofShare: { organization: 0.5, person: -2 },
  bidFor: { organization: 1.5, asset: 1 },
  met: { person: 1 },
  initial: { person: 3 },
  titled: { person: 3 },
  firmNoun: { organization: 3.5 },
  self: { person: 3 },
  who: { person: 2, group: 0.5 },
  which: { person: -2, organization: 0.3 },
  where: { place: 2.5, facility: 1 },
  age: { person: 4 },
  reports: { organization: 1 },
  aboard: { asset: 4, facility: 1 },
  personal: { person: 2.5 },
};
/** What the noun of a description or a noun right before a name says for its own type. */
const BY_NOUN = 2.5;
/** "The ferry X", "a second ship, the X": the network hardly knows ships. */
const BY_VESSEL = 5;

/** What stands beside a name and tells of its type. */
export const cluesBeside = (tokens: readonly Token[], run: Run): Clues => {
  const sum: Weights = new Map();
  const add = (type: NameType, weight: number): void => {
    sum.set(type, (sum.get(type) ?? 0) + weight);
  };
  for (const clue of wordsBeside(tokens, run))
    if (typeof clue === 'string')
      for (const [type, weight] of Object.entries(WEIGHTS[clue])) add(type as NameType, weight);
    else add(clue.noun, clue.noun === 'asset' ? BY_VESSEL : BY_NOUN);
  return sum;
};

import type { Token } from '../known.ts';
import { HEAD_TYPES, PRESS_NOUNS } from './lexicon.ts';
import type { NameType } from './name-types.ts';
import { personNounEndingAt } from './roles.ts';
import { isCapitalised, isPossessive, type Run } from './words.ts';
import { isCountry, isDemonym } from './world-of-names.ts';

/** Something said beside a name that tells of what type it is. */
export type Clue =
  | 'locative'
  | 'motion'
  | 'article'
  | 'articleOfMany'
  | 'at'
  | 'ofState'
  | 'ofSeat'
  | 'ofPlace'
  | 'ofFirm'
  | 'ofKin'
  | 'inShares'
  | 'address'
  | 'personNoun'
  | 'noun'
  | 'nounBefore'
  | 'hasState'
  | 'hasSeat'
  | 'hasKin'
  | 'hasFirm'
  | 'stateNoun'
  | 'firmNoun'
  | 'self'
  | 'who'
  | 'which'
  | 'where'
  | 'age'
  | 'described'
  | 'reports'
  | 'aboard'
  | 'personal'
  | 'included';

/** Logarithms of odds by type. */
export type Weights = Map<NameType, number>;
export type Clues = ReadonlyMap<NameType, number>;
export const NO_CLUES: Clues = new Map();

export const addClues = (sum: Weights, clues: Clues, share: number): void => {
  for (const [type, weight] of clues) sum.set(type, (sum.get(type) ?? 0) + share * weight);
};

/** For clues that speak for the type of the noun beside a name, and for all others: what each says of each type. */
const WEIGHTS: Readonly<Record<Exclude<Clue, ByNoun>, Readonly<Partial<Record<NameType, number>>>>> = {
  locative: { place: 2, facility: 1, person: -1 },
  motion: { place: 2.5, facility: 1.5, person: -0.5 },
  article: { person: -3, organization: 0.7, facility: 0.7, other: 0.5, place: -0.5 },
  articleOfMany: { person: -2 },
  at: { person: -2, organization: 0.5, facility: 1 },
  ofState: { place: 2, person: 0.5 },
  ofSeat: { place: 1.5, organization: 1.5, person: -2 },
  ofPlace: { place: 3.5 },
  ofFirm: { organization: 3.5 },
  ofKin: { person: 3 },
  inShares: { organization: 2.5, asset: 1 },
  address: { person: 4.5 },
  personNoun: { person: 3 },
  hasState: { place: 2.5, person: 0.5 },
  hasSeat: { place: 1.5, organization: 0.5, person: -0.5 },
  hasKin: { person: 3 },
  hasFirm: { organization: 3 },
  stateNoun: { place: 0.5, person: 0.5 },
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
/** Words of a list of names that are looked at. */
const LONGEST_LIST = 16;
/** What the noun of a description or a noun right before a name says for its own type. */
const BY_NOUN = 2.5;
/** "The ferry X", "a second ship, the X": the network hardly knows ships. */
const BY_VESSEL = 4;

/** Clues that speak for the type of a noun. */
type ByNoun = 'noun' | 'nounBefore' | 'described' | 'included';
const isByNoun = (clue: Clue): clue is ByNoun => /^(?:noun|nounBefore|described|included)$/.test(clue);

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const LOCATIVE = set('in near outside inside across throughout');
const TAKES_IN = set(
  `trust confidence faith belief believe interest interested stake share shares stock holding investment invest investor involve involved
  confide disappointed doubt equity bond loss change role rooted succeed see find have`,
);
const MOTION = set('travel fly go come arrive return sail drive head move flee journey commute deport relocate');
const STATE = set(
  `government parliament army navy military ambassador embassy constitution premier citizens troops borders border soil
  capital economy republic kingdom territory regime independence sovereignty monarchy currency`,
);
const SEAT = set('president ministry minister delegation police people officials court presidency');
const PLACE = set(
  'city town village capital port island islands district province region republic kingdom outskirts coast streets residents suburb north south east west',
);
const FIRM = set(
  `assets facilities shareholders shareholder board subsidiary ceo chairman chairwoman executive chair takeover shares headquarters directors employees
  profits revenue founder acquisition`,
);
const SHARES = set('shares share stake stakes holding shareholding interest');
const KIN = set(
  `wife husband son sons daughter daughters brother brothers sister father mother cousin nephew niece widow uncle aunt son-in-law
  brother-in-law father-in-law grandson friend`,
);
const SELF = set('himself herself');
const REPORTS = set('reported reports published wrote broadcast');
const PERSONAL = set(
  'smiled laughed nodded shrugged married resigned retired sat died grew wept grinned dined lives lived',
);
const VESSELS = set(
  'ship vessel tanker ferry yacht boat freighter trawler tug tugboat barge frigate warship destroyer submarine schooner',
);
const DETERMINERS = /^(?:a|an|another|other|his|her|its|their|our|my|one|second|third)$/;

/**
 * What stands beside a name and tells of its type: a few words on either side, within the sentence.
 *
 * Weights are logarithms of how much oftener the clue stands beside names of the type than beside others, rounded: counted over the
 * training part of worldwide-news-ner.
 */
export const cluesBeside = (tokens: readonly Token[], run: Run): Clues => {
  const sum: Weights = new Map();
  for (const [clue, type] of cluesOf(tokens, run)) {
    if (isByNoun(clue)) {
      if (type !== null) sum.set(type, (sum.get(type) ?? 0) + (type === 'asset' ? BY_VESSEL : BY_NOUN));
    } else
      for (const [of, weight] of Object.entries(WEIGHTS[clue]))
        sum.set(of as NameType, (sum.get(of as NameType) ?? 0) + weight);
  }
  return sum;
};

export const cluesOf = (tokens: readonly Token[], run: Run): Found => {
  const clues: Found = [];
  const sentence = tokens[run.first]?.sentence;
  const at = (index: number): Token | undefined => (tokens[index]?.sentence === sentence ? tokens[index] : undefined);
  const owns = isPossessive(tokens, run.last) && at(run.last) !== undefined;
  before(tokens, run, at, owns, clues);
  behind(tokens, run, at, owns, clues);
  return clues;
};

type At = (index: number) => Token | undefined;
type Found = (readonly [Clue, NameType | null])[];

const isQuote = (token: Token | undefined): boolean => /^["“”„«»‘'*]+$/.test(token?.text ?? '');

const before = (tokens: readonly Token[], run: Run, at: At, owns: boolean, clues: Found): void => {
  let last = run.first - 1;
  while (isQuote(at(last))) last--;
  let one = at(last);
  if (one === undefined) return;
  if (/^the$/i.test(one.text)) {
    const next = at(run.last);
    const modifies = next !== undefined && !owns && /^(?:NOUN|PROPN|ADJ)$/.test(next.pos);
    if (modifies) return;
    const isOne = run.last - run.first === 1 && !isCountry(tokens[run.first]?.text ?? '');
    clues.push([isOne ? 'article' : 'articleOfMany', null]);
    last--;
    one = at(last);
    if (one === undefined) return;
  }
  const word = one.lower;
  const listed = includedIn(tokens, last, at);
  if (listed !== null) return void clues.push(['included', listed]);
  const two = at(last - 1);
  if (LOCATIVE.has(word)) {
    if (owns || isNoLand(tokens, run)) return;
    if (two === undefined || !(TAKES_IN.has(two.lower) || TAKES_IN.has(two.lemma))) clues.push(['locative', 'place']);
    else if (SHARES.has(two.lower)) clues.push(['inShares', 'organization']);
    return;
  }
  if (word === 'at' && !owns) return void clues.push(['at', null]);
  if ((word === 'to' || word === 'from') && two !== undefined && MOTION.has(two.lemma) && !owns)
    return void clues.push(['motion', 'place']);
  if (word === 'aboard' || (word === 'board' && two?.lower === 'on')) return void clues.push(['aboard', 'asset']);
  if (word === 'of' && two !== undefined && !owns) {
    const noun = two.lower;
    if (STATE.has(noun)) clues.push(['ofState', 'place']);
    else if (SEAT.has(noun)) clues.push(['ofSeat', 'place']);
    else if (PLACE.has(noun)) clues.push(['ofPlace', 'place']);
    else if (FIRM.has(noun)) clues.push(['ofFirm', 'organization']);
    else if (SHARES.has(noun)) clues.push(['inShares', 'organization']);
    else if (KIN.has(noun)) clues.push(['ofKin', 'person']);
    else if (
      /^(?:crew|deck|hull|captain|wheelhouse|sinking|grounding)$/.test(noun) ||
      (noun === 'members' && at(last - 2)?.lower === 'crew')
    )
      clues.push(['aboard', 'asset']);
    return;
  }
  if (one.text === ',') {
    const type = nounType(tokens, last - 1);
    if (type === null || two?.sentence !== tokens[run.first]?.sentence) return;
    const close = at(run.last);
    if (close !== undefined && !/^[,.;:)—–-]$/.test(close.text) && close.lower !== 'and') return;
    if (isLed(tokens, last - 1, at)) clues.push(['nounBefore', type]);
    return;
  }
  const noun = personNounEndingAt(tokens, last);
  if (noun !== null && noun.kind === 'address') return void clues.push(['address', 'person']);
  if (noun !== null && noun.kind !== 'person') return void clues.push(['personNoun', 'person']);
  if (one.pos === 'NOUN' && !isCapitalised(one)) {
    const type = nounType(tokens, last);
    if (type !== null) clues.push(['noun', type]);
  }
};

/** "Officials close to the fund, including X, Y and Z": the type of what a list of names is said to be of. */
const includedIn = (tokens: readonly Token[], last: number, at: At): NameType | null => {
  let i = last;
  for (; i > last - LONGEST_LIST; i--) {
    const token = at(i);
    if (token === undefined) return null;
    if (/^(?:including|include|includes|included|namely)$/.test(token.lower)) break;
    if (token.lower === 'as' && at(i - 1)?.lower === 'such') break;
    if (!/^(?:,|and|or|the|[-–'’.]|al|de|of)$/.test(token.lower) && !isCapitalised(token)) return null;
  }
  if (i <= last - LONGEST_LIST) return null;
  for (let k = i - 1; k > i - 10; k--) {
    const token = at(k);
    if (token === undefined || /^[;:]$/.test(token.text)) return null;
    if (token.pos !== 'NOUN') continue;
    const noun = personNounEndingAt(tokens, k);
    if (noun !== null) {
      if (noun.plural) return 'person';
      continue;
    }
    const one = token.lemma !== token.lower ? nounTypeOf(token.lemma) : null;
    if (one === 'organization' || one === 'place') return one;
  }
  return null;
};

/** "In Hindi", "in Congress", "in Parliament". */
const isNoLand = (tokens: readonly Token[], { first, last }: Run): boolean => {
  const lower = tokens[last - 1]?.lower ?? '';
  return isDemonym(lower) || (last - first === 1 && HEAD_TYPES.get(lower) === 'publicBody');
};

/** Whether the noun phrase that ends at a token is somebody's or one of several: "its lawyers, X", "a second ship, the X". */
const isLed = (tokens: readonly Token[], noun: number, at: At): boolean => {
  for (let i = noun - 1; i > noun - 6; i--) {
    const token = at(i);
    if (token === undefined) return false;
    if (DETERMINERS.test(token.lower) || isPossessive(tokens, i)) return true;
    if (!/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.pos) && token.text !== '-') return false;
  }
  return false;
};

/** Type of what a common noun names. */
const nounType = (tokens: readonly Token[], index: number): NameType | null => {
  const token = tokens[index];
  if (token === undefined) return null;
  return personNounEndingAt(tokens, index) !== null ? 'person' : nounTypeOf(token.lower);
};

const nounTypeOf = (noun: string): NameType | null => {
  const type = PRESS_NOUNS.has(noun) ? 'organization' : VESSELS.has(noun) ? 'asset' : HEAD_TYPES.get(noun);
  if (type === undefined) return null;
  if (type === 'asset' && !VESSELS.has(noun)) return null;
  return type === 'publicBody' ? 'organization' : type === 'instrument' ? 'other' : type;
};

const behind = (tokens: readonly Token[], run: Run, at: At, owns: boolean, clues: Found): void => {
  let next = run.last;
  while (isQuote(at(next)) && !owns) next++;
  const one = at(next);
  if (one === undefined) return;
  if (owns) {
    const noun = possessed(tokens, next + 1, at);
    if (noun === null) return;
    if (STATE.has(noun)) clues.push(['hasState', 'place']);
    else if (SEAT.has(noun)) clues.push(['hasSeat', 'place']);
    else if (KIN.has(noun)) clues.push(['hasKin', 'person']);
    else if (FIRM.has(noun)) clues.push(['hasFirm', 'organization']);
    return;
  }
  const word = one.lower;
  if (SELF.has(word)) clues.push(['self', 'person']);
  else if (word === 'who') clues.push(['who', 'person']);
  else if (REPORTS.has(word)) clues.push(['reports', 'organization']);
  else if (PERSONAL.has(word) && clues.length === 0) clues.push(['personal', 'person']);
  else if (one.pos === 'NOUN' && !isCapitalised(one)) {
    if (STATE.has(word)) clues.push(['stateNoun', 'place']);
    else if (FIRM.has(word) || SHARES.has(word) || /^(?:spokesman|spokeswoman|spokesperson|executives)$/.test(word))
      clues.push(['firmNoun', 'organization']);
  } else if (one.text === ',' || one.text === '(') {
    const two = at(next + 1);
    if (two === undefined) return;
    if (two.lower === 'who' || two.lower === 'whose') clues.push(['who', 'person']);
    else if (two.lower === 'which') clues.push(['which', null]);
    else if (two.lower === 'where') clues.push(['where', 'place']);
    else if (/^\d\d$/.test(two.text) && /^[,)]$/.test(at(next + 2)?.text ?? '')) clues.push(['age', 'person']);
    else if (/^(?:the|a|an|his|her|its|their|one)$/.test(two.lower)) {
      const type = describedAs(tokens, next + 2, at);
      if (type !== null) clues.push(['described', type]);
    }
  }
};

/** The noun that heads what somebody has: "minister" of "Ostra's foreign minister, X". */
const possessed = (tokens: readonly Token[], first: number, at: At): string | null => {
  let noun: string | null = null;
  for (let i = first; i < first + 5; i++) {
    const token = at(i);
    if (token === undefined || !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(token.pos)) break;
    // "Ostra's finance minister Ada Hale"
    if (noun !== null && isCapitalised(token) && personNounEndingAt(tokens, i - 1) !== null) break;
    if (token.pos !== 'ADJ' && token.pos !== 'NUM') noun = token.lower;
  }
  return noun;
};

/** Type that the noun of a description beside a name makes of it: ", a small town in", ", the chairman of". */
const describedAs = (tokens: readonly Token[], first: number, at: At): NameType | null => {
  let head = -1;
  for (let i = first; i < first + 8; i++) {
    const token = at(i);
    if (token === undefined) break;
    if (/^(?:NOUN|PROPN)$/.test(token.pos) || personNounEndingAt(tokens, i) !== null) head = i;
    else if (!/^(?:ADJ|NUM|DET)$/.test(token.pos) && token.text !== '-' && !isPossessive(tokens, i)) break;
  }
  const close = head < 0 ? undefined : at(head + 1);
  if (head < 0 || close?.lower === 'and') return null;
  return nounType(tokens, head);
};

import type { Token } from '../known.ts';
import {
  BIDS,
  FIRM,
  KIN,
  LOCATIVE,
  MEETING,
  MOTION,
  OFFICIAL,
  PARTS,
  PERSONAL,
  PLACE,
  REPORTS,
  SEAT,
  SELF,
  SHARES,
  STATE,
  TAKES_IN,
  VESSELS,
} from './clue-words.ts';
import { GROUPS, HEAD_TYPES, PRESS_NOUNS } from './lexicon.ts';
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
  | 'hasState'
  | 'hasSeat'
  | 'hasKin'
  | 'hasFirm'
  | 'stateNoun'
  | 'officialNoun'
  | 'ofShare'
  | 'bidFor'
  | 'initial'
  | 'met'
  | 'titled'
  | 'firmNoun'
  | 'self'
  | 'who'
  | 'which'
  | 'where'
  | 'age'
  | 'reports'
  | 'aboard'
  | 'personal';

/** A noun beside a name that says what it is: "the ferry X", "X, a small town in", "officials, including X". */
export interface NounClue {
  readonly noun: NameType;
}

type Found = (Clue | NounClue)[];

/** Words of a list of names that are looked at. */
const LONGEST_LIST = 16;

const DETERMINERS = /^(?:a|an|another|other|his|her|its|their|our|my|one|second|third)$/;

/** What stands beside a name: a few words on either side, within the sentence. */
export const wordsBeside = (tokens: readonly Token[], run: Run): readonly (Clue | NounClue)[] => {
  const clues: Found = [];
  const sentence = tokens[run.first]?.sentence;
  const at = (index: number): Token | undefined => (tokens[index]?.sentence === sentence ? tokens[index] : undefined);
  const owns = isPossessive(tokens, run.last) && at(run.last) !== undefined;
  if (run.last - run.first > 1) {
    const [one, two] = [tokens[run.first], tokens[run.first + 1]];
    if (/^\p{Lu}\.$/u.test(one?.text ?? '') && /^\p{Lu}\p{Ll}/u.test(two?.text ?? '')) clues.push('initial');
    if (/^(?:mr|mrs|ms|miss|dr)\.?$/.test(one?.lower ?? '')) clues.push('titled');
    if (/^(?:Jr|Sr)\.?$/.test(tokens[run.last - 1]?.text ?? '')) clues.push('titled');
  }
  before(tokens, run, at, owns, clues);
  behind(tokens, run, at, owns, clues);
  return clues;
};

type At = (index: number) => Token | undefined;

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
    clues.push(isOne ? 'article' : 'articleOfMany');
    last--;
    one = at(last);
    if (one === undefined) return;
  }
  const word = one.lower;
  const listed = includedIn(tokens, last, at);
  if (listed !== null) return void clues.push({ noun: listed });
  const two = at(last - 1);
  if (LOCATIVE.has(word)) {
    if (owns || isNoLand(tokens, run)) return;
    if (two === undefined || !(TAKES_IN.has(two.lower) || TAKES_IN.has(two.lemma))) clues.push('locative');
    else if (SHARES.has(two.lower)) clues.push('inShares');
    return;
  }
  if (word === 'at' && !owns) return void clues.push('at');
  if ((word === 'to' || word === 'from') && two !== undefined && MOTION.has(two.lemma) && !owns)
    return void clues.push('motion');
  if (word === 'aboard' || (word === 'board' && two?.lower === 'on')) return void clues.push('aboard');
  if (word === 'for' && two !== undefined && BIDS.has(two.lower) && !owns) return void clues.push('bidFor');
  if (MEETING.has(one.lemma) && one.pos === 'VERB' && !owns) return void clues.push('met');
  // "chief executive of Ostra energy group Halden": not Ostra's
  const modifies = /^(?:NOUN|ADJ)$/.test(at(run.last)?.pos ?? '') && !isCapitalised(at(run.last));
  if (word === 'of' && two !== undefined && !owns && !modifies) {
    const noun = two.lower;
    if (STATE.has(noun)) clues.push('ofState');
    else if (SEAT.has(noun)) clues.push('ofSeat');
    else if (PLACE.has(noun)) clues.push('ofPlace');
    else if (FIRM.has(noun)) clues.push('ofFirm');
    else if (SHARES.has(noun)) clues.push('inShares');
    else if (KIN.has(noun)) clues.push('ofKin');
    else if (PARTS.has(noun) || noun === '%') clues.push('ofShare');
    else if (
      /^(?:crew|deck|hull|captain|wheelhouse|sinking|grounding)$/.test(noun) ||
      (noun === 'members' && at(last - 2)?.lower === 'crew')
    )
      clues.push('aboard');
    return;
  }
  if (one.text === ',') {
    const type = nounType(tokens, last - 1);
    if (type === null || two?.sentence !== tokens[run.first]?.sentence) return;
    const close = at(run.last);
    if (close !== undefined && !/^[,.;:)—–-]$/.test(close.text) && close.lower !== 'and') return;
    if (isLed(tokens, last - 1, at)) clues.push({ noun: type });
    return;
  }
  const noun = personNounEndingAt(tokens, last);
  if (noun !== null && noun.kind === 'address') return void clues.push('address');
  if (noun !== null && noun.kind !== 'person') return void clues.push('personNoun');
  if (one.pos === 'NOUN' && !isCapitalised(one)) {
    const type = nounType(tokens, last);
    if (type !== null) clues.push({ noun: type });
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
    if (GROUPS.has(token.lower)) return 'person';
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
    const noun = OF_STATE.test(at(next + 1)?.text ?? '') ? 'state' : possessed(tokens, next + 1, at);
    if (noun === null) return;
    if (STATE.has(noun)) clues.push('hasState');
    else if (SEAT.has(noun)) clues.push('hasSeat');
    else if (KIN.has(noun)) clues.push('hasKin');
    else if (FIRM.has(noun)) clues.push('hasFirm');
    return;
  }
  const word = one.lower;
  if (SELF.has(word) && clues.length === 0) clues.push('self');
  else if (word === 'who') clues.push('who');
  else if (REPORTS.has(word)) clues.push('reports');
  else if (PERSONAL.has(word) && clues.length === 0) clues.push('personal');
  else if (one.pos === 'NOUN' && !isCapitalised(one)) {
    if (STATE.has(word)) clues.push('stateNoun');
    else if (OFFICIAL.has(word)) clues.push('officialNoun');
    else if (FIRM.has(word) || SHARES.has(word) || /^(?:spokesman|spokeswoman|spokesperson|executives)$/.test(word))
      clues.push('firmNoun');
  } else if (one.text === ',' || one.text === '(') {
    const two = at(next + 1);
    if (two === undefined) return;
    if (two.lower === 'who' || two.lower === 'whose') clues.push('who');
    else if (two.lower === 'which') clues.push('which');
    else if (two.lower === 'where') clues.push('where');
    else if (/^\d\d$/.test(two.text) && /^[,)]$/.test(at(next + 2)?.text ?? '')) clues.push('age');
    else if (/^(?:the|a|an|his|her|its|their|one)$/.test(two.lower)) {
      const type = describedAs(tokens, next + 2, at);
      if (type !== null) clues.push({ noun: type });
    }
  }
};

/** First words of the names of what only a state has: "Ostra's Finance Ministry". */
const OF_STATE = /^(?:National|Foreign|Finance|Interior|Defen[cs]e|Central|State|Supreme|Federal|Royal|Sovereign)$/;

/** "Sovereign fund", "central bank": what only a state has. */
const ofState = (tokens: readonly Token[], index: number): boolean =>
  /^(?:fund|bank|company|producer|wealth)$/.test(tokens[index]?.lower ?? '') &&
  /^(?:sovereign|central|state|national|wealth)$/.test(tokens[index - 1]?.lower ?? '');

/** The noun that heads what somebody has: "minister" of "Ostra's foreign minister, X". */
const possessed = (tokens: readonly Token[], first: number, at: At): string | null => {
  let noun: string | null = null;
  for (let i = first; i < first + 5; i++) {
    const token = at(i);
    if (token === undefined || !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(token.pos)) break;
    // "Ostra's finance minister Ada Hale"
    if (noun !== null && isCapitalised(token) && personNounEndingAt(tokens, i - 1) !== null) break;
    if (token.pos !== 'ADJ' && token.pos !== 'NUM') noun = ofState(tokens, i) ? 'state' : token.lower;
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

import type { MentionType } from '../../model/index.ts';
import type { Token } from '../known.ts';
import { HEAD_TYPES, PRESS_WORDS } from './lexicon.ts';
import type { NameType } from './name-types.ts';
import { nameOf, type Run } from './words.ts';
import { isCompanyForm, isSeat, typeByEnding } from './world-of-names.ts';

/** The type that the noun which heads a name makes of it: "Ministry of Trade", "Hotel Belmar" has none. */
const typeOfHead = (tokens: readonly Token[], { first, last }: Run): MentionType | 'event' | null => {
  if (last - first < 2) return null;
  let head = tokens[last - 1];
  for (let i = first + 1; i < last; i++) {
    if (tokens[i]?.text !== 'of' && tokens[i]?.text !== 'for') continue;
    head = tokens[i - 1];
    break;
  }
  if (head === undefined) return null;
  const listed = HEAD_TYPES.get(head.lower);
  const ending = typeByEnding(head.text);
  // "Halden Capital": no town
  return listed === undefined || (listed === 'place' && ending === 'organization') ? ending : listed;
};

/**
 * The type of a name in the words of the model, by what the network calls it and the noun that heads it; null for the name of
 * what is no entity here.
 *
 * The network tells people, bodies, places; which bodies are public, which places are buildings or things, and which works
 * are plans and treaties, their nouns tell.
 */
export const typeOfName = (tokens: readonly Token[], run: Run, seen: NameType): MentionType | null => {
  const head = typeOfHead(tokens, run);
  const last = tokens[run.last - 1];
  if (seen === 'organization') {
    if (head === 'publicBody' || isSeat(nameOf(tokens, run.first, run.last))) return 'publicBody';
    return head === 'instrument' && !isCompanyForm(last?.text ?? '') ? 'instrument' : 'organization';
  }
  if (seen === 'place' || seen === 'facility') {
    if (isSeat(nameOf(tokens, run.first, run.last))) return 'publicBody';
    return head === 'facility' || head === 'asset' ? head : seen;
  }
  if (seen !== 'other') return seen;
  if (head === 'instrument' || head === 'asset' || head === 'facility') return head;
  return run.last - run.first > 1 && last !== undefined && PRESS_WORDS.has(last.lower) ? 'organization' : null;
};

/** How much the words of a name count beside what the network says: a third of its whole say. */
const BY_WORDS = 0.6;

/** What the words of a name speak for: "Hethmar Courier", "Bank of Ostra". They never make a name by themselves. */
export const opinionByWords = (tokens: readonly Token[], run: Run): readonly (readonly [NameType, number])[] => {
  const out: (readonly [NameType, number])[] = [];
  const last = tokens[run.last - 1];
  const head = typeOfHead(tokens, run);
  if (head !== null) out.push([coarse(head), BY_WORDS]);
  else if (run.last - run.first > 1 && last !== undefined && PRESS_WORDS.has(last.lower))
    out.push(['organization', BY_WORDS]);
  return out;
};

/** The type as the network would call it. */
const coarse = (type: MentionType | 'event'): NameType =>
  type === 'publicBody' ? 'organization' : type === 'instrument' || type === 'event' ? 'other' : type;

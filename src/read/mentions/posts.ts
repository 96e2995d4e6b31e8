import type { Token } from '../known.ts';
import type { Nominal } from './nominals.ts';
import { personNounEndingAt, startOfRole } from './roles.ts';
import type { TitledName } from './titles.ts';
import { isCapitalised, isClosedBy, isGlued, isPossessive, type Run, wordsOf } from './words.ts';
import { isDemonym } from './world-of-names.ts';

/** A post stated beside a name, and whose it is. */
export interface Post {
  readonly role: string | null;
  readonly side: string | null;
}

/**
 * Posts that stand beside a name: "X, the head of Y," and "X, 54, Y's head" behind it, "the head of Y, X," in front.
 *
 * @param persons Names of people, in text order.
 * @param names All names, whose post it may be.
 */
export const readPosts = (
  text: string,
  tokens: readonly Token[],
  persons: readonly TitledName[],
  names: readonly Run[],
  nominals: readonly Nominal[],
): ReadonlyMap<TitledName, Post> => {
  const ends = new Map<number, Nominal>();
  for (const nominal of nominals) if (isPost(nominal) && !ends.has(nominal.last)) ends.set(nominal.last, nominal);
  const startsAt = new Map(names.map((name) => [name.first, name]));
  const endsAt = new Map(names.map((name) => [name.last, name]));
  const posts = new Map<TitledName, Post>();
  for (const person of persons) {
    const sentence = tokens[person.first]?.sentence;
    const behind = isListed(tokens, person) ? null : postBehind(text, tokens, person.last, startsAt);
    if (behind !== null) {
      posts.set(person, behind);
      continue;
    }
    const close = tokens[person.last];
    const isClosed = close === undefined || close.sentence !== sentence || /^[,.;:)—–-]$/.test(close.text);
    if (tokens[person.from - 1]?.text !== ',' || !isClosed) continue;
    const before = ends.get(person.from - 1);
    if (before?.definite && tokens[before.first]?.sentence === sentence)
      posts.set(person, { role: before.role, side: before.side });
    else {
      const owned = postBefore(text, tokens, person.from - 1, endsAt);
      if (owned !== null) posts.set(person, owned);
    }
  }
  return posts;
};

/** "Ostra's president, X,": the post that stands before a mark with the name of whose it is, where the network sees no description. */
const postBefore = (
  text: string,
  tokens: readonly Token[],
  end: number,
  names: ReadonlyMap<number, Run>,
): Post | null => {
  const noun = personNounEndingAt(tokens, end - 1);
  if (noun === null || noun.plural || noun.kind !== 'role' || tokens[end - 1]?.sentence !== tokens[end]?.sentence)
    return null;
  const first = startOfRole(tokens, noun, Math.max(0, noun.first - LONGEST));
  const owner = isPossessive(tokens, first - 1) ? names.get(first - 1) : undefined;
  if (owner === undefined || tokens[owner.first]?.sentence !== tokens[end]?.sentence) return null;
  return { role: wordsOf(text, tokens, first, end), side: wordsOf(text, tokens, owner.first, owner.last) };
};

const isPost = (nominal: Nominal): boolean => nominal.type === 'person' && nominal.role !== null;

/** "A, B, the envoy": a list, where the description may be one more of it. */
const isListed = (tokens: readonly Token[], piece: TitledName): boolean => {
  const before = tokens[piece.from - 1];
  const earlier = tokens[piece.from - 2];
  return before?.text === ',' && earlier?.pos === 'PROPN';
};

const DETERMINERS = /^(?:the|a|an|his|her|their|its|another|then|now|once|also|himself|herself)$/;
/** Words between a name and the noun of its post, at most. */
const LONGEST = 10;

/** The post that a description right behind a name states, or null. */
const postBehind = (
  text: string,
  tokens: readonly Token[],
  end: number,
  names: ReadonlyMap<number, Run>,
): Post | null => {
  const sentence = tokens[end - 1]?.sentence;
  const at = (index: number): Token | undefined => (tokens[index]?.sentence === sentence ? tokens[index] : undefined);
  if (!/^[,(–—]$/.test(at(end)?.text ?? '')) return null;
  let first = end + 1;
  if (/^\d{2}$/.test(at(first)?.text ?? '') && at(first + 1)?.text === ',') first += 2;
  const lead = first;
  while (DETERMINERS.test(at(first)?.lower ?? '')) first++;
  let head = -1;
  let inner = first;
  for (let i = first; i < first + LONGEST; i++) {
    const token = at(i);
    if (token === undefined) break;
    if (isPossessive(tokens, i)) {
      inner = i + 1;
      continue;
    }
    const noun = personNounEndingAt(tokens, i);
    if (noun !== null && !noun.plural && (noun.kind === 'role' || noun.kind === 'kin')) head = i;
    else if (isHyphened(tokens, i)) continue;
    else if (noun === null && !/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.pos) && token.text !== '-') break;
    else if (head >= 0 && token.text !== '-') head = -1;
  }
  const noun = head < 0 ? null : personNounEndingAt(tokens, head);
  if (noun === null) return null;
  // "X, Chancellor Y and": the title of the next
  const next = at(head + 1);
  if (isCapitalised(next)) return null;
  const from = Math.max(inner, startOfRole(tokens, noun, inner));
  // "chief of staff"
  const stop = next?.text === 'of' && OF_POST.test(at(head + 2)?.text ?? '') ? head + 3 : head + 1;
  const link = at(stop);
  const of = /^(?:of|for|at|to|in)$/.test(link?.text ?? '') ? sideAfter(text, tokens, stop + 1, names) : null;
  const close = at(of?.end ?? stop);
  if (close !== undefined && close.lower !== 'and' && !isClosedBy(tokens, of?.end ?? stop)) return null;
  if (of === null && lead === first && link?.pos === 'ADP') return null;
  const role = `${timeIn(tokens, first, from)}${wordsOf(text, tokens, from, stop)}`;
  return { role, side: sideIn(text, tokens, first, inner, from) ?? of?.side ?? null };
};

/** What belongs to the noun of a post behind "of". */
const OF_POST = /^(?:staff|mission|protocol|state|station|cabinet)$/i;

/** Within a compound: "in" of "son-in-law". */
const isHyphened = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text !== '-' && tokens[index + 1]?.text === '-' && isGlued(tokens, index + 1);

/** "former " of "a former Halden banker": when the post was held, in front of whose it is. */
const timeIn = (tokens: readonly Token[], first: number, from: number): string => {
  const token = tokens.slice(first, from).find(({ lower }) => /^(?:former|ex|outgoing|incoming|acting)$/.test(lower));
  return token === undefined ? '' : `${token.lower} `;
};

/** "Halden's chairman", "the fund's deputy head", "the Ostran envoy": whose post it is said to be in front of it. */
const sideIn = (text: string, tokens: readonly Token[], first: number, inner: number, from: number): string | null => {
  if (inner > first) {
    let owner = inner - 2;
    while (owner > first && isCapitalised(tokens[owner - 1]) && isCapitalised(tokens[owner])) owner--;
    return inner - 1 > owner ? wordsOf(text, tokens, owner, inner - 1) : null;
  }
  let last = from;
  while (last > first && !isCapitalised(tokens[last - 1])) last--;
  let start = last;
  while (start > first && isCapitalised(tokens[start - 1])) start--;
  const isNamed = start < last && (last === from || isDemonym(tokens[last - 1]?.lower ?? ''));
  return isNamed ? wordsOf(text, tokens, start, last) : null;
};

/** What a post is said to be of: the body where a state and its body are named, else the name, else the noun; and where it ends. */
const sideAfter = (
  text: string,
  tokens: readonly Token[],
  first: number,
  names: ReadonlyMap<number, Run>,
): { readonly side: string; readonly end: number } | null => {
  const sentence = tokens[first]?.sentence;
  let found: Run | null = null;
  let noun = -1;
  for (let i = first; i < first + LONGEST && tokens[i]?.sentence === sentence; i++) {
    const name = names.get(i);
    if (name !== undefined) {
      found = name;
      i = name.last - 1;
      // "Ostra's Reserve Fund", "the Tarsk law firm Hale & Marsh": what comes last is meant
      if (isPossessive(tokens, name.last)) i++;
      continue;
    }
    const token = tokens[i];
    if (token === undefined) break;
    if (/^(?:the|a|an|his|her|their|its|all)$/.test(token.lower) && found === null && noun < 0) continue;
    // "chairman of the board of Halden"
    if (token.text === 'of' && /^(?:board|committee|management|council)$/.test(tokens[i - 1]?.lower ?? '')) {
      noun = -1;
      continue;
    }
    if (!/^(?:NOUN|ADJ|PROPN|NUM)$/.test(token.pos) && token.text !== '-') break;
    noun = i;
  }
  if (found !== null)
    return { side: wordsOf(text, tokens, found.first, found.last), end: Math.max(found.last, noun + 1) };
  return noun < 0 ? null : { side: wordsOf(text, tokens, noun, noun + 1), end: noun + 1 };
};

import type { MentionType } from '../../model/index.ts';
import { compareTokens } from '../../text/index.ts';
import type { Token } from '../known.ts';
import { isPossessive } from './capitals.ts';
import { voteByContext } from './context-evidence.ts';
import { decideType, keyOf, type Votes, vote, voteByWords } from './evidence.ts';
import { PRESS_WORDS } from './lexicon.ts';
import type { Piece } from './names.ts';
import type { Nominal } from './nominals.ts';
import type { Post } from './posts.ts';

/**
 * Votes for the type of every name of a document, by its key.
 *
 * @param spoken Names may have been misheard.
 * @param more Adds what is known from outside the sentences, before names take after one another.
 */
export const collectVotes = (
  tokens: readonly Token[],
  pieces: readonly Piece[],
  nominals: readonly Nominal[],
  posts: ReadonlyMap<Piece, Post>,
  spoken: boolean,
  more: (all: ReadonlyMap<string, Votes>) => void,
): ReadonlyMap<string, Votes> => {
  const all = new Map<string, Votes>();
  const seen = new Set<string>();
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    const votes = all.get(key) ?? new Map();
    all.set(key, votes);
    if (!seen.has(key)) voteByWords(tokens, piece, votes);
    seen.add(key);
    voteByContext(tokens, piece, votes);
    if (posts.has(piece)) vote(votes, 'person', 4);
  }
  more(all);
  const byEnd = new Map(pieces.map((piece) => [piece.last, piece]));
  const byStart = new Map(pieces.map((piece) => [piece.first, piece]));
  for (const nominal of nominals) {
    voteByApposition(tokens, byEnd.get(nominal.first - 1), nominal, all);
    voteByDescription(tokens, byStart.get(nominal.last + 1), nominal, all);
  }
  shareVotes(tokens, pieces, all, spoken);
  joinLists(tokens, pieces, all);
  return all;
};

/** "Brennick, the energy group,": the description beside a name says what it is. */
const voteByApposition = (
  tokens: readonly Token[],
  piece: Piece | undefined,
  nominal: Nominal,
  all: ReadonlyMap<string, Votes>,
): void => {
  if (nominal.type === 'group' || nominal.type === 'person' || nominal.type === 'instrument') return;
  if (piece === undefined || tokens[piece.last]?.text !== ',') return;
  if (tokens[piece.first]?.sentence !== tokens[nominal.first]?.sentence) return;
  const votes = all.get(keyOf(tokens, piece.first, piece.last));
  if (votes !== undefined) vote(votes, nominal.type, 4);
};

/** "Its gas company, Velgas, paid": one word between commas behind a description is what is described. */
const voteByDescription = (
  tokens: readonly Token[],
  piece: Piece | undefined,
  nominal: Nominal,
  all: ReadonlyMap<string, Votes>,
): void => {
  if (piece === undefined || tokens[nominal.last]?.text !== ',' || !nominal.definite) return;
  if (nominal.type !== 'organization' && nominal.type !== 'publicBody' && nominal.type !== 'asset') return;
  if (tokens[piece.first]?.sentence !== tokens[nominal.first]?.sentence) return;
  if (!/^[,.;:)—–]$/.test(tokens[piece.last]?.text ?? '')) return;
  const votes = all.get(keyOf(tokens, piece.first, piece.last));
  if (votes !== undefined) vote(votes, nominal.type, 2.5);
};

/** Of two names joined by "and" the one that nothing speaks for takes after the other. */
const joinLists = (tokens: readonly Token[], pieces: readonly Piece[], all: ReadonlyMap<string, Votes>): void => {
  for (let i = 1; i < pieces.length; i++) {
    const a = pieces[i - 1];
    const b = pieces[i];
    if (a === undefined || b === undefined || b.from !== a.last + 1) continue;
    const joint = tokens[a.last];
    if (isPossessive(tokens, b.last)) continue;
    if (joint === undefined || !/^(?:and|or|,|&)$/.test(joint.lower) || joint.sentence !== tokens[b.first]?.sentence)
      continue;
    const left = all.get(keyOf(tokens, a.first, a.last));
    const right = all.get(keyOf(tokens, b.first, b.last));
    if (left === undefined || right === undefined || left === right) continue;
    const leftType = decideType(tokens, a, left);
    const rightType = decideType(tokens, b, right);
    if (leftType !== null && rightType === null) vote(right, leftType, 1);
    if (rightType !== null && leftType === null) vote(left, rightType, 1);
  }
};

/** A surname takes after the full name, the short form of a body after the long one, a misheard surname after the right one. */
const shareVotes = (
  tokens: readonly Token[],
  pieces: readonly Piece[],
  all: Map<string, Votes>,
  spoken: boolean,
): void => {
  const give = (key: string, type: MentionType, weight: number): void => {
    const votes = all.get(key);
    if (votes !== undefined) vote(votes, type, weight);
  };
  const done = new Set<string>();
  const families = new Set<string>();
  const leads = new Set<string>();
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    if (!key.includes(' ') || done.has(key)) continue;
    done.add(key);
    const type = decideType(tokens, piece, all.get(key) ?? new Map());
    const words = key.split(' ');
    if (type === 'person') {
      families.add(words.at(-1) ?? '');
      give(words.at(-1) ?? '', 'person', 3);
      give(words[0] ?? '', 'person', 1.5);
    } else if (type === 'facility') give(words.at(-1) ?? '', type, 4);
    else if (type !== null && type !== 'place') {
      // "Velm Courier": papers are named after places, and called by their last word
      const press = words.length === 2 && PRESS_WORDS.has(words[1] ?? '');
      if (press) {
        leads.add(words[0] ?? '');
        give(words[1] ?? '', type, 3);
      } else for (let n = 1; n < words.length; n++) give(words.slice(0, n).join(' '), type, n === 1 ? 1.2 : 3);
      for (let n = 2; n < words.length; n++) give(words.slice(-n).join(' '), type, 2);
      const initials = words.filter((word) => /^\p{L}/u.test(word) && !/^(?:of|the|and|for)$/.test(word));
      give(initials.map((word) => word[0]).join(''), type, 3);
    }
  }
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    const votes = all.get(key);
    if (
      votes === undefined ||
      done.has(key) ||
      key.length < MIN_HEARD ||
      leads.has(key) ||
      decideType(tokens, piece, votes) !== null
    )
      continue;
    done.add(key);
    if (
      [...families].some(
        (family) =>
          family.length >= MIN_HEARD &&
          (spoken ? /^(?:variant|sounds)$/ : /^variant$/).test(compareTokens(key, family)),
      )
    ) {
      vote(votes, 'person', 1);
    }
  }
};

/** Shorter words are too often alike by chance. */
const MIN_HEARD = 5;

import type { Known, Token } from '../known.ts';
import type { TitledName } from './titles.ts';
import { keyOf } from './words.ts';

/** Those who made the report and only pass on what others say: "our political editor, Ana Berg", "my colleagues A and B". */

const STAFF =
  /^(?:editors?|correspondents?|reporters?|colleagues?|columnists?|producers?|photographers?|stringers?|co-?hosts?|hosts?|presenters?|cameraman|anchors?)$/;

/** Names said by a show's host of herself or of those who made it, in the credits of a spoken text. */
const CREDITED = /\b(?!I['’])\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}/gu;

/**
 * Keys of names that belong to the outlet's own people, with the given name or surname that stands for each.
 *
 * Told by "our" or "my" and a post of the trade before or behind the name; in a spoken text also by its credits.
 */
export const staffKeys = (
  known: Pick<Known, 'text' | 'blocks' | 'tokens'>,
  pieces: readonly TitledName[],
): ReadonlySet<string> => {
  const { text, blocks, tokens } = known;
  const keys = new Set<string>();
  const full = new Set<string>();
  let listed = -1;
  for (const piece of pieces) {
    const isNext = piece.from === listed + 1 && /^(?:and|,|&)$/.test(tokens[listed]?.lower ?? '');
    if (isNext || isOurs(tokens, piece) || isSigned(tokens, piece)) {
      full.add(keyOf(tokens, piece.first, piece.last));
      listed = piece.last;
    }
  }
  if (blocks.some((block) => block.kind === 'turn' && (block.speaker ?? null) === null)) {
    for (const block of blocks) {
      if (block.kind !== 'credits') continue;
      for (const match of text.slice(block.start, Math.min(block.end, block.start + 600)).matchAll(CREDITED))
        full.add(match[0].toLowerCase().replaceAll('’', "'"));
    }
  }
  const others = new Map<string, number>();
  for (const piece of pieces) {
    const key = keyOf(tokens, piece.first, piece.last);
    if (!key.includes(' ') || full.has(key)) continue;
    for (const word of [key.split(' ')[0] ?? '', key.split(' ').at(-1) ?? '']) others.set(word, 1);
  }
  for (const key of full) {
    keys.add(key);
    for (const word of [key.split(' ')[0] ?? '', key.split(' ').at(-1) ?? '']) if (!others.has(word)) keys.add(word);
  }
  return keys;
};

const isOurs = (tokens: readonly Token[], piece: TitledName): boolean => {
  const sentence = tokens[piece.first]?.sentence;
  const ours = (noun: number): boolean => {
    for (let i = noun - 1; i >= noun - 4; i--) {
      const token = tokens[i];
      if (token === undefined || token.sentence !== sentence) return false;
      if (/^(?:our|my|own)$/.test(token.lower)) return true;
      if (!/^(?:ADJ|NOUN|PROPN|PUNCT)$/.test(token.pos) || token.text === ',') return false;
    }
    return false;
  };
  let before = piece.first - 1;
  if (tokens[before]?.text === ',') before--;
  if (tokens[before]?.sentence === sentence && STAFF.test(tokens[before]?.lower ?? '') && ours(before)) return true;
  if (tokens[piece.last]?.text !== ',') return false;
  for (let i = piece.last + 1; i < piece.last + 6; i++) {
    if (tokens[i]?.sentence !== sentence) return false;
    if (STAFF.test(tokens[i]?.lower ?? '')) return ours(i);
    if (i === piece.last + 1 && !/^(?:our|my|own)$/.test(tokens[i]?.lower ?? '')) return false;
  }
  return false;
};

/** "By Ana Berg", "With Ana Berg and Ivo Lind", "Editor: Ana Berg", "att. Ana Berg": a line that only signs or addresses. */
const isSigned = (tokens: readonly Token[], piece: TitledName): boolean => {
  const sentence = tokens[piece.first]?.sentence;
  const stop = tokens[piece.first - 1]?.text === '.' ? piece.first - 2 : piece.first - 1;
  if (/^(?:att|attn)\.?$/.test(tokens[stop]?.lower ?? '')) return true;
  let first = piece.first;
  while (tokens[first - 1]?.sentence === sentence && piece.first - first < 8) first--;
  if (tokens[first - 1]?.sentence === sentence) return false;
  const lead = tokens.slice(first, piece.first);
  if (lead.at(-1)?.text === ':')
    return (
      STAFF.test(lead[0]?.lower ?? '') ||
      lead.some(({ lower }) => /^(?:accreditation|enquiries|inquiries)$/.test(lower))
    );
  if (!/^(?:by|with|reporting|writing|editing|edited|written|photographs?)$/.test(lead[0]?.lower ?? '')) return false;
  for (let i = first + 1; tokens[i]?.sentence === sentence; i++) {
    const token = tokens[i];
    if (token === undefined || i > piece.last + 8) return false;
    if (!/^(?:by|and|,|\.|;|in|&)$/.test(token.lower) && !/^\p{Lu}/u.test(token.text)) return false;
  }
  return true;
};

import { isGivenName } from '../../text/index.ts';
import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import type { Candidate } from './collect-names.ts';
import { TIME_WORDS } from './lexicon.ts';
import type { SeenName } from './name-types.ts';
import { isGlued, keyOf } from './words.ts';

/** Words of a name that was seen in two parts. */
const LONGEST = 6;

/**
 * Names that the network saw in two parts, made one: "Mr. E." and "Hale" right behind it, "Olav Hale" behind "Per", "Halden" and
 * "Dredging".
 */
export const joined = (
  tokens: readonly Token[],
  names: readonly SeenName[],
  candidates: readonly Candidate[],
): readonly SeenName[] => {
  const people = new Set(
    candidates.filter((one) => one.last - one.first === 1 && one.votes.has('person')).map((one) => one.first),
  );
  const out: SeenName[] = [];
  for (const name of names) {
    const before = out.at(-1);
    if (before !== undefined && isOne(tokens, before, name)) {
      out[out.length - 1] = {
        ...name,
        first: before.first,
        key: keyOf(tokens, before.first, name.last),
        confidence: Math.min(before.confidence, name.confidence),
      };
      continue;
    }
    const given = tokens[name.first - 1];
    const isGiven =
      name.type === 'person' &&
      (before?.last ?? 0) < name.first &&
      people.has(name.first - 1) &&
      given?.sentence === tokens[name.first]?.sentence &&
      isGivenName(given?.text ?? '') &&
      !TIME_WORDS.has(given?.lower ?? '');
    out.push(isGiven ? { ...name, first: name.first - 1, key: keyOf(tokens, name.first - 1, name.last) } : name);
  }
  return out;
};

const isOne = (tokens: readonly Token[], before: SeenName, name: SeenName): boolean => {
  if (
    name.last - before.first > LONGEST ||
    before.last !== name.first ||
    before.cut !== null ||
    isGlued(tokens, name.first)
  )
    return false;
  if (tokens[before.first]?.sentence !== tokens[name.first]?.sentence) return false;
  if (TIME_WORDS.has(tokens[before.first]?.lower ?? '')) return false;
  if (before.type === 'person') return name.type === 'person';
  const isWord = name.last - name.first === 1 && isEnglishWord(tokens[name.first]?.lower ?? '');
  return name.type === 'organization' && isWord && /^(?:place|organization)$/.test(before.type);
};

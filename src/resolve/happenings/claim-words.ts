import type { Claim, Filler } from '../../model/index.ts';
import { FUNCTION_WORDS, foldName, nameTokens, WORDS_TO_NINETEEN } from '../../text/index.ts';

/** Letters by which two words count as forms of one: "sanction", "sanctions", "sanctioned". */
const STEM = 6;
/** Words that describe anybody: they tell no two described parties alike. */
const ANYBODY = new Set(
  [
    'men man women woman people person persons official officials side sides party parties one ones two three both several',
    'someone somebody group member members delegation delegations representative representatives source sources others who',
    'not single none nobody anyone pair them they we our this that its his her their',
  ]
    .join(' ')
    .split(' '),
);

/** "Nine sailors" and "9 sailors" are as many. */
const COUNTED = new Map([...WORDS_TO_NINETEEN, 'twenty'].map((word, at) => [word, String(at + 1)]));

const stemOf = (token: string): string => token.slice(0, STEM).replace(/(?:ies|es|s|y)$/, '');

const kept = new Map<string, ReadonlySet<string>>();
const MOST_KEPT = 50_000;

/** The telling words of a text as stems; words that any text has are left out. Worked out once for each text. */
export const stemsOf = (text: string): ReadonlySet<string> => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = new Set(
    nameTokens(text)
      .filter((token) => (token.length > 1 || /\d/.test(token)) && !FUNCTION_WORDS.has(token))
      .map((token) => COUNTED.get(token) ?? stemOf(token)),
  );
  kept.set(text, made);
  return made;
};

/** Stems of a description that tell one described party from another. */
export const describedAs = (words: string): ReadonlySet<string> => {
  const own = nameTokens(words.split(/\s(?:familiar|close|briefed|who|which|that)\s/)[0] ?? '');
  return new Set(
    own.filter((token) => !FUNCTION_WORDS.has(token) && !ANYBODY.has(token) && token !== 'no').map(stemOf),
  );
};

export const countShared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  let shared = 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) shared++;
  return shared;
};

/** Shared words over those of the shorter text; 0 where either has none. */
export const overlapOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 || b.size === 0 ? 0 : countShared(a, b) / Math.min(a.size, b.size);

/** Shared words over all words; 0 where fewer than two are shared: one word says nothing. */
export const likenessOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = countShared(a, b);
  return shared < 2 ? 0 : shared / (a.size + b.size - shared);
};

const quotes = new WeakMap<Claim, ReadonlySet<string>>();

/** Stems of all that is quoted for a claim, without the names that fill its roles: those are compared by themselves. */
export const quoteStems = (claim: Claim): ReadonlySet<string> => {
  const known = quotes.get(claim);
  if (known !== undefined) return known;
  const names = new Set(
    Object.values(claim.roles).flatMap((fillers) =>
      fillers.flatMap(({ text, entity }) => (entity === null ? [] : [...stemsOf(text)])),
    ),
  );
  const made = new Set(
    claim.evidence.flatMap(({ quote }) => [...stemsOf(quote.slice(0, MOST_QUOTED))]).filter((stem) => !names.has(stem)),
  );
  quotes.set(claim, made);
  return made;
};

/** A longer quote is more than the statement. */
const MOST_QUOTED = 400;

/** Entities that fill any of the roles. */
export const entitiesIn = (claim: Claim, roles: readonly string[]): ReadonlySet<string> =>
  new Set(fillersIn(claim, roles).flatMap(({ entity }) => entity ?? []));

export const fillersIn = (claim: Claim, roles: readonly string[]): readonly Filler[] =>
  roles.flatMap((role) => claim.roles[role] ?? []);

/** What fills roles without being anybody: the words, folded, without article. */
export const wordsIn = (claim: Claim, roles: readonly string[]): readonly string[] =>
  fillersIn(claim, roles).flatMap(({ text, entity }) =>
    entity === null ? [foldName(text).replace(/^(?:the|a|an|its|his|her|their) /, '')] : [],
  );

export const shareOrigin = (a: Claim, b: Claim): boolean => a.origins.some((origin) => b.origins.includes(origin));

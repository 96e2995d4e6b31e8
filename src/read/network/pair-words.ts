/**
 * What two mentions look like beside each other, for coreference. The same rules as `coreference.py` of the training, whose
 * tables are learned for these classes: a change here is a change there.
 */

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const FIRST_SECOND = wordsOf('i me my mine myself we us our ours ourselves you your yours yourself yourselves');
const THIRD = wordsOf(
  'he him his himself she her hers herself it its itself they them their theirs themselves this that these those who whom whose which',
);
const DETERMINERS = wordsOf("the a an this that these those his her its their our my your 's s");
const DEFINITE = wordsOf('the this that these those his her its their our my your');
const ENDS_HEAD = wordsOf('of in for at from who which that to on');

/** 0 first or second person, 1 other pronoun, 2 name, 3 definite description, 4 any other. */
export type MentionClass = 0 | 1 | 2 | 3 | 4;

/** A mention as its words cut it. */
export interface PairWords {
  readonly kind: MentionClass;
  /** The words without determiners, joined by spaces; '' when there are none. */
  readonly core: string;
  /** The head: the last word before "of", "who", ... */
  readonly last: string;
  readonly bag: ReadonlySet<string>;
  /** Words of the text `[first, end)`. */
  readonly first: number;
  readonly end: number;
}

const beginsUpper = (word: string): boolean => /^\p{Uppercase}/u.test(word);

/** Looks at a mention's words. */
export const pairWords = (words: readonly string[], first: number, end: number): PairWords => {
  const low = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => word.toLowerCase());
  const without = low.filter((word) => !DETERMINERS.has(word));
  const core = without.length > 0 ? without : low;
  const bag = new Set(core);
  const stop = core.findIndex((word, k) => k > 0 && ENDS_HEAD.has(word));
  const capitals = (list: readonly string[]): number =>
    list.filter((word) => beginsUpper(word) && bag.has(word.toLowerCase())).length;
  const alone = low.length === 1 ? low[0] : undefined;
  let kind: MentionClass = 4;
  if (alone !== undefined && FIRST_SECOND.has(alone)) kind = 0;
  else if (alone !== undefined && THIRD.has(alone)) kind = 1;
  else if (capitals(words.slice(-2)) > 0 && capitals(words) * 2 >= core.length) kind = 2;
  else if (low[0] !== undefined && DEFINITE.has(low[0])) kind = 3;
  return { kind, core: core.join(' '), last: core[(stop < 0 ? core.length : stop) - 1] ?? '', bag, first, end };
};

const isWithin = (one: ReadonlySet<string>, two: ReadonlySet<string>): boolean => {
  if (one.size > two.size) return false;
  for (const word of one) if (!two.has(word)) return false;
  return true;
};

/**
 * Kind of match of an anaphor and an antecedent: 0 none, 1 the same words but for determiners, 2 the same head, and the anaphor says
 * nothing more than the antecedent, 3 one's words are all in the other, 4 the same head, and the anaphor says something more.
 */
export const matchOf = (one: PairWords, two: PairWords): 0 | 1 | 2 | 3 | 4 => {
  if (one.core === '' || two.core === '') return 0;
  if (one.core === two.core) return 1;
  if (one.last === two.last) return isWithin(one.bag, two.bag) ? 2 : 4;
  if (one.kind > 1 && two.kind > 1 && (isWithin(one.bag, two.bag) || isWithin(two.bag, one.bag))) return 3;
  return 0;
};

/** Mentions between, to 0..9: 1, 2, 3, 4, 5-7, 8-15, 16-31, 32-63, 64-127, more. */
export const farBucket = (steps: number): number => {
  if (steps <= 4) return steps - 1;
  const at = [7, 15, 31, 63, 127].findIndex((most) => steps <= most);
  return at < 0 ? 9 : 4 + at;
};

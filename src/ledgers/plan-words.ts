import { FUNCTION_WORDS, foldName, nameTokens, stemOf } from '../text/index.ts';

/** What a plan is called when it is not called by a name; words for what is agreed in the end are not among them. */
const PLAN =
  /\b(?:plan|proposal|paper|outline|draft|text|document|framework|road ?map|blueprint|memorandum|memo|initiative|points|package|version|copy|it|this|that|lot)s?$/;
const PLAN_STEMS: ReadonlySet<string> = new Set(
  'plan proposal paper outline draft text document framework road map roadmap blueprint memorandum memo initiative point package version copy it this that lot'
    .split(' ')
    .map(stemOf),
);
/** Words that tell versions or describe any plan, and so tell no plan from another. */
const ANY_PLAN: ReadonlySet<string> = new Set(
  'new old first second third last latest early earlier late later original initial preliminary final full whole entire revised amended updated leaked secret current present page numbered working'
    .split(' ')
    .map(stemOf),
);
/** Words by which a plan is said to be another one than the one spoken of. */
const ANOTHER = /\b(?:counter\S*|rival|alternative|separate|competing|different)\b/;

const headOf = (words: string): string =>
  (words.split(/ (?:of|on|for|about|to|between|with|by|that|which|from|called|as|in|under) /)[0] ?? '').trim();

/** "The paper on the strait", "a 19-point plan", "it": words that mean a plan, not a point of it. */
export const isPlanWords = (text: string): boolean => {
  const words = foldName(text);
  return PLAN.test(headOf(words)) && !ANOTHER.test(words);
};

/** "Point two", "annex B", "the older version": a part or copy of a plan, of the one that is spoken of. */
export const isPartOfPlan = (text: string): boolean =>
  /\b(?:point|article|clause|paragraph|section|provision|annex|version|copy|translation)s?(?: (?:\d+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[ivx]+))?$/.test(
    headOf(foldName(text)),
  );

/** Known from what was said before, or to everybody: not one that is brought up. */
export const isDefinite = (text: string): boolean =>
  /^(?:the|this|that|its|his|her|their|it|both)\b/i.test(text.trim());

const kept = new Map<string, ReadonlySet<string>>();
const MOST_KEPT = 20_000;

/** Stems of the words that say what a text is about; figures, and words that any plan is called by, left out. */
export const tellingWords = (text: string): ReadonlySet<string> => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = new Set(
    nameTokens(text)
      .filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word) && !/\d/.test(word))
      .map(stemOf)
      .filter((stem) => !PLAN_STEMS.has(stem) && !ANY_PLAN.has(stem)),
  );
  kept.set(text, made);
  return made;
};

export const countCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((one) => b.has(one)).length;

/** Words of one that all but stand in the other: two wordings of one matter. */
export const isSameMatter = (a: string, b: string): boolean => {
  const [one, other] = [tellingWords(a), tellingWords(b)];
  const shared = countCommon(one, other);
  const least = Math.min(one.size, other.size);
  return (
    least > 0 &&
    (shared === least ? shared > 1 || least === Math.max(one.size, other.size) : shared >= 3 && shared / least >= 0.6)
  );
};

import { byText } from '../model/index.ts';
import { areApart, type Nearness, sameMatter } from './matters.ts';
import type { ToldCondition } from './told-conditions.ts';

/** One condition with all that is told of it, the fullest wording first. */
export interface Node {
  readonly told: readonly ToldCondition[];
}

/** Shared words above which two wordings are one condition: a rewrite drops or changes a word in five. */
const ALIKE = 0.8;
/** So many words in common say that two are one, even of deals and documents that have nothing else in common. */
const TELLING = 5;
/** Of a condition told very often so many are compared with another that may be the same. */
const COMPARED = 24;

/** What this many conditions have in common tells nothing of any two of them. */
const COMMON = 100;
const NONE: ReadonlySet<ToldCondition[]> = new Set();

const wordSets = new Map<string, ReadonlySet<string>>();
const MOST_KEPT = 20_000;

const wordsOf = (text: string): ReadonlySet<string> => {
  const known = wordSets.get(text);
  if (known !== undefined) return known;
  if (wordSets.size >= MOST_KEPT) wordSets.clear();
  const made = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  wordSets.set(text, made);
  return made;
};

/** One wording within the other, or all but the same. */
const areAlike = (a: string, b: string): boolean => {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const least = Math.min(one.size, other.size);
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && shared / least >= (least > 3 ? ALIKE : 1);
};

const nearnessOf = (a: ToldCondition, b: ToldCondition): Nearness =>
  a.hangs !== null && a.hangs === b.hangs ? 'deal' : a.claim.document === b.claim.document ? 'document' : null;

const isSame = (a: ToldCondition, b: ToldCondition): boolean => {
  const near = nearnessOf(a, b);
  if (sameMatter(a.matter, b.matter, near) !== null) return true;
  if (!areAlike(a.text, b.text)) return false;
  const entities = new Set(a.matter.entities);
  // "First the list, then the ships", told again elsewhere: the same hangs on the same.
  const onSame = a.dependent !== null && b.dependent !== null && areAlike(a.dependent.text, b.dependent.text);
  return (
    near !== null ||
    onSame ||
    b.matter.entities.some((id) => entities.has(id)) ||
    Math.min(wordsOf(a.text).size, wordsOf(b.text).size) >= TELLING
  );
};

/** What two of one condition have in common, whatever else: only those are compared. */
const keysOf = ({ hangs, claim, matter, text }: ToldCondition): readonly string[] => [
  ...(hangs === null ? [] : [`of ${hangs}`]),
  `in ${claim.document}`,
  ...matter.entities.map((id) => `on ${id}`),
  `as ${[...wordsOf(text)].sort().join(' ')}`,
];

/**
 * Groups what claims tell into conditions: the fullest wording first, each further one joins the first condition that it is the same
 * as and that none of its wordings excludes. In the order of the fullest wordings.
 */
export const groupConditions = (all: readonly ToldCondition[]): readonly Node[] => {
  const ordered = [...all].sort(
    (a, b) =>
      b.text.length - a.text.length ||
      byText(a.text, b.text) ||
      // What is told to hang on something finds its like by that.
      Number(a.hangs === null) - Number(b.hangs === null) ||
      byText(a.claim.id, b.claim.id) ||
      (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) ||
      byText(a.hangs ?? '', b.hangs ?? ''),
  );
  const nodes: ToldCondition[][] = [];
  const byKey = new Map<string, Set<ToldCondition[]>>();
  for (const one of ordered) {
    const keys = keysOf(one);
    const near = new Set(
      keys.map((key) => byKey.get(key) ?? NONE).flatMap((known) => (known.size > COMMON ? [] : [...known])),
    );
    const fitting = [...near].find((node) => {
      const compared = node.slice(0, COMPARED);
      return (
        compared.some((other) => isSame(one, other)) && !compared.some(({ matter }) => areApart(matter, one.matter))
      );
    });
    const node = fitting ?? [];
    if (node.length === 0) nodes.push(node);
    node.push(one);
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(node));
  }
  return nodes.map((told) => ({ told }));
};

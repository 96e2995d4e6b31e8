import { diffArrays } from 'diff';
import { type Again, byText, type Reading, sha256 } from '../model/index.ts';
import type { Shared } from './near-copies.ts';
import { sketchOf } from './origins/sketch.ts';
import type { Leaf } from './pile.ts';

/** Texts of fewer words are the same by chance: "No comment.", an empty page's notice. */
const LEAST_WORDS = 8;
/** Share of the longer text's stretches from which on two texts are compared word by word. */
const LEAST_ALIKE = 0.4;
/** Words put in or left out beyond which a text is no version of another any more; the cost of comparing grows with it. */
const MOST_EDITS = 1000;
/** Share of the longer text's words that a version has of it. */
const VERSION_SHARE = 0.6;
/** Share of the longer text's words of texts that differ at their ends alone: a print version's address and date. */
const SAME_SHARE = 0.85;
/** Share of an excerpt's stretches that stand in the whole, and how much of the whole's length it has at most. */
const EXCERPT_SHARE = 0.8;
const EXCERPT_LENGTH = 0.7;

/** Documents of one text up to which each is paired with each. */
const MOST_PAIRED = 12;

interface Compared {
  readonly kind: 'same-text' | 'version' | 'excerpt';
  /** Words of the second that the first has not, and the other way round; null for an excerpt. */
  readonly edits: { readonly onlyFirst: number; readonly onlySecond: number } | null;
}

const hashes = new WeakMap<Reading, string>();

/** A hash of the words of what a document reports, whatever stands between them. */
const wordsHashOf = (leaf: Leaf): string => {
  const known =
    hashes.get(leaf.reading) ??
    sha256(
      sketchOf(leaf)
        .words.map(({ text }) => text)
        .join(' '),
    );
  hashes.set(leaf.reading, known);
  return known;
};

const compareWords = (a: readonly string[], b: readonly string[]): Compared | null => {
  const parts = diffArrays([...a], [...b], { maxEditLength: MOST_EDITS });
  if (parts === undefined) return null;
  let [same, onlyFirst, onlySecond] = [0, 0, 0];
  for (const { added, removed, count } of parts) {
    if (added) onlySecond += count;
    else if (removed) onlyFirst += count;
    else same += count;
  }
  const share = same / Math.max(a.length, b.length, 1);
  const last = parts.findLastIndex(({ added, removed }) => !added && !removed);
  const first = parts.findIndex(({ added, removed }) => !added && !removed);
  const edits = { onlyFirst, onlySecond };
  if (first === last && share >= SAME_SHARE) return { kind: 'same-text', edits };
  return share >= VERSION_SHARE ? { kind: 'version', edits } : null;
};

const compare = (a: Leaf, b: Leaf, shared: Shared | null): Compared | null => {
  if (wordsHashOf(a) === wordsHashOf(b)) return { kind: 'same-text', edits: { onlyFirst: 0, onlySecond: 0 } };
  const [first, second] = [sketchOf(a), sketchOf(b)];
  const [short, long] = [first.samples.size, second.samples.size].sort((x, y) => x - y);
  const share = shared?.share ?? 0;
  const ofLonger = (share * (short ?? 0)) / Math.max(1, long ?? 0);
  if (ofLonger >= LEAST_ALIKE) {
    const words = compareWords(
      first.words.map(({ text }) => text),
      second.words.map(({ text }) => text),
    );
    if (words !== null) return words;
  }
  const lengths = [first.words.length, second.words.length].sort((x, y) => x - y);
  const isPart = (lengths[0] ?? 0) <= (lengths[1] ?? 0) * EXCERPT_LENGTH;
  return share >= EXCERPT_SHARE && isPart ? { kind: 'excerpt', edits: null } : null;
};

const compared = new WeakMap<Reading, WeakMap<Reading, { readonly found: Compared | null }>>();

/** Two readings are laid side by side once. */
const compareOnce = (a: Leaf, b: Leaf, shared: Shared | null): Compared | null => {
  const row = compared.get(a.reading) ?? new WeakMap<Reading, { readonly found: Compared | null }>();
  compared.set(a.reading, row);
  const known = row.get(b.reading) ?? { found: compare(a, b, shared) };
  row.set(b.reading, known);
  return known.found;
};

const count = (words: number): string => `${words} ${words === 1 ? 'word' : 'words'}`;

const editsInWords = (added: number, lacks: number): string =>
  [added > 0 ? `${count(added)} more` : null, lacks > 0 ? `${count(lacks)} fewer` : null]
    .filter((part) => part !== null)
    .join(', ');

const addressesOf = ({ document }: Leaf): ReadonlySet<string> =>
  new Set([...document.paths, ...document.found.flatMap(({ field, value }) => (field === 'url' ? [value] : []))]);

/** Whether two documents are, for all that is known, of one house: a version is edited, another house's is a copy. */
const isOneHouse = (a: Leaf, b: Leaf): boolean => {
  const [left, right] = [a.document.outlet, b.document.outlet];
  if (left === null || right === null || left.toLowerCase() === right.toLowerCase()) return true;
  const addresses = addressesOf(a);
  return [...addressesOf(b)].some((address) => addresses.has(address));
};

/** How `here` looks from `there`: one line of {@link Again}. */
const againOf = (here: Leaf, there: Leaf, { kind, edits }: Compared, isFirst: boolean): Again => {
  const added = (isFirst ? edits?.onlyFirst : edits?.onlySecond) ?? 0;
  const lacks = (isFirst ? edits?.onlySecond : edits?.onlyFirst) ?? 0;
  const { id } = there.document;
  if (kind === 'excerpt') {
    const isShorter = sketchOf(here).words.length < sketchOf(there).words.length;
    return isShorter
      ? { document: id, kind: 'excerpt', added: null, lacks: null, reason: 'A3: nearly all of it stands in the other' }
      : { document: id, kind: 'whole', added: null, lacks: null, reason: 'A3: nearly all of the other stands in it' };
  }
  if (kind === 'same-text') {
    const edges = added + lacks === 0 ? '' : `, but for its ends: ${editsInWords(added, lacks)}`;
    return { document: id, kind, added, lacks, reason: `A1: the same words${edges}` };
  }
  const house = isOneHouse(here, there);
  const words = editsInWords(added, lacks);
  return house
    ? { document: id, kind: 'version', added, lacks, reason: `A2: the same report, edited: ${words}` }
    : { document: id, kind: 'copy', added, lacks, reason: `A2: the report of another house, edited: ${words}` };
};

/** Documents of the very same words, however short; each group in the order of ids. */
export const sameTexts = (pile: readonly Leaf[]): readonly (readonly Leaf[])[] => {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of pile) {
    if (sketchOf(leaf).words.length < LEAST_WORDS) continue;
    const words = wordsHashOf(leaf);
    const group = groups.get(words);
    if (group === undefined) groups.set(words, [leaf]);
    else group.push(leaf);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => byText(a.document.id, b.document.id)));
};

/** Texts in common, and with them documents of the very same words, which may be too short to be told by their stretches. */
export const withSameTexts = (shared: readonly Shared[], groups: readonly (readonly Leaf[])[]): readonly Shared[] => {
  const pairs = new Map(shared.map((one) => [`${one.a} ${one.b}`, one]));
  for (const [first, ...others] of groups) {
    for (const other of others) {
      const [a, b] = [first?.document.id ?? '', other.document.id];
      pairs.set(`${a} ${b}`, { a, b, share: 1, isCopy: true });
    }
  }
  return [...pairs.values()].sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b));
};

/**
 * Finds what came in again (rules A1 to A3): the same text in another format, an edited version, another house's copy, an excerpt.
 * Files of the same bytes are one document anyway.
 *
 * @param shared Of {@link withSameTexts}.
 * @returns By document; each list ordered by the id of the other document. Of a group of the same text each has a line for each other, in
 * a large one for its first alone; what is like one of a group is held against its first alone.
 */
export const findAgain = (
  pile: readonly Leaf[],
  shared: readonly Shared[],
  groups: readonly (readonly Leaf[])[],
): ReadonlyMap<string, readonly Again[]> => {
  const leaves = new Map(pile.map((leaf) => [leaf.document.id, leaf]));
  const found = new Map<string, Again[]>();
  const put = (a: Leaf, b: Leaf, relation: Compared): void => {
    found.set(a.document.id, [...(found.get(a.document.id) ?? []), againOf(a, b, relation, true)]);
    found.set(b.document.id, [...(found.get(b.document.id) ?? []), againOf(b, a, relation, false)]);
  };
  const firstOf = new Map(groups.flatMap((group) => group.map((leaf) => [leaf.document.id, group[0]?.document.id])));
  for (const group of groups)
    for (const [at, a] of group.entries())
      if (at === 0 || group.length <= MOST_PAIRED)
        for (const b of group.slice(at + 1)) put(a, b, { kind: 'same-text', edits: { onlyFirst: 0, onlySecond: 0 } });
  for (const pair of shared) {
    const [a, b] = [leaves.get(pair.a), leaves.get(pair.b)];
    if (!pair.isCopy || a === undefined || b === undefined) continue;
    if (![pair.a, pair.b].every((id) => (firstOf.get(id) ?? id) === id)) continue;
    const relation = compareOnce(a, b, pair);
    if (relation !== null) put(a, b, relation);
  }
  return new Map([...found].map(([id, list]) => [id, list.sort((x, y) => byText(x.document, y.document))]));
};

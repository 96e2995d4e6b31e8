import { byText, type Span } from '../../model/index.ts';
import type { CopiedPassage, Derivation, OriginFinder, OriginPath } from '../derive-origins.ts';
import type { Shared } from '../near-copies.ts';
import { evidenceAt, type Leaf } from '../pile.ts';
import type { Bearer } from '../resolve-entities.ts';
import type { Sourcing } from '../sourcing.ts';
import { sharedPassages } from './shared-passages.ts';

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

const RANK: Readonly<Record<Derivation['basis'], number>> = { statement: 0, own: 1, cited: 2, implied: 3, unknown: 4 };

/** Who had the words first: a statement before reports on it, who knows its source before who does not, then by date. */
const byPrecedence =
  (pile: readonly Leaf[], derived: readonly Derivation[]) =>
  (a: number, b: number): number => {
    const [left, right] = [derived[a], derived[b]];
    const [one, other] = [pile[a]?.document, pile[b]?.document];
    const isStatement = (derivation: Derivation | undefined): number => (derivation?.basis === 'statement' ? 0 : 1);
    const isUnknown = (derivation: Derivation | undefined): number => ((derivation?.paths.length ?? 0) === 0 ? 1 : 0);
    return (
      isStatement(left) - isStatement(right) ||
      isUnknown(left) - isUnknown(right) ||
      // Texts without a date last, so that the order holds among any three.
      byText(one?.published ?? '~', other?.published ?? '~') ||
      RANK[left?.basis ?? 'unknown'] - RANK[right?.basis ?? 'unknown'] ||
      byText(one?.id ?? '', other?.id ?? '')
    );
  };

/** A stretch in documents of another story too is a house's set words, and tells of no copying. */
const isBoilerplate = (stretches: readonly number[], stories: (stretch: number) => number): boolean => {
  const kept = stretches.map(stories).filter((count) => count > 0);
  return kept.filter((count) => count > 1).length * 2 > kept.length;
};

/** What is asked about the pile. */
export interface AskPile {
  readonly pile: readonly Leaf[];
  readonly sourcing: readonly Sourcing[];
  readonly derived: readonly Derivation[];
  readonly storyOf: (index: number) => number;
  /** On how many stories a stretch stands; 0 for one that is not kept. */
  readonly storiesWith: (stretch: number) => number;
  readonly finder: Pick<OriginFinder, 'follow'>;
}

/**
 * Gives each document the passages that it has from others of its story, with what they rest on there (rule O20): the outlet cited
 * in that passage, else what the passage was itself copied from, else what the other document rests on.
 */
export const withCopiedPassages = (
  { pile, sourcing, derived, storyOf, storiesWith, finder }: AskPile,
  pairs: readonly Shared[],
): readonly Derivation[] => {
  const places = new Map(pile.map((leaf, index) => [leaf.document.id, index]));
  const order = byPrecedence(pile, derived);
  const sources = new Map<number, number[]>();
  for (const pair of pairs) {
    const [a, b] = [places.get(pair.a), places.get(pair.b)];
    if (a === undefined || b === undefined || storyOf(a) !== storyOf(b)) continue;
    const [early, late] = order(a, b) <= 0 ? [a, b] : [b, a];
    const known = sources.get(late);
    if (known === undefined) sources.set(late, [early]);
    else known.push(early);
  }
  const copied = new Map<number, readonly CopiedPassage[]>();
  /** What a passage rests on in the document that it was taken from. */
  const restsOn = (source: number, there: Span): readonly OriginPath[] => {
    const own = copied.get(source)?.filter(({ extent }) => overlaps(extent, there)) ?? [];
    const cited = sourcing[source]?.cited.filter((one) => one.kind !== 'earlier' && overlaps(one.extent, there)) ?? [];
    if (cited.length > 0) return cited.flatMap((one) => finder.follow(one, source));
    return own.length > 0 ? own.flatMap(({ paths }) => paths) : (derived[source]?.paths ?? []);
  };
  for (const late of [...sources.keys()].sort(order)) {
    const leaf = pile[late];
    const from = [...(sources.get(late) ?? [])].sort(order);
    if (leaf === undefined || derived[late]?.basis === 'statement') continue;
    const passages: CopiedPassage[] = [];
    for (const source of from) {
      const other = pile[source];
      if (other === undefined) continue;
      for (const { here, there, stretches, words } of sharedPassages(leaf, other)) {
        if (passages.some(({ extent }) => overlaps(extent, here)) || isBoilerplate(stretches, storiesWith)) continue;
        const paths = passedOn(leaf, here, words, restsOn(source, there), sourcing[late]?.own ?? null);
        if (paths.length > 0) passages.push({ extent: here, paths });
      }
    }
    if (passages.length > 0)
      copied.set(
        late,
        passages.sort((a, b) => a.extent[0] - b.extent[0]),
      );
  }
  return derived.map((one, index) => {
    const found = copied.get(index);
    return found === undefined ? one : { ...one, copied: found };
  });
};

const passedOn = (
  leaf: Leaf,
  here: Span,
  words: number,
  paths: readonly OriginPath[],
  own: Bearer | null,
): readonly OriginPath[] => {
  const evidence = evidenceAt(leaf, here);
  const seen = new Map<string, OriginPath>();
  for (const path of paths)
    seen.set(path.origin.id, {
      ...path,
      links: own === null || path.links.includes(own) ? path.links : [...path.links, own],
      form: 'implied',
      reason: `O20: ${words} words of this passage stand alike in a report that rests on ${path.origin.name}`,
      evidence: evidence === null ? [] : [evidence],
    });
  return [...seen.values()].sort((a, b) => byText(a.origin.id, b.origin.id));
};

import type { Reading, Span } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';
import type { OutletsOf } from '../find-outlets.ts';
import { type Leaf, wordsAt } from '../pile.ts';
import type { Bearer, Bearers } from '../resolve-entities.ts';
import type { Cited } from '../sourcing.ts';
import { type HouseSort, Houses, sortOf } from './houses.ts';
import { relayOf } from './is-relayed.ts';
import { Reporters } from './reporters.ts';
import { Statements } from './statements.ts';
import { wordsOf } from './words-of.ts';

/** What a document says of outlets of the pile by their names, beside what its reading found. */
export interface HouseCitations {
  readonly cited: readonly Cited[];
  /** Sentences in which it names its own outlet as the one that was told or found out. */
  readonly ownVoice: readonly Span[];
}

/** The sentence around a place; the line where no sentence is known. */
const sentenceAt = (leaf: Leaf, offset: number): Span => {
  const { sentences } = leaf.reading;
  const at = lowerBound(sentences.length, (i) => (sentences[i]?.[1] ?? 0) <= offset);
  const sentence = sentences[at];
  if (sentence !== undefined && sentence[0] <= offset) return sentence;
  const { text } = leaf.document;
  const end = text.indexOf('\n', offset);
  return [text.lastIndexOf('\n', offset) + 1, end < 0 ? text.length : end];
};

/** "The newspaper", "the agency's report": an outlet named elsewhere. "This newspaper" is the document's own. */
const GENERIC =
  /\b[Tt]he (?<sort>(?:news |press |wire )?(?:agency|service)|newswire|wire|newspaper|paper|daily|magazine|weekly|broadcaster|television|channel|station|website|site|portal|outlet|publication)(?=[’',.:;]|\s)/gu;

/** Those of the pile whom its documents may pass on, known by their names. */
export interface StorySources {
  readonly houses: Houses;
  readonly reporters: Reporters;
  readonly statements: Statements;
}

/** Gathers them from all documents; `stories` holds the story of each. */
export const storySources = (
  pile: readonly Leaf[],
  outlets: readonly OutletsOf[],
  bearers: Pick<Bearers, 'ofChain' | 'ofLocal'>,
  stories: readonly number[],
): StorySources => {
  const houses = new Houses(pile, outlets, bearers, stories);
  const isHouse = (bearer: Bearer): boolean => houses.of(bearer) !== null;
  return {
    houses,
    reporters: new Reporters(pile, outlets, bearers, stories),
    statements: new Statements(pile, outlets, bearers, stories, isHouse),
  };
};

const citing = (
  outlet: Bearer,
  extent: Span,
  span: Span,
  how: { readonly isTold?: boolean; readonly isStatement?: boolean } = {},
): Cited => ({
  kind: 'cites',
  outlet,
  by: null,
  isByOwn: false,
  isTold: false,
  isStatement: false,
  ...how,
  extent,
  span,
});

/**
 * Finds where a document passes on what outlets of its story report, or what bodies state (rules O15 to O17).
 *
 * @param own The document's own outlets.
 */
export const houseCitations = (
  leaf: Leaf,
  index: number,
  { houses, reporters, statements }: StorySources,
  own: ReadonlySet<Bearer>,
): HouseCitations => {
  const cited: Cited[] = [];
  const ownVoice: Span[] = [];
  const words = wordsOf(leaf);
  for (const { house, span } of houses.mentionsIn(leaf, index, words)) {
    const extent = sentenceAt(leaf, span[0]);
    const relay = relayOf(wordsAt(leaf, extent), [span[0] - extent[0], span[1] - extent[0]]);
    if (relay === 'none') continue;
    if (!own.has(house.bearer)) cited.push(citing(house.bearer, extent, span, { isTold: relay === 'told' }));
    else if (relay === 'told') ownVoice.push(extent);
  }
  for (const { bearer, span } of reporters.mentionsIn(index, words))
    if (!own.has(bearer)) cited.push(citing(bearer, sentenceAt(leaf, span[0]), span));
  const unnamed = genericCitations(leaf, index, houses, cited);
  const stated = statements
    .mentionsIn(leaf, index)
    .map(({ bearer, extent, span }) => citing(bearer, extent, span, { isStatement: true }));
  return { cited: [...cited, ...unnamed, ...stated].sort((a, b) => a.span[0] - b.span[0]), ownVoice };
};

const isReporting = (leaf: Leaf, offset: number): boolean =>
  leaf.reading.blocks.some(
    (block) =>
      block.start <= offset &&
      offset < block.end &&
      (block.kind === 'body' || block.kind === 'turn' || block.kind === 'headline'),
  );

const generics = new WeakMap<Reading, readonly RegExpExecArray[]>();

/** Where a document says "the agency"; looked for once. */
const genericIn = (leaf: Leaf): readonly RegExpExecArray[] => {
  const found = generics.get(leaf.reading) ?? [...leaf.document.text.matchAll(GENERIC)];
  generics.set(leaf.reading, found);
  return found;
};

/** "The agency" where exactly one house could be meant: of that sort and named before it, or the only one of its sort on the story. */
const genericCitations = (leaf: Leaf, index: number, houses: Houses, named: readonly Cited[]): readonly Cited[] => {
  const found: Cited[] = [];
  for (const match of genericIn(leaf)) {
    const sort: HouseSort | null = sortOf(match.groups?.sort ?? '');
    const start = match.index + 4;
    if (sort === null || !isReporting(leaf, start)) continue;
    const span: Span = [start, match.index + match[0].length];
    const extent = sentenceAt(leaf, start);
    // A name beside it says which one is meant.
    if (/^\s+["“„«]?\p{Lu}/u.test(leaf.document.text.slice(span[1], span[1] + 4))) continue;
    const relay = relayOf(wordsAt(leaf, extent), [span[0] - extent[0], span[1] - extent[0]]);
    if (relay === 'none' || named.some((one) => one.extent[0] === extent[0])) continue;
    const before = new Set(named.filter((one) => one.span[0] < start).map((one) => one.outlet));
    const ofSort = houses.ofSort(sort, index).map((house) => house.bearer);
    const fitting = [...before].filter((bearer) => {
      const sorts = houses.of(bearer)?.sorts;
      return sorts === undefined || sorts.size === 0 || sorts.has(sort);
    });
    const sure = fitting.filter((bearer) => ofSort.includes(bearer));
    const meant = sure.length > 0 ? sure : fitting.length > 0 ? fitting : ofSort;
    const [outlet] = meant;
    if (outlet === undefined || meant.length > 1) continue;
    found.push(citing(outlet, extent, span, { isTold: relay === 'told' }));
  }
  return found;
};

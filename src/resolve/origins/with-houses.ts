import type { Span } from '../../model/index.ts';
import type { Leaf } from '../pile.ts';
import { type Cited, isFirstToReport, type Sourcing } from '../sourcing.ts';
import type { HouseCitations } from './house-citations.ts';
import type { Houses } from './houses.ts';

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/**
 * What a document says of its sources, with what the names of the pile's outlets add to its reading (rules O9, O16).
 *
 * A name read as another's part ("Varsen" in "Varsen Notebook") is the whole name's. What an outlet reported "earlier" is no
 * background where its report of this very story is in the pile.
 */
export const withHouses = (
  leaf: Leaf,
  index: number,
  sourcing: Sourcing,
  found: HouseCitations,
  houses: Houses,
  storyOf: (index: number) => number,
): Sourcing => {
  const ours = (one: Cited): boolean => {
    const house = houses.of(one.outlet);
    return house !== null && [...house.leaves].some((other) => other !== index && storyOf(other) === storyOf(index));
  };
  const read = sourcing.cited.map((one): Cited => {
    const named = found.cited.find((other) => overlaps(other.span, one.span));
    const outlet = named?.outlet ?? one.outlet;
    const isStory = one.kind === 'earlier' && ours({ ...one, outlet }) && !isFirstToReport(leaf, one);
    return { ...one, outlet, isTold: named?.isTold ?? false, kind: isStory ? 'cites' : one.kind };
  });
  const more = found.cited.filter((one) => !read.some((other) => overlaps(other.span, one.span)));
  return {
    ...sourcing,
    cited: [...read, ...more].sort((a, b) => a.span[0] - b.span[0]),
    ownVoice: [...sourcing.ownVoice, ...found.ownVoice].sort((a, b) => a[0] - b[0]),
  };
};

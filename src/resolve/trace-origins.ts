import { type Again, Kept, Steady } from '../model/index.ts';
import { type Derivation, OriginFinder, type OriginName, type OriginPath } from './derive-origins.ts';
import { findAgain, sameTexts, withSameTexts } from './find-again.ts';
import type { OutletsOf } from './find-outlets.ts';
import { joinCopies } from './join-copies.ts';
import { CopyIndex } from './near-copies.ts';
import { withCopiedPassages } from './origins/copied-passages.ts';
import { houseCitations, storySources } from './origins/house-citations.ts';
import { OriginNames } from './origins/origin-names.ts';
import { OwnArticles } from './origins/own-articles.ts';
import { withHouses } from './origins/with-houses.ts';
import type { Leaf } from './pile.ts';
import type { AskOrigins } from './questions.ts';
import type { Bearer, Bearers } from './resolve-entities.ts';
import { type Cited, type Sourcing, sourcingOf } from './sourcing.ts';
import { StoryGrouper, type StoryTerms, storyTerms } from './stories/index.ts';

/** Where the reporting of one document comes from. */
export interface Traced {
  readonly sourcing: Sourcing;
  /** What it rests on as a whole. */
  readonly whole: Derivation;
  /** All that it rests on, in whole or in passages. */
  readonly rests: readonly OriginPath[];
}

/** Where the reporting of a pile comes from. */
export interface Traces extends AskOrigins {
  /** By place in the pile. */
  readonly of: readonly Traced[];
  /** Documents that came in again, by place in the pile. */
  readonly again: readonly (readonly Again[])[];
}

/** An answer that is worked out once a run, and stays the same object as in the last run where it is the same. */
class Answers<Key, T> {
  readonly #steady = new Steady<Key, T>();
  #now = new Map<Key, T>();

  begin(): void {
    this.#steady.begin();
    this.#now = new Map();
  }

  of(key: Key, make: () => T): T {
    const known = this.#now.get(key);
    if (known !== undefined) return known;
    const made = this.#steady.put(key, make());
    this.#now.set(key, made);
    return made;
  }
}

/** Traces the origins of a pile (rules O1 to O20), run after run; what came out the same stays the same objects. */
export class OriginTracer {
  readonly #terms = new Kept<string, object, StoryTerms>();
  readonly #stories = new StoryGrouper();
  readonly #copies = new CopyIndex();
  readonly #sourcing = new Steady<string, Sourcing>();
  readonly #traced = new Steady<string, Traced>();
  readonly #again = new Steady<string, readonly Again[]>();
  readonly #paths = new Answers<Cited, readonly OriginPath[]>();
  readonly #names = new Answers<string, OriginName>();

  trace(pile: readonly Leaf[], outlets: readonly OutletsOf[], bearers: Bearers): Traces {
    this.#terms.begin({});
    const stories = this.#stories.group(
      pile.map((leaf) => this.#terms.of(leaf.document.id, [leaf], () => storyTerms(leaf.document, leaf.reading))),
    );
    const articles = new OwnArticles(pile, outlets, bearers);
    const sources = storySources(pile, outlets, bearers, stories);
    this.#sourcing.begin();
    const sourcing = outlets.flatMap((found, index): readonly Sourcing[] => {
      const leaf = pile[index];
      if (leaf === undefined) return [];
      const told = sourcingOf(bearers, found, leaf.document.id);
      const isNobodys = told.own === null && told.copyOf === null && told.statementOf === null;
      const read = isNobodys ? { ...told, own: articles.outletOf(leaf) } : told;
      const own = new Set([read.own, read.copyOf, ...read.ownElsewhere].flatMap((one) => one ?? []));
      const housed = houseCitations(leaf, index, sources, own);
      const all = withHouses(leaf, index, read, housed, sources.houses, (other) => stories[other] ?? other);
      return [this.#sourcing.put(leaf.document.id, all)];
    });
    const names = new OriginNames(pile, stories, sourcing);
    const finder = new OriginFinder(pile, sourcing, bearers, names.originOf);
    const groups = sameTexts(pile);
    const shared = withSameTexts(this.#copies.find(pile), groups);
    const again = findAgain(pile, shared, groups);
    const joined = joinCopies(
      pile,
      sourcing,
      pile.map((_, index) => finder.derive(index)),
      shared,
    );
    const storyOf = (index: number): number => stories[index] ?? index;
    const at = new Map(pile.map((leaf, index) => [leaf.document.id, index]));
    const storiesWith = (stretch: number): number =>
      new Set(this.#copies.holdersOf(stretch).map((id) => storyOf(at.get(id) ?? -1))).size;
    const derived = withCopiedPassages({ pile, sourcing, derived: joined, storyOf, storiesWith, finder }, shared);
    this.#traced.begin();
    const traced = sourcing.map((one, index): Traced => {
      const whole = derived[index] ?? { basis: 'unknown', paths: [] };
      const rests = finder.deriveAll(index, whole);
      return this.#traced.put(pile[index]?.document.id ?? '', { sourcing: one, whole, rests });
    });
    this.#paths.begin();
    this.#names.begin();
    this.#again.begin();
    return {
      of: traced,
      again: pile.map(({ document }) => this.#again.put(document.id, again.get(document.id) ?? [])),
      follow: (cited, document) => this.#paths.of(cited, () => finder.follow(cited, at.get(document) ?? -1)),
      originOf: (bearer: Bearer, document) =>
        this.#names.of(`${document} ${bearer.id}`, () => names.originOf(bearer, at.get(document) ?? -1)),
    };
  }
}

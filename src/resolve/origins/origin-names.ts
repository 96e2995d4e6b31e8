import { contentId, type Origin } from '../../model/index.ts';
import type { OriginName } from '../derive-origins.ts';
import type { Leaf } from '../pile.ts';
import type { Bearer } from '../resolve-entities.ts';
import type { Sourcing } from '../sourcing.ts';

/**
 * Tells the origins of one outlet apart by story (rule O4): an outlet that reports a fire and a trial has found out two things,
 * and two documents that cite it on either share no origin.
 */
export class OriginNames {
  readonly #pile: readonly Leaf[];
  readonly #stories: readonly number[];
  /** Stories on which a bearer is somebody's source. */
  readonly #storiesOf = new Map<string, Set<number>>();

  /** @param stories The story of each document. */
  constructor(pile: readonly Leaf[], stories: readonly number[], sourcing: readonly Sourcing[]) {
    this.#pile = pile;
    this.#stories = stories;
    sourcing.forEach((one, index) => {
      const all = [one.own, one.copyOf, one.statementOf, ...one.ownElsewhere, ...one.cited.map(({ outlet }) => outlet)];
      for (const bearer of all) {
        if (bearer === null) continue;
        const known = this.#storiesOf.get(bearer.id) ?? new Set();
        known.add(stories[index] ?? index);
        this.#storiesOf.set(bearer.id, known);
      }
    });
  }

  /** The story of a document: the place in the pile of its first. */
  storyOf(index: number): number {
    return this.#stories[index] ?? index;
  }

  /** The origin that a bearer is for a document. Its id tells the story only where the bearer has several. */
  readonly originOf = (bearer: Bearer, index: number, kind: Origin['kind'] = 'outlet'): OriginName => {
    const isOnly = (this.#storiesOf.get(bearer.id)?.size ?? 1) < 2;
    const story = this.#pile[this.storyOf(index)]?.document.id ?? '';
    return {
      id: isOnly ? contentId('origin', bearer.id) : contentId('origin', bearer.id, story),
      name: bearer.name,
      kind,
      entity: bearer.entity?.id ?? null,
    };
  };
}

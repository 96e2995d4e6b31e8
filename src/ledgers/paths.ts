import { byText, type Tie } from '../model/index.ts';
import { entityOf } from './personas.ts';

/** Longest path from a negotiator to someone who gains. */
const MAX_HOPS = 4;
/**
 * A way through somebody whom everybody is tied to says nothing. The further ties of all stepping stones, multiplied, are in
 * how many ways one could have gone on; past this the path is no pattern. It also bounds the paths from one negotiator, so
 * that their number grows with the ties and not with their square.
 */
const MAX_WAYS = 40;

/** A tie as a step from one node to another. A node is an entity, or the part of a person that one set of documents tells of. */
export interface Step {
  readonly tie: Tie;
  readonly from: string;
  readonly to: string;
}

export interface Path {
  readonly hops: readonly Step[];
  /** Strength of its weakest hop. */
  readonly strength: number;
  /** Further ties of the stepping stones, multiplied. */
  readonly ways: number;
}

interface Steps {
  readonly steps: readonly Step[];
  /** How many others are reached by them. */
  readonly ways: number;
}

/** Both ways of every tie by where it starts, in the order of the ties' ids. */
export class TieGraph {
  readonly #next: ReadonlyMap<string, Steps>;
  readonly #strength: (tie: Tie) => number;
  readonly #isStone: (entity: string, into: Tie, out: Tie) => boolean;

  /**
   * @param nodesOf The nodes that a tie joins at one of its ends.
   * @param strength How much speaks for a tie; a path is as strong as its weakest hop.
   * @param isStone Whether a path may go on through an entity from one tie to another.
   */
  constructor(
    ties: readonly Tie[],
    nodesOf: (tie: Tie, entity: string) => readonly string[],
    strength: (tie: Tie) => number,
    isStone: (entity: string, into: Tie, out: Tie) => boolean,
  ) {
    const next = new Map<string, Step[]>();
    const link = (tie: Tie, from: string, to: string): void => {
      const known = next.get(from);
      if (known === undefined) next.set(from, [{ tie, from, to }]);
      else known.push({ tie, from, to });
    };
    for (const tie of [...ties].sort((a, b) => byText(a.id, b.id))) {
      for (const from of nodesOf(tie, tie.from)) {
        for (const to of nodesOf(tie, tie.to)) {
          link(tie, from, to);
          link(tie, to, from);
        }
      }
    }
    this.#next = new Map(
      [...next].map(([from, steps]) => [from, { steps, ways: new Set(steps.map(({ to }) => to)).size }]),
    );
    this.#strength = strength;
    this.#isStone = isStone;
  }

  has(node: string): boolean {
    return this.#next.has(node);
  }

  /**
   * The ways to everyone within reach: the shortest, of those the strongest; then a longer one only if it is stronger. Of
   * equal ones the one with the fewest ways off it, then the first by tie ids. None goes through one entity twice.
   */
  from(start: string): ReadonlyMap<string, readonly Path[]> {
    const found = new Map<string, Path[]>();
    let edge = new Map<string, Path>([[start, { hops: [], strength: Number.POSITIVE_INFINITY, ways: 1 }]]);
    for (let depth = 0; depth < MAX_HOPS && edge.size > 0; depth++) {
      const reached = new Map<string, Path>();
      for (const [node, path] of edge) {
        const onward = this.#next.get(node);
        if (onward === undefined) continue;
        // Where the path starts does not count: all ties of a negotiator matter. One way on is the one that is taken.
        const ways = path.hops.length === 0 ? 1 : path.ways * Math.max(1, onward.ways - 1);
        if (ways > MAX_WAYS) continue;
        const into = path.hops.at(-1)?.tie;
        for (const step of onward.steps) {
          if (into !== undefined && !this.#isStone(entityOf(node), into, step.tie)) continue;
          const to = entityOf(step.to);
          if (path.hops.some(({ from }) => entityOf(from) === to) || entityOf(start) === to) continue;
          const strength = Math.min(path.strength, this.#strength(step.tie));
          if (strength <= (found.get(step.to)?.at(-1)?.strength ?? Number.NEGATIVE_INFINITY)) continue;
          const rival = reached.get(step.to);
          if (rival !== undefined && (rival.strength - strength || ways - rival.ways) >= 0) continue;
          reached.set(step.to, { hops: [...path.hops, step], strength, ways });
        }
      }
      for (const [node, path] of reached) found.set(node, [...(found.get(node) ?? []), path]);
      edge = reached;
    }
    return found;
  }
}

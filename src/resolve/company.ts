import type { LocalEntity } from './local-entities.ts';
import { companyKey, type Profile } from './profile.ts';

/** Who is named together with whom: persons by full name and bodies, by document. */
export class Company {
  readonly #keysOfLeaf: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(locals: readonly LocalEntity[]) {
    const keys = new Map<string, Set<string>>();
    for (const local of locals) {
      const key = companyKey(local);
      if (key === null) continue;
      const known = keys.get(local.leaf) ?? new Set<string>();
      keys.set(local.leaf, known.add(key));
    }
    this.#keysOfLeaf = keys;
  }

  /**
   * How many others both profiles are named together with, in different documents. Their own names are passed over.
   *
   * @param most Counting stops here: more says nothing further.
   */
  shared(a: Profile, b: Profile, own: ReadonlySet<string>, most = 3): number {
    const [small, large] = a.leaves.size <= b.leaves.size ? [a, b] : [b, a];
    const near = new Set<string>();
    for (const leaf of small.leaves)
      for (const key of this.#keysOfLeaf.get(leaf) ?? []) if (!own.has(key)) near.add(key);
    let shared = 0;
    const counted = new Set<string>();
    for (const leaf of large.leaves) {
      for (const key of this.#keysOfLeaf.get(leaf) ?? []) {
        if (!near.has(key) || counted.has(key)) continue;
        counted.add(key);
        shared++;
        if (shared >= most) return shared;
      }
    }
    return shared;
  }
}

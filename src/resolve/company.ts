import type { LocalEntity } from './local-entities.ts';
import { companyKey, type Profile } from './profile.ts';

/** Persons by full name and bodies that a document names. */
export const companyOf = (locals: readonly LocalEntity[]): ReadonlySet<string> =>
  new Set(locals.flatMap((local) => companyKey(local) ?? []));

/** Who is named together with whom: persons by full name and bodies, by document. */
export class Company {
  readonly #keysOfLeaf: ReadonlyMap<string, ReadonlySet<string>>;

  /** @param keysOfLeaf Of each document those whom it names, see {@link companyOf}. */
  constructor(keysOfLeaf: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#keysOfLeaf = keysOfLeaf;
  }

  /** How many others a profile is named together with. @param most Counting stops here. */
  count({ leaves }: Profile, own: ReadonlySet<string>, most: number): number {
    const others = new Set<string>();
    for (const leaf of leaves)
      for (const key of this.#keysOfLeaf.get(leaf) ?? []) {
        if (!own.has(key)) others.add(key);
        if (others.size >= most) return most;
      }
    return others.size;
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

/** Disjoint sets of the numbers 0 to n-1: union by the smaller root, so that the result does not depend on the order of joins. */
export class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index);
  }

  /** The smallest member of the set that holds `member`. */
  find(member: number): number {
    let root = member;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    for (let at = member; at !== root; ) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  /** Joins two sets and returns the root of the whole. */
  join(a: number, b: number): number {
    const [left, right] = [this.find(a), this.find(b)];
    const [root, other] = left < right ? [left, right] : [right, left];
    this.#parents[other] = root;
    return root;
  }

  /** The sets with their members in order, by their smallest member. */
  groups(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (let member = 0; member < this.#parents.length; member++) {
      const root = this.find(member);
      const group = groups.get(root) ?? [];
      group.push(member);
      groups.set(root, group);
    }
    return [...groups.values()];
  }
}

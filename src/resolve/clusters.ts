import { DisjointSets } from './disjoint-sets.ts';
import type { LocalEntity } from './local-entities.ts';
import { type NameSet, profileOfSet } from './name-set.ts';
import { type Profile, profileOf, speaksAgainst, uniteProfiles } from './profile.ts';

/** Locals taken together so far, with the profile of each set and the reasons of its joins. Sets are named by their smallest member. */
export class Clusters {
  readonly #locals: readonly LocalEntity[];
  readonly #sets: DisjointSets;
  readonly #members = new Map<number, readonly number[]>();
  readonly #profiles = new Map<number, Profile>();
  /** Sets whose profile was put together here and is nobody else's. */
  readonly #owned = new Set<number>();
  readonly #reasons = new Map<number, readonly string[]>();
  /** Of a set, the members of other sets that people keep it apart from (rule D5). */
  readonly #foes = new Map<number, readonly number[]>();

  constructor(locals: readonly LocalEntity[]) {
    this.#locals = locals;
    this.#sets = new DisjointSets(locals.length);
  }

  /** Sets as an earlier pass left them. @param order The place of each local in the order of the pile. */
  static of(
    sets: readonly NameSet[],
    order: (local: LocalEntity) => number,
  ): { readonly clusters: Clusters; readonly memberOf: (set: NameSet) => number } {
    const placed = sets.flatMap((set) => set.members.map((local) => ({ local, set, at: order(local) })));
    placed.sort((a, b) => a.at - b.at);
    const clusters = new Clusters(placed.map(({ local }) => local));
    const members = new Map<NameSet, number[]>();
    placed.forEach(({ set }, member) => {
      const known = members.get(set);
      if (known === undefined) members.set(set, [member]);
      else known.push(member);
    });
    for (const [set, own] of members) clusters.#take(set, own);
    return { clusters, memberOf: (set) => members.get(set)?.[0] ?? -1 };
  }

  #take(set: NameSet, members: readonly number[]): void {
    const [root, ...others] = members;
    if (root === undefined) return;
    for (const other of others) this.#sets.join(root, other);
    this.#members.set(root, members);
    this.#profiles.set(root, profileOfSet(set));
    this.#reasons.set(root, set.reasons);
  }

  /** The sets as they stand, those that this pass did not touch as the objects that they were. */
  sets(): readonly NameSet[] {
    return this.roots().map((root) => ({
      members: [...this.members(root)].sort((a, b) => a - b).map((member) => this.local(member)),
      reasons: this.reasons(root),
    }));
  }

  get locals(): readonly LocalEntity[] {
    return this.#locals;
  }

  local(member: number): LocalEntity {
    const local = this.#locals[member];
    if (local === undefined) throw new RangeError(`no local ${member}`);
    return local;
  }

  root(member: number): number {
    return this.#sets.find(member);
  }

  members(root: number): readonly number[] {
    return this.#members.get(root) ?? [root];
  }

  reasons(root: number): readonly string[] {
    return [...new Set(this.#reasons.get(root) ?? [])].sort();
  }

  profile(member: number): Profile {
    const root = this.root(member);
    const known = this.#profiles.get(root);
    if (known !== undefined) return known;
    const profile = profileOf(this.members(root).map((one) => this.local(one)));
    this.#profiles.set(root, profile);
    return profile;
  }

  /** Keeps two sets apart whatever names say (rule D5). */
  keepApart(a: number, b: number): void {
    for (const [one, other] of [
      [this.root(a), b],
      [this.root(b), a],
    ] as const)
      this.#foes.set(one, [...(this.#foes.get(one) ?? []), other]);
  }

  /** Whether people decided that two sets are not, or may not be, one bearer. */
  areKeptApart(a: number, b: number): boolean {
    if (this.#foes.size === 0) return false;
    const [left, right] = [this.root(a), this.root(b)];
    return (this.#foes.get(left) ?? []).some((foe) => this.root(foe) === right);
  }

  /** Joins without asking what names say against it; not what people keep apart. */
  join(a: number, b: number, reason: string | null): void {
    const [left, right] = [this.root(a), this.root(b)];
    if (left === right || this.areKeptApart(left, right)) return;
    const foes = [...(this.#foes.get(left) ?? []), ...(this.#foes.get(right) ?? [])];
    const members = (this.#members.get(left) as number[] | undefined) ?? [left];
    for (const member of this.members(right)) members.push(member);
    const reasons = [
      ...(this.#reasons.get(left) ?? []),
      ...(this.#reasons.get(right) ?? []),
      ...(reason === null ? [] : [reason]),
    ];
    const profile = this.#unite(left, right);
    for (const root of [left, right]) {
      this.#members.delete(root);
      this.#profiles.delete(root);
      this.#owned.delete(root);
      this.#reasons.delete(root);
      this.#foes.delete(root);
    }
    const root = this.#sets.join(left, right);
    this.#members.set(root, members);
    this.#reasons.set(root, reasons);
    if (profile !== null) {
      this.#profiles.set(root, profile);
      this.#owned.add(root);
    }
    if (foes.length > 0) this.#foes.set(root, foes);
  }

  /** The profile of both, where both were asked for before: else it is gathered when it is. */
  #unite(left: number, right: number): Profile | null {
    const [a, b] = [this.#profiles.get(left), this.#profiles.get(right)];
    if (a === undefined || b === undefined) return null;
    const [into, isOwned, other] =
      a.leaves.size >= b.leaves.size ? [a, this.#owned.has(left), b] : [b, this.#owned.has(right), a];
    const own = isOwned ? into : { ...into, roles: new Set(into.roles), leaves: new Set(into.leaves) };
    return { ...uniteProfiles(own, other), class: a.class };
  }

  /** Joins two sets unless something speaks against it (rule S1). */
  joinUnlessAgainst(a: number, b: number, reason: string): boolean {
    if (this.root(a) === this.root(b)) return true;
    if (this.areKeptApart(a, b) || speaksAgainst(this.profile(a), this.profile(b)) !== null) return false;
    this.join(a, b, reason);
    return true;
  }

  roots(): readonly number[] {
    return this.#locals.map((_, member) => member).filter((member) => this.root(member) === member);
  }
}

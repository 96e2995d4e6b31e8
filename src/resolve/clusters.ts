import { DisjointSets } from './disjoint-sets.ts';
import type { LocalEntity } from './local-entities.ts';
import { type Profile, profileOf, speaksAgainst } from './profile.ts';

/** Locals taken together so far, with the profile of each set and the reasons of its joins. Sets are named by their smallest member. */
export class Clusters {
  readonly #locals: readonly LocalEntity[];
  readonly #sets: DisjointSets;
  readonly #members = new Map<number, readonly number[]>();
  readonly #profiles = new Map<number, Profile>();
  readonly #reasons = new Map<number, readonly string[]>();

  constructor(locals: readonly LocalEntity[]) {
    this.#locals = locals;
    this.#sets = new DisjointSets(locals.length);
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

  /** Joins without asking what speaks against it. */
  join(a: number, b: number, reason: string | null): void {
    const [left, right] = [this.root(a), this.root(b)];
    if (left === right) return;
    const members = [...this.members(left), ...this.members(right)];
    const reasons = [
      ...(this.#reasons.get(left) ?? []),
      ...(this.#reasons.get(right) ?? []),
      ...(reason === null ? [] : [reason]),
    ];
    for (const root of [left, right]) {
      this.#members.delete(root);
      this.#profiles.delete(root);
      this.#reasons.delete(root);
    }
    const root = this.#sets.join(left, right);
    this.#members.set(root, members);
    this.#reasons.set(root, reasons);
  }

  /** Joins two sets unless something speaks against it (rule S1). */
  joinUnlessAgainst(a: number, b: number, reason: string): boolean {
    if (this.root(a) === this.root(b)) return true;
    if (speaksAgainst(this.profile(a), this.profile(b)) !== null) return false;
    this.join(a, b, reason);
    return true;
  }

  roots(): readonly number[] {
    return this.#locals.map((_, member) => member).filter((member) => this.root(member) === member);
  }
}

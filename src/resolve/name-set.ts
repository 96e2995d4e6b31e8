import type { LocalEntity } from './local-entities.ts';
import { type Profile, profileOf } from './profile.ts';

/**
 * Locals taken as one so far, in the order of the pile. Made anew whenever its members, or who is named beside them in their
 * documents, change; so whatever is worked out from it holds as long as it is the same object.
 */
export interface NameSet {
  /** Never empty. */
  readonly members: readonly LocalEntity[];
  /** Why they were joined, ordered. */
  readonly reasons: readonly string[];
}

const profiles = new WeakMap<NameSet, Profile>();

/** The profile of a set, gathered once. */
export const profileOfSet = (set: NameSet): Profile => {
  const known = profiles.get(set);
  if (known !== undefined) return known;
  const made = profileOf(set.members);
  profiles.set(set, made);
  return made;
};

const outletLeaves = new WeakMap<NameSet, ReadonlySet<string>>();

/** Documents that name a set as an outlet. */
export const documentsOfOutlet = (set: NameSet): ReadonlySet<string> => {
  const known = outletLeaves.get(set);
  if (known !== undefined) return known;
  const made = new Set(set.members.filter(({ isOutlet }) => isOutlet).map(({ leaf }) => leaf));
  outletLeaves.set(set, made);
  return made;
};

import { compareTokens, isKnownGivenName, parsePersonName, romanKey, soundKeys } from '../text/index.ts';
import type { Clusters } from './clusters.ts';
import type { Company } from './company.ts';
import type { LocalEntity } from './local-entities.ts';
import { speaksAgainst } from './profile.ts';
import { supportFor } from './support.ts';

/** Sets of persons with a full name, by the words that a surname alone could be. */
interface Surnames {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly sound: ReadonlyMap<string, readonly number[]>;
  readonly given: ReadonlyMap<string, readonly number[]>;
}

const push = (lists: Map<string, number[]>, key: string, root: number): void => {
  const list = lists.get(key) ?? [];
  if (!list.includes(root)) list.push(root);
  lists.set(key, list);
};

const indexSurnames = (clusters: Clusters): Surnames => {
  const exact = new Map<string, number[]>();
  const sound = new Map<string, number[]>();
  const given = new Map<string, number[]>();
  for (const root of clusters.roots()) {
    const profile = clusters.profile(root);
    if (profile.class !== 'person') continue;
    for (const name of profile.names) {
      const { family, given: first } = parsePersonName(name);
      push(exact, romanKey(family), root);
      // Of two surnames either may stand alone.
      const other = first.length > 1 ? first.at(-1) : undefined;
      if (other !== undefined && other.length > 2) push(exact, romanKey(other), root);
      for (const key of soundKeys(family)) push(sound, key, root);
      for (const word of first) push(given, word, root);
    }
  }
  return { exact, sound, given };
};

const surnameOf = (local: LocalEntity): string | null =>
  local.class === 'person' && local.tokens.length === 1 ? (local.tokens[0] ?? null) : null;

const isNear = (clusters: Clusters, root: number, surname: string): boolean =>
  clusters.profile(root).names.some((name) => compareTokens(parsePersonName(name).family, surname) !== 'different');

/** A surname alone is not the "Jr." where the pile knows one of that name without it. */
const withoutJuniors = (clusters: Clusters, roots: readonly number[]): readonly number[] => {
  const isJunior = (root: number): boolean =>
    clusters.profile(root).names.every((name) => parsePersonName(name).generation !== null);
  const elders = roots.filter((root) => !isJunior(root));
  return elders.length > 0 ? elders : roots;
};

/** Where to attach a surname alone: the set and the reason; null when none or more than one is in question. */
const findBearer = (
  clusters: Clusters,
  company: Company,
  surnames: Surnames,
  member: number,
): readonly [number, string] | null => {
  const local = clusters.local(member);
  const surname = surnameOf(local);
  if (surname === null) return null;
  const shown = local.names[0]?.text ?? surname;
  const fits = (root: number): boolean => speaksAgainst(clusters.profile(root), clusters.profile(member)) === null;
  const rootsOf = (roots: readonly number[]): readonly number[] =>
    [...new Set(roots.map((root) => clusters.root(root)))].filter(fits);
  const same = withoutJuniors(clusters, rootsOf(surnames.exact.get(romanKey(surname)) ?? []));
  const here = same.filter((root) => clusters.profile(root).leaves.has(local.leaf));
  const first = here[0];
  if (first !== undefined)
    return here.length === 1 ? [first, `S5: “${shown}” is the surname of one person in the same document`] : null;
  const like = rootsOf(soundKeys(surname).flatMap((key) => surnames.sound.get(key) ?? [])).filter((root) =>
    isNear(clusters, root, surname),
  );
  const likeHere = like.filter((root) => clusters.profile(root).leaves.has(local.leaf));
  const [only] = same;
  if (only !== undefined) {
    if (same.length === 1) return [only, `S5: “${shown}” is the surname of one person in the case`];
    const supported = same.filter((root) => {
      const support = supportFor(clusters, company, root, member);
      return support.company > 0 && (support.role || support.side || support.company > 1);
    });
    const [best] = supported;
    return best !== undefined && supported.length === 1
      ? [best, `S5: “${shown}” is a surname; of its bearers one has company and post in common`]
      : null;
  }
  const [near] = likeHere.length > 0 ? likeHere : like;
  if (near === undefined || (likeHere.length > 0 ? likeHere : like).length !== 1)
    return givenNameHere(clusters, surnames, local, surname, shown);
  const support = supportFor(clusters, company, near, member);
  const isSure =
    likeHere.length === 1 || support.company >= 3 || (support.company >= 1 && (support.role || support.side));
  return isSure ? [near, `S3: “${shown}” sounds like the surname of one person; ${support.words}`] : null;
};

/** "Lena", in a document that has one Lena with a surname. */
const givenNameHere = (
  clusters: Clusters,
  surnames: Surnames,
  local: LocalEntity,
  word: string,
  shown: string,
): readonly [number, string] | null => {
  const roots = [...new Set((surnames.given.get(word) ?? []).map((root) => clusters.root(root)))].filter((root) =>
    clusters.profile(root).leaves.has(local.leaf),
  );
  const [only] = roots;
  return only !== undefined && roots.length === 1
    ? [only, `S5: “${shown}” is the given name of one person in the same document`]
    : null;
};

/**
 * Attaches surnames alone to the one person who bears them (rule S5), then joins what is left of one surname.
 *
 * A given name alone that no person of the same document bears names nobody; see `givenNamesAlone`.
 */
export const joinSurnames = (clusters: Clusters, locals: readonly LocalEntity[], company: Company): void => {
  const surnames = indexSurnames(clusters);
  const singles = locals.flatMap((local, member) => (surnameOf(local) === null ? [] : [member]));
  // All are judged before any is attached, so that their order does not matter.
  const found = singles.map((member) => [member, findBearer(clusters, company, surnames, member)] as const);
  const left = new Map<string, number[]>();
  for (const [member, bearer] of found) {
    if (bearer === null) push(left, clusters.local(member).key, member);
    else clusters.joinUnlessAgainst(bearer[0], member, bearer[1]);
  }
  for (const [surname, members] of left) {
    const bearers = surnames.exact.get(romanKey(surname))?.length ?? 0;
    // Several persons bear it, and which is meant could not be told: each document's stays by itself.
    if (bearers > 1) continue;
    for (const member of members)
      clusters.joinUnlessAgainst(members[0] ?? member, member, 'S5: the same surname, no other bearer in the case');
  }
};

/**
 * Tells whether a local is a given name and nothing else, and so too little to be anyone: a well-known one, or one that
 * persons of the pile carry before their surname and nobody as surname.
 */
export const givenNamesAlone = (locals: readonly LocalEntity[]): ((local: LocalEntity) => boolean) => {
  const given = new Set<string>();
  const family = new Set<string>();
  for (const local of locals) {
    if (local.class !== 'person') continue;
    for (const { text } of local.names) {
      const name = parsePersonName(text);
      for (const word of name.given) given.add(word);
      if (name.given.length > 0) family.add(name.family);
    }
  }
  return (local) => {
    const word = surnameOf(local);
    return word !== null && !family.has(word) && (isKnownGivenName(word) || given.has(word));
  };
};

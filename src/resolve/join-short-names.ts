import {
  BODY_SORTS,
  FUNCTION_WORDS,
  isAcronymOf,
  OFFICE_WORDS,
  ORGANIZATION_SORTS,
  OUTLET_SORTS,
} from '../text/index.ts';
import type { Clusters } from './clusters.ts';
import type { Company } from './company.ts';
import { type EntityClass, type LocalEntity, tokensOf } from './local-entities.ts';
import { speaksAgainst } from './profile.ts';
import { supportFor } from './support.ts';

const isSort = (token: string): boolean =>
  ORGANIZATION_SORTS.has(token) || OUTLET_SORTS.has(token) || BODY_SORTS.has(token);
const HANGS: ReadonlySet<string> = new Set(['of', 'for', 'in', 'at']);
const initialsOf = (name: string): readonly string[] => {
  const tokens = tokensOf(name, 'organization', false);
  const bare = tokens.filter((token) => !FUNCTION_WORDS.has(token));
  return [tokens, bare].map((words) => words.map((word) => word[0] ?? '').join(''));
};

/** Longer names by what a short form of them would be. */
interface LongNames {
  readonly byInitials: ReadonlyMap<string, readonly number[]>;
  readonly byPart: ReadonlyMap<string, readonly number[]>;
}

const push = (lists: Map<string, number[]>, key: string, root: number): void => {
  const list = lists.get(key) ?? [];
  if (list.at(-1) !== root) list.push(root);
  lists.set(key, list);
};

const indexLongNames = (clusters: Clusters): LongNames => {
  const byInitials = new Map<string, number[]>();
  const byPart = new Map<string, number[]>();
  for (const root of clusters.roots()) {
    const profile = clusters.profile(root);
    if (profile.class === 'person') continue;
    for (const name of profile.names) {
      const tokens = tokensOf(name, profile.class, false);
      if (tokens.length < 2) continue;
      for (const initials of initialsOf(name)) push(byInitials, `${profile.class} ${initials}`, root);
      // Its last words ("the Front" of "Delta Front"), and its first without a sort ("Azotna" of "Azotna Group").
      // What follows "of" says whose it is: the "Ministry of Trade of Ostra" is never called "Ostra".
      for (let from = 1; from < tokens.length && !HANGS.has(tokens[from - 1] ?? ''); from++)
        push(byPart, `${profile.class} ${tokens.slice(from).join(' ')}`, root);
      // "Mirra field" of "Mirra gas field".
      if (tokens.length > 2) push(byPart, `${profile.class} ${tokens[0] ?? ''} ${tokens.at(-1) ?? ''}`, root);
      let end = tokens.length;
      while (end > 1 && isSort(tokens[end - 1] ?? '')) end--;
      if (end < tokens.length) push(byPart, `${profile.class} ${tokens.slice(0, end).join(' ')}`, root);
    }
  }
  return { byInitials, byPart };
};

const isShortable = (kind: EntityClass): boolean => kind !== 'person';

const only = (roots: readonly number[]): number | null => (roots.length === 1 ? (roots[0] ?? null) : null);

/** Of several names in one document that end alike: the outlet it is from or cites, else the one most of the pile knows. */
const foremost = (clusters: Clusters, local: LocalEntity, roots: readonly number[]): number | null => {
  if (roots.length < 2) return only(roots);
  const outlets = roots.filter((root) =>
    clusters
      .members(root)
      .some((member) => clusters.local(member).isOutlet && clusters.local(member).leaf === local.leaf),
  );
  if (outlets.length > 0) return only(outlets);
  const [first, second] = roots.toSorted((a, b) => clusters.profile(b).leaves.size - clusters.profile(a).leaves.size);
  if (first === undefined || second === undefined) return null;
  const [most, next] = [clusters.profile(first).leaves.size, clusters.profile(second).leaves.size];
  return most >= 3 && next === 1 ? first : null;
};

/** Where to attach a short form: within the document first, across the case only where it is no bare sort of thing. */
const findLongForm = (
  clusters: Clusters,
  company: Company,
  long: LongNames,
  member: number,
): readonly [number, string] | null => {
  const local = clusters.local(member);
  if (!isShortable(local.class)) return null;
  const name = local.names[0]?.text ?? '';
  const candidates = (roots: readonly number[]): readonly number[] =>
    [...new Set(roots.map((root) => clusters.root(root)))].filter(
      (root) =>
        root !== clusters.root(member) && speaksAgainst(clusters.profile(root), clusters.profile(member)) === null,
    );
  const here = (roots: readonly number[]): readonly number[] =>
    roots.filter((root) => clusters.profile(root).leaves.has(local.leaf));

  const spelt = candidates(long.byInitials.get(`${local.class} ${local.tokens.join('')}`) ?? []).filter((root) =>
    clusters.profile(root).names.some((full) => isAcronymOf(name, full)),
  );
  const speltHere = only(here(spelt));
  if (speltHere !== null) return [speltHere, `S6: “${name}” is the first letters of a name in the same document`];
  const speltOnce = here(spelt).length === 0 ? only(spelt) : null;
  if (speltOnce !== null && supportFor(clusters, company, speltOnce, member).company > 0) {
    return [speltOnce, `S6: “${name}” is the first letters of one name in the case, with company in common`];
  }

  const whole = candidates(long.byPart.get(`${local.class} ${local.tokens.join(' ')}`) ?? []);
  if (local.class === 'place') return null;
  const wholeHere = foremost(clusters, local, here(whole));
  if (wholeHere !== null) return [wholeHere, `S6: “${name}” is part of one name in the same document`];
  const isBare = local.tokens.every((token) => isSort(token) || OFFICE_WORDS.has(token)) || local.tokens.length < 2;
  const wholeOnce = here(whole).length === 0 ? only(whole) : null;
  if (wholeOnce === null) return null;
  const isLeading = clusters
    .profile(wholeOnce)
    .names.some((full) => tokensOf(full, local.class, false)[0] === local.tokens[0]);
  if ((isBare && !isLeading) || supportFor(clusters, company, wholeOnce, member).company === 0) return null;
  return [wholeOnce, `S6: “${name}” is part of one name in the case, with company in common`];
};

/** Joins acronyms with their expansion and shortened names with the full one, where only one is in question (rule S6). */
export const joinShortNames = (clusters: Clusters, locals: readonly LocalEntity[], company: Company): void => {
  const long = indexLongNames(clusters);
  const found = locals.map((_, member) => [member, findLongForm(clusters, company, long, member)] as const);
  const left = new Map<string, number>();
  for (const [member, form] of found) {
    const local = clusters.local(member);
    if (form !== null) {
      clusters.joinUnlessAgainst(form[0], member, form[1]);
      continue;
    }
    if (local.class === 'person' || local.tokens.length > 1) continue;
    const key = `${local.class} ${local.key}`;
    const first = left.get(key);
    if (first === undefined) left.set(key, member);
    else if (!local.tokens.every((token) => isSort(token) || OFFICE_WORDS.has(token))) {
      clusters.joinUnlessAgainst(first, member, `S2: “${local.names[0]?.text ?? ''}”, the same name`);
    }
  }
};

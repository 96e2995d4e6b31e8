import {
  compareOrganizationNames,
  comparePersonNames,
  countryNamed,
  FUNCTION_WORDS,
  isKnownGivenName,
  isSameGivenName,
  isSameSide,
  type NameComparison,
  nameTokens,
  organizationTokens,
  parsePersonName,
  placesByName,
  romanKey,
  soundCodes,
} from '../text/index.ts';
import type { Gender } from './gender-of-mentions.ts';
import { type EntityClass, type LocalEntity, singleName } from './local-entities.ts';
import { officeName } from './office-names.ts';

/** What is known of a set of locals taken as one: what further joins are judged by. */
export interface Profile {
  readonly class: EntityClass;
  /** Full names (two words or more for persons), each once, in order of text. */
  readonly names: readonly string[];
  readonly sides: readonly string[];
  /** Head words of the roles and descriptions ("envoy"). */
  readonly roles: ReadonlySet<string>;
  readonly genders: readonly Gender[];
  readonly leaves: ReadonlySet<string>;
}

/** The last word of a role before any "of", "for" or comma: what the post is. */
export const roleHead = (role: string): string | null => {
  const front = role.split(/,|\b(?:of|for|to|at|in|on|who|with|from)\b/i)[0] ?? '';
  return (
    nameTokens(front)
      .filter((token) => !FUNCTION_WORDS.has(token))
      .at(-1) ?? null
  );
};

const isFullName = (local: LocalEntity, name: string): boolean => local.class !== 'person' || singleName(name) === null;

/** The profile of some locals of one class. */
export const profileOf = (locals: readonly LocalEntity[]): Profile => {
  const names = new Set<string>();
  const sides = new Set<string>();
  const roles = new Set<string>();
  for (const local of locals) {
    for (const { text } of local.names) if (isFullName(local, text)) names.add(text);
    for (const side of local.sides) sides.add(side);
    for (const words of [...local.roles.map((role) => role.text), ...local.descriptions]) {
      const head = roleHead(words);
      if (head !== null) roles.add(head);
    }
  }
  return {
    class: locals[0]?.class ?? 'organization',
    names: [...names].sort(),
    sides: [...sides].sort(),
    roles,
    genders: [...new Set(locals.flatMap(({ gender }) => gender ?? []))].sort(),
    leaves: new Set(locals.map((local) => local.leaf)),
  };
};

const united = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const more = b.filter((one) => !a.includes(one));
  return more.length === 0 ? a : [...a, ...more].sort();
};

/** The profile of two sets taken as one. `into` must be nobody else's: its sets are added to. */
export const uniteProfiles = (into: Profile, other: Profile): Profile => {
  const [roles, leaves] = [into.roles as Set<string>, into.leaves as Set<string>];
  for (const role of other.roles) roles.add(role);
  for (const leaf of other.leaves) leaves.add(leaf);
  return {
    class: into.class,
    names: united(into.names, other.names),
    sides: united(into.sides, other.sides),
    roles,
    genders: [...new Set([...into.genders, ...other.genders])].sort(),
    leaves,
  };
};

/** Marius and Magnus Voss are brothers sooner than one name misheard. */
const haveOtherGivenNames = (a: string, b: string): boolean => {
  const [left, right] = [parsePersonName(a), parsePersonName(b)];
  const [one, other] = [left.given[0] ?? '', right.given[0] ?? ''];
  if (left.family !== right.family || one.length < 2 || other.length < 2 || isSameGivenName(one, other)) return false;
  if (isKnownGivenName(one) && isKnownGivenName(other)) return true;
  const keys = new Set(soundCodes(one));
  return !soundCodes(other).some((key) => keys.has(key));
};

const PATRONYMIC = /(?:ovich|evich|ovna|evna|ovic|evic)$/;

/** "Anton Petrovich" is a given name and the father's: nobody's surname tells him from "Anton Varin" or joins them. */
const comparePatronymics = (a: string, b: string): NameComparison | null => {
  const [left, right] = [parsePersonName(a).tokens, parsePersonName(b).tokens];
  const isShort = (tokens: readonly string[]): boolean => tokens.length === 2 && PATRONYMIC.test(tokens[1] ?? '');
  if (isShort(left) === isShort(right)) return null;
  const [short, long] = isShort(left) ? [left, right] : [right, left];
  if (!isSameGivenName(short[0] ?? '', long[0] ?? '')) return null;
  const middle = long.length > 2 ? long[1] : undefined;
  const words = `“${a}”, “${b}”`;
  if (middle === undefined) return { relation: 'partial', reason: `${words}: given name and father's name alone` };
  return romanKey(middle) === romanKey(short[1] ?? '')
    ? { relation: 'variant', reason: `${words}: the surname left out` }
    : null;
};

/** Compares two names in the way of their class. */
export const compareNames = (kind: EntityClass, a: string, b: string): NameComparison => {
  if (kind === 'person') {
    const byFather = comparePatronymics(a, b);
    if (byFather !== null) return byFather;
    const compared = comparePersonNames(a, b);
    return compared.relation === 'sounds' && haveOtherGivenNames(a, b)
      ? { relation: 'different', reason: `“${a}”, “${b}”: given names that do not sound alike` }
      : compared;
  }
  const [left, right] = kind === 'organization' ? [officeName(a), officeName(b)] : [null, null];
  if (kind === 'place' && areTwoLands(a, b))
    return { relation: 'different', reason: `“${a}”, “${b}”: two countries or continents` };
  if (left === null || right === null || left.key !== right.key) return compareOrganizationNames(a, b);
  const isOther = left.side !== null && right.side !== null && isSameSide(left.side, right.side) !== true;
  return isOther
    ? { relation: 'different', reason: `“${a}”, “${b}”: one office of two` }
    : { relation: 'same', reason: `“${a}”, “${b}”: the same office` };
};

/** A country by its code, a continent by its name; null for words that are neither. */
const landOf = (name: string): string | null =>
  countryNamed(name) ?? placesByName(name).find(({ kind }) => kind === 'continent')?.name ?? null;

/** "Iran" and "Iraq" differ by a letter, and are both known. */
const areTwoLands = (a: string, b: string): boolean => {
  const [left, right] = [landOf(a), landOf(b)];
  return left !== null && right !== null && left !== right;
};

/** Whether two lists of sides share one. Null when it cannot be told, or one is empty. */
export const shareSide = (a: readonly string[], b: readonly string[]): boolean | null => {
  let told: boolean | null = null;
  for (const left of a) {
    for (const right of b) {
      const same = isSameSide(left, right);
      if (same === true) return true;
      told ??= same;
    }
  }
  return told;
};

const shareAny = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
};

/** Whether two profiles carry a like post. */
export const shareRole = (a: Profile, b: Profile): boolean => shareAny(a.roles, b.roles);

/** Whether two profiles occur in one document. */
export const shareLeaf = (a: Profile, b: Profile): boolean => shareAny(a.leaves, b.leaves);

/**
 * A name that differs from every one of the others. One that is near some of them is a further spelling, even where it is
 * far from the spelling at the other end.
 */
const strangerAmong = (kind: EntityClass, names: readonly string[], others: readonly string[]): string | null => {
  if (others.length === 0) return null;
  for (const name of names) {
    const compared = others.map((other) => compareNames(kind, name, other));
    const first = compared[0];
    if (first !== undefined && compared.every((one) => one.relation === 'different')) return first.reason;
  }
  return null;
};

const only = (genders: readonly Gender[]): Gender | null => (genders.length === 1 ? (genders[0] ?? null) : null);

/** Names of bodies of two words or more: a first word or first letters alone may stand for several. */
const writtenOut = (names: readonly string[]): readonly string[] =>
  names.filter((name) => organizationTokens(name).length > 1);

/**
 * What speaks against one bearer, in words (rules S1, S3, S4); null when nothing does. Names alone never outweigh it.
 */
export const speaksAgainst = (a: Profile, b: Profile): string | null => {
  if (a.class !== b.class) return `${a.class} and ${b.class}`;
  if (a.class === 'person' || a.class === 'organization') {
    const [left, right] = a.class === 'person' ? [a.names, b.names] : [writtenOut(a.names), writtenOut(b.names)];
    const difference = strangerAmong(a.class, left, right) ?? strangerAmong(a.class, right, left);
    if (difference !== null) return difference;
  }
  const [left, right] = [only(a.genders), only(b.genders)];
  if (left !== null && right !== null && left !== right) return 'a woman and a man';
  const sides = shareSide(a.sides, b.sides);
  if (sides === false && (a.class === 'organization' || (a.roles.size > 0 && b.roles.size > 0 && !shareRole(a, b)))) {
    return `sides differ: ${a.sides.join(', ')} / ${b.sides.join(', ')}`;
  }
  return null;
};

/** The form under which a name counts as company of others: spelling variants count once. */
export const companyKey = (local: LocalEntity): string | null => {
  if (local.class === 'person') return local.tokens.length > 1 ? local.tokens.map(romanKey).join(' ') : null;
  return local.class === 'organization' ? local.tokens.map(romanKey).join(' ') : null;
};

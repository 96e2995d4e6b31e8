import { compareTokens, isKnownGivenName, PARTICLES, parsePersonName, romanKey, soundKeys } from '../text/index.ts';
import type { Company } from './company.ts';
import { type LocalEntity, singleName } from './local-entities.ts';
import { type NameSet, profileOfSet } from './name-set.ts';
import { type Profile, roleHead, speaksAgainst } from './profile.ts';
import { areStrangers, supportFor } from './support.ts';

/** What rule S5 asks of the pile: sets of persons with a full name, by the words that a name alone could be. */
export interface AskSurnames {
  /** By surname, spelled in whatever way. */
  readonly exact: (key: string) => readonly NameSet[];
  readonly sound: (key: string) => readonly NameSet[];
  readonly given: (word: string) => readonly NameSet[];
}

/** The words under which a set of persons is looked up. */
export interface SurnameKeys {
  readonly exact: ReadonlySet<string>;
  readonly sound: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
}

/** The words under which somebody may be meant by a name alone. */
export const surnameKeys = ({ names }: Pick<Profile, 'names'>): SurnameKeys => {
  const [exact, sound, given] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const name of names) {
    const { given: first } = parsePersonName(name);
    const family = familyOf(name);
    exact.add(romanKey(family));
    // Of two surnames either may stand alone, but not of two that a hyphen makes one.
    const other = first.length > 1 && !family.includes(' ') ? first.at(-1) : undefined;
    if (other !== undefined && other.length > 2) exact.add(romanKey(other));
    for (const key of soundKeys(family)) sound.add(key);
    for (const word of first) if (!family.split(' ').includes(word)) given.add(word);
  }
  return { exact, sound, given };
};

/** The surname of a full name; both halves of one with a hyphen. */
const familyOf = (name: string): string => {
  const last = name.split(/\s+/).at(-1) ?? '';
  const { family } = parsePersonName(name);
  const halves = singleName(last);
  return halves?.endsWith(` ${family}`) ? halves : family;
};

/** The words of a person's name alone, surname or given name; null for full names and for what is no person. */
export const surnameOf = (local: LocalEntity): string | null =>
  local.class === 'person' ? singleName(local.names[0]?.text ?? '') : null;

const isNear = (set: NameSet, surname: string): boolean =>
  profileOfSet(set).names.some((name) => compareTokens(familyOf(name), surname) !== 'different');

const PARTICLE_BEFORE = new RegExp(`(?:^|[\\s-])(?:${[...PARTICLES].join('|')})[\\s-]+\\S+$`, 'i');

/** "Al Harun" is nobody called Harun without the article; of "Harun" alone it may be left out. */
const hasParticleOf = (set: NameSet, local: LocalEntity): boolean => {
  const name = local.names[0]?.text ?? '';
  return (
    !/\s/.test(name.trim()) ||
    local.tokens.length < 2 ||
    profileOfSet(set).names.some((one) => PARTICLE_BEFORE.test(one))
  );
};

const generationOf = (local: LocalEntity): string | null => parsePersonName(local.names[0]?.text ?? '').generation;

/** Everybody of a generation, "Jr.": only what says so means him. */
const isOfGeneration = (set: NameSet, generation: string): boolean =>
  profileOfSet(set).names.some((name) => parsePersonName(name).generation === generation);

const isJunior = (set: NameSet): boolean =>
  profileOfSet(set).names.every((name) => parsePersonName(name).generation !== null);

/** A surname alone is not the "Jr." where the pile knows one of that name without it. */
const withoutJuniors = (sets: readonly NameSet[]): readonly NameSet[] => {
  const elders = sets.filter((set) => !isJunior(set));
  return elders.length > 0 ? elders : sets;
};

/** Documents in which a surname alone must mean somebody before it means him elsewhere too. */
const USUAL = 2;

/** In how many documents that name a person in full a surname alone means him. */
const timesCalled = (set: NameSet, key: string): number =>
  new Set(
    set.members
      .filter(({ names }) => names.length > 1 && names.some(({ text }) => romanKey(singleName(text) ?? '') === key))
      .map(({ leaf }) => leaf),
  ).size;

/** Whether several documents call others by a surname alone, and none that one (rule S15). */
const isCalledElse = (one: NameSet, surname: string, bearers: readonly NameSet[]): boolean => {
  const key = romanKey(surname);
  const others = bearers.filter((set) => set !== one).reduce((sum, set) => sum + timesCalled(set, key), 0);
  return others >= USUAL && timesCalled(one, key) === 0;
};

/** Of several bearers of a surname the one whom documents that name him in full call by it, if they call no other so. */
const usuallyMeant = (local: LocalEntity, surname: string, bearers: readonly NameSet[]): NameSet | null => {
  const key = romanKey(surname);
  const counts = bearers.map((set) => ({ set, count: timesCalled(set, key) })).filter(({ count }) => count > 0);
  const [usual] = counts;
  if (usual === undefined || counts.length > 1 || usual.count < USUAL) return null;
  const posts = new Set(local.roles.flatMap(({ text }) => roleHead(text) ?? []));
  const isOther = posts.size > 0 && ![...posts].some((post) => profileOfSet(usual.set).roles.has(post));
  return isOther ? null : usual.set;
};

/** Words for those who bear their father's or mother's surname. */
const YOUNGER = ['son', 'daughter', 'nephew', 'niece', 'grandson', 'granddaughter', 'stepson', 'stepdaughter'];

/** "Young Voss" is a Jr. or a son, "old Voss" is neither. */
const ofSaidGeneration = (
  { generation }: LocalEntity,
  elders: readonly NameSet[],
  all: readonly NameSet[],
): readonly NameSet[] => {
  if (generation === null) return elders;
  const younger = all.filter((set) => isJunior(set) || YOUNGER.some((word) => profileOfSet(set).roles.has(word)));
  return generation === 'younger' ? younger : all.filter((set) => !younger.includes(set));
};

/** Somebody whom a name alone means, with why. */
export interface Meant {
  readonly set: NameSet;
  readonly reason: string;
}

/**
 * Whom a surname alone means (rule S5); null when none or more than one is in question, or it is no surname alone.
 *
 * @param own The set that the local is in.
 */
export const findBearer = (local: LocalEntity, own: NameSet, surnames: AskSurnames, company: Company): Meant | null => {
  const surname = surnameOf(local);
  if (surname === null) return null;
  const shown = local.names[0]?.text ?? surname;
  const profile = profileOfSet(own);
  const fitting = (sets: readonly NameSet[]): readonly NameSet[] =>
    sets.filter((set) => speaksAgainst(profileOfSet(set), profile) === null);
  const isHere = (set: NameSet): boolean => profileOfSet(set).leaves.has(local.leaf);
  const generation = generationOf(local);
  const bearing = fitting(surnames.exact(romanKey(surname))).filter((set) => hasParticleOf(set, local));
  const same =
    generation === null
      ? ofSaidGeneration(local, withoutJuniors(bearing), bearing)
      : bearing.filter((set) => isOfGeneration(set, generation));
  const posts = new Set(local.roles.flatMap(({ text }) => roleHead(text) ?? []));
  const [posted, ...more] = same.filter((set) => [...posts].some((post) => profileOfSet(set).roles.has(post)));
  if (same.length > 1 && posted !== undefined && more.length === 0)
    return {
      set: posted,
      reason: `S5: “${shown}” is a surname; of its bearers one has the post (${[...posts].sort().join(', ')})`,
    };
  const here = same.filter(isHere);
  const first = here[0];
  if (first !== undefined)
    return here.length === 1 && (posts.size > 0 || generation !== null || !isCalledElse(first, surname, same))
      ? { set: first, reason: `S5: “${shown}” is the surname of one person in the same document` }
      : null;
  if ((generation !== null || local.generation !== null) && same.length === 0) return null;
  const like = fitting([...new Set(soundKeys(surname).flatMap((key) => surnames.sound(key)))]).filter((set) =>
    isNear(set, surname),
  );
  const likeHere = like.filter(isHere);
  const [only] = same;
  if (only !== undefined) {
    if (same.length === 1)
      return areStrangers(company, profileOfSet(only), profile)
        ? null
        : { set: only, reason: `S5: “${shown}” is the surname of one person in the case` };
    const usual = local.generation === null ? usuallyMeant(local, surname, same) : null;
    if (usual !== null && supportFor(company, profileOfSet(usual), profile).company > 0)
      return { set: usual, reason: `S5: “${shown}” alone means one of its bearers wherever others say which` };
    const supported = same.filter((set) => {
      const support = supportFor(company, profileOfSet(set), profile);
      return support.company > 0 && (support.role || support.side);
    });
    const [best] = supported;
    return best !== undefined && supported.length === 1
      ? { set: best, reason: `S5: “${shown}” is a surname; of its bearers one has company and post in common` }
      : null;
  }
  const [near] = likeHere.length > 0 ? likeHere : like;
  // A given name of somebody else is no surname misheard.
  const isGiven = isKnownGivenName(surname) || surnames.given(surname).length > 0;
  if (isGiven || near === undefined || (likeHere.length > 0 ? likeHere : like).length !== 1)
    return givenNameHere(surnames, surname, shown, isHere);
  const support = supportFor(company, profileOfSet(near), profile);
  const isSure =
    likeHere.length === 1 || support.company >= 3 || (support.company >= 1 && (support.role || support.side));
  return isSure
    ? { set: near, reason: `S3: “${shown}” sounds like the surname of one person; ${support.words}` }
    : null;
};

/** "Lena", in a document that has one Lena with a surname. */
const givenNameHere = (
  surnames: AskSurnames,
  word: string,
  shown: string,
  isHere: (set: NameSet) => boolean,
): Meant | null => {
  // Whose father has the same given name is not meant by it alone.
  const sets = surnames.given(word).filter((set) => isHere(set) && !isJunior(set));
  const [only] = sets;
  return only !== undefined && sets.length === 1
    ? { set: only, reason: `S5: “${shown}” is the given name of one person in the same document` }
    : null;
};

/**
 * The surname by which a local that could not be attached to anybody is joined with others like it: not where several persons
 * bear it, and which is meant could not be told. Null for what is no surname alone.
 */
export const leftSurname = (local: LocalEntity, surnames: AskSurnames): string | null => {
  const surname = surnameOf(local);
  return surname === null || surnames.exact(romanKey(local.key)).length > 1 ? null : local.key;
};

/** Why surnames that nobody bears with a given name are one. */
export const LEFT_SURNAME = 'S5: the same surname, no other bearer in the case';

/** Words of names of persons, gathered once for each document. */
export interface GivenNames {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** Words that persons of a document carry before their surname, and their surnames. */
export const givenNamesOf = (locals: readonly LocalEntity[]): GivenNames => {
  const given = new Set<string>();
  const family = new Set<string>();
  for (const local of locals) {
    if (local.class !== 'person') continue;
    for (const { text } of local.names) {
      const name = parsePersonName(text);
      const halves = familyOf(text).split(' ');
      for (const word of name.given) if (!halves.includes(word)) given.add(word);
      if (name.given.length > 0) family.add(name.family);
    }
  }
  return { given: [...given], family: [...family] };
};

/**
 * Tells whether a local is a given name and nothing else, and so too little to be anyone: a well-known one, or one that
 * persons of the pile carry before their surname and nobody as surname.
 */
export const givenNamesAlone = (all: readonly GivenNames[]): ((local: LocalEntity) => boolean) => {
  const given = new Set(all.flatMap((one) => one.given));
  const family = new Set(all.flatMap((one) => one.family));
  return (local) => {
    const word = surnameOf(local);
    return word !== null && !family.has(word) && (isKnownGivenName(word) || given.has(word));
  };
};

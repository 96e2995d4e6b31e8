import {
  BODY_SORTS,
  FUNCTION_WORDS,
  isAcronymOf,
  OFFICE_WORDS,
  ORGANIZATION_SORTS,
  OUTLET_SORTS,
} from '../text/index.ts';
import type { Company } from './company.ts';
import type { Meant } from './join-surnames.ts';
import { type EntityClass, type LocalEntity, tokensOf } from './local-entities.ts';
import { documentsOfOutlet, type NameSet, profileOfSet } from './name-set.ts';
import { type Profile, speaksAgainst } from './profile.ts';
import { supportFor } from './support.ts';

const isSort = (token: string): boolean =>
  ORGANIZATION_SORTS.has(token) || OUTLET_SORTS.has(token) || BODY_SORTS.has(token);
const HANGS: ReadonlySet<string> = new Set(['of', 'for', 'in', 'at']);
const initialsOf = (name: string): readonly string[] => {
  const tokens = tokensOf(name, 'organization', false);
  const bare = tokens.filter((token) => !FUNCTION_WORDS.has(token));
  return [tokens, bare].map((words) => words.map((word) => word[0] ?? '').join(''));
};

/** What rule S6 asks of the pile: sets with longer names by what a short form of them would be, each key with its class. */
export interface AskLongNames {
  readonly byInitials: (key: string) => readonly NameSet[];
  readonly byPart: (key: string) => readonly NameSet[];
}

/** The short forms that a set may go by. */
export interface ShortForms {
  readonly initials: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

/** The short forms of the names of a set; none for persons. */
export const shortForms = ({ class: kind, names }: Pick<Profile, 'class' | 'names'>): ShortForms => {
  const [first, parts] = [new Set<string>(), new Set<string>()];
  for (const name of kind === 'person' ? [] : names) {
    const tokens = tokensOf(name, kind, false);
    if (tokens.length < 2) continue;
    for (const initials of initialsOf(name)) first.add(`${kind} ${initials}`);
    // Its last words ("the Front" of "Delta Front"), and its first without a sort ("Azotna" of "Azotna Group").
    // What follows "of" says whose it is: the "Ministry of Trade of Ostra" is never called "Ostra".
    for (let from = 1; from < tokens.length && !HANGS.has(tokens[from - 1] ?? ''); from++)
      parts.add(`${kind} ${tokens.slice(from).join(' ')}`);
    // "Mirra field" of "Mirra gas field".
    if (tokens.length > 2) parts.add(`${kind} ${tokens[0] ?? ''} ${tokens.at(-1) ?? ''}`);
    let end = tokens.length;
    while (end > 1 && isSort(tokens[end - 1] ?? '')) end--;
    // "Halden" of "Halden Group" is linked within a document by the reader, unless it takes them for two.
    if (end < tokens.length && kind !== 'organization') parts.add(`${kind} ${tokens.slice(0, end).join(' ')}`);
  }
  return { initials: first, parts };
};

const isShortable = (kind: EntityClass): boolean => kind !== 'person';

const only = (sets: readonly NameSet[]): NameSet | null => (sets.length === 1 ? (sets[0] ?? null) : null);

/** Of several names in one document that end alike: the outlet it is from or cites, else the one most of the pile knows. */
const foremost = (local: LocalEntity, sets: readonly NameSet[]): NameSet | null => {
  if (sets.length < 2) return only(sets);
  const outlets = sets.filter((set) => documentsOfOutlet(set).has(local.leaf));
  if (outlets.length > 0) return only(outlets);
  const sizeOf = (set: NameSet): number => profileOfSet(set).leaves.size;
  const [first, second] = sets.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (first === undefined || second === undefined) return null;
  return sizeOf(first) >= 3 && sizeOf(second) === 1 ? first : null;
};

/**
 * What a short form stands for (rule S6): within the document first, across the case only where it is no bare sort of thing;
 * null where none or several are in question.
 *
 * @param own The set that the local is in.
 */
export const findLongForm = (local: LocalEntity, own: NameSet, long: AskLongNames, company: Company): Meant | null => {
  if (!isShortable(local.class)) return null;
  const name = local.names[0]?.text ?? '';
  const candidates = (sets: readonly NameSet[]): readonly NameSet[] =>
    sets.filter((set) => set !== own && speaksAgainst(profileOfSet(set), profileOfSet(own)) === null);
  const here = (sets: readonly NameSet[]): readonly NameSet[] =>
    sets.filter((set) => profileOfSet(set).leaves.has(local.leaf));
  const isAccompanied = (set: NameSet): boolean =>
    supportFor(company, profileOfSet(set), profileOfSet(own)).company > 0;

  const spelt = candidates(long.byInitials(`${local.class} ${local.tokens.join('')}`)).filter((set) =>
    profileOfSet(set).names.some((full) => isAcronymOf(name, full)),
  );
  const speltHere = only(here(spelt));
  if (speltHere !== null)
    return { set: speltHere, reason: `S6: “${name}” is the first letters of a name in the same document` };
  // Of several names with these letters, the one that a document of the pile shortens so.
  const told = spelt.filter((set) => profileOfSet(set).names.includes(name));
  const speltOnce = here(spelt).length > 0 ? null : (only(spelt) ?? only(told));
  if (speltOnce !== null && isAccompanied(speltOnce)) {
    const of = told.includes(speltOnce) ? 'of the name that another document gives it' : 'of one name in the case';
    return { set: speltOnce, reason: `S6: “${name}” is the first letters ${of}, with company in common` };
  }

  if (local.class === 'place') return null;
  // Whose an office is, rule S4 has told as far as it can be told.
  const isSameOffice = (set: NameSet): boolean =>
    local.isOffice && set.members.some(({ isOffice, key }) => isOffice && key === local.key);
  const whole = candidates(long.byPart(`${local.class} ${local.tokens.join(' ')}`)).filter((set) => !isSameOffice(set));
  const wholeHere = foremost(local, here(whole));
  if (wholeHere !== null) return { set: wholeHere, reason: `S6: “${name}” is part of one name in the same document` };
  const isBare = local.tokens.every((token) => isSort(token) || OFFICE_WORDS.has(token)) || local.tokens.length < 2;
  // Whose office it is, another document does not tell.
  const wholeOnce = here(whole).length === 0 && !local.isOffice ? only(whole) : null;
  if (wholeOnce === null) return null;
  const isLeading = profileOfSet(wholeOnce).names.some(
    (full) => tokensOf(full, local.class, false)[0] === local.tokens[0],
  );
  if ((isBare && !isLeading) || !isAccompanied(wholeOnce)) return null;
  return { set: wholeOnce, reason: `S6: “${name}” is part of one name in the case, with company in common` };
};

/**
 * The key by which a single word that is short for nothing is joined with others like it; null for persons and longer names, and
 * for first letters that several names of the pile have.
 */
export const leftWord = (local: LocalEntity, long: AskLongNames): string | null => {
  if (local.class === 'person' || local.tokens.length > 1) return null;
  const name = local.names[0]?.text ?? '';
  const spelt = long
    .byInitials(`${local.class} ${local.tokens.join('')}`)
    .filter((set) => profileOfSet(set).names.some((full) => isAcronymOf(name, full)));
  return spelt.length > 1 ? null : `${local.class} ${local.key}`;
};

/** The first letters of a name, with its class: alone they may be short for it. */
export const initialsKeys = (local: LocalEntity): readonly string[] => {
  const known = lettersOf.get(local);
  if (known !== undefined) return known;
  const made = keysOfInitials(local);
  lettersOf.set(local, made);
  return made;
};

const lettersOf = new WeakMap<LocalEntity, readonly string[]>();

const keysOfInitials = (local: LocalEntity): readonly string[] =>
  local.class === 'person' || local.tokens.length < 2
    ? []
    : local.names.flatMap(({ text }) => initialsOf(text).map((letters) => `${local.class} ${letters}`));

/** Whether a word says no more than what sort of thing it is: two of them are hardly one. */
export const isBareSort = (local: LocalEntity): boolean =>
  local.tokens.every((token) => isSort(token) || OFFICE_WORDS.has(token));

/** Why single words are one. */
export const leftWordReason = (local: LocalEntity): string => `S2: “${local.names[0]?.text ?? ''}”, the same name`;

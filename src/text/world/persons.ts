import { lazy, plainKey, readDataFile } from './data-file.ts';
import { SortedLines } from './sorted-lines.ts';

/** m male, f female, u either or not known. */
export type Gender = 'm' | 'f' | 'u';

/** A noun for a person by role; `group` is the field it belongs to, `isPlural` says which form was looked up. */
export interface RoleNoun {
  readonly lemma: string;
  readonly group: 'government' | 'negotiation' | 'speech' | 'business' | 'military' | 'law' | 'religion' | 'person';
  readonly gender: Gender;
  readonly isPlural: boolean;
}

/** A noun of kinship: X is the `kind` of Y. `ambiguous` marks words with other frequent senses ("partner"). */
export interface KinNoun {
  readonly lemma: string;
  readonly kind: string;
  readonly gender: Gender;
  readonly symmetrical: boolean;
  readonly inverse: string;
  readonly ambiguous: boolean;
  readonly isPlural: boolean;
}

interface RolesFile {
  readonly roles: readonly { lemma: string; plural: string; group: RoleNoun['group']; gender?: Gender }[];
  readonly kin: readonly (Omit<KinNoun, 'ambiguous' | 'isPlural'> & { plural: string; ambiguous?: boolean })[];
}

const givenNames = lazy(() => new SortedLines(readDataFile('given-names.txt')));
const surnames = lazy(() => new SortedLines(readDataFile('surnames.txt')));

/** The flags of a name ("m", "u!", "!"), empty when it has none, null when it is not in the file. */
const flagsOf = (names: SortedLines, key: string): string | null => {
  const line = names.find(key)[0];
  return line === undefined ? null : line.slice(key.length + 1);
};

const rolesFile = lazy(() => {
  const file = JSON.parse(readDataFile('roles.json')) as RolesFile;
  const roles = new Map<string, RoleNoun>();
  const kin = new Map<string, KinNoun>();
  for (const { lemma, plural, group, gender = 'u' } of file.roles) {
    if (!roles.has(plainKey(plural))) roles.set(plainKey(plural), { lemma, group, gender, isPlural: plural !== lemma });
    roles.set(plainKey(lemma), { lemma, group, gender, isPlural: false });
  }
  for (const { plural, ambiguous = false, ...rest } of file.kin) {
    kin.set(plainKey(plural), { ...rest, ambiguous, isPlural: true });
    kin.set(plainKey(rest.lemma), { ...rest, ambiguous, isPlural: false });
  }
  return { roles, kin };
});

const isCapitalised = (text: string): boolean => /^\p{Lu}/u.test(text.trim());

/** Whether a capitalised word is a known given name; false for lower case. Names that are also common words count. */
export const isGivenName = (text: string): boolean =>
  isCapitalised(text) && flagsOf(givenNames(), plainKey(text)) !== null;

/** The gender a given name is borne by; u when by both or not known; null when it is no known given name. */
export const givenNameGender = (text: string): Gender | null => {
  const flags = flagsOf(givenNames(), plainKey(text));
  return flags === null ? null : flags.startsWith('m') ? 'm' : flags.startsWith('f') ? 'f' : 'u';
};

/** Whether a capitalised word is a known surname; surnames that are also common words count too. */
export const isSurname = (text: string): boolean => isCapitalised(text) && flagsOf(surnames(), plainKey(text)) !== null;

/** The role noun of that form, singular or plural ("special envoys"); null when none. */
export const roleNoun = (text: string): RoleNoun | null => rolesFile().roles.get(plainKey(text)) ?? null;

/** The kinship noun of that form, singular or plural; null when none. */
export const kinNoun = (text: string): KinNoun | null => rolesFile().kin.get(plainKey(text)) ?? null;

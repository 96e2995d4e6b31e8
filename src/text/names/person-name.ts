import { personOf } from './read-person.ts';
import { remember } from './remember.ts';

/** A person's name taken apart. All parts are folded words; `family` is without particles. */
export interface PersonName {
  /** Words before the family name, initials as one letter. */
  readonly given: readonly string[];
  /** The last word of the name that is no particle and no generation; "" only for an empty name. */
  readonly family: string;
  /** "jr", "sr", "ii", ...; null when none is written. */
  readonly generation: string | null;
  /** `given` and `family`: the words that name. */
  readonly tokens: readonly string[];
}

/**
 * Takes a person's name apart: forms of address and particles go, "Family, Given" is turned round.
 *
 * Never fails; a name without letters gives empty parts.
 */
export const parsePersonName: (name: string) => PersonName = remember((name) => {
  const { words, generation } = personOf(name);
  const tokens = words.map((word) => word.text);
  return { given: tokens.slice(0, -1), family: tokens.at(-1) ?? '', generation, tokens };
});

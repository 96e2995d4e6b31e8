import { foldName, stripGenitive } from './fold.ts';
import { GENERATIONS, HONORIFICS, PARTICLES } from './name-words.ts';
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

const withoutHonorifics = (tokens: readonly string[]): readonly string[] => {
  let first = 0;
  while (first < tokens.length - 1 && HONORIFICS.has(tokens[first] ?? '')) first++;
  return tokens.slice(first);
};

/** "Mora, Ana" is Ana Mora; "Mora, Jr." is not. */
const inOrder = (name: string): string => {
  const [family, given, ...more] = name.split(',').map((part) => part.trim());
  if (family === undefined || given === undefined || more.length > 0 || given === '') return name;
  return GENERATIONS.has(foldName(given)) ? `${family} ${given}` : `${given} ${family}`;
};

const parse = (name: string): PersonName => {
  const words = withoutHonorifics(
    foldName(inOrder(stripGenitive(name)))
      .split(' ')
      .filter(Boolean),
  );
  const last = words.at(-1) ?? '';
  const generation = words.length > 1 ? (GENERATIONS.get(last) ?? null) : null;
  const named = generation === null ? words : words.slice(0, -1);
  const core = named.filter((word, index) =>
    index === 0 ? !PARTICLES.has(word) || named.length === 1 : !PARTICLES.has(word),
  );
  const tokens = core.length > 0 ? core : named;
  return { given: tokens.slice(0, -1), family: tokens.at(-1) ?? '', generation, tokens };
};

/**
 * Takes a person's name apart: forms of address and particles go, "Family, Given" is turned round.
 *
 * Never fails; a name without letters gives empty parts.
 */
export const parsePersonName: (name: string) => PersonName = remember(parse);

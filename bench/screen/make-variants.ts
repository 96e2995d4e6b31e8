import type { Random } from '../generate/random.ts';

/** Ways in which one name is written otherwise: the kinds of change that the pairs of `name-pairs` are labelled with. */
export interface VariantKind {
  readonly kind: string;
  readonly of: 'person' | 'body' | 'both';
  /** Null where the name leaves no room for it. */
  readonly make: (name: string, random: Random) => string | null;
}

const words = (name: string): readonly string[] => name.split(' ');

const CYRILLIC: readonly (readonly [string, string])[] = [
  ['shch', 'щ'], ['zh', 'ж'], ['kh', 'х'], ['ch', 'ч'], ['sh', 'ш'], ['ts', 'ц'], ['yu', 'ю'], ['ya', 'я'],
  ['a', 'а'], ['b', 'б'], ['c', 'к'], ['d', 'д'], ['e', 'е'], ['f', 'ф'], ['g', 'г'], ['h', 'х'], ['i', 'и'], ['j', 'й'],
  ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'], ['o', 'о'], ['p', 'п'], ['q', 'к'], ['r', 'р'], ['s', 'с'], ['t', 'т'],
  ['u', 'у'], ['v', 'в'], ['w', 'в'], ['x', 'кс'], ['y', 'ы'], ['z', 'з'],
]; // biome-ignore format: a table

const inCyrillic = (name: string): string =>
  CYRILLIC.reduce((text, [latin, letter]) => text.replaceAll(latin, letter), name.toLowerCase()).replace(
    /(?:^| )\p{L}/gu,
    (letter) => letter.toUpperCase(),
  );

/** Spellings between which Romanizations waver. */
const WAVERING: readonly (readonly [RegExp, string])[] = [
  [/kh/, 'h'], [/(?<=[aeo])y(?=[a-z])/, 'i'], [/ph/, 'f'], [/ou/, 'u'], [/w/, 'v'], [/oo/, 'u'], [/ee/, 'i'], [/ck/, 'k'],
  [/c(?=[aou])/, 'k'], [/y$/, 'i'], [/i$/, 'y'], [/ff$/, 'v'], [/dj/, 'j'], [/zh/, 'j'], [/q/, 'k'], [/j(?=[aeou])/, 'y'],
]; // biome-ignore format: a table

const respelt = (name: string, random: Random): string | null => {
  const at = words(name).map((word) => WAVERING.filter(([from]) => from.test(word.toLowerCase())));
  const open = at.flatMap((rules, index) => rules.map((rule) => ({ rule, index })));
  if (open.length === 0) return null;
  const { rule, index } = random.pick(open);
  return words(name)
    .map((word, own) => {
      if (own !== index) return word;
      const changed = word.toLowerCase().replace(rule[0], rule[1]);
      return changed.charAt(0).toUpperCase() + changed.slice(1);
    })
    .join(' ');
};

/** A slip in the middle of the longest word. */
const slip = (name: string, random: Random, change: (word: string, at: number) => string): string | null => {
  const longest = words(name).toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < 6) return null;
  return name.replace(longest, change(longest, random.between(1, longest.length - 3)));
};

const isPlain = (name: string): boolean => /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(name);

export const VARIANT_KINDS: readonly VariantKind[] = [
  { kind: 'the same', of: 'both', make: (name) => name },
  { kind: 'capitals', of: 'both', make: (name) => name.toUpperCase() },
  {
    kind: 'family name first',
    of: 'person',
    make: (name) => `${words(name).at(-1)} ${words(name).slice(0, -1).join(' ')}`,
  },
  {
    kind: 'family name, comma',
    of: 'person',
    make: (name) => `${words(name).at(-1)?.toUpperCase()}, ${words(name).slice(0, -1).join(' ')}`,
  },
  {
    kind: 'middle name left out',
    of: 'person',
    make: (name) => (words(name).length < 3 ? null : `${words(name)[0]} ${words(name).at(-1)}`),
  },
  {
    kind: 'middle initial for name',
    of: 'person',
    make: (name) =>
      words(name).length < 3 ? null : `${words(name)[0]} ${words(name)[1]?.charAt(0)}. ${words(name).at(-1)}`,
  },
  {
    kind: 'initial for given name',
    of: 'person',
    make: (name) => (words(name).length !== 2 ? null : `${name.charAt(0)}. ${words(name)[1]}`),
  },
  {
    kind: 'title before',
    of: 'person',
    make: (name, random) => `${random.pick(['Mr.', 'Dr', 'General', 'President'])} ${name}`,
  },
  { kind: 'spelt otherwise', of: 'both', make: respelt },
  {
    kind: 'letters swapped',
    of: 'both',
    make: (name, random) =>
      slip(name, random, (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)),
  },
  {
    kind: 'letter dropped',
    of: 'both',
    make: (name, random) => slip(name, random, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  },
  {
    kind: 'letter doubled',
    of: 'both',
    make: (name, random) => slip(name, random, (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at)),
  },
  {
    kind: 'letter mistyped',
    of: 'both',
    make: (name, random) =>
      slip(name, random, (word, at) => word.slice(0, at) + random.pick([...'aeionrst']) + word.slice(at + 1)),
  },
  { kind: 'run together', of: 'person', make: (name) => (words(name).length < 2 ? null : name.replaceAll(' ', '')) },
  {
    kind: 'word parted',
    of: 'person',
    make: (name, random) => slip(name, random, (word, at) => `${word.slice(0, at + 1)} ${word.slice(at + 1)}`),
  },
  { kind: 'hyphen for space', of: 'both', make: (name) => (words(name).length < 3 ? null : name.replace(' ', '-')) },
  { kind: 'in Cyrillic', of: 'person', make: (name) => (isPlain(name) ? inCyrillic(name) : null) },
  { kind: 'legal form left out', of: 'body', make: (name) => name.replace(/ (?:Co\. )?\S+$/, '') },
  {
    kind: 'another spelling of the form',
    of: 'body',
    make: (name) => {
      const other = [
        ['LLC', 'L.L.C.'],
        ['Ltd', 'Limited'],
        ['JSC', 'Joint Stock Company'],
        ['Inc', 'Incorporated'],
        ['PLC', 'Public Limited Company'],
      ].find(([form]) => name.endsWith(` ${form}`));
      return other === undefined ? null : name.replace(new RegExp(`${other[0]}$`), other[1] ?? '');
    },
  },
  { kind: 'and for &', of: 'body', make: (name) => (name.includes('&') ? name.replace('&', 'and') : null) },
];

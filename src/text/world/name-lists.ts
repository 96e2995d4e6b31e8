import { addTo, lazy, readLines } from './data-file.ts';

const spellings = lazy(() => {
  const byOther = new Map<string, number[]>();
  const byLatin = new Map<string, number[]>();
  for (const [index, line] of readLines('name-spellings.tsv').entries()) {
    const [latin = '', other = ''] = line.split('\t');
    for (const form of latin.split(' ')) addTo(byLatin, form, index);
    for (const form of other.split(' ')) addTo(byOther, form, index);
  }
  return { byOther, byLatin };
});

const NONE: readonly number[] = [];

/** The names, by number, that a word in Arabic, Hebrew, Chinese, Japanese or Korean script is a spelling of. */
export const spellingsOf = (word: string): readonly number[] => spellings().byOther.get(word) ?? NONE;

/** The names, by the same numbers, that a word in lower-case Latin letters without accents is a spelling of. */
export const latinSpellingsOf = (word: string): readonly number[] => spellings().byLatin.get(word) ?? NONE;

/** Forms of several words or one, each with what it stands for. */
const formsOf = (
  file: string,
  read: (columns: readonly string[]) => readonly [value: string, forms: string],
): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  for (const line of readLines(file)) {
    const [value, forms] = read(line.split('\t'));
    for (const form of forms.split('|')) addTo(map, form, value);
  }
  return map;
};

/** Words for a sort or field of organizations in many languages, in lower case → the sorts they stand for ("banco" → bank). */
export const orgWordForms: () => ReadonlyMap<string, readonly string[]> = lazy(() =>
  formsOf('org-words.tsv', ([sort = '', forms = '']) => [sort, forms]),
);

/** Names of legal forms in many languages, in lower case → their general kinds (LLC, JSC, LP …), "" where it has none. */
export const legalFormNames: () => ReadonlyMap<string, readonly string[]> = lazy(() =>
  formsOf('legal-forms.tsv', ([, generic = '', forms = '']) => [generic, forms]),
);

/** Titles of persons, folded: those that stand before the name, and those that stand behind it ("PhD"). */
export const personTitles: () => { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> } = lazy(
  () => {
    const lines = readLines('person-titles.txt');
    return {
      before: new Set(lines.filter((line) => !line.startsWith('-'))),
      after: new Set(lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1))),
    };
  },
);

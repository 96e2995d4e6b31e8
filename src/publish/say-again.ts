import type { Again } from '../model/index.ts';

const WORDS: Readonly<Record<Again['kind'], string>> = {
  'same-text': 'the same text as',
  version: 'another version of',
  copy: 'mostly in the words of',
  excerpt: 'an excerpt of',
  whole: 'has all of',
};

/** What a document is to those that have its words, in short: `the same text as A and B; an excerpt of C`. Empty where there is none. */
export const sayAgain = (again: readonly Again[], nameOf: (document: string) => string): string => {
  const kinds = [...new Set(again.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const names = again.filter((one) => one.kind === kind).map(({ document }) => nameOf(document));
      const more = names.length > 2 ? ` and ${names.length - 1} others` : '';
      return `${WORDS[kind]} ${more === '' ? names.join(' and ') : `${names[0]}${more}`}`;
    })
    .join('; ');
};

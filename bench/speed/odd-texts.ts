import { writeLongText } from '../generate/write-article.ts';

/** Texts that are long and odd, each in its own way. */
export const ODD_KINDS = ['no spaces', 'no full stops', 'quotes', 'capitals', 'emoji', 'mixed scripts'] as const;
export type OddKind = (typeof ODD_KINDS)[number];

const CYRILLIC = 'abcdefghijklmnopqrstuvwxyz';
const ALIKE = 'абцдефгхийклмнопярстувшхыз';

/** Every second word in letters of another script. */
const mixed = (text: string): string => {
  let number = 0;
  return text.replace(/\S+/g, (word) => {
    if (number++ % 2 === 0) return word;
    return [...word].map((letter) => ALIKE[CYRILLIC.indexOf(letter.toLowerCase())] ?? letter).join('');
  });
};

const MAKE: Readonly<Record<OddKind, (reporting: string) => string>> = {
  'no spaces': (text) => text.replace(/\s+/g, ''),
  'no full stops': (text) => text.replace(/[.\n]+/g, ' '),
  quotes: (text) => text.replace(/\S+ \S+/g, '"$&," she said.'),
  capitals: (text) => text.toUpperCase(),
  emoji: (text) => text.replace(/ /g, ' 🕊️ '),
  'mixed scripts': mixed,
};

/** Reporting made odd, of at most so many bytes and hardly fewer: cut where a letter ends. */
export const oddText = (kind: OddKind, bytes: number): string => {
  const made = Buffer.from(MAKE[kind](writeLongText(bytes * 1.3, 'odd')));
  const text = made.subarray(0, bytes).toString('utf8');
  return text.replace(/�+$/, '');
};

/** Digits that stand for letters they look like, in a word of letters. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
};

/** A word in which digits stand among letters, with the letters they look like; other words as they are. */
export const withLetters = (text: string): string =>
  /[a-z]/.test(text) && /\d/.test(text) ? text.replace(/\d/g, (digit) => LOOK_ALIKE[digit] ?? digit) : text;

import anyAscii from 'any-ascii';

/** English genitive endings: "Ostra's", "the Lindens'". */
const GENITIVE = /(?:['’ʼ]s|(?<=s)['’ʼ])$/i;

/** The name without a final genitive ending and without marks around it; the rest to the letter. */
export const stripGenitive = (name: string): string =>
  name
    .trim()
    .replace(/^["“”«»'‘(\s]+|["“”«»,;:)\s]+$/gu, '')
    .replace(GENITIVE, '');

/**
 * A name in plain lower-case Latin letters, words parted by one space: for comparing, never for showing.
 *
 * Accents are dropped and other scripts spelt out by any-ascii; dots inside initials close up ("U.S." → "us"); apostrophes
 * vanish ("O'Dell" → "odell"); hyphens and other marks part words. Arabic and Hebrew come out without vowels: compare
 * those by consonants.
 */
export const foldName = (name: string): string =>
  anyAscii(stripGenitive(name).normalize('NFKC'))
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The words of a folded name. Empty when nothing but marks was given. */
export const nameTokens = (name: string): readonly string[] => {
  const folded = foldName(name);
  return folded === '' ? [] : folded.split(' ');
};

import type { Known } from '../known.ts';
import { namesWithAdjectives } from './demonyms.ts';
import { PRESS_WORDS } from './lexicon.ts';
import { type Clues, NO_CLUES } from './type-clues.ts';
import { isCountry } from './world-of-names.ts';

const PLACE: Clues = new Map([['place', 3]]);
const OUTLET: Clues = new Map([['organization', 3]]);
const PRESS: Clues = new Map([['person', -2]]);
const COUNTRY: Clues = new Map([['place', 3]]);
const WITH_ADJECTIVE: Clues = new Map([['place', 2]]);

/** "VELM, Ostra, May 2 (Vorwire) - ", at the beginning of a report. */
const DATELINE =
  /^\s*(\p{Lu}[\p{Lu}\p{M} '’.-]+(?:\/\p{Lu}[\p{Lu}\p{M} '’.-]+)*)(?:, (\p{Lu}[\p{L} .'’-]+))?(?:, \p{Lu}\p{Ll}+\.? \d{1,2}(?:, \d{4})?)?\s*(?:\(([\p{L}\d .&'’-]+)\)\s*)?[-–—]/u;

const keyFrom = (words: string): string =>
  words
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/\s+/g, ' ')
    .replaceAll('’', "'")
    .toLowerCase();

/**
 * What a document says of its names other than beside them: by its datelines, by who published it, and by adjectives formed from them.
 *
 * @param names Keys of the names of the document, and their words.
 * @returns By key of a name, logarithms of odds.
 */
export const cluesOfDocument = (
  { text, blocks, tokens, document }: Pick<Known, 'text' | 'blocks' | 'tokens' | 'document'>,
  names: ReadonlySet<string>,
): ((key: string) => Clues) => {
  const told = new Map<string, Clues>();
  for (const { start, end } of blocks) {
    const [, places, country, outlet] = DATELINE.exec(text.slice(start, Math.min(end, start + 120))) ?? [];
    if (places === undefined || (country === undefined && outlet === undefined)) continue;
    for (const place of [...places.split('/'), ...(country === undefined ? [] : [country])])
      told.set(keyFrom(place), PLACE);
    if (outlet !== undefined) told.set(keyFrom(outlet), OUTLET);
  }
  if (document.outlet != null) told.set(keyFrom(document.outlet), OUTLET);
  const withAdjectives = namesWithAdjectives(tokens, names);
  return (key) =>
    told.get(key) ??
    (PRESS_WORDS.has(key.slice(key.lastIndexOf(' ') + 1)) && key.includes(' ') ? PRESS : null) ??
    (isCountry(key) || (key.length <= 6 && isCountry(key.toUpperCase())) ? COUNTRY : null) ??
    (withAdjectives.has(key) || withAdjectives.has(key.slice(key.lastIndexOf(' ') + 1)) ? WITH_ADJECTIVE : NO_CLUES);
};

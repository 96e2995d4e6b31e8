import type { Known, Token } from '../known.ts';
import { isCapitalised, type Run } from './capitals.ts';
import { formedFrom } from './demonyms.ts';
import { type Votes, vote } from './evidence.ts';
import { PRESS_WORDS, TIME_WORDS } from './lexicon.ts';

const bare = (name: string): string => name.trim().toLowerCase().replaceAll('’', "'").replace(/^the /u, '');

const PLACE_LINE =
  /^(\p{Lu}[\p{L}'’.\- ]{1,40}?)(?:, ?(\p{Lu}[\p{L}'’.\- ]{2,30}?))?(?=,? ?(?:\d|\(|[-–—―]|\p{Lu}\p{L}{2,8}\.? \d))/u;
const AGENCY = /\(([\p{Lu}][\p{L}\d .&'’-]{2,30})\)/u;

/**
 * Votes from what surrounds the sentences: the outlet in the header, place and agency of datelines, and adjectives made
 * of a name ("Ostran officials" speak for the place "Ostra").
 */
export const voteByDocument = (
  known: Pick<Known, 'text' | 'blocks' | 'tokens' | 'document'>,
  adjectives: readonly Run[],
  stems: ReadonlySet<string>,
  all: ReadonlyMap<string, Votes>,
): void => {
  const { text, blocks, tokens, document } = known;
  const give = (key: string, type: 'place' | 'organization', weight: number): void => {
    const votes = all.get(key);
    if (votes !== undefined) vote(votes, type, weight);
  };
  for (const name of outletsOf(document)) {
    give(name, 'organization', 5);
    const last = name.split(' ').at(-1) ?? '';
    if (name.includes(' ') && PRESS_WORDS.has(last)) give(last, 'organization', 4);
  }
  for (const block of blocks) {
    if (block.kind !== 'dateline') continue;
    const line = text.slice(block.start, Math.min(block.end, block.start + 160));
    const places = PLACE_LINE.exec(line);
    for (const place of [places?.[1], places?.[2]]) {
      if (place !== undefined && !place.split(/\s+/u).some((word) => TIME_WORDS.has(word.toLowerCase())))
        give(bare(place), 'place', 3);
    }
    const agency = AGENCY.exec(line)?.[1];
    if (agency !== undefined) give(bare(agency), 'organization', 4);
  }
  const seen = new Set<string>();
  for (const run of adjectives) {
    const stem = formedFrom(tokens[run.first]?.lower ?? '', stems);
    if (stem === null || seen.has(stem) || !modifies(tokens, run)) continue;
    seen.add(stem);
    give(stem, 'place', 3.5);
  }
};

const outletsOf = (document: Known['document']): ReadonlySet<string> =>
  new Set(
    [document.outlet, ...(document.found ?? []).map((fact) => (fact.field === 'outlet' ? fact.value : null))]
      .filter((name) => name !== null && name !== undefined && name.length > 1)
      .map((name) => bare(name ?? '')),
  );

const modifies = (tokens: readonly Token[], run: Run): boolean => {
  const next = tokens[run.last];
  return (
    next !== undefined &&
    next.sentence === tokens[run.first]?.sentence &&
    !isCapitalised(next) &&
    (next.pos === 'NOUN' || next.pos === 'ADJ')
  );
};

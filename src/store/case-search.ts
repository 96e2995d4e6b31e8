import type { CaseList } from '../model/index.ts';
import type { SearchPassage, SearchPiece } from './search-passages.ts';

/** Where to search, and which of the hits to give. */
export interface SearchOptions {
  /** `documents` means their texts with title, outlet and byline; any other list means its items. */
  readonly in: CaseList | readonly CaseList[];
  /** How many hits at most; 1 to 200. */
  readonly limit: number;
  /** How many hits are passed over; 0 by default. */
  readonly offset?: number;
  /** How many rows are weighed and counted at most, for a quicker look; 5,000 by default, which is the most. */
  readonly weighed?: number;
}

/** A document in which everything that was searched for stands. */
export interface DocumentHit {
  readonly list: 'documents';
  readonly id: string;
  /** Its title with the matches marked; null when it has none. */
  readonly title: readonly SearchPiece[] | null;
  /** At most three, in the order of the text; none when all matches stand in title, outlet or byline. */
  readonly passages: readonly SearchPassage[];
}

/** An item of the case by whose words everything that was searched for is found. */
export interface ItemHit {
  readonly list: Exclude<CaseList, 'documents'>;
  readonly id: string;
}

export type SearchHit = DocumentHit | ItemHit;

export interface SearchResult {
  /** Documents first, then items; each of them from the best to the least; equally good ones keep their order from page to page. */
  readonly hits: readonly SearchHit[];
  /** How many there are, whatever the limit. */
  readonly total: number;
  /** False when there are more: of words that stand nearly everywhere only the first few thousand rows are weighed and counted. */
  readonly isTotalExact: boolean;
}

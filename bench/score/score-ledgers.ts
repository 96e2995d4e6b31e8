import type { Ground, Score } from './ground.ts';
import { Matcher } from './matcher.ts';
import { scoreDeals } from './score-deals.ts';
import { scoreLists } from './score-lists.ts';
import { scoreMeetings } from './score-meetings.ts';
import { scoreProposals } from './score-proposals.ts';
import { scoreTies } from './score-ties.ts';

/** The ledgers, rows and fields; a case made of known claims is scored as one that was read. */
export const scoreLedgers = (ground: Ground): readonly Score[] => {
  const matcher = new Matcher(ground);
  return [
    ...scoreMeetings(matcher),
    ...scoreProposals(matcher),
    ...scoreDeals(matcher),
    ...scoreLists(matcher),
    ...scoreTies(matcher),
  ];
};

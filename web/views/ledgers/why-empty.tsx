import type { ReactNode } from 'react';
import { Empty } from '../../components/states.tsx';

/** What would make a row appear. */
const WHY: Readonly<Record<string, readonly [string, string]>> = {
  meetings: [
    'No meeting, visit or call is told in what was read.',
    'A row appears when a document says that people met, spoke or are to meet: “the two met in the capital in May”. Planned and denied ones count too.',
  ],
  proposals: [
    'No plan, draft or proposal is told in what was read.',
    'A row appears when a document speaks of a plan by name, of its points or drafts, or of who wrote it.',
  ],
  stances: [
    'Nobody is told to take a view of anything.',
    'A row appears when a document says that a party accepts, rejects or would accept something on a condition.',
  ],
  deals: [
    'No deal is told in what was read.',
    'A row appears when a document says that somebody offers, seeks, agrees on or drops a purchase, a stake, a concession or the like.',
  ],
  conditions: [
    'Nothing in this case is told to hang on a condition.',
    'A row appears when a document says that a deal, a plan or a waiver depends on something: “provided that”, “only if”.',
  ],
  money: [
    'No sum of money is told of any deal or gift.',
    'A row appears when a document gives a price, a stake’s value, a loan or a fee.',
  ],
  sanctions: [
    'No sanction is told in what was read.',
    'A row appears when a document says that somebody was put under sanctions, or speaks of their end.',
  ],
  waivers: [
    'No waiver or licence is told in what was read.',
    'A row appears when a document says that somebody was let past sanctions, or asked to be.',
  ],
  ties: [
    'No tie between people or bodies is told in what was read.',
    'A row appears when a document says who is related to, works for, owns, directs or gave money to whom.',
  ],
  interests: [
    'No path of ties leads from someone who negotiates to someone who gains from a deal.',
    'A path appears when a negotiator of a meeting or plan is tied, by at most four hops, to somebody who would gain from a deal.',
  ],
};

/** A ledger without rows: that nothing is told is said as plainly as what is. */
export const WhyEmpty = ({
  ledger,
  list,
  title,
}: {
  readonly ledger: string;
  readonly list: string;
  readonly title: string;
}): ReactNode => {
  const [nothing, when] = WHY[ledger] ??
    WHY[list] ?? [
      `Nothing of “${title}” is told in what was read.`,
      'This ledger was brought by the beat. A row appears when a document tells something of the kinds that the beat lists in it.',
    ];
  return (
    <Empty title={nothing}>
      <p>{when}</p>
      <p className="small">That nothing is told does not mean that nothing happened: add documents to look further.</p>
    </Empty>
  );
};

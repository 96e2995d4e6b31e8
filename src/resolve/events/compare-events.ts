import { documentLikenessOf } from './document-likeness.ts';
import type { EventMention, EventText } from './event-mention.ts';
import { LIKELIHOOD_UNIT, likelihoodOf } from './event-scorer.ts';
import { evidenceOf, mayTellOne } from './evidence.ts';
import { reasonOf } from './reason-of.ts';

/** A mention with the document that it stands in. */
export interface MentionInText {
  readonly mention: EventMention;
  readonly text: EventText;
}

/** How likely two mentions tell of one event, and what met. */
export interface EventLikeness {
  /** 0 to 1; 0 where their words have nothing to do with each other. */
  readonly likelihood: number;
  /** Null where the likelihood is 0. */
  readonly reason: string | null;
}

const UNLIKE: EventLikeness = { likelihood: 0, reason: null };

/**
 * Compares two mentions by themselves: pure in the two documents, whatever else the case holds. Symmetric.
 *
 * Says nothing of who took part beyond what the sentences name, nothing of dates and places that are resolved: evidence beside those,
 * not instead of them. Meant for documents of one story. Of pairs in one story of ECB+ (train topics, each scored by what had not
 * seen it) with likelihood 0.35 and more, 75 of 100 are right and 57 of 100 are found; from 0.5 on 80 and 51, from 0.7 on 85 and 38.
 */
export const compareEvents = (a: MentionInText, b: MentionInText): EventLikeness => {
  if (!mayTellOne(a.mention.stem, b.mention.stem)) return UNLIKE;
  const evidence = evidenceOf(a.mention, b.mention, documentLikenessOf(a.text, b.text), null);
  return {
    likelihood: likelihoodOf(evidence) / LIKELIHOOD_UNIT,
    reason: reasonOf(a.mention, b.mention, evidence, false),
  };
};

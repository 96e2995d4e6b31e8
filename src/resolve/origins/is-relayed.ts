import type { Span } from '../../model/index.ts';

/** What somebody tells an outlet: its own finding out, whatever else it rests on. */
const TOLD_BEFORE =
  /\b(?:told|tells?|telling|spoke (?:to|with)|said to|promised(?: to)?|confirmed to|wrote to|written to|talked to|speaking to|(?:an? )?interview (?:with|to|for|in)|statement to|answer to|message to|e-?mail to)\s+(?:reporters? (?:of|from) )?(?:[Tt]he\s+)?(?:[\p{Ll}-]+\s+){0,3}["“„«'‘]?$/iu;

const BEFORE =
  /(?:\b(?:according to|citing|cites|cited|quoting|quotes|quoted by|with reference to|referring to|reference to|refers to|reported by|reported in|reports? (?:by|in|from|of)|published (?:by|in|on)|printed (?:by|in)|carried (?:by|in)|revealed by|disclosed by|obtained by|reviewed by|seen by|read by|read in|wrote in|writes in|investigation (?:by|of|in)|story (?:by|in|of)|article (?:by|in|of|carried by the newspaper)|account (?:by|in|of)|interview (?:with|in|by|to)|broke|via|per|informs|relays|writes|reports|source:|credit:|as in|questions? from|asked by|shown to|shown on|aired (?:by|on)|broadcast (?:by|on)|posted by|said in|from|in|on|by)\s+(?:[Tt]he\s+)?(?:[\p{Ll}-]+\s+){0,3}|[–—|-]\s*|^\s*)["“„«'‘]?$/iu;

const AFTER =
  /^["”»'’]?(?:\s*\([^)]{1,20}\))?(?:(?:['’]s?)?\s+(?:own |latest |earlier |two |three |several |\p{Ll}+ ){0,2}(?:report|reports|reporting|reporters?|journalists?|correspondents?|sources?|story|article|account|investigation|copy|version|draft|series|findings?|scoop|interview|interlocutors?|bankers?|officials?|diplomats?|source|website|site|page|front page|correction|alert|flash|dispatch|podcast|documents?|information|questions)\b|,?\s+(?:(?:which|who|that|itself|has|have|had|also|then|later|first|earlier|previously|yesterday|today|on \p{Lu}\p{Ll}+day|\p{Ll}+ly|in turn|in its turn|for its part|newspaper|magazine|agency|news agency|daily|weekly|broadcaster|website|portal|paper)[\s,]+){0,4}(?:report(?:s|ed|ing)?|writes?|wrote|written|reveal(?:s|ed)?|disclos(?:es|ed)|publish(?:es|ed)?|prints?|printed|establish(?:es|ed)|learn(?:s|ed|t)|broke|notes?|noted|says?|said|finds?|found|reiterates?|stress(?:es|ed)|underlines?|underlined|adds?|added|quotes?|quoted|cit(?:es|ed|ing)|understands|saw|has seen|seen|review(?:s|ed)|obtain(?:s|ed)|relay(?:s|ed)?|inform(?:s|ed)?|transmit(?:s|ted)|carr(?:ies|ied)|states?|stated|recounts?|recounted|claims?|claimed|alleges?|alleged|asserts?|asserted|argues?|argued|insists?|maintains?|describes?|described|tells?|told|was told|has been told|names?|named|spoke|speaks|put|puts?|gives?|gave|calculates?|estimates?|estimated|counts?|counted|detail(?:s|ed)|show(?:s|ed|n)|shed|suggests?|suggested|points? out|pointed out|attribut(?:es|ed)|could not|did not|was unable|came out|had|has it|has (?:a|the|read)|believes?|knows?|asks?|asked|got|read|reads|aired|broadcast|ran|runs|posted|recalls?|recalled|explains?|explained|confirms?|confirmed|denies|mentions?|mentioned|call(?:s|ed)|corrected|corrects)\b|\s*:\s|\s*[)\]]|,?\s+(?:citing|quoting|which (?:cited|cites|quotes|spoke|refers)))/iu;

/** Marks of Markdown around a name. */
const MARKUP = /[*_`]+/g;

/** Who only published, advertised or owned something says nothing by it; nor who is said to be wrong. */
const NOT_RELAYED =
  /\b(?:is not right|are not right|got it wrong|is wrong|was wrong|made up|subscri|owned by|owns|shares? in|stake in|buy|buys|bought|acquire|editor of|works? (?:for|at)|worked (?:for|at)|founded)\b/i;

/** How a sentence stands to an outlet that it names: passes on what that reports, what somebody told it, or neither. */
export type Relay = 'told' | 'relayed' | 'none';

/**
 * Tells whether a sentence passes on what the outlet that it names reports.
 *
 * @param name Where the name stands in the sentence.
 */
export const relayOf = (sentence: string, [start, end]: Span): Relay => {
  const before = sentence.slice(Math.max(0, start - 90), start).replace(MARKUP, '');
  const after = sentence.slice(end, end + 90).replace(MARKUP, '');
  if (NOT_RELAYED.test(`${before.slice(-40)} ${after.slice(0, 30)}`)) return 'none';
  if (TOLD_BEFORE.test(before)) return 'told';
  return BEFORE.test(before) || AFTER.test(after) ? 'relayed' : 'none';
};

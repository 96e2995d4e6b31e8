import type { InformationCredibility, SourceReliability } from '../model/index.ts';

/** How whoever says something is placed to know it. */
export type Placement = 'party' | 'paper' | 'side' | 'named' | 'described' | 'bare' | 'outlet';

interface Entry {
  readonly points: number;
  readonly why: string;
}

/**
 * Points of a voice by how it is placed to know (rule W26). The order is that of a courtroom's: who took part, what was
 * written down at the time, who stands near, who answers for it with a name, who is at least described, and hearsay. Steps are
 * of one point, so that no voice weighs more than four that say not from whom they have it.
 */
export const PLACED: Readonly<Record<Placement, Entry>> = {
  party: { points: 4, why: 'has a part in it, or it is its own act: it knows at first hand' },
  paper: {
    points: 3,
    why: 'a paper, filing or recording that was seen: it does not forget, but may be a draft or forged',
  },
  side: { points: 3, why: 'named, and of the side of a party: stands near, and answers for it with a name' },
  named: { points: 2, why: 'named, so it can be asked; nothing shows that it was near' },
  described: { points: 2, why: 'not named, but its standing is told, so that one can judge how it might know' },
  bare: { points: 1, why: 'not named and not described: nothing shows how it might know' },
  outlet: { points: 1, why: 'the report says so itself and not from whom it has it' },
};

/** No independent voice weighs less, before analysts grade it: that somebody else says so too is what counts (W1). */
export const LEAST_OF_A_VOICE = 1;

/** For each person by whom the words came before they reached whoever reported them (rule W27). */
export const PASSED_ON: Entry = { points: -1, why: 'the words came by way of another: retelling loses and adds' };

/** Where the one who says so holds it only for possible (rule W27). */
export const HEDGED: Entry = { points: -1, why: 'told as only possible or from hearsay' };

/**
 * Points of a denial by who denies (rule W28). At most half of what the like would count in favour: whoever has a part in a secret has
 * a reason to deny it, and a denial costs nothing. A host, a mediator and a paper have no such reason shown.
 */
export const DENIED: Readonly<Record<Placement | 'neutral', Entry>> = {
  neutral: { points: -3, why: 'placed to know, and no stake of its own is shown' },
  paper: { points: -3, why: 'a paper says otherwise, and has no stake' },
  party: { points: -2, why: 'placed to know, but has a part in it and so a stake' },
  side: { points: -2, why: 'of the side of a party: near, but with a stake' },
  named: { points: -1, why: 'nothing shows that it was placed to know' },
  described: { points: -1, why: 'nothing shows that it was placed to know' },
  bare: { points: -1, why: 'nothing shows that it was placed to know' },
  outlet: { points: -1, why: 'the report says so itself and not from whom it has it' },
};

/** Where voices give the thing a different number, amount, author, authority or holder (rule W29): once, however many details. */
export const PARTED: Entry = { points: -1, why: 'voices cannot both be right about what it was' };

/**
 * What an analyst's rating of a source adds to its voice (rule W30). B, C and F leave it as an unrated one, which is taken for
 * fairly reliable; E takes the whole voice away (null).
 */
export const BY_RELIABILITY: Readonly<Record<SourceReliability, number | null>> = {
  A: 1,
  B: 0,
  C: 0,
  D: -1,
  E: null,
  F: 0,
};

/** What an analyst's grade of a claim adds to the voice that makes it (rule W30); 5 takes it away (null). */
export const BY_CREDIBILITY: Readonly<Record<InformationCredibility, number | null>> = {
  '1': 1,
  '2': 0,
  '3': 0,
  '4': -1,
  '5': null,
  '6': 0,
};

/** Thresholds of the grades (rule W31). `open`: somebody who counts denies it, or voices are parted over what it was. */
export const GRADES = {
  /** 1: two voices or more and as much weight as two described sources have; not open. */
  confirmed: { voices: 2, points: 4 },
  /** 2: two voices or more, or one with this much weight; not open. */
  probable: { points: 3 },
  /** 3: more in favour than against. */
  possible: { points: 1 },
  /** 4: as much against as in favour, or one point more; 5: less than this. */
  doubtful: { points: -1 },
} as const;

/** What the grades mean. @see NATO AJP-2.1 and the British Admiralty's system from which it comes. */
export const CREDIBILITY_WORDS: Readonly<Record<InformationCredibility, string>> = {
  '1': 'confirmed by other independent sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'cannot be judged',
};

/** Roles in which one has no part in a thing. */
export const NO_PART: ReadonlySet<string> = new Set([
  'about',
  'amount',
  'asset',
  'condition',
  'dependent',
  'place',
  'proposal',
  'purpose',
  'share',
  'topic',
]);

/** Roles in which one is there without a stake that is shown. */
export const NEUTRAL: ReadonlySet<string> = new Set(['host', 'mediator', 'witness']);

/** Roles whose holder's own act it is. */
export const OWN_ACT: ReadonlySet<string> = new Set([
  'appointer',
  'author',
  'authority',
  'director',
  'granter',
  'offerer',
]);

// Hand lists of general English.
/** Words for a source that is a paper or a recording. */
export const PAPER =
  /\b(?:annex(?:es)?|cables?|contracts?|cop(?:y|ies)|decrees?|documents?|drafts?|e-?mails?|filings?|invoices?|letters?|licen[cs]es?|logs?|manifests?|memos?|memorand(?:um|a)|minutes|papers?|permits?|photographs?|photos?|record(?:s|ing|ings)|regist(?:er|ers|ry|ries)|rulings?|screenshots?|transcripts?|videos?)\b/i;

/** Words for people, beside which a paper is only what they know ("people familiar with the document"). */
export const PEOPLE =
  /\b(?:aides?|advis[eo]rs?|analysts?|diplomats?|envoys?|executives?|insiders?|journalists?|lawmakers?|lawyers?|ministers?|negotiators?|officers?|officials?|participants?|people|persons?|reporters?|sources?|spokes\p{L}+|those|traders?|witness(?:es)?)\b/iu;

/** Words that tell of a source no more than that there is one. */
export const BARE =
  /^(?:(?:the|a|an|its?|his|her|their|our|this|that|these|those|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|multiple|various|other|others|another|both|all|unnamed|anonymous|unidentified|\d+)\s+)*(?:accounts?|ones?|others?|people|persons?|insiders?|reports?|sources?|some|somebody|someone|they|those|media|observers?|rumou?rs?)$/i;

import type { MentionType } from '../../model/index.ts';
import type { NameScheme } from '../network/recognised.ts';
import type { Run } from './words.ts';

/** What a name may be; `other` for names of what is no entity here: events, elections, works, days of note. */
export type NameType = MentionType | 'other';

/** A name as the network sees it, and what the document makes of it. */
export interface SeenName extends Run {
  readonly key: string;
  readonly type: NameType;
  /** Where the name ends when the next line is glued to its last word ("BriefSanctioned"); null when with its last token. */
  readonly cut: number | null;
  /** 0 to 1: that there is a name, as the label schemes see it here and elsewhere, times that it is of this type. */
  readonly confidence: number;
}

interface SchemeTable {
  /** How much the scheme's word counts beside the others'; tuned on the development parts of the corpora of names. */
  readonly weight: number;
  /** Null where another stage looks: sums and dates are found by rule. */
  readonly types: Readonly<Record<string, NameType | null>>;
}

/**
 * What the labels of each corpus mean here.
 *
 * `world` (newswire of some 45 countries) is the widest and leads; `politics` and `web` confirm or correct its types and add
 * what it misses. `defence` also labels descriptions and pronouns, and half of what it says of names alone is wrong: it
 * only confirms, and tells weapons, platforms and papers.
 */
export const SCHEMES: Readonly<Record<NameScheme, SchemeTable>> = {
  world: {
    weight: 1,
    types: {
      Person: 'person',
      Organization: 'organization',
      Location: 'place',
      Facility: 'facility',
      NORP: 'group',
      Misc: 'other',
      Product: 'asset',
      Money: null,
      Date: null,
    },
  },
  politics: {
    weight: 0.4,
    types: {
      politician: 'person',
      person: 'person',
      organisation: 'organization',
      politicalparty: 'organization',
      country: 'place',
      location: 'place',
      event: 'other',
      election: 'other',
      misc: 'other',
    },
  },
  web: { weight: 0.4, types: { PER: 'person', ORG: 'organization', LOC: 'place' } },
  defence: {
    weight: 0.2,
    types: {
      Person: 'person',
      Organisation: 'organization',
      Location: 'place',
      Nationality: 'group',
      Weapon: 'asset',
      MilitaryPlatform: 'asset',
      DocumentReference: 'instrument',
      Temporal: null,
      Quantity: null,
      Money: null,
    },
  },
};

/** Types that a scheme without a label of their own calls by this one: a palace is a `location` where nothing is a facility. */
export const INCLUDES: Readonly<Partial<Record<NameType, readonly NameType[]>>> = {
  place: ['place', 'facility', 'group'],
  organization: ['organization', 'facility', 'group', 'asset'],
  other: ['other', 'asset', 'group', 'instrument'],
};

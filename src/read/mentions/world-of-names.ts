import type { MentionType } from '../../model/index.ts';
import {
  countriesByDemonym,
  countryByName,
  givenNameGender,
  kinNoun,
  metonym,
  type OrgHeadKind,
  orgForm,
  orgHead,
  placesByName,
  roleNoun,
} from '../../text/index.ts';

export const isCountry = (name: string): boolean => countryByName(name) !== null;
export const isDemonym = (lower: string): boolean => countriesByDemonym(lower).length > 0;

/** A country, or a town that no person is named after. */
export const isLand = (name: string): boolean =>
  isCountry(name) || (placesByName(name).length > 0 && givenNameGender(name) === null);

export const genderOf = (word: string): 'male' | 'female' | null => {
  const gender = givenNameGender(word);
  return gender === 'm' ? 'male' : gender === 'f' ? 'female' : null;
};

/** Seats that stand for a government or body. Towns stay places: what they stand for is for the reader to say. */
export const isSeat = (name: string): boolean => {
  const found = metonym(name);
  return found !== null && found.kind !== 'capital' && found.kind !== 'trade' && placesByName(name).length === 0;
};

const TYPES: Readonly<Record<OrgHeadKind, MentionType | 'event'>> = {
  'public-body': 'publicBody',
  company: 'organization',
  organization: 'organization',
  facility: 'facility',
  instrument: 'instrument',
  asset: 'asset',
  vessel: 'asset',
  place: 'place',
  event: 'event',
};

/** What the last word of a name makes of it, with a capital. */
export const typeByEnding = (word: string): MentionType | 'event' | null => {
  const kind = orgHead(word)[0];
  return kind === undefined ? null : TYPES[kind];
};

export const isCompanyForm = (word: string): boolean => orgForm(word) !== null;

/** Role nouns whose ordinary sense in reporting is another, or that are adjectives first. */
const OTHERWISE = new Set(
  `broadcaster lender supplier insurer operator private dove hawk marine monitor native national moderate liberal conservative
  conduit backchannel guard troop proxy surrogate sovereign principal figure individual baby youth accused host champion
  loser winner exile recruit fellow terrorist captive regulator creditor borrower donor buyer seller vendor`.split(
    /\s+/,
  ),
);

export const isRoleNoun = (lower: string): boolean => !OTHERWISE.has(lower) && roleNoun(lower)?.isPlural === false;
export const isKinNoun = (lower: string): boolean => {
  const noun = kinNoun(lower);
  return noun !== null && !noun.isPlural && !noun.ambiguous;
};
/** Singular of a plural role or kin noun, or null. */
export const singularPerson = (lower: string): string | null => {
  const role = roleNoun(lower);
  if (role?.isPlural) return OTHERWISE.has(role.lemma) ? null : role.lemma.toLowerCase();
  const kin = kinNoun(lower);
  return kin?.isPlural && !kin.ambiguous ? kin.lemma.toLowerCase() : null;
};

import type { MentionType } from '../../model/index.ts';
import {
  countriesByDemonym,
  countryByName,
  givenNameGender,
  isAmbiguousName,
  isGivenName as isKnownGiven,
  isSurname,
  kinNoun,
  metonym,
  type OrgHeadKind,
  orgForm,
  orgHead,
  outletByName,
  placesByName,
  roleNoun,
} from '../../text/index.ts';

/** How strongly the gazetteer speaks for a place: countries most, small towns little, since many names are also towns. */
export const placeWeight = (name: string): number => {
  if (countryByName(name) !== null) return 8;
  const place = placesByName(name)[0];
  if (place === undefined) return 0;
  const borne = isSurname(name) || isKnownGiven(name) ? 0.5 : 1;
  if (place.kind === 'continent' || place.kind === 'capital' || place.kind === 'water') return 5;
  if (place.kind === 'area') return 3;
  if (place.kind === 'city') return (place.population > 1_000_000 ? 4 : place.population > 200_000 ? 3 : 2) * borne;
  return 2 * borne;
};

export const isCountry = (name: string): boolean => countryByName(name) !== null;
export const isPlace = (name: string): boolean => placeWeight(name) >= 2;
export const isDemonym = (lower: string): boolean => countriesByDemonym(lower).length > 0;

/** Given names that are no common word; `capitalised` as in the text. */
export const isGivenName = (word: string): boolean => isKnownGiven(word) && !isAmbiguousName(word);
export const isFamilyName = (word: string): boolean => isSurname(word);

export const genderOf = (word: string): 'male' | 'female' | null => {
  const gender = givenNameGender(word);
  return gender === 'm' ? 'male' : gender === 'f' ? 'female' : null;
};

export const outletWeight = (name: string): number => {
  const match = outletByName(name);
  if (match === null) return 0;
  return match.ambiguous || placesByName(name).length > 0 ? 1 : 4;
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

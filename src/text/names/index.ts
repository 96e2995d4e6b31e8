export {
  compareNames,
  NAME_THRESHOLDS,
  NAME_TYPES,
  type NameMatch,
  type NameType,
  type NameVerdict,
} from './compare-names.ts';
export { compareTokens, type TokenLikeness } from './compare-tokens.ts';
export { foldName, nameTokens, stripGenitive } from './fold.ts';
export { givenNameKeys, isKnownGivenName, isSameGivenName } from './given-names.ts';
export { jaroWinkler } from './jaro-winkler.ts';
export type { NameReason } from './judge-persons.ts';
export { keysToAsk, type NameKeys, type NameKeyWord, nameKeys, spellingsMayMeet } from './name-keys.ts';
export {
  BODY_SORTS,
  FUNCTION_WORDS,
  HONORIFICS,
  LEGAL_FORMS,
  OFFICE_WORDS,
  ORGANIZATION_SORTS,
  OUTLET_SORTS,
  PARTICLES,
} from './name-words.ts';
export { isAcronymOf, organizationTokens, outletTokens } from './organization-name.ts';
export { type PersonName, parsePersonName } from './person-name.ts';
export { compareOrganizationNames, comparePersonNames, type NameComparison } from './relate-names.ts';
export { consonantSkeleton, romanKey } from './roman-key.ts';
export { soundCodes, soundKeys } from './sound-keys.ts';

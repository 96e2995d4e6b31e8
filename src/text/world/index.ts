export type { Country, Metonym, Place } from './lands.ts';
export { countriesByDemonym, countryByCode, countryByDemonym, countryByName, metonym, placesByName } from './lands.ts';
export type { Outlet, OutletMatch } from './outlets.ts';
export { outletByDomain, outletByName, outletsByName } from './outlets.ts';
export type { Gender, KinNoun, RoleNoun, TitleKind } from './persons.ts';
export {
  givenNameGender,
  isAmbiguousName,
  isCollective,
  isGivenName,
  isSurname,
  kinNoun,
  roleNoun,
  titlePrefix,
} from './persons.ts';
export type { OrgForm, OrgHeadKind, ReportingWord } from './words.ts';
export { isCommonWord, orgForm, orgHead, reportingWord, reportingWords } from './words.ts';

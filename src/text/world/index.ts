export type { Country, Metonym, Place } from './lands.ts';
export { countriesByDemonym, countryByName, metonym, placesByName } from './lands.ts';
export { latinSpellingsOf, legalFormNames, orgWordForms, personTitles, spellingsOf } from './name-lists.ts';
export type { Outlet, OutletMatch } from './outlets.ts';
export { outletByDomain, outletByName } from './outlets.ts';
export type { Gender, KinNoun, RoleNoun } from './persons.ts';
export {
  givenNameGender,
  isGivenName,
  isSurname,
  kinNoun,
  roleNoun,
} from './persons.ts';
export type { OrgForm, OrgHeadKind, ReportingWord } from './words.ts';
export { isCommonWord, orgForm, orgHead, reportingWord, reportingWords } from './words.ts';

/**
 * Roots that differ by how an old vowel came down: Serbian in Serbia writes "vreme", Croatian, Bosnian and Montenegrin "vrijeme".
 * Detectors take the one for the other; these words are in any report.
 */
const EKAVIAN =
  /\b(?:sledeć|vreme|mest[oa]|posle|svet(?:u|a|sk)|predsedni|uvek|gde|ovde|delu|delov|pre\b|dve\b|sedni|razumev|zahtev|uspe|primen|promen|reč|leče|podnel|nedelj|bezbedn|izmeđ|lep[oaei]\b|cel[oaiu]\b|odred)/gu;
const IJEKAVIAN =
  /\b(?:sljedeć|vrijeme|mjest[oa]|poslije|svijet|predsjedni|uvijek|gdje|ovdje|dijel|djelov|prije\b|dvije\b|sjedni|razumijev|zahtjev|uspje|primjen|promjen|riječ|liječ|podni|nedjelj|lijep|cijel|odredjen)/gu;

/**
 * Serbian or Croatian, for a text in Latin letters that is one of the two.
 *
 * @param declared What the document says of itself: Bosnian and Montenegrin are believed where the words do not speak against it.
 */
export const serbianOrCroatian = (text: string, declared: string | null): string => {
  const lower = text.toLowerCase();
  const ekavian = (lower.match(EKAVIAN) ?? []).length;
  const ijekavian = (lower.match(IJEKAVIAN) ?? []).length;
  if (ekavian > ijekavian) return 'sr';
  if (declared === 'bs' || declared === 'cnr') return declared;
  return declared === 'sr' && ijekavian === ekavian ? 'sr' : 'hr';
};

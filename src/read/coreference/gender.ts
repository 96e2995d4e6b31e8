import type { Mention } from '../../model/index.ts';
import { genderOf } from '../mentions/index.ts';
import type { Gender } from './entity.ts';

const MALE =
  /^(?:mr\.?|sir|lord|king|prince|duke|count|baron|sheikh|emir|sultan|pope|father|brother|herr|monsieur|signor|señor|don|imam|son|husband|uncle|nephew|grandson|grandfather|stepson|stepfather|half-brother|boyfriend|widower|fiancé|man|boy|guy|gentleman|(?:son|father|brother)-in-law|.*(?:sman|chairman|businessman|policeman|congressman|strongman|fisherman|clergyman|statesman|nobleman))$/i;
const FEMALE =
  /^(?:mrs\.?|ms\.?|miss|madam|madame|dame|lady|queen|princess|duchess|countess|baroness|sheikha|sister|frau|signora|señora|daughter|wife|mother|aunt|niece|granddaughter|grandmother|stepdaughter|stepmother|half-sister|girlfriend|widow|fiancée|woman|girl|actress|(?:daughter|mother|sister)-in-law|.*woman)$/i;

const ofWord = (word: string): Gender | null => (MALE.test(word) ? 'male' : FEMALE.test(word) ? 'female' : null);

/** Gender that a mention of a person shows: by title, by the noun, then by the given name. Null when none does. */
export const genderOfMention = (mention: Mention, text: string): Gender | null => {
  const head = text.slice(mention.head[0], mention.head[1]);
  if (mention.form === 'nominal') return ofWord(head.toLowerCase());
  const title = text.slice(mention.start, mention.head[0]).trim().split(/\s+/).at(-1) ?? '';
  const words = head.split(/\s+/);
  return (
    (title === '' ? null : ofWord(title)) ??
    ofWord(mention.role ?? '') ??
    (words.length > 1 ? genderOf(words[0] ?? '') : null)
  );
};

/** Gender of a name that stands alone: of a given name, when nothing else is known. */
export const genderOfGivenName = (name: string): Gender | null => genderOf(name);

export const genderOfPronoun = (word: string): Gender | null =>
  /^(?:he|him|his|himself)$/i.test(word) ? 'male' : /^(?:she|her|hers|herself)$/i.test(word) ? 'female' : null;

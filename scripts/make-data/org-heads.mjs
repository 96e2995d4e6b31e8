// data/org-heads.json: the head nouns that say what a capitalised phrase is; data/org-forms.json: legal forms of companies.
import { byUnits, readHere, readJson, writeJsonGroups, writeJsonList } from './sources.mjs';

const heads = JSON.parse(readHere('org-heads.json'));
// A word may head several kinds ("Bank", "Trust", "Mission"): the order of kinds here is the order of preference.
writeJsonGroups(
  'org-heads.json',
  Object.fromEntries(Object.entries(heads).map(([kind, list]) => [kind, [...new Set(list)].sort(byUnits)])),
);

const forms = [];
const taken = new Map();
for (const type of readJson('py', 'rigour-2.6.1', 'rust', 'data', 'names', 'org_types.json')) {
  const names = [...new Set([type.display, type.compare, ...(type.aliases ?? [])])].filter(
    (name) =>
      name &&
      name.length > 1 &&
      name.length <= 60 &&
      /^[\p{Script=Latin}\p{N}\p{P}\s&+]+$/u.test(name) &&
      /^\p{Lu}/u.test(name),
  );
  const display = type.display ?? names[0];
  if (!display || names.length === 0) continue;
  const fresh = names.filter(
    (name) =>
      !taken.has(name.toLowerCase()) && !/Limted|Limitd|Limitied|Limitted|Pubic|Publc|Publi |Lmtd|Compnay/.test(name),
  );
  for (const name of fresh) taken.set(name.toLowerCase(), display);
  if (fresh.length > 0) forms.push({ form: display, generic: type.generic ?? null, names: fresh.sort(byUnits) });
}
writeJsonList(
  'org-forms.json',
  forms.sort((a, b) => byUnits(a.form, b.form)),
);

// data/outlets.tsv: news outlets and agencies. Columns: name, aliases (;), domain, country, kind, flags.
// The hand list (outlet-list.txt) holds facts that the outlets publish of themselves; fundus, news-sources and newscatcher widen it.
import { readdirSync, statSync } from 'node:fs';
import { queryDatabase } from './query-database.mjs';
import { byUnits, readData, readHere, readText, sourcePath, sourceRequire, writeLines } from './sources.mjs';

const host = (url) =>
  url
    .replace(/^https?:\/\//, '')
    .replace(/^www\d?\./, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
const rows = new Map(); // domain or name → row
const domains = new Set();
const names = new Set();
const add = (row) => {
  const key = row.domain || row.name;
  if ((row.domain && domains.has(row.domain)) || (row.name && names.has(row.name.toLowerCase()))) return;
  if (row.domain) domains.add(row.domain);
  for (const name of [row.name, ...row.aliases]) if (name) names.add(name.toLowerCase());
  rows.set(key, row);
};

for (const line of readHere('outlet-list.txt').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [name, aliases, domain, country, kind] = line.split('|').map((part) => part.trim());
  if (!kind) throw new Error(`Line without five columns: ${line}`);
  add({ name: name.replace(/ \(.*\)$/, ''), aliases: aliases.split(';').filter(Boolean), domain, country, kind });
}
const folder = ['py', 'fundus-0.5.7', 'fundus', 'publishers'];
const codes = { uk: 'GB', ind: 'IN', isl: 'IS' };
for (const country of readdirSync(sourcePath(...folder)).sort(byUnits)) {
  if (!statSync(sourcePath(...folder, country)).isDirectory() || country === 'shared') continue;
  for (const match of readText(...folder, country, '__init__.py').matchAll(
    /Publisher\(\s*name="([^"]+)",\s*domain="([^"]+)"/g,
  )) {
    add({
      name: match[1].replace(/ \(.*\)$/, ''),
      aliases: [],
      domain: host(match[2]),
      country: codes[country] ?? country.toUpperCase(),
      kind: 'site',
    });
  }
}
const listed = sourcePath('node_modules', 'news-sources', 'data', 'sources');
for (const file of readdirSync(listed).sort(byUnits)) {
  const parsed = sourceRequire(`./node_modules/news-sources/data/sources/${file}`);
  for (const source of Object.values(parsed.sources ?? parsed)) {
    const id = source.url ?? source.id;
    if (id)
      add({
        name: /^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(source.name ?? '') ? source.name.trim() : '',
        aliases: [],
        domain: host(id),
        country: file.slice(0, 2) === 'cz' ? 'CZ' : file.slice(0, 2).toUpperCase(),
        kind: 'site',
      });
  }
}
// newscatcher knows domains only: enough to tell that a page is of an outlet, not what its name is.
const countries = new Map(JSON.parse(readData('countries.json')).map((country) => [country.code, country.code]));
for (const row of queryDatabase(
  sourcePath('py', 'newscatcher-0.2.0', 'newscatcher', 'data', 'package_rss.db'),
  "select distinct clean_url as domain, max(clean_country) as country from rss_main where topic_unified in ('news','politics','business','economics','finance','world') group by clean_url",
)) {
  add({ name: '', aliases: [], domain: host(row.domain), country: countries.get(row.country) ?? '', kind: 'site' });
}
// A name that is an ordinary word or a name of something else ("Time", "Capital") is sure only where the text shows an outlet.
const common = new Set(readData('common-words.txt').trim().split('\n'));
const isAmbiguous = (full) => {
  const name = full.replace(/^The (?=\p{Lu}{2,}$)/u, '');
  if (/^(?:AP|FT|DW|RT)$/.test(name) || (/^\p{Lu}{3,}$/u.test(name) && !common.has(name.toLowerCase()))) return false;
  const bare = name.replace(/^The /, '').toLowerCase();
  return common.has(bare) || /^[a-z]{1,2}$/.test(bare);
};
writeLines(
  'outlets.tsv',
  [...rows.values()]
    .sort((a, b) => byUnits(a.name || '\uffff', b.name || '\uffff') || byUnits(a.domain, b.domain))
    .map((row) =>
      [
        row.name,
        row.aliases.join(';'),
        row.domain,
        row.country,
        row.kind,
        [row.name, ...row.aliases].filter((name) => name && isAmbiguous(name)).join(';'),
      ].join('\t'),
    ),
);

